import pytest

from checks.corpus import Corpus, total
from made import DAY
from sayso.checks.shares import CHECK
from sayso.model import Level, Outcome

GAINED = total(DAY, affected="Tarn", actor="Vessia", claimant="Ada Orlan")
HELD = total(DAY, affected="Vessia", actor="Tarn")


def account(share: str, area: str, rest: str, values: tuple, **held: object) -> Corpus:
    part, whole, left = values
    text = (
        f"Ada Orlan said Vessia had retaken {area}, or {share}, of the land. "
        f"Tarn still holds {rest} there."
    )
    corpus = Corpus().write(text)
    corpus.say(area, (*whole, "km2"), "territory.gained", **GAINED)
    corpus.say(share, (part, part, "exact", "percent"), "territory.gained", **GAINED)
    return corpus.say(rest, (*left, "km2"), "territory.held", **{**HELD, **held})


NINE_HUNDRED = ("900 km2", (900, 900, "exact"))


def test_shares_fires_on_a_rest_that_cannot_be_left():
    corpus = account(
        "99.5 percent",
        "1,260 km2",
        "three km2",
        ("99.5", (1260, 1260, "exact"), (3, 3, "exact")),
    )
    (finding,) = corpus.find(CHECK)
    assert finding.outcome is Outcome.INCONSISTENT
    assert finding.level is Level.STRONG
    assert [i.role for i in finding.inputs] == ["share", "part", "rest"]
    assert finding.working[3] == "left = whole - area: (5.67, 7) km2"
    assert finding.sentence.startswith("Ada Orlan stated")
    assert "(5.67, 7) km2" in str(finding.remedy)


@pytest.mark.parametrize(
    ("rest", "value", "held"),
    [
        ("six km2", (6, 6, "exact"), {}),
        ("about 7 km2", (7, 7, "approx"), {}),
        ("over 3 km2", (3, None, "at_least"), {}),
    ],
)
def test_shares_quiet_on_a_rest_that_fits(rest, value, held):
    corpus = account(
        "99.5 percent",
        "1,260 km2",
        rest,
        ("99.5", (1260, 1260, "exact"), value),
        **held,
    )
    assert [f.outcome for f in corpus.find(CHECK)] == [Outcome.CONSISTENT]


@pytest.mark.parametrize(
    "held",
    [
        {"actor": "Vessia"},
        {"place": "Olmar"},
        {"claimant": "Bo Renn"},
        total(DAY.replace(day=2)),
    ],
    ids=["own side", "elsewhere", "another speaker", "another day"],
)
def test_shares_leaves_what_is_not_the_rest(held):
    corpus = account(
        "99.5 percent",
        "1,260 km2",
        "three km2",
        ("99.5", (1260, 1260, "exact"), (3, 3, "exact")),
        **held,
    )
    gained = [c for c in corpus.claims if c.measure == "territory.gained"]
    corpus.claims = [
        c if c not in gained or "place" not in held else _placed(c)
        for c in corpus.claims
    ]
    assert [f.outcome for f in corpus.find(CHECK)] == [Outcome.CONSISTENT]


def _placed(claim):
    from dataclasses import replace

    return replace(claim, place="Bren")


def test_whole_implied_by_over_has_no_upper_limit():
    corpus = Corpus().write("Ada Orlan said over 1,100 km2, or 86%, was retaken.")
    corpus.say(
        "over 1,100 km2", (1100, None, "at_least", "km2"), "territory.gained", **GAINED
    )
    corpus.say("86%", (86, 86, "exact", "percent"), "territory.gained", **GAINED)
    (finding,) = corpus.find(CHECK)
    assert finding.outcome is Outcome.CONSISTENT
    assert "whole = area / share: (1,271.7, ∞) km2" in finding.working


def test_two_areas_near_a_share_are_left_alone():
    corpus = Corpus().write("They took 40 km2 and 50 km2, or 10% of it, in May.")
    corpus.say("40 km2", (40, 40, "exact", "km2"), "territory.gained", **GAINED)
    corpus.say("50 km2", (50, 50, "exact", "km2"), "territory.gained", **GAINED)
    corpus.say("10%", (10, 10, "exact", "percent"), "territory.gained", **GAINED)
    assert corpus.find(CHECK) == []


def ground(share: str, area: str, last: str, whole: tuple, **fields: object) -> Corpus:
    """A share, its area, and a last sentence with "1,300 km2" in it."""
    corpus = Corpus().write(
        f"Ada Orlan said Vessia had retaken {area}, or {share}, of the land. {last}"
    )
    number = area.split(maxsplit=1)[0].replace(",", "")
    part = (number, number, "exact", "km2")
    corpus.say(area, part, "territory.gained", **GAINED)
    percent = share.rstrip("%")
    corpus.say(
        share, (percent, percent, "exact", "percent"), "territory.gained", **GAINED
    )
    measure = fields.pop("measure", "territory.held")
    return corpus.say("1,300 km2", (*whole, "km2"), measure, **{**HELD, **fields})


FULL = (1300, 1300, "exact")


@pytest.mark.parametrize(
    ("last", "fields"),
    [
        ("Tarn had held 1,300 km2 there.", {}),
        ("At its height Tarn held 1,300 km2 there.", {"period": None}),
        ("Tarn took 1,300 km2 in the spring.", {"measure": "territory.gained"}),
    ],
)
def test_shares_fires_on_a_whole_that_is_another(last, fields):
    (finding,) = ground("86%", "860 km2", last, FULL, **fields).find(CHECK)
    assert (finding.outcome, finding.level) == (Outcome.INCONSISTENT, Level.LOOK)
    assert [i.role for i in finding.inputs] == ["share", "part", "whole"]
    assert finding.working[-1] == '"1,300 km2" is [1,250, 1,350)'
    assert str(finding.remedy).startswith("a whole within (988.4, 1,011.7) km2")


def test_shares_quiet_on_a_whole_that_fits():
    last = "Tarn had held 1,300 km2 there."
    (finding,) = ground("86%", "1,118 km2", last, FULL).find(CHECK)
    assert finding.outcome is Outcome.CONSISTENT
    assert "agrees with" in finding.sentence


@pytest.mark.parametrize(
    "fields",
    [{"actor": "Vessia"}, {"claimant": "Bo Renn"}, {"place": "Olmar"}],
    ids=["own side", "another speaker", "elsewhere"],
)
def test_shares_leaves_what_is_not_the_whole(fields):
    corpus = ground("86%", "860 km2", "Tarn had held 1,300 km2.", FULL, **fields)
    if "place" in fields:
        corpus.claims[:2] = map(_placed, corpus.claims[:2])
    (finding,) = corpus.find(CHECK)
    assert "nothing else in the document" in finding.sentence


def test_a_share_of_an_area_has_its_whole_beside_it():
    corpus = Corpus().write("Vessia retook 860 km2, or 86% of the 1,300 km2 lost.")
    for words, value in (("860 km2", 860), ("1,300 km2", 1300)):
        area = (value, value, "exact", "km2")
        corpus.say(words, area, "territory.gained", **GAINED)
    corpus.say("86%", (86, 86, "exact", "percent"), "territory.gained", **GAINED)
    (finding,) = corpus.find(CHECK)
    assert finding.outcome is Outcome.INCONSISTENT
    assert [i.span.text for i in finding.inputs] == ["86%", "860 km2", "1,300 km2"]


@pytest.mark.parametrize(
    ("share", "notes"),
    [
        ("30 percent of what it was", 1),
        ("30 percent less than in May", 0),
        ("30 percent more", 0),
    ],
)
def test_a_rise_or_fall_is_no_share_of_an_area(share, notes):
    corpus = Corpus().write(f"Vessia gained 198 km2, {share}.")
    corpus.say("198 km2", (198, 198, "exact", "km2"), "territory.gained")
    corpus.say("30 percent", (30, 30, "exact", "percent"), "territory.gained")
    assert len(corpus.find(CHECK)) == notes
