"""Zip files with bounds: nothing is unpacked to disk, no member is read past its limit.

A member that names a path outside the file is refused, although nothing is written.
"""

from __future__ import annotations

import zipfile
from typing import BinaryIO

from sayso.errors import InputError
from sayso.intake.capture import PARSER_FAULTS, plain_fault

MOST_MEMBERS = 20_000
LARGEST_MEMBER = 512 * 1024 * 1024
STEEPEST = 200
"""Times a member may grow when unpacked: XML of reports grows 10 to 40 times, a bomb
more than 1,000 times (deflate's own limit is 1,032)."""


def open_zip(stream: BinaryIO) -> zipfile.ZipFile:
    """Give a zip file whose members are all within bounds.

    Raises:
        InputError: It is damaged, locked, or built to overwhelm.
    """
    try:
        packed = zipfile.ZipFile(stream)
        members = packed.infolist()
    except (*PARSER_FAULTS, zipfile.BadZipFile) as error:
        raise InputError(f"is no zip file or damaged ({plain_fault(error)})") from error
    if len(members) > MOST_MEMBERS:
        raise InputError(
            f"holds {len(members):,} files; up to {MOST_MEMBERS:,} are read"
        )
    for member in members:
        check_member(member)
    return packed


def check_member(member: zipfile.ZipInfo) -> None:
    """Refuse a member that escapes, is locked, or grows beyond bounds.

    Raises:
        InputError: With the member's name.
    """
    name = member.filename
    if name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/"):
        raise InputError(f'holds "{name[:60]}", a path outside of it')
    if member.flag_bits & 1:
        raise InputError("is locked with a password")
    grows = member.file_size / max(member.compress_size, 1)
    if member.file_size > LARGEST_MEMBER or (
        grows > STEEPEST and member.file_size > 2**20
    ):
        raise InputError(
            f'holds "{name[:60]}", which unpacks to {member.file_size / 2**20:,.0f} MB'
        )


def read_member(packed: zipfile.ZipFile, name: str, most: int) -> bytes:
    """Give a member's bytes.

    Raises:
        InputError: It is missing, damaged, or unpacks to more than `most`.
    """
    try:
        with packed.open(name) as stream:
            data = stream.read(most + 1)
    except (*PARSER_FAULTS, zipfile.BadZipFile) as error:
        raise InputError(
            f'"{name[:60]}" cannot be unpacked ({plain_fault(error)})'
        ) from error
    if len(data) > most:
        raise InputError(f'"{name[:60]}" is larger than {most // 2**20} MB')
    return data
