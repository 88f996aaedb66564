"""schema.org Claim as JSON-LD: who says it, where it appears, as an interval.

Never a rating: a check is no review. Whether a speaker is a person or a body is not
known, so the author has a name and no type.
"""

from __future__ import annotations

import json
from typing import Any, TextIO

from sayso.exports.bundle import Bundle, Format, Paper, Row
from sayso.model import to_days, to_number

_UNITS = {"km2": "KMK", "percent": "P1", "count": "C62"}
"""UN/CEFACT common codes: square kilometre, percent, one."""


def write_claim(bundle: Bundle, out: TextIO) -> None:
    """Write a graph of claims."""
    out.write('{"@context": "https://schema.org", "@graph": [')
    separator = "\n"
    for row in bundle.rows:
        out.write(separator + json.dumps(to_claim(row), ensure_ascii=False))
        separator = ",\n"
    out.write("\n]}\n")


def to_claim(row: Row) -> dict[str, Any]:
    """Give one claim's node; what is not known is left out."""
    claim, appearance = row.claim, _appearance(row.paper)
    node: dict[str, Any] = {
        "@type": "Claim",
        "@id": f"urn:sayso:claim:{row.id}",
        "name": row.sentence(),
        "text": row.quote,
        "appearance": [appearance],
        "firstAppearance": appearance,
        "about": _quantity(row),
        "creditText": row.voice,
        "creativeWorkStatus": row.review,
        "identifier": _spans(row),
    }
    name = claim.speaker.name if claim.speaker else claim.claimant
    if name:
        key = claim.speaker.id if claim.speaker else None
        node["author"] = {"name": name}
        if key:
            node["author"]["@id"] = f"urn:sayso:speaker:{key}"
    if claim.period is not None:
        first, last = to_days(claim.period)
        node["temporalCoverage"] = f"{first or '..'}/{last or '..'}"
    if claim.located is not None:
        node["contentLocation"] = {
            "@type": "Place",
            "name": claim.located.name,
            "geo": {
                "@type": "GeoCircle",
                "geoMidpoint": {
                    "@type": "GeoCoordinates",
                    "latitude": claim.located.lat,
                    "longitude": claim.located.lon,
                },
                "geoRadius": claim.located.precision_m,
            },
        }
    return node


def _quantity(row: Row) -> dict[str, Any]:
    quantity = row.claim.quantity
    value: dict[str, Any] = {
        "@type": "QuantitativeValue",
        "name": row.claim.measure,
        "description": quantity.span.text,
        "unitCode": _UNITS.get(quantity.unit, "C62"),
        "unitText": row.claim.group or quantity.unit,
    }
    if quantity.low is not None:
        value["minValue"] = to_number(quantity.low)
    if quantity.high is not None:
        value["maxValue"] = to_number(quantity.high)
    return value


def _appearance(paper: Paper) -> dict[str, Any]:
    node: dict[str, Any] = {
        "@type": "CreativeWork",
        "@id": f"urn:sha256:{paper.id}",
        "identifier": {
            "@type": "PropertyValue",
            "propertyID": "SHA-256 of the text",
            "value": paper.id,
        },
    }
    known = {
        "headline": paper.title,
        "url": paper.url,
        "datePublished": paper.published,
        "inLanguage": paper.language,
    }
    node |= {key: value for key, value in known.items() if value}
    if paper.outlet:
        node["publisher"] = {"@type": "Organization", "name": paper.outlet}
    return node


def _spans(row: Row) -> dict[str, Any]:
    span = row.claim.quantity.span
    return {
        "@type": "PropertyValue",
        "propertyID": "characters of the text, in code points, end exclusive",
        "value": f"{span.start}-{span.end}",
    }


FORMAT = Format(
    "claim",
    ".jsonld",
    "application/ld+json",
    write_claim,
    "schema.org Claim, never a rating",
    (
        "bound words besides the interval",
        "actor, affected, accrual and stance as fields of their own",
        "relays, findings and chains",
        "whether a speaker is a person or a body",
    ),
)
