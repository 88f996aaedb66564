"""Where a claim is set, by its sentence and by what the story has set before.

Refuses to name a place that the text does not name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from sayso.model import (
    PeriodKind,
    PlaceKind,
    Precision,
    Span,
    Toponym,
)
from sayso.reading.claims.context import Found, Where, group_by_sentence
from sayso.reading.claims.scene import (
    Standing,
    sets_saying,
    standing_of,
)
from sayso.reading.claims.sites import (
    FINENESS,
    Site,
    choose_site,
    find_sites,
    is_within,
    scene_site,
)
from sayso.reading.events.match import Match
from sayso.reading.parties.mentions import MentionKind
from sayso.reading.parties.sides import Parties
from sayso.vocabulary.measures import measures_that

GROUND = ("territory.", "settlements.")
"""Measures of ground: "12 villages and Merova" are not at Merova."""
OPENING = 2
"""Sentences that open a report: headline and lead."""
BODY_IN = re.compile(
    r"\b(?:government|ministry|officials?|authorities|embassy|headquarters|command"
    r"|spokes(?:man|woman|person)) (?:in|at) (?:the )?\Z",
    re.IGNORECASE,
)
EXCHANGE = re.compile(r"\b(?:exchanged?|swap(?:s|ped)?)\b", re.IGNORECASE)
A_TOWN = re.compile(
    r"\ban? (?:[\w-]+ ){0,3}(village|town|city|neighbou?rhood|suburb|camp)\b(?! of)"
)
"""A town that the report names later: "a rebel-held village in the north"."""
EXPLICIT = 45
"""Characters after a figure within which a named country is where it happened."""
WAR = re.compile(r"\b(?:war|conflict|uprising|fighting|invasion|crisis)\b")
BY_NOUN = re.compile(r"(\w+) of \Z")
LEAD = 6
"""Sentences within which a report on one event names where it happened; a place set
later holds for its paragraph alone."""
ONE_SCENE = 2
NATIONWIDE = re.compile(
    r"\b(?:across|throughout|all over) the (?:whole )?country\b"
    r"|\b(?:nation|country)wide\b",
    re.IGNORECASE,
)
LAND = re.compile(r"['’]s? (?:\w+ )?(?:territory|land|area|soil)\b")
"""Behind a country's name: the figure is of all of it."""
OF_WAR = 20_000
"""People from which a figure is no single event's: the reader then keeps the country
that the sentence names. The deadliest single battles reported stay below."""
WEEKS_AGO = timedelta(days=14)
"""A sentence whose days ended so long before the news tells of another event."""


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
    groups = group_by_sentence(found.toponyms, index, lambda toponym: (toponym.span,))
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


def find_called(text: str, toponyms: Sequence[Toponym]) -> dict[str, Toponym]:
    """Give noun -> the first place called by it: "the village of Merova"."""
    called: dict[str, Toponym] = {}
    for toponym in toponyms:
        start = toponym.span.start
        before = BY_NOUN.search(text[max(0, start - 30) : start])
        if before is not None:
            called.setdefault(before.group(1), toponym)
    return called


def place_of(match: Match, where: Where) -> Toponym | None:
    """Give where it is said to have happened; a finer place set before stays."""
    span = match.figure.quantity.span
    if match.measure.startswith("place."):
        return next((t for t in where.toponyms if t.span.overlaps(span)), None)
    if _of_war(match, where):
        return _country_in(where)
    is_whole, country = _whole_country(match, where)
    if is_whole:
        return country
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
    if where.scene.is_exchange and match.measure in measures_that("of_prisoners"):
        return True
    return match.measure in measures_that("in_a_moment") and _is_of_another_time(where)


def _named_later(match: Match, where: Where, site: Site | None) -> Toponym | None:
    """Give the place of "a village" that the report calls so by name elsewhere."""
    town = A_TOWN.search(where.sentence.text)
    is_event = (
        match.measure in measures_that("has_a_scene") and not where.scene.is_bulletin
    )
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
    is_event = match.measure in measures_that("has_a_scene") and not scene.is_bulletin
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


def find_homes(where: Where) -> list[Toponym]:
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
        and match.measure in measures_that("of_a_war")
        and bool(WAR.search(where.sentence.text))
    )


def _whole_country(match: Match, where: Where) -> tuple[bool, Toponym | None]:
    """Give whether a figure is of a whole country, and the country where it is named.

    "A fifth of Tarn's territory", "across the country".
    """
    text, start = where.sentence.text, where.sentence.start
    countries = [
        toponym
        for toponym in where.toponyms
        if toponym.place and toponym.place.kind is PlaceKind.COUNTRY
    ]
    if NATIONWIDE.search(text):
        return True, countries[0] if countries else None
    if match.measure.startswith("territory."):
        for country in countries:
            if LAND.match(text[country.span.end - start :]):
                return True, country
    return False, None


def _country_in(where: Where) -> Toponym | None:
    """Give the country whose war a sentence speaks of, by name or adjective.

    Not that of who speaks ("researchers of Tarn" may count the dead of any war) or of
    who struck ("Tarnish strikes").
    """
    said = [span for a in where.attributions for span in a.source]
    for toponym in where.toponyms:
        is_country = toponym.place and toponym.place.kind is PlaceKind.COUNTRY
        if is_country and not any(s.overlaps(toponym.span) for s in said):
            return toponym
    named = where.parties.within(where.sentence.start, where.sentence.end)
    kinds = (MentionKind.ADJECTIVE, MentionKind.COUNTRY)
    spans = [m.span for m in named if m.kind in kinds and not _strikes(where, m.span)]
    span = next((s for s in spans if not any(t.overlaps(s) for t in said)), None)
    return Toponym(span, None) if span else None


def _strikes(where: Where, span: Span) -> bool:
    """True for the name in "Tarnish strikes"."""
    behind = next((item.text for item in where.items if item.start >= span.end), "")
    return behind in where.parties.words.attacking


def set_scene(where: Where) -> None:
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
