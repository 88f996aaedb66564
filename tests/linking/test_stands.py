"""A figure of a draft beside a held one: what is a difference, and what is not."""

from dataclasses import replace
from datetime import date

import pytest

from made import claim, document, on, up_to
from sayso.linking.names import NO_NAMES
from sayso.linking.stands import differences
from sayso.model import Accrual, Claim, ClaimField, Evidence, Period, Span

TEXT = "Ada Orlan said 40 tanks were lost in the past five days."
REPORT = document(TEXT)
WORDS = Span(0, 3, TEXT[:3])
FIRST, LAST = date(2030, 5, 9), date(2030, 5, 14)


def made(period: Period | None, *, told: bool = True, **fields: object) -> Claim:
    """A claim whose days, and how it accrues, words carry or not."""
    spans = (WORDS,) if told else ()
    evidence = [Evidence(f, spans) for f in (ClaimField.PERIOD, ClaimField.ACCRUAL)]
    plain = claim(REPORT, "40 tanks", 40, "equipment.lost", claimant="Ada Orlan")
    return replace(plain, period=period, evidence=tuple(evidence), **fields)


STRETCH, TOTAL = on(FIRST, LAST), up_to(LAST)
CASES = [
    pytest.param(made(STRETCH), made(TOTAL), ["period"], id="five days, a total"),
    pytest.param(made(STRETCH), made(None), ["period"], id="five days, none told"),
    pytest.param(
        made(on(date(2030, 5, 1), LAST)), made(STRETCH), ["period"], id="two weeks"
    ),
    pytest.param(made(STRETCH), made(STRETCH), [], id="the same days"),
    pytest.param(
        made(on(LAST), told=False), made(on(FIRST)), [], id="the draft's own day"
    ),
    pytest.param(made(on(LAST)), made(on(FIRST)), ["period"], id="another day"),
    pytest.param(
        made(None, told=False, accrual=Accrual.FLOW),
        made(None, told=False, accrual=Accrual.TOTAL),
        [],
        id="nothing says how it accrues",
    ),
    pytest.param(
        made(None, accrual=Accrual.FLOW),
        made(None, told=False, accrual=Accrual.TOTAL),
        ["running total or period"],
        id="one says how it accrues",
    ),
    pytest.param(
        made(None, group="tank"), made(None, group="танк"), [], id="two alphabets"
    ),
    pytest.param(
        made(None, group="tank"),
        made(None, group="gun"),
        ["what is counted"],
        id="another thing",
    ),
]


@pytest.mark.parametrize(("draft", "held", "fields"), CASES)
def test_only_what_the_draft_says_is_a_difference(draft, held, fields):
    found = differences(draft, held, NO_NAMES)
    assert [str(one.field) for one in found] == fields
