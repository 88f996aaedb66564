"""What people rule on names: two are one, some claims are another's, one is called so.

A ruling on a name has the subject "speaker:KEY", "party:KEY" or "place:KEY" with the
key that claims are counted by. Rulings are replayed in order and never overwritten;
`undo` takes one back. Readings stay as they are: only the rows made of them change.
Whoever a reading calls a private person is joined to nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from sayso.ledger.filters import UNATTRIBUTED
from sayso.ledger.held import HeldRuling
from sayso.model import ClaimId, Decision, SpeakerId, short_id


class NameKind(StrEnum):
    """What is named: the facets whose values people may join."""

    SPEAKER = "speaker"
    PARTY = "party"
    PLACE = "place"


Key = tuple[NameKind, str]
TEXT = "text:"
"""Begins the key of a place that no gazetteer has."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a name is taken for."""

    key: str
    name: str
    stored: Mapping[str, Any] | None = None
    """Speaker or gazetteer's place in stored form; None for words alone."""


@dataclass(frozen=True, slots=True)
class Naming:
    """The rulings on names as they stand."""

    into: Mapping[Key, str] = field(default_factory=lambda: MappingProxyType({}))
    """Joined key -> the key it was joined to, which may be joined further."""
    forms: Mapping[Key, Named] = field(default_factory=lambda: MappingProxyType({}))
    """How a key looks that others were joined to."""
    called: Mapping[Key, str] = field(default_factory=lambda: MappingProxyType({}))
    """Key -> the name people gave it."""
    known: Mapping[Key, str] = field(default_factory=lambda: MappingProxyType({}))
    """Key -> the name it had when it was ruled on."""
    parted: Mapping[tuple[Key, ClaimId], Named] = field(
        default_factory=lambda: MappingProxyType({})
    )
    """Claims of a key that were split off, with what each is said to name."""
    bodies: frozenset[Key] = frozenset()
    """Speakers that a reading calls private and that are no single person."""
    rulings: tuple[HeldRuling, ...] = ()
    """All of them in order, those too that were taken back."""
    undone: frozenset[int] = frozenset()
    """Numbers of the rulings that were taken back."""

    def __bool__(self) -> bool:
        return bool(self.rulings)

    def head(self, kind: NameKind, key: str) -> str:
        """Give the key that a key is joined to in the end, itself for none."""
        while (kind, key) in self.into:
            key = self.into[kind, key]
        return key

    def shown_key(self, kind: NameKind, key: str) -> str:
        """Give the key that claims of a key are counted by; words are their own key."""
        head = self.head(kind, key)
        name = self.called.get((kind, head))
        if name and kind is NameKind.PARTY:
            return name
        if name and kind is NameKind.PLACE and head.startswith(TEXT):
            return f"{TEXT}{name.casefold()}"
        return head

    def own_key(self, kind: NameKind, shown: str) -> str:
        """Give the key whose claims are counted by a key: the way back."""
        for sort, key in (*self.called, *self.into):
            if sort is kind and self.shown_key(kind, key) == shown:
                return self.head(kind, key)
        return shown

    def history(self, kind: NameKind, shown: str) -> tuple[HeldRuling, ...]:
        """Give the rulings that concern what is counted by a key, in order."""
        found: dict[int, HeldRuling] = {}
        for ruling in self.rulings:
            subject = parse_subject(ruling.subject)
            if subject is None or subject[0] is not kind:
                continue
            keys = [subject[1], str(ruling.changes.get("into", {}).get("key", ""))]
            is_here = any(key and self.shown_key(kind, key) == shown for key in keys)
            if is_here or ruling.changes.get("of") in found:
                found[ruling.sequence] = ruling
        return tuple(found.values())

    def members(self, kind: NameKind, key: str) -> tuple[tuple[str, str], ...]:
        """Give the (key, name) pairs of all that was joined to a key, by name."""
        found = (
            (own, self.known.get((kind, own), own))
            for (sort, own) in self.into
            if sort is kind and self.head(kind, own) == key
        )
        return tuple(sorted(found, key=lambda pair: (pair[1], pair[0])))

    def find(self, kind: NameKind, key: str, claim: ClaimId) -> Named | None:
        """Give what a key of a claim is taken for, None where it stays as it is."""
        parted = self._parted(kind, key, claim)
        key = parted.key if parted else key
        head = self.head(kind, key)
        called = self.called.get((kind, head))
        if head == key and called is None:
            return parted
        form = self.forms.get((kind, head)) if head != key else parted
        name = called or (form.name if form else self.known.get((kind, head), head))
        return Named(head, name, form.stored if form else None)

    def _parted(self, kind: NameKind, key: str, claim: ClaimId) -> Named | None:
        if not self.parted:
            return None
        found = self.parted.get(((kind, key), claim))
        while found is None and (kind, key) in self.into:
            key = self.into[kind, key]
            found = self.parted.get(((kind, key), claim))
        return found


def name_subject(kind: NameKind, key: str) -> str:
    """Give the subject of rulings on a name."""
    return f"{kind}:{key}"


def parse_subject(subject: str) -> Key | None:
    """Give kind and key of a ruling's subject, None where it is on no name."""
    kind, colon, key = subject.partition(":")
    is_name = bool(colon) and kind in tuple(NameKind)
    return (NameKind(kind), key) if is_name else None


def replay_names(rulings: Iterable[HeldRuling]) -> Naming:
    """Give what rulings on names come to; others are passed over.

    Args:
        rulings: In the order in which they were made.
    """
    own = tuple(r for r in rulings if parse_subject(r.subject) is not None)
    undone = frozenset(r.changes["of"] for r in own if r.decision is Decision.UNDO)
    state = _State()
    for ruling in own:
        if ruling.sequence not in undone:
            state.take(ruling)
    return Naming(
        into=state.into,
        forms=state.forms,
        called=state.called,
        known=state.known,
        parted=state.parted,
        bodies=frozenset(state.bodies),
        rulings=own,
        undone=undone,
    )


def apply_names(body: dict[str, Any], claim: ClaimId, naming: Naming) -> dict[str, Any]:
    """Give the stored form of a claim under the names that people ruled.

    The claimant and all spans stay in the words of the text.
    """
    if not naming:
        return body
    changed = {**body, **dict(_parties(body, claim, naming))}
    speaker = _speaker(body, claim, naming)
    if speaker is not None:
        changed["speaker"] = speaker
    changed |= _place(body, claim, naming)
    return {key: value for key, value in changed.items() if value is not None}


def name_speaker(body: dict[str, Any], naming: Naming) -> dict[str, Any]:
    """Give an attribution's stored form under the names that people ruled."""
    speaker = _speaker(body, ClaimId(""), naming) if naming else None
    return body if speaker is None else {**body, "speaker": speaker}


def place_key_of(body: Mapping[str, Any]) -> str | None:
    """Give the key that a claim's place is counted by, None where it has none."""
    located, place = body.get("located"), body.get("place")
    if located:
        return str(located["id"])
    return f"{TEXT}{place.casefold()}" if place else None


def _speaker(
    body: Mapping[str, Any], claim: ClaimId, naming: Naming
) -> dict[str, Any] | None:
    own: dict[str, Any] = body.get("speaker") or {}
    name = body.get("claimant") or body.get("name")
    key = own.get("id") or (short_id(name) if name else UNATTRIBUTED)
    if own.get("private") and (NameKind.SPEAKER, str(key)) not in naming.bodies:
        return None
    found = naming.find(NameKind.SPEAKER, str(key), claim)
    if found is None:
        return None
    if found.stored is not None:
        return {**found.stored, "id": found.key, "name": found.name}
    if found.key == key:
        return {"access": "unknown", **own, "id": key, "name": found.name}
    return {"id": SpeakerId(found.key), "name": found.name, "access": "unknown"}


def _parties(
    body: Mapping[str, Any], claim: ClaimId, naming: Naming
) -> Iterator[tuple[str, str]]:
    for part in ("actor", "affected"):
        words = body.get(part)
        found = naming.find(NameKind.PARTY, words, claim) if words else None
        if found is not None:
            yield part, found.name


def _place(body: Mapping[str, Any], claim: ClaimId, naming: Naming) -> dict[str, Any]:
    key = place_key_of(body)
    found = naming.find(NameKind.PLACE, key, claim) if key else None
    if found is None:
        return {}
    located = found.stored
    if located is None and found.key == key and body.get("located"):
        located = body["located"]
    if located is not None:
        return {"located": {**located, "name": found.name}}
    return {"located": None, "place": found.name}


class _State:
    """The rulings taken in so far."""

    def __init__(self) -> None:
        self.into: dict[Key, str] = {}
        self.forms: dict[Key, Named] = {}
        self.called: dict[Key, str] = {}
        self.known: dict[Key, str] = {}
        self.parted: dict[tuple[Key, ClaimId], Named] = {}
        self.bodies: set[Key] = set()

    def take(self, ruling: HeldRuling) -> None:
        subject = parse_subject(ruling.subject)
        if subject is None or ruling.decision is Decision.UNDO:
            return
        kind, key = subject
        changes = ruling.changes
        self.known.setdefault(subject, str(changes.get("name", key)))
        if changes.get("is_body"):
            self.bodies.add(subject)
        match ruling.decision:
            case Decision.JOIN:
                self._join(kind, key, changes["into"])
            case Decision.SPLIT if changes.get("claims"):
                self._part(subject, changes)
            case Decision.SPLIT:
                self.into.pop(subject, None)
            case Decision.CALL:
                self.called[subject] = str(changes["called"])
            case _:
                pass

    def _join(self, kind: NameKind, key: str, into: Mapping[str, Any]) -> None:
        other = str(into["key"])
        self.known.setdefault((kind, other), str(into["name"]))
        self.forms[kind, other] = Named(other, str(into["name"]), into.get("is"))
        if other == key:
            return
        self.into.pop((kind, key), None)
        if self._head(kind, other) == key:  # the other way round from now on
            self.into.pop((kind, other), None)
        self.into[kind, key] = other

    def _part(self, subject: Key, changes: Mapping[str, Any]) -> None:
        into = changes["into"]
        named = Named(str(into["key"]), str(into["name"]), into.get("is"))
        self.known.setdefault((subject[0], named.key), named.name)
        for claim in changes["claims"]:
            self.parted[subject, ClaimId(claim)] = named

    def _head(self, kind: NameKind, key: str) -> str:
        while (kind, key) in self.into:
            key = self.into[kind, key]
        return key
