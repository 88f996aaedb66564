"""Attributions of a text: who said what, from the tagger's spans.

The source is the words that name who speaks; who that is, is found elsewhere
(`sayso.reading.speakers`). Nothing is made up: an attribution without a named source
has none. Attributions inside another's content are given too, with their depth; a
scorer that wants outermost ones only takes those of depth 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.model.attribution import Attribution, AttributionId, AttributionKind
from sayso.model.identity import short_id
from sayso.model.span import Span
from sayso.reading.attribution.cited import find_cited
from sayso.reading.attribution.continued import continue_quotations
from sayso.reading.attribution.followers import drop_followers
from sayso.reading.attribution.hearers import drop_hearers
from sayso.reading.attribution.nearest import pair_nearest
from sayso.reading.attribution.neighbours import pair_neighbours
from sayso.reading.attribution.nested import DEEPEST, find_inner
from sayso.reading.attribution.pairing import Pairing, pair_spans
from sayso.reading.attribution.signed import sign_quotations
from sayso.reading.attribution.turns import hold_turns
from sayso.reading.tagger.decoding import RoleSpan
from sayso.reading.tagger.encoder import Tagging
from sayso.reading.text.quotes import INSIDE
from sayso.vocabulary.languages import AnyLanguage, CasedLanguage, Language
from sayso.vocabulary.languages.speech_words import SpeechWords

JOINED = 3
"""Characters between two parts of a content that are read on as one: ", " or "; "."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a tagging lies in the whole text, and what holds it."""

    text: str
    document: str
    offset: int = 0
    depth: int = 0
    parent: AttributionId | None = None


def find_attributions(
    text: str,
    tagging: Tagging,
    language: AnyLanguage,
    *,
    document: str = "",
    nested: bool = True,
) -> tuple[Attribution, ...]:
    """Give the attributions of a text in order of their content.

    Args:
        text: The text that was tagged.
        tagging: What `tag_text` gave for it.
        language: Its verbs of saying and citing.
        document: Id of the document; enters the attributions' ids, which are
            otherwise only distinct within one text.
        nested: True to look for attributions inside contents too; each follows the
            one that holds it; none where the language has no linker.

    Returns:
        Attributions whose id is the `short_id` of document and of the offsets of
        source, cue and content: it changes when any of their spans does.
    """
    place = _Place(text, document)
    pairings = pair_spans(tagging) if tagging.has_links else pair_nearest(tagging)
    pairings = drop_followers(tagging, pairings, language)
    pairings = drop_hearers(tagging, pairings, language)
    pairings = sign_quotations(tagging, pair_neighbours(tagging, pairings, language))
    pairings = hold_turns(tagging, continue_quotations(tagging, pairings))
    outer = [_attribution(place, tagging, pairing) for pairing in pairings]
    if not nested or isinstance(language, CasedLanguage):
        return tuple(outer)
    speech = language.speech
    held: dict[AttributionId, list[Attribution]] = {}
    level = []
    for attribution in outer:
        cited = _cited(speech, place, tagging, attribution)
        if cited is None:
            level.append(attribution)
        else:
            held[attribution.id] = [cited]
    for depth in range(1, DEEPEST + 1):
        level = _read_inside(language, text, document, level, depth)
        for attribution in level:
            if attribution.parent is not None:
                held.setdefault(attribution.parent, []).append(attribution)
    inner = {attribution.id for found in held.values() for attribution in found}
    return tuple(_in_order([a for a in outer if a.id not in inner], held))


def _in_order(
    level: Iterable[Attribution], held: Mapping[AttributionId, list[Attribution]]
) -> Iterator[Attribution]:
    for attribution in level:
        yield attribution
        yield from _in_order(held.get(attribution.id, ()), held)


def _read_inside(
    language: Language,
    text: str,
    document: str,
    level: Sequence[Attribution],
    depth: int,
) -> list[Attribution]:
    """Attributions inside the contents of these."""
    holders, parts = [], []
    for attribution in level:
        for part in _readable(attribution.content):
            holders.append(attribution.id)
            parts.append(part)
    return [
        _attribution(
            _Place(text, document, inner.offset, depth, holders[inner.part]),
            inner.tagging,
            inner.pairing,
        )
        for inner in find_inner(language, text, parts)
    ]


def _cited(
    speech: SpeechWords, place: _Place, tagging: Tagging, outer: Attribution
) -> Attribution | None:
    """Give the attribution to whom the outer source cites for its content, if any."""
    if not outer.cue or not outer.source:
        return None
    start = outer.cue[0].start
    word = int(np.searchsorted(tagging.tokens.starts, start - place.offset))
    later = np.flatnonzero(tagging.layout.sentences[word:])
    starts = tagging.tokens.starts
    end = len(place.text) if not len(later) else place.offset + starts[word + later[0]]
    found = find_cited(speech, place.text, start, int(end))
    if found is None:
        return None
    source, cue = found
    content = tuple(
        Span.cut(place.text, part.start, min(part.end, max(part.start, cue.start)))
        if part.start < cue.start < part.end
        else part
        for part in outer.content
        if not source.overlaps(part) or part.start < cue.start
    )
    if not content:
        return None
    offsets = [
        [[s.start, s.end] for s in role] for role in ((source,), (cue,), content)
    ]
    return Attribution(
        AttributionId(short_id("attribution", place.document, *offsets)),
        (source,),
        (cue,),
        content,
        outer.kind,
        depth=outer.depth + 1,
        parent=outer.id,
    )


def _readable(content: tuple[Span, ...]) -> list[tuple[int, int]]:
    """Parts of a content, those with only a comma between them as one."""
    parts: list[tuple[int, int]] = []
    for span in content:
        if parts and span.start - parts[-1][1] <= JOINED:
            parts[-1] = (parts[-1][0], span.end)
        else:
            parts.append((span.start, span.end))
    return parts


def _attribution(place: _Place, tagging: Tagging, pairing: Pairing) -> Attribution:
    source = _spans(place, tagging, (pairing.source,))
    cue = _spans(place, tagging, (pairing.cue,))
    content = _spans(place, tagging, pairing.contents)
    offsets = [[[s.start, s.end] for s in role] for role in (source, cue, content)]
    return Attribution(
        AttributionId(short_id("attribution", place.document, *offsets)),
        source,
        cue,
        content,
        _kind(tagging, pairing.contents),
        depth=place.depth,
        parent=place.parent,
    )


def _spans(
    place: _Place, tagging: Tagging, found: tuple[RoleSpan | None, ...]
) -> tuple[Span, ...]:
    starts, ends = tagging.tokens.starts, tagging.tokens.ends
    return tuple(
        Span.cut(
            place.text,
            place.offset + int(starts[span.first]),
            place.offset + int(ends[span.last - 1]),
        )
        for span in found
        if span is not None
    )


def _kind(tagging: Tagging, contents: tuple[RoleSpan, ...]) -> AttributionKind:
    """Direct when every word stands inside quotation marks, indirect when none does."""
    quotes, words = tagging.layout.quotes, tagging.tokens.words
    inside = {
        state == INSIDE
        for span in contents
        for word, state in zip(
            words[span.first : span.last],
            quotes[span.first : span.last].tolist(),
            strict=True,
        )
        if word[0].isalnum()
    }
    if True not in inside:
        return AttributionKind.INDIRECT
    return AttributionKind.MIXED if False in inside else AttributionKind.DIRECT
