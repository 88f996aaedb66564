"""Incidents of a ledger: gathered, looked up, and ruled on by people.

A ruling is an entry on a claim ("of the same event as that one", "of another event"),
so it outlives the incident's id; joining undoes splitting and the other way round.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.errors import EntryMissing, InputError
from sayso.ledger import Ledger, Opinion, record_ruling
from sayso.ledger.filters import SHORTEST_PREFIX
from sayso.linking.accounts import Accounts, origins_by_claim, tabulate
from sayso.linking.beside import Beside, find_beside
from sayso.linking.incidents import Incident, find_incidents
from sayso.linking.outlets import Outlets
from sayso.linking.regrouping import Regrouping
from sayso.model import Claim, ClaimId, Decision, EntryKind
from sayso.workspace import Workspace
from sayso.workspace.corpus import Corpus

_RULED = (Decision.JOIN, Decision.SPLIT)
_MOST_NAMED = 5
"""Incidents named when a beginning of an id fits several."""


@dataclass(frozen=True)
class Events:
    """The incidents of a ledger with all that their pages show."""

    corpus: Corpus
    incidents: tuple[Incident, ...]
    """Latest event first."""
    outlets: Outlets

    @cached_property
    def origin_of(self) -> Mapping[str, str]:
        """Origin by claim id."""
        return origins_by_claim(self.corpus.context.origins)

    @cached_property
    def _by_claim(self) -> Mapping[str, Incident]:
        return {c.id: incident for incident in self.incidents for c in incident.claims}

    def find(self, wanted: str) -> Incident:
        """Give the incident of an id, of a claim's id, or of the beginning of either.

        Raises:
            EntryMissing: None or several fit.
        """
        exact = self._by_claim.get(wanted)
        named = [i for i in self.incidents if i.id.startswith(wanted)]
        fits = [exact] if exact else named or self._of_claims(wanted)
        if len(fits) == 1:
            return fits[0]
        if not fits and self._is_claim(wanted):
            raise EntryMissing(
                f'claim "{wanted[:40]}" is of no incident;'
                " that takes a place, a day and something that happened there"
            )
        if not fits:
            raise EntryMissing(f'no incident "{wanted[:40]}" in this ledger')
        several = ", ".join(i.id[:12] for i in fits[:_MOST_NAMED])
        raise EntryMissing(f'"{wanted}" fits several incidents: {several}')

    def _of_claims(self, wanted: str) -> list[Incident]:
        """Give the incidents of claims whose ids begin so."""
        if len(wanted) < SHORTEST_PREFIX:
            return []
        found = {i.id: i for c, i in self._by_claim.items() if c.startswith(wanted)}
        return list(found.values())

    def _is_claim(self, wanted: str) -> bool:
        """True for a claim's id or the beginning of one."""
        is_long = len(wanted) >= SHORTEST_PREFIX
        return is_long and any(c.id.startswith(wanted) for c in self.corpus.claims)

    def accounts(self, incident: Incident) -> Accounts:
        """Give an incident's rows, stated ranges and what stands apart."""
        context = self.corpus.context
        return tabulate(
            incident,
            context.documents,
            context.names,
            outlets=self.outlets,
            origin_of=self.origin_of,
        )

    def beside(self, incident: Incident) -> tuple[Beside, ...]:
        """Give what is not in an incident although it lies near."""
        return find_beside(self.incidents, [incident.id])[incident.id]


def load_events(workspace: Workspace) -> Events:
    """Give the incidents of all current claims; slow on a large ledger."""
    return events_of(workspace.corpus(), workspace.ledger)


def events_of(corpus: Corpus, ledger: Ledger) -> Events:
    """Give the incidents of a corpus with the rulings its ledger holds."""
    context = corpus.context
    incidents = find_incidents(
        corpus.claims,
        context.documents,
        names=context.names,
        origins=context.origins,
        rulings=tuple(_regroupings(ledger)),
    )
    return Events(corpus, incidents, Outlets.of(context.theatres))


def join_incidents(
    workspace: Workspace, incidents: Sequence[Incident], *, by: str, reason: str
) -> None:
    """Record that several incidents are one event.

    Raises:
        InputError: No name, no reason, or fewer than two incidents.
    """
    _need(by, reason)
    first, *others = incidents
    if not others:
        raise InputError("joining takes two incidents or more")
    pairs = [(other.claims[0], first.claims[0]) for other in others]
    _record(workspace, Decision.JOIN, pairs, by=by, reason=reason)


def split_incident(
    workspace: Workspace,
    incident: Incident,
    claims: Iterable[str],
    *,
    by: str,
    reason: str,
) -> None:
    """Record that some claims of an incident are of another event, all of one.

    Raises:
        InputError: No name, no reason, claims of another incident, or all of them.
    """
    _need(by, reason)
    wanted = list(dict.fromkeys(claims))
    moved = [c for c in incident.claims if any(c.id.startswith(w) for w in wanted)]
    if len(moved) < len(wanted):
        raise InputError("names a claim that is not in this incident")
    rest = [c for c in incident.claims if c not in moved]
    if not moved or not rest:
        raise InputError("splitting takes some of an incident's claims, not all")
    away = [(claim, rest[0]) for claim in moved]
    _record(workspace, Decision.SPLIT, away, by=by, reason=reason)
    together = [(claim, moved[0]) for claim in moved[1:]]
    _record(workspace, Decision.JOIN, together, by=by, reason=reason)


def _need(by: str, reason: str) -> None:
    if not by.strip():
        raise InputError("a ruling needs the name of who makes it")
    if not reason.strip():
        raise InputError("a ruling on an incident needs a reason")


def _record(
    workspace: Workspace,
    decision: Decision,
    pairs: Iterable[tuple[Claim, Claim]],
    *,
    by: str,
    reason: str,
) -> None:
    opinions = [
        Opinion(
            subject=claim.id,
            decision=decision,
            reason=reason,
            documents=tuple(sorted({claim.document, other.document})),
            changes={"with": other.id},
            shown=f"{claim.sentence.text}\n{other.sentence.text}",
        )
        for claim, other in pairs
    ]
    stamp = workspace.stamp(by)
    workspace.ledger.append([record_ruling(opinion, stamp) for opinion in opinions])


def _regroupings(ledger: Ledger) -> Iterable[Regrouping]:
    """Give the rulings on incidents in the order they were made."""
    kinds = {str(decision) for decision in _RULED}
    entries = ledger.entries(kind=EntryKind.RULING)
    subjects = dict.fromkeys(e.subject for e in entries if e.body["decision"] in kinds)
    found = [
        ruling
        for subject in subjects
        for ruling in ledger.rulings(subject)
        if ruling.decision in _RULED
    ]
    for ruling in sorted(found, key=lambda r: r.sequence):
        other = ruling.changes.get("with")
        if isinstance(other, str):
            yield Regrouping(
                ClaimId(ruling.subject), other, ruling.decision is Decision.JOIN
            )
