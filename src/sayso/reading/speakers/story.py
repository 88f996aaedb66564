"""One document while its sources are resolved: its cast, and who was heard so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from sayso.reading.persons.hiding import HiddenNames
from sayso.reading.speakers.cast import Cast
from sayso.reading.speakers.gender import Gender, find_gender, gender_of
from sayso.reading.speakers.relays import Outlets
from sayso.reading.text.sentences import SentenceIndex
from sayso.vocabulary.languages import Language
from sayso.vocabulary.languages.speaker_words import SpeakerWords
from sayso.vocabulary.theatres import KnownSpeaker, Theatre

HEARD = 200
"""Speakers heard last that a short source is compared with."""
NEARBY = 600
"""Characters before a source in which the one it stands for is looked for."""


class Sort(StrEnum):
    """What kind of pronoun may later stand for a speaker."""

    PERSON = "person"
    BODY = "body"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Heard:
    """A speaker resolved earlier in the document."""

    start: int
    name: str
    sort: Sort
    via: tuple[str, ...]


@dataclass(slots=True)
class Story:
    """One document while its sources are resolved, in order of the text."""

    text: str
    cast: Cast
    words: SpeakerWords
    outlets: Outlets
    packs: tuple[Theatre, ...]
    sentences: SentenceIndex[Language]
    private: HiddenNames
    """Names the document gives to persons who hold no office, or are held."""
    heard: list[Heard] = field(default_factory=list)
    genders: dict[str, Gender | None] = field(default_factory=dict)
    known: dict[str, str | None] = field(default_factory=dict)
    """Name in the text of the packs' speakers that were asked for."""

    def named(self, speaker: KnownSpeaker) -> str | None:
        """Give the name by which the text calls a pack's speaker, None for none."""
        if speaker.name not in self.known:
            names = (speaker.name, *speaker.aliases)
            found = next((name for name in names if name in self.text), None)
            self.known[speaker.name] = found
        return self.known[speaker.name]

    def may_be(self, name: str, pronoun: str) -> bool:
        """True unless the text calls the person a woman and the pronoun is a man's."""
        wanted = gender_of(pronoun, self.words)
        return wanted is None or self._gender(name) in (None, wanted)

    def is_surely(self, name: str, pronoun: str) -> bool:
        """True when the text calls the person as the pronoun does."""
        wanted = gender_of(pronoun, self.words)
        return wanted is not None and self._gender(name) == wanted

    def _gender(self, name: str) -> Gender | None:
        if name not in self.genders:
            offices = self.cast.words_by(name)
            self.genders[name] = find_gender(name, offices, self.words)
        return self.genders[name]

    def last(self, start: int, *sorts: Sort) -> Heard | None:
        """Give the last speaker of those sorts within reach before the offset."""
        for heard in reversed(self.heard[-HEARD:]):
            if heard.start < start and heard.sort in sorts:
                return heard if start - heard.start < 3 * NEARBY else None
        return None
