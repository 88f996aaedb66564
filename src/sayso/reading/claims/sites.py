"""Where a claim is set: the place that its sentence or the story before gives it.

A name is no place of an event when it stands for a government ("Moscow has lost"), for
the desk that wrote the report (a dateline), or for where people came from. Of "Merova,
Tark province" the finer one counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.model import PlaceKind, Span, Toponym
from sayso.reading.parties.mentions import MentionKind
from sayso.reading.parties.sides import Parties
from sayso.vocabulary.measures import measures_that

INSIDE = frozenset(
    """in at near on around outside inside across over within throughout
    against along between above beside through""".split()
)
"""Words before the place where something happened."""
MOVING = frozenset("to into onto towards toward".split())
LEAVING = frozenset(
    "from of off fled flee flees fleeing left leaving abandoned evacuated".split()
)
ACTING = frozenset({MentionKind.METONYM, MentionKind.COUNTRY, MentionKind.ADJECTIVE})
ROADS = frozenset("road roads route routes highway supply-line bridge pass".split())
"""Nouns that with "to" and "into" place something: "a road into"."""
HOLDING = ("held", "controlled", "occupied", "run", "based", "backed", "led")
LONGEST_CHAIN = 48
JOINTS = (" and ", ", ", ", and ", " or ")
"""What joins the names of a list."""
DIRECTIONS = frozenset(
    """north south east west northeast northwest southeast southwest outskirts edge
    north-east north-west south-east south-west kilometres kilometers km
    miles""".split()
)
"""Words that with "of" place something: "west of"."""
KIND_WORDS = frozenset(
    """village villages town towns city cities district districts province region
    governorate area neighbourhood neighborhood suburb camp hamlet settlement oblast
    state county front sector direction outskirts centre center west east north
    south part parts border countryside vicinity""".split()
)
FINENESS = {
    PlaceKind.SETTLEMENT: 0,
    PlaceKind.AREA: 1,
    PlaceKind.DISTRICT: 1,
    PlaceKind.REGION: 2,
    PlaceKind.COUNTRY: 3,
}
REGION_WORDS = frozenset(
    """region province governorate oblast state department prefecture county""".split()
)
PARTS = frozenset("neighbourhood neighborhood suburb quarter outskirts".split())
"""Nouns for a part of a town."""
PART = -1
RIVERS = frozenset("river rivers".split())
_WORDS = re.compile(r"[\w'’-]+")
DATELINE_REACH = 160
"""Characters from the start within which a dateline stands."""


DISTANCE = re.compile(r"\bthe (?:\S+ )?(?:km|kilomet(?:er|re)s|miles) from \Z")
CREDIT = re.compile(r"(?:^|\n)[^a-z\n]{3,40}\(\Z")
"""What stands before an agency's name in a dateline: "MEROVA (Lima Press)"."""
CHAIN = re.compile(
    r"""[\s,(]{0,3}(?:(?:in|near|at|on|of|to|the|from|just|a|an|some|about|town|city|village|
    province|district|state|km|kilomet(?:er|re)s|miles|side|outskirts|\d{1,3}|
    (?:north|south)?-?(?:east|west|north|south)(?:ern)?)\s){0,8}""",
    re.VERBOSE,
)
"""What may stand between a place and the coarser one that tells where it lies."""


@dataclass(frozen=True, slots=True)
class Site:
    """A place name that can be where something happened."""

    toponym: Toponym
    is_placed: bool
    """True behind "in", "at" and their like."""
    fineness: int
    """0 for a settlement or a name no gazetteer has, up to 3 for a country, -1 for a
    part of a town."""
    is_origin: bool
    """True behind "from" and its like."""
    is_target: bool
    """True behind "to": where somebody went."""


def find_sites(
    text: str, sentence: Span, toponyms: Sequence[Toponym], parties: Parties
) -> list[Site]:
    """Give the place names of a sentence that can be sites, in order.

    Args:
        text: The document's text.
        sentence: The sentence.
        toponyms: Its toponyms, in order.
        parties: The document's parties, for names that stand for a government.
    """
    sites: list[Site] = []
    last: tuple[int, int] = (-99, 9)
    for toponym in toponyms:
        span = toponym.span
        before = _words_before(text, sentence.start, span.start)
        fineness = _fineness(text, toponym)
        gap = text[last[0] : span.start] if span.start >= last[0] >= 0 else "-"
        is_coarser = fineness > last[1] or (fineness == last[1] == 0 and " of " in gap)
        chained = len(gap) <= LONGEST_CHAIN and CHAIN.fullmatch(gap) is not None
        last = (span.end, fineness)
        is_aside = _is_dateline(text, span) or _is_compounded(text, span)
        is_aside = is_aside or _is_far(text, span)
        if is_aside or (chained and is_coarser and gap):
            continue
        site = _site(toponym, before, fineness)
        if sites and gap in JOINTS:
            site = replace(
                site,
                is_placed=sites[-1].is_placed,
                is_origin=sites[-1].is_origin,
                is_target=sites[-1].is_target,
            )
        is_named = _stands_for_party(span, parties, fineness)
        if site.is_placed or site.is_target or not is_named:
            sites.append(site)
    return sites


def _fineness(text: str, toponym: Toponym) -> int:
    """Give how fine a name is; a river only tells where a town lies."""
    behind = _WORDS.match(text, toponym.span.end + 1)
    noun = behind.group().lower() if behind else ""
    before = _words_before(text, 0, toponym.span.start)[-2:]
    if noun in PARTS or (before[-1:] == ["of"] and before[0] in PARTS):
        return PART
    if noun in RIVERS or toponym.span.text.split()[-1].lower() in RIVERS:
        return FINENESS[PlaceKind.COUNTRY]
    if noun in REGION_WORDS:
        return FINENESS[PlaceKind.REGION]
    return FINENESS.get(toponym.place.kind, 1) if toponym.place else 0


def _site(toponym: Toponym, before: Sequence[str], fineness: int) -> Site:
    governor = _governor(before)
    return Site(
        toponym,
        is_placed=governor in INSIDE,
        fineness=fineness,
        is_origin=governor in LEAVING,
        is_target=governor in MOVING,
    )


def _words_before(text: str, floor: int, end: int) -> list[str]:
    return [w.lower() for w in _WORDS.findall(text[max(floor, end - 60) : end])]


def _governor(before: Sequence[str]) -> str:
    """Give the preposition that governs a name: "in" of "in the northern city of".

    "West of" places like "in". Gives "" where nothing governs the name.
    """
    words = list(before)
    if len(words) > 1 and words[-1] == "of" and words[-2] in DIRECTIONS:
        return "in"
    while words:
        word = words[-1]
        if word == "of":
            if len(words) < 2 or words[-2] not in KIND_WORDS:
                return word
        elif not (
            word in KIND_WORDS
            or word in ("the", "a", "both", "and")
            or word.endswith(("ern", "ian", "ish", "-held", "-controlled"))
        ):
            break
        words.pop()
    if len(words) > 1 and words[-1] in MOVING and words[-2] in ROADS:
        return "on"
    is_governor = bool(words) and words[-1] in INSIDE | LEAVING | MOVING
    return words[-1] if is_governor else ""


def _is_dateline(text: str, span: Span) -> bool:
    if span.start < DATELINE_REACH and CREDIT.search(text[: span.start]):
        return True
    is_shouted = span.text.isupper() and len(span.text) > 2
    if not is_shouted or span.start > DATELINE_REACH:
        return False
    behind = _WORDS.match(text, span.end + 1)
    if behind and behind.group().lower() in KIND_WORDS:
        return False
    return not text[span.end : span.end + 40].isupper()


def _is_compounded(text: str, span: Span) -> bool:
    """True for the name in "Merova-controlled" and in "the Merova capital"."""
    behind = text[span.end : span.end + 12]
    is_held = behind[:1] == "-" and behind[1:].startswith(HOLDING)
    return is_held or behind.startswith(" capital")


def _is_far(text: str, span: Span) -> bool:
    """True in "the 80 km from Merova", where nothing is said to have happened."""
    return DISTANCE.search(text[max(0, span.start - 20) : span.start]) is not None


def _stands_for_party(span: Span, parties: Parties, fineness: int) -> bool:
    """True for the name of a country or capital that acts: "Moscow has lost".

    A lost apostrophe ("Syrias army") does not make another name.
    """
    is_named = any(
        mention.kind in ACTING or mention.span != span
        for mention in parties.around(span)
    )
    is_genitive = parties.names(span.text.removesuffix("s"))
    return is_named or is_genitive or fineness == FINENESS[PlaceKind.COUNTRY]


def choose_site(anchor: Span, sites: Sequence[Site], *, measure: str) -> Site | None:
    """Give the site that best sets an event, None when there is none.

    Args:
        anchor: The figure.
        sites: Sites of its sentence, in order.
        measure: Who leaves is set where they left, what is sent where it went;
            anything else at neither, while another site is there.
    """
    leaving, moving = (
        measure in measures_that("leaves"),
        measure in measures_that("is_sent"),
    )
    usable = [
        site
        for site in sites
        if (leaving or not site.is_origin)
        and (moving or not site.is_target or site.is_placed)
    ]
    if leaving:
        usable = [site for site in sites if site.is_origin] or usable
    elif not usable:
        usable = [site for site in sites if not site.is_target]
    return min(usable, key=lambda site: _cost(anchor, site), default=None)


def _cost(anchor: Span, site: Site) -> int:
    span = site.toponym.span
    is_behind = span.start >= anchor.end
    distance = span.start - anchor.end if is_behind else anchor.start - span.end + 40
    unplaced = 0 if site.is_placed or site.is_target else 120
    return distance + unplaced + (0, 20, 60, 200)[max(site.fineness, 0)]


def scene_site(sites: Sequence[Site]) -> Toponym | None:
    """Give the place that a sentence without claims sets for what follows."""
    here = [s for s in sites if not s.is_origin and not s.is_target]
    placed = [s for s in here if s.fineness <= 0] or [
        s for s in here if s.is_placed and s.fineness < 3
    ]
    return placed[0].toponym if placed else None


def is_within(fine: Toponym | None, coarse: Toponym) -> bool:
    """True when a place carried over lies in the region or country a sentence names."""
    if fine is None or fine.place is None or coarse.place is None:
        return False
    inner, outer = fine.place, coarse.place
    if FINENESS[inner.kind] >= FINENESS[outer.kind]:
        return False
    if outer.kind is PlaceKind.COUNTRY:
        return inner.country == outer.country
    return outer.kind is PlaceKind.REGION and inner.region == outer.name
