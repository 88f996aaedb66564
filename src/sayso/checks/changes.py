"""A rise or fall said in words, against the two figures it is said of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.checks.support.account import before, by_sentence, comparing_words, compiled
from sayso.checks.support.change_words import Change, find_changes
from sayso.checks.support.check import (
    Check,
    CheckContext,
    between,
    claim_input,
    reading_of,
    words_of,
)
from sayso.linking.interval import as_rounded
from sayso.linking.statements import is_vague
from sayso.model import Claim, Finding, Input, Level, Outcome, Stance
from sayso.vocabulary.languages.comparing_words import ComparingWords

SURROUNDING = 60
"""Characters before a figure in which a word says that it is the earlier one."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """The two figures that a change is said of."""

    earlier: Claim
    later: Claim


def check_changes(claims: Sequence[Claim], context: CheckContext) -> Iterator[Finding]:
    """Give the changes in words that the figures of their sentence do not give."""
    stated = [
        c
        for c in claims
        if c.stance is Stance.ASSERTED
        and not is_vague(c)
        and not c.measure.startswith("place.")
    ]
    for sentence in by_sentence(stated):
        words = comparing_words(sentence[0], context)
        if words is None or len(sentence) < 2:
            continue
        for change in find_changes(sentence[0].sentence, words):
            pair = _pair(change, sentence, words, context)
            if pair is not None:
                yield _judge(change, pair, context)


def _pair(
    change: Change,
    sentence: Sequence[Claim],
    words: ComparingWords,
    context: CheckContext,
) -> _Pair | None:
    """Give the two figures of one measure that a change is said of, in order of time.

    None where a measure has more than two, or nothing tells which came first.
    """
    groups: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in sentence:
        if not change.number or not claim.quantity.span.overlaps(change.number):
            groups[claim.measure, claim.quantity.unit].append(claim)
    pairs = [tuple(_nearest(group, change)) for group in groups.values()]
    pairs = [pair for pair in pairs if len(pair) == 2 and _is_beside(pair, change)]
    if not pairs:
        return None
    one, other = min(pairs, key=lambda pair: _distance(pair, change))
    return _in_time(one, other, change, words, context)


def _nearest(group: Sequence[Claim], change: Change) -> list[Claim]:
    """Give the two figures around a change, or the only two; else none."""
    if len(group) == 2:
        return list(group)
    at = change.words
    ahead = [c for c in group if c.quantity.span.end <= at.start]
    behind = [c for c in group if c.quantity.span.start >= at.end]
    if change.is_between and ahead and behind:
        return [ahead[-1], behind[0]]
    return behind[:2] if len(behind) == 2 and not change.is_between else []


def _is_beside(pair: Sequence[Claim], change: Change) -> bool:
    """True when no full stop of a clause lies between figures and change."""
    first = min(pair[0].quantity.span.start, change.words.start)
    last = max(pair[1].quantity.span.end, change.words.end)
    start = pair[0].sentence.start
    return ";" not in pair[0].sentence.text[first - start : last - start]


def _distance(pair: Sequence[Claim], change: Change) -> int:
    return sum(
        max(
            c.quantity.span.start - change.words.end,
            change.words.start - c.quantity.span.end,
            0,
        )
        for c in pair
    )


def _in_time(
    one: Claim,
    other: Claim,
    change: Change,
    words: ComparingWords,
    context: CheckContext,
) -> _Pair | None:
    """Give the two in order of time, by their words, else by their days."""
    if change.is_between:
        return _Pair(earlier=other, later=one)
    marks = [
        compiled(words.earlier).search(before(c, SURROUNDING, context)) is not None
        for c in (one, other)
    ]
    if marks[0] != marks[1]:
        return _Pair(one, other) if marks[0] else _Pair(other, one)
    gap = between(one, other, context)
    if change.needs_marks or gap is None:
        return None
    first, second = (c.period.last if c.period else None for c in (one, other))
    if first is None or second is None or first == second:
        return None
    return _Pair(one, other) if first < second else _Pair(other, one)


def _judge(change: Change, pair: _Pair, context: CheckContext) -> Finding:
    """Give the finding of a change and its figures."""
    earlier = as_rounded(pair.earlier.quantity)
    later = as_rounded(pair.later.quantity)
    found = change.measured(earlier, later)
    apart = found.is_apart_from(change.expected)
    verb = "differs from" if apart else "agrees with"
    said = " ".join(change.words.text.split())
    return CHECK.find(
        Outcome.INCONSISTENT if apart else Outcome.CONSISTENT,
        Level.LOOK if apart else Level.NOTE,
        (
            claim_input(pair.earlier, "earlier"),
            claim_input(pair.later, "later"),
            Input(pair.later.document, change.words, None, "change"),
        ),
        f"{context.stated(pair.later)} {words_of(pair.later)} after "
        f'{words_of(pair.earlier)}, and "{said}": the {change.kind} is {found}, which '
        f"{verb} the words.",
        (
            reading_of(pair.earlier, earlier),
            reading_of(pair.later, later),
            f'"{said}" is a {change.kind} within {change.expected}',
            f"{change.formula}: {found}",
        ),
        f"a {change.kind} within {change.expected}, or another word" if apart else None,
    )


CHECK = Check(
    name="changes",
    version=1,
    title="Rise or fall in words against its figures",
    explanation=(
        "Doubled, fell by a third, rose by 50 percent, five more than, from 320 to "
        "290: the change that the words say is set beside the two figures of one "
        "measure in the sentence. Words decide which figure is the earlier one, else "
        "the days they name. A multiple in words may be off by an eighth of itself, a "
        "round percentage by its rounding. With three figures, or without an order, "
        "nothing is said."
    ),
    run=check_changes,
)
