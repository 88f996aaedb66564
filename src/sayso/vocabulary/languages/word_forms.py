"""What a language gives vocabulary files that list lemmas only: the forms they take."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

Forms = Callable[[str], Iterable[str]]
"""Gives every form of a lemma, the lemma among them, in lower case."""


def as_listed(lemma: str) -> tuple[str, ...]:
    """Give a lemma as the one form it has."""
    return (lemma.lower(),)


@dataclass(frozen=True, slots=True, eq=False)
class WordForms:
    """Forms of verbs and nouns, made by rules where a language has few of them.

    Empty, a word has the form that a file lists and no other.
    """

    verbs: Forms = as_listed
    """Takes a verb of one word: "take" gives "takes", "took", "taken", "taking"."""
    nouns: Forms = as_listed
    """Takes a noun or noun phrase: "shell crater" gives "shell craters"."""
