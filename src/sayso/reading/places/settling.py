"""Places: which place a name in the text stands for, asked of the story.

A name is settled by what the text says around it ("Milford, Connecticut"), by the
countries and regions it names, the theatre, and the other places near; by population
only after that. A small place that nothing in the story speaks for is left open, and
so is one whose region the text speaks against: better no place than a wrong one.

Source: our own rules. The weights were set by reasoning and checked on the
development texts; they are ranks, not probabilities.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from math import asin, cos, log10, radians, sin, sqrt

from sayso.model import Place, PlaceId, PlaceKind, Toponym
from sayso.reading.parties.cased import find_cased_parties
from sayso.reading.parties.mentions import MentionKind, PartyMention, find_parties
from sayso.reading.places.cased import find_cased_place_names
from sayso.reading.places.names import PlaceName, find_place_names
from sayso.reading.places.tagged import add_tagged_names
from sayso.reading.tagger.entities import Entity
from sayso.vocabulary.gazetteers import (
    Candidate,
    Gazetteer,
    ListedGazetteer,
    Listing,
    bare_name,
    find_candidates,
    fold_name,
    load_areas,
    load_cyrillic,
    load_geonames,
)
from sayso.vocabulary.languages import AnyLanguage, CasedLanguage
from sayso.vocabulary.languages.place_words import PlaceWords
from sayso.vocabulary.theatres import PartyKind, Theatre

EARTH_KM = 6371.0088
"""Mean radius, IUGG."""
_LEAST_DEGREE_KM = 111.0
"""A degree of latitude on that sphere has 111.2."""
NEAR_KM = 150.0
"""Distance within which two places of a story speak for each other."""
SMALL = 20_000
"""People below which a place needs the story to speak for it."""
_ANCHORS = 200
"""Settled places that are compared with, at most."""
_ROUNDS = 3
_GAP_CHARACTERS = 40
_PACK = "pack:"
"""How ids of a pack's own points begin."""
_SAME_REGION_KM = 1_000.0
"""Distance to the story's places within which the only place of a name may stand."""
_SLACK = 1.2
"""How far beyond its radius an area may hold a place: radii are rounded."""
_LARGE = 100_000
"""People from which a town may be meant even where a region has its name."""


_Spellings = dict[str, tuple[tuple[str, ...], str | None]]


@dataclass(slots=True)
class _Story:
    """What the document has said of where it is."""

    countries: Counter[str] = field(default_factory=Counter)
    regions: Counter[tuple[str | None, str]] = field(default_factory=Counter)
    theatre: frozenset[str] = frozenset()
    anchors: list[Place] = field(default_factory=list)
    capitals: frozenset[tuple[str, str]] = frozenset()
    """Names of capitals and seats with the code of their country."""


@dataclass(frozen=True, slots=True)
class _Case:
    """One name to settle, with the names it is tied to by a comma or "in"."""

    name: PlaceName
    candidates: tuple[Candidate, ...]
    within: tuple[Candidate, ...]
    """Candidates of the name said to hold it: "Tark" of "Merova, Tark"."""
    is_strict: bool
    """True when the text says so outright: "Merova in Tark", "Merova, Tark region"."""

    @property
    def key(self) -> object:
        """Give what decides the case besides the story."""
        holders = tuple(c.place.id for c in self.within)
        return (self.name.key, self.name.kind, holders, self.is_strict)


def find_toponyms(
    text: str,
    *,
    entities: Iterable[Entity] = (),
    gazetteers: Sequence[Gazetteer] = (),
    theatres: Sequence[Theatre] = (),
    language: AnyLanguage,
) -> tuple[Toponym, ...]:
    """Give the place names of a text with the places they stand for, in order.

    Args:
        text: The document's text.
        entities: Named things with `span` and `kind`, as `find_entities` gives them.
        gazetteers: A user's own, asked before the packs' points and GeoNames.
        theatres: Packs that apply, as `choose_theatres` gives them.
        language: Supplies the words around place names.

    Returns:
        Toponyms without overlap; `place` is None where nothing fits the story.
    """
    packs = tuple(theatres)
    if isinstance(language, CasedLanguage):
        return _find_cased(text, packs, gazetteers, language, tuple(entities))
    sources = (*gazetteers, _pack_places(packs), load_areas(), load_geonames())
    names = list(
        find_place_names(
            text,
            entities=entities,
            gazetteers=sources,
            theatres=packs,
            words=language.places,
        )
    )
    spellings = _spellings(packs)
    cases = _cases(text, names, sources, spellings, language.places)
    story = _read_story(text, packs)
    chosen = _settle(cases, story)
    return tuple(
        Toponym(case.name.span, place)
        for case, place in zip(cases, chosen, strict=True)
    )


def _find_cased(
    text: str,
    packs: tuple[Theatre, ...],
    gazetteers: Sequence[Gazetteer],
    language: CasedLanguage,
    entities: Sequence[Entity],
) -> tuple[Toponym, ...]:
    """Give the place names of a text in a language that declines."""
    own = (_pack_places(packs), load_cyrillic(), load_areas(), load_geonames())
    listed = find_cased_place_names(text, language, (*gazetteers, *own))
    named = add_tagged_names(text, listed, entities, language)
    cases = [_Case(name, candidates, (), is_strict=False) for name, candidates in named]
    story = _tell_story(packs, find_cased_parties(text, packs, language))
    chosen = _settle(cases, story)
    return tuple(
        Toponym(case.name.span, place)
        for case, place in zip(cases, chosen, strict=True)
    )


@lru_cache(maxsize=32)
def _pack_places(packs: tuple[Theatre, ...]) -> ListedGazetteer:
    """Give the points that the packs have of their own."""
    return ListedGazetteer(
        "theatres",
        [
            Listing(
                Place(
                    id=PlaceId(f"{_PACK}{pack.name}:{place.name}"),
                    name=place.name,
                    kind=place.kind or PlaceKind.AREA,
                    lat=place.lat,
                    lon=place.lon,
                    country=place.country,
                    precision_m=place.precision_m or 20_000,
                ),
                place.variants,
            )
            for pack in packs
            for place in pack.places
            if place.lat is not None and place.lon is not None
        ],
    )


@lru_cache(maxsize=32)
def _spellings(packs: tuple[Theatre, ...]) -> _Spellings:
    """Give for each spelling of a pack's place all of them and its country."""
    found: _Spellings = {}
    for pack in packs:
        for place in pack.places:
            names = (place.name, *place.variants)
            for name in names:
                found.setdefault(fold_name(name), (names, place.country))
    return found


def _cases(
    text: str,
    names: Sequence[PlaceName],
    sources: Sequence[Gazetteer],
    spellings: _Spellings,
    words: PlaceWords,
) -> list[_Case]:
    """Give each name with its candidates and with those of the name that holds it."""
    known: dict[tuple[str, PlaceKind | None], tuple[Candidate, ...]] = {}
    looked: list[tuple[Candidate, ...]] = []
    for name in names:
        key = (name.key, name.kind)
        if key not in known:
            known[key] = _candidates(name, sources, spellings)
        looked.append(known[key])
    cases = []
    for at, name in enumerate(names):
        within: tuple[Candidate, ...] = ()
        is_strict = False
        if at + 1 < len(names):
            gap = text[name.span.end : names[at + 1].span.start]
            is_comma = gap.strip("\n ") in (",", ", the", "(")
            is_strict = len(gap) < _GAP_CHARACTERS and _says_in(gap, words)
            if is_comma or is_strict:
                within = tuple(
                    c for c in looked[at + 1] if c.place.kind != PlaceKind.SETTLEMENT
                )
            is_said = names[at + 1].kind in (PlaceKind.REGION, PlaceKind.DISTRICT)
            is_strict |= is_comma and is_said and not _may_be_region(looked[at])
        cases.append(_Case(name, looked[at], within, is_strict))
    return cases


def _may_be_region(candidates: Sequence[Candidate]) -> bool:
    """True when a name may begin a list of regions: "Sumy, Kharkiv region"."""
    return any(
        c.is_first_name and c.place.kind in (PlaceKind.COUNTRY, PlaceKind.REGION)
        for c in candidates
    )


def _says_in(gap: str, words: PlaceWords) -> bool:
    """True when the words between two names say that the second holds the first.

    "in", "in the north of", "of the": one of these, with small words alone.
    """
    between = gap.lower().split()
    small = words.directions | words.divisions.keys() | {"in", "of", "'s"}
    return bool({"in", "of"} & set(between)) and all(word in small for word in between)


def _candidates(
    name: PlaceName,
    sources: Sequence[Gazetteer],
    spellings: _Spellings,
) -> tuple[Candidate, ...]:
    """Give the places a name may stand for, those of a pack's country alone."""
    found = list(find_candidates(name.key, sources))
    names, country = spellings.get(fold_name(name.key), ((), None))
    for spelling in names:
        own = [c for c in found if country in (c.place.country, None)]
        if own:
            found = own
            break
        found += find_candidates(spelling, sources)
    if name.kind in (PlaceKind.REGION, PlaceKind.DISTRICT):
        wanted = (PlaceKind.REGION, PlaceKind.DISTRICT, PlaceKind.AREA)
        fitting = [c for c in found if c.place.kind in wanted]
        return tuple(fitting or found)
    if name.kind == PlaceKind.SETTLEMENT:
        fitting = [c for c in found if c.place.kind == PlaceKind.SETTLEMENT]
        return tuple(fitting or found)
    return tuple(
        c for c in found if c.is_first_name or c.place.kind != PlaceKind.DISTRICT
    )


def _read_story(text: str, packs: Sequence[Theatre]) -> _Story:
    """Count the countries that a text speaks of, by name, adjective or capital."""
    return _tell_story(packs, find_parties(text, packs))


def _tell_story(packs: Sequence[Theatre], mentions: Iterable[PartyMention]) -> _Story:
    story = _Story()
    codes: dict[str, str] = {}
    for pack in packs:
        for party in pack.parties:
            if party.country and party.kind in (PartyKind.STATE, PartyKind.GOVERNMENT):
                codes[party.id] = party.country
    for mention in mentions:
        code = codes.get(mention.party or "")
        if code is not None and mention.kind != MentionKind.METONYM:
            story.countries[code] += 1
    story.theatre = frozenset(c for pack in packs for c in pack.countries)
    story.capitals = _capitals(tuple(packs))
    return story


@lru_cache(maxsize=32)
def _capitals(packs: tuple[Theatre, ...]) -> frozenset[tuple[str, str]]:
    return frozenset(
        (fold_name(name), party.country)
        for pack in packs
        for party in pack.parties
        if party.country
        for name in party.metonyms
    )


def _settle(cases: Sequence[_Case], story: _Story) -> list[Place | None]:
    """Give the place of each case: the sure ones first, which then speak for others."""
    chosen: list[Place | None] = [None] * len(cases)
    for _ in range(_ROUNDS):
        best: dict[str, tuple[float, Place | None]] = {}
        known: dict[object, tuple[float, Place | None]] = {}
        for at, case in enumerate(cases):
            if case.key not in known:
                known[case.key] = _choose(case, story)
            score, place = known[case.key]
            chosen[at] = place
            held = best.get(case.name.key)
            if case.within and (held is None or score > held[0]):
                best[case.name.key] = (score, place)
        for at, case in enumerate(cases):
            if not case.within and case.name.key in best:
                chosen[at] = best[case.name.key][1] or chosen[at]
        before = [place.id for place in story.anchors]
        story.anchors = _anchors(chosen)
        story.regions = Counter(
            (p.country, p.name)
            for p in chosen
            if p is not None and p.kind == PlaceKind.REGION
        )
        if [place.id for place in story.anchors] == before:
            break
    return chosen


def _anchors(chosen: Sequence[Place | None]) -> list[Place]:
    """Give the settled places fine enough to speak for others, commonest first."""
    counts: Counter[PlaceId] = Counter()
    by_id: dict[PlaceId, Place] = {}
    for place in chosen:
        if (
            place is not None
            and place.kind != PlaceKind.COUNTRY
            and place.precision_m <= 200_000
        ):
            counts[place.id] += 1
            by_id[place.id] = place
    return [by_id[id_] for id_, _ in counts.most_common(_ANCHORS)]


def _choose(case: _Case, story: _Story) -> tuple[float, Place | None]:
    """Give the best candidate of a name with its rank; None when none may stand."""
    ranked = [
        (_rank(candidate, case, story), -at, candidate.place)
        for at, candidate in enumerate(case.candidates)
    ]
    if not ranked:
        return 0.0, None
    score, _, place = max(ranked, key=lambda item: item[:2])
    if not _may_stand(place, case, story):
        return score, None
    return score, place


_KIND_RANK = {
    PlaceKind.COUNTRY: 9.0,
    PlaceKind.AREA: 5.5,
    PlaceKind.REGION: 4.0,
    PlaceKind.DISTRICT: -1.0,
    PlaceKind.SETTLEMENT: 0.0,
}
_PEOPLE_OF_REGION = {PlaceKind.REGION: 5_000_000}
"""People assumed of a region whose list gives none."""
_SAID_RANK = 4.0
_CAPITAL_RANK = 6.0
_REGION_OF_TOWN = 6.0
_KNOWN_ANYWHERE = 300_000
"""People from which a town needs nothing in the story to speak for it."""


def _rank(candidate: Candidate, case: _Case, story: _Story) -> float:
    """Give how well a candidate fits name and story."""
    place = candidate.place
    people = place.population or _PEOPLE_OF_REGION.get(place.kind, 0)
    rank = log10(people + 10) + _KIND_RANK[place.kind]
    if not candidate.is_first_name:
        rank -= 1.2 if place.population >= _LARGE else 2.5
    if case.name.kind is not None:
        rank += _SAID_RANK if place.kind == case.name.kind else 0.0
    rank += _held_rank(place, case)
    if place.kind == PlaceKind.COUNTRY:
        return rank - _shadow(place, case, story)
    if place.kind == PlaceKind.REGION and case.name.kind != PlaceKind.REGION:
        rank -= _REGION_OF_TOWN if _has_main_town(place, case) else 0.0
    if (fold_name(case.name.key), place.country) in story.capitals:
        rank += _CAPITAL_RANK if place.kind == PlaceKind.SETTLEMENT else 0.0
    mentions = story.countries.get(place.country or "", 0)
    if mentions:
        rank += 1.5 + 2.5 * mentions / story.countries.total()
    if place.country in story.theatre:
        rank += 2.0
    if place.region and story.regions.get((place.country, place.region)):
        rank += 2.0
    nearest = _nearest(place, story, degrees=NEAR_KM / _LEAST_DEGREE_KM)
    if nearest is not None and nearest <= NEAR_KM:
        rank += 2.5 * (1 - nearest / NEAR_KM) + 0.5
    return rank


def _held_rank(place: Place, case: _Case) -> float:
    """Give what "X, Y" says for a candidate of X: that it lies in Y.

    Of "Virginia, Ohio and Texas" it says nothing: a region or country of that name
    makes it a list, unless a large town is meant.
    """
    if not case.within:
        return 0.0
    inside = any(_holds(c.place, place) for c in case.within)
    is_list = _may_be_region(case.candidates)
    if is_list and place.population < _LARGE:
        return 0.0
    return 8.0 if inside else (0.0 if is_list else -4.0)


def _shadow(country: Place, case: _Case, story: _Story) -> float:
    """Give what speaks for a larger region of the country's name, "Georgia"."""
    for candidate in case.candidates:
        region = candidate.place
        if region.kind != PlaceKind.REGION or region.country == country.country:
            continue
        others = story.countries.total() - story.countries[country.country or ""]
        near = any(anchor.country == region.country for anchor in story.anchors)
        is_spoken_of = near or story.countries[region.country or ""] > 0 or not others
        if region.population > country.population and is_spoken_of:
            return _KIND_RANK[PlaceKind.COUNTRY]
    return 0.0


def _has_main_town(region: Place, case: _Case) -> bool:
    """True when a quarter of a region's people live in the town of its name."""
    return any(
        c.place.kind == PlaceKind.SETTLEMENT
        and c.place.country == region.country
        and 4 * c.place.population >= region.population > 0
        for c in case.candidates
    )


def _may_stand(place: Place, case: _Case, story: _Story) -> bool:
    """True when the story does not speak against the best candidate of a name."""
    if place.kind in (PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.AREA):
        return True
    held = any(_holds(c.place, place) for c in case.within)
    if case.is_strict and case.within and not held:
        return False
    if held or place.population >= _KNOWN_ANYWHERE or place.id.startswith(_PACK):
        return True
    nearest = _nearest(place, story)
    is_near = nearest is not None and nearest <= NEAR_KM
    if is_near or story.regions.get((place.country, place.region or "")):
        return True
    is_spoken_of = place.country in story.countries or not story.countries
    if place.population >= SMALL:
        is_sole = sum(c.is_first_name for c in case.candidates) == 1
        is_within = nearest is None or nearest <= _SAME_REGION_KM
        return is_spoken_of or (is_sole and is_within)
    alike = [
        c
        for c in case.candidates
        if c.is_first_name and c.place.country == place.country
    ]
    is_only = all(distance_km(c.place, place) <= NEAR_KM for c in alike)
    return is_only and is_spoken_of


def _holds(outer: Place, inner: Place) -> bool:
    """True when one place lies in the other, by the gazetteer's divisions."""
    if outer.id == inner.id:
        return False
    if outer.kind == PlaceKind.COUNTRY:
        return outer.country == inner.country
    both = outer.country is not None and inner.country is not None
    if both and outer.country != inner.country:
        return False
    is_region = outer.kind == PlaceKind.REGION
    region = outer.name if is_region else outer.region
    if both and region and inner.region:
        above = bare_name(inner.region)
        if above == bare_name(region):
            if is_region:
                return True
        elif (inner.country, above) in _regions():
            return False
    return distance_km(outer, inner) * 1000 <= _SLACK * outer.precision_m


@cache
def _regions() -> frozenset[tuple[str, str]]:
    """Give country and bare name of the regions that GeoNames knows.

    A place listed in one of them lies in no other, however near; a name that a user's
    file writes otherwise decides nothing.
    """
    named = load_geonames().region_names().items()
    return frozenset((code.partition(".")[0], bare_name(name)) for code, name in named)


def _nearest(place: Place, story: _Story, *, degrees: float = 180.0) -> float | None:
    """Give the distance to the nearest other anchor in kilometres, None without one.

    Args:
        place: Measured from.
        story: Holds the anchors.
        degrees: Of latitude; an anchor farther to the north or south is left out, for
            a comparison costs little and a distance much.
    """
    return min(
        (
            distance_km(place, other)
            for other in story.anchors
            if abs(other.lat - place.lat) <= degrees
            and other.id != place.id
            and fold_name(other.name) != fold_name(place.name)
        ),
        default=None,
    )


def distance_km(one: Place, two: Place) -> float:
    """Give the great-circle distance between two places' points in kilometres."""
    lat1, lat2 = radians(one.lat), radians(two.lat)
    dlat, dlon = lat2 - lat1, radians(two.lon - one.lon)
    h = sin(dlat / 2) ** 2 + cos(lat1) * cos(lat2) * sin(dlon / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(h)))
