"""Which of the days a page states is its day of publication: an order of trust.

Pages state many: of other articles, of videos, of the whole site, of changes. First
comes what is named the article's publication, then the structured data of the page's
own article, then what is named a date, then times beside the headline. Data that names
another address or another headline is of another article and counts for nothing. A day
in UTC gives way to the same instant written in the outlet's own time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum

from sayso.intake.days import StatedDay, find_day


class Trust(IntEnum):
    """How far a place is believed, the first the most; see docs/intake.md."""

    PUBLISHED = 1
    """A meta element that is named the article's publication."""
    OWN_DATA = 2
    """Structured data of an article with this page's address or headline."""
    ONLY_DATA = 3
    """Structured data of the only article on the page, which names neither."""
    MARKED = 4
    """An element of the article that is marked as its publication."""
    PAGE_DATA = 5
    """Structured data of the page as a page."""
    NAMED = 6
    """A meta element that is named a date."""
    BESIDE = 7
    """A time beside the headline."""
    UNTYPED = 8
    """Structured data that does not say of what."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A day with its place."""

    words: str
    place: str
    """Such as 'meta "article:published_time"' or "JSON-LD NewsArticle"."""
    trust: Trust


@dataclass(frozen=True, slots=True)
class Chosen:
    """The day of publication, where it stands, and what disagrees."""

    day: date | None = None
    words: str | None = None
    place: str | None = None
    doubts: tuple[str, ...] = ()


_FARTHEST = timedelta(hours=15)
"""How far an outlet's clock may be from UTC: 14 hours are in use."""
_QUARTER = timedelta(minutes=15)
_SLACK = timedelta(minutes=1)
_APART = timedelta(days=1)
"""Days that differ by one may be one instant in two zones."""
_MOST_DOUBTS = 5


def choose(candidates: Sequence[Candidate]) -> Chosen:
    """Give the day among those a page states."""
    read = [(c, find_day(c.words)) for c in sorted(candidates, key=lambda c: c.trust)]
    known = [(c, stated) for c, stated in read if stated is not None]
    if not known:
        return Chosen()
    first, stated = known[0]
    if stated.is_utc:
        first, stated = _local(known) or known[0]
    return Chosen(
        day=stated.day,
        words=first.words.strip(),
        place=first.place,
        doubts=tuple(_disagreeing(first, stated.day, known))[:_MOST_DOUBTS],
    )


def _local(
    known: Sequence[tuple[Candidate, StatedDay]],
) -> tuple[Candidate, StatedDay] | None:
    """Give the same instant as the first in the outlet's own time, where it stands."""
    instant = known[0][1].moment
    for candidate, stated in known[1:]:
        if instant is None or stated.is_utc or stated.moment is None:
            continue
        if _is_same(stated.moment, instant):
            return candidate, stated
    return None


def _is_same(local: datetime, instant: datetime) -> bool:
    """True for one instant; a clock without a zone may be off by whole quarters."""
    if local.tzinfo is not None:
        return abs(local - instant) <= _SLACK
    apart = abs(local - instant.replace(tzinfo=None))
    rest = apart % _QUARTER
    return apart <= _FARTHEST and min(rest, _QUARTER - rest) <= _SLACK


def _disagreeing(
    first: Candidate, day: date, known: Sequence[tuple[Candidate, StatedDay]]
) -> Iterator[str]:
    seen = {day}
    for candidate, stated in known:
        if candidate.trust > Trust.NAMED:
            continue
        if abs(stated.day - day) > _APART and stated.day not in seen:
            seen.add(stated.day)
            yield (
                f"the day of publication is {day} by {first.place},"
                f" {stated.day} by {candidate.place}"
            )
