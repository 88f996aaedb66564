"""How much of a document was read: its figures, and why some are no claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from sayso.model import Span, StatedQuantity
from sayso.model.quantity import CLAIM_UNITS
from sayso.web.interface import ENGLISH, say, say_of, spoken, to_say
from sayso.web.marked import Mark
from sayso.workspace import DocumentView

NOTHING: Mapping[tuple[int, int], str] = MappingProxyType({})
NO_EVENT = to_say("nothing that is counted was read around it")
AGE = to_say("an age")
IN_WORDS: Mapping[str, str] = {
    "a figure that no measure counts here": NO_EVENT,
    "a date that needs a publication date or a year": (
        to_say("a day that cannot be told without the day of publication or a year")
    ),
    "no place of this name fits": to_say(
        "no place of this name is known, or several are"
    ),
}
"""Reason that a reader records -> plain words for it; others stand as they are."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Words that were seen and not read, with the reason."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many figures of a text are claims."""

    figures: int
    """All that were seen, those of claims too."""
    read: int
    unread: tuple[Unread, ...]
    """Figures that are no claims, in the order of the text."""
    reasons: tuple[tuple[str, int], ...]
    """Their reasons with the number of each, by falling number."""
    others: tuple[Unread, ...]
    """What else was seen and not read: days, places, quotation marks."""

    @property
    def marks(self) -> Iterator[Mark]:
        """A mark for each figure that is no claim."""
        for one in self.unread:
            yield Mark(one.span.start, one.span.end, "unread", why=one.reason)


UNITS = (
    *("second", "minute", "hour", "day", "night", "week", "month", "quarter", "year"),
    *("decade", "century", "millimetre", "centimetre", "metre", "kilometre", "mile"),
    *("foot", "nautical mile", "kilometre per hour", "kilogram", "ton", "tonne"),
    *("kiloton", "litre", "barrel", "cubic metre", "megawatt", "gigawatt", "degree"),
    *("percentage point", "magnitude", "dollar", "euro", "pound sterling"),
    *("hryvnia", "russian ruble", "chinese yuan", "indian rupee", "shekel"),
)
"""Units that pages name in every language; of others they say that it is another."""


def coverage_of(
    view: DocumentView, settled: Mapping[tuple[int, int], str] = NOTHING
) -> Coverage:
    """Give what was read and what was not of a document's figures.

    A named place that changes hands is no figure.

    Args:
        view: The document.
        settled: Ends of stretches that hold no claim -> who says so.
    """
    claims = [c.claim for c in view.claims]
    spans = [claim.quantity.span for claim in claims]
    read = _characters(spans)
    figures = {f.span: _why(f) for f in view.figures}
    told = [Unread(g.span, IN_WORDS.get(g.reason, g.reason)) for g in view.gaps]
    by_reader = {one.span: one for one in told if one.reason == NO_EVENT}
    by_reader |= {one.span: one for one in told if one.span in figures}
    seen = _characters(by_reader)
    rest = [Unread(s, why) for s, why in figures.items() if not _touches(s, seen)]
    found = (*by_reader.values(), *rest)
    unread = sorted(
        (one for one in found if not _touches(one.span, read)), key=lambda u: u.span
    )
    unread = [_settle(one, settled) for one in unread]
    counted = Counter(one.reason for one in unread)
    whole = {c.quantity.span for c in claims if not c.measure.startswith("place.")}
    return Coverage(
        figures=len(whole) + len(unread),
        read=len(whole),
        unread=tuple(unread),
        reasons=tuple(sorted(counted.items(), key=lambda r: (-r[1], r[0]))),
        others=tuple(one for one in told if one.span not in by_reader),
    )


def _settle(one: Unread, settled: Mapping[tuple[int, int], str]) -> Unread:
    for (start, end), reviewer in settled.items():
        if start <= one.span.start and one.span.end <= end:
            return replace(one, reason=say("no claim, says %(name)s", name=reviewer))
    return one


def _why(figure: StatedQuantity) -> str:
    if figure.kind == AGE.rpartition(" ")[2]:
        return AGE
    if figure.unit not in CLAIM_UNITS:
        unit = figure.unit.replace("_", " ")
        if unit in UNITS:
            unit = say_of("unit", unit)
        elif spoken() is not ENGLISH:
            return say("an amount of another kind")
        return say("an amount of another kind (%(unit)s)", unit=unit)
    return NO_EVENT


def _characters(spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(at for span in spans for at in range(span.start, span.end))


def _touches(span: Span, characters: frozenset[int]) -> bool:
    return any(at in characters for at in range(span.start, span.end))
