"""Claims of a document: figures and named places that an event of a sentence counts.

Refuses to guess: a figure without an event is no claim, whatever stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from sayso.model import (
    Accrual,
    Attribution,
    AttributionKind,
    Claim,
    Document,
    DocumentId,
    Period,
    PeriodKind,
    PlaceKind,
    Precision,
    Span,
    Stance,
    Timex,
    Toponym,
)
from sayso.reading.actors import find_actor
from sayso.reading.affected import find_affected
from sayso.reading.claimants import innermost, part_of
from sayso.reading.clause import Candidate, Item, line_up_items
from sayso.reading.events import find_events
from sayso.reading.frames import Role, load_frames
from sayso.reading.match import Match
from sayso.reading.matching import match_figures
from sayso.reading.parties import MentionKind
from sayso.reading.places_held import match_places
from sayso.reading.restated import Told, match_restated
from sayso.reading.roles import Memory, Roles, Scope, find_shared
from sayso.reading.sentences import SentenceIndex
from sayso.reading.settings import (
    Scene,
    Standing,
    as_total,
    choose_period,
    find_news_day,
    is_bulletin,
    is_named,
    of_day,
    sets_saying,
    standing_of,
)
from sayso.reading.sides import Parties, Side
from sayso.reading.speaking_sides import speaker_side, voice_of
from sayso.reading.stance import (
    ACCRUING,
    LARGE,
    LASTING,
    is_perfect,
    judge_accrual,
    judge_stance,
    sums_up,
)
from sayso.reading.whereabouts import (
    FINENESS,
    Site,
    choose_site,
    find_sites,
    is_within,
    scene_site,
)

RANK_CONFIDENCE = tuple(map(Decimal, ("0.95", "0.9", "0.8", "0.65", "0.55", "0.5")))
"""The reader's certainty by the rank of a match; orders the review queue."""
EVENTS = (
    "people.killed", "people.wounded", "people.casualties", "people.displaced",
    "people.detained", "people.missing", "people.captured", "damage.", "attacks.",
)  # fmt: skip
"""Measures of single events, whose place a headline may leave to the story."""
HARM = ("people.killed", "people.wounded", "people.casualties", "damage.")
"""What one attack does to people and buildings, told in a row."""
ATTACKED = (*HARM, "attacks.")
GROUND_LOST = ("territory.lost", "settlements.lost", "place.lost")
GROUND = ("territory.", "settlements.")
"""Measures of ground: "12 villages and Merova" are not at Merova."""
OPENING = 2
"""Sentences that open a report: headline and lead."""
BODY_IN = re.compile(
    r"\b(?:government|ministry|officials?|authorities|embassy|headquarters|command"
    r"|spokes(?:man|woman|person)) (?:in|at) (?:the )?\Z",
    re.IGNORECASE,
)
PRISONERS = ("people.freed", "people.captured", "people.missing")
"""Measures of people whom an exchange brings home, or does not."""
EXCHANGE = re.compile(r"\b(?:exchanged?|swap(?:s|ped)?)\b", re.IGNORECASE)
A_TOWN = re.compile(
    r"\ban? (?:[\w-]+ ){0,3}(village|town|city|neighbou?rhood|suburb|camp)\b(?! of)"
)
"""A town that the report names later: "a rebel-held village in the north"."""
EXPLICIT = 45
"""Characters after a figure within which a named country is where it happened."""
WAR = re.compile(r"\b(?:war|conflict|uprising|fighting|invasion|crisis)\b")
WAR_TOLLS = ("people.killed", "people.displaced", "people.wounded")
BY_NOUN = re.compile(r"(\w+) of \Z")
LEAD = 6
"""Sentences within which a report on one event names where it happened; a place set
later holds for its paragraph alone."""
ONE_SCENE = 2
OF_WAR = 20_000
"""People from which a figure is no single event's: the reader then keeps the country
that the sentence names. The deadliest single battles reported stay below."""
BLOWS = ("people.killed", "people.wounded", "damage.", "attacks.")
"""Measures of what happens in a moment."""
WEEKS_AGO = timedelta(days=14)
"""A sentence whose days ended so long before the news tells of another event."""
LONG_AGO = timedelta(days=60)
"""A month or year that ended longer ago than this is where a count began, when the
verb speaks of all until now."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the other readers found in a document, each in the order of the text."""

    figures: tuple[Candidate, ...]
    timexes: tuple[Timex, ...]
    toponyms: tuple[Toponym, ...]
    attributions: tuple[Attribution, ...]
    parties: Parties
    sentences: SentenceIndex


@dataclass(frozen=True, slots=True)
class Where:
    """The sentence a claim is read in, what stands in it and what was set before."""

    sentence: Span
    number: int
    """Of the sentence, from 0."""
    paragraph: int
    items: Sequence[Item]
    timexes: Sequence[Timex]
    toponyms: Sequence[Toponym]
    attributions: Sequence[Attribution]
    """Those whose content reaches into the sentence."""
    sites: Sequence[Site]
    parties: Parties
    scene: Scene
    memory: Memory
    told: Told
    voice: Side | None
    """The side whose communique the document is, None for a report."""

    def said_by(self, figure: Span) -> Attribution | None:
        """Give the attribution that a figure is claimed by."""
        part = part_of(self.sentence, figure)
        return innermost(self.attributions, figure, part)

    def is_said(self, figure: Candidate) -> bool:
        """True when an attribution with a source holds the figure."""
        attribution = self.said_by(figure.quantity.span)
        return attribution is not None and bool(attribution.source)

    taken: frozenset[int] = frozenset()
    """Starts of the place names that are claims themselves."""


def read_claims(document: Document, found: Found, *, reader: str) -> Iterator[Claim]:
    """Yield the claims of a document in the order of the text.

    The time grows with the length of the text: every list is cut by sentence once.
    """
    identity = (document.id, reader)
    for here in _places_to_read(document, found):
        matches = _matches(here)
        where = replace(here, taken=_taken(matches))
        if where.number < OPENING and not where.scene.homes:
            where.scene.homes += _homes(where)
        if not matches:
            _set_scene(where)
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
    called = _called(document.text, found.toponyms)
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
    figures = _group(_apart(found.figures), index, lambda f: (f.quantity.span,))
    toponyms = _group(found.toponyms, index, lambda t: (t.span,))
    timexes = _group(found.timexes, index, lambda t: (t.span,))
    attributions = _group(found.attributions, index, lambda a: a.content)
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
        )


T = TypeVar("T")


def _group(
    values: Iterable[T],
    index: SentenceIndex,
    spans: Callable[[T], tuple[Span, ...]],
) -> Mapping[int, list[T]]:
    """Give sentence number -> the values whose spans reach into it, in order."""
    groups: dict[int, list[T]] = {}
    for value in values:
        numbers: dict[int, None] = {}
        for span in spans(value):
            last = index.at(max(span.start, span.end - 1))
            numbers.update(dict.fromkeys(range(index.at(span.start), last + 1)))
        for number in numbers:
            groups.setdefault(number, []).append(value)
    return groups


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
    place = _place_of(match, where)
    roles = _roles_of(match, where, attribution, place)
    period, accrual = _period_of(
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
    if actor is None and match.measure.startswith(GROUND_LOST):
        actor = scope.opponent(affected)
    roles = Roles(actor, affected, match.event, match.measure)
    memory.keep(match.at, roles, speaker=name)
    return roles


def _actor_before(match: Match, affected: Side | None, shared: Roles) -> Side | None:
    """Give who did what the words before tell, when they tell of the same harm."""
    is_same = affected == shared.affected
    if is_same and affected is not None and match.event == shared.event:
        return shared.actor
    told = is_same or shared.measure.startswith("attacks.")
    is_harm = match.measure.startswith(HARM) and shared.measure.startswith(ATTACKED)
    if not (told and is_harm) or shared.actor is None:
        return None
    is_own = affected is not None and affected.party == shared.actor.party
    return None if is_own else shared.actor


def main_site(text: str, found: Found) -> tuple[Toponym | None, bool]:
    """Give the first settlement that something is said to have happened in.

    It sets the headline and lead, which often name the country only.

    Returns:
        The toponym, None when the report has more than two such settlements, and
        whether it has not.
    """
    index = found.sentences
    first: Toponym | None = None
    names: set[str] = set()
    groups = _group(found.toponyms, index, lambda toponym: (toponym.span,))
    for number in sorted(groups):
        sentence = index.sentences[number]
        for site in find_sites(text, sentence, groups[number], found.parties):
            if site.fineness <= 0 and not site.is_origin and not site.is_target:
                if number < LEAD:
                    first = first or site.toponym
                place = site.toponym.place
                names.add(place.id if place else site.toponym.span.text.lower())
    is_one = len(names) <= ONE_SCENE
    return (first if is_one else None), is_one


def _called(text: str, toponyms: Sequence[Toponym]) -> dict[str, Toponym]:
    """Give noun -> the first place called by it: "the village of Merova"."""
    called: dict[str, Toponym] = {}
    for toponym in toponyms:
        start = toponym.span.start
        before = BY_NOUN.search(text[max(0, start - 30) : start])
        if before is not None:
            called.setdefault(before.group(1), toponym)
    return called


def _place_of(match: Match, where: Where) -> Toponym | None:
    """Give where it is said to have happened; a finer place set before stays."""
    span = match.figure.quantity.span
    if match.measure.startswith("place."):
        return next((t for t in where.toponyms if t.span.overlaps(span)), None)
    if _of_war(match, where):
        return _country_in(where)
    told = _told(where, Standing.TOLD)
    if match.measure.startswith(GROUND):
        told = [s for s in told if s.toponym.span.start not in where.taken]
    site = choose_site(span, told, measure=match.measure)
    if _stands_alone(match, where):
        return site.toponym if site else None
    later = _named_later(match, where, site)
    if later is not None:
        return later
    before = _set_before(match, where)
    if site is None and before is None:
        beside = _told(where, Standing.SOURCE)
        site = choose_site(span, beside, measure=match.measure)
        return site.toponym if site else None
    if site is None:
        return before
    is_explicit = site.is_placed and 0 <= site.toponym.span.start - span.end <= EXPLICIT
    if is_within(before, site.toponym) and not is_explicit:
        return before
    if site.toponym.span.start not in where.taken:
        is_head = where.number < LEAD
        where.scene.set_place(site.toponym, where.paragraph, is_head=is_head)
    return site.toponym


def _stands_alone(match: Match, where: Where) -> bool:
    """True for a figure that takes no place from the story.

    Prisoners of an exchange, and casualties of another time.
    """
    if where.scene.is_exchange and match.measure in PRISONERS:
        return True
    return match.measure.startswith(BLOWS) and _is_of_another_time(where)


def _named_later(match: Match, where: Where, site: Site | None) -> Toponym | None:
    """Give the place of "a village" that the report calls so by name elsewhere."""
    town = A_TOWN.search(where.sentence.text)
    is_event = match.measure.startswith(EVENTS) and not where.scene.is_bulletin
    if town is None or not is_event:
        return None
    is_tied = site is not None and (site.is_placed or site.is_origin)
    if site is not None and is_tied and site.fineness <= FINENESS[PlaceKind.DISTRICT]:
        return None
    return where.scene.called.get(town.group(1))


def _set_before(match: Match, where: Where) -> Toponym | None:
    """Give the place that the story has set for a figure, None where it has not."""
    scene = where.scene
    before = scene.carry_place(where.paragraph)
    if any(t.period and t.period.kind is PeriodKind.SINCE for t in where.timexes):
        before = scene.home()  # counted from a day on: of more than the last scene
    is_event = match.measure.startswith(EVENTS) and not scene.is_bulletin
    return scene.site if before is None and is_event else before


def _told(where: Where, standing: Standing) -> list[Site]:
    """Give the sites of a sentence that stand so to what is said in it.

    No capital beside a speaker's name: "the ministry in Merova".
    """
    return [
        site
        for site in where.sites
        if _standing(where, site) is standing
        and not (standing is Standing.SOURCE and _is_seat(site, where.parties))
    ]


def _is_of_another_time(where: Where) -> bool:
    """True for a sentence dated weeks before the news: "killed six in April"."""
    news = where.scene.news
    periods = [timex.period for timex in where.timexes if timex.period is not None]
    if news is None or news.start is None or not periods:
        return False
    latest = news.start - WEEKS_AGO
    ends = [p.end for p in periods if p.kind is not PeriodKind.SINCE]
    return len(ends) == len(periods) and all(end and end < latest for end in ends)


def _standing(where: Where, site: Site) -> Standing:
    """Give how a site stands to what is said; "the ministry in Merova" speaks."""
    before = where.sentence.text[: site.toponym.span.start - where.sentence.start]
    if BODY_IN.search(before):
        return Standing.SOURCE
    return standing_of(site.toponym.span, where.attributions)


def _homes(where: Where) -> list[Toponym]:
    """Give the places finer than a country that an opening sentence is set at."""
    return [
        site.toponym
        for site in _told(where, Standing.TOLD)
        if site.fineness < FINENESS[PlaceKind.COUNTRY]
        and not site.is_target
        and not _follows_from(where.sentence, site)
        and site.toponym.span.start not in where.taken
        and not _is_seat(site, where.parties)
    ]


def _follows_from(sentence: Span, site: Site) -> bool:
    """True in "70 km from Merova", where nothing happened."""
    before = sentence.text[: site.toponym.span.start - sentence.start]
    return before.split()[-1:] == ["from"]


def _is_seat(site: Site, parties: Parties) -> bool:
    around = parties.around(site.toponym.span)
    return any(mention.kind is MentionKind.METONYM for mention in around)


def _of_war(match: Match, where: Where) -> bool:
    """True for people so many that the figure is of a whole war the sentence names."""
    low = match.figure.quantity.low
    is_large = low is not None and low >= OF_WAR
    return (
        is_large
        and match.measure in WAR_TOLLS
        and bool(WAR.search(where.sentence.text))
    )


def _country_in(where: Where) -> Toponym | None:
    """Give the country whose war a sentence speaks of, by name or adjective."""
    for toponym in where.toponyms:
        if toponym.place and toponym.place.kind is PlaceKind.COUNTRY:
            return toponym
    named = where.parties.within(where.sentence.start, where.sentence.end)
    kinds = (MentionKind.ADJECTIVE, MentionKind.COUNTRY)
    span = next((m.span for m in named if m.kind in kinds), None)
    return Toponym(span, None) if span else None


def _set_scene(where: Where) -> None:
    """Let a sentence without claims set the place and day of what follows."""
    days = [
        timex.period
        for timex in where.timexes
        if timex.period is not None
        and timex.period.kind is PeriodKind.POINT
        and timex.period.precision is Precision.DAY
        and not any(sets_saying(timex.span, a) for a in where.attributions)
    ]
    if days:
        where.scene.set_period(days[-1], where.paragraph)
    place = scene_site(_told(where, Standing.TOLD))
    if place is not None:
        where.scene.set_place(place, where.paragraph, is_head=where.number < LEAD)


def _runs_on(
    stated: Period, match: Match, where: Where, published: date | None
) -> bool:
    """True for "the war, which began in 2011, has killed": counted until now."""
    if match.event is None or stated.first is None or published is None:
        return False
    is_coarse = stated.precision is not Precision.DAY
    is_past = stated.end is not None and stated.end < published - LONG_AGO
    return (
        is_named(stated)
        and not _is_range(stated)
        and is_coarse
        and is_past
        and is_perfect(where.items, match.event)
    )


def _is_range(period: Period) -> bool:
    """True for "from February to October 2023", which both ends bound."""
    if period.start is None or period.end is None:
        return False
    longest = 31 if period.precision is Precision.MONTH else 366
    return (period.end - period.start).days > longest


def _accrues(match: Match) -> bool:
    """True for what is counted until now; a toll is of its event, however it grows."""
    if match.measure.startswith(ACCRUING + LASTING):
        return True
    low = match.figure.quantity.low
    is_tally = match.event is not None and match.event.frame.role is Role.TALLY
    return not is_tally and low is not None and low >= LARGE


def _period_of(
    document: Document,
    match: Match,
    where: Where,
    *,
    attribution: Attribution | None,
    stance: Stance,
) -> tuple[Period | None, Accrual | None]:
    """Give when it is said to have happened, and whether the figure is a total."""
    quantity, published = match.figure.quantity, document.published
    if match.host is not None:
        host = where.scene.dated.get(where.items[match.host].start)
        if host is not None:
            return host
    stated = choose_period(
        document.text,
        quantity.span,
        where.timexes,
        sentence=where.sentence,
        attribution=attribution,
    )
    if stated is None:
        stated = where.scene.since(where.sentence.text, published)
    if stated is not None and _runs_on(stated, match, where, published):
        stated = replace(stated, kind=PeriodKind.SINCE, end=None)
    accrual = judge_accrual(
        where.items,
        match.event,
        quantity=quantity,
        measure=match.measure,
        period=stated,
    )
    if where.scene.is_bulletin and stated is None and not sums_up(where.items):
        accrual = Accrual.FLOW
    is_total = accrual is Accrual.TOTAL and _accrues(match)
    if stated is not None:
        if stated.kind is PeriodKind.SINCE:
            stated = as_total(stated, published) or stated
        if stance is not Stance.GOAL:
            where.scene.set_period(stated, where.paragraph)
        return (as_total(stated, published) if is_total else stated), accrual
    if stance is Stance.GOAL or match.measure.startswith("forces."):
        return None, accrual
    if match.measure.endswith(".held"):
        return of_day(published), accrual
    carried = where.scene.carry(where.paragraph)
    if is_total:
        is_since = carried is not None and carried.kind is PeriodKind.SINCE
        since = None if match.measure.startswith(LASTING) or not is_since else carried
        return as_total(since, published), accrual
    return carried, accrual
