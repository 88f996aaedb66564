"""Paths to documents: a file by its suffix, a folder by its files, in order.

A file whose name says nothing is taken for what its first bytes say, else for text.
"""

from __future__ import annotations

import gzip
import io
import os
import stat
import sys
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, cast

from sayso.intake.capture import Format, Skipped
from sayso.intake.kinds import GZIP, suffix_of, sure_suffix, with_peek
from sayso.intake.languages import detect_language
from sayso.intake.parts import find_parts
from sayso.intake.table import has_text_column
from sayso.model import Document

_MOST_NAMED = 5
"""Files that are passed over in a folder and named; the others are counted."""
_HEAD = 1024


def format_of(name: str, formats: Sequence[Format]) -> Format | None:
    """Give the format whose suffix fits the name best, None when none does.

    ".gz" behind the suffix of a format is looked through.
    """
    lower = name.lower()
    found = _longest(lower, formats)
    return found or _longest(lower.removesuffix(".gz"), formats)


def _longest(lower: str, formats: Sequence[Format]) -> Format | None:
    fits = [(len(s), f) for f in formats for s in f.suffixes if lower.endswith(s)]
    return max(fits, key=lambda fit: fit[0])[1] if fits else None


def find_files(
    folder: Path, formats: Sequence[Format], *, root: Path | None = None
) -> Iterator[Path | Skipped]:
    """Give a folder's files with a known suffix, sorted by path.

    Links to folders, and to files outside of the folder, are not followed; hidden
    names are passed over.

    Args:
        folder: Looked through with all below it.
        formats: The table.
        root: The folder that was asked for, where `folder` lies below it.

    Yields:
        Paths; one `Skipped` for a folder that cannot be listed, and one that counts
        files of no known kind behind a folder's files.
    """
    try:
        found = sorted(os.scandir(folder), key=lambda item: item.name)
    except OSError as error:
        yield Skipped(str(folder), f"cannot be listed ({error.strerror})")
        return
    others: list[str] = []
    top = (root or folder).resolve()
    for item in found:
        if item.name.startswith("."):
            continue
        if item.is_dir(follow_symlinks=False):
            yield from find_files(Path(item.path), formats, root=top)
        elif item.is_symlink() and not Path(item.path).resolve().is_relative_to(top):
            yield Skipped(item.path, "is a link to what lies outside of the folder")
        elif item.is_file():
            if format_of(item.name, formats):
                yield Path(item.path)
            else:
                others.append(item.name)
    if others:
        yield Skipped(str(folder), _tell_others(others))


def _tell_others(names: list[str]) -> str:
    """Give what a folder holds besides, with the first names."""
    more = len(names) - _MOST_NAMED
    told = ", ".join(f'"{name}"' for name in names[:_MOST_NAMED])
    number = f"{len(names):,} file{'' if len(names) == 1 else 's'}"
    return (
        f"holds {number} of no kind that is read: {told}"
        + (f" and {more:,} more" if more > 0 else "")
        + "; a file that is named itself is looked into"
    )


def read_path(path: Path, formats: Sequence[Format]) -> Iterator[Document | Skipped]:
    """Give the documents of a file or of a folder's files, or why there are none.

    A file that the user names is read as text when its suffix is unknown; in a folder
    such files are passed over and counted.
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
    """Give the documents of an open stream; its name or its beginning tells the format.

    Documents whose language nobody told get the one that their words show.
    """
    buffered = with_peek(stream)
    for item in _read_as(buffered, name, formats):
        yield _look_at(item) if isinstance(item, Document) else item


def _look_at(document: Document) -> Document:
    """Give a document with what its words show: their language and their parts."""
    return replace(
        document,
        language=document.language or detect_language(document.text),
        parts=document.parts or find_parts(document.text),
    )


def _read_as(
    stream: io.BufferedReader, name: str, formats: Sequence[Format]
) -> Iterator[Document | Skipped]:
    lower = name.lower()
    kind = _longest(lower, formats)
    if kind is None and stream.peek(2)[:2] == GZIP:
        inner = lower.removesuffix(".gz")
        with gzip.open(stream) as unpacked:
            try:
                plain = io.BufferedReader(unpacked)
                kind = _by_both(plain, inner, formats)
                yield from kind.read(cast("BinaryIO", plain), name)
            except (EOFError, OSError, zlib.error) as error:
                yield Skipped(name, f"cannot be unpacked ({error})")
        return
    yield from _by_both(stream, lower, formats).read(cast("BinaryIO", stream), name)


def _by_both(
    stream: io.BufferedReader[Any], lower: str, formats: Sequence[Format]
) -> Format:
    """Give the format by content where that is sure, else by name, else by content."""
    head = stream.peek(_HEAD)
    named = _longest(lower, formats)
    suffix = next(
        (s for s in (named.suffixes if named else ()) if lower.endswith(s)), ""
    )
    sure = sure_suffix(head, suffix)
    if sure is not None and (found := _longest(sure, formats)) is not None:
        return found
    if named is not None and named is not formats[0]:
        return named
    shown = suffix_of(head)
    if shown is None and has_text_column(head):
        shown = ".csv"
    return (_longest(shown, formats) if shown else None) or formats[0]


def _read_file(path: Path, formats: Sequence[Format]) -> Iterator[Document | Skipped]:
    name = os.fsencode(path).decode("utf-8", "replace")
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            yield Skipped(name, "is no file, but a pipe or device; use - for a pipe")
            return
        with path.open("rb") as stream:
            yield from read_stream(stream, name, formats)
    except FileNotFoundError:
        yield Skipped(name, "does not exist")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        yield Skipped(name, f"cannot be read ({reason})")
