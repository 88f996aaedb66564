"""Where an account lists the parts of one of its figures, and whether all of them.

"20 people: 12 soldiers and nine civilians" lists all; "of them 12 are men and nine
women" may leave some out; "12 in Kesten and seven in Mirova, 19 in all" sums up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sayso.checks.support.account import (
    after,
    before,
    comparing_words,
    compiled,
    headline_end,
    is_difference,
    is_one_named,
)
from sayso.checks.support.change_words import compares, is_compared_with
from sayso.checks.support.check import CheckContext, agree, between
from sayso.checks.support.enumerated import (
    is_enumerated,
    is_told_by_place,
    is_told_of,
    opens_next_sentence,
)
from sayso.checks.support.listed_parts import (
    AROUND,
    as_part,
    is_aside,
    is_count,
    is_part,
)
from sayso.checks.support.part_kinds import (
    are_bare,
    are_by_name,
    are_by_place,
    are_exclusive,
    are_kinds,
    are_named_kinds,
    are_shut_out,
    last_word,
)
from sayso.checks.support.unread import is_carried, is_unread, with_unread
from sayso.linking.names import place_key, places_fit
from sayso.model import Claim, Span
from sayso.vocabulary.languages.comparing_words import ComparingWords

NEAREST = 60
"""Characters between two items of one list."""
FARTHEST = 220
"""Characters from a total to the first part in its own or the next sentence."""
MOST_PARTS = 12
"""Parts of one list."""
LEAST_KINDS = 3
"""Kinds of one list of whom nobody is told to be in two, and still nobody is."""
_COLON = r"[^.;:,\d]{0,60}(?:[:—–(]|\s-\s)[^,;.]{0,30}"
"""What stands between a total and the first of a full list of its parts."""
_SAID = r"[^.;:\d]{0,140},(?P<said>[^.;:,\d]{3,60}):[^,;.]{0,30}"
"""The same with who counts between: "665 this year, the office said: 205 in May"."""
_ASIDE = r"[^.;:,\d]{0,60}(?P<aside>,[^.;:]{6,80}):[^,;.]{0,30}"
"""The same with a comparison between: "286, 41 fewer than in May (327): 150 in"."""
_BRACKETS = re.compile(r"\s?\([^()]{1,40}\)")
"""An aside, as of another count of a total."""
_DASH = re.compile(r"\s[—–]\s")
"""Behind a part too, it lists none: "fourteen - over the sea, four - over the town"."""
_CLAUSE = re.compile(r"[,;:()—–]|\s-\s")
"""What opens a clause."""
_COLLECTIVE = frozenset(
    """casualty captive civilian death detainee equipment hostage item loss officer
    people person piece prisoner serviceman soldier target trooper troop unit vehicle
    victim weapon""".split()
)
"""Last words of what a list may be parts of: tanks hold no guns."""


@dataclass(frozen=True, slots=True)
class PartList:
    """A total and the parts that are listed for it."""

    whole: Claim
    parts: tuple[Claim, ...]
    is_full: bool
    """True when the words say that no part is left out."""
    is_loose: bool = False
    """True when no words say that these are its parts, and only their order does."""


def find_part_lists(
    account: Sequence[Claim], context: CheckContext
) -> Iterator[PartList]:
    """Give the lists of one document, whose claims come in the order of the text.

    The words make the list: a speaker named for one part only parts nothing.
    """
    taken: set[Claim] = set()
    figures = with_unread(account, context)
    for at, whole in enumerate(figures):
        words = comparing_words(whole, context)
        if words is None or whole in taken or is_unread(whole) or not is_count(whole):
            continue
        said_otherwise = at > 0 and is_aside(whole, figures[at - 1], context)
        if said_otherwise or is_compared_with(whole, words):
            continue
        rest = figures[at + 1 : at + 1 + MOST_PARTS]
        found = _behind(whole, rest, words, context)
        if found is None and at > 1:
            earlier = figures[max(0, at - MOST_PARTS) : at]
            found = _before(whole, earlier, words, context)
        if found is not None and is_carried(found.parts):
            taken.update(found.parts)
            yield found


def _behind(
    whole: Claim, rest: Sequence[Claim], words: ComparingWords, context: CheckContext
) -> PartList | None:
    """Give the list that follows a total, after a colon or taken up by "of them"."""
    found = _gather(whole, rest, words, context)
    parts, said = found.parts, found.said
    if len(parts) < 2 or not _ends_list(parts, words, context):
        return None
    if any(_comes_to(parts, aside) for aside in found.asides):
        return None  # "200 families (900 people): 500 to Olmar and 400 to Bren"
    opening = between(whole, parts[0], context)
    is_list = opening is not None and _opens_list(opening, whole, words, context)
    is_listed = is_list and not any(
        _DASH.match(after(part, AROUND, context)) for part in parts[:-1]
    )
    is_rest = compiled(words.others).search(said) is not None
    taken_up = compiled(words.of_them).search(said) is not None
    held = are_by_place(parts, whole) and any(_may_hold(whole, part) for part in parts)
    held &= is_listed or not _has_a_place(whole, parts[0], context)
    held |= is_listed and are_by_name(parts, context)
    by_place = held and said.startswith((",", " ")) and ";" not in said
    of_kinds = is_listed and last_word(whole.group) in _COLLECTIVE
    if is_listed and not (of_kinds or held or are_bare(parts, whole)):
        return None
    is_loose = not (is_listed or taken_up or by_place)
    of_three = taken_up and len(parts) >= LEAST_KINDS and are_named_kinds(parts, words)
    if is_loose and not _is_loosely_listed(whole, parts, words, context):
        return None
    if not (is_listed or is_loose or of_three) and not are_shut_out(
        parts, whole, words
    ):
        return None
    is_loose |= of_three
    first, start = (parts[at].quantity.span.start for at in (0, -1))
    is_sure = not any(first < c.quantity.span.start <= start for c in found.left_out)
    is_full = (is_listed or is_rest) and is_sure
    is_full = is_full and not _goes_on(parts[-1], words, context)
    return PartList(whole, tuple(parts), is_full and not is_loose, is_loose=is_loose)


@dataclass(slots=True)
class _Gathered:
    """Figures behind a total that may be its parts, with what is passed over."""

    parts: list[Claim] = field(default_factory=list)
    said: str = ""
    """The words between them."""
    left_out: list[Claim] = field(default_factory=list)
    """Bare figures of other things."""
    asides: list[Claim] = field(default_factory=list)
    """Figures in brackets that count the total otherwise."""


def _gather(
    whole: Claim, rest: Sequence[Claim], words: ComparingWords, context: CheckContext
) -> _Gathered:
    """Give the figures behind a total up to the first that can be no part of it."""
    found = _Gathered()
    last = whole
    for figure in rest:
        claim = as_part(figure, whole, words, context)
        if claim is None:
            found.left_out.append(figure)
            continue
        if is_difference(claim, words, context) or is_compared_with(claim, words):
            continue
        gap = between(last, claim, context)
        if gap is not None and not gap.text.strip() and is_one_named(claim):
            continue  # the noun of the figure before it: "71 cruise" and "missile"
        if is_aside(claim, last, context):
            found.asides.append(claim)
            continue
        limit = FARTHEST if last is whole else NEAREST
        if gap is None or len(gap.text) > limit or not is_part(claim, whole):
            break
        if _is_said_again(whole, claim, context):
            break
        if compiled(words.some).search(gap.text) or (found.parts and "." in gap.text):
            break
        found.said += gap.text
        found.parts.append(claim)
        last = claim
    return found


def _is_loosely_listed(
    whole: Claim, parts: Sequence[Claim], words: ComparingWords, context: CheckContext
) -> bool:
    """True when the order of the words makes a list of parts of whom none is in two."""
    by_place = are_by_place(parts, whole)
    if is_enumerated(whole, parts, words, context):
        return not by_place and are_kinds(parts, words)
    if by_place and is_told_by_place(whole, parts, context):
        return True
    return are_exclusive(parts, words) and (
        is_told_of(whole, parts, words, context)
        or opens_next_sentence(whole, parts, words, context)
    )


def _comes_to(parts: Sequence[Claim], figure: Claim) -> bool:
    sums = [part.quantity.low for part in parts]
    return None not in sums and sum(s for s in sums if s) == figure.quantity.low


def _is_said_again(whole: Claim, part: Claim, context: CheckContext) -> bool:
    """True for a figure of the headline and what the text below begins with."""
    end = headline_end(context.documents.get(whole.document))
    return whole.quantity.span.start < end <= part.quantity.span.start


def _opens_list(
    opening: Span, whole: Claim, words: ComparingWords, context: CheckContext
) -> bool:
    """True when a colon or dash sets a list of parts behind a total.

    Words of its own between two commas may only be who says so, or what the total is
    compared with: "286, 41 fewer than in May (327): 150 in ...".
    """
    said = _BRACKETS.sub("", opening.text)
    if compiled(_COLON).fullmatch(said):
        return True
    aside = compiled(_ASIDE).fullmatch(opening.text)
    if aside is not None and compares(aside["aside"], words):
        return True
    match = compiled(_SAID).fullmatch(opening.text)
    reading = context.readings.get(whole.document)
    if match is None or reading is None:
        return False
    start, end = (opening.start + at for at in match.span("said"))
    cues = (cue for told in reading.attributions for cue in told.cue)
    return any(start <= cue.start < end for cue in cues)


def _before(
    whole: Claim, earlier: Sequence[Claim], words: ComparingWords, context: CheckContext
) -> PartList | None:
    """Give the figures of its own sentence that a total with "in all" sums up."""
    tail = after(whole, 30, context).split(",")[0].split(".")[0]
    is_behind = compiled(words.in_all).match(tail.strip()) is not None
    if not (is_behind or _is_summed(whole, earlier[-1], words, context)):
        return None
    speaker = context.names.speaker
    parts = [
        c
        for c in earlier
        if c.sentence == whole.sentence
        and is_part(c, whole, any_period=True)
        and (not is_unread(c) or _is_item(c, words, context))
    ]
    if len(parts) < 2 or not all(agree(speaker(c), speaker(whole)) for c in parts):
        return None
    gap = between(parts[-1], whole, context)
    if gap is None or _is_of_another_clause(gap.text):
        return None
    said = before(whole, 400, context)
    within = (words.some, words.of_them)
    if any(compiled(p).search(said) for p in within):
        return None
    if compiled(words.so_far).search(tail):
        return None
    return PartList(whole, tuple(_summed(parts, whole)), is_full=True)


def _summed(parts: Sequence[Claim], whole: Claim) -> Sequence[Claim]:
    """Give the last parts that come to a total, else all of them.

    "Three of the hurt died; 34 were killed in Olmar and six in Bren, 40 in all": the
    three are among the 34.
    """
    runs = (parts[at:] for at in range(len(parts) - 1))
    return next((run for run in runs if _comes_to(run, whole)), parts)


def _is_item(figure: Claim, words: ComparingWords, context: CheckContext) -> bool:
    """True for a bare figure right behind a comma or "and": "at ten" is an hour."""
    lead = before(figure, 14, context)
    return compiled(rf"(?:[,;:(—–-]|{words.joins})\s*$").search(lead) is not None


def _is_of_another_clause(gap: str) -> bool:
    """True when a total stands in a later clause that says more than the sum.

    "12 in Kesten and 7 in Mirova; 19 in all" sums up; "...; by the second account, at
    noon, 16 in all" counts anew.
    """
    _, semicolon, rest = gap.rpartition(";")
    return bool(semicolon) and "," in rest


def _is_summed(
    whole: Claim, nearest: Claim, words: ComparingWords, context: CheckContext
) -> bool:
    """True when "in all" right before a figure belongs to it: "..., in all 19".

    In "twelve for Kesten in all, and 79 rockets" it closes the clause of the figure
    before; a clause of its own begins behind a comma, a dash, "and" or a colon.
    """
    gap = between(nearest, whole, context)
    if gap is None or not compiled(words.in_all).search(before(whole, 14, context)):
        return False
    *_, last = (None, *compiled(words.in_all).finditer(gap.text))
    joins = compiled(words.joins)
    if last is None or joins.search(gap.text, last.end()):
        return False
    opening = gap.text[: last.start()]
    return _CLAUSE.search(opening) is not None or joins.search(opening) is not None


def _ends_list(
    parts: Sequence[Claim], words: ComparingWords, context: CheckContext
) -> bool:
    """True when "and" or "the other" stands right before the last part."""
    gap = between(parts[-2], parts[-1], context)
    if gap is None:
        return False
    joined = compiled(rf"(?:{words.joins})\s(?:[^\W\d]+\s){{0,2}}$")
    return any(p.search(gap.text) for p in (joined, compiled(words.others)))


def _goes_on(last: Claim, words: ComparingWords, context: CheckContext) -> bool:
    """True when more follows in the sentence of the last part: "the rest elsewhere"."""
    rest = after(last, 400, context)[: last.sentence.end - last.quantity.span.end]
    more = (words.others, words.some, rf"[,;]\s{words.joins}")
    goes_on = any(compiled(pattern).search(rest) for pattern in more)
    return goes_on or any(c.isdigit() for c in rest)


def _may_hold(whole: Claim, part: Claim) -> bool:
    """True when a total's place may have a part's in it: else it is one of the list."""
    return place_key(whole) is None or places_fit(whole, part)


def _has_a_place(whole: Claim, first: Claim, context: CheckContext) -> bool:
    """True when a place is named between a total and the first part: it is an item.

    "40 fell over the Olmar region, 19 over Selva, ten over Bren" has no total.
    """
    reading = context.readings.get(whole.document)
    start, end = whole.quantity.span.end, first.quantity.span.start
    toponyms = () if reading is None else reading.toponyms
    return any(start <= t.span.start and t.span.end <= end for t in toponyms)
