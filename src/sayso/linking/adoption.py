"""Figures in the narrator's voice put down to the one speaker who stated them.

First the same figure, then one that drifted by a twentieth at most; where two speakers
stated it, it stays alone. What is left joins its like in the narrator's voice of other
documents.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from sayso.linking.forest import Forest
from sayso.linking.joining import TELLING, WINDOW, is_telling, join_in_time
from sayso.linking.names import Names, place_key, places_fit
from sayso.linking.statements import (
    Figure,
    Statement,
    family_of,
    figure_of,
    is_vague,
    loose_thing,
)
from sayso.model import Claim

NEAR = Decimal("0.05")
"""Share by which a figure may have drifted and still be recognised."""
_WIDTH = -math.log(1 - float(NEAR))
"""Width of a bin of logarithms: figures that near lie in one bin or in neighbours."""
ROUND_UP_TO = 10_000
"""Figures from here on tell something even when two digits are all they have."""
MOST_ROUND_DIGITS = 2
"""Digits, without the noughts at the end, of a figure that may agree by chance."""
MOST_CANDIDATES = 200
"""Claims of one bin in a window of days that are looked at for one figure."""

Index = dict[Hashable, tuple[list[date], list[tuple[Claim, int]]]]


def adopt_narrators(
    statements: Sequence[Statement], names: Names, forest: Forest
) -> None:
    """Join each narrator's figure to the one speaker it can go back to, or its like."""
    voiced = _index((n, s) for n, s in enumerate(statements) if s.speaker is not None)
    left = []
    for number, statement in enumerate(statements):
        if statement.speaker is not None:
            continue
        found = _candidates(statement, voiced, names)
        if found and len({forest.label(candidate) for candidate in found}) == 1:
            forest.join(found[0], number)
        else:
            left.append((number, statement))
    _join_alike(left, statements, forest)


def _index(statements: Iterable[tuple[int, Statement]]) -> Index:
    """Give the claims by kind, size and day, so that a window is one look-up."""
    found: defaultdict[Hashable, list[tuple[date, int, Claim]]] = defaultdict(list)
    for number, statement in statements:
        for claim in statement.claims:
            if statement.last is not None:
                key = (_kind(claim), _bin(claim))
                found[key].append((statement.last, number, claim))
    return {
        key: ([day for day, *_ in entries], [(c, n) for _, n, c in entries])
        for key, entries in found.items()
    }


def _kind(claim: Claim) -> Hashable:
    thing = loose_thing(claim)
    return (family_of(claim), claim.quantity.unit, thing, str(claim.stance))


def _value(claim: Claim) -> Decimal:
    quantity = claim.quantity
    return (quantity.low if quantity.low is not None else quantity.high) or Decimal(0)


def _bin(claim: Claim) -> int:
    """Give the bin of a figure's logarithm, -1 for zero."""
    value = _value(claim)
    return max(0, math.floor(math.log(value) / _WIDTH)) if value > 0 else -1


def _candidates(statement: Statement, voiced: Index, names: Names) -> list[int]:
    """Give the statements that may be what a narrator's figure goes back to.

    Those with the very figure where there are any, else those near it.
    """
    claim = statement.claims[0]
    same: list[int] = []
    near: list[int] = []
    for other, number in _in_window(statement, voiced):
        distance = _distance(claim, other)
        if distance > NEAR or not _parties_fit(claim, other, names):
            continue
        if is_vague(claim) or is_vague(other) or _is_another_change(claim, other):
            continue
        large = is_telling(claim) and _value(claim) >= TELLING
        alike = large and (not _is_round(claim) or _same_event(claim, other, names))
        if distance == 0 and (alike or _same_place(claim, other)):
            same.append(number)
        elif distance > 0 and alike:
            near.append(number)
    return same or near


def _in_window(statement: Statement, voiced: Index) -> Iterator[tuple[Claim, int]]:
    """Give the claims of like size that were made about when the statement was."""
    claim = statement.claims[0]
    if statement.last is None or statement.first is None:
        return
    kind, size = _kind(claim), _bin(claim)
    for bin_ in (size - 1, size, size + 1):
        days, entries = voiced.get((kind, bin_), ([], []))
        low = bisect_left(days, statement.first - WINDOW)
        high = bisect_left(days, statement.last + timedelta(days=2))
        yield from entries[low : min(high, low + MOST_CANDIDATES)]


def _same_place(a: Claim, b: Claim) -> bool:
    """True when both name one place: for figures that may agree by chance."""
    return place_key(a) is not None and places_fit(a, b)


def _is_round(claim: Claim) -> bool:
    """True for a figure that many events may have: 1,000, 250, 160."""
    value = _value(claim)
    digits = f"{value:f}".rstrip("0").replace(".", "")
    return value < ROUND_UP_TO and len(digits) <= MOST_ROUND_DIGITS


def _same_event(a: Claim, b: Claim, names: Names) -> bool:
    """True when two figures name one place or side, or the words of both one day."""
    side = names.party(a.affected)
    if _same_place(a, b) or (side is not None and side == names.party(b.affected)):
        return True
    one, other = a.period, b.period
    if (place_key(a) and place_key(b)) or one is None or other is None:
        return False
    named = one.phrase is not None and other.phrase is not None
    return named and one.end == other.end


def _is_another_change(a: Claim, b: Claim) -> bool:
    """True for a named place, unless both say the same of it for the same days."""
    if not a.measure.startswith("place."):
        return False
    if a.measure != b.measure or a.period is None or b.period is None:
        return True
    return (a.period.start, a.period.end) != (b.period.start, b.period.end)


def _parties_fit(a: Claim, b: Claim, names: Names) -> bool:
    parties = {names.party(a.affected), names.party(b.affected)} - {None}
    return len(parties) < 2


def _distance(a: Claim, b: Claim) -> Decimal:
    """Give the share by which two figures differ, of the larger."""
    first, second = _value(a), _value(b)
    if first == second:
        return Decimal(0)
    return abs(first - second) / max(abs(first), abs(second))


def _join_alike(
    left: Sequence[tuple[int, Statement]],
    statements: Sequence[Statement],
    forest: Forest,
) -> None:
    """Join equal figures that no speaker is known for."""
    buckets: defaultdict[Figure, list[tuple[int, Claim]]] = defaultdict(list)
    for number, statement in left:
        claim = statement.claims[0]
        if claim.measure.startswith("place."):
            continue  # many see a town change hands; that is no one's words
        if is_telling(claim) or claim.place is not None:
            buckets[figure_of(claim)].append((number, claim))
    for entries in buckets.values():
        join_in_time(entries, statements, forest)
