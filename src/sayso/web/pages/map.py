"""Map: claims where they are said to have happened, with the gazetteer's precision.

The place is the gazetteer's, at settlement level or coarser; nothing is interpolated.
Areas are hatched only where an authority's layer is held, each in a frame of its own
with who drew it and for which day. Boundaries are hairlines, all alike, and say whose
they are.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from sayso.model import Place
from sayso.vocabulary.measures import load_measures
from sayso.web.called import call_language, call_located
from sayso.web.claim_list import chips_of, nearest_of
from sayso.web.interface import say, speaking, to_say
from sayso.web.layers_shown import list_layers, show_layers
from sayso.web.page import Answer, Asked, Page
from sayso.web.query import (
    Question,
    parse_question,
    path_of,
    resolve_question,
    to_address,
)
from sayso.web.wording import (
    STATUSES,
    measure_title,
    period_of,
    place_of,
    verb_of,
    voice_of,
)
from sayso.workspace import Workspace
from sayso.workspace.handed.held import HeldClaim, Order
from sayso.workspace.handed.held import Page as Stretch
from sayso.workspace.orienting import Landmark, find_landmarks

MOST_CLAIMS = 500
"""Last published claims that are drawn; a narrower question shows older ones."""
MOST_TOLD = 60
"""Claims whose words come at once: as many as the list beside the map shows. Of the
others come place and days, which the map draws; their words come when asked for."""
REST = "rest"
"""What `told` asks for to get the others."""
FIGURES = 3
"""Decimals of a degree: a hundred metres, a fiftieth of a town's precision."""
MOST_PLACES = 60
"""Places listed beside the map."""
FORM = (
    *("text", "measure", "speaker", "party", "place", "outlet", "language"),
    *("since", "until"),
)
"""Filters that the form of the page asks for."""
KEPT = ("status", "rule", "document", "unattributed")
"""Filters that come by an address and stay."""
AUTHORITY = to_say(
    "Coasts, waters and boundaries of countries: Natural Earth 1:50m, as edited by"
    " visionscarto after the United Nations' views; lines between regions: Natural"
    " Earth 1:10m; names of towns and regions: GeoNames."
    " All are drawn alike, and none is a statement of Sayso's."
)


def show(workspace: Workspace, asked: Asked) -> Answer:
    """Give the claims that can be placed, by place; the map's script asks for JSON."""
    filtered, chosen = _pointed_at(asked)
    question = resolve_question(parse_question(filtered), workspace.ledger)
    page = Stretch(MOST_CLAIMS)
    found = list(workspace.claims(question.filters, Order.PUBLISHED, page))
    located = [held for held in found if held.claim.located is not None]
    places = {h.claim.located.id: h.claim.located for h in located if h.claim.located}
    counts = Counter(h.claim.located.id for h in located if h.claim.located)
    ranked = [places[key] for key, _ in counts.most_common()]
    if asked.path.endswith(".json"):
        with speaking(asked.get("spoken")):  # the page's own script asks for its words
            if asked.get("told") == REST:
                rest = [_claim(held) for held in located[MOST_TOLD:]]
                return Answer("Map", {}, {"claims": rest})
            shown = _layers(workspace, question, located)
            record = _record(located, places, counts)
            record["landmarks"] = [_landmark(one) for one in find_landmarks(ranked)]
        return Answer("Map", {}, record | {"layers": shown})
    carried = Counter(
        h.claim.located.id
        for h in located
        if h.claim.located and not h.claim.says_place
    )
    words: dict[str, Any] = {
        "places": [
            (
                place,
                call_located(place),
                counts[place.id],
                carried[place.id],
                path_of("places", place.id),
            )
            for place in ranked[:MOST_PLACES]
        ],
        "more": max(0, len(counts) - MOST_PLACES),
        "located": len(located),
        "unlocated": len(found) - len(located),
        "is_cut": len(found) == MOST_CLAIMS,
        "faults": question.faults,
        "held_languages": _languages(workspace),
        "measures": [(m.id, measure_title(m.id)) for m in load_measures()],
        "asked": {name: filtered.get(name) for name in FORM},
        "kept": [p for p in asked.query if p[0] in KEPT],
        "chips": chips_of(filtered, "/map"),
        "unknown": question.unknown,
        "nearest": nearest_of(question, filtered, "/map"),
        "place": chosen,
        "layers": list_layers(workspace),
        "authority": say(AUTHORITY),
        "list_link": to_address("/claims", asked.query),
    }
    return Answer(say("Map"), words, None)


def _languages(workspace: Workspace) -> list[tuple[str, str]]:
    """Give the languages of documents with claims, by name."""
    held = {code for code, _ in workspace.ledger.names("language", "")}
    return sorted(((c, call_language(c)) for c in held), key=lambda pair: pair[1])


def _pointed_at(asked: Asked) -> tuple[Asked, str]:
    """Give the request, and the place that is pointed at on the map.

    A place by its id is only pointed at; one by its name is what is asked for.
    """
    place = asked.get("place")
    if ":" not in place:
        return asked, ""
    return replace(asked, query=tuple(p for p in asked.query if p[0] != "place")), place


def _landmark(one: Landmark) -> dict[str, Any]:
    return {
        "name": call_located(one.place),
        "is_region": one.is_region,
        "lat": one.lat,
        "lon": one.lon,
    }


def _record(
    located: list[HeldClaim],
    places: dict[Any, Place],
    counts: Counter[Any],
) -> dict[str, Any]:
    return {
        "authority": AUTHORITY,
        "places": [_place(places[key], count) for key, count in counts.most_common()],
        "claims": [
            _claim(held) if number < MOST_TOLD else _drawn(held)
            for number, held in enumerate(located)
        ],
    }


def _layers(
    workspace: Workspace, question: Question, located: list[HeldClaim]
) -> list[dict[str, Any]]:
    """Give the control layers of the days asked for, else of those claims speak of."""
    first, last = question.filters.since, question.filters.until
    if first is None and last is None:
        spoken = [
            day
            for held in located
            if (period := held.claim.period) is not None
            for day in (period.first, period.last)
            if day is not None
        ]
        first, last = min(spoken, default=None), max(spoken, default=None)
    return show_layers(workspace, first, last)


def _place(place: Place, count: int) -> dict[str, Any]:
    return {
        "id": place.id,
        "name": call_located(place),
        "kind": str(place.kind),
        "lat": round(place.lat, FIGURES),
        "lon": round(place.lon, FIGURES),
        "precision_m": place.precision_m,
        "count": count,
    }


def _drawn(held: HeldClaim) -> dict[str, Any]:
    """Give what is drawn of a claim: its place and its days."""
    claim, published = held.claim, held.published
    period = claim.period
    first = (period.first or period.last) if period else published
    last = (period.last or published) if period else published
    return {
        "place": claim.located.id if claim.located else None,
        "is_said": claim.says_place,
        "first": first.isoformat() if first else None,
        "last": last.isoformat() if last else None,
    }


def _claim(held: HeldClaim) -> dict[str, Any]:
    """Give all that the map tells of a claim; `/claims/` and its id lead to it."""
    claim = held.claim
    return {
        "id": held.id,
        **_drawn(held),
        "where": place_of(claim),
        "voice": voice_of(claim, held.outlet),
        "verb": verb_of(claim),
        "words": claim.quantity.span.text,
        "what": measure_title(claim.measure),
        "when": period_of(claim.period),
        "outlet": held.outlet or say("outlet not known"),
        "status": say(STATUSES[held.status]),
    }


PAGE = Page("/map", "map", "Map", show, in_menu=True)
