"""Gold reports as documents and claims, for tests of what is built on claims."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from sayso.model import (
    Accrual,
    Bound,
    Claim,
    Document,
    DocumentId,
    Period,
    PeriodKind,
    Quantity,
    Reading,
    Span,
    Stance,
)


def load_gold(path: Path) -> tuple[list[Reading], dict[str, list[str]]]:
    """Readings with the annotated claims, and the origins of each document by id."""
    readings, origins = [], {}
    for line in filter(None, path.read_text(encoding="utf-8").split("\n")):
        row = json.loads(line)
        published = row["published"]
        document = Document(
            row["text"],
            published=date.fromisoformat(published) if published else None,
            outlet=row["publisher"],
            name=row["id"],
        )
        claims = tuple(_claim(document, c) for c in row["claims"])
        readings.append(Reading(document, (), claims, (), (), (), (), "gold"))
        given = row.get("origin")
        known = [] if given in (None, "none") else given
        # the two files name one speech differently
        names = [known] if isinstance(known, str) else known
        origins[document.id] = [n.replace("gerasimov-", "ger-") for n in names]
    return readings, origins


def _claim(document: Document, row: dict) -> Claim:
    figure = row["quantity"]
    span = Span.cut(document.text, *figure["span"])
    quantity = Quantity(
        span,
        span,
        _decimal(figure["low"]),
        _decimal(figure["high"]),
        Bound(figure["bound"]),
        figure["unit"],
    )
    accrual = _first(row["accrual"])
    return Claim(
        document.id,
        quantity,
        str(_first(row["measure"])),
        Span.cut(document.text, *row["sentence"]),
        group=_first(row["group"]),
        affected=_first(row["affected"]),
        actor=_first(row["actor"]),
        place=_first(row["place"]),
        period=_period(row["period"]),
        accrual=Accrual(accrual) if accrual else None,
        claimant=_first(row["claimant"]),
        via=tuple(row["via"]),
        stance=Stance(str(_first(row["stance"]))),
    )


def _first(value: str | None) -> str | None:
    """The first of the readings that count as right."""
    if value is None or value.split(" | ")[0] == "null":
        return None
    return value.split(" | ")[0]


def _decimal(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _period(days: list | None) -> Period | None:
    if days is None:
        return None
    first, last = (None if d is None else date.fromisoformat(d) for d in days)
    if first is None:
        kind = PeriodKind.AS_OF
    else:
        kind = PeriodKind.POINT if first == last else PeriodKind.INTERVAL
    return Period.of_days(first, last, kind)


def pairs_of(groups: Iterable[Sequence[DocumentId]]) -> set[frozenset[DocumentId]]:
    """Give every two documents that stand in one group."""
    return {
        frozenset((a, b))
        for group in groups
        for at, a in enumerate(group)
        for b in group[at + 1 :]
    }
