"""Which source and which cue belong to which content, within a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.reading.decoding import Role, RoleSpan, distance_scores
from sayso.reading.encoder import Tagging, load_encoder

REACH = 200
"""Words a link may span; training used the same."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """One attribution as spans of words; any part may be empty but the content."""

    source: RoleSpan | None
    cue: RoleSpan | None
    contents: tuple[RoleSpan, ...]


def pair_spans(tagging: Tagging) -> list[Pairing]:
    """Give the attributions of a text, in order of their first content."""
    scorer = _Scorer(tagging)
    found: list[Pairing] = []
    for rows in _paragraph_rows(tagging):
        found += _pair_paragraph(scorer, rows)
    return sorted(found, key=lambda pairing: pairing.contents[0].first)


def _paragraph_rows(tagging: Tagging) -> list[list[int]]:
    """Numbers of the spans of each paragraph that has any."""
    bounds = np.flatnonzero(tagging.layout.paragraphs)
    groups: dict[int, list[int]] = {}
    for row, span in enumerate(tagging.spans):
        paragraph = int(np.searchsorted(bounds, span.first, side="right"))
        groups.setdefault(paragraph, []).append(row)
    return list(groups.values())


class _Scorer:
    """Scores of pairs of spans, from their pooled vectors and their distance."""

    def __init__(self, tagging: Tagging) -> None:
        table = load_encoder().table
        self.spans = tagging.spans
        self.parts = np.split(tagging.vectors, 4, axis=1)
        self.near = [
            distance_scores(row, table["distances"], REACH) for row in table["near"]
        ]
        self.no_source: float = table["no_source"]

    def score(self, asking: int, answering: int, kind: int) -> float:
        """Score of a pair: kind 0 is content or source to cue, 1 is cue to source."""
        a, b = self.spans[asking], self.spans[answering]
        asks, answers = (
            self.parts[2 * kind][asking],
            self.parts[2 * kind + 1][answering],
        )
        distance = (
            np.arange(b.first, b.last)[None, :] - np.arange(a.first, a.last)[:, None]
        )
        bias = self.near[kind][np.clip(distance, -REACH, REACH) + REACH].mean()
        return float(asks @ answers / len(asks) ** 0.5 + bias)


def _pair_paragraph(scorer: _Scorer, rows: Sequence[int]) -> list[Pairing]:
    spans = scorer.spans
    sources = [r for r in rows if spans[r].role == Role.SOURCE]
    cues = [r for r in rows if spans[r].role == Role.CUE]
    contents = [r for r in rows if spans[r].role == Role.CONTENT]
    held: dict[int, list[int]] = {}
    loose: list[int] = []
    for content in contents:
        if not cues:
            loose.append(content)
            continue
        best = max(cues, key=lambda cue: scorer.score(content, cue, 0))
        held.setdefault(best, []).append(content)
    found = []
    for cue, parts in held.items():
        source = None
        if sources:
            scores = {s: scorer.score(cue, s, 1) for s in sources}
            best = max(scores, key=lambda s: scores[s])
            source = spans[best] if scores[best] > scorer.no_source else None
        found.append(Pairing(source, spans[cue], tuple(spans[r] for r in parts)))
    for content in loose:
        if sources:
            near = min(
                sources, key=lambda s: abs(spans[s].first - spans[content].first)
            )
            found.append(Pairing(spans[near], None, (spans[content],)))
    return found
