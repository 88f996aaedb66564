"""Quantities as a text states them: number, bound words, unit, what is counted.

Refuses to read as quantities: dates and years, clock times, ordinals, model and unit
designations, resolutions and roads, scores. Ages, money, distances and durations are
read and carry their unit, so that a claim reader can leave them out. Method: our own;
one pass for numbers, one for ranges, no grammar beyond the words beside a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from sayso.model import Bound, Change, Quantity, Span, StatedQuantity
from sayso.reading.numbers.ages import is_age
from sayso.reading.numbers.amounts import Amount
from sayso.reading.numbers.bounds import limit_interval
from sayso.reading.numbers.cased.quantities import find_cased_figures
from sayso.reading.numbers.drafts import Draft, find_drafts
from sayso.reading.numbers.exclusions import is_label, is_quantity
from sayso.reading.numbers.figure import Figure, FigureKind
from sayso.reading.numbers.nouns import QUOTES, Noun
from sayso.reading.numbers.ranges import join_ranges
from sayso.reading.numbers.scan import Scan, open_scan
from sayso.vocabulary.languages import AnyLanguage, CasedLanguage
from sayso.vocabulary.languages.number_words import Limit

AGE_UNIT = "year_of_age"
COUNT_UNIT = "count"
PERCENT_UNIT = "percent"


def find_quantities(text: str, *, language: AnyLanguage) -> tuple[Quantity, ...]:
    """Give every quantity of a text, in order.

    Args:
        text: Any text; offsets in the result are into it.
        language: Supplies number words, bounds, units and nouns.

    Returns:
        Quantities that do not overlap. `unit` is "count" where things are counted,
        the span then reaches to the head of the counted noun phrase. Zero mentions
        ("no civilians") and unstressed singles ("a drone") are apart, see
        `sayso.reading.numbers.singles`.

    Source: our own; intervals by CLAIMS.md, "Fields of a claim".
    """
    return tuple(f.quantity for f in find_figures(text, language=language))


def find_figures(text: str, *, language: AnyLanguage) -> tuple[Figure, ...]:
    """Give the same quantities with the nouns they count, as `Figure` records.

    Args:
        text: Any text.
        language: Supplies number words, bounds, units and nouns.

    Returns:
        One figure a quantity, in order. The noun of a bare number is None; that of a
        range stands after its upper end; that of a share or percent is what it is of,
        where "of" says so. "Others" and "more" are nouns: a reader resolves them.
    """
    if isinstance(language, CasedLanguage):
        return find_cased_figures(text, language.numbers)
    return tuple(_read_figures(open_scan(text, language.numbers)))


def state_quantities(figures: Iterable[Figure]) -> tuple[StatedQuantity, ...]:
    """Give what a reading keeps of the figures of a text, in their order.

    Args:
        figures: Of `find_figures` and of `sayso.reading.numbers.singles`.

    Returns:
        Nones, pairs and unstressed ones are left out, "one of the bridges" is not:
        they are no quantities by themselves, only what an event may count.
    """
    return tuple(figure.to_stated() for figure in figures if _is_stated(figure))


def _is_stated(figure: Figure) -> bool:
    if figure.kind is FigureKind.SINGLE:
        return figure.partitive
    return figure.kind not in (FigureKind.ZERO, FigureKind.BOTH)


def _read_figures(scan: Scan) -> Iterator[Figure]:
    listed = aged = -1
    last: Figure | None = None
    for draft, change in join_ranges(scan, find_drafts(scan)):
        if _continues_list(scan, draft, listed):
            listed = draft.amount.end
            continue
        age = is_age(scan, draft) or _continues_list(scan, draft, aged)
        if age and draft.unit is None:
            aged = draft.amount.end
        if age or is_quantity(scan, draft):
            figure = _to_figure(scan, draft, age=age or draft.age, change=change)
            figure = _of_them(scan, figure, last)
            last = figure if figure.kind is FigureKind.COUNT else last
            yield figure
        elif is_label(scan, draft):
            listed = draft.amount.end


def _of_them(scan: Scan, figure: Figure, last: Figure | None) -> Figure:
    """Give "40 of them" and "11 of which" the noun of what was counted before."""
    if last is None or last.noun is None or figure.noun is not None:
        return figure
    if figure.kind is not FigureKind.COUNT or not figure.partitive:
        return figure
    link = f" {scan.words.of} "
    word = AFTER_OF.match(scan.folded, figure.quantity.span.end + len(link))
    if word is None or word.group() not in scan.words.pronouns:
        return figure
    return replace(figure, noun=last.noun, head=last.head)


AFTER_OF = re.compile(r"[a-z]{2,5}")
LIST = re.compile(r",?\s(?:[a-z]{2,3}\s)?")


def _continues_list(scan: Scan, draft: Draft, listed: int) -> bool:
    """True for the "6" and "7" of "blocks 3, 6 and 7" and of "aged 5, 6 and 7"."""
    if listed < 0 or draft.unit is not None or draft.limit is not None:
        return False
    plural = draft.noun is not None and draft.noun.plural and not draft.partitive
    return not plural and bool(LIST.fullmatch(scan.folded, listed, draft.open))


def _to_figure(scan: Scan, draft: Draft, *, age: bool, change: Change | None) -> Figure:
    kind = _kind(draft, age=age)
    noun = draft.noun if kind in (FigureKind.COUNT, FigureKind.SHARE) else None
    end = draft.close if noun is None or kind is FigureKind.SHARE else draft.end
    low, high, bound = _interval(draft)
    upper = draft.high or draft.amount
    number_end = max(upper.end, draft.amount.end)
    quantity = Quantity(
        span=_close_quote(scan, draft.start, max(end, number_end)),
        number=Span.cut(scan.text, min(upper.start, draft.amount.start), number_end),
        low=low,
        high=high,
        bound=bound,
        unit=_unit(draft, kind),
    )
    return Figure(
        quantity,
        kind,
        noun=Span.cut(scan.text, noun.start, noun.end) if noun else None,
        head=Span.cut(scan.text, noun.head, noun.head_end) if noun else None,
        rate=draft.rate,
        vague=draft.amount.vague,
        change=change,
        partitive=draft.partitive,
    )


def _close_quote(scan: Scan, start: int, end: int) -> Span:
    """Give the span, with the mark after it when it opens a quotation."""
    opened = sum(c in QUOTES for c in scan.text[start:end])
    closed = opened % 2 == 1 and scan.text[end : end + 1] in QUOTES[:3]
    return Span.cut(scan.text, start, end + (closed and end < len(scan.text)))


def _kind(draft: Draft, *, age: bool) -> FigureKind:
    if age:
        return FigureKind.AGE
    if draft.unit is not None:
        return FigureKind.UNIT
    return FigureKind.SHARE if draft.amount.share else FigureKind.COUNT


def _unit(draft: Draft, kind: FigureKind) -> str:
    if kind is FigureKind.AGE:
        return AGE_UNIT if draft.unit in (None, "year") else f"{draft.unit}_of_age"
    if draft.unit is not None:
        return draft.unit
    return PERCENT_UNIT if kind is FigureKind.SHARE else COUNT_UNIT


def _interval(draft: Draft) -> tuple[Decimal | None, Decimal | None, Bound]:
    amount = draft.amount
    value = _value(draft, amount)
    if draft.high is not None:
        return value, _value(draft, draft.high), Bound.BETWEEN
    if amount.vague is not None and draft.limit is not Limit.AT_MOST:
        return value, None, Bound.AT_LEAST
    if amount.few and draft.limit is None:
        return value, value, Bound.AT_LEAST
    return limit_interval(value, draft.limit)


def _value(draft: Draft, amount: Amount) -> Decimal:
    """Give the number as meant: negative, a share of a unit, a dot for thousands."""
    value = amount.value
    if amount.share and draft.unit is not None and draft.unit != PERCENT_UNIT:
        value /= 100
    if amount.dotted and _counts_whole(draft):
        value *= 1000
    lower = amount is draft.amount
    negative = draft.negative if lower else draft.high_negative
    if negative and draft.noun is None:
        return -value
    return value


def _counts_whole(draft: Draft) -> bool:
    """True when plural things are counted, so that "1.100" cannot be a decimal."""
    noun: Noun | None = draft.noun
    return draft.unit is None and noun is not None and noun.plural
