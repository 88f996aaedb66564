"""Counts of claims by facet: read from the cube, or walked where it has none.

The cube holds counts for no condition and under each measure, party and status. Under
anything else the newest claims that fit are counted one by one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sayso.ledger.filters import FACETS, NOBODY, UNATTRIBUTED, Filters, Order
from sayso.ledger.held import FacetCount, Facets
from sayso.ledger.schema import EVERYTHING
from sayso.ledger.sqlite_query import FACET_COLUMNS, Query, order_by

Each = Callable[[str, Iterable[Any]], Iterator[tuple[Any, ...]]]
"""Runs a statement with its values and gives the rows."""

MOST_COUNTED = 10_000
"""Claims that are walked to count facets under several filters: 0.1 s of a core."""


def known_keys(each: Each, facet: str) -> Iterator[tuple[str, str]]:
    """Give the (key, label) pairs that claims have for a facet."""
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


def cubed_facets(each: Each, given: tuple[str, str]) -> Facets:
    """Give the counts that the cube holds under a condition."""
    counted = {facet: Counter[str]() for facet in FACETS}
    rows = each(
        "SELECT facet, key, claims FROM cube WHERE given = ? AND given_key = ?", given
    )
    for facet, key, claims in rows:
        if facet != EVERYTHING:
            counted[facet][key] = claims
    return _labelled(each, counted, is_exact=True)


def walked_facets(each: Each, query: Query | None) -> Facets:
    """Count the newest claims that fit one by one; exact when these are all."""
    counted = {facet: Counter[str]() for facet in FACETS}
    is_exact = query is None or _walk(each, query, counted)
    return _labelled(each, counted, is_exact=is_exact)


def _walk(each: Each, query: Query, counted: dict[str, Counter[str]]) -> bool:
    newest = f"{order_by(Order.NEWEST, query)} LIMIT {MOST_COUNTED + 1}"
    columns = ", ".join(f"claims.{column}" for column in FACET_COLUMNS)
    statement = f"SELECT actor, affected, {columns}{query.tail}{newest}"
    for seen, row in enumerate(each(statement, query.values)):
        if seen == MOST_COUNTED:
            return False
        actor, affected, *keys = row
        for facet, key in zip(FACET_COLUMNS, keys, strict=True):
            if key is not None:
                counted[facet][key] += 1
        for party in {actor, affected} - {None, ""}:
            counted["party"][party] += 1
    return True


def _labelled(
    each: Each, counted: dict[str, Counter[str]], *, is_exact: bool
) -> Facets:
    counts = {facet: _label(each, facet, found) for facet, found in counted.items()}
    return Facets(counts, is_exact=is_exact)


def _label(each: Each, facet: str, found: Counter[str]) -> tuple[FacetCount, ...]:
    labels: dict[str, str] = {}
    if facet in ("speaker", "place") and found:
        rows = each(f"SELECT id, min(name) FROM {facet}s GROUP BY id", [])
        labels = dict(rows)
        labels[UNATTRIBUTED] = NOBODY
    counts = (FacetCount(k, labels.get(k, k), n) for k, n in found.items())
    return tuple(sorted(counts, key=FacetCount.rank))
