"""A reading as one plain JSON record: what `sayso extract` writes for each document.

Shapes are those of the scorers beside the labelled data, meanings those of a claim:
"dozens" is 24 or more, "a third" is in percent. Parties stand in the language of the
text, as all its words do: "Украина" in a Russian one. What a labelled set calls
otherwise is not made here (`bench/adapt.py`). Spans are [start, end) in characters of
the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sayso.model import (
    Attribution,
    AttributionId,
    Bound,
    Claim,
    Gap,
    Reading,
    Span,
    StatedQuantity,
    Timex,
    Toponym,
    to_days,
    to_number,
)
from sayso.vocabulary.theatres.native import native_names


def to_record(reading: Reading) -> dict[str, Any]:
    """Give all that was read in one document, without its id."""
    return {
        "attributions": to_attributions(reading.attributions),
        "claims": [to_claim(c, reading.document.language) for c in reading.claims],
        "quantities": [to_quantity(q) for q in reading.quantities],
        "timexes": [to_timex(t) for t in reading.timexes],
        "toponyms": [to_toponym(t) for t in reading.toponyms],
        "gaps": [to_gap(g) for g in reading.gaps],
        "reader": reading.reader,
    }


def to_claim(claim: Claim, language: str | None = None) -> dict[str, Any]:
    """Give a claim in the form of CLAIMS.md, with how sure its reader is and its name.

    The confidence is the reader's own, from 0 to 1: of its reading, never of the claim.

    Args:
        claim: The claim.
        language: Code of its text's language, in which parties are named; None leaves
            them as claims have them.
    """
    names = native_names(language)
    record = claim.to_record()
    parties = {k: names.get(record[k], record[k]) for k in ("affected", "actor")}
    return {
        **record,
        **parties,
        "confidence": to_number(claim.confidence),
        "reader": claim.reader,
    }


def to_quantity(quantity: StatedQuantity) -> dict[str, Any]:
    """Give a quantity as claims have it, with what it is of.

    `low` and `high` are the closed interval, null where the words set no end; `value`
    is the number said, or both ends of a range. `number` is the span of the number
    alone. `noun` is in the words of the text; `vague` is what a word like "dozens"
    names, 12.
    """
    low, high = to_number(quantity.low), to_number(quantity.high)
    single = high if low is None else low
    is_range = quantity.bound is Bound.BETWEEN
    return {
        "span": [quantity.span.start, quantity.span.end],
        "words": quantity.span.text,
        "number": [quantity.number.start, quantity.number.end],
        "value": [low, high] if is_range else single,
        "low": low,
        "high": high,
        "bound": str(quantity.bound),
        "unit": quantity.unit,
        "kind": quantity.kind,
        "noun": quantity.noun and quantity.noun.text,
        "per": quantity.per,
        "vague": to_number(quantity.vague),
        "change": quantity.change and str(quantity.change),
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
    """Give the span with its TIMEX3 type and value, and the days that it names.

    `period` is [first day, last day], null where no days are named or an end is open.
    """
    period = timex.period
    return {
        "span": [timex.span.start, timex.span.end],
        "words": timex.span.text,
        "type": str(timex.type),
        "value": timex.value,
        "period": period and to_days(period),
        "kind": period and str(period.kind),
        "precision": period and str(period.precision),
    }


def to_toponym(toponym: Toponym) -> dict[str, Any]:
    """Give the span with the place it stands for, null where no place fits."""
    place = toponym.place
    record: dict[str, Any] = {
        "span": [toponym.span.start, toponym.span.end],
        "words": toponym.span.text,
        "place": None,
        "name": None,
        "kind": None,
        "lat": None,
        "lon": None,
        "precision_m": None,
    }
    if place is not None:
        record |= {
            "place": place.id,
            "name": place.name,
            "kind": str(place.kind),
            "lat": place.lat,
            "lon": place.lon,
            "precision_m": place.precision_m,
        }
        source, _, number = place.id.partition(":")
        if source == "gn":
            record["geonameid"] = number
    return record


def _ends(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
