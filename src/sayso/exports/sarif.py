"""SARIF 2.1.0: findings as results, for tools that show what a check found.

Levels are note and warning, never error: a finding says how figures fit each other.
Regions count characters as Unicode code points.
"""

from __future__ import annotations

import json
from typing import Any, TextIO

from sayso.exports.bundle import UNREVIEWED, Bundle, FindingRow, Format, unread_sentence
from sayso.model import Input, Level, Outcome

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Level.NOTE: "note", Level.LOOK: "note", Level.STRONG: "warning"}
_KINDS = {
    Outcome.CONSISTENT: "pass",
    Outcome.INCONSISTENT: "fail",
    Outcome.NOT_COMPARABLE: "notApplicable",
    Outcome.CANNOT_CHECK: "open",
    Outcome.REVISED: "informational",
}


def write_sarif(bundle: Bundle, out: TextIO) -> None:
    """Write one run with all findings."""
    results = [to_result(row) for row in bundle.findings]
    rules = sorted({result["ruleId"] for result in results})
    name, _, version = bundle.maker.partition(" ")
    run = {
        "tool": {
            "driver": {
                "name": name,
                "version": version or "0",
                "rules": [{"id": rule, "name": rule} for rule in rules],
            }
        },
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [
                    {"level": "note", "message": {"text": unread_sentence(paper)}}
                    for paper in bundle.unread()
                ],
            }
        ],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    json.dump(log, out, ensure_ascii=False, indent=1)
    out.write("\n")


def to_result(row: FindingRow) -> dict[str, Any]:
    """Give a finding's result."""
    finding = row.finding
    kind = _KINDS[finding.outcome]
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "kind": kind,
        "level": _LEVELS[finding.level] if kind == "fail" else "none",
        "message": {"text": "\n".join((finding.sentence, *finding.working))},
        "locations": [_location(given, row) for given in finding.inputs],
        "partialFingerprints": {"sayso/v1": finding.fingerprint},
        "properties": {
            "outcome": str(finding.outcome),
            "ruleVersion": finding.version,
            "recorded": row.at,
            "review": row.review,
            "consistentWouldBe": finding.remedy,
        },
    }
    if row.status != UNREVIEWED:
        status = "accepted" if row.status == "dismissed" else "underReview"
        result["suppressions"] = [{"kind": "external", "status": status}]
    return result


def _location(given: Input, row: FindingRow) -> dict[str, Any]:
    paper = row.papers.get(given.document)
    address = f"urn:sha256:{given.document}"
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": address},
            "region": {
                "charOffset": given.span.start,
                "charLength": given.span.end - given.span.start,
                "snippet": {"text": given.span.text},
            },
        },
        "message": {"text": given.role},
        "properties": {
            "claim": given.claim,
            "outlet": paper and paper.outlet,
            "url": paper and paper.url,
            "published": paper and paper.published,
            "language": paper and paper.language,
        },
    }


FORMAT = Format(
    "sarif",
    ".sarif",
    "application/sarif+json",
    write_sarif,
    "findings for tools that show results of checks",
    (
        "claims that no finding uses",
        "all fields of a claim besides its words and span",
        "words of inputs beyond 300 characters; their offsets stay",
        "chains",
    ),
)
