"""A rise or fall said in words, against the two figures it is said of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.checks.support.account import (
    after,
    before,
    by_sentence,
    comparing_words,
    compiled,
    is_difference,
)
from sayso.checks.support.change_words import Change, find_changes
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
from sayso.linking.interval import as_rounded
from sayso.linking.names import thing_key
from sayso.linking.statements import is_vague
from sayso.model import (
    Claim,
    ClaimField,
    ClaimUnit,
    Finding,
    Input,
    Level,
    Outcome,
    Stance,
)
from sayso.vocabulary.languages.comparing_words import ComparingWords

SURROUNDING = 60
"""Characters before a figure in which a word says that it is the earlier one."""

_APPOSED = re.compile(r"\s?[,:(—–-]\s?")
"""What alone stands between a multiple and the figure it comes to."""

_CLAUSE = re.compile(r"[,:;—–]\s?|\s-\s")
"""What opens a clause."""
_MOST_WORDS = 6
"""Words of a clause among which one says that it is of earlier days."""


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
    for account in by_document(stated):
        for sentence in by_sentence(with_unread(account, context)):
            words = comparing_words(sentence[0], context)
            if words is None or len(sentence) < 2:
                continue
            changes = tuple(find_changes(sentence[0].sentence, words))
            for change in changes:
                tied = [c for c in sentence if _may_be_of(c, change, words, context)]
                pair = _pair(change, tied, words, context)
                if (
                    pair is not None
                    and is_carried((pair.earlier, pair.later))
                    and not any(_comes_between(o, change, pair) for o in changes)
                ):
                    yield _judge(change, pair, context)


def _comes_between(other: Change, change: Change, pair: _Pair) -> bool:
    """True for "12 fewer than" in "30 more than before and 12 fewer than in May, 130".

    The figure behind it is what that one compares with.
    """
    last = max(c.quantity.span.start for c in (pair.earlier, pair.later))
    return change.words.end <= other.words.start and other.words.end <= last


def _may_be_of(
    figure: Claim, change: Change, words: ComparingWords, context: CheckContext
) -> bool:
    """True for a claim, and for a bare figure that words tie to the change.

    "From 80 in April to 96 in May" behind the verb, "when 31 did" behind a comparison:
    whatever the one figure counts, the other counts too. A noun of its own unties it.
    """
    if not is_unread(figure):
        return True
    start = figure.quantity.span.start
    if figure.group is not None or start < change.words.end:
        return False
    ahead = before(figure, SURROUNDING, context)
    if compiled(words.earlier).search(ahead):
        return True
    opened = ahead + figure.quantity.span.text[:1]
    tied = compiled(words.from_to + "$").search(opened)
    return tied is not None and not change.is_between


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
    sentence = [c for c in sentence if not _says_how_much(c, change)]
    sentence = [c for c in sentence if not is_difference(c, words, context)]
    if change.is_between and _is_joined(sentence, change, words):
        return None
    units: dict[str, str] = {}
    for claim in sentence:
        unit = units.setdefault(claim.measure, claim.quantity.unit)
        known = unit if _is_bare(claim) else claim.quantity.unit
        groups[claim.measure, known].append(claim)
    pairs = [
        tuple(_nearest(group, change, words, context)) for group in groups.values()
    ]
    pairs = [pair for pair in pairs if len(pair) == 2 and _is_beside(pair, change)]
    pairs = [pair for pair in pairs if _is_of_one(pair, change)]
    pairs = [pair for pair in pairs if agree(*map(thing_key, pair))]
    if not pairs:
        return _compared(change, sentence, words, context)
    one, other = min(pairs, key=lambda pair: _distance(pair, change))
    return _in_time(one, other, change, words, context)


def _nearest(
    group: Sequence[Claim],
    change: Change,
    words: ComparingWords,
    context: CheckContext,
) -> list[Claim]:
    """Give the two figures around a change, or the only two; else none.

    What words compare stands to both sides of them: "five more than in the note that
    had 40 people (eight families)" says nothing of people and families.
    """
    if len(group) == 2 and not change.is_between:
        return [] if _is_part(group[1], words, context) else list(group)
    at = change.words
    ahead = [c for c in group if c.quantity.span.end <= at.start]
    behind = [c for c in group if c.quantity.span.start >= at.end]
    if change.is_between and ahead and behind:
        if _is_part(ahead[-1], words, context):
            return []
        pair = [ahead[-1], behind[0]]
        return pair if _is_compared(behind, change, words, context) else []
    return behind[:2] if len(behind) == 2 and not change.is_between else []


def _is_part(figure: Claim, words: ComparingWords, context: CheckContext) -> bool:
    """True for 20 in "73 wounded, 20 of them children"."""
    tail = after(figure, SURROUNDING, context).strip()
    return compiled(words.of_them).match(tail) is not None


def _is_joined(
    sentence: Sequence[Claim], change: Change, words: ComparingWords
) -> bool:
    """True for "300, twice a mean of 150 and three times as many as": not of 150."""
    ahead = [c for c in sentence if c.quantity.span.end <= change.words.start]
    if len(ahead) < 2:
        return False
    last = ahead[-1]
    start = last.sentence.start
    ends = (last.quantity.span.end - start, change.words.start - start)
    return compiled(words.joins).search(last.sentence.text[slice(*ends)]) is not None


def _is_compared(
    behind: Sequence[Claim],
    change: Change,
    words: ComparingWords,
    context: CheckContext,
) -> bool:
    """True when the first figure behind a comparison is what it compares with.

    In "41, eight more than at noon: 27 in Olmar and 14 in Bren", in "..., 27 of them in
    Olmar" and in "..., and two in Bren" it is a part, or another count.
    """
    first = behind[0]
    start = first.sentence.start
    ends = (change.words.end - start, first.quantity.span.start - start)
    said = first.sentence.text[slice(*ends)]
    if _is_part(first, words, context):
        return False
    if _is_set_beside(change, first) or _is_told_earlier(said, words):
        return True
    opened = _CLAUSE.search(said) or compiled(words.joins).search(said)
    return len(behind) == 1 and opened is None


def _is_told_earlier(said: str, words: ComparingWords) -> bool:
    """True for "when it launched" before a figure: the last clause is of earlier days.

    A word like "when" opens it, and no other clause or number comes in between.
    """
    *_, last = (0, *(match.end() for match in _CLAUSE.finditer(said)))
    clause = said[last:]
    if any(letter.isdigit() for letter in clause):
        return False
    ends = [match.end() for match in re.finditer(r"\s", clause)][:_MOST_WORDS]
    return any(compiled(words.earlier).search(clause[:end]) for end in ends)


def _compared(
    change: Change,
    sentence: Sequence[Claim],
    words: ComparingWords,
    context: CheckContext,
) -> _Pair | None:
    """Give the figures to both sides of "five more than ..., when", by words alone.

    Such words compare like with like, so that the two need not be read as one measure.
    """
    if not change.is_between:
        return None
    figures = [c for c in sentence if not _says_how_much(c, change)]
    ahead = [c for c in figures if c.quantity.span.end <= change.words.start]
    behind = [c for c in figures if c.quantity.span.start >= change.words.end]
    if not ahead or not behind or not _is_of_one_unit(ahead[-1], behind[0]):
        return None
    if _is_part(ahead[-1], words, context) or _has_a_deed_of_its_own(behind[0]):
        return None
    tied = compiled(words.earlier).search(before(behind[0], SURROUNDING, context))
    pair = (ahead[-1], behind[0])
    if tied is None or not _is_beside(pair, change) or not agree(*map(thing_key, pair)):
        return None
    return _Pair(earlier=behind[0], later=ahead[-1])


def _is_of_one_unit(later: Claim, earlier: Claim) -> bool:
    """True for one unit, and for a bare number: "402 km2 ..., when it was 324"."""
    return later.quantity.unit == earlier.quantity.unit or _is_bare(earlier)


def _is_bare(claim: Claim) -> bool:
    """True for a number without a unit or noun of its own."""
    bare = claim.quantity.span.end == claim.quantity.number.end
    return bare and claim.quantity.unit == ClaimUnit.COUNT


def _has_a_deed_of_its_own(claim: Claim) -> bool:
    """True for 97 in "185 were seized, five more than in May, when 97 were killed"."""
    event = claim.evidence_of(ClaimField.EVENT)
    words = () if event is None else event.spans
    return any(word.start >= claim.quantity.span.end for word in words)


def _is_set_beside(change: Change, figure: Claim) -> bool:
    """True for 96 in "48 on Monday and twice as many, 96, on Tuesday": it is the later.

    Only a comma or its like stands between; "twice as many as on Monday, 48" has words.
    """
    start = figure.sentence.start
    ends = (change.words.end - start, figure.quantity.span.start - start)
    return _APPOSED.fullmatch(figure.sentence.text[slice(*ends)]) is not None


def _says_how_much(figure: Claim, change: Change) -> bool:
    number = change.number
    return number is not None and figure.quantity.span.overlaps(number)


def _is_of_one(pair: Sequence[Claim], change: Change) -> bool:
    """True when a bare figure stands with its claim on the same side of the verb.

    "12 were killed as attacks rose from 40" counts two things.
    """
    if change.is_between or not any(map(is_unread, pair)):
        return True
    return all(c.quantity.span.start >= change.words.end for c in pair)


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
        return _Pair(one, other) if _is_set_beside(change, other) else _Pair(other, one)
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
    version=5,
    title="Rise or fall in words against its figures",
    explanation=(
        "Doubled, fell by a third, a third fewer than, up 50 percent, five more than, "
        "from 320 to 290: the change that the words say is set beside the two figures "
        "of one measure and thing in the sentence. Words decide which figure is the "
        "earlier one, else the days they name; a part or another count beside a "
        "comparison is not what it compares with, and neither is the number of "
        "another one or a figure of another deed. A multiple in words may be off by "
        "an eighth of itself, a round percentage by its rounding. With three figures, "
        "or without an order, nothing is said. A bare number that from, to or when "
        "ties to a claim counts."
    ),
    run=check_changes,
)
