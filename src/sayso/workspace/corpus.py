"""A whole ledger as series, origins and checks see it, and the recording of findings.

Rejected readings are left out, edited ones are taken as edited. What the checks give
is recorded with rule and version; a finding that no longer comes out is withdrawn,
never removed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.checks import CHECKS, Check, CheckContext, make_context, run_checks
from sayso.errors import UnknownName
from sayso.ledger import (
    Addition,
    Ledger,
    Naming,
    Page,
    Stamp,
    Status,
    name_speaker,
    record_finding,
    record_withdrawal,
)
from sayso.linking.outlets import Outlets, Reach, count_reach
from sayso.linking.sayings import Saying, find_sayings
from sayso.model import (
    Attribution,
    Claim,
    DocumentId,
    Finding,
    Reading,
    from_json,
    to_json,
)
from sayso.vocabulary.theatres import Theatre
from sayso.workspace.layer_book import keep_results, load_layers
from sayso.workspace.own_data import load_own
from sayso.workspace.sharing import share_passages

__all__ = [
    "CHECKS",
    "Checked",
    "Corpus",
    "check_ledger",
    "choose_checks",
    "load_corpus",
]

_ALL = Page(limit=1 << 40)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything of a ledger that fits each other or does not."""

    claims: tuple[Claim, ...]
    context: CheckContext
    said: Callable[[], tuple[Saying, ...]] | None = None
    """Gives the sayings where they are not to be found in the context's own words."""

    def sayings(self) -> tuple[Saying, ...]:
        """Give utterances without figures that several documents report."""
        if self.said is not None:
            return self.said()
        return find_sayings(self.context.readings.values(), self.context.names)

    def name(self, key: DocumentId) -> str:
        """Give what to call a document on the screen."""
        document = self.context.documents[key]
        return document.name or document.title or key[:12]

    def outlet(self, key: DocumentId) -> str:
        """Give who published a document, or what to call it where nobody is known."""
        return self.context.documents[key].outlet or self.name(key)

    def reach(self, keys: Iterable[DocumentId], origins: int) -> Reach:
        """Give how widely documents tell something that goes back to some origins."""
        outlets = Outlets.of(self.context.theatres)
        return count_reach(keys, self.context.documents, outlets, origins)

    def day(self, key: DocumentId) -> str:
        """Give the day of publication in words."""
        published = self.context.documents[key].published
        return "day unknown" if published is None else published.isoformat()


@dataclass(frozen=True, slots=True)
class Checked:
    """What one run of the checks gave."""

    findings: tuple[Finding, ...]
    """All of them, by check and place."""
    new: frozenset[str]
    """Fingerprints that did not stand before."""
    withdrawn: tuple[Finding, ...]
    """What stood before and no longer comes out."""


def load_corpus(ledger: Ledger, theatres: Sequence[Theatre] | None = None) -> Corpus:
    """Give all current claims with their series, origins and shared passages.

    Args:
        ledger: Every document that is read and not erased is taken.
        theatres: Packs to use; None takes all, the user's own included.
    """
    packs = load_own().theatres if theatres is None else theatres
    readings = _readings(ledger)
    claims = tuple(
        held.claim for held in ledger.claims() if held.status is not Status.REJECTED
    )
    shared = share_passages(ledger, {r.document.id: r.document for r in readings})
    context = make_context(
        readings,
        claims=claims,
        shared=shared,
        theatres=packs,
        layers=load_layers(ledger),
    )
    return Corpus(claims, context)


def choose_checks(names: Iterable[str], checks: Sequence[Check]) -> tuple[Check, ...]:
    """Give the checks of those names in the order of the table; all for no names.

    Raises:
        UnknownName: No check is called so.
    """
    wanted = set(names)
    known = [check.name for check in checks]
    for name in sorted(wanted):
        if name not in known:
            raise UnknownName("check", name, known)
    return tuple(c for c in checks if not wanted or c.name in wanted)


def check_ledger(
    ledger: Ledger,
    stamp: Stamp,
    *,
    only: Iterable[str] = (),
    checks: Sequence[Check] = CHECKS,
) -> Checked:
    """Run checks over a ledger and record what is new and what no longer stands.

    Args:
        ledger: Read and appended to, in one transaction.
        stamp: When and by whom.
        only: Names of checks; none runs all.
        checks: The table.
    """
    chosen = choose_checks(only, checks)
    corpus = load_corpus(ledger)
    findings = run_checks(corpus.claims, corpus.context, chosen)
    keep_results(ledger, corpus.context.layers)
    came = {finding.fingerprint for finding in findings}
    rules = {check.name for check in chosen}
    standing = {
        held.finding.fingerprint: held.finding
        for held in ledger.findings(is_standing=True)
        if held.finding.rule in rules
    }
    gone = tuple(f for key, f in standing.items() if key not in came)
    additions: list[Addition] = [
        record_withdrawal(f.fingerprint, "no longer comes out of the checks", stamp)
        for f in gone
    ]
    additions += [record_finding(f, stamp) for f in findings]
    ledger.append(additions)
    return Checked(findings, frozenset(came - standing.keys()), gone)


def _readings(ledger: Ledger) -> list[Reading]:
    """Give the current reading of every document whose words are held.

    Who says what in it goes by the names that people ruled.
    """
    found, naming = [], ledger.naming()
    for held in ledger.documents(_ALL):
        reading = None if held.erased is not None else ledger.reading(held.id)
        if reading is not None:
            found.append(_named(reading, naming))
    return sorted(found, key=lambda reading: reading.document.id)


def _named(reading: Reading, naming: Naming) -> Reading:
    if not naming:
        return reading
    said = tuple(
        from_json(Attribution, name_speaker(to_json(one), naming))
        for one in reading.attributions
    )
    return replace(reading, attributions=said)
