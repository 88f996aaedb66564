"""Claims made by hand for tests: the words stand in a text of our own."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from sayso.model import (
    Bound,
    Claim,
    Document,
    Period,
    PeriodKind,
    Quantity,
    Span,
)

DAY = date(2030, 5, 14)
"""Publication day of all texts that name none."""


def document(text: str, *, outlet: str = "Wire One", on: date = DAY) -> Document:
    return Document(text, published=on, outlet=outlet)


def quantity(
    text: str,
    words: str,
    low: Any,
    high: Any,
    *,
    bound: str = "exact",
    unit: str = "count",
) -> Quantity:
    """A quantity at the first place where its words stand."""
    start = text.index(words)
    span = Span.cut(text, start, start + len(words))
    first = next((i for i, c in enumerate(words) if c.isdigit()), 0)
    last = next((i for i in range(len(words) - 1, -1, -1) if words[i].isdigit()), 0)
    digits = Span.cut(text, start + first, start + last + 1)
    return Quantity(
        span,
        digits if first <= last and words[first].isdigit() else span,
        None if low is None else Decimal(str(low)),
        None if high is None else Decimal(str(high)),
        Bound(bound),
        unit,
    )


def figure(words: str, low: Any, high: Any, bound: str = "exact", unit: str = "count"):
    """A quantity whose text is its words alone."""
    return quantity(words, words, low, high, bound=bound, unit=unit)


def claim(
    source: Document, words: str, value: Any, measure: str, **fields: Any
) -> Claim:
    """A claim at the words; `value` is a number, (low, high, bound) or with a unit."""
    low, high, bound, *unit = (
        value if isinstance(value, tuple) else (value,) * 2 + ("exact",)
    )
    made = quantity(
        source.text, words, low, high, bound=bound, unit=unit[0] if unit else "count"
    )
    text = source.text
    start = text.rfind(". ", 0, made.span.start) + 2
    end = text.find(". ", made.span.end)
    sentence = Span.cut(
        text, start if start > 1 else 0, len(text) if end < 0 else end + 1
    )
    return replace(Claim(source.id, made, measure, sentence), **fields)


def on(day: date, last: date | None = None) -> Period:
    return Period.of_days(day, last or day)


def up_to(day: date) -> Period:
    return Period.of_days(None, day, PeriodKind.AS_OF)
