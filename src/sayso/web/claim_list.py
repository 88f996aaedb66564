"""A list of claims as every page that has one gives it: facets, rows, page, records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sayso.errors import EntryMissing
from sayso.model.place import PlaceKind
from sayso.web.called import call_language, call_party, call_place, call_speaker
from sayso.web.interface import day_of, say, say_of, to_say
from sayso.web.page import Asked, Pairs, Table
from sayso.web.query import (
    FURTHEST,
    NARROWED_BY,
    ORDERS,
    PAGE_LENGTH,
    Question,
    parse_question,
    resolve_question,
    to_address,
    with_value,
)
from sayso.web.wording import (
    STATUSES,
    ShownClaim,
    measure_title,
    name_of,
    show_claim,
    voice_of,
)
from sayso.workspace import Workspace
from sayso.workspace.asking import place_labels
from sayso.workspace.handed.held import FACETS, NOBODY, UNATTRIBUTED, Facets, HeldClaim

KINDS = ("town", *map(str, PlaceKind))
"""Words behind names that places share; a settlement is a town there."""

MOST_CHOICES = 8
"""Values of one facet that are listed, and no fewer than a review has statuses; the
filter takes any other."""
MOST_OPEN = 1_000
"""Values of a facet that is open."""
COLUMNS = (
    "claim",
    "speaker",
    "words",
    "low",
    "high",
    "bound",
    "unit",
    "measure",
    "group",
    "affected",
    "actor",
    "place",
    "first day",
    "last day",
    "accrual",
    "stance",
    "via",
    "outlet",
    "language",
    "published",
    "status",
    "document",
    "start",
    "end",
    "reader",
)
FACET_TITLES = {
    "measure": to_say("Measure"),
    "speaker": to_say("Speaker"),
    "party": to_say("Party"),
    "place": to_say("Place"),
    "outlet": to_say("Outlet"),
    "language": to_say("Language"),
    "status": to_say("Review"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet, as a link that sets or removes it."""

    label: str
    count: int
    link: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet with its most frequent values."""

    name: str
    title: str
    choices: tuple[Choice, ...]
    more: int
    """Values that are not listed."""
    link: str
    """Address that lists them, or of the short list where it is open; "" for none."""
    is_open: bool


@dataclass(frozen=True, slots=True)
class ClaimList:
    """One page of claims with everything around it."""

    path: str
    question: Question
    nearest: tuple[tuple[str, str], ...]
    """Names that may have been meant, each with the address that asks for it."""
    claims: tuple[ShownClaim, ...]
    count: int
    is_exact: bool
    facets: tuple[Facet, ...]
    orders: tuple[tuple[str, str, str], ...]
    """(value, words, link) of each order."""
    previous: str
    following: str
    chips: tuple[tuple[str, str], ...]
    """What is filtered by: words, and the address without it."""
    query: Pairs
    take_out: str
    """Address of the page that gives these claims as files."""
    review: str
    """Address at which its readings are reviewed."""

    @property
    def first(self) -> int:
        """Number of the first row shown, from 1."""
        return (self.question.number - 1) * PAGE_LENGTH + 1

    @property
    def last(self) -> int:
        """Number of the last row shown."""
        return self.first + len(self.claims) - 1


def list_claims(
    workspace: Workspace, asked: Asked, *, path: str = "/claims", **fixed: str
) -> ClaimList:
    """Give one page of the claims that an address asks for.

    Args:
        workspace: Where to look.
        asked: The request.
        path: Address of the page that shows the list.
        fixed: Filters that the page itself sets.
    """
    question = resolve_question(parse_question(asked, **fixed), workspace.ledger)
    order = ORDERS[question.order][1]
    found = tuple(workspace.claims(question.filters, order, question.page))
    counted = workspace.ledger.facets(question.filters, most=MOST_CHOICES)
    counted = _opened(workspace, question, counted, asked)
    count, is_exact = _count(question, found, counted.counts, counted.is_exact)
    counted = _told_apart(workspace, counted)
    facets = tuple(
        _facet(name, counted, asked, path) for name in FACETS if name not in fixed
    )
    number = question.number
    has_more = len(found) > PAGE_LENGTH and number < FURTHEST
    return ClaimList(
        path=path,
        question=question,
        nearest=nearest_of(question, asked, path),
        claims=tuple(map(show_claim, found[:PAGE_LENGTH])),
        count=count,
        is_exact=is_exact,
        facets=facets,
        orders=tuple(
            (
                value,
                say(words),
                to_address(path, with_value(asked.query, "order", value)),
            )
            for value, (words, _) in ORDERS.items()
        ),
        previous=_leaf(path, asked.query, number - 1) if number > 1 else "",
        following=_leaf(path, asked.query, number + 1) if has_more else "",
        chips=chips_of(asked, path, facets, called=_called(workspace, asked)),
        query=asked.query,
        take_out=_take_out(asked, fixed),
        review=_review(asked, fixed),
    )


def _opened(
    workspace: Workspace, question: Question, counted: Facets, asked: Asked
) -> Facets:
    """Give the counts with all values of the facet that is open."""
    name = asked.get("open")
    if name not in FACETS or counted.values[name] <= MOST_CHOICES:
        return counted
    whole = workspace.ledger.facets(question.filters, most=MOST_OPEN)
    return replace(counted, counts={**counted.counts, name: whole.counts[name]})


def _review(asked: Asked, fixed: Mapping[str, str]) -> str:
    """Give the address at which the readings of the list are reviewed."""
    chosen = (p for p in asked.query if p[0] in NARROWED_BY and p[0] not in fixed)
    return to_address("/review", (*chosen, *fixed.items()))


def _take_out(asked: Asked, fixed: Mapping[str, str]) -> str:
    """Give the address of the exports, with the filters of the address and the page."""
    chosen = tuple(
        p for p in asked.query if p[0] not in ("page", "order", "line", "open")
    )
    return to_address("/export", (*chosen, *fixed.items()))


def record_of(listed: ClaimList) -> dict[str, Any]:
    """Give the list as a JSON value."""
    return {
        "count": listed.count,
        "count_is_exact": listed.is_exact,
        "page": listed.question.number,
        "order": listed.question.order,
        "not_understood": list(listed.question.faults),
        "claims": [claim_record(shown.held) for shown in listed.claims],
        "facets": {
            facet.name: [{"label": c.label, "count": c.count} for c in facet.choices]
            for facet in listed.facets
        },
        "next": listed.following or None,
    }


def claim_record(held: HeldClaim) -> dict[str, Any]:
    """Give one claim as a JSON value, as the workspace gives it."""
    claim = held.claim
    return {
        "speaker": voice_of(claim, held.outlet),
        "speaker_id": claim.speaker.id if claim.speaker else None,
        **claim.to_record(),
        "id": held.id,
        "document": claim.document,
        "outlet": held.outlet,
        "language": held.language,
        "published": held.published.isoformat() if held.published else None,
        "status": str(held.status),
        "review": STATUSES[held.status],
        "reader": claim.reader,
        "confidence": float(claim.confidence),
    }


def table_of(workspace: Workspace, asked: Asked, **fixed: str) -> Table:
    """Give all claims that an address asks for, as rows."""
    question = resolve_question(parse_question(asked, **fixed), workspace.ledger)
    order = ORDERS[question.order][1]
    claims = workspace.claims(question.filters, order)
    return Table(COLUMNS, rows_of(claims))


def rows_of(claims: Iterable[HeldClaim]) -> Iterator[tuple[str, ...]]:
    """Give a row of `COLUMNS` a claim."""
    for held in claims:
        record = claim_record(held)
        quantity, period = record["quantity"], record["period"] or (None, None)
        cells = (
            held.id,
            record["speaker"],
            record["words"],
            quantity["low"],
            quantity["high"],
            quantity["bound"],
            quantity["unit"],
            record["measure"],
            record["group"],
            record["affected"],
            record["actor"],
            record["place"],
            *period,
            record["accrual"],
            record["stance"],
            "; ".join(record["via"]),
            held.outlet,
            held.language,
            record["published"],
            record["review"],
            record["document"],
            *quantity["span"],
            record["reader"],
        )
        yield tuple("" if cell is None else str(cell) for cell in cells)


def _count(
    question: Question,
    found: tuple[HeldClaim, ...],
    counts: Mapping[str, Any],
    is_exact: bool,  # noqa: FBT001 - what the ledger says of its counts
) -> tuple[int, bool]:
    """Give the number of claims without a second walk over them.

    Every claim has exactly one status, so the statuses' counts add up to all.
    """
    if question.number == 1 and len(found) <= PAGE_LENGTH:
        return len(found), True
    return sum(c.count for c in counts["status"]), is_exact


def _leaf(path: str, query: Pairs, number: int) -> str:
    kept = tuple(pair for pair in query if pair[0] != "page")
    return to_address(path, (*kept, ("page", str(number) if number > 1 else "")))


def _told_apart(workspace: Workspace, counted: Facets) -> Facets:
    """Give the counts with the kind of places that share a name: "Raqqa (region)"."""
    places = counted.counts["place"]
    if len({count.label for count in places}) == len(places):
        return counted
    labels = place_labels(workspace.ledger)
    told = tuple(replace(c, label=labels.get(c.value, c.label)) for c in places)
    return replace(counted, counts={**counted.counts, "place": told})


def _facet(name: str, counted: Facets, asked: Asked, path: str) -> Facet:
    chosen = asked.get(name)
    choices = tuple(
        Choice(
            label=_label(name, count.label),
            count=count.count,
            link=to_address(
                path,
                with_value(
                    asked.query, name, "" if count.value == chosen else count.value
                ),
            ),
            is_chosen=count.value == chosen,
        )
        for count in counted.counts[name]
    )
    more = counted.values[name] - len(choices)
    is_open = asked.get("open") == name
    link = ""
    if more or is_open:
        at = to_address(path, with_value(asked.query, "open", "" if is_open else name))
        link = f"{at}#facet-{name}"
    return Facet(name, say(FACET_TITLES[name]), choices, more, link, is_open)


def _label(facet: str, label: str) -> str:
    if facet == "measure":
        return measure_title(label)
    if facet in ("since", "until"):
        with suppress(ValueError):  # what is no day stays as it was typed
            return day_of(date.fromisoformat(label.strip()))
        return label
    if facet == "status":
        return say(STATUSES[label]) if label in STATUSES else label
    if facet == "language":
        return call_language(label)
    if facet == "speaker":
        return say(label) if label == NOBODY else call_speaker(label)
    if facet in ("party", "place"):
        return call_party(label) if facet == "party" else _place_label(label)
    return label


def _place_label(label: str) -> str:
    """Give a place's name, with its kind where it has it: "Raqqa (town)"."""
    name, mark, kind = label.removesuffix(")").rpartition(" (")
    if mark and kind in KINDS:
        return f"{call_place(name)} ({say_of('place', kind)})"
    return call_place(label)


def nearest_of(
    question: Question, asked: Asked, path: str
) -> tuple[tuple[str, str], ...]:
    """Give the names that may have been meant, each with the address that asks it."""
    unknown = question.unknown
    if unknown is None:
        return ()
    return tuple(
        (
            _label(unknown.kind, name),
            to_address(path, with_value(asked.query, unknown.kind, name)),
        )
        for name in unknown.known
    )


def chips_of(
    asked: Asked, path: str, facets: tuple[Facet, ...] = (), *, called: str = ""
) -> tuple[tuple[str, str], ...]:
    """Give what is filtered by, each with the address without it.

    Args:
        asked: The request.
        path: Address of the list.
        facets: Those shown beside it, whose words for a value are taken.
        called: What the document that is asked for is called.
    """
    return tuple(_chips(asked, path, facets, called))


def _called(workspace: Workspace, asked: Asked) -> str:
    """Give the name of the document that a list is narrowed to, "" for none."""
    wanted = asked.get("document")
    with suppress(EntryMissing):
        return name_of(workspace.document(wanted)) if wanted else ""
    return ""


def _chips(
    asked: Asked, path: str, facets: tuple[Facet, ...], called: str
) -> Iterator[tuple[str, str]]:
    """Yield what is filtered by, in the order of the filter form."""
    labels = {facet.name: facet for facet in facets}
    titles = {
        "text": to_say("Words"),
        **FACET_TITLES,
        "since": to_say("Since"),
        "until": to_say("Until"),
        "rule": to_say("In a finding of"),
        "document": to_say("Document"),
    }
    for name, title in titles.items():
        value = asked.get(name)
        if not value:
            continue
        facet = labels.get(name)
        chosen = [c.label for c in facet.choices if c.is_chosen] if facet else []
        label = chosen[0] if chosen else _label(name, value)
        label = called if called and name == "document" else label
        if value == UNATTRIBUTED:
            label = say(NOBODY)
        link = to_address(path, with_value(asked.query, name, ""))
        yield f"{say(title)}: {label}", link
    if asked.get("unattributed") == "1":
        link = to_address(path, with_value(asked.query, "unattributed", ""))
        yield say("Unattributed only"), link
