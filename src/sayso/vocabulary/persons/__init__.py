"""Words by which persons are told and weighed: one file and one row a language.

Kept apart from the languages that are read: a name has to be withheld in a text whose
figures nobody can read yet.
"""

from __future__ import annotations

from sayso.vocabulary.persons import en, ru, uk
from sayso.vocabulary.persons.person_words import KINDS, PersonWords, joined

PERSON_WORDS: tuple[PersonWords, ...] = (en.ENGLISH, ru.RUSSIAN, uk.UKRAINIAN)
"""In the order shown to users."""

__all__ = ["KINDS", "PERSON_WORDS", "PersonWords", "joined"]
