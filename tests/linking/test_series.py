from dataclasses import replace
from datetime import date, timedelta

import pytest

from made import DAY, claim, document, on, up_to
from sayso.linking.names import NO_NAMES, Names, place_key, thing_key
from sayso.linking.series import (
    By,
    Reason,
    compare_series,
    count_coverage,
    line_of,
    line_up,
    why_not_comparable,
)
from sayso.model import (
    Accrual,
    Bound,
    Period,
    Place,
    PlaceId,
    PlaceKind,
    Speaker,
    SpeakerId,
    Stance,
)
from sayso.vocabulary.theatres import (
    KnownSpeaker,
    Party,
    PartyKind,
    SpeakerKind,
    Theatre,
    load_theatres,
)

NEXT = timedelta(days=1)
TEXT = "Ada Orlan said 40 soldiers of Tarn were killed near Olmar."
WIRE = document(TEXT)
BASE = claim(
    WIRE,
    "40 soldiers",
    40,
    "people.killed",
    group="soldier",
    affected="Tarn",
    place="Olmar",
    period=on(DAY),
    accrual=Accrual.FLOW,
    claimant="Ada Orlan",
)
PACK = Theatre(
    "olm",
    "Olm",
    "0",
    parties=(
        Party(
            "tarn",
            "Tarn",
            PartyKind.STATE,
            adjectives=("Tarnish",),
            forces=("Armed Forces of Tarn",),
        ),
    ),
    speakers=(KnownSpeaker("Ada Orlan", SpeakerKind.PERSON, aliases=("Gen. Orlan",)),),
)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, None),
        ({"claimant": "Bo Renn"}, None),
        ({"group": "serviceman"}, None),
        ({"place": "the town of Olmar"}, None),
        ({"measure": "people.wounded"}, Reason.MEASURE),
        ({"group": "civilian"}, Reason.DEFINITION),
        ({"affected": "Vessia"}, Reason.DEFINITION),
        ({"place": "Bren"}, Reason.AREA),
        ({"place": None}, Reason.AREA),
        ({"period": on(DAY - NEXT)}, Reason.PERIOD),
        ({"period": None}, Reason.PERIOD),
        ({"accrual": Accrual.TOTAL}, Reason.PERIOD),
    ],
)
def test_what_may_be_compared(change, reason):
    other = replace(BASE, **change)
    assert why_not_comparable(BASE, other) is reason
    assert why_not_comparable(other, BASE) is reason


def test_two_lower_limits_cannot_differ():
    limit = claim(WIRE, "40 soldiers", (40, None, "at_least"), "people.killed")
    known = replace(BASE, quantity=limit.quantity)
    assert why_not_comparable(known, known) is Reason.BOUND


def test_two_upper_limits_cannot_differ():
    known = replace(BASE, quantity=replace(BASE.quantity, bound=Bound.AT_MOST))
    assert why_not_comparable(known, known) is Reason.BOUND


def test_series_are_compared_by_their_nearest_figures():
    later = replace(BASE, period=on(DAY + NEXT))
    other = replace(later, claimant="Bo Renn")
    series = line_up((BASE, later, other), {WIRE.id: WIRE})
    (compared,) = compare_series(series)
    assert compared.one.last == compared.other.last == DAY + NEXT
    assert compared.reason is None
    elsewhere = replace(other, place="Bren")
    (compared,) = compare_series(line_up((BASE, elsewhere), {WIRE.id: WIRE}))
    assert compared.reason is Reason.AREA


def test_totals_compare_by_their_last_day():
    total = replace(BASE, accrual=Accrual.TOTAL, period=up_to(DAY))
    since = replace(total, period=Period.of_days(date(2030, 1, 1), DAY))
    other = replace(total, period=Period.of_days(date(2030, 2, 1), DAY))
    assert why_not_comparable(total, since) is None
    assert why_not_comparable(since, other) is Reason.PERIOD


def daily(*values: object) -> tuple[dict, list]:
    documents, claims = {}, []
    for number, value in enumerate(values):
        if value is not None:
            day = DAY + NEXT * number
            made = document(f"Issue {number}: {value} soldiers.", on=day)
            documents[made.id] = made
            said = claim(made, f"{value} soldiers", value, "people.killed")
            fields = {"claimant": "Ada Orlan", "group": "soldier", "period": on(day)}
            claims.append(replace(said, accrual=Accrual.FLOW, **fields))
    return documents, claims


def test_line_up_is_blind_to_order_and_shows_gaps():
    documents, claims = daily(4, 5, None, None, 6, 7)
    (series,) = line_up(claims, documents)
    assert [p.claim.quantity.low for p in series.points] == [4, 5, 6, 7]
    assert [(g.first, g.last) for g in series.gaps] == [
        (DAY + 2 * NEXT, DAY + 3 * NEXT)
    ]
    assert line_up(reversed(claims), documents) == (series,)
    assert series.line.voice == "Ada Orlan"


def test_seldom_lines_have_no_gaps():
    documents, claims = daily(4, *[None] * 20, 5)
    assert line_up(claims, documents)[0].gaps == ()


def test_later_figure_for_the_same_days_is_a_revision():
    documents, claims = daily(40)
    later = document("Corrected: 47 soldiers.", on=DAY + NEXT)
    again = claim(later, "47 soldiers", 47, "people.killed")
    fields = {"claimant": "Ada Orlan", "group": "soldier", "period": on(DAY)}
    claims.append(replace(again, accrual=Accrual.FLOW, **fields))
    (series,) = line_up(claims, documents | {later.id: later})
    (revision,) = series.revisions
    assert revision.earlier.claim.quantity.low == 40
    assert revision.later.claim.quantity.low == 47


@pytest.mark.parametrize("stance", [Stance.DENIED, Stance.GOAL])
def test_denials_and_aims_are_in_no_series(stance):
    assert line_up([replace(BASE, stance=stance)], {WIRE.id: WIRE}) == ()


def test_undated_claims_are_in_no_series():
    bare = replace(WIRE, published=None)
    assert line_up([replace(BASE, period=None)], {bare.id: bare}) == ()


def test_lines_by_party():
    speaker = Speaker(SpeakerId("x"), "Ada Orlan", party="Vessia")
    said = replace(BASE, speaker=speaker)
    assert line_of(said, by=By.PARTY).voice == "Vessia"
    assert line_of(said).voice == "Ada Orlan"


def test_names_come_from_packs_and_from_the_corpus():
    full = replace(BASE, claimant="Bo Renn")
    names = Names.of([PACK], [full])
    said = [replace(BASE, claimant=c) for c in ("Gen. Orlan", "Orlan", "Renn", "Kass")]
    assert [names.speaker(c) for c in said] == [
        "Ada Orlan",
        "Ada Orlan",
        "Bo Renn",
        "Kass",
    ]
    assert {
        names.party(w) for w in ("Tarn", "Tarnish troops", "the Armed Forces of Tarn")
    } == {"Tarn"}
    assert names.party("rebels") == "rebels"
    assert names.party(None) is None


def test_surname_of_two_people_stands_for_neither():
    claims = [
        replace(BASE, claimant=name) for name in ("Ada Orlan", "Bo Orlan", "Orlan")
    ]
    names = Names.of([], claims)
    assert names.speaker(claims[2]) == "Orlan"


def test_a_common_noun_is_nobodys_surname():
    claims = [replace(BASE, claimant=name) for name in ("Eda Army", "army", "Army")]
    names = Names.of([], claims)
    assert [names.speaker(claim) for claim in claims] == [
        "Eda Army",
        "army",
        "Eda Army",
    ]


def test_the_army_is_not_the_one_army_that_a_pack_names():
    names = Names.of(load_theatres(), [])
    for word in ("army", "Army", "observatory", "ministry", "Ministry"):
        assert names.speaker(replace(BASE, claimant=word)) == word


def test_located_places_go_by_their_entry():
    olmar = Place(PlaceId("gn:1"), "Olmar", PlaceKind.SETTLEMENT, 1.0, 2.0, None)
    assert place_key(replace(BASE, located=olmar)) == "gn:1"
    assert place_key(replace(BASE, place="the Kell region")) == "kell"
    assert place_key(replace(BASE, place="Region")) == "region"


def test_areas_have_no_counted_thing():
    assert thing_key(replace(BASE, measure="territory.gained", group="land")) is None
    assert NO_NAMES.speaker(replace(BASE, claimant=None)) is None


def test_coverage_counts_documents_of_a_day():
    copies = [WIRE, document("Another.", outlet="Echo Two"), document("One more.")]
    undated = replace(document("No day."), published=None)
    assert [(c.outlet, c.documents) for c in count_coverage([*copies, undated])] == [
        ("Echo Two", 1),
        ("Wire One", 2),
    ]
