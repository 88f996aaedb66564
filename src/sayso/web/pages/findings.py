"""Findings: what checks say of claims taken together, with the working written out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.errors import InputError
from sayso.model import ClaimId, Decision, DocumentId, Finding, Input
from sayso.model.withheld import is_withheld
from sayso.web.called import name_in, spell, words_spelled
from sayso.web.finding_words import (
    say_explanation,
    say_finding,
    say_remedy,
    say_role,
    say_working,
)
from sayso.web.interface import day_of, say, to_say
from sayso.web.page import Answer, Asked, Moved, Page, Table, hold_to
from sayso.web.passages import language_of, passage_language
from sayso.web.query import FURTHEST, parse_page, path_of, to_address, with_value
from sayso.web.whole import MOST_BESIDE, is_small, is_working, work_beside
from sayso.web.wording import (
    STATUSES,
    link_to_words,
    name_of,
    verb_of,
    voice_of,
)
from sayso.workspace import Role, Workspace
from sayso.workspace.handed.checked import BY_URGENCY
from sayso.workspace.handed.held import (
    FindingCount,
    FindingFilters,
    HeldClaim,
    HeldDocument,
    HeldFinding,
    HeldRuling,
)
from sayso.workspace.handed.held import Page as Stretch
from sayso.workspace.installed import every_check

LENGTH = 25
"""Findings on one page; each is as high as a paragraph."""
ACTS: Mapping[str, tuple[Decision, str]] = {
    "accept": (Decision.ACCEPT, "worth noting"),
    "dismiss": (Decision.DISMISS, ""),
    "undo": (Decision.UNDO, "taken back"),
}
"""Act -> decision, and the reason where none was given ("": it has to be)."""
COLUMNS = ("finding", "check", "version", "outcome", "level", "sentence", "working")
_FacetOf = tuple[str, str, Callable[[FindingCount], str], Mapping[str, str]]
"""Title, name in the address, what findings have, words for it."""
LEVELS = {
    "strong": to_say("look first"),
    "look": to_say("look"),
    "note": to_say("note"),
}


@dataclass(frozen=True, slots=True)
class ShownInput:
    """One figure a check used, as quoted words under their speaker."""

    role: str
    voice: str
    verb: str
    words: str
    language: str
    link: str
    outlet: str
    published: str


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding as the page shows it."""

    id: str
    title: str
    finding: Finding
    sentence: tuple[str, str]
    """In the language spoken where pages know its form, and the language it is in;
    so are the next."""
    working: tuple[tuple[str, str], ...]
    remedy: tuple[str, str]
    explanation: tuple[str, str]
    level: str
    inputs: tuple[ShownInput, ...]
    status: str
    status_words: str
    withdrawn: str
    rulings: tuple[HeldRuling, ...]
    link: str


def show(workspace: Workspace, asked: Asked) -> Answer:
    """Give a page of the findings that are asked for."""
    return _answer(workspace, asked)


def act(workspace: Workspace, asked: Asked) -> Answer | Moved:
    """Run the checks, or record a ruling on a finding."""
    form = asked.form
    if form.get("act") == "check":
        hold_to(Role.OWNER)
        if is_small(workspace):
            workspace.check()
        elif not work_beside(workspace, Workspace.check):
            raise InputError(say("This ledger is large: run `sayso check` for it"))
        return Moved("/findings")
    reviewer = form.get("reviewer", asked.reviewer).strip()[:40]
    try:
        held = workspace.ledger.finding(form.get("finding", ""))
        _rule(workspace, held, form, reviewer)
    except InputError as error:
        return _answer(workspace, asked, problem=str(error))
    back = form.get("back", "")
    path = back if back.startswith("/findings") else "/findings"
    return Moved(f"{path}#finding-{held.finding.fingerprint}", reviewer=reviewer)


def _rule(
    workspace: Workspace, held: HeldFinding, form: Mapping[str, str], reviewer: str
) -> None:
    name = form.get("act", "")
    if name not in ACTS:
        raise InputError(
            say("“%(act)s” is nothing that can be done to a finding", act=name[:40])
        )
    decision, default = ACTS[name]
    reason = form.get("reason", "").strip()[:1000] or default
    if not reason:
        raise InputError(say("Give a reason to dismiss a finding"))
    workspace.rule_finding(held.finding, decision, by=reviewer, reason=reason)


def _answer(workspace: Workspace, asked: Asked, *, problem: str = "") -> Answer:
    filters, ledger = _filters(asked), workspace.ledger
    if asked.is_whole:
        found = ledger.urgent_findings(BY_URGENCY, filters)
        return Answer("Findings", {}, None, Table(COLUMNS, _rows(found)))
    number = parse_page(asked, [])
    begin = (number - 1) * LENGTH
    counted = ledger.count_findings(FindingFilters(is_standing=filters.is_standing))
    count = sum(one.count for one in ledger.count_findings(filters))
    desk = _Desk(workspace)
    listed = ledger.urgent_findings(BY_URGENCY, filters, Stretch(LENGTH, begin))
    desk.look_up(listed)
    shown = [desk.show(h) for h in listed]
    has_more = begin + LENGTH < count and number < FURTHEST
    words: dict[str, Any] = {
        "problem": problem,
        "shown": shown,
        "count": count,
        "facets": _facets(counted, asked),
        "back": to_address("/findings", asked.query),
        "own_name": asked.form.get("reviewer", asked.reviewer),
        "can_check": is_small(workspace, MOST_BESIDE),
        "is_checking": is_working(workspace),
        "previous": _leaf(asked, number - 1) if number > 1 else "",
        "following": _leaf(asked, number + 1) if has_more else "",
        "number": number,
    }
    record = {"count": count, "findings": [_record(item) for item in shown]}
    return Answer(say("Findings"), words, record, status=400 if problem else 200)


def _leaf(asked: Asked, number: int) -> str:
    kept = tuple(pair for pair in asked.query if pair[0] != "page")
    return to_address("/findings", (*kept, ("page", str(number))))


def _filters(asked: Asked) -> FindingFilters:
    """Give what is asked for; what is withdrawn only where it is."""
    return FindingFilters(
        rule=asked.get("check") or None,
        outcome=asked.get("outcome") or None,
        level=asked.get("level") or None,
        status=asked.get("status") or None,
        document=DocumentId(asked.get("document")) or None,
        is_standing=not asked.get("withdrawn"),
    )


def _facets(
    counted: Iterable[FindingCount], asked: Asked
) -> list[tuple[str, list[Any]]]:
    """Give (title, [(label, count, link, is chosen)]) by check, outcome, review."""
    titles = {c.name: name_in("check", c.name, c.title) for c in every_check()}
    kinds: tuple[_FacetOf, ...] = (
        (say("Check"), "check", lambda c: c.rule, titles),
        (say("Outcome"), "outcome", lambda c: c.outcome, {}),
        (say("Level"), "level", lambda c: c.level, LEVELS),
        (say("Review"), "status", lambda c: c.status, STATUSES),
    )
    rows = tuple(counted)
    facets: list[tuple[str, list[Any]]] = []
    for title, name, value_of, labels in kinds:
        values = Counter[str]()
        for row in rows:
            values[value_of(row)] += row.count
        chosen = asked.get(name)
        facets.append(
            (
                title,
                [
                    (
                        say(labels.get(value, value)),
                        count,
                        to_address(
                            "/findings",
                            with_value(
                                asked.query, name, "" if value == chosen else value
                            ),
                        ),
                        value == chosen,
                    )
                    for value, count in values.most_common()
                ],
            )
        )
    return facets


class _Desk:
    """Looks up documents and claims of findings, each once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._documents: dict[DocumentId, HeldDocument] = {}
        self._claims: dict[ClaimId, HeldClaim] = {}
        self._checks = {check.name: check for check in every_check()}

    def show(self, held: HeldFinding) -> ShownFinding:
        """Give a finding with its inputs as words."""
        finding = held.finding
        check = self._checks.get(finding.rule)
        return ShownFinding(
            id=finding.fingerprint,
            title=name_in("check", check.name, check.title) if check else finding.rule,
            finding=finding,
            sentence=say_finding(finding.sentence),
            working=say_working(finding.rule, finding.working),
            remedy=say_remedy(finding.rule, finding.remedy or ""),
            explanation=say_explanation(check.explanation if check else ""),
            level=say(LEVELS[finding.level]),
            inputs=tuple(self._input(given) for given in finding.inputs),
            status=str(held.status),
            status_words=say(STATUSES[held.status]),
            withdrawn=held.withdrawn or "",
            rulings=self._workspace.ledger.rulings(finding.fingerprint),
            link=to_address("/review", [("queue", "finding")]),
        )

    def _input(self, given: Input) -> ShownInput:
        document = self._documents.get(given.document)
        document = document or self._workspace.ledger.document(given.document)
        facts = document.facts
        claim = self._claims.get(given.claim) if given.claim else None
        path = path_of("documents", given.document)
        outlet = facts.outlet or name_of(document)
        voice, verb = say("%(outlet)s has", outlet=outlet), ""
        words = spell(given.span.text)
        link = to_address(path, [("at", str(given.span.start))])
        if claim is not None:
            voice, verb = voice_of(claim.claim, facts.outlet), verb_of(claim.claim)
            link = link_to_words(claim)
            if is_withheld(claim.claim) and not claim.claim.quantity.span.contains(
                given.span
            ):
                words = words_spelled()
        return ShownInput(
            role=say_role(given.role),
            voice=voice,
            verb=verb,
            words=words,
            link=link,
            language=passage_language(given.span.text, language_of(document)),
            outlet=outlet,
            published=day_of(facts.published),
        )

    def look_up(self, held: Iterable[HeldFinding]) -> None:
        """Look up what findings are made from, all at once."""
        ledger = self._workspace.ledger
        inputs = [given for one in held for given in one.finding.inputs]
        self._documents |= ledger.documents_of(given.document for given in inputs)
        claims = {given.claim for given in inputs if given.claim is not None}
        self._claims |= ledger.claims_of(claims)  # without those read anew since


def _record(shown: ShownFinding) -> dict[str, Any]:
    finding = shown.finding
    return {
        "id": shown.id,
        "check": finding.rule,
        "version": finding.version,
        "outcome": str(finding.outcome),
        "level": str(finding.level),
        "sentence": finding.sentence,
        "working": list(finding.working),
        "remedy": finding.remedy or None,
        "status": shown.status,
        "inputs": [
            {
                "role": given.role,
                "document": given.document,
                "claim": given.claim,
                "span": [given.span.start, given.span.end],
                "words": words.words,
            }
            for given, words in zip(finding.inputs, shown.inputs, strict=True)
        ],
    }


def _rows(held: Iterable[HeldFinding]) -> Iterator[tuple[str, ...]]:
    for item in held:
        finding = item.finding
        yield (
            finding.fingerprint,
            finding.rule,
            str(finding.version),
            str(finding.outcome),
            str(finding.level),
            finding.sentence,
            "\n".join(finding.working),
        )


PAGE = Page(
    "/findings",
    "findings",
    to_say("Findings"),
    show,
    act=act,
    is_list=True,
    in_menu=True,
)
