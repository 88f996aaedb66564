"""From scores of single words to labels that fit together, spans, and syntax heads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

ROLES = (
    "O",
    "B-source",
    "I-source",
    "B-cue",
    "I-cue",
    "B-content",
    "I-content",
)
"""Begin and inside of each role; the odd rows begin."""

ENTITIES = (
    "O",
    "B-person",
    "I-person",
    "B-body",
    "I-body",
    "B-place",
    "I-place",
    "B-nationality",
    "I-nationality",
)

NEVER = -1e4
"""Score of what must not be."""

LONGEST = 300
"""Words decoded as one run, and words a syntax head may be sought among: longer
paragraphs and sentences are cut, which bounds time and memory."""

Floats = NDArray[np.float32]
Labels = NDArray[np.uint8]
Flags = NDArray[np.bool_]


class Role(IntEnum):
    """What a run of words does in an attribution."""

    SOURCE = 0
    CUE = 1
    CONTENT = 2


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """A run of words of one role."""

    role: Role
    first: int
    """Number of its first word."""
    last: int
    """Number after its last word."""
    certainty: float
    """Mean log probability of its words' labels; 0 is certain."""


def best_path(scores: Floats, cuts: Flags, table: Mapping[str, Any]) -> Labels:
    """Give the best labels in which "inside" only follows its own beginning or inside.

    Args:
        scores: Log probability of each label, a row a word; labels are O, then
            begin and inside of each kind in turn.
        cuts: Where no run may pass: the first words of paragraphs.
        table: Holds "steps", the learned score of each label after each, and "lean",
            what is added to each label: the linker drops spans, it cannot add any, so
            the tagger leans to finding more.

    Source: Viterbi (1967), all paragraphs of a text side by side.
    """
    count, kinds = scores.shape
    labels = np.zeros(count, np.uint8)
    if not count:
        return labels
    inside = np.arange(2, kinds, 2)
    allowed = np.zeros((kinds, kinds), np.float32)
    allowed[:, inside] = NEVER
    allowed[inside, inside] = allowed[inside - 1, inside] = 0
    allowed += np.array(table["steps"], np.float32)
    scores = scores + np.array(table["lean"], np.float32)
    bounds = _runs(cuts)
    lengths = np.array([last - first for first, last in bounds])
    order = np.argsort(-lengths, kind="stable")
    longest = int(lengths.max())
    firsts = np.array([first for first, _ in bounds])[order]
    lengths = lengths[order]
    back = np.zeros((longest, len(bounds), kinds), np.uint8)
    best = scores[firsts].copy()
    best[:, inside] = NEVER
    finals = np.zeros(len(bounds), np.uint8)
    alive = len(bounds)
    for step in range(1, longest + 1):
        still = int(np.searchsorted(-lengths, -step, side="left"))
        finals[still:alive] = best[still:alive].argmax(-1)
        alive = still
        if not alive:
            break
        options = best[:alive, :, None] + allowed
        back[step, :alive] = options.argmax(1)
        best = options.max(1) + scores[firsts[:alive] + step]
    for run, (first, length) in enumerate(zip(firsts, lengths, strict=True)):
        label = finals[run]
        for step in range(length - 1, -1, -1):
            labels[first + step] = label
            label = back[step, run, label]
    return labels


def begin_runs(scores: Floats, cuts: Flags) -> Labels:
    """Give each word's best label; an inside without its beginning begins.

    Cheaper than `best_path`, and as good where runs are short.
    """
    labels: Labels = scores.argmax(1).astype(np.uint8)
    kind = (labels + 1) // 2
    apart = cuts.copy()
    apart[1:] |= kind[1:] != kind[:-1]
    labels[apart & (labels > 0) & (labels % 2 == 0)] -= 1
    return labels


def _runs(cuts: Flags) -> list[tuple[int, int]]:
    """Half-open ranges between cuts, none longer than LONGEST."""
    edges = np.flatnonzero(cuts).tolist()
    edges = [*([] if edges[:1] == [0] else [0]), *edges, len(cuts)]
    return [
        (begin, min(begin + LONGEST, last))
        for first, last in pairwise(edges)
        for begin in range(first, last, LONGEST)
    ]


def join_words(
    labels: Labels, cuts: Flags, scores: Floats, *, offset: int
) -> list[RoleSpan]:
    """Give the runs of words of one role, in order.

    Args:
        labels: Row numbers of `ROLES`.
        cuts: First words of paragraphs; no run passes one.
        scores: Log probabilities the labels were chosen by.
        offset: Number of the first word in its text.
    """
    chosen = scores[np.arange(len(labels)), labels]
    starts = (labels % 2 == 1) | cuts
    starts[1:] |= (labels[1:] + 1) // 2 != (labels[:-1] + 1) // 2
    edges = np.append(np.flatnonzero(starts), len(labels)).tolist()
    if edges[0]:
        edges.insert(0, 0)
    return [
        RoleSpan(
            Role((int(labels[first]) - 1) // 2),
            first + offset,
            last + offset,
            float(chosen[first:last].mean()),
        )
        for first, last in pairwise(edges)
        if labels[first]
    ]


def pool_spans(spans: Sequence[RoleSpan], links: Floats, *, offset: int) -> Floats:
    """Give the mean link vector of each span's words, a row a span.

    A row holds four vectors: what a source or content asks of a cue, what a cue
    answers; what a cue asks of a source, what a source answers.
    """
    pooled = np.zeros((len(spans), links.shape[1]), np.float32)
    for row, span in enumerate(spans):
        pooled[row] = links[span.first - offset : span.last - offset].mean(0)
    return pooled


def find_heads(
    arcs: Floats, starts: Flags, table: Mapping[str, Any]
) -> NDArray[np.int32]:
    """Give the number of each word's syntactic head, itself for a root.

    Args:
        arcs: What each word asks of its head, then what it answers as one.
        starts: Where sentences begin; heads are sought in the same sentence.
        table: Holds "near", the learned scores of distances, and "distances", the
            edges of those scored alike.
    """
    heads = np.arange(len(arcs), dtype=np.int32)
    width = arcs.shape[1] // 2
    bias = distance_scores(table["near"][2], table["distances"], LONGEST)
    for first, last in _runs(starts):
        asks, answers = arcs[first:last, :width], arcs[first:last, width:]
        words = np.arange(last - first)
        scores = asks @ answers.T / width**0.5
        scores += bias[words[None, :] - words[:, None] + LONGEST]
        heads[first:last] = first + scores.argmax(1)
    return heads


def distance_scores(near: Sequence[float], edges: Sequence[int], reach: int) -> Floats:
    """Give the learned score of each distance from -reach to reach, in order."""
    distances = np.arange(-reach, reach + 1)
    rows = np.searchsorted(edges, np.abs(distances), side="right") - 1
    rows = rows + np.where(distances < 0, len(edges), 0)
    return np.array(near, np.float32)[rows]
