"""When a claim is dated, and whether its figure is a total or of one event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from sayso.model import (
    Accrual,
    Attribution,
    Document,
    Period,
    PeriodKind,
    Precision,
    Stance,
)
from sayso.reading.claims.context import Where
from sayso.reading.claims.scene import (
    as_total,
    choose_period,
    is_named,
    of_day,
)
from sayso.reading.claims.stance import (
    LARGE,
    is_perfect,
    judge_accrual,
    sums_up,
)
from sayso.reading.events.frames import Role
from sayso.reading.events.lists import is_earlier
from sayso.reading.events.match import Match
from sayso.vocabulary.measures import measures_that

BEHIND = 30
"""Characters behind an earlier figure within which its own day may stand."""
LONG_AGO = timedelta(days=60)
"""A month or year that ended longer ago than this is where a count began, when the
verb speaks of all until now."""


def _runs_on(
    stated: Period, match: Match, where: Where, published: date | None
) -> bool:
    """True for "the war, which began in 2011, has killed": counted until now."""
    if match.event is None or stated.first is None or published is None:
        return False
    is_coarse = stated.precision is not Precision.DAY
    is_past = stated.end is not None and stated.end < published - LONG_AGO
    return (
        is_named(stated)
        and not _is_range(stated)
        and is_coarse
        and is_past
        and is_perfect(where.items, match.event)
    )


def _is_range(period: Period) -> bool:
    """True for "from February to October 2023", which both ends bound."""
    if period.start is None or period.end is None:
        return False
    longest = 31 if period.precision is Precision.MONTH else 366
    return (period.end - period.start).days > longest


def _accrues(match: Match) -> bool:
    """True for what is counted until now; a toll is of its event, however it grows."""
    if match.measure in measures_that("accrues") | measures_that("lasts"):
        return True
    low = match.figure.quantity.low
    is_tally = match.event is not None and match.event.frame.role is Role.TALLY
    return not is_tally and low is not None and low >= LARGE


def _earlier(where: Where) -> Iterator[tuple[int, Period | None]]:
    """Yield position and own period of figures others are set against.

    "Up from 190 in April": the day stands behind the figure, or it has none.
    """
    for at, item in enumerate(where.items):
        if item.figure is None or not is_earlier(where.items, at):
            continue
        behind = [t for t in where.timexes if 0 < t.span.start - item.end <= BEHIND]
        text, first = where.sentence.text, where.sentence.start
        near = [
            t
            for t in behind
            if "," not in text[item.end - first : t.span.start - first]
        ]
        yield at, near[0].period if near else None


def _of_host(
    match: Match, where: Where, dated: Mapping[int, Period | None]
) -> tuple[Period | None, Accrual | None] | None:
    """Give the dates of the figure whose list or split this one is in, if in any."""
    if match.host is None:
        return None
    host = where.scene.dated.get(where.items[match.host].start)
    if host is not None and match.at in dated:
        return dated[match.at], host[1]
    return host


def period_of(
    document: Document,
    match: Match,
    where: Where,
    *,
    attribution: Attribution | None,
    stance: Stance,
) -> tuple[Period | None, Accrual | None]:
    """Give when it is said to have happened, and whether the figure is a total."""
    quantity, published = match.figure.quantity, document.published
    dated = dict(_earlier(where))
    shared = _of_host(match, where, dated)
    if shared is not None:
        return shared
    taken = [period for period in dated.values() if period is not None]
    own = [timex for timex in where.timexes if timex.period not in taken]
    stated = choose_period(
        document.text,
        quantity.span,
        own,
        sentence=where.sentence,
        attribution=attribution,
    )
    if stated is None:
        stated = where.scene.since(where.sentence.text, published)
    if stated is not None and _runs_on(stated, match, where, published):
        stated = replace(stated, kind=PeriodKind.SINCE, end=None)
    accrual = judge_accrual(
        where.items,
        match.event,
        quantity=quantity,
        measure=match.measure,
        period=stated,
    )
    if where.scene.is_bulletin and stated is None and not sums_up(where.items):
        accrual = Accrual.FLOW
    is_total = accrual is Accrual.TOTAL and _accrues(match)
    if stated is not None:
        if stated.kind is PeriodKind.SINCE:
            stated = as_total(stated, published) or stated
        if stance is not Stance.GOAL:
            where.scene.set_period(stated, where.paragraph)
        return (as_total(stated, published) if is_total else stated), accrual
    if stance is Stance.GOAL or match.measure.startswith("forces."):
        return None, accrual
    if match.measure.endswith(".held"):
        return of_day(published), accrual
    carried = where.scene.carry(where.paragraph)
    if is_total:
        is_since = carried is not None and carried.kind is PeriodKind.SINCE
        since = (
            None if match.measure in measures_that("lasts") or not is_since else carried
        )
        return as_total(since, published), accrual
    return carried, accrual
