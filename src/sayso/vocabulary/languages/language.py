"""What a language is to Sayso: its words, as data, one part for each reader."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.vocabulary.languages.comparing_words import ComparingWords
from sayso.vocabulary.languages.credit_words import CreditWords
from sayso.vocabulary.languages.number_words import NumberWords
from sayso.vocabulary.languages.party_words import PartyWords
from sayso.vocabulary.languages.place_words import PlaceWords
from sayso.vocabulary.languages.sentence_words import SentenceWords
from sayso.vocabulary.languages.speaker_words import SpeakerWords
from sayso.vocabulary.languages.speech_words import SpeechWords
from sayso.vocabulary.languages.time_words import TimeWords
from sayso.vocabulary.languages.word_forms import WordForms


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """The words of one language, each part read by one module of `sayso.reading`."""

    code: str
    """ISO 639-1 code: "en"."""
    name: str
    """The language's name in English."""
    sentences: SentenceWords
    """Abbreviations, see `sayso.reading.text.sentences`."""
    forms: WordForms
    """Forms of lemmas that vocabulary lists, see `sayso.reading.events.frames`."""
    numbers: NumberWords
    """Number words, bounds and units, see `sayso.reading.numbers.figures`."""
    times: TimeWords
    """Month names, units and other time words, see `sayso.reading.times.timexes`."""
    speech: SpeechWords
    """Verbs of saying and their frames, see `sayso.reading.attribution`."""
    speakers: SpeakerWords
    """Offices, bodies, pronouns and relays, see `sayso.reading.speakers.resolving`."""
    places: PlaceWords
    """Words around place names, see `sayso.reading.places.settling`."""
    parties: PartyWords
    """Nouns for sides and words around them, see `sayso.reading.claims.scope`."""
    comparing: ComparingWords
    """Words that set figures beside others, see `sayso.checks`."""
    credits: CreditWords
    """Words of credit lines, see `sayso.linking.credits`."""
