from dataclasses import replace
from datetime import timedelta

import pytest

from made import DAY, claim, document, on, up_to
from sayso.linking.credits import find_credits, known_outlets
from sayso.linking.forest import Forest
from sayso.linking.hops import Drift, Link, describe_change
from sayso.linking.names import Names
from sayso.linking.origins import Origin, find_origins
from sayso.linking.reuse import find_reuse
from sayso.linking.sounds import sound_of
from sayso.model import (
    Accrual,
    Document,
    Place,
    PlaceId,
    PlaceKind,
    Speaker,
    SpeakerId,
    Stance,
)

NEXT = timedelta(days=1)


class Press:
    """Documents with claims, and the origins found in them."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}
        self.claims = []

    def print(self, outlet: str, text: str, *said: tuple, on_day=DAY) -> "Press":
        made = document(text, outlet=outlet, on=on_day)
        self.documents[made.id] = made
        for words, value, measure, *fields in said:
            extra = fields[0] if fields else {}
            self.claims.append(claim(made, words, value, measure, **extra))
        return self

    def origins(self, *, reverse: bool = False) -> tuple[Origin, ...]:
        claims = self.claims[::-1] if reverse else self.claims
        shared = list(find_reuse(self.documents.values()))
        names = Names.of((), claims)
        return find_origins(claims, self.documents, names=names, shared=shared)

    def outlets(self) -> list[list[str]]:
        return [
            [str(self.documents[key].outlet) for key in origin.documents]
            for origin in self.origins()
        ]


ORLAN = {"claimant": "Ada Orlan", "affected": "Tarn", "period": up_to(DAY)}
RENN = {"claimant": "Bo Renn", "affected": "Tarn", "period": up_to(DAY)}
LOST = "people.casualties"


def test_same_speaker_and_figure_on_near_days_is_one_origin():
    press = Press()
    press.print(
        "A",
        "Ada Orlan: over 7,100 lost.",
        ("over 7,100", (7100, None, "at_least"), LOST, ORLAN),
    )
    press.print(
        "B",
        "Orlan: about 7,100.",
        ("about 7,100", (7100, 7100, "approx"), LOST, {**ORLAN, "claimant": "Orlan"}),
        on_day=DAY + NEXT,
    )
    press.print(
        "C",
        "Orlan: 7,100 lost.",
        ("7,100", 7100, LOST, {**ORLAN, "period": up_to(DAY + 30 * NEXT)}),
        on_day=DAY + 30 * NEXT,
    )
    origins = press.origins()
    assert [len(o.documents) for o in origins] == [2, 1]
    assert origins[0].speaker == "Ada Orlan"
    assert origins[0].day == DAY
    (hop,) = origins[0].hops
    assert hop.link is Link.FIGURE
    assert hop.changes[0].kinds == (Drift.BOUND,)


def test_two_speakers_with_one_figure_are_two_origins():
    press = Press()
    press.print("A", "Ada Orlan: 7,100 lost.", ("7,100", 7100, LOST, ORLAN))
    press.print("B", "Bo Renn: 7,100 lost.", ("7,100", 7100, LOST, RENN))
    assert press.outlets() == [["A"], ["B"]]


def test_narrator_takes_the_one_speaker_who_stated_it():
    press = Press()
    press.print(
        "A",
        "Ada Orlan: over 7,100 lost.",
        ("over 7,100", (7100, None, "at_least"), LOST, ORLAN),
    )
    press.print(
        "B",
        "Gone are 7,200 men.",
        ("7,200", 7200, LOST, {"affected": "Tarn"}),
        on_day=DAY + NEXT,
    )
    (origin,) = press.origins()
    assert origin.hops[0].changes[0].kinds == (
        Drift.VALUE,
        Drift.BOUND,
        Drift.ATTRIBUTION,
    ) or (Drift.ATTRIBUTION in origin.hops[0].changes[0].kinds)


def test_narrator_stays_alone_where_two_speakers_stated_it():
    press = Press()
    press.print("A", "Ada Orlan: 7,100 lost.", ("7,100", 7100, LOST, ORLAN))
    press.print("B", "Bo Renn: 7,100 lost.", ("7,100", 7100, LOST, RENN))
    press.print("C", "Gone are 7,100 men.", ("7,100", 7100, LOST, {"affected": "Tarn"}))
    assert press.outlets() == [["A"], ["B"], ["C"]]


@pytest.mark.parametrize(("days", "count"), [(0, 1), (400, 2)])
def test_a_place_taken_is_a_speaker_s_word_only_of_the_same_days(days, count):
    press = Press()
    held = {"affected": "Tarn", "place": "Olmar", "period": on(DAY)}
    said = {**held, "claimant": "Ada Orlan"}
    press.print("A", "Ada Orlan: Olmar fell.", ("Olmar", 1, "place.gained", said))
    held["period"] = on(DAY - days * NEXT)
    press.print("B", "Olmar is taken.", ("Olmar", 1, "place.gained", held))
    assert len(press.origins()) == count


def test_a_place_taken_that_nobody_is_named_for_is_no_utterance():
    press = Press()
    held = {"affected": "Tarn", "place": "Olmar", "period": on(DAY)}
    press.print("A", "Olmar fell.", ("Olmar", 1, "place.gained", held))
    press.print("B", "Olmar is taken.", ("Olmar", 1, "place.gained", held))
    assert len(press.origins()) == 2


@pytest.mark.parametrize("place", ["Bren", None])
def test_small_figures_need_a_place_that_fits(place):
    press = Press()
    fields = {**ORLAN, "place": "Olmar"}
    press.print("A", "Ada Orlan: 12 lost in Olmar.", ("12", 12, LOST, fields))
    press.print(
        "B", "Orlan says 12 in Bren.", ("12", 12, LOST, {**fields, "place": place})
    )
    assert len(press.origins()) == (2 if place else 1)


def place(name: str, kind: PlaceKind, region: str | None = None) -> Place:
    return Place(PlaceId(name), name, kind, 1, 2, "TA", region)


OLMAR = place("Olmar", PlaceKind.SETTLEMENT, "Tarn Valley")
VALLEY = place("Tarn Valley", PlaceKind.REGION)
HILLS = place("Tarn Hills", PlaceKind.REGION)


@pytest.mark.parametrize(("wider", "count"), [(VALLEY, 1), (HILLS, 2)])
def test_a_small_figure_fits_the_region_of_its_town(wider, count):
    press = Press()
    fields = {**ORLAN, "place": "Olmar", "located": OLMAR}
    press.print("A", "Ada Orlan: 12 lost in Olmar.", ("12", 12, LOST, fields))
    fields = {**ORLAN, "place": wider.name, "located": wider}
    press.print("B", f"Orlan: 12 lost in {wider.name}.", ("12", 12, LOST, fields))
    assert len(press.origins()) == count


TALE = (
    "The wind tore at the tents while the clerk read the list aloud, and {} men were"
    " named as missing from the bridge."
)


def test_shared_passage_joins_what_has_no_speaker():
    press = Press()
    missing = "people.missing"
    press.print("A", TALE.format("18"), ("18", 18, missing))
    press.print(
        "B", "More. " + TALE.format("17"), ("17", 17, missing), on_day=DAY + NEXT
    )
    (origin,) = press.origins()
    (hop,) = origin.hops
    assert hop.link is Link.PASSAGE
    assert [len(span.text.split()) > 15 for _, span in hop.proof] == [True, True]
    assert hop.changes[0].kinds == (Drift.VALUE,)


def test_older_words_told_again_join_their_own_day():
    press = Press()
    old = {**ORLAN, "accrual": Accrual.TOTAL}
    press.print(
        "A",
        "Ada Orlan: over 7,100.",
        ("over 7,100", (7100, None, "at_least"), LOST, old),
    )
    text = "Ada Orlan: over 7,900. In May she spoke of over 7,100."
    later = DAY + 40 * NEXT
    press.print(
        "B",
        text,
        ("over 7,900", (7900, None, "at_least"), LOST, {**old, "period": up_to(later)}),
        (
            "over 7,100",
            (7100, None, "at_least"),
            LOST,
            {**old, "period": on(DAY.replace(day=1), DAY.replace(day=31))},
        ),
        on_day=later,
    )
    assert sorted(len(o.documents) for o in press.origins()) == [1, 2]


def test_body_that_relays_its_own_speaker_joins():
    press = Press()
    orlan = Speaker(SpeakerId("1"), "Ada Orlan", party="vessia")
    palace = Speaker(SpeakerId("2"), "Palace", party="vessia")
    press.print(
        "A",
        "Ada Orlan: 7,143 lost.",
        ("7,143", 7143, LOST, {**ORLAN, "speaker": orlan}),
    )
    said = {**ORLAN, "claimant": "Palace", "speaker": palace}
    press.print(
        "B", "The palace: 7,143 lost.", ("7,143", 7143, LOST, said), on_day=DAY + NEXT
    )
    assert press.outlets() == [["A", "B"]]
    press.claims[1] = replace(press.claims[1], speaker=replace(palace, party="tarn"))
    assert press.outlets() == [["A"], ["B"]]


def test_order_of_input_changes_nothing():
    press = Press()
    for outlet in "ABC":
        press.print(
            outlet, f"{outlet}: Orlan said 7,100.", ("7,100", 7100, LOST, ORLAN)
        )
    assert press.origins() == press.origins(reverse=True)
    assert find_origins([], {}) == ()


def test_denial_is_no_repetition():
    press = Press()
    press.print("A", "Ada Orlan: 7,100 lost.", ("7,100", 7100, LOST, ORLAN))
    press.print(
        "B",
        "Not 7,100.",
        ("7,100", 7100, LOST, {"affected": "Tarn", "stance": Stance.DENIED}),
    )
    assert len(press.origins()) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. (Wire One)", ["Wire One"]),
        ("It rained.\nSource: Wire One", ["Wire One"]),
        ("It rained, Wire One reported on Monday.", ["Wire One"]),
        ("It rained, according to Wire One.", ["Wire One"]),
        ("With material from Wire One", ["Wire One"]),
        ("OLMAR - It rained --Wire One", ["Wire One"]),
        ("OLMAR, May 3 (Echo Two) It rained.", []),
        ("A wire one could trip over. (Nobody)", []),
        ("Wire One stands in the square.", []),
    ],
)
def test_credit_lines(text, expected):
    own = document(text, outlet="Echo Two")
    outlets = known_outlets([own, document("x", outlet="Wire One")])
    found = find_credits(own, outlets)
    assert [c.name for c in found] == expected
    for credit in found:
        credit.span.check(text)


def test_credited_document_is_earliest_of_its_day():
    press = Press()
    press.print("Zeta", "Ada Orlan said 7,100 were lost.", ("7,100", 7100, LOST, ORLAN))
    press.print("Alfa", "Ada Orlan said 7,100. (Zeta)", ("7,100", 7100, LOST, ORLAN))
    (origin,) = press.origins()
    assert press.outlets() == [["Zeta", "Alfa"]]
    assert origin.credited == ("Zeta",)
    assert origin.hops[0].link is Link.CREDIT
    assert [span.text for _, span in origin.hops[0].proof] == ["Zeta"]


def test_forest_refuses_two_labels():
    forest = Forest(["a", None, "b", None])
    assert forest.join(0, 1)
    assert forest.join(2, 3)
    assert not forest.join(1, 3)
    assert forest.groups() == [[0, 1], [2, 3]]
    assert forest.join(1, 3, across=True)
    assert forest.label(2) == "a"


@pytest.mark.parametrize(
    ("a", "b"),
    [("al-Qameshli", "Kamishly"), ("Rashideen", "Rashidin"), ("Kharkiv", "Harkov")],
)
def test_transcriptions_sound_alike(a, b):
    assert sound_of(a)[:4] == sound_of(b)[:4]


def test_a_change_says_what_stood_before_and_after():
    press = Press()
    press.print("A", "Ada Orlan: 7,143 men lost.", ("7,143 men", 7143, LOST, ORLAN))
    press.print(
        "B",
        "Dead are 7,143 men.",
        ("7,143 men", 7143, "people.killed", {"affected": "Tarn"}),
        on_day=DAY + NEXT,
    )
    (origin,) = press.origins()
    (change,) = origin.hops[0].changes
    assert describe_change(change) == (
        "attribution (speaker left out)",
        "scope (people.casualties -> people.killed)",
    )


def test_a_copy_with_a_credit_line_that_drops_the_bound_is_one_origin():
    press = Press()
    press.print(
        "Continental Wire",
        "The mayor of Olmar, Ada Orlan, said at least 12 people were killed.",
        (
            "at least 12 people",
            (12, None, "at_least"),
            "people.killed",
            {"claimant": "Ada Orlan", "period": on(DAY)},
        ),
    )
    press.print(
        "River News",
        "Twelve people were killed in a raid, Continental Wire reported.",
        ("Twelve people", 12, "people.killed", {"period": on(DAY)}),
    )
    press.print(
        "Hill Sheet",
        "At least twelve people died, as carried by Continental Wire.",
        (
            "At least twelve people",
            (12, None, "at_least"),
            "people.killed",
            {"claimant": "Continental Wire", "period": on(DAY)},
        ),
    )
    assert press.outlets() == [["Continental Wire", "Hill Sheet", "River News"]]


def test_a_copy_without_a_credit_line_and_a_small_figure_stays_alone():
    press = Press()
    for outlet, words in (("Wire", "12 people"), ("River", "Twelve people")):
        press.print(outlet, f"{words} were killed.", (words, 12, "people.killed"))
    assert len(press.origins()) == 2


@pytest.mark.parametrize(
    "line",
    [
        "With reporting from Continental Wire.",
        "As carried by Continental Wire, 12 died.",
        "Twelve died, Continental Wire reported.",
        "Twelve died (Continental Wire).",
        "A report by Continental Wire says 12 died.",
        "OLMAR — Continental Wire\n",
        "The raid killed 12, the mayor told Continental Wire.",
    ],
)
def test_credit_lines_come_in_many_shapes(line):
    wire = document("x", outlet="Continental Wire")
    found = find_credits(document(line, outlet="River"), known_outlets([wire]))
    assert [credit.name for credit in found] == ["Continental Wire"]
