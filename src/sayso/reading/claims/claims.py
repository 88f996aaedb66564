"""Claims of a document: figures and named places that an event of a sentence counts.

Refuses to guess: a figure without an event is no claim, whatever stands around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from sayso.model import (
    Attribution,
    AttributionKind,
    Claim,
    Document,
    DocumentId,
    Span,
    Toponym,
)
from sayso.reading.claims.actors import find_actor
from sayso.reading.claims.affected import find_affected
from sayso.reading.claims.context import Found, Where, group_by_sentence
from sayso.reading.claims.scene import (
    Scene,
    find_news_day,
    is_bulletin,
)
from sayso.reading.claims.scope import Memory, Roles, Scope, find_shared
from sayso.reading.claims.sites import (
    find_sites,
)
from sayso.reading.claims.stance import (
    judge_stance,
)
from sayso.reading.claims.voices import speaker_side, voice_of
from sayso.reading.claims.when import period_of
from sayso.reading.claims.where import (
    EXCHANGE,
    OPENING,
    find_called,
    find_homes,
    main_site,
    place_of,
    set_scene,
)
from sayso.reading.events.event import find_events
from sayso.reading.events.frames import load_frames
from sayso.reading.events.line import Candidate, line_up_items
from sayso.reading.events.match import Match
from sayso.reading.events.matching import match_figures
from sayso.reading.events.places_held import match_places
from sayso.reading.events.restated import Told, match_restated, take_up
from sayso.reading.parties.sides import Side
from sayso.vocabulary.measures import measures_that

RANK_CONFIDENCE = tuple(map(Decimal, ("0.95", "0.9", "0.8", "0.65", "0.55", "0.5")))
"""The reader's certainty by the rank of a match; orders the review queue."""


def read_claims(document: Document, found: Found, *, reader: str) -> Iterator[Claim]:
    """Yield the claims of a document in the order of the text.

    The time grows with the length of the text: every list is cut by sentence once.
    """
    identity = (document.id, reader)
    for here in _places_to_read(document, found):
        matches = _matches(here)
        where = replace(here, taken=_taken(matches))
        if where.number < OPENING and not where.scene.homes:
            where.scene.homes += find_homes(where)
        if not matches:
            set_scene(where)
        for match in matches:
            yield _build(document, identity, match, where)


def find_claimed(document: Document, found: Found) -> list[Span]:
    """Give the figures and place names that claims will be made of, in order."""
    return [
        match.figure.quantity.span
        for where in _places_to_read(document, found)
        for match in _matches(where)
    ]


def _matches(where: Where) -> list[Match]:
    where = replace(where, items=take_up(where.items, where.told))
    events = find_events(where.items, load_frames())
    matches = match_figures(where.items, events)
    matches += match_places(where.items, events, where.toponyms, matches)
    matches += match_restated(where.items, matches, where.told, said=where.is_said)
    where.told.remember(where.items, matches, said=where.is_said)
    return sorted(matches, key=lambda match: match.at)


def _taken(matches: Sequence[Match]) -> frozenset[int]:
    """Give the starts of the place names that are claims themselves."""
    spans = (m.figure.quantity.span for m in matches if m.measure.startswith("place."))
    return frozenset(span.start for span in spans)


def _places_to_read(document: Document, found: Found) -> Iterator[Where]:
    """Yield the sentences that have figures or place names, in order."""
    news = find_news_day(
        document.text, found.timexes, found.attributions, document.published
    )
    main, is_one = main_site(document.text, found)
    listing = is_bulletin(found.timexes, document.published)
    called = find_called(document.text, found.toponyms)
    scene = Scene(
        news,
        main,
        called,
        is_one_scene=is_one,
        is_bulletin=listing,
        is_exchange=EXCHANGE.search(document.text) is not None,
    )
    memory, told = Memory(), Told()
    voice = voice_of(document.text, found.parties, found.attributions)
    index = found.sentences
    figures = group_by_sentence(
        _apart(found.figures), index, lambda f: (f.quantity.span,)
    )
    toponyms = group_by_sentence(found.toponyms, index, lambda t: (t.span,))
    timexes = group_by_sentence(found.timexes, index, lambda t: (t.span,))
    attributions = group_by_sentence(found.attributions, index, lambda a: a.content)
    for number, sentence in enumerate(index.sentences):
        if number not in figures and number not in toponyms:
            continue
        named = toponyms.get(number, [])
        paragraph = index.paragraphs[number]
        memory.enter(paragraph, sentence.text)
        items = line_up_items(
            document.text,
            sentence,
            figures=figures.get(number, []),
            places=[toponym.span for toponym in named],
        )
        yield Where(
            sentence,
            number,
            paragraph,
            items,
            timexes.get(number, []),
            named,
            attributions.get(number, []),
            find_sites(document.text, sentence, named, found.parties),
            found.parties,
            scene,
            memory,
            told,
            voice,
            found.sentences.language,
        )


def _apart(figures: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield figures that do not overlap; of two the earlier, then the longer."""
    end = -1
    for figure in figures:
        if figure.quantity.span.start >= end:
            end = figure.quantity.span.end
            yield figure


def _build(
    document: Document, identity: tuple[DocumentId, str], match: Match, where: Where
) -> Claim:
    quantity = match.figure.quantity
    attribution = where.said_by(quantity.span)
    stance = judge_stance(where.items, match.event, attribution)
    place = place_of(match, where)
    roles = _roles_of(match, where, attribution, place)
    period, accrual = period_of(
        document, match, where, attribution=attribution, stance=stance
    )
    where.scene.dated[where.items[match.at].start] = period, accrual
    return Claim(
        document=identity[0],
        quantity=quantity,
        measure=match.measure,
        sentence=where.sentence,
        group=match.figure.group,
        affected=roles.affected.name if roles.affected else None,
        actor=roles.actor.name if roles.actor else None,
        place=place.span.text if place else None,
        located=place.place if place else None,
        period=period,
        accrual=accrual,
        claimant=attribution.name if attribution else None,
        via=attribution.via if attribution else (),
        stance=stance,
        attribution=attribution.id if attribution else None,
        speaker=attribution.speaker if attribution else None,
        confidence=RANK_CONFIDENCE[min(match.rank, len(RANK_CONFIDENCE) - 1)],
        reader=identity[1],
    )


def _roles_of(
    match: Match,
    where: Where,
    attribution: Attribution | None,
    place: Toponym | None,
) -> Roles:
    """Give the parties of a claim and remember them for lists and splits."""
    memory = where.memory
    speaker = speaker_side(attribution, where.parties, before=memory.spoke)
    memory.spoke = speaker or memory.spoke
    scope = Scope(
        where.items,
        where.sentence,
        match,
        where.parties,
        speaker or (where.voice if attribution is None else None),
        place,
        attribution.source if attribution else (),
        attribution is not None and attribution.kind is AttributionKind.DIRECT,
    )
    name = attribution.name if attribution else None
    shared = find_shared(scope, memory)
    actor = find_actor(scope, shared)
    told = memory.told.get(name or "", Roles()) if name else Roles()
    affected = find_affected(scope, actor, shared=shared, told=told)
    if actor is None:
        actor = _actor_before(match, affected, shared)
    if actor is None and match.measure in measures_that("loses_ground"):
        actor = scope.opponent(affected)
    if match.measure in measures_that("harms") and _is_same_side(actor, affected):
        actor = None  # "put its losses at 23 dead": no side is said to harm its own
    roles = Roles(actor, affected, match.event, match.measure)
    memory.keep(match.at, roles, speaker=name)
    return roles


def _is_same_side(one: Side | None, other: Side | None) -> bool:
    if one is None or other is None:
        return False
    return one.name == other.name or (
        one.party is not None and one.party == other.party
    )


def _actor_before(match: Match, affected: Side | None, shared: Roles) -> Side | None:
    """Give who did what the words before tell, when they tell of the same harm."""
    is_same = affected == shared.affected
    if is_same and affected is not None and match.event == shared.event:
        return shared.actor
    told = is_same or shared.measure.startswith("attacks.")
    attacked = measures_that("harms") | measures_that("strikes")
    is_harm = match.measure in measures_that("harms") and shared.measure in attacked
    if not (told and is_harm) or shared.actor is None:
        return None
    is_own = affected is not None and affected.party == shared.actor.party
    return None if is_own else shared.actor
