"""WACZ files: a zip of web archives. The archives inside are read one after another.

No package is needed for it: its index and page list only repeat what the archives hold.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from sayso.errors import InputError
from sayso.intake.capture import PARSER_FAULTS, Format, Skipped, plain_fault
from sayso.intake.packed import open_zip
from sayso.intake.warc import read_warc
from sayso.model import Document


def read_wacz(stream: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    """Give the documents of the archives in a WACZ file, in order of their names."""
    try:
        packed = open_zip(stream)
    except InputError as error:
        yield Skipped(name, str(error))
        return
    with packed:
        archives = sorted(
            member
            for member in packed.namelist()
            if member.startswith("archive/") and member.endswith((".warc.gz", ".warc"))
        )
        if not archives:
            yield Skipped(name, 'holds no archive in a folder "archive"')
        for member in archives:
            where = f"{name}, {PurePosixPath(member).name}"
            try:
                with packed.open(member) as inner:
                    yield from read_warc(cast("BinaryIO", inner), where)
            except (*PARSER_FAULTS, zipfile.BadZipFile) as error:
                yield Skipped(where, f"cannot be unpacked ({plain_fault(error)})")


FORMAT = Format(
    "wacz",
    (".wacz",),
    "application/wacz",
    read_wacz,
    keeps="as warc, for each archive inside",
    loses="its index and page list",
)
