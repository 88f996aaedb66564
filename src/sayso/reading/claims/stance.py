"""How the text stands to a claim, and whether its figure is a running total."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sayso.model import (
    Accrual,
    Attribution,
    Period,
    PeriodKind,
    Quantity,
    Stance,
)
from sayso.reading.events.event import BE, HAVE, Event
from sayso.reading.events.frames import Role
from sayso.reading.events.line import Item
from sayso.vocabulary.languages.en.inflection import Form
from sayso.vocabulary.measures import measures_that

HEDGES = frozenset(
    """reportedly allegedly unconfirmed purportedly supposedly rumoured rumored
    apparently possibly""".split()
)
HEDGING_PAIRS = frozenset(
    {
        ("may", "have"), ("might", "have"), ("could", "have"), ("may", "be"),
        ("reports", "indicate"), ("reports", "indicated"), ("reports", "suggest"),
        ("reports", "suggested"), ("initial", "reports"), ("some", "reports"),
        ("unverified", "reports"), ("estimates", "indicating"), ("believed", "to"),
        ("said", "to"), ("thought", "to"), ("feared", "dead"), ("feared", "to"),
        ("not", "confirm"), ("not", "confirmed"),
    }
)  # fmt: skip
DENIALS = frozenset(
    """deny denies denied denying reject rejects rejected rejecting refute refutes
    refuted dismiss dismisses dismissed dismissing""".split()
)
FUTURE = frozenset(["will", "would", "shall", "'ll", "should", "must"])
AIMS = frozenset(
    """plan plans planned planning aim aims aimed aiming intend intends intended
    intending want wants wanted order ordered orders set expected vow vowed vows
    promise promised promises pledge pledged goal seek seeks sought hope hopes hoped
    task ready prepare prepares prepared preparing going due scheduled ask asked
    intention must need needs able""".split()
) - {"able"}
TOTAL_WORDS = frozenset(["already", "altogether", "cumulative", "cumulatively"])
TOTAL_PAIRS = frozenset(
    {
        ("in", "all"),
        ("so", "far"),
        ("to", "date"),
        ("by", "now"),
        ("in", "total"),
        ("total", "of"),
        ("until", "now"),
        ("till", "now"),
    }
)
NOW = frozenset("are is remain remains".split())
"""Words that with what lasts speak of all until now: "are missing"."""

TAKEN = ("equipment.", "people.captured")
SMALL = 100
"""Below it, "he said they had captured 5 guns" is of the event told; our own choice."""
LARGE = 1000
"""From here on an undated loss of people or equipment is no day's figure: the largest
daily losses any side has claimed stay below 3,000 and are dated. Shells and strikes
come by the thousand in a day."""


def judge_stance(
    items: Sequence[Item], event: Event | None, attribution: Attribution | None
) -> Stance:
    """Give how the sentence and the cue stand to the claim."""
    cue = attribution.cue if attribution else ()
    if any(word in DENIALS for span in cue for word in span.text.lower().split()):
        return Stance.DENIED
    if event is not None and _is_goal(items, event):
        return Stance.GOAL
    words = [item.text for item in items]
    if HEDGES.intersection(words) or not HEDGING_PAIRS.isdisjoint(pairwise(words)):
        return Stance.HEDGED
    return Stance.ASSERTED


def _is_goal(items: Sequence[Item], event: Event) -> bool:
    """True for "will release", "plans to retake", "are set for evacuation"."""
    before = [item.text for item in items[max(0, event.at - 7) : event.at]]
    if event.frame.rest[:2] == ("for", "evacuation"):
        return True
    if event.frame.role is Role.ACT:
        return before[-2:] == ["set", "for"] or before[-2:] == ["ready", "for"]
    if before and before[-1] in ("be", "not") and len(before) > 1:
        before = before[:-1]
    if before and before[-1] in FUTURE:
        return True
    if event.frame.form in (Form.BASE, Form.PARTICIPLE) or event.passive:
        for back, word in enumerate(reversed(before)):
            if word == "to":
                earlier = before[: len(before) - back - 1][-3:]
                return any(w in AIMS for w in earlier)
            if word in FUTURE:
                return True
            if word in HAVE or (word in BE and word != "be"):
                return False
    return False


def judge_accrual(
    items: Sequence[Item],
    event: Event | None,
    *,
    quantity: Quantity,
    measure: str,
    period: Period | None,
) -> Accrual | None:
    """Give whether the figure is of a period or a running total, None when unclear.

    Args:
        items: The sentence.
        event: What counts the figure.
        quantity: The figure.
        measure: Its measure.
        period: The period the sentence states, if any.
    """
    kind = period.kind if period is not None else None
    is_added = quantity.span.text.startswith("+")  # to a table's total
    if is_added or kind is PeriodKind.INTERVAL:
        return Accrual.FLOW
    if kind is PeriodKind.SINCE:
        return Accrual.TOTAL
    if measure.startswith("place."):
        return None if period is None else Accrual.FLOW
    if sums_up(items):
        return Accrual.TOTAL
    if event is not None and event.frame.role is Role.TALLY:
        return Accrual.TOTAL
    if period is not None:
        return Accrual.FLOW
    if measure in ("territory.gained", "territory.lost") and quantity.unit == "percent":
        return Accrual.TOTAL
    accrues, lasts = measures_that("accrues"), measures_that("lasts")
    perfect = event is not None and is_perfect(items, event)
    stated = quantity.low if quantity.low is not None else quantity.high
    is_small = stated is not None and stated < SMALL
    if is_small and measure.startswith(TAKEN) and _is_past_perfect(items, event):
        return Accrual.FLOW
    if measure in accrues | lasts and perfect:
        return Accrual.TOTAL
    if measure in lasts and event is not None and _is_now(items, event):
        return Accrual.TOTAL
    counted = measure in accrues | measures_that("of_an_event")
    counted = counted and measure not in measures_that("strikes")
    if counted and stated is not None and stated >= LARGE:
        return Accrual.TOTAL
    return Accrual.FLOW if measure in measures_that("of_an_event") else None


def sums_up(items: Sequence[Item]) -> bool:
    """True for a sentence that says it gives a total: "in all", "so far"."""
    words = [item.text for item in items]
    is_total = TOTAL_WORDS.intersection(words)
    return bool(is_total) or not TOTAL_PAIRS.isdisjoint(pairwise(words))


def _is_past_perfect(items: Sequence[Item], event: Event | None) -> bool:
    """True for "had captured": what somebody says of one event."""
    before = items[max(0, event.at - 4) : event.at] if event is not None else ()
    return any(item.text == "had" for item in before)


def _is_now(items: Sequence[Item], event: Event) -> bool:
    """True for "are missing", "remain displaced"."""
    return any(item.text in NOW for item in items[max(0, event.at - 3) : event.at])


def is_perfect(items: Sequence[Item], event: Event) -> bool:
    """True for "have taken", "having been seized"."""
    return any(item.text in HAVE for item in items[max(0, event.at - 4) : event.at])
