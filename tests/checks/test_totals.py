"""Checks of running totals: falls, increments, rates, categories, exchanges."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest

from checks.corpus import Corpus, total
from made import DAY, on
from sayso.checks import categories, exchanges, falls, increments, rates
from sayso.checks.support.digits import are_exchanged, exchanged
from sayso.model import Accrual, Level, Outcome, Period, PeriodKind

VOICE = {"claimant": "Ada Orlan", "affected": "Tarn", "group": "tank"}
NEXT = timedelta(days=1)


def table(*values: object, group: str = "tank", start: int = 0, **fields) -> Corpus:
    return add(Corpus(), *values, group=group, start=start, **fields)


def add(corpus: Corpus, *values: object, group="tank", start=0, **fields) -> Corpus:
    """One document a day, each with one total; None leaves a day out."""
    for number, value in enumerate(values, start=start):
        if value is None:
            continue
        day = DAY + NEXT * number
        words, figure = value if isinstance(value, tuple) else (f"{value:,}", value)
        corpus.write(f"Day {number}, {group}: {words} lost in all.", on=day)
        said = {**VOICE, **total(day), "group": group, **fields}
        corpus.say(words, figure, "equipment.lost", **said)
    return corpus


ABOUT = ("about 4,000", (4000, 4000, "approx"))
OVER = ("over 4,500", (4500, None, "at_least"))


@pytest.mark.parametrize(
    ("corpus", "hint"),
    [
        (table(4210, 4237, 4236), "revised"),
        (table(4310, 4327, 4237, 4330), "revised"),
        (table(OVER, 4237), "revised"),
        (table(4310, 4320, 4231, 4330), "with two digits exchanged it reads 4,321"),
        (table(4230, 4327, 4250), "the earlier, with digits exchanged, reads 4,237"),
    ],
)
def test_falls_fires(corpus, hint):
    (finding,) = corpus.find(falls.CHECK)
    assert finding.outcome is Outcome.REVISED
    assert [i.role for i in finding.inputs] == ["earlier", "later"]
    assert hint in str(finding.remedy)


@pytest.mark.parametrize(
    "corpus",
    [
        table(4210, 4237, 4237, 4300),
        table(4010, ABOUT, 4020),
        table(4237, OVER, 4510),
        table(4210, 300),
        table(4237, 4200),
    ],
    ids=["rises", "about", "over after", "other scope", "rounded"],
)
def test_falls_quiet(corpus):
    assert corpus.find(falls.CHECK) == []


def test_falls_ignores_totals_of_two_stretches():
    """From the war's first day, and from June on."""

    def two(first, second):
        one, other = DAY, DAY + NEXT
        corpus = table(1150, period=Period.of_days(first, one, PeriodKind.AS_OF))
        until = Period.of_days(second, other, PeriodKind.AS_OF)
        return add(corpus, 1090, start=1, period=until)

    assert two(DAY - 60 * NEXT, DAY - 30 * NEXT).find(falls.CHECK) == []
    assert two(DAY - 60 * NEXT, DAY - 60 * NEXT).find(falls.CHECK)
    assert two(DAY - 60 * NEXT, None).find(falls.CHECK)


def test_falls_ignores_other_speakers():
    corpus = add(table(4237), 4100, start=1, claimant="Bo Renn")
    assert corpus.find(falls.CHECK) == []


def increment(stated: object, *totals_: object, days: int = 1) -> Corpus:
    corpus = table(*totals_)
    last = corpus.claims[-1].period.last
    words, figure = stated if isinstance(stated, tuple) else (f"{stated}", stated)
    corpus.write(f"In the past day {words} were lost.", on=last)
    flow = {
        **VOICE,
        "accrual": Accrual.FLOW,
        "period": on(last - NEXT * (days - 1), last),
    }
    return corpus.say(words, figure, "equipment.lost", **flow)


def test_increments_fires():
    (finding,) = increment(359, 4_000 + 10, 4_000 + 71).find(increments.CHECK)
    assert finding.outcome is Outcome.REVISED
    assert "later - earlier: [61, 61]" in finding.working


@pytest.mark.parametrize(
    ("corpus", "outcomes"),
    [
        (increment(61, 4010, 4071), [Outcome.CONSISTENT]),
        (increment(("about 60", (60, 60, "approx")), 4010, 4071), [Outcome.CONSISTENT]),
        (increment(1200, 893_400, 894_600), [Outcome.CONSISTENT]),
        (increment(61, 4010, None, 4071), []),
        (
            increment(("up to 90", (None, 90, "at_most")), 4010, 4071),
            [Outcome.CONSISTENT],
        ),
    ],
    ids=["equal", "about", "totals in hundreds", "two days", "up to"],
)
def test_increments_quiet(corpus, outcomes):
    assert [f.outcome for f in corpus.find(increments.CHECK)] == outcomes


def test_increments_ignore_totals_of_two_months():
    corpus = increment(359, 4_010, 4_071)
    at = DAY - 60 * NEXT
    for number, first in enumerate((at, at + 30 * NEXT)):
        until = Period.of_days(first, DAY + NEXT * number, PeriodKind.AS_OF)
        corpus.claims[number] = replace(corpus.claims[number], period=until)
    assert corpus.find(increments.CHECK) == []


def flows(*values: int) -> Corpus:
    corpus = Corpus()
    for number, value in enumerate(values):
        day = DAY + NEXT * number
        corpus.write(f"Day {number}: {value} drones came.", on=day)
        fields = {**VOICE, "accrual": Accrual.FLOW, "period": on(day)}
        corpus.say(f"{value} drones", value, "attacks.launched", **fields)
    return corpus


def test_rates_fires_on_a_flow_beyond_its_history():
    (finding,) = flows(*([90, 110, 70, 85] * 6), 901, 88).find(rates.CHECK)
    assert finding.outcome is Outcome.INCONSISTENT
    assert finding.level is Level.LOOK
    assert "largest of the 24 days before is 110" in finding.sentence


def test_rates_offers_exchanged_digits():
    (finding,) = flows(*([19, 11] * 12), 901).find(rates.CHECK)
    assert "with two digits exchanged" not in str(finding.remedy)
    (finding,) = flows(*([109, 101] * 12), 910).find(rates.CHECK)
    assert "with two digits exchanged" not in str(finding.remedy)


@pytest.mark.parametrize(
    "corpus",
    [
        flows(*([90, 110, 70, 85] * 6), 480),
        flows(90, 110, 901),
        flows(*([1, 0, 2, 1] * 6), 28),
    ],
    ids=["heavy day", "no history", "small"],
)
def test_rates_quiet(corpus):
    assert corpus.find(rates.CHECK) == []


def test_step_of_a_total_is_only_noted():
    values = [4000 + 7 * n + n % 3 for n in range(30)]
    corpus = table(*values, values[-1] + 120)
    (finding,) = corpus.find(rates.CHECK)
    assert (finding.outcome, finding.level) == (Outcome.CANNOT_CHECK, Level.NOTE)


def columns(**columns_: tuple[int, list[int]]) -> Corpus:
    corpus = Corpus()
    for group, (start, values) in columns_.items():
        add(corpus, *values, group=group, start=start)
    return corpus


GOING = {
    name: (0, [100 * at + n for n in range(50)])
    for at, name in enumerate(("tank", "gun", "drone"), start=1)
}


def test_categories_fires_and_names_the_likely_sum():
    corpus = columns(
        **GOING,
        truck=(0, list(range(150, 175))),
        tanker=(0, list(range(50, 75))),
        vehicle=(25, list(range(250, 275))),
    )
    (finding,) = corpus.find(categories.CHECK)
    assert finding.outcome is Outcome.NOT_COMPARABLE
    assert finding.working[-1] == "truck + tanker = 248, vehicle begins at 250"


def test_categories_quiet_when_nothing_changes():
    assert columns(**GOING).find(categories.CHECK) == []
    late = columns(**GOING, truck=(40, [3, 4, 5]))
    assert late.find(categories.CHECK) == []


def test_exchanges_fires():
    corpus = table(4237)
    corpus.write("The list has 4,327 tanks.", outlet="Echo Two")
    corpus.say("4,327", 4327, "equipment.lost", **VOICE, **total(DAY))
    (finding,) = corpus.find(exchanges.CHECK)
    assert finding.outcome is Outcome.INCONSISTENT
    assert "Wire One" in finding.sentence
    assert "Echo Two" in finding.sentence


@pytest.mark.parametrize("value", [4238, 4237, 4273 - 100])
def test_exchanges_quiet(value):
    corpus = table(4237)
    corpus.write(f"The list has {value:,} tanks.", outlet="Echo Two")
    corpus.say(f"{value:,}", value, "equipment.lost", **VOICE, **total(DAY))
    assert corpus.find(exchanges.CHECK) == []


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [(4237, 4327, True), (4237, 4237, False), (12, 21, True), (4237, 7234, False)],
)
def test_exchanged_digits(a, b, expected):
    assert are_exchanged(Fraction(a), Fraction(b)) is expected


def test_exchange_must_be_the_only_one():
    assert exchanged(Fraction(1212), Fraction(0), Fraction(9999)) is None
    assert exchanged(Fraction(101), Fraction(105), Fraction(120)) == 110
