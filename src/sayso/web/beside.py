"""What documents in several languages say of one event, side by side.

One document a language, in its own words; nothing is translated.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.model import Claim, DocumentId, language_code
from sayso.web.interface import INTERFACES, day_of, say
from sayso.web.query import path_of
from sayso.web.whole import Whole
from sayso.web.wording import split_sentence, voice_of

MOST_LANGUAGES = 4
MOST_SENTENCES = 4


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the words of one figure in it."""

    voice: str
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Beside:
    """One document in one language."""

    language: str
    called: str
    """The language's name in itself, its code where the pages do not speak it."""
    name: str
    link: str
    where: str
    sentences: tuple[Sentence, ...]


def show_beside(claims: Iterable[Claim], whole: Whole) -> tuple[Beside, ...]:
    """Give a document of each language that speaks of an event.

    The one with most claims of it, the earliest of several.

    Returns:
        In order of the days of publication; none where all is in one language.
    """
    held: dict[DocumentId, list[Claim]] = {}
    for claim in claims:
        held.setdefault(claim.document, []).append(claim)
    ranked = sorted(held, key=lambda key: (-len(held[key]), _day(whole, key), key))
    chosen: dict[str, DocumentId] = {}
    for key in ranked:
        chosen.setdefault(language_code(whole.documents[key].language), key)
    if len(chosen) < 2:
        return ()
    shown = sorted(chosen.items(), key=lambda item: (_day(whole, item[1]), item[0]))
    return tuple(
        _beside(code, key, held[key], whole) for code, key in shown[:MOST_LANGUAGES]
    )


def _day(whole: Whole, key: DocumentId) -> str:
    published = whole.documents[key].published
    return published.isoformat() if published else "9999"


def _beside(code: str, key: DocumentId, claims: list[Claim], whole: Whole) -> Beside:
    document = whole.documents[key]
    by_sentence: dict[int, Claim] = {}
    for claim in sorted(claims, key=lambda c: c.quantity.span.start):
        by_sentence.setdefault(claim.sentence.start, claim)
    outlet = document.outlet or whole.name(key)
    return Beside(
        language=code,
        called=INTERFACES[code].name if code in INTERFACES else code,
        name=whole.name(key),
        link=path_of("documents", key),
        where=f"{outlet}, {day_of(document.published) or say('day unknown')}",
        sentences=tuple(
            Sentence(voice_of(claim, outlet), *split_sentence(claim))
            for claim in list(by_sentence.values())[:MOST_SENTENCES]
        ),
    )
