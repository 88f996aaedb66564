"""Names of parties, places and persons in other languages, as packs have them."""

from sayso.vocabulary.theatres.words import WORDS, load_words

__all__ = [
    "WORDS",
    "load_words",
]
