from datetime import date, timedelta

import pytest

from checks.corpus import Corpus
from made import DAY
from sayso.checks.dates import CHECK
from sayso.model import (
    Outcome,
    Period,
    Precision,
    Span,
    Stance,
    Timex,
    TimexType,
)
from sayso.vocabulary.theatres import Constant, Theatre

PACK = Theatre(
    "olm",
    "The Olm war",
    "0",
    constants=(
        Constant("day.olmar_incursion", "our own", day="2029-08-06"),
        Constant("day.treaty", "our own", day="2029"),
        Constant("area.olm", "our own"),
    ),
)


def dated(
    text: str, phrase: str, first: date, last: date, precision: Precision
) -> Corpus:
    corpus = Corpus(theatres=(PACK,)).write(text)
    corpus.say("9 carts", 9, "equipment.lost", claimant="Ada Orlan")
    start = text.index(phrase)
    span = Span.cut(text, start, start + len(phrase))
    period = Period.of_days(first, last, precision=precision, phrase=span)
    timex = Timex(span, TimexType.DATE, "", period=period)
    corpus.timexes.append((corpus.last.id, timex))
    return corpus


def this_year(text: str) -> Corpus:
    first, last = date(2030, 1, 1), date(2030, 12, 31)
    return dated(text + " It cost 9 carts.", "this year", first, last, Precision.YEAR)


def test_event_of_last_year_dated_to_this_year():
    corpus = this_year("The incursion into the Olmar hills began earlier this year.")
    (finding,) = corpus.find(CHECK)
    assert finding.outcome is Outcome.INCONSISTENT
    assert finding.sentence.startswith(
        'Wire One dates the olmar incursion to "this year"'
    )
    assert "2029-08-06" in finding.sentence


@pytest.mark.parametrize(
    "text",
    [
        "The harvest in the Olmar hills began earlier this year.",
        "The incursion into the Olmar hills was debated this year.",
        "The incursion in the north began earlier this year.",
    ],
    ids=["another event", "no beginning", "another place"],
)
def test_other_events_are_left_alone(text):
    assert this_year(text).find(CHECK) == []


def test_right_year_is_left_alone():
    text = "The Olmar incursion began last year. It cost 9 carts."
    first, last = date(2029, 1, 1), date(2029, 12, 31)
    corpus = dated(text, "last year", first, last, Precision.YEAR)
    assert corpus.find(CHECK) == []


def ahead(days: int, phrase: str = "17 May", **fields: object) -> Corpus:
    day = DAY + timedelta(days=days)
    text = f"Ada Orlan said 9 carts were lost on {phrase}."
    span = Span.cut(text, text.index(phrase), len(text) - 1)
    period = Period.of_days(day, day, phrase=span)
    corpus = Corpus().write(text)
    said = {"claimant": "Ada Orlan", "period": period, **fields}
    return corpus.say("9 carts", 9, "equipment.lost", **said)


def test_claim_about_a_day_after_publication():
    (finding,) = ahead(3).find(CHECK)
    assert [i.role for i in finding.inputs] == ["figure", "date"]


@pytest.mark.parametrize(
    "corpus",
    [
        ahead(1),
        ahead(-3),
        ahead(3, "Friday"),
        ahead(3, stance=Stance.GOAL),
        ahead(3, period=None),
    ],
    ids=["time zones", "past", "weekday", "intended", "no date"],
)
def test_other_days_are_left_alone(corpus):
    assert corpus.find(CHECK) == []
