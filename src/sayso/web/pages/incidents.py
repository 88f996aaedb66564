"""Incidents: what is said of one event by all speakers, from lowest to highest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sayso.errors import InputError
from sayso.model import Quantity, language_code
from sayso.web.beside import show_beside
from sayso.web.called import call_located, call_party
from sayso.web.interface import day_of, say, say_many, to_say
from sayso.web.page import Answer, Asked, Moved, Page, Table
from sayso.web.passages import passage_language
from sayso.web.plainly import words_of_interval
from sayso.web.query import FURTHEST, parse_page, path_of, to_address
from sayso.web.whole import (
    MOST_BESIDE,
    MOST_DOCUMENTS,
    Whole,
    is_working,
    whole_of,
)
from sayso.web.wording import figure_of, measure_title, range_of, unit_of, voice_of
from sayso.workspace import Workspace
from sayso.workspace.handed.incident_parts import PersonStatus, sound_of

if TYPE_CHECKING:
    from sayso.model import Claim
    from sayso.workspace.handed.incident_parts import (
        Account,
        Incident,
        Reach,
        StatedRange,
    )

LENGTH = 25
"""Incidents on one page."""
COLUMNS = (
    "incident",
    "kind",
    "place",
    "scene",
    "first_day",
    "last_day",
    "documents",
    "outlets",
    "owners",
    "origins",
    "stated_ranges",
)


@dataclass(frozen=True, slots=True)
class ShownWords:
    """One figure in its words, with who says it and where."""

    id: str
    voice: str
    words: str
    language: str
    link: str
    where: str
    denied: bool


@dataclass(frozen=True, slots=True)
class ShownRange:
    """A stated range with the words of both ends."""

    what: str
    status: str
    text: str
    figures: int
    voices: int
    low: ShownWords
    high: ShownWords
    is_one: bool


@dataclass(frozen=True, slots=True)
class ShownAccount:
    """One row of the table."""

    voice: str
    what: str
    status: str
    interval: str
    first: ShownWords
    last: ShownWords | None
    """None where there is one figure only."""
    revisions: tuple[tuple[ShownWords, ShownWords], ...]
    reach: str
    claims: tuple[ShownWords, ...]


@dataclass(frozen=True, slots=True)
class ShownIncident:
    """An incident as the pages show it."""

    id: str
    link: str
    kind: str
    place: str
    scene: str
    days: str
    is_period: bool
    reach: str
    ranges: tuple[ShownRange, ...]


def show(workspace: Workspace, asked: Asked) -> Answer:
    """Give a page of incidents, latest event first."""
    whole = whole_of(workspace)
    if whole is None:
        return wait(workspace, say("Incidents"))
    faults: list[str] = []
    found = [i for i in whole.events.incidents if _fits(i, asked, faults)]
    if asked.is_whole:
        return Answer("Incidents", {}, None, Table(COLUMNS, _rows(found, whole)))
    number = parse_page(asked, faults)
    begin = (number - 1) * LENGTH
    page = found[begin : begin + LENGTH]
    has_more = begin + LENGTH < len(found) and number < FURTHEST
    words: dict[str, Any] = {
        "shown": [show_incident(i, whole) for i in page],
        "count": len(found),
        "given": {n: asked.get(n) for n in ("place", "since", "until", "least")},
        "faults": dict.fromkeys(faults),
        "too_large": 0,
        "is_coming": is_working(workspace),
        "number": number,
        "previous": _leaf(asked, number - 1) if number > 1 else "",
        "following": _leaf(asked, number + 1) if has_more else "",
    }
    from sayso.workspace.event_words import incident_record  # slow: loads the packs

    records = [incident_record(i, whole.events) for i in page]
    return Answer(say("Incidents"), words, {"count": len(found), "incidents": records})


def show_one(workspace: Workspace, asked: Asked) -> Answer:
    """Give one incident: ranges, accounts, what is set apart, what lies beside."""
    return _one(workspace, asked)


def act(workspace: Workspace, asked: Asked) -> Answer | Moved:
    """Record that claims are of another event, or that two incidents are one."""
    from sayso.workspace.events import (  # slow: loads the packs
        join_incidents,
        load_events,
        split_incident,
    )

    form = asked.form
    reviewer = form.get("reviewer", asked.reviewer).strip()[:40]
    ruling = {"by": reviewer, "reason": form.get("reason", "").strip()[:1000]}
    events = load_events(workspace)
    incident = events.find(asked.params["id"])
    chosen = _chosen(asked)
    try:
        if form.get("act") == "split":
            split_incident(workspace, incident, chosen, **ruling)
        else:
            others = [events.find(form["other"])] if form.get("other") else []
            join_incidents(workspace, [incident, *others], **ruling)
    except InputError as error:
        return _one(workspace, asked, problem=str(error))
    is_split = form.get("act") == "split"
    kept = [c.id for c in incident.claims if not is_split or c.id not in chosen]
    return Moved(path_of("incidents", kept[0]), reviewer=reviewer)


def _chosen(asked: Asked) -> list[str]:
    """Give the ids of the claims that were marked."""
    marked = (key for key in asked.form if key.startswith("claim-"))
    return [key.removeprefix("claim-") for key in marked]


def _one(workspace: Workspace, asked: Asked, *, problem: str = "") -> Answer:
    whole = whole_of(workspace)
    if whole is None:
        return wait(workspace, say("Incident"))
    from sayso.workspace.event_words import incident_record  # slow, as above

    incident = whole.events.find(asked.params["id"])
    accounts = whole.events.accounts(incident)
    shown = show_incident(incident, whole)
    told = {r.status for r in accounts.rows if r.status}
    statuses = sorted(_status(status) or say("status not told") for status in told)
    words: dict[str, Any] = {
        "problem": problem,
        "shown": shown,
        "accounts": [_account(row, whole) for row in accounts.rows],
        "statuses": statuses if len(statuses) > 1 else (),
        "tongues": show_beside(incident.claims, whole),
        "apart": [(_words(c, whole), say(str(why))) for c, why in accounts.apart],
        "beside": [
            (say(str(other.reason)), show_incident(other.incident, whole))
            for other in whole.events.beside(incident)
        ],
        "own_name": asked.form.get("reviewer", asked.reviewer),
        "reason": asked.form.get("reason", ""),
        "chosen": _chosen(asked),
        "joined": asked.form.get("other", ""),
        "too_large": 0,
        "is_coming": is_working(workspace),
    }
    record = incident_record(incident, whole.events, is_whole=True)
    title = say("Incident: %(place)s, %(days)s", place=shown.place, days=shown.days)
    return Answer(title, words, record, status=400 if problem else 200)


def wait(workspace: Workspace, title: str) -> Answer:
    """Give what is said while incidents are worked out, or where they are not."""
    is_coming = is_working(workspace)
    words = {
        "too_large": MOST_DOCUMENTS if is_coming else MOST_BESIDE,
        "is_coming": is_coming,
    }
    problem = "being worked out" if is_coming else "the ledger is large"
    return Answer(title, words, {"problem": problem})


def show_incident(incident: Incident, whole: Whole) -> ShownIncident:
    """Give an incident with its stated ranges."""
    accounts = whole.events.accounts(incident)
    first, last = day_of(incident.first), day_of(incident.last)
    days = " – ".join(dict.fromkeys(day for day in (first, last) if day))
    return ShownIncident(
        id=incident.id,
        link=path_of("incidents", incident.id),
        kind=say(str(incident.kind)),
        place=_place_of(incident) or say("no place told"),
        scene=incident.scene or "",
        days=days or say("day not told"),
        is_period=incident.is_period,
        reach=_reach(accounts.reach),
        ranges=tuple(_range(r, whole) for r in accounts.ranges),
    )


def _place_of(incident: Incident) -> str:
    """Give the place's name, as the gazetteer has it where it was resolved."""
    located = incident.located
    return incident.place or "" if located is None else call_located(located)


def _reach(reach: Reach) -> str:
    """Give how far claims reach: documents, outlets, owners, origins."""
    return ", ".join(
        (
            say_many(
                "%(count)s document",
                "%(count)s documents",
                reach.documents,
                count=reach.documents,
            ),
            say_many(
                "%(count)s outlet",
                "%(count)s outlets",
                reach.outlets,
                count=reach.outlets,
            ),
            say_many(
                "%(count)s owner", "%(count)s owners", reach.owners, count=reach.owners
            ),
            say_many(
                "%(count)s origin",
                "%(count)s origins",
                reach.origins,
                count=reach.origins,
            ),
        )
    )


def _range(stated: StatedRange, whole: Whole) -> ShownRange:
    from sayso.workspace.event_words import ends_of  # slow, as above

    return ShownRange(
        what=measure_title(stated.measure),
        status=_status(stated.status),
        text=_from_to([end.quantity for end in ends_of(stated)]),
        figures=stated.figures,
        voices=stated.voices,
        low=_words(stated.low, whole),
        high=_words(stated.high, whole),
        is_one=stated.is_one,
    )


def _status(status: PersonStatus | None) -> str:
    """Give as what people are told; "" where no word says it."""
    is_told = status is not None and status is not PersonStatus.UNNAMED
    return say(str(status)) if is_told else ""


def _from_to(ends: Sequence[Quantity]) -> str:
    return figure_of(ends[0]) if len(ends) == 1 else range_of(*ends)


def _account(row: Account, whole: Whole) -> ShownAccount:
    return ShownAccount(
        voice=_voice(row.first, whole),
        what=measure_title(row.measure),
        status=_status(row.status),
        interval="" if row.measure.startswith("place.") else _interval(row),
        first=_words(row.first, whole),
        last=None if row.last is row.first else _words(row.last, whole),
        revisions=tuple(
            (_words(before, whole), _words(after, whole))
            for before, after in row.revisions
        ),
        reach=_reach(row.reach),
        claims=tuple(_words(claim, whole) for claim in row.claims),
    )


def _interval(row: Account) -> str:
    unit = unit_of(row.first.quantity.unit)
    return f"{words_of_interval(row.interval)} {unit}".strip()


def _words(claim: Claim, whole: Whole) -> ShownWords:
    document = whole.documents[claim.document]
    outlet = document.outlet or whole.name(claim.document)
    hour = f", {document.hour}" if document.hour else ""
    state = whole.events.outlets.state(document.outlet)
    day = day_of(document.published) or say("day unknown")
    told = say("state outlet: %(party)s", party=call_party(state)) if state else ""
    party = f" ({told})" if told else ""
    start = str(claim.quantity.span.start)
    link = to_address(path_of("documents", claim.document), [("at", start)])
    return ShownWords(
        id=claim.id,
        voice=_voice(claim, whole),
        words=" ".join(claim.quantity.span.text.split()),
        link=f"{link}#claim-{claim.id}",
        language=passage_language(
            claim.sentence.text, language_code(document.language)
        ),
        where=f"{outlet}{party}, {day}{hour}",
        denied=str(claim.stance) == "denied",
    )


def _voice(claim: Claim, whole: Whole) -> str:
    document = whole.documents[claim.document]
    return voice_of(claim, document.outlet)


def _fits(incident: Incident, asked: Asked, faults: list[str]) -> bool:
    """True when an incident is asked for; what is not understood asks for all."""
    least = asked.get("least") or "2"
    if least.isascii() and least.isdigit():
        if len(incident.documents) < int(least[:6]):
            return False
    else:
        faults.append(say("“%(number)s” is no number of documents", number=least[:20]))
    since, until = _day(asked, "since", faults), _day(asked, "until", faults)
    last, first = incident.last, incident.first or incident.last
    if since is not None and (last is None or last < since):
        return False
    if until is not None and (first is None or first > until):
        return False
    names = [incident.place or "", incident.located.name if incident.located else ""]
    wanted = asked.get("place").strip()
    return not wanted or sound_of(wanted) in {sound_of(n) for n in names if n}


def _day(asked: Asked, name: str, faults: list[str]) -> date | None:
    given = asked.get(name).strip()
    if not given:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        faults.append(say("“%(day)s” is not a day like 2025-03-12", day=given[:20]))
        return None


def _leaf(asked: Asked, number: int) -> str:
    kept = tuple(pair for pair in asked.query if pair[0] != "page")
    return to_address("/incidents", (*kept, ("page", str(number))))


def _rows(found: Iterable[Incident], whole: Whole) -> Iterator[tuple[str, ...]]:
    from sayso.workspace.event_words import range_in_words  # slow, as above

    for incident in found:
        accounts = whole.events.accounts(incident)
        reach = accounts.reach
        yield (
            incident.id,
            str(incident.kind),
            incident.place or "",
            incident.scene or "",
            incident.first.isoformat() if incident.first else "",
            incident.last.isoformat() if incident.last else "",
            str(reach.documents),
            str(reach.outlets),
            str(reach.owners),
            str(reach.origins),
            "; ".join(map(range_in_words, accounts.ranges)),
        )


PAGE = Page(
    "/incidents", "incidents", to_say("Incidents"), show, is_list=True, in_menu=True
)
ONE = Page("/incidents/{id}", "incident", "Incident", show_one, act=act)
