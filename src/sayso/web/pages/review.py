"""Review: one reading at a time, by keyboard; every act is an entry with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.errors import InputError, UnknownName
from sayso.model import ClaimField, Decision, Period, Quantity, from_json
from sayso.web.carried import TITLES, Carried, carried_fields, doubtful_field
from sayso.web.claim_list import chips_of
from sayso.web.corrections import find_corrections
from sayso.web.edit import choices, from_form, to_form
from sayso.web.interface import say, say_of, to_say
from sayso.web.marked import (
    Mark,
    Stretch,
    cut_text,
    language_marks,
    marks_of,
    withhold_words,
)
from sayso.web.page import Answer, Asked, Moved, Page
from sayso.web.pages.words import names_in
from sayso.web.passages import language_of
from sayso.web.pointed import with_known
from sayso.web.review_queue import QUEUES, Place, find_place, progress
from sayso.web.wording import (
    STATUSES,
    figure_of,
    measure_title,
    name_of,
    percent,
    period_of,
    say_ruled,
    show_claim,
)
from sayso.workspace import DocumentView, Workspace
from sayso.workspace.agreement import CONFIRMED, FIELDS, FIGURE, find_agreement
from sayso.workspace.handed.held import HeldClaim, HeldRuling
from sayso.workspace.recall import find_recall
from sayso.workspace.sittings import Sitting, find_sitting

ACTS: Mapping[str, tuple[Decision, str, bool]] = {
    "confirm": (Decision.CONFIRM, to_say("Reading confirmed"), False),
    "reject": (Decision.REJECT, to_say("Reading rejected"), True),
    "unsure": (Decision.UNSURE, to_say("Left for later"), False),
    "edit": (Decision.EDIT, to_say("Reading edited"), False),
    "undo": (Decision.UNDO, to_say("Last ruling undone"), False),
    "unmask": (Decision.UNMASK, to_say("Name shown from now on"), True),
}
"""Act -> decision, what is said after it, and whether it needs a reason; none is
recorded that nobody gave."""
REASONS = (
    to_say("no claim: the number counts something else"),
    to_say("another measure"),
    to_say("another number or bound"),
    to_say("another speaker"),
    to_say("another period"),
    to_say("another place or party"),
    to_say("said twice: the same words are another claim"),
)
"""Reasons that are offered; any other may be typed."""
DECIDED: Mapping[Decision, str] = {
    Decision.CONFIRM: to_say("%(number)s confirmed"),
    Decision.EDIT: to_say("%(number)s edited"),
    Decision.REJECT: to_say("%(number)s rejected"),
    Decision.UNSURE: to_say("%(number)s left for later"),
    Decision.ADD: to_say("%(number)s added"),
}
"""Decision -> how a sitting tells it."""
AROUND = 600
"""Characters of text shown before and after the sentence."""
LONGEST_NAME = 40
TOO = "-too"
"""Follows an act in an address where another reviewer ruled on the same claim."""
FORM_OF: Mapping[ClaimField, str] = {
    ClaimField.EVENT: "measure",
    ClaimField.AFFECTED: "affected",
    ClaimField.ACTOR: "actor",
    ClaimField.PLACE: "place",
    ClaimField.PERIOD: "first",
    ClaimField.CLAIMANT: "claimant",
    ClaimField.STANCE: "stance",
    ClaimField.ACCRUAL: "accrual",
}
"""Field of a claim -> the field of the form that corrects it alone."""


@dataclass(frozen=True, slots=True)
class Context:
    """The words around a claim, and where they begin in the text."""

    start: int
    stretches: tuple[Stretch, ...]


def show(workspace: Workspace, asked: Asked) -> Answer:
    """Give the reading that is next, or the one asked for."""
    return _answer(workspace, asked, find_place(workspace, asked, asked.get("claim")))


def act(workspace: Workspace, asked: Asked) -> Answer | Moved:
    """Record a ruling and go on to the next reading."""
    form = asked.form
    place = find_place(workspace, asked, form.get("claim", ""))
    held = place.current
    if held is None:
        return Moved(place.address(""), reviewer=_reviewer(asked))
    try:
        done = _rule(workspace, asked, held)
    except (InputError, UnknownName) as error:
        return _answer(workspace, asked, place, problem=str(error))
    reviewer = _reviewer(asked)
    done += TOO if _is_ruled_by_another(workspace, held, reviewer) else ""
    if form.get("act") == "undo" and not workspace.ledger.find_claims(held.id):
        return Moved(place.address("", said=done), reviewer=reviewer)
    if form.get("act") in ("undo", "unmask"):
        return Moved(place.address(held.id, said=done), reviewer=reviewer)
    following = place.following.partition("claim=")[2]
    return Moved(place.address(following, done=held.id, said=done), reviewer=reviewer)


def _rule(workspace: Workspace, asked: Asked, held: HeldClaim) -> str:
    """Record what the form says and give the act's name."""
    name = asked.form.get("act", "")
    if name not in ACTS:
        raise UnknownName("act", name[:40], ACTS)
    decision, _, needs_reason = ACTS[name]
    reviewer = _reviewer(asked)
    if not reviewer:
        raise InputError(say("Choose a name to rule under first; a pseudonym will do"))
    reason = asked.form.get("reason", "").strip()[:1000]
    changes: dict[str, Any] = {}
    if decision is Decision.EDIT:
        text = workspace.ledger.text(held.claim.document)
        changes = from_form(held.claim, asked.form, text)
        if not changes:
            raise InputError(say("No field was changed"))
        changes = with_known(changes, workspace.view(held.claim.document))
    if decision is Decision.CONFIRM:
        changes = _confirmed(asked)
    if needs_reason and not reason:
        needed = {
            "reject": say("Give a reason to reject"),
            "unmask": say("Give a reason to unmask"),
        }
        raise InputError(needed[name])
    workspace.rule(held, decision, by=reviewer, reason=reason, changes=changes)
    return name


def _is_ruled_by_another(workspace: Workspace, held: HeldClaim, reviewer: str) -> bool:
    """True when somebody else ruled on a claim, before or while it was looked at."""
    rulings = workspace.ledger.rulings(held.id)
    return any(ruling.reviewer != reviewer for ruling in rulings)


def _said(said: str) -> str:
    """Give in words what was done last, and that another did something, too."""
    act = said.removesuffix(TOO)
    if act not in ACTS:
        return ""
    words = say(ACTS[act][1])
    if said == act:
        return words
    return say("%(done)s; another reviewer ruled on it, too", done=words)


def _confirmed(asked: Asked) -> dict[str, Any]:
    """Give the fields that a confirmation is of: those that were on screen."""
    given = asked.form.get("fields", "").split(",")
    fields = [name for name in given if name in FIELDS]
    return {CONFIRMED: fields} if fields else {}


def _reviewer(asked: Asked) -> str:
    given = asked.form.get("reviewer", asked.reviewer)
    return "".join(c for c in given if c.isprintable()).strip()[:LONGEST_NAME]


def _answer(
    workspace: Workspace, asked: Asked, place: Place, *, problem: str = ""
) -> Answer:
    done, whole = progress(workspace, asked)
    sitting = find_sitting(workspace, _reviewer(asked))
    words: dict[str, Any] = {
        "place": place,
        "queues": {name: say(words) for name, words in QUEUES.items()},
        "problem": problem,
        "ruled": done,
        "whole": whole,
        "sitting": sitting,
        "fields_seen": [(say(f.field), f) for f in sitting.fields],
        "decided": ", ".join(
            say(DECIDED[decision], number=number)
            for decision, number in sitting.decisions
        ),
        "chips": chips_of(Asked(asked.path, query=place.kept), "/review"),
        "said": _said(asked.get("said")),
        "undoable": asked.get("done"),
        "own_name": _reviewer(asked),
        "reasons": tuple(map(say, REASONS)),
        "choices": choices(),
        "measures": {name: measure_title(name) for name in choices()["measure"]},
        "claim": None,
        "is_editing": asked.get("edit") == "1" or asked.form.get("act") == "edit",
    }
    record: dict[str, Any] = {
        "ruled": done,
        "whole": whole,
        "queue": place.queue,
        "sitting": _sitting_record(sitting),
    }
    held = place.current
    if held is not None:
        view = workspace.view(held.claim.document)
        rulings = workspace.ledger.rulings(held.id)
        given = to_form(held.claim)
        if problem:
            given |= {k: v for k, v in asked.form.items() if k in given}
        words |= {
            "claim": (shown := show_claim(held)),
            "fields_read": (fields_read := carried_fields(shown)),
            "asked_field": (alone := doubtful_field(fields_read)),
            "form_of_field": FORM_OF.get(alone.field, "") if alone else "",
            "on_screen": _on_screen(fields_read, alone),
            "known": names_in(view),
            "is_blind": place.queue == "second"
            and words["own_name"] not in {r.reviewer for r in rulings},
            "view": view,
            "context": _context(view, held),
            "rulings": [
                (ruling, say_ruled(ruling.decision), _changed(ruling))
                for ruling in rulings
            ],
            "status": say(STATUSES[held.status]),
            "own": [r for r in rulings if r.reviewer == words["own_name"]],
            "fields": given,
            "reason": asked.form.get("reason", "") if problem else "",
        }
        record |= {"claim": held.id, "rulings": [_ruling_record(r) for r in rulings]}
    return Answer(say("Review"), words, record, status=400 if problem else 200)


def _on_screen(fields: Iterable[Carried], alone: Carried | None) -> str:
    """Give the fields that a confirmation is of, by the names they are stored by."""
    if alone is not None:
        return TITLES[alone.field]
    return ",".join(dict.fromkeys((FIGURE, *(TITLES[one.field] for one in fields))))


def _context(view: DocumentView, held: HeldClaim) -> Context:
    """Give the words around a claim, cut at line ends or blanks."""
    text, sentence = view.text, held.claim.sentence
    span = held.claim.quantity.span
    start = min(sentence.start, span.start)
    end = max(sentence.end, span.end)
    begin = max(0, text.rfind("\n\n", max(0, start - AROUND), start) + 2)
    if begin < 2 or begin > start:
        begin = max(0, start - AROUND)
    stop = text.find("\n\n", end, end + AROUND)
    stop = stop if stop >= 0 else min(len(text), end + AROUND)
    marks: list[Mark] = [
        mark
        for mark in marks_of((held,), view.attributions)
        if mark.start < stop and mark.end > begin
    ]
    marks += language_marks(text, begin, stop, language_of(view.held))
    kept = withhold_words(text, marks)
    return Context(begin, cut_text(text, begin, stop, kept))


def _changed(ruling: HeldRuling) -> list[tuple[str, str]]:
    """Give the fields an edit changed, with their new values in words."""
    words: list[tuple[str, str]] = []
    for name, value in ruling.changes.items():
        if name in ("speaker", "located", "evidence"):  # follow from other fields
            continue
        if ruling.decision is Decision.ADD:
            continue
        if name == CONFIRMED:
            fields = [say(one) for one in value]
            words.append((say("looked at"), ", ".join(fields)))
        elif name == "quantity":
            quantity = from_json(Quantity, value)
            told = f"“{quantity.span.text}”, {figure_of(quantity)}"
            words.append((say_of("field", "words"), told))
        elif name == "period":
            words.append(
                (
                    say_of("field", name),
                    period_of(value and from_json(Period, value)) or say("none"),
                )
            )
        else:
            told = str(value) if value is not None else say("none")
            words.append((say_of("field", name), told))
    return words


def _sitting_record(sitting: Sitting) -> dict[str, Any]:
    return {
        "looked_at": sitting.looked_at,
        "decisions": {str(decision): n for decision, n in sitting.decisions},
        "fields": [
            {"field": f.field, "looked_at": f.looked_at, "changed": f.changed}
            for f in sitting.fields
        ],
    }


def _ruling_record(ruling: HeldRuling) -> dict[str, Any]:
    return {
        "reviewer": ruling.reviewer,
        "decision": str(ruling.decision),
        "reason": ruling.reason,
        "changes": dict(ruling.changes),
        "at": ruling.at,
    }


def show_agreement(workspace: Workspace, asked: Asked) -> Answer:
    """Give how far reviewers agree, field by field."""
    del asked
    found = find_agreement(workspace.ledger)
    rows = [
        {
            "one": a.one,
            "other": a.other,
            "field": a.field,
            "field_words": say(a.field),
            "claims": a.claims,
            "same": a.same,
            "kappa": None if a.kappa is None else round(float(a.kappa), 3),
        }
        for a in found
    ]
    record = [{k: v for k, v in row.items() if k != "field_words"} for row in rows]
    return Answer(say("Agreement"), {"rows": rows}, record)


MOST_NAMED = 200
"""Corrected documents that the page lists; the file has all."""


def show_corrections(workspace: Workspace, asked: Asked) -> Answer:
    """Give what reviewers ruled, as labelled reports."""
    del asked
    reports = list(find_corrections(workspace))
    whole, *measures = find_recall(workspace.ledger)
    words = {
        "reports": reports,
        "names": [
            name_of(workspace.ledger.document(one["id"]))
            for one in reports[:MOST_NAMED]
        ],
        "recall": whole,
        "recall_share": "" if whole.share is None else percent(float(whole.share)),
        "measures": [
            (measure_title(one.measure), one.had, one.added, percent(float(one.share)))
            for one in measures
            if one.share is not None
        ],
    }
    return Answer(say("Corrections"), words, reports)


PAGE = Page("/review", "review", to_say("Review"), show, act=act, in_menu=True)
AGREEMENT = Page("/review/agreement", "agreement", "Agreement", show_agreement)
CORRECTIONS = Page(
    "/review/corrections",
    "corrections",
    "Corrections",
    show_corrections,
    is_lines=True,
)
