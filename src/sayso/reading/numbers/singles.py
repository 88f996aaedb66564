"""Counts that no number word states: "a drone", "another", "no civilians", "both".

Kept apart from `find_quantities`: most articles count nothing that is claimed, and only
a reader that knows the event can tell "a drone was shot down" from "a drone war".
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from sayso.model import Bound, Quantity, Span
from sayso.reading.numbers.cased.singles import find_cased_singles, find_cased_zeros
from sayso.reading.numbers.drafts import find_noun_of_whole
from sayso.reading.numbers.figure import Figure, FigureKind
from sayso.reading.numbers.nouns import AGED, Noun, find_noun
from sayso.reading.numbers.scan import Scan, any_of, open_scan
from sayso.vocabulary.languages import AnyLanguage, CasedLanguage
from sayso.vocabulary.languages.number_words import NumberWords

NEXT = re.compile(r"\s([\w-]{1,30})")
LAST = re.compile(r"([\w-]{1,30})\s$")
REACH = 32


def find_single_figures(text: str, *, language: AnyLanguage) -> tuple[Figure, ...]:
    """Give the unstressed ones and the pairs that a text mentions, in order.

    Args:
        text: Any text.
        language: Supplies articles and nouns.

    Returns:
        Kind single with value 1: "a nearby field clinic", "another", "a single one",
        "one of the drones" (partitive) and "one" where it stands alone; kind both with
        value 2. "One soldier" is a quantity of `find_quantities` and not here.

    Source: our own; CLAIMS.md, "Measures", on counts of one.
    """
    if isinstance(language, CasedLanguage):
        return find_cased_singles(text, language.numbers, language.things)
    scan = open_scan(text, language.numbers)
    found = _single_pattern(scan.words).finditer(scan.folded)
    figures = (_read_single(scan, match) for match in found)
    return tuple(figure for figure in figures if figure is not None)


def find_zero_figures(text: str, *, language: AnyLanguage) -> tuple[Figure, ...]:
    """Give the nones that a text mentions, in order: "no civilians", "nobody".

    Args:
        text: Any text.
        language: Supplies the words for none, and nouns.

    Returns:
        Kind zero with value 0: "not one village", "not a single drone", "none".

    Source: our own; CLAIMS.md, "Rulings on doubts": zero is a claim.
    """
    if isinstance(language, CasedLanguage):
        return find_cased_zeros(text, language.numbers, language.things)
    scan = open_scan(text, language.numbers)
    found = _zero_pattern(scan.words).finditer(scan.folded)
    figures = (_read_zero(scan, match) for match in found)
    return tuple(figure for figure in figures if figure is not None)


@cache
def _single_pattern(words: NumberWords) -> re.Pattern[str]:
    openers = {*words.articles, words.one, words.another, words.both}
    denied = rf"(?<!\b{re.escape(words.negation)}\s)"
    return re.compile(rf"(?<![\w’'-]){denied}(?:{any_of(openers)})(?=[\s,.;:!?)])")


@cache
def _zero_pattern(words: NumberWords) -> re.Pattern[str]:
    alone, opening = any_of(words.nobody), any_of(words.zeros)
    return re.compile(
        rf"(?<![\w’'-])(?:(?P<alone>{alone})(?![\w-])|(?P<open>{opening})(?=\s))"
    )


def _read_single(scan: Scan, match: re.Match[str]) -> Figure | None:
    words, opener = scan.words, match.group()
    if opener == words.both:
        noun = find_noun(scan, match.end(), singular=False, of=True)
        pair = noun is not None and noun.plural
        return _figure(scan, match, noun, FigureKind.BOTH) if pair else None
    if opener == words.one:
        return _read_one(scan, match)
    noun = find_noun(scan, match.end(), singular=True)
    if opener == words.another:
        return _figure(scan, match, noun, FigureKind.SINGLE)
    if noun is None or _is_number_word(scan, noun):
        return None
    return _figure(scan, match, noun, FigureKind.SINGLE)


def _read_one(scan: Scan, match: re.Match[str]) -> Figure | None:
    """Read "one" where it is no number before a noun: alone, or one of a group."""
    words = scan.words
    before = LAST.search(scan.folded, max(0, match.start() - REACH), match.start())
    after = NEXT.match(scan.folded, match.end())
    following = after.group(1) if after else ""
    last = before.group(1) if before else ""
    if last in words.pronoun_always or following in words.pronoun_after:
        return None
    if following != words.of and last in words.pronoun_before:
        return None
    if following == words.of:
        noun = find_noun(scan, match.end(), singular=False, of=True)
        if noun is None:
            return _one_of_a_number(scan, match)
        return _figure(scan, match, noun, FigureKind.SINGLE, partitive=True)
    if find_noun(scan, match.end(), singular=True) is not None:
        return None
    return _figure(scan, match, None, FigureKind.SINGLE)


def _one_of_a_number(scan: Scan, match: re.Match[str]) -> Figure:
    """Read the one of "one of the two drones", whose noun the two have as well."""
    noun = find_noun_of_whole(scan, match.end())
    found = _figure(scan, match, noun, FigureKind.SINGLE, partitive=True)
    span = Span.cut(scan.text, match.start(), match.end())
    return replace(found, quantity=replace(found.quantity, span=span))


def _is_number_word(scan: Scan, noun: Noun) -> bool:
    """True for "a few", "a dozen tanks", "a quarter": numbers, not things."""
    words = scan.words
    first, *rest = scan.folded[noun.start : noun.end].split()
    if first in words.fractions:
        return not rest or first in words.quarters
    return (
        first in words.scales
        or first in words.exact_groups
        or first in words.no_single
        or (first[0].isdigit() and AGED.fullmatch(first) is None)
    )


def _read_zero(scan: Scan, match: re.Match[str]) -> Figure | None:
    alone = match.lastgroup == "alone"
    if alone and match.group() not in scan.words.zeros:
        return _figure(scan, match, None, FigureKind.ZERO)
    after = NEXT.match(scan.folded, match.end())
    if not alone and (after is None or after.group(1) in scan.words.not_zero):
        return None
    noun = find_noun(scan, match.end(), singular=False)
    if noun is None or scan.folded[noun.head : noun.head_end] in scan.words.modifiers:
        noun = find_noun(scan, match.end(), singular=True) or noun
    if noun is None and not alone:
        return None
    return _figure(scan, match, noun, FigureKind.ZERO)


VALUES = {
    FigureKind.SINGLE: Decimal(1),
    FigureKind.BOTH: Decimal(2),
    FigureKind.ZERO: Decimal(0),
}


def _figure(
    scan: Scan,
    match: re.Match[str],
    noun: Noun | None,
    kind: FigureKind,
    *,
    partitive: bool = False,
) -> Figure:
    start, end = match.span()
    value = VALUES[kind]
    quantity = Quantity(
        span=Span.cut(scan.text, start, noun.end if noun else end),
        number=Span.cut(scan.text, start, end),
        low=value,
        high=value,
        bound=Bound.EXACT,
        unit="count",
    )
    return Figure(
        quantity,
        kind,
        noun=Span.cut(scan.text, noun.start, noun.end) if noun else None,
        head=Span.cut(scan.text, noun.head, noun.head_end) if noun else None,
        partitive=partitive,
    )
