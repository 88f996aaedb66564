"""Counts that no number word states: a thing in the singular, none of them.

"Женщина", "БПЛА" alone, "без пострадавших", "жертв нет", "никто не ранен". Only a
reader that knows the event can tell one drone shot down from a drone named in passing,
so these stand apart from quantities.

Source: our own; CLAIMS.md, "Measures" on counts of one, "Rulings" on zero.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from sayso.model import Bound, Quantity
from sayso.reading.numbers.cased.nouns import SURE_ADJECTIVES, read_noun
from sayso.reading.numbers.figure import Figure, FigureKind
from sayso.reading.text.folded import Folded, fold_text
from sayso.vocabulary.languages.case_numbers import CaseNumbers
from sayso.vocabulary.languages.declined import DeclinedNouns

SINGLE_KINDS = frozenset(
    {"person", "fighter", "equipment", "drone", "munition", "attack", "building",
     "casualty", "site"}
)  # fmt: skip
"""Classes of which one, unstressed, may be counted."""
HARMED = frozenset({"person", "casualty", "fighter"})
MODEL = re.compile(r"(?<![\w«-])[^\W\d_]{1,4}(?:-\d{1,3}|\d{3})[^\W\d_]{0,3}(?![\w-])")
"""Name of a model: letters, a hyphen and figures, or three figures without one."""
ASIDE = 14
"""Items of an aside between commas."""
REACH = 6
"""Items between the words for harm and the "нет" that denies it."""


def find_cased_singles(
    text: str, words: CaseNumbers, things: DeclinedNouns
) -> tuple[Figure, ...]:
    """Give things named in the singular, in order.

    Args:
        text: Any text.
        words: Number words of its language: what they count is no single.
        things: Nouns of its language by class.

    Returns:
        Kind single, value 1; the span is the noun with the adjectives before it. A
        form that may be plural, too ("ракеты"), is left out.
    """
    line = fold_text(text)
    found = [_single(line, at, words) for at in _singulars(line, words, things)]
    found += [_model(line, *at) for at in _models(line, words, things)]
    return tuple(sorted(found, key=lambda figure: figure.quantity.span.start))


def _models(
    line: Folded, words: CaseNumbers, things: DeclinedNouns
) -> Iterator[tuple[int, int]]:
    """Yield the items of "Су-34" and "М777" that stand for one machine themselves.

    Behind a number or a noun they only say of which model it is.
    """
    for found in MODEL.finditer(line.text):
        at = bisect_left(line.starts, found.start(), 0, line.count)
        after = bisect_left(line.starts, found.end(), at, line.count)
        before = line.words[at - 1] if at else ""
        named = before in things.forms or before.startswith(words.models_behind)
        joined = before in words.list_joiners or line.is_number(at - 1)
        if not (named or joined or _is_counted(line, at, words)):
            yield at, after


def _model(line: Folded, at: int, after: int) -> Figure:
    span, one = line.span(at, after), Decimal(1)
    quantity = Quantity(span, span, one, one, Bound.EXACT, "count")
    return Figure(quantity, FigureKind.SINGLE, noun=span, head=span)


def _singulars(
    line: Folded, words: CaseNumbers, things: DeclinedNouns
) -> Iterator[int]:
    for at in range(line.count):
        form = things.forms.get(line.words[at])
        if form is None or not form.singular or form.kinds.isdisjoint(SINGLE_KINDS):
            continue
        alone = form.lemma == line.words[at] or _is_alone(line, at)
        if form.plural and not alone:
            continue
        if not _is_counted(line, at, words):
            yield at


def _is_alone(line: Folded, at: int) -> bool:
    """True for a word without endings written in capitals: "БПЛА"."""
    return line.text[line.starts[at] : line.ends[at]].isupper()


def _is_counted(line: Folded, at: int, words: CaseNumbers) -> bool:
    """True when a number stands before the noun, with adjectives between."""
    before = at - 1
    while (
        before >= 0
        and line.words[before].endswith(SURE_ADJECTIVES)
        and line.words[before] not in words.zeros
    ):
        before -= 1
    if before < 0:
        return False
    word = line.words[before]
    if word in words.labels_before or line.words[at + 1] == "№":
        return True
    return (
        line.is_number(before)
        or word in words.cardinals
        or word in words.scales
        or word in words.groups
        or word in words.zeros
        or word in words.containers
        or any(word in few.words for few in words.few)
    )


def _single(line: Folded, at: int, words: CaseNumbers) -> Figure:
    first = at
    while (
        first
        and at - first < 3
        and line.follows(first)
        and line.words[first - 1].endswith(SURE_ADJECTIVES)
        and line.words[first - 1] not in words.stops
    ):
        first -= 1
    span, head = line.span(first, at + 1), line.span(at, at + 1)
    one = Decimal(1)
    quantity = Quantity(span, head, one, one, Bound.EXACT, "count")
    return Figure(quantity, FigureKind.SINGLE, noun=span, head=head)


def find_cased_zeros(
    text: str, words: CaseNumbers, things: DeclinedNouns
) -> tuple[Figure, ...]:
    """Give the nones that a text mentions, in order.

    Args:
        text: Any text.
        words: Words for none.
        things: Nouns of its language by class.

    Returns:
        Kind zero, value 0: "ни одного дрона", "никто", "без жертв", "погибших нет".
        "Данных о жертвах нет" is none of them.
    """
    line = fold_text(text)
    found: list[Figure] = []
    after = 0
    for at in range(line.count):
        figure = _zero_at(line, at, words, things) if at >= after else None
        if figure is not None:
            found.append(figure)
            after = next(
                (
                    index
                    for index in range(at, line.count)
                    if line.starts[index] >= figure.quantity.span.end
                ),
                line.count,
            )
    return tuple(found)


def _zero_at(
    line: Folded, at: int, words: CaseNumbers, things: DeclinedNouns
) -> Figure | None:
    word = line.words[at]
    if word in words.nobody:
        return _zero(line, at, at + 1, None)
    if word in words.zeros:
        return _none_of(line, at, words)
    form = things.forms.get(line.words[at + 1])
    if word in words.none_of and form and not form.kinds.isdisjoint(HARMED):
        return _zero(line, at, at + 2, at + 1) if form.plural else None
    form = things.forms.get(word)
    if form is None:
        return None
    if not form.plural or (at and line.words[at - 1] in words.none_about):
        return None
    return _denied_behind(line, at, words)


def _none_of(line: Folded, at: int, words: CaseNumbers) -> Figure | None:
    """Read "ни одного дрона", "жодного цивільного", "ани одного"."""
    after = at + 1
    if line.words[at] in words.zero_needs_one:
        if line.words[after] not in words.zero_ones:
            return None
        after += 1
    elif line.words[after] in words.zero_ones:
        after += 1
    noun = read_noun(line, after, words)
    if noun is None:
        return _zero(line, at, after, None)
    return _zero(line, at, noun.after, noun.head)


def _denied_behind(line: Folded, at: int, words: CaseNumbers) -> Figure | None:
    """Read "пострадавших на земле нет", "жертв не зафиксировано"."""
    start = _behind_aside(line, at + 1)
    for after in range(start, min(line.count, start - 1 + REACH)):
        word = line.words[after]
        if start > at + 1 and _denies(line, after, words):
            return _zero(line, at, at + 1, at)
        if word in words.none_after:
            return _zero(line, at, after + 1, at)
        if _denies(line, after, words):
            return _zero(line, at, after + 2, at)
        if word in words.cardinals or not line.is_word(after):
            return None
        if word == words.negation:
            return None
    return None


def _denies(line: Folded, at: int, words: CaseNumbers) -> bool:
    """True for "нет" and "не зафиксировано"."""
    if line.words[at] in words.none_after:
        return True
    behind = line.words[at + 1]
    return line.words[at] == words.negation and behind.startswith(words.none_happened)


def _behind_aside(line: Folded, at: int) -> int:
    """Give the item behind ", как говорят в полиции,", or the same where none is."""
    if line.words[at] != ",":
        return at
    for closing in range(at + 2, min(line.count, at + ASIDE)):
        if line.words[closing] == ",":
            return closing + 1
        if line.words[closing] in ".!?;":
            break
    return at


def _zero(line: Folded, first: int, after: int, head: int | None) -> Figure:
    zero = Decimal(0)
    span = line.span(first, after)
    quantity = Quantity(span, span, zero, zero, Bound.EXACT, "count")
    noun = None if head is None else line.span(head, head + 1)
    return Figure(quantity, FigureKind.ZERO, noun=noun, head=noun)
