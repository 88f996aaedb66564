"""Recompute every hash of the ledger and say whether it is as it was recorded.

An unbroken chain shows that nothing was changed since it was recorded, and nothing
more. Note the last hash elsewhere to notice a ledger that was cut short. --rebuild
also makes the lists of claims, speakers and documents anew from what was recorded.
A token and a signature on a seal are checked by openssl and ssh-keygen of this machine.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

from sayso.cli.records import print_record
from sayso.cli.terminal import harmless
from sayso.errors import InputError, LedgerDamaged
from sayso.model import GENESIS, to_json
from sayso.workspace import Workspace
from sayso.workspace.handed.written import check_bundle as report
from sayso.workspace.stamps import check_signature, check_token

EXAMPLE = "sayso verify"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso verify`."""
    parser.add_argument(
        "--rebuild", action="store_true", help="replay the entries when they verify"
    )
    parser.add_argument(
        "--head", metavar="HASH", help="a last hash noted before, which must be held"
    )
    parser.add_argument("--seal", metavar="FILE", help="the same from sayso seal")
    stamped = parser.add_argument_group("of a seal")
    stamped.add_argument(
        "--token", metavar="FILE", help="a token of RFC 3161 on the seal's file"
    )
    stamped.add_argument(
        "--authority", metavar="PEM", help="certificates of who stamps, for --token"
    )
    stamped.add_argument(
        "--signature", metavar="FILE", help="of ssh-keygen -Y sign -n sayso"
    )
    stamped.add_argument(
        "--signers", metavar="FILE", help="who may sign: an allowed signers file"
    )
    bundled = parser.add_argument_group("of a bundle, without a ledger")
    bundled.add_argument("--bundle", metavar="PATH", help="a zip file or its folder")
    bundled.add_argument("--root", metavar="HASH", help="its root hash, as was told")


BEFORE = (
    "read by an earlier reader: {number}; names are withheld by the present rules, but"
    " as that reader found persons and places (sayso read --again reads them anew)"
)
UNREADABLE = 3
"""Exit code for a bundle that is not as it was written."""
TABLE = 'the table "'
"""How faults of what is derived begin: the entries stand, and a replay mends them."""


def run(arguments: argparse.Namespace) -> int:
    """Print what was verified; a fault is ledger trouble."""
    if arguments.bundle is not None:
        return _bundle(arguments.bundle, arguments.root)
    stamps = _stamps(arguments)
    with Workspace(arguments.ledger, create=False) as workspace:
        head = _noted(arguments)
        found = workspace.verify(head)
        before = 0 if arguments.json else workspace.read_before()
        if arguments.rebuild and all(fault.startswith(TABLE) for fault in found.faults):
            workspace.ledger.rebuild()
            found = workspace.verify(head)
    if arguments.json:
        print_record(to_json(found))
    else:
        print(
            f"{found.entries:,} entries, {found.texts:,} texts, {found.erased:,} erased"
        )
        print(f"last hash {found.head}")
        if not found.faults:
            print("the chain is unbroken: unchanged since it was recorded")
        for fault in found.faults:
            print(harmless(f"fault: {fault}"))
        for line in stamps:
            print(harmless(line))
        if before:
            print(BEFORE.format(number=f"{before:,}"))
    if found.faults:
        number = len(found.faults)
        more = "fault" if number == 1 else "faults"
        raise LedgerDamaged(f"the ledger has {number} {more} or more")
    return 0


def _bundle(path: str, root: str | None) -> int:
    lines, is_whole = report(path, root)
    for line in lines:
        print(harmless(line))
    return 0 if is_whole else UNREADABLE


def _stamps(arguments: argparse.Namespace) -> list[str]:
    """Give what a token and a signature on the seal say, in sentences.

    Raises:
        InputError: One of them is not on this file, or cannot be checked here.
    """
    lines = []
    if (arguments.token or arguments.signature) and arguments.seal is None:
        arguments.refuse("--token and --signature are checked on --seal FILE")
    if arguments.token:
        if arguments.authority is None:
            arguments.refuse("--token needs --authority PEM")
        at = check_token(arguments.seal, arguments.token, arguments.authority)
        lines.append(f"the seal was stamped {at}: it existed then")
    if arguments.signature:
        if arguments.signers is None:
            arguments.refuse("--signature needs --signers FILE")
        who = check_signature(arguments.seal, arguments.signature, arguments.signers)
        lines.append(f"the seal was signed with a key of {who}")
    return lines


def _noted(arguments: argparse.Namespace) -> str | None:
    """Give the head that was noted; None where none is given, or of an empty ledger.

    Raises:
        InputError: The seal's file is none.
    """
    if arguments.seal is None:
        return str(arguments.head) if arguments.head is not None else None
    try:
        head = json.loads(Path(arguments.seal).read_text(encoding="utf-8"))["head"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f'"{arguments.seal}" is no seal ({error})') from error
    if not re.fullmatch(r"[0-9a-f]{64}", str(head)):
        raise InputError(f'"{arguments.seal}" is no seal: "{head}" is no hash')
    return None if head == GENESIS else str(head)
