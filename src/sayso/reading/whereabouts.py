"""Where a claim is set: the place that its sentence or the story before gives it.

A name is no place of an event when it stands for a government ("Moscow has lost"), for
the desk that wrote the report (a dateline), or for where people came from. Of "Merova,
Tark province" the finer one counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model import PlaceKind, Span, Toponym
from sayso.reading.parties import MentionKind
from sayso.reading.sides import Parties

INSIDE = frozenset(
    """in at near on around outside inside across over within throughout toward towards
    against along between above beside through""".split()
)
"""Words before the place where something happened."""
LEAVING = frozenset("from of off".split())
JOINTS = (" and ", ", ", ", and ", " or ")
"""What joins the names of a list."""
DIRECTIONS = frozenset(
    """north south east west northeast northwest southeast southwest outskirts edge
    north-east north-west south-east south-west kilometres kilometers km miles""".split()
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
_WORDS = re.compile(r"[\w'’-]+")
DATELINE_REACH = 160
"""Characters from the start within which a dateline stands."""


@dataclass(frozen=True, slots=True)
class Site:
    """A place name that can be where something happened."""

    toponym: Toponym
    is_placed: bool
    """True behind "in", "at" and their like."""
    fineness: int
    """0 for a settlement up to 3 for a country."""
    is_origin: bool


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
    last_end = -9
    for toponym in toponyms:
        span = toponym.span
        before = _words_before(text, sentence.start, span.start)
        is_placed = bool(INSIDE.intersection(before[-1:])) or _is_placed(before)
        is_origin = bool(before) and before[-1] in LEAVING and not is_placed
        if sites and text[last_end : span.start] in JOINTS:
            is_placed, is_origin = sites[-1].is_placed, sites[-1].is_origin
        fineness = FINENESS.get(toponym.place.kind, 1) if toponym.place else 1
        chained = span.start - last_end <= 2 and text[last_end : span.start] == ", "
        last_end = span.end
        if _is_dateline(text, span) or (chained and fineness >= 2):
            continue
        if not is_placed and _stands_for_party(span, parties, fineness):
            continue
        sites.append(Site(toponym, is_placed, fineness, is_origin))
    return sites


def _words_before(text: str, floor: int, end: int) -> list[str]:
    return [w.lower() for w in _WORDS.findall(text[max(floor, end - 60) : end])]


def _is_placed(before: Sequence[str]) -> bool:
    """True for "in the northern city of", "near the village"."""
    words = list(before)
    if len(words) > 1 and words[-1] == "of" and words[-2] in DIRECTIONS:
        return True
    while words and (
        words[-1] in KIND_WORDS
        or words[-1] in ("the", "of", "a", "both", "and")
        or words[-1].endswith(("ern", "ian", "s", "ish", "held", "controlled"))
    ):
        if words[-1] == "of" and (len(words) < 2 or words[-2] not in KIND_WORDS):
            return False
        words.pop()
    return bool(words) and words[-1] in INSIDE


def _is_dateline(text: str, span: Span) -> bool:
    is_shouted = span.text.isupper() and len(span.text) > 2
    if not is_shouted or span.start > DATELINE_REACH:
        return False
    return not text[span.end : span.end + 40].isupper()


def _stands_for_party(span: Span, parties: Parties, fineness: int) -> bool:
    """True for the name of a country or capital that acts: "Moscow has lost"."""
    mentions = parties.around(span)
    is_named = any(
        mention.kind
        in (MentionKind.METONYM, MentionKind.COUNTRY, MentionKind.ADJECTIVE)
        for mention in mentions
    )
    return is_named or fineness == FINENESS[PlaceKind.COUNTRY]


def choose_site(
    anchor: Span, sites: Sequence[Site], *, leaving: bool
) -> Toponym | None:
    """Give the site that best sets an event, None when there is none.

    Args:
        anchor: The figure.
        sites: Sites of its sentence, in order.
        leaving: True when the claim is of people leaving: their origin is a site then.
    """
    usable = [site for site in sites if leaving or not site.is_origin]
    if leaving:
        usable = [site for site in sites if site.is_origin] or usable
    best = min(usable or sites, key=lambda site: _cost(anchor, site), default=None)
    return best.toponym if best else None


def _cost(anchor: Span, site: Site) -> int:
    span = site.toponym.span
    is_behind = span.start >= anchor.end
    distance = span.start - anchor.end if is_behind else anchor.start - span.end + 40
    unplaced = 0 if site.is_placed else 120
    return distance + unplaced + (0, 20, 60, 200)[site.fineness]


def scene_site(sites: Sequence[Site]) -> Toponym | None:
    """Give the place that a sentence without claims sets for what follows."""
    placed = [s for s in sites if s.is_placed and s.fineness < 3] or [
        s for s in sites if s.fineness == 0
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
