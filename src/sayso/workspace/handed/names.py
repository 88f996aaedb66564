"""Names of languages, and of parties, places and persons in other languages."""

from sayso.vocabulary.gazetteers import load_spoken
from sayso.vocabulary.languages import READ
from sayso.vocabulary.theatres.words import WORDS, load_words

__all__ = [
    "READ",
    "WORDS",
    "load_spoken",
    "load_words",
]
