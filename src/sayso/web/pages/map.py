"""Map: claims where they are said to have happened, with the gazetteer's precision.

The place is the gazetteer's, at settlement level or coarser; nothing is interpolated.
Areas are hatched only where an authority's layer is held, each in a frame of its own
with who drew it and for which day. Boundaries are hairlines, all alike, and say whose
they are.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from sayso.model import Place
from sayso.vocabulary.measures import load_measures
from sayso.web.layers_shown import list_layers, show_layers
from sayso.web.page import Answer, Asked, Page
from sayso.web.query import (
    Question,
    parse_question,
    path_of,
    resolve_question,
    to_address,
)
from sayso.web.wording import ShownClaim, show_claim
from sayso.workspace import Workspace
from sayso.workspace.handed.held import HeldClaim, Order
from sayso.workspace.handed.held import Page as Stretch

MOST_CLAIMS = 500
"""Last published claims that are drawn; a narrower question shows older ones."""
MOST_PLACES = 60
"""Places listed beside the map."""
AUTHORITY = (
    "Coasts, waters and boundaries of countries: Natural Earth 1:50m, as edited by"
    " visionscarto after the United Nations' views; lines between regions: Natural"
    " Earth 1:10m. All are drawn alike, and none is a statement of Sayso's."
)


def show(workspace: Workspace, asked: Asked) -> Answer:
    """Give the claims that can be placed, by place; the map's script asks for JSON."""
    question = parse_question(
        Asked(asked.path, query=tuple(p for p in asked.query if p[0] != "place"))
    )
    question = resolve_question(question, workspace.ledger)
    page = Stretch(MOST_CLAIMS)
    found = list(workspace.claims(question.filters, Order.PUBLISHED, page))
    located = [held for held in found if held.claim.located is not None]
    places = {h.claim.located.id: h.claim.located for h in located if h.claim.located}
    counts = Counter(h.claim.located.id for h in located if h.claim.located)
    if asked.path.endswith(".json"):
        shown = _layers(workspace, question, located)
        record = _record(located, places, counts)
        return Answer("Map", {}, record | {"layers": shown})
    ranked = [(places[key], count) for key, count in counts.most_common(MOST_PLACES)]
    words: dict[str, Any] = {
        "places": [
            (place, count, path_of("places", place.id)) for place, count in ranked
        ],
        "more": max(0, len(counts) - MOST_PLACES),
        "located": len(located),
        "unlocated": len(found) - len(located),
        "is_cut": len(found) == MOST_CLAIMS,
        "faults": question.faults,
        "measures": [(m.id, m.title) for m in load_measures()],
        "measure": asked.get("measure"),
        "text": asked.get("text"),
        "place": asked.get("place"),
        "since": asked.get("since"),
        "until": asked.get("until"),
        "layers": list_layers(workspace),
        "authority": AUTHORITY,
        "list_link": to_address("/claims", asked.query),
    }
    return Answer("Map", words, None)


def _record(
    located: list[HeldClaim],
    places: dict[Any, Place],
    counts: Counter[Any],
) -> dict[str, Any]:
    return {
        "authority": AUTHORITY,
        "places": [_place(places[key], count) for key, count in counts.most_common()],
        "claims": [_claim(show_claim(held)) for held in located],
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
        "name": place.name,
        "kind": str(place.kind),
        "lat": place.lat,
        "lon": place.lon,
        "precision_m": place.precision_m,
        "count": count,
    }


def _claim(shown: ShownClaim) -> dict[str, Any]:
    claim = shown.held.claim
    period, published = claim.period, shown.held.published
    first = (period.first or period.last) if period else published
    last = (period.last or published) if period else published
    return {
        "id": shown.id,
        "place": claim.located.id if claim.located else None,
        "where": shown.place,
        "voice": shown.voice,
        "verb": shown.verb,
        "words": shown.words,
        "what": shown.measure_title,
        "when": shown.period,
        "first": first.isoformat() if first else None,
        "last": last.isoformat() if last else None,
        "outlet": shown.outlet,
        "status": shown.status_words,
        "link": path_of("claims", shown.id),  # half as long as that of the words
    }


PAGE = Page("/map", "map", "Map", show, in_menu=True)
