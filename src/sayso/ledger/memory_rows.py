"""Which rows of claims fit and in what order, as plainly as it can be said."""

from __future__ import annotations

from sayso.ledger.filters import SHORTEST_PREFIX, Order, fold_words, has_terms
from sayso.ledger.held import HeldDocument
from sayso.ledger.rows import ROWS_PER_READING, ClaimRow


def sorted_rows(rows: list[ClaimRow], order: Order) -> list[ClaimRow]:
    """Give rows in an order that a user chose."""
    match order:
        case Order.NEWEST:
            return sorted(rows, key=lambda row: -row.number)
        case Order.PUBLISHED:
            newest = sorted(rows, key=lambda row: -row.number)
            return sorted(newest, key=lambda row: row.published or "", reverse=True)
        case Order.TEXT:
            return sorted(
                rows, key=lambda row: (row.number // ROWS_PER_READING, -row.number)
            )
        case Order.UNSURE:
            return sorted(rows, key=lambda row: (row.confidence, -row.number))


def has_facet(row: ClaimRow, facet: str, wanted: tuple[str, ...]) -> bool:
    """True for a row that one of the wanted keys of a facet counts."""
    return any(kind == facet and key in wanted for kind, key in row.facets())


def is_within_days(row: ClaimRow, since: str | None, until: str | None) -> bool:
    """True where a claim's days meet those from `since` to `until`, ISO 8601."""
    if since is not None and (row.day_to is None or row.day_to < since):
        return False
    return until is None or (row.day_from is not None and row.day_from <= until)


def has_words(row: ClaimRow, terms: tuple[tuple[str, ...], ...]) -> bool:
    """True where a claim's words have all that was searched."""
    return has_terms(fold_words(row.words), terms)


def is_named(held: HeldDocument, wanted: str) -> bool:
    """True for a document of a name, or of an id that begins so."""
    name = held.facts.name or ""
    return wanted in (name, name.rpartition("/")[2]) or (
        len(wanted) >= SHORTEST_PREFIX and held.id.startswith(wanted.lower())
    )
