"""Where an account lists the parts of one of its figures, and whether all of them.

"20 people: 12 soldiers and nine civilians" lists all; "of them 12 are men and nine
women" may leave some out; "12 in Kesten and seven in Mirova, 19 in all" sums up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.checks.support.account import (
    after,
    before,
    comparing_words,
    compiled,
    is_difference,
)
from sayso.checks.support.check import CheckContext, agree, between
from sayso.linking.names import place_key, thing_key
from sayso.model import Bound, Claim, ClaimUnit
from sayso.vocabulary.languages.comparing_words import ComparingWords

NEAREST = 60
"""Characters between two items of one list."""
FARTHEST = 220
"""Characters from a total to the first part in its own or the next sentence."""
MOST_PARTS = 12
"""Parts of one list."""
_COLON = r"[^.;:,\d]{0,60}[:—–]|\s-\s"
"""What stands between a total and a full list of its parts."""
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


def find_part_lists(
    account: Sequence[Claim], context: CheckContext
) -> Iterator[PartList]:
    """Give the lists of one document, whose claims come in the order of the text.

    The words make the list: a speaker named for one part only parts nothing.
    """
    taken: set[Claim] = set()
    for at, whole in enumerate(account):
        words = comparing_words(whole, context)
        if words is None or whole in taken or not _is_count(whole):
            continue
        rest = account[at + 1 : at + 1 + MOST_PARTS]
        found = _behind(whole, rest, words, context)
        if found is None and at > 1:
            earlier = account[max(0, at - MOST_PARTS) : at]
            found = _before(whole, earlier, words, context)
        if found is not None:
            taken.update(found.parts)
            yield found


def _is_count(claim: Claim) -> bool:
    """True for a number of things; a named place that changed hands is none."""
    is_place = claim.measure.startswith("place.")
    return claim.quantity.unit == ClaimUnit.COUNT and not is_place


def _behind(
    whole: Claim, rest: Sequence[Claim], words: ComparingWords, context: CheckContext
) -> PartList | None:
    """Give the list that follows a total, after a colon or taken up by "of them"."""
    parts: list[Claim] = []
    said = ""
    last = whole
    for claim in rest:
        if is_difference(claim, words, context):
            continue
        gap = between(last, claim, context)
        limit = FARTHEST if last is whole else NEAREST
        if gap is None or len(gap.text) > limit or not _is_part(claim, whole):
            break
        if compiled(words.some).search(gap.text) or (parts and "." in gap.text):
            break
        said += gap.text
        parts.append(claim)
        last = claim
    if len(parts) < 2 or not _ends_list(parts, words, context):
        return None
    said += after(parts[0], 40, context)
    is_listed = compiled(_COLON).match(said) is not None
    is_rest = compiled(words.others).search(said) is not None
    taken_up = compiled(words.of_them).search(said) is not None
    by_place = _by_place(parts, whole) and said.startswith((",", " "))
    of_kinds = is_listed and _last_word(whole.group) in _COLLECTIVE
    if is_listed and not (of_kinds or _by_place(parts, whole) or _bare(parts, whole)):
        return None
    if not (is_listed or taken_up or (by_place and ";" not in said)):
        return None
    if not is_listed and not _shut_out(parts, whole, words):
        return None
    is_full = (is_listed or is_rest) and not _goes_on(parts[-1], context)
    return PartList(whole, tuple(parts), is_full)


def _before(
    whole: Claim, earlier: Sequence[Claim], words: ComparingWords, context: CheckContext
) -> PartList | None:
    """Give the figures of its own sentence that a total with "in all" sums up."""
    sums = compiled(words.in_all)
    tail = after(whole, 30, context).split(",")[0].split(".")[0]
    if not (sums.match(tail.strip()) or sums.search(before(whole, 14, context))):
        return None
    parts = [
        c
        for c in earlier
        if c.sentence == whole.sentence and _is_part(c, whole, any_period=True)
    ]
    if len(parts) < 2:
        return None
    said = before(whole, 400, context)
    within = (words.some, words.of_them)
    if any(compiled(p).search(said) for p in within):
        return None
    if compiled(words.so_far).search(tail):
        return None
    return PartList(whole, tuple(parts), is_full=True)


def _is_part(claim: Claim, whole: Claim, *, any_period: bool = False) -> bool:
    """True for the same measure in the same unit, and no more of it than the whole."""
    part, total = claim.quantity.low, whole.quantity.low
    return (
        part is not None
        and (total is None or part <= total)
        and claim.measure == whole.measure
        and claim.quantity.unit == whole.quantity.unit
        and (any_period or _of_one_time(claim, whole))
        and claim.quantity.bound is not Bound.AT_MOST
    )


def _of_one_time(claim: Claim, whole: Claim) -> bool:
    """True when nothing says that a part is of other days than its total."""
    if agree(claim.accrual, whole.accrual):
        return True
    return claim.period == whole.period


def _ends_list(
    parts: Sequence[Claim], words: ComparingWords, context: CheckContext
) -> bool:
    """True when "and" or "the other" stands right before the last part."""
    gap = between(parts[-2], parts[-1], context)
    if gap is None:
        return False
    joined = compiled(rf"(?:{words.joins})\s(?:[^\W\d]+\s){{0,2}}$")
    return any(p.search(gap.text) for p in (joined, compiled(words.others)))


def _goes_on(last: Claim, context: CheckContext) -> bool:
    """True when more figures follow in the sentence of the last part."""
    rest = after(last, 400, context)[: last.sentence.end - last.quantity.span.end]
    return any(c.isdigit() for c in rest)


def _by_place(parts: Sequence[Claim], whole: Claim) -> bool:
    """True when the same thing is counted place by place."""
    places = {place_key(c) for c in parts}
    things = {thing_key(c) for c in parts} | {thing_key(whole)}
    return None not in places and len(places) == len(parts) and len(things - {None}) < 2


def _bare(parts: Sequence[Claim], whole: Claim) -> bool:
    """True when the parts are numbers of the very thing that the total counts."""
    return {thing_key(c) for c in parts} <= {None, thing_key(whole)}


def _shut_out(parts: Sequence[Claim], whole: Claim, words: ComparingWords) -> bool:
    """True when nobody can be counted in two of the parts."""
    if _by_place(parts, whole):
        return True
    if _bare(parts, whole):
        return len({place_key(c) for c in parts}) == 1
    kinds = {(c.group or "").split()[-1] if c.group else "" for c in parts}
    return len(kinds) == len(parts) and any(kinds <= known for known in words.exclusive)


def _last_word(group: str | None) -> str:
    """Give the head of what is counted; a bare number is of people."""
    return group.split()[-1] if group and group.split() else "person"
