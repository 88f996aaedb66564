"""Lists that stand behind a total without a colon or words like "of them".

"15 people were killed on Monday, nine soldiers and seven civilians"; "the dead are nine
men and seven women"; "31 were hurt. Nineteen were hurt in Kesten and 13 in Mirova".
Nothing says that such a list is full, or that it is one of parts at all: so a total of
anyone is asked for, of the same telling, days and place, right before it, and a list
that says nothing else. What is more than the total then, by little, is worth a look.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from sayso.checks.support.account import compiled
from sayso.checks.support.check import CheckContext, agree, between
from sayso.checks.support.unread import is_unread
from sayso.linking.accounts import counts_anyone, tells_anyone
from sayso.linking.names import place_key, places_fit
from sayso.model import Claim, ClaimField, Span
from sayso.vocabulary.languages.comparing_words import ComparingWords

MOST_EXCESS = Fraction(5, 4)
"""Times a total that its parts may come to: a slip leaves them near, figures of another
thing are anywhere."""
_APPOSED = re.compile(r"[^.;:()\d]{0,100},\s")
"""What stands before a list of the same sentence: a comma."""
_LED = re.compile(r"[^;:\d]{0,160}[.!?][”\"’]?\s+(?P<lead>[^.,;:()\d]{0,50})")
"""The same of the next sentence, with what leads to the list: "The dead are"."""
LEAST_BARE = 3
"""Bare numbers that make a list."""
_WITHIN = re.compile(r"[^.;:()\d]{0,100},(?P<lead>\s[^.,;:()\d]{0,50})")
"""The same behind a comma: ", which counted"."""
_TAIL = re.compile(r"(?:\s[^\W\d][\w’'-]*){0,4}\s?(?:[.,)]|$)")
"""What stands behind the last part: "of the guard", and who says so behind a comma."""
_SHUT = re.compile(r"\s?(?:[.,;)]|$)")
"""What stands behind it where it ends its clause."""
_HELD = frozenset("captive detainee hostage inmate prisoner".split())
"""People who were held, whoever they are."""


def is_enumerated(
    whole: Claim, parts: Sequence[Claim], words: ComparingWords, context: CheckContext
) -> bool:
    """True when parts with nouns of their own stand in a list right behind a total."""
    opening = between(whole, parts[0], context)
    if opening is None or not _is_of_anyone(whole, words):
        return False
    if not _leads_to_all(opening.text, words):
        return False
    return (
        _are_of_one_telling(whole, parts, context)
        and _are_told_alone(opening, parts, words, context)
        and _count_apart(parts)
        and all(_is_here(part, whole) for part in parts)
    )


def _leads_to_all(opening: str, words: ComparingWords) -> bool:
    """True when a comma or words like "the dead are" lead to a list."""
    if _APPOSED.fullmatch(opening):
        return True
    led = _LED.fullmatch(opening) or _WITHIN.fullmatch(opening)
    return led is not None and compiled(words.lists).search(led["lead"]) is not None


def is_told_by_place(
    whole: Claim, parts: Sequence[Claim], context: CheckContext
) -> bool:
    """True for "31 were hurt. Nineteen were hurt in Kesten and 13 in Mirova".

    Bare numbers that open the next sentence count what the total counts; its place
    holds all of theirs.
    """
    opening = between(whole, parts[0], context)
    led = None if opening is None else _LED.fullmatch(opening.text)
    if opening is None or led is None or led["lead"]:
        return False
    return (
        _are_of_one_telling(whole, parts, context)
        and all(part.group is None for part in parts)
        and place_key(whole) is not None
        and all(places_fit(whole, part) for part in parts)
        and not _names_a_day(opening, parts, context)
    )


def is_told_of(
    whole: Claim, parts: Sequence[Claim], words: ComparingWords, context: CheckContext
) -> bool:
    """True for "Of the 17 people who were killed nine were men and ten women"."""
    start = whole.quantity.span.start - whole.sentence.start
    ahead = whole.sentence.text[:start]
    return (
        compiled(words.out_of).fullmatch(ahead) is not None
        and parts[-1].sentence == whole.sentence
        and _ends_clause(parts[-1], words)
        and _are_of_one_telling(whole, parts, context)
    )


def opens_next_sentence(
    whole: Claim, parts: Sequence[Claim], words: ComparingWords, context: CheckContext
) -> bool:
    """True for "33 were killed. Twenty were fighters": a bare number opens it."""
    opening = between(whole, parts[0], context)
    led = None if opening is None else _LED.fullmatch(opening.text)
    if opening is None or led is None or led["lead"]:
        return False
    bare = parts[0].quantity.span.end == parts[0].quantity.number.end
    return (
        bare
        and _ends_clause(parts[-1], words)
        and _is_of_anyone(whole, words)
        and _are_of_one_telling(whole, parts, context)
        and not _names_a_day(opening, parts, context)
    )


def _is_of_anyone(whole: Claim, words: ComparingWords) -> bool:
    """True for a total of people of whatever kind; its sentence may have the noun."""
    if counts_anyone(whole) or (whole.group or "").split()[-1:] == ["person"]:
        return True
    if whole.group is not None:
        return whole.group.split()[-1] in (_HELD | words.bodies)
    start = whole.quantity.span.start - whole.sentence.start
    return tells_anyone(whole.sentence.text[:start])


def _are_of_one_telling(
    whole: Claim, parts: Sequence[Claim], context: CheckContext
) -> bool:
    """True when nothing says that others tell of the parts, or did it, or suffered."""
    names = context.names
    return all(
        agree(names.speaker(whole), names.speaker(part))
        and agree(names.party(whole.affected), names.party(part.affected))
        and agree(whole.actor, part.actor)
        for part in parts
    )


def _are_told_alone(
    opening: Span,
    parts: Sequence[Claim],
    words: ComparingWords,
    context: CheckContext,
) -> bool:
    """True when a list has nothing but its items and a word or two behind them."""
    item = rf"(?:\s[^\W\d][\w’'-]*){{0,4}}(?:,\s|,?\s(?:{words.joins})\s)"
    for one, other in pairwise(parts):
        gap = between(one, other, context)
        if gap is None or not compiled(item).fullmatch(gap.text):
            return False
    return (
        _TAIL.match(_rest(parts[-1])) is not None
        and not any(_is_told_behind(part, parts[-1]) for part in parts)
        and not _names_a_day(opening, parts, context)
    )


def _is_told_behind(part: Claim, last: Claim) -> bool:
    """True where what happened is told behind a list: "30 and 15 others had died"."""
    event = part.evidence_of(ClaimField.EVENT)
    end = last.quantity.span.end
    words = () if event is None else event.spans
    return any(end <= word.start < last.sentence.end for word in words)


def _ends_clause(last: Claim, words: ComparingWords) -> bool:
    """True when no more is said of the last part than its kind: "nine were men"."""
    rest = _rest(last)
    kind = compiled(words.is_kind).match(rest)
    return _SHUT.match(rest, 0 if kind is None else kind.end()) is not None


def _rest(last: Claim) -> str:
    """Give what its sentence has behind a figure."""
    return last.sentence.text[last.quantity.span.end - last.sentence.start :]


def _names_a_day(opening: Span, parts: Sequence[Claim], context: CheckContext) -> bool:
    """True when the sentence of the parts tells a day of its own."""
    first, last = parts[0], parts[-1]
    reading = context.readings.get(first.document)
    start, end = max(opening.start, first.sentence.start), last.sentence.end
    if first.sentence.start < opening.start:
        start = first.quantity.span.start  # the total's own sentence tells its day
    timexes = () if reading is None else reading.timexes
    return any(start <= t.span.start < end for t in timexes)


def _count_apart(parts: Sequence[Claim]) -> bool:
    """True for parts with a noun each, and for three bare numbers or more.

    Of "ten from one family and six under age" some may be both; of "11 in a van, five
    on a bridge and three in a field" nobody is.
    """
    nouns = {_noun(part) for part in parts}
    if nouns == {None}:
        return len(parts) >= LEAST_BARE
    return None not in nouns and len(nouns) == len(parts)


def _noun(part: Claim) -> str | None:
    """Give the head of what a part counts, None for a bare number."""
    words = (part.group or "").split()
    if not words:
        said, number = part.quantity.span.text, part.quantity.number.text
        words = said.replace(number, " ", 1).split()
    return words[-1] if words else None


def _is_here(part: Claim, whole: Claim) -> bool:
    """True when a part is of no other place than its total."""
    return place_key(part) in (None, place_key(whole)) or is_unread(part)
