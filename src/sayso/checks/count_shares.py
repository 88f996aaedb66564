"""A share and the number it stands for, beside the whole that it is a share of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sayso.checks.support.account import (
    after,
    before,
    by_sentence,
    comparing_words,
    compiled,
    is_difference,
)
from sayso.checks.support.check import (
    Check,
    CheckContext,
    agree,
    between,
    by_document,
    claim_input,
    reading_of,
    words_of,
)
from sayso.checks.support.unread import is_carried, is_unread, with_unread
from sayso.linking.interval import Interval, as_printed, as_rounded
from sayso.linking.names import place_key, thing_key
from sayso.linking.statements import is_vague
from sayso.model import (
    Bound,
    Claim,
    ClaimUnit,
    Finding,
    Input,
    Level,
    Outcome,
    Span,
    Stance,
)
from sayso.vocabulary.languages.comparing_words import ComparingWords

FARTHEST = 600
"""Characters between a share and a whole told before it: four or five sentences."""
LOOSE = Fraction(1, 8)
"""Part of itself by which a share in words may be off: a quarter of 50 is 11 to 14."""
BESIDE = 250
"""The same where the part has no noun: one sentence or two."""
CLAUSE = 120
"""Characters from a part over its whole to its share."""
_TIE = re.compile(r"[^\W\d]|\(")
"""What bare figures need between them, a word or a bracket: "45, or 15 percent"."""
_HUNDREDTH = Fraction(1, 100)


def check_count_shares(
    claims: Sequence[Claim], context: CheckContext
) -> Iterator[Finding]:
    """Give shares of counted things beside the part and the whole that are stated."""
    stated = [c for c in claims if c.stance is Stance.ASSERTED and not is_vague(c)]
    for account in by_document(stated):
        figures = with_unread(account, context)
        counts = [c for c in figures if c.quantity.unit == ClaimUnit.COUNT]
        for share in figures:
            if share.quantity.unit == ClaimUnit.PERCENT:
                yield from _by_number(share, counts, context)
        for sentence in by_sentence(counts):
            yield from _by_words(sentence, context)


@dataclass(frozen=True, slots=True)
class _Whole:
    """What a share is of, and whether the words say so."""

    claim: Claim
    is_told: bool


def _by_number(
    share: Claim, counts: Sequence[Claim], context: CheckContext
) -> Iterator[Finding]:
    """Give "30%, or 17" beside the 51 it is of."""
    words = comparing_words(share, context)
    part = None if words is None else _part(share, counts, words, context)
    if words is not None and part is None:
        part = _apposed_to_whole(share, counts, words, context)
    if words is None or part is None or _is_of_others(share, words, context):
        return
    smaller = _out_of(part, counts, words, context)
    if smaller is None:
        whole = _whole(share, part, counts, words, context)
    else:
        part, whole = smaller, _Whole(part, is_told=True)
    figures = None if whole is None else (share, part, whole.claim)
    if whole is None or figures is None or not is_carried(figures):
        return
    size = as_printed(share.quantity).scale(_HUNDREDTH)
    inputs = (claim_input(share, "share"), *_both(part, whole.claim))
    working = (reading_of(share), *_read(part, whole.claim))
    stated = f"{words_of(share)} of {words_of(whole.claim)}"
    yield from _judge(part, whole, size, context, inputs, working, stated)


def _part(
    share: Claim, counts: Sequence[Claim], words: ComparingWords, context: CheckContext
) -> Claim | None:
    """Give the number that the same words give as a share: "17 (30%)".

    "522, three in four of them children" is a share of the number itself.
    """
    tail = share.quantity.span.text + after(share, 30, context)
    taken_up = compiled(words.of_them).search(tail)
    if taken_up and tail[taken_up.end() :][:1] not in (",", ")", ";"):
        return None
    for count in counts:
        if _is_part_of_clause(count, share, counts, words, context):
            return count
        if count.sentence == share.sentence:
            first, second = sorted((share, count), key=lambda c: c.quantity.span)
            gap = between(first, second, context)
            if gap is None or len(gap.text) > FARTHEST:
                continue
            said = compiled(words.of_them).sub("", gap.text).replace(" ,", ",")
            bare = is_unread(share) or is_unread(count)
            if bare and not _TIE.search(said):
                continue
            if compiled(words.share_or).fullmatch(said.replace("  ", " ")):
                return count
    return None


def _is_of_others(share: Claim, words: ComparingWords, context: CheckContext) -> bool:
    """True for "80, or 40 percent, of the others": a share of what is not counted."""
    tail = after(share, 40, context)
    of = compiled(words.share_of).match(tail.removeprefix(","))
    return of is not None and compiled(words.others).search(tail) is not None


def _apposed_to_whole(
    share: Claim, counts: Sequence[Claim], words: ComparingWords, context: CheckContext
) -> Claim | None:
    """Give 140 in "40 percent of the 250 prisoners, 140, were wounded"."""
    beside = [c for c in counts if c.sentence == share.sentence]
    for whole in beside:
        gap = between(share, whole, context)
        if gap is not None and compiled(words.share_of).fullmatch(gap.text):
            return _apposed(whole, beside, context)
    return None


def _is_part_of_clause(
    count: Claim,
    share: Claim,
    counts: Sequence[Claim],
    words: ComparingWords,
    context: CheckContext,
) -> bool:
    """True for 27 in "27 of the 36 drones that came overnight, or 60 percent"."""
    gap = between(count, share, context)
    tail = None if gap is None else re.search(r", ?[^,]{1,20}$", gap.text)
    if gap is None or tail is None or len(gap.text) > CLAUSE or ";" in gap.text:
        return False
    inside = [
        c
        for c in counts
        if c.quantity.span.start >= count.quantity.span.end
        and c.quantity.span.end <= share.quantity.span.start
    ]
    said = between(count, inside[0], context) if len(inside) == 1 else None
    return (
        said is not None
        and compiled(words.share_of).fullmatch(said.text) is not None
        and compiled(words.share_or).fullmatch(tail.group()) is not None
        and _TIE.search(tail.group()) is not None
    )


def _out_of(
    whole: Claim,
    counts: Sequence[Claim],
    words: ComparingWords,
    context: CheckContext,
) -> Claim | None:
    """Give the number said to be of another: 17 in "17 of the 51 pupils, or 33%"."""
    for count in counts:
        gap = between(count, whole, context) if _is_larger(whole, count) else None
        if gap is not None and compiled(words.share_of).fullmatch(gap.text):
            return count
    return None


def _whole(
    share: Claim,
    part: Claim,
    counts: Sequence[Claim],
    words: ComparingWords,
    context: CheckContext,
) -> _Whole | None:
    """Give the whole that the words name, else the one figure that can be it."""
    larger = [c for c in counts if c is not part and _is_larger(c, part)]
    taken_up = _is_taken_up(share, part, words, context)
    for count in larger:
        gaps = [between(one, count, context) for one in (share, part)]
        if any(g and compiled(words.share_of).fullmatch(g.text) for g in gaps):
            return _Whole(count, is_told=True)
        ahead = before(count, 20, context)
        same = count.sentence == share.sentence and _is_ahead(count, part)
        same = same and not (taken_up and _comes_between(count, part, larger))
        gap = between(count, part, context) if same else None
        same = gap is not None and ";" not in gap.text
        if same and compiled(words.out_of).search(ahead):
            return _Whole(count, is_told=True)
    near = [c for c in larger if _is_ahead(c, part) and _distance(c, part) <= FARTHEST]
    if near and taken_up:
        return _Whole(near[-1], is_told=True)
    return _inferred(share, part, near, words, context)


def _comes_between(whole: Claim, part: Claim, larger: Sequence[Claim]) -> bool:
    """True for 97 in "Of 150, 97 died in raids; mines killed 52 of them": of the 97?"""
    return any(
        _is_ahead(whole, other) and _is_ahead(other, part)
        for other in larger
        if other is not whole
    )


def _is_taken_up(
    share: Claim, part: Claim, words: ComparingWords, context: CheckContext
) -> bool:
    """True when words like "of them" say that a part is of a figure before it."""
    of_them = compiled(words.of_them)
    return (
        of_them.match(after(part, 14, context).strip()) is not None
        or of_them.match(after(share, 14, context).strip()) is not None
        or of_them.search(before(part, 14, context)) is not None
    )


def _inferred(
    share: Claim,
    part: Claim,
    near: Sequence[Claim],
    words: ComparingWords,
    context: CheckContext,
) -> _Whole | None:
    """Give the one earlier figure of the same thing and side; None where two can be.

    A share that is said to be of something else is left alone.
    """
    tail = after(share, 40, context)
    of_force = compiled(words.whole_force).match(tail) is not None
    if compiled(words.share_of).match(tail) and not of_force:
        return None
    if is_unread(part) or (is_unread(share) and not of_force):
        return None
    party = context.names.party
    alike = [
        c
        for c in near
        if not is_unread(c)
        and context.names.speaker(c) == context.names.speaker(part)
        and agree(party(c.affected or c.actor), party(part.affected))
    ]
    fitting = [c for c in alike if thing_key(c) == thing_key(part) is not None]
    if not fitting and not is_difference(share, words, context):
        fitting = [*_of_bare(share, part, alike, words, context)]
    if len({c.quantity.low for c in fitting}) != 1:
        return None
    return _Whole(fitting[-1], is_told=False)


def _of_bare(
    share: Claim,
    part: Claim,
    near: Sequence[Claim],
    words: ComparingWords,
    context: CheckContext,
) -> Sequence[Claim]:
    """Give what a number without a noun may be of: "It shot down 96, or 79 percent".

    That is what the sentence before begins with "of", else all it counts of that kind,
    in the same place and days. Nothing where the share fits one of them.
    """
    if thing_key(part) is not None:
        return ()
    beside = [
        c
        for c in near
        if _distance(c, part) <= BESIDE
        and _is_of_kind(c, part)
        and agree(place_key(c), place_key(part))
        and agree(_days(c), _days(part))
        and not _tells_where_or_when(c, part, context)
    ]
    size = as_printed(share.quantity).scale(_HUNDREDTH)
    stated = as_rounded(part.quantity)
    if any(
        not stated.is_apart_from(as_rounded(c.quantity).times(size)) for c in beside
    ):
        return ()
    told = [c for c in beside if _is_opened(c, words)]
    return told or beside


def _is_of_kind(whole: Claim, part: Claim) -> bool:
    """True for one measure; drones are launched and shot down, people only killed."""
    family = part.measure.partition(".")[0]
    is_attack = family == "attacks" and whole.measure.startswith("attacks.")
    return whole.measure == part.measure or is_attack


def _tells_where_or_when(whole: Claim, part: Claim, context: CheckContext) -> bool:
    """True when the sentence of a part names a place or day of its own."""
    reading = context.readings.get(part.document)
    if reading is None:
        return False
    start = max(whole.quantity.span.end, part.sentence.start)
    named = (*(t.span for t in reading.toponyms), *(t.span for t in reading.timexes))
    return any(start <= n.start and n.end <= part.quantity.span.start for n in named)


def _days(claim: Claim) -> object:
    """Give the days of a figure, None where none are told."""
    return None if claim.period is None else (claim.period.start, claim.period.end)


def _is_opened(count: Claim, words: ComparingWords) -> bool:
    """True for 40 in a sentence that begins with "Of the 40 villages"."""
    start = count.quantity.span.start - count.sentence.start
    return compiled(words.out_of).fullmatch(count.sentence.text[:start]) is not None


def _by_words(sentence: Sequence[Claim], context: CheckContext) -> Iterator[Finding]:
    """Give "a quarter of the 48 hostages, 16" beside a quarter of them."""
    for whole in sentence:
        words = comparing_words(whole, context)
        if words is None or whole.quantity.bound is not Bound.EXACT:
            continue
        ahead = before(whole, 40, context)
        for pattern, share in words.fractions.items():
            found = compiled(pattern + "$").search(ahead)
            part = _apposed(whole, sentence, context) if found else None
            if found is None or part is None or not is_carried((part, whole)):
                continue
            at = whole.quantity.span.start - len(ahead)
            said = ahead[found.start() :]
            span = Span(at + found.start(), whole.quantity.span.start, said)
            size = Interval(share * (1 - LOOSE), share * (1 + LOOSE))
            inputs = (
                Input(whole.document, span, None, "share"),
                *_both(part, whole),
            )
            working = (f'"{span.text.strip()}" is {size}', *_read(part, whole))
            stated = f'"{span.text}{whole.quantity.span.text}"'
            told = _Whole(whole, is_told=True)
            yield from _judge(part, told, size, context, inputs, working, stated)


def _apposed(
    whole: Claim, sentence: Sequence[Claim], context: CheckContext
) -> Claim | None:
    """Give the number set between commas behind a whole: "48 hostages, 16, were"."""
    for part in sentence:
        gap = between(whole, part, context)
        if part is whole or gap is None or not gap.text.rstrip().endswith((",", "(")):
            continue
        tail = after(part, 2, context).lstrip()[:1]
        if gap.text.count(",") < 2 and tail in (",", ")") and _is_larger(whole, part):
            return part
    return None


def _judge(  # noqa: PLR0913, PLR0917 - a share, its part and its whole
    part: Claim,
    whole: _Whole,
    share: Interval,
    context: CheckContext,
    inputs: tuple[Input, ...],
    working: tuple[str, ...],
    stated: str,
) -> Iterator[Finding]:
    """Give the finding of one share; an inferred whole that fits is not shown."""
    implied = as_rounded(whole.claim.quantity).times(share)
    apart = as_rounded(part.quantity).is_apart_from(implied)
    if not apart and not whole.is_told:
        return
    exact = part.quantity.bound is Bound.EXACT is whole.claim.quantity.bound
    level = Level.STRONG if exact and whole.is_told else Level.LOOK
    verb = "differs from" if apart else "agrees with"
    yield CHECK.find(
        Outcome.INCONSISTENT if apart else Outcome.CONSISTENT,
        level if apart else Level.NOTE,
        inputs,
        f"{context.stated(part)} {words_of(part)}, and {stated}: that share is "
        f"{implied}, which {verb} the number.",
        (*working, f"share x whole: {implied}"),
        f"a part within {implied}, or another share" if apart else None,
    )


def _both(part: Claim, whole: Claim) -> tuple[Input, Input]:
    return (claim_input(part, "part"), claim_input(whole, "whole"))


def _read(part: Claim, whole: Claim) -> tuple[str, str]:
    return (
        reading_of(part, as_rounded(part.quantity)),
        reading_of(whole, as_rounded(whole.quantity)),
    )


def _is_larger(count: Claim, part: Claim) -> bool:
    """True for a figure that can be the whole of another."""
    one, other = count.quantity.low, part.quantity.low
    return one is not None and other is not None and one > other


def _is_ahead(count: Claim, part: Claim) -> bool:
    return count.quantity.span.end <= part.quantity.span.start


def _distance(count: Claim, part: Claim) -> int:
    return part.quantity.span.start - count.quantity.span.end


CHECK = Check(
    name="count_shares",
    version=3,
    title="Share of counted things against part and whole",
    explanation=(
        "A share that is also given as a number (30%, or 17; a quarter of the 48, 16) "
        "is set beside the whole that the words name, or beside the one earlier "
        "figure of the same thing in the account; a number without a noun beside the "
        "one that the sentence before begins with or counts of its kind. A share in "
        "words may be off by an eighth of itself. Where two figures can be the whole, "
        "nothing is said. Figures that were read as no claim count where the words "
        "tie them to one that was."
    ),
    run=check_count_shares,
)
