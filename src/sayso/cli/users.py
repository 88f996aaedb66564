"""Who may sign in to the pages that `sayso serve --members` serves, and as what.

A reader looks, a reviewer rules as well, an owner also reads documents and runs checks.
A password is asked for, or taken as one line from standard input. `sayso users link`
says which account of an identity provider is whose (see sayso serve --oidc); `unlink`
takes accounts and passkeys away. What members do on the pages is written down and
listed by `sayso users log`.
"""

from __future__ import annotations

import argparse
import getpass
import sys
from datetime import UTC, datetime
from pathlib import Path

from sayso.cli.records import print_lines
from sayso.cli.terminal import harmless
from sayso.errors import InputError
from sayso.model import to_json
from sayso.workspace import Role, default_ledger
from sayso.workspace.identities import Identities
from sayso.workspace.members import Members, members_file

EXAMPLE = "sayso users add ann --role reviewer"
ACTS = ("add", "list", "remove", "role", "password", "link", "unlink", "log")
_NEED_A_NAME = ("add", "remove", "role", "password", "link", "unlink")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso users`."""
    parser.add_argument("act", choices=ACTS)
    parser.add_argument("name", nargs="?", metavar="NAME")
    parser.add_argument("--role", choices=[str(role) for role in Role])
    parser.add_argument(
        "--no-password",
        action="store_true",
        help="add somebody who signs in by a provider alone",
    )
    parser.add_argument(
        "--email", metavar="ADDRESS", help="link: as the provider verified it"
    )
    parser.add_argument("--subject", metavar="ID", help="link: of the account")
    parser.add_argument("--issuer", metavar="URL", help="link: the subject's provider")
    parser.add_argument(
        "--members", metavar="FILE", help="default: beside the ledger, -members.db"
    )


def run(arguments: argparse.Namespace) -> int:
    """Change or list who may sign in."""
    act, name = arguments.act, arguments.name
    if (name is None) == (act in _NEED_A_NAME):
        arguments.refuse(
            f"`sayso users {act}` takes {'a' if name is None else 'no'} NAME"
        )
    if (arguments.role is None) == (act in ("add", "role")):
        arguments.refuse("--role belongs to `sayso users add` and `role`")
    _refuse_odd_links(arguments)
    path = members_file(arguments.ledger or default_ledger())
    members = Members(
        Path(arguments.members or path), now=_now, create=arguments.act == "add"
    )
    try:
        _act(members, arguments)
    finally:
        members.close()
    return 0


def _act(members: Members, arguments: argparse.Namespace) -> None:
    name, by = arguments.name, getpass.getuser()
    match arguments.act:
        case "add":
            password = None if arguments.no_password else _password()
            members.add(name, Role(arguments.role), password, by=by)
        case "remove":
            members.remove(name, by=by)
        case "role":
            members.change(name, role=Role(arguments.role), by=by)
        case "password":
            members.change(name, password=_password(), by=by)
        case "link":
            Identities(members).link(
                name,
                email=arguments.email or "",
                issuer=arguments.issuer or "",
                subject=arguments.subject or "",
            )
            told = arguments.email or f"{arguments.subject} at {arguments.issuer}"
            members.note(by, "", "users link", f"{name} {told}")
        case "unlink":
            Identities(members).unlink(name)
            members.note(by, "", "users unlink", name)
        case "log":
            _print_log(members, is_json=arguments.json)
        case _:
            _print_members(members, is_json=arguments.json)


def _print_log(members: Members, *, is_json: bool) -> None:
    for note in members.notes():
        if is_json:
            print_lines([to_json(note)])
        else:
            line = f"{note.at[:19]}Z  {note.name:<16} {note.role:<9}"
            words = f"{note.what} {note.subject}".strip()
            print(harmless(f"{line} {words}  {note.origin}".rstrip()))


def _print_members(members: Members, *, is_json: bool) -> None:
    for one in members.all():
        linked = Identities(members).linked(one.name)
        if is_json:
            print_lines([{**to_json(one), "linked": list(linked)}])
        else:
            told = f"  ({', '.join(linked)})" if linked else ""
            print(f"{one.role:<9} {harmless(one.name + told)}")


def _refuse_odd_links(arguments: argparse.Namespace) -> None:
    """Refuse options of linking that stand where they say nothing."""
    linking = (arguments.email, arguments.subject, arguments.issuer)
    if arguments.no_password and arguments.act != "add":
        arguments.refuse("--no-password belongs to `sayso users add`")
    if any(linking) != (arguments.act == "link"):
        arguments.refuse(
            "`sayso users link` takes --email, or --subject with --issuer, and no"
            " other act does"
        )
    if (arguments.subject is None) != (arguments.issuer is None):
        arguments.refuse("--subject and --issuer belong together")


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass("password: ")
    if first != getpass.getpass("again: "):
        raise InputError("the two passwords differ; nothing was changed")
    return first


def _now() -> datetime:
    return datetime.now(UTC)
