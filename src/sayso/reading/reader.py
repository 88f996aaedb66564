"""The reader: a document in, all that it says out; a pure function.

Every part is a module of its own beside this one; here they meet, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sayso.model import Document, Reading
from sayso.reading.attribution.attributions import find_attributions
from sayso.reading.attribution.reaching import continue_attributions
from sayso.reading.claims.claims import find_claimed, read_claims
from sayso.reading.claims.context import Found
from sayso.reading.edition import reader_digest
from sayso.reading.events.candidates import find_candidates
from sayso.reading.gaps import find_gaps
from sayso.reading.numbers.figures import find_figures, state_quantities
from sayso.reading.numbers.singles import find_single_figures, find_zero_figures
from sayso.reading.parties.conflict import conflict_of
from sayso.reading.parties.mentions import choose_theatres, find_parties
from sayso.reading.parties.sides import Parties
from sayso.reading.places.local import add_local_names
from sayso.reading.places.settling import find_toponyms
from sayso.reading.speakers.resolving import resolve_speakers
from sayso.reading.tagger.encoder import tag_text
from sayso.reading.tagger.entities import find_entities
from sayso.reading.text.sentences import SentenceIndex
from sayso.reading.times.timexes import find_timexes
from sayso.vocabulary.gazetteers import Gazetteer
from sayso.vocabulary.languages import LANGUAGES, Language, load_language
from sayso.vocabulary.theatres import Theatre, load_theatres

WAR_DAY = "day.war"
"""Constant of a pack: day 1 of "the 1,118th day of the war"."""
READER_VERSION = "1"
"""Raised by hand where a release reads much otherwise; the digest of rules, vocabulary
and weights is added to it and needs no hand."""


def reader_name(edition: str = "") -> str:
    """Give name and version of this reader, as recorded with every claim.

    Args:
        edition: What marks a user's own packs and gazetteers; empty for none.
    """
    name = f"sayso {READER_VERSION} {reader_digest()[:12]}"
    return f"{name} own {edition}" if edition else name


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
    text, identity, language = document.text, document.id, language_of(document)
    packs = choose_theatres(text, load_theatres() if theatres is None else theatres)
    reader = reader_name(edition)
    tagging = tag_text(text, language)
    entities = find_entities(text, tagging)
    index = SentenceIndex.of(text, language)
    tagged = find_attributions(text, tagging, language, document=identity)
    figures = find_figures(text, language=language)
    ones = find_single_figures(text, language=language)
    nones = find_zero_figures(text, language=language)
    all_figures = sorted(
        (*figures, *ones, *nones),
        key=lambda figure: (figure.quantity.span.start, -figure.quantity.span.end),
    )
    candidates = tuple(find_candidates(all_figures, language))
    named = find_toponyms(
        text,
        entities=entities,
        gazetteers=gazetteers,
        theatres=packs,
        language=language,
    )
    mentions = find_parties(text, packs)
    toponyms = add_local_names(
        text, named, language=language, others=[m.span for m in mentions]
    )
    timexes = find_timexes(
        text,
        published=document.published,
        language=language,
        count_from=_first_day(packs),
    )
    found = Found(
        figures=candidates,
        timexes=timexes,
        toponyms=toponyms,
        attributions=(),
        parties=Parties(mentions, conflict_of(tuple(packs)), words=language.parties),
        sentences=index,
    )
    reaching = continue_attributions(
        text, tagged, index, claimed=find_claimed(document, found), document=identity
    )
    towns = {t.span for t in named if t.place is not None and " " not in t.span.text}
    # A lone word that the gazetteer knows is no person, whatever the tagger says.
    cast = [entity for entity in entities if entity.span not in towns]
    attributions = resolve_speakers(text, reaching, cast, packs, language=language)
    found = replace(found, attributions=attributions)
    claims = tuple(read_claims(document, found, reader=reader))
    return Reading(
        document=document,
        attributions=attributions,
        claims=claims,
        quantities=state_quantities(all_figures),
        timexes=timexes,
        toponyms=named,
        gaps=find_gaps(
            text,
            claims=claims,
            candidates=found.figures,
            timexes=timexes,
            toponyms=named,
        ),
        reader=reader,
    )


def language_of(document: Document) -> Language:
    """Give the language a document is read in: its own, else the first that is read.

    Raises:
        UnknownName: Its language has no row in LANGUAGES.
    """
    code = (document.language or next(iter(LANGUAGES))).partition("-")[0].lower()
    return load_language(code)


def _first_day(packs: Sequence[Theatre]) -> date | None:
    """Give the day from which reports of the most evident conflict count days."""
    constant = packs[0].find_constant(WAR_DAY) if packs else None
    if constant is None or constant.day is None:
        return None
    return date.fromisoformat(constant.day)
