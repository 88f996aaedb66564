"""The options that choose claims, the same for every command that lists them."""

from __future__ import annotations

import argparse

from sayso.cli.command import day
from sayso.model import DocumentId
from sayso.workspace import Workspace
from sayso.workspace.asking import resolve_filters
from sayso.workspace.handed.held import Filters, Status


def add_filters(parser: argparse.ArgumentParser) -> None:
    """Add the filters of claims; several must all hold."""
    group = parser.add_argument_group("filters")
    group.add_argument(
        "--measure", metavar="ID", help='"people.killed", or a family like "people"'
    )
    group.add_argument("--speaker", metavar="NAME", help="part of the name, or id")
    group.add_argument(
        "--party", metavar="NAME", help="actor or affected, by any of its names"
    )
    group.add_argument(
        "--place",
        metavar="NAME",
        help="name or id; a country or region with its places",
    )
    group.add_argument("--outlet", metavar="NAME")
    group.add_argument(
        "--language", metavar="CODE", help='of the document: "ru", or "Russian"'
    )
    group.add_argument(
        "--document", metavar="ID", help="id, its beginning, name or claim"
    )
    group.add_argument("--status", choices=[str(status) for status in Status])
    group.add_argument("--since", type=day, metavar="DAY", help="first day claimed")
    group.add_argument("--until", type=day, metavar="DAY", help="last day, included")
    group.add_argument("--text", metavar="WORDS", help='all of them; "..." together')
    group.add_argument(
        "--unattributed", action="store_true", help="only in the narrator's own voice"
    )


def chosen_filters(arguments: argparse.Namespace, workspace: Workspace) -> Filters:
    """Give the filters that the options say, names as what they mean.

    Raises:
        EntryMissing: --document names none or several.
        UnknownName: A name is in no claim and in no pack.
    """
    return resolve_filters(workspace.ledger, asked_filters(arguments, workspace))


def asked_filters(arguments: argparse.Namespace, workspace: Workspace) -> Filters:
    """Give the filters that the options say, names as they are given.

    Raises:
        EntryMissing: --document names none or several.
    """
    document: DocumentId | None = None
    if arguments.document is not None:
        document = workspace.document(arguments.document).id
    return Filters(
        measure=arguments.measure,
        speaker=arguments.speaker,
        party=arguments.party,
        place=arguments.place,
        outlet=arguments.outlet,
        language=arguments.language,
        status=arguments.status,
        document=document,
        since=arguments.since,
        until=arguments.until,
        text=arguments.text,
        unattributed=arguments.unattributed,
    )
