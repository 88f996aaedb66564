"""Figures in the form that the quantity scorer reads, with its annotators' habits.

The labelled news data records some things otherwise than a claim does, and this is the
one place that knows: a change "from 252 to 287" is one range; "thousands" is
[1000, 10000] and "dozens" is 12; a part in words is a share of one with the unit "%";
the unit of a count is its noun phrase; "one of the bridges" is 1; "several" is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from sayso.model import Bound
from sayso.reading.numbers.figure import Change, Figure, FigureKind
from sayso.reading.numbers.figures import find_figures
from sayso.reading.numbers.nouns import to_singular
from sayso.reading.numbers.singles import find_single_figures
from sayso.vocabulary.languages import ENGLISH, Language

POWER = Decimal(10)
DOZEN = Decimal(12)
BASE_FORMS = {
    "best": "good",
    "better": "good",
    "bigger": "big",
    "biggest": "big",
    "earlier": "early",
    "earliest": "early",
    "finest": "fine",
    "greatest": "great",
    "higher": "high",
    "highest": "high",
    "larger": "large",
    "largest": "large",
    "latest": "late",
    "longest": "long",
    "lower": "low",
    "newer": "new",
    "newest": "new",
    "older": "old",
    "oldest": "old",
    "poorest": "poor",
    "richest": "rich",
    "smaller": "small",
    "smallest": "small",
    "strongest": "strong",
    "worst": "bad",
    "younger": "young",
    "youngest": "young",
}
"""Compared adjective -> the form in which annotators write it in a unit."""


@dataclass(frozen=True, slots=True)
class _Scored:
    start: int
    end: int
    value: float | list[float]
    bound: str
    unit: str


def find_scored_figures(
    text: str, *, language: Language = ENGLISH
) -> tuple[Figure, ...]:
    """Give the figures that the scorer counts: quantities, and one of a group.

    Args:
        text: Any text.
        language: Supplies the words.
    """
    ones = find_single_figures(text, language=language)
    figures = (
        *find_figures(text, language=language),
        *(f for f in ones if f.partitive),
    )
    return tuple(sorted(figures, key=lambda f: f.quantity.span.start))


def to_score_quantities(figures: Iterable[Figure]) -> list[dict[str, Any]]:
    """Give the records that the scorer reads, in the order of the text.

    Args:
        figures: What `find_scored_figures` gave.

    Returns:
        One record a figure: `span` of the number, `value` as a number or [low, high],
        `bound` with "about" for approx, `unit` as text.
    """
    return [
        {
            "span": [row.start, row.end],
            "value": row.value,
            "bound": row.bound,
            "unit": row.unit,
        }
        for row in _scored(figures)
    ]


def _scored(figures: Iterable[Figure]) -> Iterator[_Scored]:
    held: _Scored | None = None
    for figure in _with_nouns(figures):
        if figure.kind in (FigureKind.ZERO, FigureKind.BOTH) or _is_several(figure):
            continue
        row = _to_row(figure)
        if figure.change is Change.FROM:
            held = row
            continue
        if held is not None:
            yield _as_range(held, row) if figure.change is Change.TO else held
            held = None
            if figure.change is Change.TO:
                continue
        yield row
    if held is not None:
        yield held


def _with_nouns(figures: Iterable[Figure]) -> Iterator[Figure]:
    """Give a bare count the noun of the count before it: "12 tanks ... and then 5"."""
    last: Figure | None = None
    for figure in figures:
        if figure.kind is FigureKind.COUNT and figure.noun is not None:
            last = figure
        elif figure.kind is FigureKind.COUNT and last is not None:
            figure = replace(figure, noun=last.noun)  # noqa: PLW2901
        yield figure


def _is_several(figure: Figure) -> bool:
    return figure.vague is not None and figure.vague < DOZEN


def _as_range(low: _Scored, high: _Scored) -> _Scored:
    ends = [_number(low.value), _number(high.value)]
    unit = high.unit if high.unit != "-" else low.unit
    return replace(high, start=low.start, value=ends, bound="between", unit=unit)


def _number(value: float | list[float]) -> float:
    return value if isinstance(value, float) else value[0]


def _to_row(figure: Figure) -> _Scored:
    quantity = figure.quantity
    bound = "about" if quantity.bound is Bound.APPROX else str(quantity.bound)
    value: float | list[float]
    low, high = quantity.low, quantity.high
    share = Decimal(100) if figure.kind is FigureKind.SHARE else Decimal(1)
    if figure.vague is not None:
        value, bound = _vague(figure.vague)
    elif quantity.bound is Bound.BETWEEN and low is not None and high is not None:
        value = [float(low / share), float(high / share)]
    else:
        single = high if low is None else low
        value = float((single or Decimal(0)) / share)
    span = quantity.number
    return _Scored(span.start, span.end, value, bound, _unit(figure))


def _vague(power: Decimal) -> tuple[float | list[float], str]:
    if power == DOZEN:
        return float(power), "exact"
    return [float(power), float(power * POWER)], "between"


def _unit(figure: Figure) -> str:
    base = figure.quantity.unit.replace("_", " ")
    if figure.kind in (FigureKind.COUNT, FigureKind.SINGLE):
        base = _noun(figure) or "-"
    if figure.kind is FigureKind.SHARE:
        base = f"% {_noun(figure) or '-'}"
    return f"{base} per {figure.rate.replace('_', ' ')}" if figure.rate else base


def _noun(figure: Figure) -> str:
    if figure.noun is None:
        return ""
    words = figure.noun.text.lower().split()
    last = to_singular(words[-1], ENGLISH.numbers.plurals)
    before = (BASE_FORMS.get(word, word) for word in words[:-1])
    return "count" if words[-1] == "times" else " ".join((*before, last))
