"""Figures side by side, each with a day or a place of its own.

"Forty were killed in 2022 and five in 2023", "12 people in Kherson and 3 in Nikopol",
"Luhansk 99% (+1); Donetsk 78% (+11)": the network asks each figure alone and may give
all of them one day or one place. Refuses to look where figures and days do not take
turns throughout, or where more than a joining word or a mark parts one pair from the
next: which of the words a figure is of is then the network's. Method: our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from sayso.model import Span
from sayso.reading.claims.offer import Offer
from sayso.reading.events.candidates import CandidateKind
from sayso.reading.tagger.entities import EntityKind
from sayso.vocabulary.languages import AnyLanguage

_FAR = 80
"""Characters between a figure and what is of it, at most."""
_ITEM = re.compile(r"[;\n]")
"""What ends an item of a list."""
_CLAUSE = re.compile(r"[,;:\n]")
"""What keeps a day or place behind a figure from being its own."""
_ITEMS = 3
"""Items that make a list by their marks alone."""
_NO_CANDIDATE = -1


@dataclass(frozen=True, slots=True)
class _Term:
    """A figure, or a day or a place that may be of one."""

    span: Span
    number: int
    """Of the candidate, or of the day or place."""
    is_figure: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a figure: its own day or place, and those of the others."""

    own: int
    others: frozenset[int]


def find_days_beside(offer: Offer, candidate: int) -> Beside | None:
    """Give the numbers of the time expressions of a figure and of those beside it.

    None where the figure's sentence sets none side by side.
    """
    return _beside(offer, candidate, [timex.span for timex in offer.found.timexes])


def find_places_beside(offer: Offer, candidate: int) -> Beside | None:
    """Give the words of the places of figures beside a figure, and one of its own.

    None where the figure's sentence sets none side by side.
    """
    spans = place_spans(offer)
    beside = _beside(offer, candidate, spans)
    if beside is None:
        return None
    words = {n: range(*offer.ground.range_of(span)) for n, span in enumerate(spans)}
    others = (word for number in beside.others for word in words[number])
    return Beside(words[beside.own][0], frozenset(others))


def place_spans(offer: Offer) -> Sequence[Span]:
    """Give the spans of place names in the text's order, none within another."""
    found = offer.found
    spans = [t.span for t in found.toponyms]
    spans += [e.span for e in found.entities if e.kind is EntityKind.PLACE]
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return kept


def _beside(offer: Offer, candidate: int, spans: Sequence[Span]) -> Beside | None:
    """Give the numbers of the spans of a candidate and of the figures beside it."""
    if offer.found.candidates[candidate].kind is not CandidateKind.FIGURE:
        return None
    terms = _terms(offer, candidate, spans)
    own = _own_item(offer, candidate, terms)
    if own is None:
        own = _own_turn(offer, candidate, terms)
    if own is None:
        return None
    return Beside(own, frozenset(t.number for t in terms if not t.is_figure) - {own})


def _terms(offer: Offer, candidate: int, spans: Sequence[Span]) -> list[_Term]:
    """Give the figures and spans of a candidate's sentence in their order."""
    anchor = offer.stands[candidate].anchor
    number = int(offer.ground.sentences[anchor])
    sentence = offer.found.sentences.sentences[number]
    inside = range(sentence.start, sentence.end)
    figures = [
        _Term(c.quantity.span, n, is_figure=True)
        for n, c in enumerate(offer.found.candidates)
        if c.kind is CandidateKind.FIGURE and c.quantity.span.start in inside
    ]
    taken = [*(t.span for t in figures), *(t.span for t in offer.found.timexes)]
    figures += [
        _Term(q.number, _NO_CANDIDATE, is_figure=True)
        for q in offer.found.quantities
        if q.number.start in inside and not any(q.number.overlaps(t) for t in taken)
    ]
    others = (
        _Term(span, n, is_figure=False)
        for n, span in enumerate(spans)
        if span.start in inside
    )
    return sorted((*figures, *others), key=lambda t: (t.span.start, t.span.end))


def _own_item(offer: Offer, candidate: int, terms: Sequence[_Term]) -> int | None:
    """Give what heads a candidate's item of a list whose items all have one head."""
    text = offer.document.text
    items: list[list[_Term]] = []
    for term in terms:
        last = items[-1][-1] if items else None
        if last is None or _ITEM.search(text, last.span.end, term.span.start):
            items.append([])
        items[-1].append(term)
    heads = [item[0] for item in items if [t.is_figure for t in item].count(False) == 1]
    is_list = len(items) >= _ITEMS and len(heads) == len(items)
    if not is_list or any(head.is_figure for head in heads):
        return None
    return next(
        item[0].number
        for item in items
        if any(t.is_figure and t.number == candidate for t in item)
    )


def _own_turn(offer: Offer, candidate: int, terms: Sequence[_Term]) -> int | None:
    """Give the one of a candidate where figures and the others take turns."""
    turns = _crossed(offer, terms) or list(_pairs(terms))
    if len(turns) < 2 or 2 * len(turns) != len(terms):
        return None
    text, parting = offer.document.text, _parting(offer.found.language)
    for one, two in pairwise(turns):
        if not parting[one[0].is_figure].fullmatch(
            text, one[1].span.end, two[0].span.start
        ):
            return None
    if any(_is_far(text, one, two) for one, two in turns):
        return None
    for pair in turns:
        figure, other = sorted(pair, key=lambda t: not t.is_figure)
        if figure.number == candidate:
            return other.number
    return None


def _crossed(offer: Offer, terms: Sequence[_Term]) -> list[tuple[_Term, _Term]]:
    """Give the pairs of "in A 9 died and 2 in B", empty for any other order.

    What is of the last figure stands right behind it, with no verb between.
    """
    if [t.is_figure for t in terms] != [False, True, True, False]:
        return []
    on = _any(offer.found.language.sentences.day_prepositions)
    second, last = terms[2].span, terms[3].span
    stands_behind = re.compile(rf"(?i)\s(?:{on}\s)(?:\w+\s)?").fullmatch(
        offer.document.text, second.end, last.start
    )
    return [(terms[0], terms[1]), (terms[2], terms[3])] if stands_behind else []


def _pairs(terms: Sequence[_Term]) -> Iterator[tuple[_Term, _Term]]:
    """Yield figure and other, or other and figure, as long as they take turns."""
    for one, two in zip(terms[::2], terms[1::2], strict=False):
        if one.is_figure == two.is_figure or one.is_figure != terms[0].is_figure:
            return
        yield one, two


def _is_far(text: str, one: _Term, two: _Term) -> bool:
    """True where a pair overlaps, or where too much or a mark stands within it."""
    between = text[one.span.end : two.span.start]
    return (
        two.span.start < one.span.end
        or len(between) > _FAR
        or (_CLAUSE if one.is_figure else _ITEM).search(between) is not None
    )


@cache
def _parting(language: AnyLanguage) -> dict[bool, re.Pattern[str]]:
    """Give what may stand between one pair and the next, by "figures come first"."""
    words = language.sentences
    joins = _any(words.word_joiners | words.clause_joiners)
    on = _any(words.day_prepositions)
    return {
        True: re.compile(rf"(?i)\s?(?:[,;]\s?(?:{joins}\s)?|\s{joins}\s)(?:\w+\s)?"),
        False: re.compile(
            rf"(?i)(?:\s\w+){{0,2}}(?:[,;]\s(?:{joins}\s)?|\s{joins}\s)(?:{on}\s)?"
        ),
    }


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(words))})" if words else "(?!)"
