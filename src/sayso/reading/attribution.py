"""Attributions of a text: who said what, from the tagger's spans.

The source is the words that name who speaks; who that is, is found elsewhere
(`sayso.reading.speakers`). Nothing is made up: an attribution without a named source
has none.
"""

from __future__ import annotations

import numpy as np

from sayso.model.attribution import Attribution, AttributionId, AttributionKind
from sayso.model.identity import short_id
from sayso.model.span import Span
from sayso.reading.decoding import RoleSpan
from sayso.reading.encoder import Tagging
from sayso.reading.pairing import Pairing, pair_spans
from sayso.reading.quotes import INSIDE


def find_attributions(
    text: str, tagging: Tagging, *, document: str = ""
) -> tuple[Attribution, ...]:
    """Give the attributions of a text in order of their content.

    Args:
        text: The text that was tagged.
        tagging: What `tag_text` gave for it.
        document: Id of the document; enters the attributions' ids, which are
            otherwise only distinct within one text.

    Returns:
        Attributions whose id is the `short_id` of document and of the offsets of
        source, cue and content: it changes when any of their spans does.
    """
    return tuple(
        _attribution(text, tagging, pairing, document)
        for pairing in pair_spans(tagging)
    )


def _attribution(
    text: str, tagging: Tagging, pairing: Pairing, document: str
) -> Attribution:
    source = _spans(text, tagging, (pairing.source,))
    cue = _spans(text, tagging, (pairing.cue,))
    content = _spans(text, tagging, pairing.contents)
    offsets = [[[s.start, s.end] for s in role] for role in (source, cue, content)]
    return Attribution(
        AttributionId(short_id("attribution", document, *offsets)),
        source,
        cue,
        content,
        _kind(tagging, pairing.contents),
    )


def _spans(
    text: str, tagging: Tagging, found: tuple[RoleSpan | None, ...]
) -> tuple[Span, ...]:
    starts, ends = tagging.tokens.starts, tagging.tokens.ends
    return tuple(
        Span.cut(text, int(starts[span.first]), int(ends[span.last - 1]))
        for span in found
        if span is not None
    )


def _kind(tagging: Tagging, contents: tuple[RoleSpan, ...]) -> AttributionKind:
    """Direct when every word stands inside quotation marks, indirect when none does."""
    rows = np.concatenate([np.arange(span.first, span.last) for span in contents])
    is_word = np.array([tagging.tokens.words[row][:1].isalnum() for row in rows])
    inside = tagging.layout.quotes[rows[is_word]] == INSIDE
    if len(inside) and inside.all():
        return AttributionKind.DIRECT
    return AttributionKind.MIXED if inside.any() else AttributionKind.INDIRECT
