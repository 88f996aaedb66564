"""Which source and which cue belong to which content, within a paragraph.

Small networks, trained on the tagger's own spans, weigh every pair. A content goes to
its likeliest cue, stands alone where its cue was not found, or is left out; contents
of one cue are one attribution, so that a quotation split by its speaker and taken up
again stays together. A source speaks in one attribution only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.reading.attribution.features import Measurer, Stretch
from sayso.reading.tagger.decoding import NEVER, Floats, Role, RoleSpan
from sayso.reading.tagger.encoder import (
    WEIGHTS,
    Tagging,
    load_encoder,
    load_linker,
)

LARGEST = 64
"""Spans of a paragraph weighed together; longer ones are cut between two sentences,
so that the time stays linear in the text."""

TOGETHER = 32
"""Spans from which no further paragraph is taken along."""

ALONE, OUT = -1, -2
"""Instead of a cue's position: the content has none, or is no content."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """One attribution as spans of words; source or cue may be absent."""

    source: RoleSpan | None
    cue: RoleSpan | None
    contents: tuple[RoleSpan, ...]
    certainty: float
    """Probability that source and content are right, as the linker sees it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution in the making: positions of spans in a stretch."""

    cue: int
    contents: tuple[int, ...]
    certainty: float
    """Probability that its first content belongs to its cue."""

    def nearest(self) -> int:
        """Give the content nearest to the cue."""
        if self.cue < 0:
            return self.contents[0]
        return min(self.contents, key=lambda t: abs(t - self.cue))


def pair_spans(tagging: Tagging) -> list[Pairing]:
    """Give the attributions of a text, in order of their first content."""
    weights = load_linker()
    measurer = Measurer(tagging, load_encoder(WEIGHTS).table)
    spans = tagging.spans
    found: list[Pairing] = []
    for rows, units in group_rows(tagging):
        s = measurer.stretch(rows, units)
        drafts = draft_attributions(measurer, s, weights)
        for draft, (source, certainty) in zip(
            drafts, choose_sources(measurer, s, drafts, weights), strict=True
        ):
            if certainty < weights["keep_above"]:
                continue
            found.append(
                Pairing(
                    None if source < 0 else spans[s.rows[source]],
                    None if draft.cue < 0 else spans[s.rows[draft.cue]],
                    tuple(spans[s.rows[t]] for t in draft.contents),
                    certainty,
                )
            )
    shared = share_sources(found, np.cumsum(tagging.layout.sentences))
    return sorted(shared, key=lambda pairing: pairing.contents[0].first)


def share_sources(
    pairings: Sequence[Pairing], sentences: NDArray[np.int64]
) -> list[Pairing]:
    """Give the pairings, a cue without a source sharing that of the cue before it.

    "Ode denied the loss and said that ...", "Ode said ..., adding that ...": the
    subject of a second verb stands before the first, in the same sentence.
    """
    found: list[Pairing] = []
    last: Pairing | None = None
    for pairing in sorted(pairings, key=_by_cue):
        cue = pairing.cue
        if cue is None:
            found.append(pairing)
        elif pairing.source is not None:
            found.append(pairing)
            last = pairing
        elif last is not None and _in_sentence(sentences, last.cue, cue):
            found.append(replace(pairing, source=last.source))
        else:
            found.append(pairing)
    return found


def _in_sentence(
    sentences: NDArray[np.int64], first: RoleSpan | None, second: RoleSpan
) -> bool:
    return first is not None and bool(sentences[first.first] == sentences[second.first])


def _by_cue(pairing: Pairing) -> int:
    return -1 if pairing.cue is None else pairing.cue.first


def group_rows(tagging: Tagging) -> list[tuple[list[int], list[int]]]:
    """Give the numbers of spans that are weighed together, and their paragraphs'.

    Short paragraphs are taken together; long ones are cut.
    """
    paragraphs = np.cumsum(tagging.layout.paragraphs)
    groups: list[tuple[list[int], list[int]]] = []
    unit = held = 0
    last = -1
    for row, span in enumerate(tagging.spans):
        here = int(paragraphs[span.first])
        full = held >= LARGEST and tagging.layout.sentences[span.first]
        if here != last or full or held >= 2 * LARGEST:
            unit, held, last = unit + 1, 0, here
            if not groups or len(groups[-1][0]) >= TOGETHER:
                groups.append(([], []))
        groups[-1][0].append(row)
        groups[-1][1].append(unit)
        held += 1
    return groups


def draft_attributions(
    measurer: Measurer, s: Stretch, weights: Mapping[str, Any]
) -> list[Draft]:
    """Give the attributions of a stretch without their sources."""
    contents, cues = s.of(Role.CONTENT), s.of(Role.CUE)
    if not len(contents):
        return []
    scores = [weigh(measurer.content_features(s), weights["content"])]
    if len(cues):
        pairs = weigh(measurer.cue_features(s), weights["cue"])[..., 0]
        scores.append(np.where(s.same(contents, cues), pairs, NEVER))
    shares = _softmax(np.concatenate(scores, axis=1))
    options = np.concatenate([[ALONE, OUT], cues])
    groups: dict[int, list[int]] = {}
    certainty: dict[int, float] = {}
    for content, share in zip(contents.tolist(), shares, strict=True):
        best = int(share.argmax())
        choice = int(options[best])
        if choice == OUT:
            continue
        key = choice if choice >= 0 else -3 - content
        groups.setdefault(key, []).append(content)
        certainty[key] = max(certainty.get(key, 0.0), float(share[best]))
    return [
        Draft(max(key, -1), tuple(parts), certainty[key])
        for key, parts in groups.items()
    ]


def choose_sources(
    measurer: Measurer, s: Stretch, drafts: Sequence[Draft], weights: Mapping[str, Any]
) -> list[tuple[int, float]]:
    """Give each draft's source, -1 for none, and the certainty of the whole.

    Sources go to the surest pair first, and to one attribution only.
    """
    if not drafts:
        return []
    cues = np.array([draft.cue for draft in drafts])
    nearest = np.array([draft.nearest() for draft in drafts])
    sources = s.of(Role.SOURCE)
    none = weigh(measurer.lone_features(s, cues, nearest), weights["lone"])
    scores = [none]
    if len(sources):
        features = measurer.source_features(s, cues, nearest)
        pairs = weigh(features, weights["source"])[..., 0]
        scores.append(np.where(s.same(nearest, sources), pairs, NEVER))
    shares = _softmax(np.concatenate(scores, axis=1))
    chosen = _match(shares)
    result = []
    for row, column in enumerate(chosen):
        certainty = float(shares[row, column]) * drafts[row].certainty
        result.append((-1 if column == 0 else int(sources[column - 1]), certainty))
    return result


def _match(shares: Floats) -> list[int]:
    """Give each row a column, surest pairs first; only column 0 is given twice."""
    chosen = [0] * len(shares)
    open_rows = set(range(len(shares)))
    taken: set[int] = set()
    for flat in np.argsort(-shares, axis=None, kind="stable").tolist():
        row, column = divmod(flat, shares.shape[1])
        if row not in open_rows or column in taken:
            continue
        chosen[row] = column
        open_rows.discard(row)
        if column:
            taken.add(column)
        if not open_rows:
            break
    return chosen


def weigh(features: Floats, layers: Mapping[str, Any]) -> Floats:
    """Give a small network's output for the features in the last axis."""
    hidden = np.maximum(features @ layers["in"] + layers["in_bias"], 0)
    scores: Floats = hidden @ layers["out"] + layers["out_bias"]
    return scores


def _softmax(scores: NDArray[Any]) -> Floats:
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    shares: Floats = powers / powers.sum(-1, keepdims=True)
    return shares
