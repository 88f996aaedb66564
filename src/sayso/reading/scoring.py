"""Readings in the plain JSON forms that the scorers of the labelled data read.

One function a kind; what a scorer calls by another name is renamed here and nowhere
else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sayso.model import (
    Attribution,
    AttributionId,
    Gap,
    Reading,
    Span,
    Timex,
    Toponym,
)
from sayso.reading.figure_scoring import find_scored_figures, to_score_quantities


def to_scored(reading: Reading) -> dict[str, Any]:
    """Give all that was read in one document, without its id."""
    return {
        "attributions": to_attributions(reading.attributions),
        "claims": [claim.to_record() for claim in reading.claims],
        "quantities": to_score_quantities(find_scored_figures(reading.document.text)),
        "timexes": [to_timex(t) for t in reading.timexes],
        "toponyms": [to_toponym(t) for t in reading.toponyms],
        "gaps": [to_gap(g) for g in reading.gaps],
    }


def to_attributions(attributions: Sequence[Attribution]) -> list[dict[str, Any]]:
    """Give the outermost attributions, each role as a list of [start, end).

    What a content says that others say is its "inner", in the same form; sentences
    that go on with the account of the same source and cue are "carried".
    """
    acts: dict[tuple[tuple[Span, ...], ...], AttributionId] = {}
    kept: dict[AttributionId, AttributionId] = {}
    carried: dict[AttributionId, list[list[int]]] = {}
    inside: dict[AttributionId | None, list[Attribution]] = {}
    for attribution in attributions:
        act = attribution.source, attribution.cue
        first = acts.get(act) if attribution.cue else None
        kept[attribution.id] = first or attribution.id
        if first is not None:
            carried[first] += _ends(attribution.content)
            continue
        acts[act] = attribution.id
        carried[attribution.id] = []
    for attribution in attributions:
        if kept[attribution.id] == attribution.id:
            parent = attribution.parent and kept.get(attribution.parent)
            inside.setdefault(parent, []).append(attribution)

    def to_record(attribution: Attribution) -> dict[str, Any]:
        return {
            "source": _ends(attribution.source),
            "cue": _ends(attribution.cue),
            "content": _ends(attribution.content),
            "carried": carried[attribution.id],
            "inner": [to_record(inner) for inner in inside.get(attribution.id, ())],
        }

    return [to_record(attribution) for attribution in inside.get(None, ())]


def to_gap(gap: Gap) -> dict[str, Any]:
    """Give the span of what was not read, with the reason."""
    return {"span": [gap.span.start, gap.span.end], "reason": gap.reason}


def to_timex(timex: Timex) -> dict[str, Any]:
    """Give the span with its TIMEX3 type and value."""
    span = [timex.span.start, timex.span.end]
    return {"span": span, "type": str(timex.type), "value": timex.value}


def to_toponym(toponym: Toponym) -> dict[str, Any]:
    """Give the span with coordinates, null where no place fits."""
    record: dict[str, Any] = {
        "span": [toponym.span.start, toponym.span.end],
        "lat": None,
        "lon": None,
    }
    if toponym.place is not None:
        record |= {"lat": toponym.place.lat, "lon": toponym.place.lon}
        source, _, number = toponym.place.id.partition(":")
        if source == "gn":
            record["geonameid"] = number
    return record


def _ends(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
