"""A sentence as a line of items: words, figures and names of places.

Figures and place names are one item each, so that "over 600 Russian troops" is one
step on the way from a verb to its object. The claim reader walks this line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sayso.model import Quantity, Span
from sayso.reading.text.sentences import find_words


class ItemKind(StrEnum):
    """What one step of the line is."""

    WORD = "word"
    FIGURE = "figure"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A quantity that could be a claim, with what it counts."""

    quantity: Quantity
    """In a claim's unit."""
    classes: tuple[str, ...]
    """Classes of things.toml its head noun belongs to; empty when it has none."""
    group: str | None
    """Head noun, lower case, singular."""
    words: tuple[str, ...]
    """Lower-case words of the span."""
    phrase: str = ""
    """The counted noun phrase without its number: "regime fighters"."""
    singular: bool = False
    """True for "a drone": one, unstressed."""


@dataclass(frozen=True, slots=True)
class Item:
    """One step: a word, a figure or a place name."""

    kind: ItemKind
    start: int
    end: int
    text: str
    """Lower-case text."""
    figure: Candidate | None = None


def line_up_items(
    text: str, sentence: Span, *, figures: Sequence[Candidate], places: Sequence[Span]
) -> list[Item]:
    """Give the items of a sentence in order.

    Args:
        text: The document's text.
        sentence: The sentence.
        figures: Figures inside it, in order, not overlapping.
        places: Place names inside it, in order; those inside figures are left out.
    """
    spans: list[tuple[int, int, Candidate | None]] = [
        (f.quantity.span.start, f.quantity.span.end, f) for f in figures
    ]
    taken = [(start, end) for start, end, _ in spans]
    spans += [
        (p.start, p.end, None)
        for p in places
        if not any(start < p.end and p.start < end for start, end in taken)
    ]
    spans.sort(key=lambda span: span[0])
    items: list[Item] = []
    at = sentence.start
    for start, end, figure in spans:
        if start < at:
            continue
        items += _words(text, at, start)
        kind = ItemKind.PLACE if figure is None else ItemKind.FIGURE
        items.append(Item(kind, start, end, text[start:end].lower(), figure))
        at = end
    return items + _words(text, at, sentence.end)


def _words(text: str, start: int, end: int) -> list[Item]:
    return [
        Item(ItemKind.WORD, a, b, text[a:b].lower())
        for a, b in find_words(text, start, end)
    ]
