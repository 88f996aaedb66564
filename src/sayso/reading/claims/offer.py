"""All that a document offers the claim reader, gathered before anything is decided."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model import Attribution, Document, Span, StatedQuantity, Timex, Toponym
from sayso.reading.claims.between import Between
from sayso.reading.claims.days import DayOption, find_day_options
from sayso.reading.claims.phrases import find_phrases
from sayso.reading.claims.signs import (
    Bits,
    Floats,
    Marks,
    candidate_signs,
    lexicon_signs,
    trigger_table,
    word_signs,
)
from sayso.reading.claims.sources import Source, find_sources, without_hearers
from sayso.reading.claims.standing import Ground, Stand, stand_of
from sayso.reading.events.candidates import Candidate, CandidateKind
from sayso.reading.events.triggers import find_triggers
from sayso.reading.parties.mentions import PartyMention
from sayso.reading.tagger.encoder import Tagging
from sayso.reading.tagger.entities import Entity
from sayso.reading.tagger.shapes import line_breaks
from sayso.reading.text.sentences import SentenceIndex
from sayso.vocabulary.languages import AnyLanguage, CasedLanguage
from sayso.vocabulary.theatres import Theatre


@dataclass(frozen=True, slots=True)
class Found:
    """What the other readers found in a document, each in the order of the text."""

    tagging: Tagging
    sentences: SentenceIndex[AnyLanguage]
    candidates: tuple[Candidate, ...]
    quantities: tuple[StatedQuantity, ...]
    """What the number reader gives, without the ones and nones of `figures`."""
    figures: tuple[Span, ...]
    """Spans of all figures, those that can be no claim included."""
    timexes: tuple[Timex, ...]
    named: tuple[Toponym, ...]
    """Place names that the gazetteers or the tagger know."""
    toponyms: tuple[Toponym, ...]
    """The same with those that only the words beside them make a place."""
    attributions: tuple[Attribution, ...]
    mentions: tuple[PartyMention, ...]
    entities: tuple[Entity, ...]
    packs: tuple[Theatre, ...]
    """Theatre packs that apply, most evident first."""
    language: AnyLanguage
    """The document's."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A document's candidates, and what each of their fields may be filled from."""

    document: Document
    found: Found
    ground: Ground
    between: Between
    stands: tuple[Stand, ...]
    """One for each candidate."""
    sources: tuple[Source, ...]
    days: tuple[DayOption, ...]
    words: Bits
    """Signs of each word."""
    said: Bits
    """Words by measures: 1 where a word may speak of a measure by its file."""
    candidates: Floats
    """Signs of each candidate."""
    lexicon: Floats
    """Signs of each candidate and measure."""


def make_offer(document: Document, found: Found) -> Offer:
    """Give what a document offers; the time is that of its words and candidates."""
    ground = Ground.of(found.tagging, found.sentences)
    stands = tuple(stand_of(ground, c.quantity.span) for c in found.candidates)
    triggers = find_triggers(found.tagging.tokens, found.language)
    return Offer(
        document=document,
        found=found,
        ground=ground,
        between=_between(found, stands),
        stands=stands,
        sources=_sources(document.text, found, ground),
        days=find_day_options(found.timexes, document.published),
        words=word_signs(
            ground,
            found.candidates,
            triggers,
            Marks(found.figures, found.mentions, found.toponyms, found.timexes),
        ),
        said=trigger_table(len(ground), triggers),
        candidates=candidate_signs(found.candidates),
        lexicon=lexicon_signs(ground, found.candidates, stands, triggers),
    )


def _between(found: Found, stands: tuple[Stand, ...]) -> Between:
    tokens = found.tagging.tokens
    figures = [
        stand.first
        for candidate, stand in zip(found.candidates, stands, strict=True)
        if candidate.kind is not CandidateKind.PLACE
    ]
    return Between.of(tokens.words, line_breaks(tokens), figures)


def _sources(text: str, found: Found, ground: Ground) -> tuple[Source, ...]:
    sources = find_sources(
        text,
        found.attributions,
        found.entities,
        found.mentions,
        find_phrases(ground, found.language),
    )
    if isinstance(found.language, CasedLanguage):
        return sources
    return without_hearers(text, sources, found.language.speech.hearing)
