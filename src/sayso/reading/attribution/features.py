"""What the linker weighs: how two spans of a paragraph lie to each other.

Every function works on all pairs of a few paragraphs at once, because calls cost more
than sums; pairs of two paragraphs are marked and left out. The columns are named by
the tables here; weights are trained on just these columns, so a change of either
needs both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.reading.tagger.decoding import NEVER, Flags, Floats, Role, distance_scores
from sayso.reading.tagger.encoder import Tagging
from sayso.reading.text.quotes import CLOSES, INSIDE, OPENS

Places = NDArray[np.int64]

FAR = 200
"""Words apart that count as any number: no attribution reaches over more."""

LEAST = -5.0
"""Link of a span that has nothing to link to; learned scores lie between -8 and 12."""

TINY = 1e-30
"""Added to sums whose logarithm is taken: the sum over no pair is 0."""

REACH = 400
"""Words over which a distance has a learned score; beyond, that of the last."""

CUE_COLUMNS = (
    "link",
    "link among cues",
    "link among contents",
    "gap",
    "cue is before",
    "touches",
    "sources between",
    "cues between",
    "contents between",
    "sentences apart",
    "nearest cue before",
    "nearest cue after",
    "content quoted",
    "content opens",
    "content closes",
    "cue quoted",
    "content certainty",
    "cue certainty",
    "content length",
    "cue length",
    "best source of cue",
    "quotation edge between",
)
SOURCE_COLUMNS = (
    "link",
    "link back",
    "link among sources",
    "link among cues",
    "gap to cue",
    "source is before cue",
    "gap to content",
    "source is before content",
    "cues between",
    "contents between",
    "sources between",
    "sentences apart",
    "source quoted",
    "cue quoted",
    "source certainty",
    "source length",
    "cue certainty",
    "no cue",
    "nearest source before",
    "nearest source after",
)
LONE_COLUMNS = (
    "best link",
    "best link in sentence",
    "cue certainty",
    "cue length",
    "cue quoted",
    "no cue",
    "cue begins sentence",
    "sources in sentence",
    "content is before",
    "content certainty",
    "content quoted",
)
CONTENT_COLUMNS = (
    "best link",
    "certainty",
    "length",
    "quoted",
    "opens",
    "closes",
    "begins sentence",
    "cue in sentence",
    "source in sentence",
    "cues",
    "gap to source",
    "gap to cue",
    "begins paragraph",
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The spans of a few paragraphs as parallel arrays."""

    rows: Places
    """Numbers of the spans in the tagging, in order."""
    unit: Places
    """Number of the paragraph, or of the part of a long one; only spans of the same
    may belong together."""
    role: Places
    first: Places
    last: Places
    certainty: Floats
    quoted: Floats
    """Share of words inside quotation marks."""
    opens: Flags
    """True when the span begins with or just after an opening mark."""
    closes: Flags
    sentence: Places
    """Number of the sentence its first word is in."""
    final_sentence: Places
    begins: Flags
    """True when a sentence begins with it."""
    counts: Places
    """How many spans of each role end before each span, a row a role."""
    vectors: Floats
    places: tuple[Places, ...]
    """Positions of the spans of each role."""

    def same(self, a: NDArray[Any], b: NDArray[Any]) -> Flags:
        """Give for each of `a` and each of `b` whether they may belong together."""
        same: Flags = self.unit[a][:, None] == self.unit[b][None, :]
        return same

    def of(self, role: Role) -> Places:
        """Give the positions of the spans of a role."""
        return self.places[role]


class Measurer:
    """Measures the spans of one text; holds what is the same for all paragraphs."""

    def __init__(self, tagging: Tagging, table: Mapping[str, Any]) -> None:
        self.tagging = tagging
        spans, quotes = tagging.spans, tagging.layout.quotes
        self.first = np.array([s.first for s in spans], np.int64)
        self.last = np.array([s.last for s in spans], np.int64)
        self.role = np.array([s.role for s in spans], np.int64)
        self.certainty = np.array([s.certainty for s in spans], np.float32)
        inside = np.append(0, np.cumsum(quotes == INSIDE))
        marks = np.append(0, np.cumsum(quotes >= OPENS))
        words = self.last - self.first - (marks[self.last] - marks[self.first])
        share = (inside[self.last] - inside[self.first]) / np.maximum(words, 1)
        self.quoted = share.astype(np.float32)
        padded = np.pad(quotes, 1)
        opens, closes = padded == OPENS, padded == CLOSES
        self.opens: Flags = opens[self.first + 1] | opens[self.first]
        self.closes: Flags = closes[self.last] | closes[self.last + 1]
        self.sentence_of: Places = np.cumsum(tagging.layout.sentences)
        self.near = [
            _double_sums(distance_scores(row, table["distances"], REACH))
            for row in table["near"][:2]
        ]

    def stretch(self, rows: Sequence[int], units: Sequence[int]) -> Stretch:
        """Give the arrays of the spans with these numbers, and their paragraphs'."""
        at = np.array(rows, np.int64)
        first, last, role = self.first[at], self.last[at], self.role[at]
        counts = np.zeros((3, len(at) + 1), np.int64)
        for kind in range(3):
            counts[kind, 1:] = np.cumsum(role == kind)
        return Stretch(
            at,
            np.array(units, np.int64),
            role,
            first,
            last,
            self.certainty[at],
            self.quoted[at],
            self.opens[at],
            self.closes[at],
            self.sentence_of[first],
            self.sentence_of[last - 1],
            self.tagging.layout.sentences[first],
            counts,
            self.tagging.vectors[at],
            tuple(np.flatnonzero(role == kind) for kind in range(3)),
        )

    def links(
        self, s: Stretch, asking: NDArray[Any], answering: NDArray[Any], kind: int
    ) -> Floats:
        """Give the encoder's score of each pair: kind 0 asks cues, 1 asks sources."""
        width = s.vectors.shape[1] // 4
        asks = s.vectors[asking, 2 * kind * width : (2 * kind + 1) * width]
        answers = s.vectors[answering, (2 * kind + 1) * width : (2 * kind + 2) * width]
        a, b = s.first[asking][:, None], s.last[asking][:, None]
        c, d = s.first[answering][None, :], s.last[answering][None, :]
        sums, middle = self.near[kind], REACH + 1

        def at(distance: Places) -> NDArray[np.float64]:
            inside = np.minimum(np.maximum(distance + middle, 0), len(sums) - 1)
            return sums[inside]

        bias = at(d - a + 1) - at(d - b + 1) - at(c - a + 1) + at(c - b + 1)
        found = asks @ answers.T / width**0.5 + bias / ((b - a) * (d - c))
        found[~s.same(asking, answering)] = NEVER
        links: Floats = found.astype(np.float32)
        return links

    def cue_features(self, s: Stretch) -> Floats:
        """Give CUE_COLUMNS for each content (first axis) and cue (second axis)."""
        t, c = s.of(Role.CONTENT), s.of(Role.CUE)
        link = self.links(s, t, c, 0)
        sources = s.of(Role.SOURCE)
        best = _best(self.links(s, c, sources, 1))
        before = c[None, :] < t[:, None]
        gap = _gap(s, t, c)
        nearest_before, nearest_after = _nearest(gap, before)
        return _stack(
            link,
            _log_share(link, 1),
            _log_share(link, 0),
            np.log1p(gap),
            before,
            gap == 0,
            *(_between(s, t, c, kind) for kind in range(3)),
            _sentences_apart(s, t, c),
            nearest_before,
            nearest_after,
            s.quoted[t][:, None],
            s.opens[t][:, None],
            s.closes[t][:, None],
            s.quoted[c][None, :],
            s.certainty[t][:, None],
            s.certainty[c][None, :],
            np.log(s.last[t] - s.first[t])[:, None],
            np.log(s.last[c] - s.first[c])[None, :],
            best[None, :],
            np.where(before, s.opens[t][:, None], s.closes[t][:, None]),
            shape=link.shape,
        )

    def content_features(self, s: Stretch) -> Floats:
        """Give CONTENT_COLUMNS for each content."""
        t, c, sources = s.of(Role.CONTENT), s.of(Role.CUE), s.of(Role.SOURCE)
        bounds = self.tagging.layout.paragraphs
        return _stack(
            _best(self.links(s, t, c, 0)),
            s.certainty[t],
            np.log(s.last[t] - s.first[t]),
            s.quoted[t],
            s.opens[t],
            s.closes[t],
            s.begins[t],
            _any_in_sentence(s, t, c),
            _any_in_sentence(s, t, sources),
            np.minimum(s.same(t, c).sum(1), 6),
            np.log1p(_gap(s, t, sources).min(1, initial=FAR)),
            np.log1p(_gap(s, t, c).min(1, initial=FAR)),
            bounds[s.first[t]],
            shape=(len(t),),
        )

    def source_features(self, s: Stretch, cues: Places, contents: Places) -> Floats:
        """Give SOURCE_COLUMNS for each attribution (first axis) and source (second).

        Args:
            s: Spans of the paragraph.
            cues: Position of each attribution's cue, -1 for none.
            contents: Position of each attribution's content nearest to its cue.
        """
        sources = s.of(Role.SOURCE)
        anchor = np.where(cues >= 0, cues, contents)
        has_cue = (cues >= 0)[:, None]
        silent = ~has_cue & s.same(anchor, sources)
        link = np.where(silent, 0, self.links(s, anchor, sources, 1))
        back = np.where(silent, 0, self.links(s, sources, anchor, 0).T)
        gap, before = _gap(s, anchor, sources), sources[None, :] < anchor[:, None]
        nearest_before, nearest_after = _nearest(gap, before)
        return _stack(
            link,
            back,
            _log_share(link, 1),
            _log_share(back, 0),
            np.log1p(gap),
            before,
            np.log1p(_gap(s, contents, sources)),
            sources[None, :] < contents[:, None],
            _between(s, anchor, sources, Role.CUE),
            _between(s, anchor, sources, Role.CONTENT),
            _between(s, anchor, sources, Role.SOURCE),
            _sentences_apart(s, anchor, sources),
            s.quoted[sources][None, :],
            s.quoted[anchor][:, None],
            s.certainty[sources][None, :],
            np.log(s.last[sources] - s.first[sources])[None, :],
            s.certainty[anchor][:, None],
            ~has_cue,
            nearest_before,
            nearest_after,
            shape=link.shape,
        )

    def lone_features(self, s: Stretch, cues: Places, contents: Places) -> Floats:
        """Give LONE_COLUMNS, which speak for no source, for each attribution."""
        sources = s.of(Role.SOURCE)
        anchor = np.where(cues >= 0, cues, contents)
        link = self.links(s, anchor, sources, 1)
        here = _sentences_apart(s, anchor, sources) == 0
        return _stack(
            _best(link),
            _best(np.where(here, link, NEVER)),
            s.certainty[anchor],
            np.log(s.last[anchor] - s.first[anchor]),
            s.quoted[anchor],
            cues < 0,
            s.begins[anchor],
            np.minimum(here.sum(1), 4),
            contents < anchor,
            s.certainty[contents],
            s.quoted[contents],
            shape=(len(cues),),
        )


def _stack(*columns: Any, shape: tuple[int, ...]) -> Floats:
    stacked = np.empty((*shape, len(columns)), np.float32)
    for number, column in enumerate(columns):
        stacked[..., number] = column
    return stacked


def _best(links: Floats) -> Floats:
    """Give the best link of each row, LEAST where there is none."""
    best: Floats = links.max(1, initial=LEAST)
    return best


def _double_sums(scores: Floats) -> NDArray[np.float64]:
    """Sums of sums, so that the mean over two spans' distances is four look-ups."""
    return np.cumsum(np.append(0, np.cumsum(np.append(0, scores.astype(np.float64)))))


def _gap(s: Stretch, a: NDArray[Any], b: NDArray[Any]) -> Places:
    """Words between each of `a` and each of `b`, at most FAR."""
    ahead = s.first[b][None, :] - s.last[a][:, None]
    behind = s.first[a][:, None] - s.last[b][None, :]
    apart: Places = np.minimum(np.maximum(np.maximum(ahead, behind), 0), FAR)
    apart[~s.same(a, b)] = FAR
    return apart


def _between(s: Stretch, a: NDArray[Any], b: NDArray[Any], kind: int) -> Any:
    """Spans of a role that lie between, 4 for more."""
    low = np.minimum(a[:, None], b[None, :]) + 1
    high = np.maximum(a[:, None], b[None, :])
    return np.minimum(s.counts[kind][high] - s.counts[kind][low], 4)


def _sentences_apart(s: Stretch, a: NDArray[Any], b: NDArray[Any]) -> Any:
    ahead = s.sentence[b][None, :] - s.final_sentence[a][:, None]
    behind = s.sentence[a][:, None] - s.final_sentence[b][None, :]
    return np.minimum(np.maximum(np.maximum(ahead, behind), 0), 4)


def _nearest(gap: Places, before: Flags) -> tuple[Any, Any]:
    """For each row, whether a column is its nearest before, and its nearest after."""
    found = []
    for side in (before, ~before):
        distance = np.where(side, gap, FAR)
        closest = distance.min(1, keepdims=True, initial=FAR - 1)
        found.append(side & (distance == closest))
    return found[0], found[1]


def _log_share(scores: Floats, axis: int) -> Floats:
    """Log softmax along an axis."""
    top = scores - scores.max(axis, keepdims=True, initial=NEVER)
    share: Floats = top - np.log(np.exp(top).sum(axis, keepdims=True, initial=TINY))
    return share


def _any_in_sentence(s: Stretch, a: NDArray[Any], b: NDArray[Any]) -> Any:
    return (_sentences_apart(s, a, b) == 0).any(1)
