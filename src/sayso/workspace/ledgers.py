"""Where ledgers lie: the one that is meant where none is said, copies, other kinds."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sayso.errors import LedgerError
from sayso.ledger import Verification, move, open_ledger
from sayso.workspace.configured import chosen

DEFAULT_LEDGER = "sayso.db"


def default_ledger() -> str:
    """Give the ledger's address where none is said.

    $SAYSO_LEDGER, else what the user's settings say, else sayso.db.

    Raises:
        InputError: The settings cannot be read.
    """
    return str(chosen("ledger").value)


def restore(backup: str, address: str | None = None) -> Verification:
    """Put a checked copy of a backup in the place of a ledger that is not there.

    Raises:
        LedgerError: The backup has faults, or there is a ledger already.
    """
    if not Path(backup).is_file():
        raise LedgerError(f'no backup at "{backup}"')
    target = (address or default_ledger()).removeprefix("sqlite:")
    if "://" in target:
        return move_ledger(backup, target)
    with closing(open_ledger(backup, create=False)) as held:
        found = held.verify()
        if found.faults:
            raise LedgerError(f'backup "{backup}": {found.faults[0]}')
        held.backup(target)
    return found


def move_ledger(source: str, target: str) -> Verification:
    """Copy a ledger's whole log into an empty one of any kind, and verify the copy.

    Raises:
        LedgerError: The source has faults or is not there, the target has entries.
    """
    with (
        closing(open_ledger(source, create=False)) as held,
        closing(open_ledger(target)) as copy,
    ):
        return move(held, copy)
