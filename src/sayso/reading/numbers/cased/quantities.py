"""Figures of a text in a language that declines its numbers.

Reads numbers, bounds, ranges, units and counted nouns into the same `Figure` records
as the English reader. Refuses: dates, hours, ordinals, model names, labels. Ages,
money, distances and durations carry their unit, so that a claim reader leaves them out.

Source: our own; intervals by CLAIMS.md and its page on Russian and Ukrainian.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from sayso.model import Bound, Quantity
from sayso.reading.numbers.bounds import limit_interval
from sayso.reading.numbers.cased.amounts import Amount, as_one, read_amount
from sayso.reading.numbers.cased.exclusions import find_skipped, is_excluded, is_of_date
from sayso.reading.numbers.cased.limits import read_before, read_behind
from sayso.reading.numbers.cased.nouns import PAST, Noun, read_noun, read_unit
from sayso.reading.numbers.figure import Figure, FigureKind
from sayso.reading.text.folded import DASHES, Folded, fold_text
from sayso.vocabulary.languages.case_numbers import CaseNumbers
from sayso.vocabulary.languages.number_words import Limit

THOUSAND = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure in the making: one amount or two, what limits and what is counted."""

    first: int
    """First item of the span."""
    amount: Amount
    high: Amount | None = None
    limit: Limit | None = None
    unit: str | None = None
    noun: Noun | None = None
    after: int = 0
    """Item after the last of the span."""


def find_cased_figures(text: str, words: CaseNumbers) -> tuple[Figure, ...]:
    """Give every quantity of a text with the noun it counts, in order.

    Args:
        text: Any text; offsets in the result are into it.
        words: Number words of its language.

    Returns:
        Figures that do not overlap: counts, measures with their unit, parts in
        percent, pairs ("оба"). Nones and unstressed ones are apart.
    """
    line = fold_text(text)
    drafts = _of_others(line, list(_drafts(line, words)), words)
    return tuple(_to_figure(line, draft, words) for draft in drafts)


def _of_others(
    line: Folded, drafts: list[Draft], words: CaseNumbers
) -> Iterator[Draft]:
    """Yield the drafts, "восемь из них" and "300 из 1240 жителей" with their noun.

    The first has the noun counted before, the second that of the whole behind it.
    """
    told: Noun | None = None
    for at, draft in enumerate(drafts):
        noun, counts = draft.noun, _counts(draft)
        if noun is None and counts:
            behind = drafts[at + 1] if at + 1 < len(drafts) else None
            if line.words[draft.after - 1] == words.of_them[1]:
                noun = told
            elif behind is not None and _is_whole(line, draft, behind, words):
                noun = behind.noun
        told = noun if counts and noun is not None else told
        yield draft if noun is draft.noun else replace(draft, noun=noun)


def _counts(draft: Draft) -> bool:
    return draft.unit is None and not (draft.amount.share or draft.amount.times)


def _is_whole(line: Folded, part: Draft, whole: Draft, words: CaseNumbers) -> bool:
    """True for the number behind "из" that is the greater one."""
    linked = line.words[part.after] in words.of_whole and whole.first == part.after + 1
    return linked and _counts(whole) and whole.amount.value > part.amount.value


def _drafts(line: Folded, words: CaseNumbers) -> Iterator[Draft]:
    skipped = find_skipped(line.text)
    at = last = 0
    value: Amount | None = None
    while at < line.count:
        while skipped and skipped[0][1] <= line.starts[at]:
            skipped.pop(0)
        if skipped and skipped[0][0] <= line.starts[at]:
            at += 1
            continue
        draft = _draft_at(line, at, words) or _again(line, at, value, words)
        if draft is None:
            at += 1
            continue
        if draft.first < last:
            draft = replace(draft, first=max(last, draft.first))
        yield draft
        value = draft.amount
        at = last = max(draft.after, at + 1)


def _again(
    line: Folded, at: int, value: Amount | None, words: CaseNumbers
) -> Draft | None:
    """Read "столько же": the number before, said of something else."""
    if value is None:
        return None
    for phrase in words.same_again:
        size = phrase.count(" ") + 1
        if line.words[at] == phrase[: len(line.words[at])] and (
            line.phrase(at, size) == phrase
        ):
            same = replace(value, first=at, after=at + size)
            return _with_noun(line, Draft(at, same, after=at + size), words)
    return None


def _draft_at(line: Folded, at: int, words: CaseNumbers) -> Draft | None:
    amount = read_amount(line, at, words)
    if amount is None:
        return _inverted_scale(line, at, words)
    inverted = _inverted_scale(line, at, words)
    if inverted is not None:
        return inverted
    if amount.first == amount.after or is_excluded(line, amount, words):
        return None
    before = read_before(line, amount, words)
    if before.limit is not None:
        amount = as_one(line, amount, words)
    draft = Draft(before.first, amount, limit=before.limit, after=amount.after)
    ranged = _with_high(line, draft, before.phrase, words)
    draft = ranged or draft
    if is_of_date(line, draft.after, words):
        return None
    return _with_noun(line, _invert(line, draft, words), words)


def _inverted_scale(line: Folded, at: int, words: CaseNumbers) -> Draft | None:
    """Read "тысяч тринадцать" and "сотен пять": about so many."""
    word = line.words[at]
    scale = words.scales.get(word, words.groups.get(word))
    if scale is None or word not in words.approximators:
        return None
    amount = read_amount(line, at + 1, words)
    if amount is None or not line.follows(at + 1) or amount.scale != 1:
        return None
    if amount.value >= scale or amount.vague or amount.share or amount.times:
        return None
    if line.is_number(at - 1) or line.words[at - 1] in words.cardinals:
        return None
    whole = replace(
        amount, first=at, value=amount.value * scale, scale=scale, plain=False
    )
    before = read_before(line, whole, words)
    draft = Draft(
        before.first, whole, limit=before.limit or Limit.ABOUT, after=whole.after
    )
    return _with_noun(line, draft, words)


def _invert(line: Folded, draft: Draft, words: CaseNumbers) -> Draft:
    """Read "человек 30": a noun before its number makes it about so many."""
    at = draft.first - 1
    if at < 0 or draft.limit is not None or draft.high is not None:
        return draft
    if line.words[at] not in words.approximators or not line.follows(draft.first):
        return draft
    before = line.words[at - 1] if at else ""
    if before in words.cardinals or before in words.scales or before[:1].isdigit():
        return draft
    noun = Noun(at, at + 1, at)
    return replace(draft, first=at, limit=Limit.ABOUT, noun=noun)


def _with_high(
    line: Folded, draft: Draft, phrase: str, words: CaseNumbers
) -> Draft | None:
    """Read the upper end of a range: "2–3 тыс.", "от двух до трех", "пять-шесть"."""
    low = draft.amount
    if not _may_range(low):
        return None
    between = words.range_between in (phrase, line.words[draft.first - 1])
    opened = phrase in words.from_words or _opens(line, low.first, words)
    at = _second_end(line, low, words, opened=opened, between=between)
    high = None if at is None else read_amount(line, at, words)
    if high is None or not _may_range(high) or (high.vague and not opened):
        return None
    low, high = _share_scale(low, as_one(line, high, words))
    either = line.words[draft.amount.after] in words.either_words
    if not low.value < high.value or _is_wide(low, high, either=either):
        return None
    first = draft.first
    if between and line.words[first - 1] == words.range_between:
        first -= 1
    if opened and phrase not in words.from_words:
        first -= 1
    return replace(
        draft,
        first=max(0, first),
        amount=low,
        high=high,
        limit=None,
        after=high.after,
    )


def _may_range(amount: Amount) -> bool:
    return not (amount.times or amount.share or amount.both)


def _second_end(
    line: Folded, low: Amount, words: CaseNumbers, *, opened: bool, between: bool
) -> int | None:
    """Give the item at which the upper end of a range begins, None without one."""
    after = low.after
    joiner = line.words[after]
    dashed = joiner in DASHES and line.touches(after) == line.touches(after + 1)
    if dashed and not line.touches(after):
        both = line.is_number(low.first) and line.is_number(after + 1)
        return after + 1 if both else None
    if (
        dashed
        or joiner in words.either_words
        or (opened and joiner == words.range_word)
        or (between and joiner in words.joiners)
    ):
        return after + 1
    if joiner == "," and line.phrase(after + 1, 2) in words.or_phrases:
        return after + 3
    unit = read_unit(line, after, words) if opened else None
    if unit is not None and line.words[unit[1]] == words.range_word:
        return unit[1] + 1
    return None


def _opens(line: Folded, at: int, words: CaseNumbers) -> bool:
    return at > 0 and line.words[at - 1] in words.from_words and line.follows(at)


def _is_wide(low: Amount, high: Amount, *, either: bool) -> bool:
    """True for "one or five hundred", which is no range of neighbours."""
    return either and high.value > low.value * 2 and high.value - low.value > 2


def _share_scale(low: Amount, high: Amount) -> tuple[Amount, Amount]:
    """Give both ends with the scale that only the upper one names."""
    if low.scale == 1 and high.scale > 1 and low.value <= high.value / high.scale:
        return replace(low, value=low.value * high.scale, scale=high.scale), high
    if low.scale == 1 and low.value < 10 and not low.plain and high.scale == 100:
        return replace(low, value=low.value * 100), high
    if low.value == Decimal("1.5") and low.scale == 1 and high.scale > 1:
        return replace(low, value=low.value * high.scale, scale=high.scale), high
    return low, high


def _with_noun(line: Folded, draft: Draft, words: CaseNumbers) -> Draft:
    """Tell in what follows the number: bound, times, unit or noun."""
    after = draft.after
    behind = read_behind(line, after, words)
    if behind is not None and draft.high is None:
        draft = replace(draft, after=behind[0], limit=draft.limit or behind[1])
        after = behind[0]
        scale = words.scales.get(line.words[after])
        if scale is not None and draft.amount.scale == 1 and line.follows(after):
            value = draft.amount.value * scale
            amount = replace(draft.amount, after=after + 1, value=value, scale=scale)
            draft, after = replace(draft, amount=amount, after=after + 1), after + 1
    if line.words[after] in words.times_nouns and line.follows(after):
        return replace(draft, after=after + 1)
    if draft.amount.times:
        return draft
    unit = read_unit(line, after, words)
    if unit is not None:
        return replace(draft, unit=unit[0], after=unit[1], noun=None)
    if draft.noun is not None:
        further = read_noun(line, after, words) if line.follows(after) else None
        return replace(draft, after=further.after) if further else draft
    verb = line.words[after].endswith(PAST) and _wants_plural(line, draft, words)
    noun = None if verb else read_noun(line, after, words)
    if noun is not None:
        return replace(draft, noun=noun, after=max(after, noun.after))
    return _with_them(line, draft, words)


def _wants_plural(line: Folded, draft: Draft, words: CaseNumbers) -> bool:
    """True for 5 and more, and for a "two" that no noun in "-ли" follows.

    No noun forms its genitive plural in "-ли": "пять попали" has a verb.
    """
    value = (draft.high or draft.amount).value
    few = value % 10 in (2, 3, 4) and value % 100 not in (12, 13, 14)
    return not few or line.words[draft.amount.after - 1] in words.not_feminine


def _with_them(line: Folded, draft: Draft, words: CaseNumbers) -> Draft:
    """Tell in "из них": of those named before."""
    after = draft.after
    second = line.words[after + 1]
    if line.words[after] in words.of_whole and second == words.of_them[1]:
        return replace(draft, after=after + 2)
    return draft


def _to_figure(line: Folded, draft: Draft, words: CaseNumbers) -> Figure:
    low, high, bound = _interval(draft)
    upper = draft.high or draft.amount
    kind = _kind(draft)
    number = line.span(min(draft.amount.first, upper.first), upper.after)
    quantity = Quantity(
        span=line.span(draft.first, max(draft.after, upper.after)),
        number=number,
        low=low,
        high=high,
        bound=bound,
        unit=_unit(draft, kind),
    )
    noun = draft.noun if draft.unit is None else None
    return Figure(
        quantity,
        kind,
        noun=line.span(noun.first, noun.after) if noun else None,
        head=line.span(noun.head, noun.head + 1) if noun else None,
        vague=draft.amount.scale if draft.amount.vague else None,
        partitive=line.words[draft.after - 1] == words.of_them[1],
    )


def _kind(draft: Draft) -> FigureKind:
    if draft.unit is not None:
        return FigureKind.UNIT
    if draft.amount.both:
        return FigureKind.BOTH
    return FigureKind.SHARE if draft.amount.share else FigureKind.COUNT


def _unit(draft: Draft, kind: FigureKind) -> str:
    if draft.unit is not None:
        return draft.unit
    return "percent" if kind is FigureKind.SHARE else "count"


def _interval(draft: Draft) -> tuple[Decimal | None, Decimal | None, Bound]:
    amount = draft.amount
    if draft.high is not None:
        return amount.value, draft.high.value, Bound.BETWEEN
    if amount.vague and draft.limit is not Limit.AT_MOST:
        return amount.value, None, Bound.AT_LEAST
    if amount.least:
        return amount.value, None, Bound.AT_LEAST
    if amount.loose and draft.limit is None:
        return limit_interval(amount.value, Limit.ABOUT)
    return limit_interval(amount.value, draft.limit)
