"""What a language that declines is to Sayso: its words, one part for each reader.

Russian and Ukrainian share one shape: numbers govern the case of what they count, names
of months and places are declined, there are no articles. English has another, see
`sayso.vocabulary.languages.language`.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.vocabulary.languages.case_endings import CaseEndings
from sayso.vocabulary.languages.case_numbers import CaseNumbers
from sayso.vocabulary.languages.case_places import CasePlaces
from sayso.vocabulary.languages.case_speakers import CaseSpeakers
from sayso.vocabulary.languages.case_speech import CaseSpeech
from sayso.vocabulary.languages.case_times import CaseTimes
from sayso.vocabulary.languages.comparing_words import ComparingWords
from sayso.vocabulary.languages.credit_words import CreditWords
from sayso.vocabulary.languages.declined import DeclinedNouns
from sayso.vocabulary.languages.event_stems import EventStems
from sayso.vocabulary.languages.sentence_words import SentenceWords
from sayso.vocabulary.languages.word_forms import WordForms


@dataclass(frozen=True, slots=True, eq=False)
class CasedLanguage:
    """The words of one language, each part read by one room of `sayso.reading`."""

    code: str
    """ISO 639-1 code: "uk"."""
    name: str
    """The language's name in English."""
    endings: CaseEndings
    """Case endings, see `sayso.reading.text.inflected`."""
    places: CasePlaces
    """Words around place names, see `sayso.reading.places.cased`."""
    speakers: CaseSpeakers
    """Words that mean a speaker named before, see `sayso.reading.speakers.meant`."""
    speech: CaseSpeech
    """Words of saying, see `sayso.reading.attribution.cased_cues`."""
    sentences: SentenceWords
    """Abbreviations, see `sayso.reading.text.sentences`."""
    forms: WordForms
    """Forms made by rule; empty where `events` and `things` bend words."""
    numbers: CaseNumbers
    """Number words, bounds and units, see `sayso.reading.numbers.cased`."""
    times: CaseTimes
    """Month names, units and other time words, see `sayso.reading.times.cased`."""
    events: EventStems
    """Stems by measure, see `sayso.reading.events.stems`."""
    things: DeclinedNouns
    """Nouns that are counted, by class, see `sayso.reading.numbers.cased.singles`."""
    comparing: ComparingWords
    """Words that set figures beside others, see `sayso.checks`."""
    credits: CreditWords
    """Words of credit lines, see `sayso.linking.credits`."""
