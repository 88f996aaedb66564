"""Zip files whose bytes depend on their content alone."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path

_START = (1980, 1, 1, 0, 0, 0)
"""The instant of every file in the zip: the earliest that a zip file can say."""
_FILE = 0o100644 << 16


def put(packed: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Add a file without an instant, readable by all."""
    entry = zipfile.ZipInfo(name, _START)
    entry.external_attr = _FILE
    entry.compress_type = zipfile.ZIP_DEFLATED
    packed.writestr(entry, data)


def write_zip(path: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write a zip file of names and contents, in their order."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files:
            put(packed, name, data)
