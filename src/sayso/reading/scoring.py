"""Readings in the plain JSON forms that the scorers of the labelled data read.

One function a kind; what a scorer calls by another name is renamed here and nowhere
else.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sayso.model import (
    Attribution,
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
        "attributions": [to_attribution(a) for a in reading.attributions],
        "claims": [claim.to_record() for claim in reading.claims],
        "quantities": to_score_quantities(find_scored_figures(reading.document.text)),
        "timexes": [to_timex(t) for t in reading.timexes],
        "toponyms": [to_toponym(t) for t in reading.toponyms],
        "gaps": [to_gap(g) for g in reading.gaps],
    }


def to_attribution(attribution: Attribution) -> dict[str, Any]:
    """Give source, cue and content as lists of [start, end)."""
    return {
        "source": _ends(attribution.source),
        "cue": _ends(attribution.cue),
        "content": _ends(attribution.content),
    }


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
