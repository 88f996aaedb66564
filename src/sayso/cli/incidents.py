"""List what is said of one event by all speakers, from lowest to highest.

Claims of one place, day and kind of harm or change are gathered from all documents and
never merged: ranges are those of the figures as stated, with the words of both ends.
With an id, one incident: who says what, from the first figure to the last, what may not
be set side by side, and what is not in it and why. `join` and `split` record a person's
ruling that two are one event, or that some claims are of another.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from sayso.cli.command import day, positive
from sayso.cli.records import print_lines, print_record
from sayso.cli.terminal import format_table, one_line
from sayso.workspace import Workspace
from sayso.workspace.event_words import (
    beside_in_words,
    called,
    day_of,
    incident_record,
    range_in_words,
    said_in_words,
    voice_of,
    where_told,
    words_of,
)
from sayso.workspace.events import (
    Events,
    join_incidents,
    load_events,
    split_incident,
)
from sayso.workspace.handed.incident_parts import Account, Accounts, Incident, sound_of

EXAMPLE = "sayso incidents --place Olmar --since 2031-03-01"

_HEAD = ("who", "counts", "status", "first", "last", "stated", "told in")
_WIDEST = (28, 20, 10, 26, 26, 16, 46)
_ACTS = ("join", "split")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso incidents`."""
    parser.add_argument(
        "words",
        nargs="*",
        metavar="ID",
        help='an incident; "join ID ID", or "split ID CLAIM ..."',
    )
    parser.add_argument("--place", metavar="NAME", help="only of this place")
    parser.add_argument("--since", type=day, metavar="DAY", help="first day of events")
    parser.add_argument("--until", type=day, metavar="DAY", help="last day, included")
    parser.add_argument(
        "--least",
        type=positive,
        default=2,
        metavar="N",
        help="told in N documents or more (default: 2)",
    )
    parser.add_argument("--by", default="", metavar="NAME", help="who rules")
    parser.add_argument("--reason", default="", metavar="WORDS", help="why")


def run(arguments: argparse.Namespace) -> int:
    """Print the incidents, or one of them, or record a ruling."""
    words: list[str] = arguments.words
    with Workspace(arguments.ledger, create=False) as workspace:
        events = load_events(workspace)
        if words and words[0] in _ACTS:
            return _rule(workspace, events, arguments)
    if len(words) > 1:
        arguments.refuse("shows one incident at a time")
    if words:
        _print_one(events, events.find(words[0]), arguments)
        return 0
    found = [i for i in events.incidents if _fits(i, arguments)]
    if arguments.json:
        print_lines(incident_record(i, events) for i in found)
    else:
        for incident in found:
            for line in _summary(events.accounts(incident)):
                print(one_line(line) if not line.startswith(" ") else line)
    if not arguments.quiet:
        told = {key for incident in found for key in incident.documents}
        events_word = "incident" if len(found) == 1 else "incidents"
        texts_word = "document" if len(told) == 1 else "documents"
        counted = f"{len(found):,} {events_word} in {len(told):,} {texts_word}"
        print(counted, file=sys.stderr)
    return 0


def _rule(workspace: Workspace, events: Events, arguments: argparse.Namespace) -> int:
    act, *ids = arguments.words
    if len(ids) < 2:
        arguments.refuse(f'"{act}" takes two ids or more')
    ruling = {"by": arguments.by, "reason": arguments.reason}
    if act == "join":
        join_incidents(workspace, [events.find(key) for key in ids], **ruling)
    else:
        split_incident(workspace, events.find(ids[0]), ids[1:], **ruling)
    if not arguments.quiet:
        print(f"recorded: {act} {' '.join(key[:8] for key in ids)}")
    return 0


def _fits(incident: Incident, arguments: argparse.Namespace) -> bool:
    """True when an incident is asked for."""
    if len(incident.documents) < arguments.least:
        return False
    last, first = incident.last, incident.first or incident.last
    if arguments.since and (last is None or last < arguments.since):
        return False
    if arguments.until and (first is None or first > arguments.until):
        return False
    names = [incident.place or "", incident.located.name if incident.located else ""]
    wanted = arguments.place
    return not wanted or sound_of(wanted) in {sound_of(n) for n in names if n}


def _summary(accounts: Accounts) -> Iterator[str]:
    incident = accounts.incident
    yield f"{incident.id[:8]}  {called(incident)}: {accounts.reach}"
    for stated in accounts.ranges[:4]:
        yield f"          {one_line(range_in_words(stated))}"


def _print_one(
    events: Events, incident: Incident, arguments: argparse.Namespace
) -> None:
    accounts = events.accounts(incident)
    if arguments.json:
        print_record(incident_record(incident, events, is_whole=True))
        return
    print(one_line(f"{incident.id}  {called(incident)}"))
    print(f"{accounts.reach}\n")
    for stated in accounts.ranges:
        print(one_line(range_in_words(stated)))
        for name, claim in (("lowest", stated.low), ("highest", stated.high)):
            if not stated.is_one or name == "lowest":
                print(f"  {name:7}  {one_line(said_in_words(claim, events))}")
    print()
    rows = [_row(row, events) for row in accounts.rows]
    for line in format_table(_HEAD, rows, widest=_WIDEST):
        print(line)
    for row in accounts.rows:
        for before, after in row.revisions:
            print(
                f"revised: {one_line(said_in_words(before, events))} -> "
                f"{one_line(words_of(after))} ({where_told(after, events)})"
            )
    _print_apart(accounts, events)
    for other in events.beside(incident):
        print(f"not in it: {one_line(beside_in_words(other))}")


def _print_apart(accounts: Accounts, events: Events) -> None:
    statuses = sorted({str(r.status) for r in accounts.rows if r.status})
    if len(statuses) > 1:
        print(f"not comparable: {', '.join(statuses)} (different definition)")
    for claim, reason in accounts.apart:
        print(f"not comparable: {one_line(said_in_words(claim, events))}: {reason}")


def _row(row: Account, events: Events) -> tuple[str, ...]:
    return (
        voice_of(row.first, events),
        row.measure,
        str(row.status or ""),
        f"{words_of(row.first)} {day_of(row.first, events)}",
        ""
        if row.last is row.first
        else f"{words_of(row.last)} {day_of(row.last, events)}",
        str(row.interval),
        str(row.reach),
    )
