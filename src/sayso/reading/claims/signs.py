"""What the claim reader is told of words and candidates besides the encoder's states.

All of it is the same for every measure, party and language: that a word is in a figure,
names a party or a place, may begin some measure's frame, stands so and so. Columns are
fixed: weights were trained on them, and `SIGNS` is checked when they are loaded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.model import Bound, PlaceKind, Span, Timex, Toponym
from sayso.reading.claims.standing import Ground, Stand
from sayso.reading.events.candidates import Candidate, CandidateKind
from sayso.reading.events.frames import (
    VERBAL,
    Role,
    things_by_measure,
    units_by_measure,
)
from sayso.reading.events.triggers import Trigger
from sayso.reading.parties.mentions import MentionKind, PartyMention
from sayso.reading.tagger.decoding import ENTITIES, ROLES
from sayso.reading.tagger.shapes import SHAPE_SIZE, shape_words
from sayso.vocabulary.measures import MEASURES

Floats = NDArray[np.float32]
Bits = NDArray[np.uint8]

CLASSES = tuple(
    """person fighter force settlement area equipment weapon drone munition attack
    strike site building casualty occasion""".split()
)
"""Classes of things.toml that the weights know; others say nothing to them."""
UNITS = ("count", "percent", "km2")
TRIGGER_ROLES = tuple(Role)
LEXICON_SIGNS = 16

WORD_SIGNS = (
    len(ROLES) + len(ENTITIES) + len(CandidateKind) + len(UNITS) - 1 + 1 + len(CLASSES)
) + (len(TRIGGER_ROLES) + len(MentionKind) + 1 + 2 + len(PlaceKind) + 2 + SHAPE_SIZE)
CANDIDATE_SIGNS = len(CandidateKind) + len(UNITS) + len(CLASSES) + 3


@dataclass(frozen=True, slots=True)
class Marks:
    """What the other readers marked in a text, each in its order."""

    figures: Sequence[Span]
    """All figures, those that can be no claim included."""
    mentions: Sequence[PartyMention]
    toponyms: Sequence[Toponym]
    timexes: Sequence[Timex]


def word_signs(
    ground: Ground,
    candidates: Sequence[Candidate],
    triggers: Mapping[int, tuple[Trigger, ...]],
    marks: Marks,
) -> Bits:
    """Give one row of 0 and 1 for each word, `WORD_SIGNS` wide.

    Args:
        ground: The words.
        candidates: What could be a claim.
        triggers: What words may say by the measures' files.
        marks: What else was found.
    """
    mentions, toponyms, timexes = marks.mentions, marks.toponyms, marks.timexes
    spans = [(c, c.quantity.span) for c in candidates]
    placed = [t for t in toponyms if t.place is not None]
    said = np.zeros((len(ground), len(TRIGGER_ROLES)), np.uint8)
    for word, hits in triggers.items():
        for hit in hits:
            said[word, TRIGGER_ROLES.index(hit.role)] = 1
    groups: list[Iterable[Span]] = [
        *((s for c, s in spans if c.kind is kind) for kind in CandidateKind),
        *((s for c, s in spans if c.quantity.unit == u) for u in UNITS[1:]),
        marks.figures,
        *((s for c, s in spans if k in c.classes) for k in CLASSES),
    ]
    later: list[Iterable[Span]] = [
        *((m.span for m in mentions if m.kind is kind) for kind in MentionKind),
        (m.span for m in mentions if m.party),
        (t.span for t in placed),
        (t.span for t in toponyms if t.place is None),
        *((t.span for t in placed if _kind(t) is kind) for kind in PlaceKind),
        (t.span for t in timexes if t.period is not None),
        (t.span for t in timexes if t.period is None),
    ]
    tagging = ground.tagging
    return np.concatenate(
        [
            np.eye(len(ROLES), dtype=np.uint8)[tagging.roles],
            np.eye(len(ENTITIES), dtype=np.uint8)[tagging.entities],
            _flags(ground, groups),
            said,
            _flags(ground, later),
            shape_words(tagging.layout),
        ],
        axis=1,
    )


def _kind(toponym: Toponym) -> PlaceKind | None:
    return None if toponym.place is None else toponym.place.kind


def _flags(ground: Ground, groups: Sequence[Iterable[Span]]) -> Bits:
    rows = np.zeros((len(ground), len(groups)), np.uint8)
    for column, spans in enumerate(groups):
        for span in spans:
            first, last = ground.range_of(span)
            rows[first:last, column] = 1
    return rows


def trigger_table(count: int, triggers: Mapping[int, tuple[Trigger, ...]]) -> Bits:
    """Give words by measures: 1 where a word may speak of a measure."""
    numbers = {measure: number for number, measure in enumerate(MEASURES)}
    table = np.zeros((count, len(MEASURES)), np.uint8)
    for word, hits in triggers.items():
        table[word, [numbers[hit.measure] for hit in hits]] = 1
    return table


def candidate_signs(candidates: Sequence[Candidate]) -> Floats:
    """Give one row for each candidate: how it is given, in what unit, of what class."""
    rows = np.zeros((len(candidates), CANDIDATE_SIGNS), np.float32)
    kinds, units = list(CandidateKind), len(CandidateKind)
    for row, candidate in zip(rows, candidates, strict=True):
        row[kinds.index(candidate.kind)] = 1
        row[units + UNITS.index(str(candidate.quantity.unit))] = 1
        for kind in candidate.classes:
            if kind in CLASSES:
                row[units + len(UNITS) + CLASSES.index(kind)] = 1
        row[-3] = not candidate.classes
        row[-2] = candidate.group is not None
        row[-1] = candidate.quantity.bound is not Bound.EXACT
    return rows


def lexicon_signs(
    ground: Ground,
    candidates: Sequence[Candidate],
    stands: Sequence[Stand],
    triggers: Mapping[int, tuple[Trigger, ...]],
) -> Floats:
    """Give what the measures' files say of each candidate and measure.

    Returns:
        Candidates by measures by `LEXICON_SIGNS`: the unit and the class fit, the
        figure's own words name it, a word on its way to the root says it, such words
        stand near before or behind it, alike for every measure.
    """
    rows = np.zeros((len(candidates), len(MEASURES), LEXICON_SIGNS), np.float32)
    by_sentence: dict[int, list[int]] = {}
    for word in triggers:
        by_sentence.setdefault(int(ground.sentences[word]), []).append(word)
    numbers = {measure: number for number, measure in enumerate(MEASURES)}
    for row, candidate, stand in zip(rows, candidates, stands, strict=True):
        _fits(row, candidate)
        sentence = int(ground.sentences[stand.anchor])
        here = by_sentence.get(sentence, [])
        nearest = min((abs(word - stand.anchor) for word in here), default=0)
        for word in here:
            is_nearest = abs(word - stand.anchor) == nearest
            for trigger in triggers[word]:
                sign = row[numbers[trigger.measure]]
                _say(sign, ground, stand, word, trigger.role)
                sign[13] = max(sign[13], is_nearest)
        for word in by_sentence.get(sentence - 1, []):
            for trigger in triggers[word]:
                row[numbers[trigger.measure], 14] = 1
    return rows


def _fits(row: Floats, candidate: Candidate) -> None:
    unit, classes = str(candidate.quantity.unit), set(candidate.classes)
    for number, measure in enumerate(MEASURES):
        row[number, 0] = unit in units_by_measure()[measure]
        row[number, 1] = bool(things_by_measure()[measure] & classes)
    row[:, 2] = not classes


def _say(sign: Floats, ground: Ground, stand: Stand, word: int, role: Role) -> None:
    """Mark on one row what one trigger says of a candidate in its sentence."""
    is_verbal = role in VERBAL
    if stand.first <= word < stand.last:
        sign[3] = 1
    elif stand.last <= word <= stand.last + 1 and not is_verbal:
        sign[4] = 1
    if word in stand.path:
        column = 5 if is_verbal else 6
        sign[column] = max(sign[column], 1 / (1 + stand.path.index(word)))
    if int(ground.tagging.heads[word]) in (stand.anchor, *stand.path[:2]):
        sign[7] = 1
    away = word - stand.anchor
    near = float(np.exp(-abs(away) / 6))
    column = 8 + (away >= 0) + 2 * (not is_verbal)
    sign[column] = max(sign[column], near)
    sign[12] = 1
    if role in (Role.UNDERGOES, Role.STATE):
        sign[15] = max(sign[15], near)
