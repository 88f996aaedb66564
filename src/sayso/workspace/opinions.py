"""A person's opinion on a claim or a finding, made of what is ruled on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sayso.ledger import HeldClaim, Ledger, Opinion, check_changes, cut_evidence
from sayso.model import Decision, Finding
from sayso.workspace.ruled import Ruled


def opinion_on_claim(
    ledger: Ledger,
    claim: HeldClaim,
    decision: Decision,
    *,
    ruled: Ruled,
    changes: Mapping[str, Any],
) -> Opinion:
    """Give a person's opinion on a claim, as it is recorded.

    Args:
        ledger: Has the words of the claim's document.
        claim: As it stands.
        decision: What is ruled.
        ruled: Who rules, and why.
        changes: Of an edit the fields of the claim in stored form; of a confirmation
            "confirmed", the fields that were looked at.

    Raises:
        InputError: No name, or changes that do not make a claim.
    """
    ruled.check()
    if changes and decision is Decision.EDIT:
        check_changes(claim.claim, changes)
        changes = cut_evidence(ledger.text(claim.claim.document), changes)
    return Opinion(
        subject=claim.id,
        decision=decision,
        reason=ruled.reason,
        documents=(claim.claim.document,),
        changes=changes,
        shown=claim.claim.sentence.text,
    )


def opinion_on_finding(
    finding: Finding, decision: Decision, *, ruled: Ruled
) -> Opinion:
    """Give a person's opinion on a finding, as it is recorded.

    Raises:
        InputError: No name.
    """
    ruled.check()
    return Opinion(
        subject=finding.fingerprint,
        decision=decision,
        reason=ruled.reason,
        documents=tuple(sorted({given.document for given in finding.inputs})),
        shown="\n".join((finding.sentence, *finding.working)),
    )
