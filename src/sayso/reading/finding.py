"""What is found in a document before any claim is read: names, figures, days, sayings.

One way for languages whose syntax the tagger gives, one for languages that decline;
both give the same kinds of things, so that one claim reader serves all.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sayso.model import Document, Toponym
from sayso.reading.attribution.attributions import find_attributions
from sayso.reading.claims.offer import Found
from sayso.reading.events.candidates import line_up
from sayso.reading.numbers.figure import Figure
from sayso.reading.numbers.figures import find_figures, state_quantities
from sayso.reading.numbers.singles import find_single_figures, find_zero_figures
from sayso.reading.parties.cased import find_cased_parties, find_named_parties
from sayso.reading.parties.conflict import conflict_of
from sayso.reading.parties.level import level_names
from sayso.reading.parties.mentions import (
    PartyMention,
    choose_theatres,
    find_parties,
)
from sayso.reading.parties.sides import name_sides
from sayso.reading.persons.known import known_names
from sayso.reading.persons.persons import find_persons
from sayso.reading.places.local import add_local_names
from sayso.reading.places.settling import find_toponyms
from sayso.reading.speakers.naming import name_speakers
from sayso.reading.tagger.encoder import tag_text
from sayso.reading.tagger.entities import find_entities, join_names
from sayso.reading.text.sentences import SentenceIndex
from sayso.reading.times.timexes import find_timexes
from sayso.vocabulary.gazetteers import Gazetteer
from sayso.vocabulary.languages import AnyLanguage, CasedLanguage, Language
from sayso.vocabulary.theatres import Theatre, load_theatres

WAR_DAY = "day.war"
"""Constant of a pack: day 1 of "the 1,118th day of the war"."""


def find_all(
    document: Document,
    language: AnyLanguage,
    *,
    theatres: Sequence[Theatre] | None = None,
    gazetteers: Sequence[Gazetteer] = (),
) -> Found:
    """Give what is found in a document.

    Args:
        document: Its text is read as it is; its publication day anchors periods.
        language: The text's.
        theatres: Packs that may apply; None for those that come with Sayso.
        gazetteers: A user's own, asked before the one that comes with Sayso.
    """
    known = load_theatres() if theatres is None else theatres
    text = document.text
    if isinstance(language, CasedLanguage):
        packs, mentions = _choose_cased(text, known, language)
    else:
        packs = choose_theatres(text, known)
        mentions = find_parties(text, packs)
    tagging = tag_text(text, language, level_names(text, mentions, packs))
    entities = find_entities(text, tagging)
    if isinstance(language, CasedLanguage):
        entities = join_names(text, entities)
    tagged = find_attributions(text, tagging, language, document=document.id)
    named = find_toponyms(
        text,
        entities=entities,
        gazetteers=gazetteers,
        theatres=packs,
        language=language,
    )
    if isinstance(language, CasedLanguage):
        named = _without_persons(text, named, packs)
    towns = {t.span for t in named if t.place is not None and " " not in t.span.text}
    # A lone word that the gazetteer knows is no person, whatever the tagger says.
    cast = tuple(entity for entity in entities if entity.span not in towns)
    toponyms = named
    if isinstance(language, Language):
        toponyms = add_local_names(
            text, named, language=language, others=[m.span for m in mentions]
        )
        mentions = name_sides(mentions, conflict_of(packs), words=language.parties)
    figures = _figures(text, language)
    return Found(
        tagging=tagging,
        sentences=SentenceIndex.of(text, language),
        candidates=line_up(figures, toponyms, language),
        quantities=state_quantities(figures),
        figures=tuple(figure.quantity.span for figure in figures),
        timexes=find_timexes(
            text,
            published=document.published,
            language=language,
            count_from=_first_day(packs, document.published),
        ),
        named=named,
        toponyms=toponyms,
        attributions=name_speakers(text, tagged, cast, packs, language),
        mentions=mentions,
        entities=cast,
        packs=packs,
        language=language,
    )


def _without_persons(
    text: str, named: Sequence[Toponym], packs: Sequence[Theatre]
) -> tuple[Toponym, ...]:
    """Give toponyms without those that no list knows and that are persons' names.

    Persons are found as for withholding names: who is taken for a place would be shown.
    """
    persons = [
        span
        for person in find_persons(text, known_names(packs))
        for span in person.mentions
    ]
    return tuple(
        t
        for t in named
        if t.place is not None
        or not any(t.span.start < p.end and p.start < t.span.end for p in persons)
    )


def _figures(text: str, language: AnyLanguage) -> list[Figure]:
    return sorted(
        (
            *find_figures(text, language=language),
            *find_single_figures(text, language=language),
            *find_zero_figures(text, language=language),
        ),
        key=lambda figure: (figure.quantity.span.start, -figure.quantity.span.end),
    )


def _choose_cased(
    text: str, packs: Sequence[Theatre], language: CasedLanguage
) -> tuple[tuple[Theatre, ...], tuple[PartyMention, ...]]:
    """Give the packs whose parties a text names most, and its mentions of parties."""
    named = find_named_parties(text, packs, language)
    counts = {
        pack.name: sum(
            mention.party is not None
            for mention in find_cased_parties(text, (pack,), language)
        )
        if any(party.id in named for party in pack.parties)
        else 0
        for pack in packs
    }
    chosen = tuple(
        sorted((p for p in packs if counts[p.name]), key=lambda p: -counts[p.name])
    )
    return chosen, find_cased_parties(text, chosen, language)


def _first_day(packs: Sequence[Theatre], published: date | None) -> date | None:
    """Give the day from which reports of the most evident conflict count days.

    The pack of the whole world is no conflict; a war that began after publication is
    not the one that the report means.
    """
    pack = next((pack for pack in packs if pack.countries), None)
    constant = pack and pack.find_constant(WAR_DAY)
    if not constant or constant.day is None:
        return None
    day = date.fromisoformat(constant.day)
    return day if published is None or day <= published else None
