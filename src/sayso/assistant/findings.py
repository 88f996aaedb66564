"""findings: what checks say of claims taken together, with the working."""

from __future__ import annotations

from typing import Any

from sayso.assistant.held import Held
from sayso.assistant.records import marked, plain, span_record
from sayso.assistant.tool import Arguments, Tool, text, whole
from sayso.errors import UnknownName
from sayso.workspace.handed.held import FindingFilters, HeldFinding, Page
from sayso.workspace.installed import every_check

MOST = 25


def findings(held: Held, asked: Arguments) -> dict[str, Any]:
    """Give the findings that stand, in the order in which to look at them."""
    from sayso.workspace.handed.checked import BY_URGENCY  # slow: numpy

    rule = asked.words("check")
    known = tuple(check.name for check in every_check())
    if rule is not None and rule not in known:
        raise UnknownName("check", rule, known)
    wanted = asked.words("claim")
    claim = None if wanted is None else held.workspace.claim(wanted).id
    limit = asked.count("limit", least=1, most=MOST, usual=10)
    ledger = held.workspace.ledger
    filters = FindingFilters(rule=rule, claim=claim, is_standing=True)
    return {
        "total": sum(one.count for one in ledger.count_findings(filters)),
        "findings": [
            _record(one)
            for one in ledger.urgent_findings(BY_URGENCY, filters, Page(limit))
        ],
        "note": "recorded when `sayso check` last ran",
    }


def _record(held: HeldFinding) -> dict[str, Any]:
    finding = held.finding
    return {
        "id": finding.fingerprint,
        "check": finding.rule,
        "version": finding.version,
        "outcome": str(finding.outcome),
        "level": str(finding.level),
        "status": str(held.status),
        **marked(sentence=finding.sentence, remedy=finding.remedy),
        "data_working": [plain(line) for line in finding.working],
        "inputs": [
            {
                "role": given.role,
                "claim": given.claim,
                "document": given.document,
                **span_record(given.span),
            }
            for given in finding.inputs
        ],
    }


TOOL = Tool(
    "findings",
    "What the checks found: consistent, inconsistent as reported, not comparable,"
    " revised; with inputs as spans, formula and intervals. No finding says which"
    " figure is right.",
    findings,
    {
        "check": text("name of one check"),
        "claim": text("id of a claim that a finding uses"),
        "limit": whole("findings listed", 1, MOST),
    },
)
