"""Speakers, parties and places that people join, split and call by another name.

Each act is an entry with name and reason; what is joined can be taken apart again.
Whoever is withheld is joined to nobody and called nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sayso.errors import EntryMissing, InputError, UnknownName
from sayso.ledger import (
    Filters,
    HeldRuling,
    Ledger,
    Named,
    NameKind,
    Naming,
    Opinion,
    Page,
    name_subject,
    record_ruling,
)
from sayso.model import Decision, SpeakerId, short_id, to_json
from sayso.model.withheld import MASK
from sayso.workspace import Workspace
from sayso.workspace.asking import (
    named_places,
    nearest,
    place_labels,
    resolve_filters,
)
from sayso.workspace.masks import is_name
from sayso.workspace.pack_names import fold_name
from sayso.workspace.ruled import Ruled

LONGEST = 200
"""Characters of a name."""
_TEXT = "text:"


NameRef = tuple[NameKind, str]
"""What is named, and its key or name."""


@dataclass(frozen=True, slots=True)
class NameState:
    """One name as it stands: what was joined to it, and what was ruled."""

    kind: NameKind
    key: str
    members: tuple[tuple[str, str], ...]
    """Key and name of all that was joined to it."""
    history: tuple[HeldRuling, ...]
    undone: frozenset[int]


def find_name(workspace: Workspace, kind: NameKind, wanted: str) -> Named:
    """Give what claims have under a key or a name.

    Raises:
        UnknownName: No claim has it, or several things are called so.
    """
    ledger = workspace.unmasked
    key = shown_key(ledger, kind, wanted)
    found = _held(ledger, kind, key)
    if found is not None:
        return found
    keys = [
        key
        for key, name in dict.fromkeys(workspace.ledger.names(kind, wanted))
        if name != MASK and fold_name(name) == fold_name(wanted)
    ]
    keys = list(dict.fromkeys(keys))
    if len(keys) != 1:
        keys = list(_resolved(workspace, kind, wanted))
    if len(keys) > 1:
        labels = place_labels(workspace.ledger) if kind is NameKind.PLACE else {}
        listed = ", ".join(f'"{labels.get(key, key)}"' for key in keys[:5])
        raise InputError(f'"{wanted}" may be several here: {listed}; name one of them')
    held = _held(ledger, kind, keys[0]) if keys else None
    if held is None:
        names = (n for _, n in workspace.ledger.names(kind, wanted) if n != MASK)
        raise UnknownName(str(kind), wanted, nearest(wanted, names), are_nearest=True)
    return held


def shown_key(ledger: Ledger, kind: NameKind, key: str) -> str:
    """Give the key that claims of a key are counted by now."""
    return ledger.naming().shown_key(kind, key)


def state_of(workspace: Workspace, kind: NameKind, key: str) -> NameState:
    """Give what was ruled on a name."""
    naming = workspace.ledger.naming()
    own = naming.own_key(kind, key)
    members = naming.members(kind, own)
    return NameState(kind, key, members, naming.history(kind, key), naming.undone)


def join_names(
    workspace: Workspace, into: NameRef, others: Sequence[str], ruled: Ruled
) -> Named:
    """Record that names are one, and give what they are taken for.

    Args:
        workspace: Where the claims are.
        into: What the others go by from now on.
        others: Keys or names of the same kind.
        ruled: Who rules, and why.

    Raises:
        InputError: No name of a reviewer, no reason, or a withheld name.
        UnknownName: A name is in no claim.
    """
    ruled.check(needs_reason=True)
    kind = into[0]
    head = _head(workspace, into)
    found = [find_name(workspace, kind, other) for other in others]
    found = [named for named in found if named.key != head.key]
    if not found:
        raise InputError("joining takes two names or more, of different things")
    for named in (head, *found):
        _refuse_withheld(named)
    naming = workspace.unmasked.naming()
    stored = _into(naming, kind, head)
    opinions = [
        _opinion(
            kind,
            naming.own_key(kind, named.key),
            Decision.JOIN,
            ruled.reason,
            {"into": stored, **_known(named)},
        )
        for named in found
    ]
    _record(workspace, opinions, ruled.by)
    return head


def split_name(workspace: Workspace, name: NameRef, ruled: Ruled) -> None:
    """Record that a name is not what it was joined to.

    Args:
        workspace: Where the rulings are.
        name: What was joined.
        ruled: Who rules, and why.

    Raises:
        EntryMissing: It is joined to nothing.
        InputError: No name of a reviewer, or no reason.
    """
    ruled.check(needs_reason=True)
    kind, wanted = name
    naming = workspace.unmasked.naming()
    keys = [
        key
        for sort, key in naming.into
        if sort is kind
        and (key == wanted or fold_name(naming.known[kind, key]) == fold_name(wanted))
    ]
    if not keys:
        raise EntryMissing(f'no {kind} "{wanted[:60]}" is joined to another')
    known = naming.known[kind, keys[0]]
    opinion = _opinion(kind, keys[0], Decision.SPLIT, ruled.reason, {"name": known})
    _record(workspace, [opinion], ruled.by)


def part_claims(
    workspace: Workspace,
    name: NameRef,
    claims: Iterable[str],
    called: str,
    ruled: Ruled,
) -> None:
    """Record that some claims of a name are another's.

    Args:
        workspace: Where the claims are.
        name: What they have now.
        claims: Ids or beginnings of ids.
        called: What they are to be counted under.
        ruled: Who rules, and why.

    Raises:
        InputError: No name of a reviewer, no reason, no new name, or a claim that
            does not have the name.
    """
    ruled.check(needs_reason=True)
    kind = name[0]
    named = find_name(workspace, *name)
    _refuse_withheld(named)
    other = _name(called)
    if fold_name(other) == fold_name(named.name):
        raise InputError("what is split off needs another name")
    naming = workspace.unmasked.naming()
    subject = naming.own_key(kind, named.key)
    into = {"key": _new_key(kind, other), "name": other}
    changes: dict[str, Any] = {"into": into, **_known(named)}
    fits = {held.id for held in _claims_of(workspace, kind, named.key)}
    opinions = []
    for wanted_claim in dict.fromkeys(claims):
        held = workspace.claim(wanted_claim)
        if held.id not in fits:
            raise InputError(f'claim "{held.id[:8]}" does not have this {kind}')
        opinion = _opinion(
            kind,
            subject,
            Decision.SPLIT,
            ruled.reason,
            {**changes, "claims": [held.id]},
        )
        opinions.append(replace(opinion, documents=(held.claim.document,)))
    if not opinions:
        raise InputError("splitting off takes a claim or more")
    _record(workspace, opinions, ruled.by)


def call_name(workspace: Workspace, name: NameRef, called: str, ruled: Ruled) -> None:
    """Record that a speaker, party or place goes by another name.

    Raises:
        InputError: No name of a reviewer, no reason, no new name, or a withheld one.
        UnknownName: No claim has the name.
    """
    ruled.check(needs_reason=True)
    kind = name[0]
    named = find_name(workspace, *name)
    _refuse_withheld(named)
    other = _name(called)
    if other == named.name:
        raise InputError("it is called so already")
    subject = workspace.unmasked.naming().own_key(kind, named.key)
    changes = {"called": other, **_known(named)}
    opinion = _opinion(kind, subject, Decision.CALL, ruled.reason, changes)
    _record(workspace, [opinion], ruled.by)


def undo_name(workspace: Workspace, number: int, *, by: str, reason: str = "") -> str:
    """Take a ruling on a name back and give its subject; both entries stay.

    Raises:
        EntryMissing: No ruling on a name has the number, or it was taken back.
        InputError: No name of a reviewer.
    """
    if not by.strip():
        raise InputError("a ruling needs the name of who makes it")
    naming = workspace.unmasked.naming()
    found = [
        r
        for r in naming.rulings
        if r.sequence == number
        and r.decision is not Decision.UNDO
        and number not in naming.undone
    ]
    if not found:
        raise EntryMissing(f"no ruling on a name has the number {number}")
    ruling = found[0]
    undo = Opinion(
        ruling.subject, Decision.UNDO, reason, ruling.documents, {"of": number}
    )
    _record(workspace, [undo], by)
    return ruling.subject


def ruling_words(ruling: HeldRuling) -> str:
    """Give what a ruling on a name says: "RSF is Rapid Support Forces"."""
    changes, kind = ruling.changes, ruling.subject.partition(":")[0]
    name, into = str(changes.get("name", "")), changes.get("into", {}).get("name", "")
    match ruling.decision:
        case Decision.JOIN:
            return f"{kind}: “{name}” is “{into}”"
        case Decision.CALL:
            return f"{kind}: “{name}” is called “{changes['called']}”"
        case Decision.SPLIT if changes.get("claims"):
            claims = ", ".join(claim[:8] for claim in changes["claims"])
            return f"{kind}: {claims} of “{name}” is of “{into}”"
        case Decision.SPLIT:
            return f"{kind}: “{name}” stands by itself"
        case _:
            return f"{kind}: ruling {changes.get('of')} is taken back"


def likely_same(
    workspace: Workspace, kind: NameKind
) -> tuple[tuple[tuple[str, str], ...], ...]:
    """Give groups of names that may be one thing, for a person to rule on.

    Those that differ in the article or in marks, and initials of a fuller name.
    """
    naming = workspace.ledger.naming()
    pairs: dict[str, str] = {}
    for key, name in workspace.ledger.names(kind, ""):
        if name not in (MASK, "") and naming.shown_key(kind, key) == key:
            pairs.setdefault(key, name)
    groups: dict[str, dict[str, str]] = {}
    initials = {_initials(name): fold_name(name) for name in pairs.values()}
    for key, name in pairs.items():
        folded = fold_name(name)
        short = name.split()[-1] if name.split() else ""
        own = initials.get(short, folded) if short.isupper() else folded
        groups.setdefault(own, {})[key] = name
    return tuple(
        tuple(sorted(group.items(), key=_fullest))
        for _, group in sorted(groups.items())
        if len(group) > 1
    )


def _fullest(pair: tuple[str, str]) -> tuple[int, int, str]:
    """Sorts (key, name) pairs: the fuller name first, without an article."""
    name = pair[1]
    return -len(fold_name(name)), len(name), name


def _initials(name: str) -> str:
    words = [word for word in name.split() if word[:1].isupper()]
    words = words[1:] if words and words[0].lower() == "the" else words
    return "".join(word[0] for word in words) if len(words) > 1 else "\0"


def _resolved(workspace: Workspace, kind: NameKind, wanted: str) -> tuple[str, ...]:
    """Give the keys that a name means among those that claims have."""
    keys: Iterable[str]
    if kind is NameKind.PLACE:
        keys = sorted(named_places(workspace.ledger, wanted))
    else:
        filters = resolve_filters(workspace.ledger, _asking(kind, wanted))
        keys = getattr(filters, kind)
    ledger = workspace.unmasked
    return tuple(key for key in keys if _held(ledger, kind, key) is not None)


def _asking(kind: NameKind, wanted: str | tuple[str, ...]) -> Filters:
    match kind:
        case NameKind.SPEAKER:
            return Filters(speaker=wanted)
        case NameKind.PARTY:
            return Filters(party=wanted)
        case NameKind.PLACE:
            return Filters(place=wanted)


def _held(ledger: Ledger, kind: NameKind, key: str) -> Named | None:
    """Give what claims have under a key, as they have it now."""
    if kind is NameKind.SPEAKER:
        try:
            speaker = ledger.speaker(SpeakerId(key)).speaker
        except EntryMissing:
            return None
        return Named(key, speaker.name, to_json(speaker))
    found = list(ledger.claims(_asking(kind, (key,)), page=Page(1)))
    if not found:
        return None
    if kind is NameKind.PARTY:
        return Named(key, key)
    claim = found[0].claim
    if claim.located is not None and claim.located.id == key:
        return Named(key, claim.located.name, to_json(claim.located))
    return Named(key, claim.place or key.removeprefix(_TEXT))


def _claims_of(workspace: Workspace, kind: NameKind, key: str) -> Iterable[Any]:
    return workspace.claims(_asking(kind, (key,)))


def _head(workspace: Workspace, into: NameRef) -> Named:
    """Give what others are joined to; a party may go by words that no claim has."""
    kind, wanted = into
    try:
        return find_name(workspace, kind, wanted)
    except (UnknownName, InputError):
        if kind is not NameKind.PARTY:
            raise
        name = _name(wanted)
        return Named(name, name)


def _known(named: Named) -> dict[str, Any]:
    """Give what a ruling keeps of the name that it is on."""
    is_body = named.stored is not None and bool(named.stored.get("private"))
    return {"name": named.name} | ({"is_body": True} if is_body else {})


def _into(naming: Naming, kind: NameKind, named: Named) -> dict[str, Any]:
    """Give what others are joined to, in stored form."""
    own = naming.own_key(kind, named.key)
    stored: dict[str, Any] = {"key": own, "name": named.name}
    if named.stored is not None:
        stored["is"] = dict(named.stored)
    return stored


def _new_key(kind: NameKind, name: str) -> str:
    match kind:
        case NameKind.SPEAKER:
            return short_id(name)
        case NameKind.PARTY:
            return name
        case NameKind.PLACE:
            return f"{_TEXT}{name.casefold()}"


def _refuse_withheld(named: Named) -> None:
    if named.stored is not None and named.stored.get("private") and is_name(named.name):
        raise InputError("a private person is joined to nobody and called nothing else")


def _name(called: str) -> str:
    name = " ".join(called.split())
    if not name:
        raise InputError("give the name it goes by")
    if len(name) > LONGEST:
        raise InputError(f"a name has at most {LONGEST} characters")
    return name


def _opinion(
    kind: NameKind, key: str, decision: Decision, reason: str, changes: dict[str, Any]
) -> Opinion:
    return Opinion(name_subject(kind, key), decision, reason, (), changes)


def _record(workspace: Workspace, opinions: Sequence[Opinion], by: str) -> None:
    stamp = workspace.stamp(by.strip())
    workspace.ledger.append([record_ruling(opinion, stamp) for opinion in opinions])
