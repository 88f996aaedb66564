"""The reader: a document in, all that it says out; a pure function.

Every part is a module of its own beside this one; here they meet, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import Document, Reading
from sayso.reading.claims.claims import read_claims
from sayso.reading.claims.offer import make_offer
from sayso.reading.edition import reader_digest
from sayso.reading.finding import find_all
from sayso.reading.gaps import find_gaps
from sayso.reading.tagger.entities import EntityKind
from sayso.vocabulary.gazetteers import Gazetteer
from sayso.vocabulary.languages import READ, AnyLanguage, load_language
from sayso.vocabulary.theatres import Theatre

READER_VERSION = "1"
"""Raised by hand where a release reads much otherwise; the digest of rules, vocabulary
and weights is added to it and needs no hand."""
_OWN = "sayso "


def reader_name(edition: str = "") -> str:
    """Give name and version of this reader, as recorded with every claim.

    Args:
        edition: What marks a user's own packs and gazetteers; empty for none.
    """
    name = f"{_OWN}{READER_VERSION} {reader_digest()[:12]}"
    return f"{name} own {edition}" if edition else name


def is_own(name: str) -> bool:
    """True for the name of this reader, in whatever version."""
    return name.startswith(_OWN)


def read_document(
    document: Document,
    *,
    theatres: Sequence[Theatre] | None = None,
    gazetteers: Sequence[Gazetteer] = (),
    edition: str = "",
) -> Reading:
    """Give all that a document says: attributions, claims, quantities, dates, places.

    Its language is handed from here down to every room; none has one of its own.

    Args:
        document: Its text is read as it is; its publication day anchors periods.
        theatres: Packs that may apply; None for those that come with Sayso.
        gazetteers: A user's own, asked before the one that comes with Sayso.
        edition: Marks both in the reader's name.

    Raises:
        UnknownName: The document is told to be in a language that is not read.
    """
    reader = reader_name(edition)
    language = language_of(document)
    found = find_all(document, language, theatres=theatres, gazetteers=gazetteers)
    claims = tuple(read_claims(make_offer(document, found), reader=reader))
    return Reading(
        document=document,
        attributions=found.attributions,
        claims=claims,
        quantities=found.quantities,
        timexes=found.timexes,
        toponyms=found.named,
        gaps=find_gaps(
            document.text,
            claims=claims,
            candidates=found.candidates,
            timexes=found.timexes,
            toponyms=found.named,
        ),
        reader=reader,
        persons=tuple(
            entity.span for entity in found.entities if entity.kind is EntityKind.PERSON
        ),
    )


def language_of(document: Document) -> AnyLanguage:
    """Give the language a document is read in: its own, else the first that is read.

    Raises:
        UnknownName: Its language has no row in READ.
    """
    code = (document.language or next(iter(READ))).partition("-")[0].lower()
    return load_language(code)
