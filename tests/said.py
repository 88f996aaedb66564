"""Reads attributions for the tests beside it."""

from sayso.model.attribution import Attribution
from sayso.reading.attribution.attributions import find_attributions
from sayso.reading.tagger.encoder import tag_text
from sayso.vocabulary.languages import load_language


def read(text: str, language: str = "en") -> tuple[Attribution, ...]:
    spoken = load_language(language)
    return find_attributions(text, tag_text(text, spoken), spoken)


def who_says(text: str, words: str, language: str = "en") -> list[str]:
    """Give the sources of the attributions that say some words, innermost last."""
    start = text.index(words)
    return [
        " ".join(span.text.strip(" ,") for span in found.source)
        for found in read(text, language)
        if any(part.start <= start < part.end for part in found.content)
    ]
