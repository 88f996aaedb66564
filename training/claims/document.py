"""A training document: what the product offers for one labelled report, as arrays.

Written by `offers`, kept as a pickle. Word ranges are half open.
"""

import pickle
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

REPORT_DAY = -2
"""Stands for a time expression where an option is the report's own day."""
NO_TIMEX = -1
OURS = ("own_", "sentences")
"""How files begin that we wrote; they leave empty what the words do not say."""


@dataclass
class Candidate:
    """What could be a claim, and where it stands."""

    span: tuple[int, int]
    kind: str
    unit: str
    classes: tuple[str, ...]
    group: str | None
    low: float | None
    high: float | None
    bound: str
    first: int
    last: int
    anchor: int
    path: list[int]
    """Words from the anchor towards the root."""


@dataclass
class Source:
    """One that may be the claimant."""

    name: str
    sort: int
    ranges: list[tuple[int, int]]


@dataclass
class Day:
    """Days that a claim may be of."""

    kind: str
    timex: int
    """Number of the time expression, `REPORT_DAY` or `NO_TIMEX`."""
    period: list[str | None] | None
    """First and last day, closed."""


@dataclass
class Named:
    """A name in the text: of a party, a place, a person or a body."""

    range: tuple[int, int]
    name: str
    kind: str | None


@dataclass
class Document:
    """A labelled report with its offer."""

    id: str
    file: str
    text: str
    row: dict[str, Any]
    """The report without its text and claims."""
    gold: list[dict[str, Any]]
    words: list[str]
    starts: np.ndarray
    ends: np.ndarray
    pieces: list[tuple[int, ...]]
    windows: list[tuple[int, int]]
    signs: np.ndarray
    """Words by signs (sayso.reading.claims.signs.word_signs)."""
    tags: np.ndarray
    relations: np.ndarray
    said: np.ndarray
    """Words by measures."""
    candidates: list[Candidate]
    candidate_signs: np.ndarray
    lexicon: np.ndarray
    """Candidates by measures by signs."""
    distances: list[np.ndarray]
    """For each candidate a row of the table of distances for each word."""
    sentences: list[np.ndarray]
    relation_signs: list[np.ndarray]
    source_signs: list[np.ndarray]
    day_signs: list[np.ndarray]
    sources: list[Source]
    days: list[Day]
    times: list[tuple[int, int]]
    parties: list[Named]
    toponyms: list[Named]
    entities: list[Named]
    targets: list[Any] = field(default_factory=list)
    """One `targets.Target` for each candidate; set before training."""

    @property
    def custom(self):
        """0 where labels follow our own custom, 1 where that of the reports given."""
        return int(not self.file.startswith(OURS))


def load_documents(paths):
    """Give the documents of files in their order. Only files of one's own making."""
    return [d for path in paths for d in pickle.loads(Path(path).read_bytes())]


def save_documents(documents, path):
    """Write documents to a file."""
    Path(path).write_bytes(pickle.dumps(documents))
