"""What stands around a figure: the findings of a document and of one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sayso.model import (
    Attribution,
    Span,
    Timex,
    Toponym,
)
from sayso.reading.attribution.claimants import innermost, part_of
from sayso.reading.claims.scene import (
    Scene,
)
from sayso.reading.claims.scope import Memory
from sayso.reading.claims.sites import (
    Site,
)
from sayso.reading.events.line import Candidate, Item
from sayso.reading.events.restated import Told
from sayso.reading.parties.sides import Parties, Side
from sayso.reading.text.sentences import SentenceIndex
from sayso.vocabulary.languages import Language


@dataclass(frozen=True, slots=True)
class Found:
    """What the other readers found in a document, each in the order of the text."""

    figures: tuple[Candidate, ...]
    timexes: tuple[Timex, ...]
    toponyms: tuple[Toponym, ...]
    attributions: tuple[Attribution, ...]
    parties: Parties
    sentences: SentenceIndex[Language]


@dataclass(frozen=True, slots=True)
class Where:
    """The sentence a claim is read in, what stands in it and what was set before."""

    sentence: Span
    number: int
    """Of the sentence, from 0."""
    paragraph: int
    items: Sequence[Item]
    timexes: Sequence[Timex]
    toponyms: Sequence[Toponym]
    attributions: Sequence[Attribution]
    """Those whose content reaches into the sentence."""
    sites: Sequence[Site]
    parties: Parties
    scene: Scene
    memory: Memory
    told: Told
    voice: Side | None
    """The side whose communique the document is, None for a report."""
    language: Language

    def said_by(self, figure: Span) -> Attribution | None:
        """Give the attribution that a figure is claimed by."""
        part = part_of(self.sentence, figure)
        return innermost(self.language.speech, self.attributions, figure, part)

    def is_said(self, figure: Candidate) -> bool:
        """True when an attribution with a source holds the figure."""
        attribution = self.said_by(figure.quantity.span)
        return attribution is not None and bool(attribution.source)

    taken: frozenset[int] = frozenset()
    """Starts of the place names that are claims themselves."""


T = TypeVar("T")


def group_by_sentence(
    values: Iterable[T],
    index: SentenceIndex[Language],
    spans: Callable[[T], tuple[Span, ...]],
) -> Mapping[int, list[T]]:
    """Give sentence number -> the values whose spans reach into it, in order."""
    groups: dict[int, list[T]] = {}
    for value in values:
        numbers: dict[int, None] = {}
        for span in spans(value):
            last = index.at(max(span.start, span.end - 1))
            numbers.update(dict.fromkeys(range(index.at(span.start), last + 1)))
        for number in numbers:
            groups.setdefault(number, []).append(value)
    return groups
