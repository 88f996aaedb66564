"""What the claim reader is told of a candidate and something that may belong to it.

Distances and relations between a candidate and every word, every possible claimant and
every option for its days. Columns are fixed, as in `signs`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from sayso.model import PeriodKind, Precision, Timex
from sayso.reading.claims.between import BETWEEN_SIGNS, Between
from sayso.reading.claims.days import DayOption
from sayso.reading.claims.sources import Source, SourceSort
from sayso.reading.claims.standing import Ground, Stand
from sayso.reading.events.candidates import Candidate
from sayso.reading.tagger.decoding import ROLES

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]

EDGES = np.array([0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192])
"""Distances in words from which a bucket begins."""
AHEAD, BEHIND = 2, 4
"""Sentences behind and before a candidate's that are told apart."""
RELATION_SIGNS = 8 + BETWEEN_SIGNS
SOURCE_SIGNS = 26 + BETWEEN_SIGNS
DAY_SIGNS = 30 + BETWEEN_SIGNS
CUE_ROLES = frozenset(row for row, name in enumerate(ROLES) if name.endswith("cue"))
LONG_AGO = 31
"""Days after which an event is no news."""


_FAR = 256
"""Words, more than the last of `EDGES`; all that is farther is alike."""


def _rows_of(away: Numbers) -> Numbers:
    """Give the row in the table of distances: before the candidate, then behind it."""
    rows = np.searchsorted(EDGES, np.abs(away), side="right") - 1
    found: Numbers = rows + np.where(away < 0, len(EDGES), 0)
    return found


_ROWS = _rows_of(np.arange(-_FAR, _FAR))


@dataclass(frozen=True, slots=True)
class Relations:
    """How every word of a window stands to one candidate."""

    distances: Numbers
    """Rows of the table of distances: before the candidate, then behind it."""
    sentences: Numbers
    signs: Floats


def relate(
    ground: Ground, between: Between, stand: Stand, first: int, last: int
) -> Relations:
    """Give how the words of a half-open range stand to a candidate."""
    words = np.arange(first, last)
    part = slice(first, last)
    away = words - stand.anchor
    distances = _ROWS[np.minimum(np.maximum(away, -_FAR), _FAR - 1) + _FAR]
    sentences = ground.sentences[part] - ground.sentences[stand.anchor]
    chain = np.zeros(len(ground), bool)
    chain[list(stand.path)] = True
    signs = np.zeros((len(words), RELATION_SIGNS), np.float32)
    signs[:, 0] = chain[part]
    chain[stand.anchor] = True
    heads = ground.tagging.heads[part]
    hangs = chain[heads] & (heads != words)
    signs[:, 1] = hangs & ground.subjects[part]
    signs[:, 2] = hangs & ground.objects[part]
    signs[:, 3] = hangs & ground.inner[part]
    signs[:, 4] = hangs
    signs[:, 5] = (words >= stand.first) & (words < stand.last)
    signs[:, 6] = ground.paragraphs[part] == ground.paragraphs[stand.anchor]
    signs[:, 7] = ground.sentences[part] == 0
    signs[:, 8:] = between.signs(words, stand.first, stand.last)
    sentences = np.minimum(np.maximum(sentences, -BEHIND), AHEAD) + BEHIND
    return Relations(distances, sentences, signs)


@dataclass(frozen=True, slots=True)
class SourceGround:
    """What of some sources does not depend on the candidate, as parallel arrays."""

    sources: tuple[Source, ...]
    begins: Numbers
    """First word of each."""
    said: Numbers
    """Numbers of the sources of attributions."""
    base: Floats
    """Signs that hold for every candidate."""
    depths: Numbers
    contents: Numbers
    """Rows of first offset, offset behind and number of the source, one a content."""


def ground_sources(ground: Ground, sources: Sequence[Source]) -> SourceGround:
    """Give where sources stand and what they hold."""
    begins = [ground.range_of(source.spans[0])[0] for source in sources]
    base = np.zeros((len(sources), SOURCE_SIGNS), np.float32)
    contents = []
    depths = np.zeros(len(sources), np.int64)
    for number, source in enumerate(sources):
        base[number, source.sort] = 1
        attribution = source.attribution
        if attribution is None:
            continue
        depths[number] = attribution.depth
        base[number, 6], base[number, 7] = attribution.depth > 0, not attribution.source
        contents += [(span.start, span.end, number) for span in attribution.content]
    firsts = np.array(begins, np.int64)
    base[:, 24] = ground.sentences[firsts] == 0 if len(sources) else 0
    said = [n for n, s in enumerate(sources) if s.sort is SourceSort.SAID]
    rows = np.array(contents, np.int64).reshape(-1, 3)
    return SourceGround(
        tuple(sources), firsts, np.array(said, np.int64), base, depths, rows
    )


def source_signs(
    ground: Ground,
    between: Between,
    candidate: Candidate,
    stand: Stand,
    standing: SourceGround,
) -> Floats:
    """Give one row for each possible claimant of a candidate, `SOURCE_SIGNS` wide."""
    rows = standing.base.copy()
    anchor, begins = stand.anchor, standing.begins
    sentence = int(ground.sentences[anchor])
    _content_signs(rows, candidate, ground.bounds[sentence], standing)
    away = begins - anchor
    sentences = ground.sentences[begins] - sentence
    sentences = np.minimum(np.maximum(sentences, -BEHIND), AHEAD) + BEHIND
    rows[np.arange(len(rows)), 8 + sentences] = 1
    rows[:, 15] = ground.paragraphs[begins] == ground.paragraphs[anchor]
    rows[:, 16] = away < 0
    rows[:, 19] = np.exp(-np.abs(away) / 12)
    rows[:, 20] = np.exp(-np.abs(away) / 60)
    firsts = begins[standing.said]
    before, after = standing.said[firsts <= anchor], standing.said[firsts > anchor]
    rows[before[-1:], 17] = 1
    rows[after[:1], 18] = 1
    rows[:, 26:] = between.signs(begins, stand.first, stand.last)
    return rows


def _content_signs(
    rows: Floats, candidate: Candidate, bounds: Numbers, standing: SourceGround
) -> None:
    """Mark whose contents hold the candidate, end before it or begin behind it."""
    start, end = candidate.quantity.span.start, candidate.quantity.span.end
    opens, closes, owner = standing.contents.T
    holds = ((opens <= start) & (start < closes)) | ((opens < end) & (end <= closes))
    rows[owner[holds], 4] = 1
    if holds.any():
        deepest = standing.depths[owner[holds]].max()
        rows[:, 5] = (rows[:, 4] > 0) & (standing.depths == deepest)
    first, last = bounds
    here = ((first <= opens) & (opens < last)) | ((first < closes) & (closes <= last))
    rows[owner[here], 23] = 1
    ends_late, begins_early = np.zeros(len(rows), bool), np.zeros(len(rows), bool)
    ends_late[owner[closes > start]] = True
    begins_early[owner[opens < end]] = True
    has_content = np.zeros(len(rows), bool)
    has_content[owner] = True
    rows[:, 21] = has_content & ~ends_late
    rows[:, 22] = has_content & ~begins_early


@dataclass(frozen=True, slots=True)
class DayGround:
    """What of some options of days does not depend on the candidate."""

    options: tuple[DayOption, ...]
    base: Floats
    """Signs that hold for every candidate."""
    words: Numbers
    """First word of each option's time expression, -1 where it has none."""
    kinds: Numbers


def ground_days(
    ground: Ground,
    options: Sequence[DayOption],
    timexes: Sequence[Timex],
    published: date | None,
) -> DayGround:
    """Give where options of days stand and what the calendar says of them."""
    base = np.zeros((len(options), DAY_SIGNS), np.float32)
    words = np.full(len(options), -1, np.int64)
    for number, option in enumerate(options):
        row = base[number]
        row[option.kind] = 1
        row[5] = option.is_report
        _calendar_signs(row, option, published)
        if option.timex is not None:
            timex = timexes[option.timex]
            words[number] = word = ground.range_of(timex.span)[0]
            _time_signs(row, timex)
            beside = ground.tagging.roles[max(0, word - 2) : word + 2].tolist()
            row[22] = not CUE_ROLES.isdisjoint(beside)
            row[23] = ground.sentences[word] == 0
    kinds = np.array([option.kind for option in options], np.int64)
    return DayGround(tuple(options), base, words, kinds)


def day_signs(
    ground: Ground, between: Between, stand: Stand, standing: DayGround
) -> Floats:
    """Give one row for each option of a candidate's days, `DAY_SIGNS` wide."""
    rows = standing.base.copy()
    timed = np.flatnonzero(standing.words >= 0)
    words = standing.words[timed]
    away = words - stand.anchor
    sentences = ground.sentences[words] - int(ground.sentences[stand.anchor])
    rows[timed, 6 + np.clip(sentences, -3, 1) + 3] = 1
    rows[timed, 11] = away < 0
    rows[timed, 12], rows[timed, 13] = (
        np.exp(-np.abs(away) / 6),
        np.exp(-np.abs(away) / 25),
    )
    same = np.sort(words[sentences == 0])
    rows[:, 24] = not len(same)
    if len(same):
        nearest = same[np.argmin(np.abs(same - stand.anchor))]
        rows[timed, 14] = (words == same[0]) & (same[0] == same[-1])
        rows[timed, 15] = words == nearest
    rows[timed, 30:] = between.signs(words, stand.first, stand.last)
    heads = ground.tagging.heads
    if stand.path:
        up = np.array(stand.path, np.int64)
        near = heads[words]
        both = np.stack((near, heads[near]))
        rows[timed, 21] = (both[..., None] == up).any((0, 2))
    return rows


def _time_signs(row: Floats, timex: Timex) -> None:
    if timex.period is None:
        return
    kind, precision = timex.period.kind, timex.period.precision
    row[16] = kind is PeriodKind.SINCE
    row[17] = kind is PeriodKind.AS_OF
    row[18] = kind is PeriodKind.INTERVAL
    row[19] = precision is Precision.DAY
    row[20] = precision in (Precision.YEAR, Precision.DECADE)


def _calendar_signs(row: Floats, option: DayOption, published: date | None) -> None:
    period = option.period
    if period is None:
        return
    row[29] = period.start is None
    if published is not None and period.last is not None:
        past = (published - period.last).days
        row[25], row[26] = past == 0, past == 1
        row[27], row[28] = past < 0, past > LONG_AGO
