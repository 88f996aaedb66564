"""Counts of claims by facet: read from the cube, or walked where it has none.

The cube holds counts for no condition and under each measure, party, language and
status. Under anything else the newest claims that fit are counted one by one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import nlargest
from typing import Any

from sayso.ledger.filters import BY_ID, FACETS, NOBODY, UNATTRIBUTED, Filters, Order
from sayso.ledger.held import FacetCount, Facets
from sayso.ledger.schema import EVERYTHING
from sayso.ledger.sql_query import FACET_COLUMNS, Query, marks, order_by

Each = Callable[[str, Iterable[Any]], Iterator[tuple[Any, ...]]]
"""Runs a statement with its values and gives the rows."""

MOST_COUNTED = 5_000
"""Claims that are walked to count facets under several filters: 0.05 s of a core."""


_FEW = 400
"""Keys up to which their names are looked up one by one."""


def known_keys(each: Each, facet: str, wanted: str) -> Iterator[tuple[str, str]]:
    """Give the (key, label) pairs that claims have for a facet; of a key only its own.

    Thousands of names are gone through only where a name is wanted.
    """
    if facet in BY_ID:
        table = f"{facet}s"
        own = each(f"SELECT id FROM {table} WHERE id = ? AND claims > 0", [wanted])
        if any(own):
            yield wanted, wanted
            return
    match facet:
        case "speaker":
            yield from each("SELECT id, name FROM speakers WHERE claims > 0", [])
        case "place":
            for key, written, name in each("SELECT id, written, name FROM places", []):
                yield from ((key, written), (key, name))
        case _:
            for (key,) in each(
                "SELECT key FROM cube WHERE given = ? AND given_key = '' AND facet = ?",
                [EVERYTHING, facet],
            ):
                yield key, key


def only_key(
    filters: Filters, keys: Mapping[str, tuple[str, ...]]
) -> tuple[str, str] | None:
    """Give the one facet and key that are asked for, if it is no more than that."""
    others = (
        filters.text,
        filters.document,
        filters.since,
        filters.until,
        filters.rule,
    )
    if any(other is not None for other in others):
        return None
    if not keys:
        return EVERYTHING, ""
    ((facet, fits), *more) = keys.items()
    return (facet, fits[0]) if not more and len(fits) == 1 else None


def cubed_facets(each: Each, given: tuple[str, str], most: int | None) -> Facets:
    """Give the counts that the cube holds under a condition, the most frequent."""
    counted = {facet: Counter[str]() for facet in FACETS}
    rows = each(
        "SELECT facet, key, claims FROM cube WHERE given = ? AND given_key = ?", given
    )
    for facet, key, claims in rows:
        if facet != EVERYTHING:
            counted[facet][key] = claims
    return _labelled(each, counted, most, is_exact=True)


def walked_facets(each: Each, query: Query | None, most: int | None) -> Facets:
    """Count the newest claims that fit one by one; exact when these are all."""
    counted = {facet: Counter[str]() for facet in FACETS}
    is_exact = query is None or _walk(each, query, counted)
    return _labelled(each, counted, most, is_exact=is_exact)


def _walk(each: Each, query: Query, counted: dict[str, Counter[str]]) -> bool:
    newest = f"{order_by(Order.NEWEST, query)} LIMIT {MOST_COUNTED + 1}"
    columns = ", ".join(f"claims.{column}" for column in FACET_COLUMNS)
    statement = f"SELECT actor, affected, {columns}{query.tail}{newest}"
    rows = list(each(statement, query.values))
    is_exact = len(rows) <= MOST_COUNTED
    none = [()] * (2 + len(FACET_COLUMNS))
    columns_of = list(zip(*rows[:MOST_COUNTED], strict=True)) or none
    for facet, keys in zip(FACET_COLUMNS, columns_of[2:], strict=True):
        counted[facet].update(keys)  # a column at once: a tenth of the time by row
        del counted[facet][None]  # of claims without one
    for pair, count in Counter(zip(*columns_of[:2], strict=True)).items():
        for party in set(pair) - {None, ""}:
            counted["party"][party] += count
    return is_exact


def _labelled(
    each: Each, counted: dict[str, Counter[str]], most: int | None, *, is_exact: bool
) -> Facets:
    counts = {
        facet: _label(each, facet, _foremost(found, most))[:most]
        for facet, found in counted.items()
    }
    values = {facet: len(found) for facet, found in counted.items()}
    return Facets(counts, values, is_exact=is_exact)


def _foremost(found: Counter[str], most: int | None) -> Mapping[str, int]:
    """Give the keys that may be among the most frequent, those of equal number too."""
    if most is None or len(found) <= most:
        return found
    least = nlargest(most, found.values())[-1]
    return {key: count for key, count in found.items() if count >= least}


def _label(each: Each, facet: str, found: Mapping[str, int]) -> tuple[FacetCount, ...]:
    labels: dict[str, str] = {}
    if facet in ("speaker", "place") and found:
        where, values = "", list[str]()
        if len(found) <= _FEW:
            where, values = f" WHERE id IN ({marks(found)})", [*found]
        rows = each(f"SELECT id, min(name) FROM {facet}s{where} GROUP BY id", values)
        labels = dict(rows)
        labels[UNATTRIBUTED] = NOBODY
    counts = (FacetCount(k, labels.get(k, k), n) for k, n in found.items())
    return tuple(sorted(counts, key=FacetCount.rank))
