"""Findings as SQL: those that are asked for, in the order in which to look at them."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.ledger.findings import FindingFilters, FindingOrder
from sayso.model import canonical_text

_USES = "number IN (SELECT finding FROM finding_inputs WHERE {} = ?)"


def narrow_findings(filters: FindingFilters) -> tuple[str, list[str]]:
    """Give the condition for filters, "" for none, and its values."""
    pairs = list(_conditions(filters))
    where = [condition for condition, _ in pairs]
    if filters.is_standing:
        where.append("withdrawn IS NULL")
    values = [canonical_text(value) for _, value in pairs]
    return (f" WHERE {' AND '.join(where)}" if where else ""), values


def _conditions(filters: FindingFilters) -> Iterator[tuple[str, str]]:
    for column in ("rule", "outcome", "level", "status"):
        value: str | None = getattr(filters, column)
        if value is not None:
            yield f"{column} = ?", value
    if filters.document is not None:
        yield _USES.format("document"), filters.document
    if filters.claim is not None:
        yield _USES.format("claim"), filters.claim


def order_by_urgency(order: FindingOrder) -> tuple[str, list[str]]:
    """Give the order of `sayso.ledger.findings.sort_by_urgency`, and its values."""
    columns = (
        ("level", order.levels),
        ("outcome", order.outcomes),
        ("rule", order.rules),
    )
    parts, values = list[str](), list[str]()
    for column, ranked in columns:
        if ranked:
            cases = " ".join(f"WHEN ? THEN {at}" for at in range(len(ranked)))
            parts.append(f"CASE {column} {cases} ELSE {len(ranked)} END")
            values += map(str, ranked)
    return f" ORDER BY {', '.join((*parts, 'places', 'number DESC'))}", values
