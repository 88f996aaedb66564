"""Words that may speak of a measure, with the measures, where stems say it.

A list of hints and no reading: the claim reader weighs them with all else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model import Span
from sayso.reading.text.folded import fold_text
from sayso.vocabulary.languages import CasedLanguage


@dataclass(frozen=True, slots=True)
class EventWord:
    """A word and what it may speak of."""

    span: Span
    measures: frozenset[str]


def find_event_words(text: str, language: CasedLanguage) -> Iterator[EventWord]:
    """Yield the words of a text whose stem speaks of a measure, in order."""
    line = fold_text(text)
    for at in range(line.count):
        measures = language.events.of(line.words[at])
        if measures:
            yield EventWord(line.span(at, at + 1), measures)


def thing_kinds(word: str, language: CasedLanguage) -> frozenset[str]:
    """Give the classes of what a noun counts, in whatever case it stands.

    Args:
        word: One word as the text has it.
        language: Supplies the nouns.

    Returns:
        Classes of `things.toml`; none for a word that no class lists.
    """
    line = fold_text(word)
    form = language.things.forms.get(line.words[0])
    return form.kinds if form is not None else frozenset()


def nominative(word: str, language: CasedLanguage) -> str:
    """Give the nominative singular of a listed noun, else the folded word."""
    folded = fold_text(word).words[0]
    form = language.things.forms.get(folded)
    return form.lemma if form is not None else folded
