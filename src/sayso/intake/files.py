"""Paths to documents: a file by its suffix, a folder by its files, in order."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from sayso.intake.capture import Format, Skipped
from sayso.model import Document


def format_of(name: str, formats: Sequence[Format]) -> Format | None:
    """Give the format whose suffix fits the name best, None when none does."""
    lower = name.lower()
    fits = [(len(s), f) for f in formats for s in f.suffixes if lower.endswith(s)]
    return max(fits, key=lambda fit: fit[0])[1] if fits else None


def find_files(folder: Path, formats: Sequence[Format]) -> Iterator[Path | Skipped]:
    """Give a folder's files with a known suffix, sorted by path.

    Links to folders are not followed, hidden names are passed over.

    Yields:
        Paths, and one `Skipped` a folder that cannot be listed.
    """
    try:
        found = sorted(os.scandir(folder), key=lambda item: item.name)
    except OSError as error:
        yield Skipped(str(folder), f"cannot be listed ({error.strerror})")
        return
    for item in found:
        if item.name.startswith("."):
            continue
        if item.is_dir(follow_symlinks=False):
            yield from find_files(Path(item.path), formats)
        elif item.is_file() and format_of(item.name, formats):
            yield Path(item.path)


def read_path(path: Path, formats: Sequence[Format]) -> Iterator[Document | Skipped]:
    """Give the documents of a file or of a folder's files, or why there are none.

    A file that the user names is read as text when its suffix is unknown; in a folder
    such files are passed over.
    """
    if path.is_dir():
        files = 0
        for found in find_files(path, formats):
            files += 1
            if isinstance(found, Skipped):
                yield found
            else:
                yield from _read_file(found, formats)
        if not files:
            yield Skipped(str(path), "holds no file of a kind that is read")
        return
    yield from _read_file(path, formats)


def read_input(
    given: str | Path, formats: Sequence[Format], *, stdin_as: str = "stdin.txt"
) -> Iterator[Document | Skipped]:
    """Give the documents of a path, or of standard input for "-"."""
    if given == "-":
        return read_stream(sys.stdin.buffer, stdin_as, formats)
    return read_path(Path(given), formats)


def read_stream(
    stream: BinaryIO, name: str, formats: Sequence[Format]
) -> Iterator[Document | Skipped]:
    """Give the documents of an open stream; its name's suffix tells the format."""
    kind = format_of(name, formats) or formats[0]
    yield from kind.read(stream, name)


def _read_file(path: Path, formats: Sequence[Format]) -> Iterator[Document | Skipped]:
    name = os.fsencode(path).decode("utf-8", "replace")
    try:
        with path.open("rb") as stream:
            yield from read_stream(stream, name, formats)
    except FileNotFoundError:
        yield Skipped(name, "does not exist")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        yield Skipped(name, f"cannot be read ({reason})")
