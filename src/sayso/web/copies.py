"""Other documents that share text with one, with the passages side by side."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model import DocumentId, language_code
from sayso.web.interface import day_of, say
from sayso.web.passages import Quoted, passage_language
from sayso.web.query import path_of
from sayso.web.whole import Whole, words_of
from sayso.web.wording import percent
from sayso.workspace.handed.copied import SharedPassages

MOST_COPIES = 12
MOST_PASSAGES = 3
LONGEST = 600
"""Characters of a passage that are shown."""
NEAR = 0.5
"""Share of words in common from which two documents are near-copies."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A document that shares text with the one shown."""

    name: str
    link: str
    outlet: str
    published: str
    share: str
    """Part of this document's words that the other has, too."""
    is_near: bool
    passages: tuple[tuple[Quoted, Quoted], ...]
    """(words here, words there), the longest first."""


def find_copies(whole: Whole, document: DocumentId) -> tuple[Copy, ...]:
    """Give the documents that share text with one, the most shared first.

    Args:
        whole: The ledger's shared passages.
        document: The one shown.
    """
    pairs = whole.shared.get(document, ())
    ranked = sorted(pairs, key=lambda pair: (-_share(pair, document), pair.a, pair.b))
    return tuple(_copy(pair, document, whole) for pair in ranked[:MOST_COPIES])


def _share(pair: SharedPassages, document: DocumentId) -> float:
    if pair.a == document:
        return pair.covered_a / max(pair.words_a, 1)
    return pair.covered_b / max(pair.words_b, 1)


def _copy(
    pair: SharedPassages,
    document: DocumentId,
    whole: Whole,
) -> Copy:
    is_first = pair.a == document
    key = DocumentId(pair.b if is_first else pair.a)
    other = whole.documents[key]
    shown = tuple(
        (p.a, p.b) if is_first else (p.b, p.a)
        for p in sorted(pair.passages, key=lambda p: -p.grams)[:MOST_PASSAGES]
    )
    share = _share(pair, document)
    language = language_code(whole.documents[document].language)
    return Copy(
        name=whole.name(key),
        link=path_of("documents", key),
        outlet=other.outlet or say("outlet not known"),
        published=day_of(other.published),
        share=percent(share),
        is_near=share >= NEAR,
        passages=tuple(
            (
                Quoted(_cut(words_of(own)), passage_language(own.text, language)),
                Quoted(_cut(words_of(its)), passage_language(its.text, language)),
            )
            for own, its in shown
        ),
    )


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else words[:LONGEST] + "…"
