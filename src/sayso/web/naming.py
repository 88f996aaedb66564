"""What the page of a speaker, party or place says of its name, and how to rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sayso.errors import EntryMissing, InputError, UnknownName
from sayso.model import Decision
from sayso.model.withheld import MASK
from sayso.web.interface import say, say_of
from sayso.web.page import Answer, Asked, Moved
from sayso.web.query import path_of, to_address
from sayso.workspace import Workspace
from sayso.workspace.asking import place_labels
from sayso.workspace.handed.held import Filters, HeldRuling, NameKind
from sayso.workspace.naming import (
    call_name,
    join_names,
    part_claims,
    shown_key,
    split_name,
    state_of,
    undo_name,
)
from sayso.workspace.ruled import Ruled

PLACES: Mapping[NameKind, str] = {
    NameKind.SPEAKER: "speakers",
    NameKind.PARTY: "parties",
    NameKind.PLACE: "places",
}
"""Kind -> first part of its address."""
LONGEST_REVIEWER = 40
MOST_OFFERED = 60
"""Names that a field suggests."""


@dataclass(frozen=True, slots=True)
class Past:
    """A ruling on a name, as pages show it."""

    number: int
    words: str
    reviewer: str
    reason: str
    at: str
    is_undone: bool
    can_undo: bool


@dataclass(frozen=True, slots=True)
class ShownNaming:
    """What is ruled on one name, with what its form needs."""

    kind: str
    key: str
    name: str
    members: tuple[tuple[str, str], ...]
    history: tuple[Past, ...]
    offered: tuple[str, ...]
    is_withheld: bool
    """True where nothing can be ruled: the name is withheld."""


def show_naming(
    workspace: Workspace, of: tuple[NameKind, str], name: str, *, is_open: bool
) -> ShownNaming:
    """Give what is ruled on a name and what may be ruled.

    Args:
        workspace: Where the claims are.
        of: Kind and key of the name.
        name: The name as it is shown.
        is_open: True to offer other names, which counts all claims once more.
    """
    kind, key = of
    state = state_of(workspace, kind, key)
    return ShownNaming(
        kind=str(kind),
        key=key,
        name=name,
        members=state.members,
        history=show_history(state.history, state.undone),
        offered=_offered(workspace, kind, key) if is_open else (),
        is_withheld=name.startswith(MASK),
    )


def _offered(workspace: Workspace, kind: NameKind, key: str) -> tuple[str, ...]:
    """Give the most frequent other names, places that share one with their kind."""
    counts = workspace.ledger.facets(Filters(), most=MOST_OFFERED).counts[kind]
    labels = place_labels(workspace.ledger) if kind is NameKind.PLACE else {}
    names = dict.fromkeys(
        labels.get(count.value, count.label) for count in counts if count.value != key
    )
    return tuple(name for name in names if not name.startswith(MASK))


def show_history(
    rulings: tuple[HeldRuling, ...], undone: frozenset[int]
) -> tuple[Past, ...]:
    """Give rulings as pages show them, the last first."""
    return tuple(
        Past(
            number=r.sequence,
            words=_words_of(r),
            reviewer=r.reviewer,
            reason=r.reason,
            at=r.at,
            is_undone=r.sequence in undone,
            can_undo=r.decision is not Decision.UNDO and r.sequence not in undone,
        )
        for r in reversed(rulings)
    )


def _words_of(ruling: HeldRuling) -> str:
    """Give what a ruling says, as `ruling_words` says it in English."""
    changes, kind = ruling.changes, ruling.subject.partition(":")[0]
    values = {
        "kind": say_of("name", kind),
        "name": str(changes.get("name", "")),
        "into": changes.get("into", {}).get("name", ""),
    }
    match ruling.decision:
        case Decision.JOIN:
            return say("%(kind)s: “%(name)s” is “%(into)s”", **values)
        case Decision.CALL:
            called = changes["called"]
            return say(
                "%(kind)s: “%(name)s” is called “%(called)s”", **values, called=called
            )
        case Decision.SPLIT if changes.get("claims"):
            claims = ", ".join(claim[:8] for claim in changes["claims"])
            return say(
                "%(kind)s: %(claims)s of “%(name)s” is of “%(into)s”",
                **values,
                claims=claims,
            )
        case Decision.SPLIT:
            return say("%(kind)s: “%(name)s” stands by itself", **values)
        case _:
            number = str(changes.get("of"))
            return say(
                "%(kind)s: ruling %(number)s is taken back", **values, number=number
            )


def moved_to(workspace: Workspace, kind: NameKind, key: str) -> Moved | None:
    """Give the address of what a key was joined to, None where it stands."""
    now = shown_key(workspace.ledger, kind, key)
    return None if now == key else Moved(path_of(PLACES[kind], now))


def rule_name(workspace: Workspace, asked: Asked) -> str:
    """Record what a form says of a name and give the key where it stands then.

    Raises:
        InputError: Something is missing in the form.
        UnknownName: A name is in no claim.
    """
    form = asked.form
    act, _, which = form.get("act", "").partition(":")
    if form.get("kind") not in tuple(NameKind):
        raise InputError(say("says of nothing what it is"))
    kind, key = NameKind(form["kind"]), form.get("key", "")
    ruled = Ruled(reviewer_of(asked), form.get("reason", "").strip()[:1000])
    if act == "undo":
        number = int(which) if which.isascii() and which.isdigit() else 0
        subject = undo_name(workspace, number, by=ruled.by, reason=ruled.reason)
        if not any(held == key for held, _ in workspace.ledger.names(kind, key)):
            key = subject.partition(":")[2]
    else:
        _RULE.get(act, _refuse)(workspace, kind, (key, which), form, ruled)
    return shown_key(workspace.ledger, kind, key)


def reviewer_of(asked: Asked) -> str:
    """Give the pseudonym of a form, else of the browser."""
    given = asked.form.get("reviewer", asked.reviewer)
    return "".join(c for c in given if c.isprintable()).strip()[:LONGEST_REVIEWER]


def back_to(workspace: Workspace, asked: Asked, key: str) -> Moved:
    """Give the page to go on at."""
    if asked.form.get("back") == "names":
        return Moved("/names", reviewer=reviewer_of(asked))
    kind = NameKind(asked.form["kind"])
    now = shown_key(workspace.ledger, kind, key)
    address = to_address(path_of(PLACES[kind], now), [("named", "1")])
    return Moved(f"{address}#naming", reviewer=reviewer_of(asked))


def rule_here(
    workspace: Workspace,
    asked: Asked,
    show: Callable[[Workspace, Asked], Answer | Moved],
) -> Answer | Moved:
    """Record what the form of a speaker, party or place says of its name, and go on.

    What cannot be done is told on the same page, whose form keeps what was typed and
    chosen.

    Args:
        workspace: Where the claims are.
        asked: The form, sent to the page itself.
        show: Gives that page.
    """
    try:
        key = rule_name(workspace, asked)
    except (InputError, UnknownName, EntryMissing) as error:
        given = show(workspace, replace(asked, reviewer=reviewer_of(asked)))
        if isinstance(given, Moved):
            return given
        return replace(given, words={**given.words, "problem": str(error)}, status=400)
    return back_to(workspace, asked, key)


Form = Mapping[str, str]


def _join(
    workspace: Workspace, kind: NameKind, at: tuple[str, str], form: Form, ruled: Ruled
) -> None:
    others = [v for k, v in sorted(form.items()) if k.startswith("other") and v.strip()]
    if not others:
        raise InputError(say("Say which name is the same"))
    join_names(workspace, (kind, at[0]), others, ruled)


def _split(
    workspace: Workspace, kind: NameKind, at: tuple[str, str], form: Form, ruled: Ruled
) -> None:
    del form
    split_name(workspace, (kind, at[1]), ruled)


def _part(
    workspace: Workspace, kind: NameKind, at: tuple[str, str], form: Form, ruled: Ruled
) -> None:
    claims = [k.removeprefix("claim-") for k in form if k.startswith("claim-")]
    part_claims(workspace, (kind, at[0]), claims, form.get("parted", ""), ruled)


def _call(
    workspace: Workspace, kind: NameKind, at: tuple[str, str], form: Form, ruled: Ruled
) -> None:
    call_name(workspace, (kind, at[0]), form.get("called", ""), ruled)


def _refuse(*_: Any) -> None:
    raise InputError(say("says nothing to do"))


_RULE = {"join": _join, "split": _split, "part": _part, "call": _call}
