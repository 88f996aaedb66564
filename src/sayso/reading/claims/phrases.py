"""Phrases that may name a speaker though no reader of names knows them.

Where the tagger gives syntax: noun phrases that do something, by whom something is
done or whose something is ("aid groups", "a second soldier's statement"). Where it
gives none: runs of capitalised words and names in quotation marks, for the languages
that decline have no reader of names ("Панас Кушнір", "«Рубеж»", "ДСНС").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from sayso.model import Span
from sayso.reading.claims.standing import Ground
from sayso.vocabulary.languages import AnyLanguage, Language

DOERS = frozenset({"nsubj", "poss"})
"""Relations of a noun that does something or has it."""
AGENTS = "agent"
"""Relation of the word behind which the doer stands."""
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
WITHIN = frozenset({"amod", "compound", "nmod", "poss", "case", "same"})
"""Relations by which words before a noun belong to its phrase."""
OWN = frozenset({"PRP$", "CD"})
"""Parts of speech that no phrase holds."""
LONGEST = 8
"""Words of a phrase at most."""
_CAPITAL = r"[^\W\d_a-zа-яёіїєґ]"
CAPITALS = re.compile(
    r"[«“„\"](?P<quoted>[^\W\d_][^«»“”„\"\n]{1,40}?)[»”“\"]"
    rf"|(?P<run>{_CAPITAL}[\w'’ʼ-]+(?: (?:{_CAPITAL}[\w'’ʼ-]+|{_CAPITAL}\.))*)"
)
"""A name in quotation marks, or capitalised words."""
OPENS = re.compile(r"(?:^|[.!?…:\n—–-]\s*)[«“„\"]?$")
"""What stands before the first word of a sentence."""
BEFORE = 4
"""Characters looked at before a word."""


def find_phrases(ground: Ground, language: AnyLanguage) -> tuple[Span, ...]:
    """Give the spans of phrases that may name a speaker, in the text's order."""
    if isinstance(language, Language):
        return tuple(_nouns(ground))
    return tuple(_capitals(ground.tagging.tokens.text))


def _nouns(ground: Ground) -> Iterator[Span]:
    tagging = ground.tagging
    relations, heads = tagging.relations, tagging.heads
    is_noun = np.isin(tagging.tags, _rows(tagging.tag_names, NOUNS))
    is_kept = np.isin(relations, _rows(tagging.relation_names, WITHIN))
    is_kept &= ~np.isin(tagging.tags, _rows(tagging.tag_names, OWN))
    agents = np.isin(relations, _rows(tagging.relation_names, frozenset({AGENTS})))
    does = np.isin(relations, _rows(tagging.relation_names, DOERS)) | agents[heads]
    for word in np.flatnonzero(is_noun & does).tolist():
        first = word
        while first > max(0, word - LONGEST) and is_kept[first - 1]:
            first -= 1
        yield ground.span_of(first, word + 1)


def _rows(names: tuple[str, ...], wanted: frozenset[str]) -> list[int]:
    return [row for row, name in enumerate(names) if name in wanted]


def _capitals(text: str) -> Iterator[Span]:
    for match in CAPITALS.finditer(text):
        name = match.lastgroup or "run"
        words = match[name]
        before = text[max(0, match.start() - BEFORE) : match.start()]
        is_opener = " " not in words and not words.isupper() and OPENS.search(before)
        if name == "quoted" or not is_opener:
            yield Span.cut(text, *match.span(name))
