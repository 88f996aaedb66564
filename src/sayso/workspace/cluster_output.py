"""Readings that a cluster made, taken into a ledger: insert or ignore.

Every row carries its document and its reading in stored form. The words of a row are
held against its text before it is stored, for a file can be changed on its way. What
the ledger holds with a reading, of whichever reader, stays as it is; what was erased
stays erased.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from sayso.errors import EntryMissing, InputError
from sayso.exports.parquet import load_arrow
from sayso.ledger import HeldDocument, record_document, record_reading
from sayso.model import Reading, from_json
from sayso.workspace import Stored, Workspace
from sayso.workspace.routing import with_language

_BATCH = 64
"""Rows in memory at a time."""
_UNFIT = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


def import_readings(workspace: Workspace, path: str) -> Iterator[Stored]:
    """Store what is not held yet, and give every document that the ledger then holds.

    Args:
        workspace: With the ledger.
        path: The folder that was written, or one Parquet file of it.

    Raises:
        InputError: The files cannot be read, or a row's words do not stand in its
            text; the rows before it are stored.
    """
    for reading in load_readings(Path(path)):
        held = _held(workspace, reading)
        if held is not None and (held.erased or held.reader):
            if held.erased is None:
                shown = workspace.document(held.id)
                yield Stored(shown, is_new=False, is_read=False)
            continue
        stamp = workspace.stamp()
        document = with_language(reading.document)
        document = replace(document, retrieved=document.retrieved or stamp.at)
        whole = replace(reading, document=document)
        workspace.ledger.append(
            [record_document(document, stamp), record_reading(whole, stamp)]
        )
        yield Stored(workspace.document(document.id), is_new=held is None, is_read=True)


def load_readings(path: Path) -> Iterator[Reading]:
    """Give the readings of a cluster's output, file by file in the order of names.

    Raises:
        InputError: As `import_readings`.
        ExportError: pyarrow is not installed.
    """
    arrow = load_arrow()
    from pyarrow import parquet  # optional and slow, as arrow itself

    files = sorted(path.glob("*.parquet")) if path.is_dir() else [path]
    if not files:
        raise InputError(f'"{path}" has no Parquet files')
    for file in files:
        try:
            with parquet.ParquetFile(file) as rows:
                for batch in rows.iter_batches(_BATCH, columns=["stored"]):
                    for stored in batch.column("stored").to_pylist():
                        if stored is not None:
                            yield parse_reading(stored, file.name)
        except (OSError, KeyError, arrow.ArrowException) as error:
            raise InputError(f'"{file}" is no output of a cluster ({error})') from error


def parse_reading(stored: str, name: str) -> Reading:
    """Give a reading of its stored form, whose words stand where they say.

    Raises:
        InputError: They do not, or it is no reading.
    """
    try:
        value = json.loads(stored)
        reading = from_json(Reading, value)
    except _UNFIT as error:
        raise InputError(f'"{name}" has a row that is no reading ({error})') from error
    text = reading.document.text
    strange = next((s for s in _spans(value) if text[s[0] : s[1]] != s[2]), None)
    own = reading.document.id
    if strange is None and all(claim.document == own for claim in reading.claims):
        return reading
    words = "claims of another text" if strange is None else f'"{strange[2][:40]}"'
    raise InputError(
        f'"{name}", document {own[:12]}: {words} at {strange and strange[:2]}'
        " does not stand in its text; nothing of it is taken in"
    )


def _spans(value: Any) -> Iterator[list[Any]]:
    """Yield every span of a value in stored form: start, end and words."""
    waiting = [value]
    while waiting:
        here = waiting.pop()
        if isinstance(here, dict):
            waiting += here.values()
        elif isinstance(here, list):
            if [type(part) for part in here] == [int, int, str]:
                yield here
            else:
                waiting += here


def _held(workspace: Workspace, reading: Reading) -> HeldDocument | None:
    try:
        return workspace.unmasked.document(reading.document.id)
    except EntryMissing:
        return None
