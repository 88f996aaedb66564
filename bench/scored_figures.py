"""Quantities of `sayso extract` by the customs of the labelled news.

Its annotators record some things otherwise than a claim does, and this is the one
place that knows: a change "from 252 to 287" is one range; "thousands" is [1000, 10000]
and "dozens" is 12; a part in words is a share of one with the unit "%"; the unit of a
count is its noun phrase; "one of the bridges" is 1; "several" is none; about is
"about"; the span is that of the number alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sayso.reading.numbers.nouns import to_singular
from sayso.vocabulary.languages import ENGLISH

Record = dict[str, Any]

POWER = 10
DOZEN = 12
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


def adapt_quantities(quantities: Iterable[Record]) -> list[Record]:
    """Give the records that the quantity scorer reads, in the order of the text.

    Args:
        quantities: One document's "quantities" of `sayso extract`.

    Returns:
        One record a figure: `span` of the number, `value` as a number or [low, high],
        `bound` with "about" for approx, `unit` as text.
    """
    return list(_joined(_with_nouns(quantities)))


def _joined(quantities: Iterable[Record]) -> Iterator[Record]:
    """Yield a row a quantity, a change of two as one range."""
    held: Record | None = None
    for quantity in quantities:
        if quantity["vague"] is not None and quantity["vague"] < DOZEN:
            continue
        row = _to_row(quantity)
        if quantity["change"] == "from":
            held = row
            continue
        if held is not None:
            yield _as_range(held, row) if quantity["change"] == "to" else held
            held = None
            if quantity["change"] == "to":
                continue
        yield row
    if held is not None:
        yield held


def _with_nouns(quantities: Iterable[Record]) -> Iterator[Record]:
    """Give a bare count the noun of the count before it: "12 tanks ... and then 5"."""
    last: str | None = None
    for quantity in quantities:
        if quantity["unit"] != "count" or quantity["kind"] is not None:
            yield quantity
        elif quantity["noun"] is not None:
            last = quantity["noun"]
            yield quantity
        else:
            yield {**quantity, "noun": last}


def _as_range(low: Record, high: Record) -> Record:
    return {
        "span": [low["span"][0], high["span"][1]],
        "value": [_number(low["value"]), _number(high["value"])],
        "bound": "between",
        "unit": high["unit"] if high["unit"] != "-" else low["unit"],
    }


def _number(value: float | list[float]) -> float:
    return value[0] if isinstance(value, list) else value


def _to_row(quantity: Record) -> Record:
    bound = quantity["bound"]
    value: float | list[float]
    share = 100.0 if quantity["kind"] == "share" else 1.0
    if quantity["vague"] is not None:
        value, bound = _vague(quantity["vague"])
    elif isinstance(quantity["value"], list):
        value = [end / share for end in quantity["value"]]
    else:
        value = float(quantity["value"]) / share
    return {
        "span": quantity["number"],
        "value": value,
        "bound": "about" if bound == "approx" else bound,
        "unit": _unit(quantity),
    }


def _vague(power: float) -> tuple[float | list[float], str]:
    if power == DOZEN:
        return float(power), "exact"
    return [float(power), float(power * POWER)], "between"


def _unit(quantity: Record) -> str:
    base = quantity["unit"].replace("_", " ")
    if base == "count":
        base = _noun(quantity) or "-"
    if quantity["kind"] == "share":
        base = f"% {_noun(quantity) or '-'}"
    per = quantity["per"]
    return f"{base} per {per.replace('_', ' ')}" if per else base


def _noun(quantity: Record) -> str:
    if quantity["noun"] is None:
        return ""
    words = quantity["noun"].lower().split()
    last = to_singular(words[-1], ENGLISH.numbers.plurals)
    before = (BASE_FORMS.get(word, word) for word in words[:-1])
    return "count" if words[-1] == "times" else " ".join((*before, last))
