"""What of an erased document lies beside the ledger: its captures, and copies.

Pages that were fetched are kept as web archives in a folder beside the ledger, so that
a reading can be traced to its bytes. They are in the ledger's custody: what is erased
there is erased here. Copies of the whole ledger are named, not touched.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.intake import Skipped
from sayso.ledger import HeldDocument
from sayso.workspace.guarded import GuardedIntake

_CHUNK = 1 << 20
MEMBERS = "-members.db"
"""End of the name of a file of members."""
_SQLITE = b"SQLite format 3\0"


def fetched_folder(address: str) -> Path:
    """Give the folder in which a ledger's captures lie; it need not exist.

    Of a team's ledger it lies in the working folder of whoever fetched them.
    """
    ledger = address.removeprefix("sqlite:")
    if "://" in ledger:  # a database's lie in the working folder
        ledger = ledger.rpartition("/")[2]
    return Path(f"{ledger.removesuffix('.db').replace(':', '')}-fetched")


def erase_captures(
    folder: Path, held: HeldDocument, intake: GuardedIntake
) -> tuple[Path, ...]:
    """Delete the captures that hold a document, and give where they lay.

    Args:
        folder: Of the ledger's captures.
        held: The document as it was before its words were erased.
        intake: Reads the captures.
    """
    urls = frozenset(f.url for f in (held.facts, *held.captures) if f.url)
    found = []
    for path in sorted(folder.glob("*.warc.gz")) if folder.is_dir() else ():
        if _holds(path, held, urls, intake):
            path.unlink()
            found.append(path)
    return tuple(found)


def _holds(
    path: Path, held: HeldDocument, urls: frozenset[str], intake: GuardedIntake
) -> bool:
    """True when a capture has the words, or is of an address they came from."""
    for item in intake.read_path(path):
        if not isinstance(item, Skipped) and (
            item.id == held.id or (item.url or "") in urls
        ):
            return True
    return _has_address(path, urls)


def _has_address(path: Path, urls: Iterable[str]) -> bool:
    """True when a record's head names one of the addresses; a page may give no text."""
    wanted = [f"WARC-Target-URI: {url}".encode() for url in urls]
    try:
        with gzip.open(path) as plain:
            head = plain.read(_CHUNK)
    except (OSError, EOFError, zlib.error):
        return False
    lines = {line.strip(b"\r<>") for line in head.split(b"\n")}
    return any(line in lines for line in wanted)


def find_copies(address: str, held: HeldDocument) -> Iterator[Path]:
    """Yield other ledgers beside this one that know the document: backups."""
    own = Path(address.removeprefix("sqlite:"))
    if not own.is_file():
        return
    for path in sorted(own.parent.iterdir()):
        if path.name.endswith(MEMBERS):
            continue  # of who signs in; its notes name documents and hold no words
        if path.is_file() and not path.name.startswith(own.name):
            try:
                if _mentions(path, held.id.encode()):
                    yield path
            except OSError:
                continue


def _mentions(path: Path, wanted: bytes) -> bool:
    """True when a file is a ledger's and has some bytes."""
    with path.open("rb") as stream:
        if not (before := stream.read(len(_SQLITE))).startswith(_SQLITE):
            return False
        while chunk := stream.read(_CHUNK):
            if wanted in before + chunk:
                return True
            before = chunk[-len(wanted) :]
    return False
