"""Texts with labelled stretches: what tools for labelling take, in one shape.

A label is a measure at the words of a figure, or "source", "cue" or "content" at those
of an attribution. Offsets count code points of the text, in which each character of
what is withheld is a sign. Readings that a person rejected have no label.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.exports.bundle import Bundle, Paper, Row

ROLES = ("source", "cue", "content")
"""Labels that are no measure."""
_REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled stretch."""

    start: int
    end: int
    label: str
    claim: str = ""
    """Id of the claim whose figure it is; "" for a role."""

    @property
    def key(self) -> tuple[int, int, str]:
        """Give what makes two labels the same."""
        return self.start, self.end, self.label


@dataclass(frozen=True, slots=True)
class Labelled:
    """One document with its labels, in the order of the text."""

    paper: Paper
    text: str
    labels: tuple[Label, ...]
    reader: str
    """Who read the first of its claims."""


def labelled(bundle: Bundle) -> Iterator[Labelled]:
    """Yield the documents of an export with the labels of its claims."""
    evidence = bundle.evidence()
    papers: dict[str, tuple[Paper, list[Row]]] = {}
    for row in bundle.rows:
        papers.setdefault(row.paper.id, (row.paper, []))[1].append(row)
    for paper, rows in papers.values():
        found = dict.fromkeys(label for row in rows for label in labels_of(row))
        text = evidence.proof(paper.id).text
        order = sorted(found, key=lambda one: (*one.key, one.claim))
        yield Labelled(paper, text, tuple(order), rows[0].claim.reader)


def labels_of(row: Row) -> Iterator[Label]:
    """Yield the labels of a claim: its figure, and the parts of its attribution."""
    if row.status == _REJECTED:
        return
    span = row.claim.quantity.span
    yield Label(span.start, span.end, row.claim.measure, row.id)
    for role in ROLES:
        for part in getattr(row.attribution, role, ()):
            yield Label(part.start, part.end, role)


class Units:
    """Offsets of a text in UTF-16 units, as Java and older scripts count, and back."""

    def __init__(self, text: str) -> None:
        self._wide = [at for at, c in enumerate(text) if ord(c) > 0xFFFF]
        self._wide_units = [at + number for number, at in enumerate(self._wide)]

    def to_units(self, offset: int) -> int:
        """Give the offset in units of one in code points."""
        return offset + bisect_left(self._wide, offset)

    def from_units(self, offset: int) -> int:
        """Give the offset in code points of one in units."""
        return offset - bisect_left(self._wide_units, offset)


def lines_of(text: str, start: int, end: int) -> Sequence[tuple[int, int]]:
    """Give the parts of a stretch that hold no line feed; brat wants them apart."""
    parts, at = [], start
    for line in text[start:end].split("\n"):
        if line:
            parts.append((at, at + len(line)))
        at += len(line) + 1
    return parts
