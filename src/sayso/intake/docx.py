"""DOCX files by python-docx: paragraphs and tables in the order of the page.

The day a file was made or saved is not the day its words were published, so it is
kept in the custody log only.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, BinaryIO

from sayso.errors import InputError
from sayso.intake.capture import (
    LARGEST_FILE,
    PARSER_FAULTS,
    Format,
    Skipped,
    need,
    plain_fault,
    quietly,
    read_bounded_bytes,
    take_in,
)
from sayso.intake.packed import open_zip, read_member
from sayso.model import CustodyStep, Document

_WORDS = "word/document.xml"
_LARGEST = 64 * 1024 * 1024


def read_docx(stream: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    """Give the one document of a DOCX file, or why it is none."""
    try:
        yield _read(read_bounded_bytes(stream, LARGEST_FILE), name)
    except InputError as error:
        yield Skipped(name, str(error))


def _read(data: bytes, name: str) -> Document | Skipped:
    _check(data)
    docx = need("docx", "python-docx")
    faults = (*PARSER_FAULTS, docx.opc.exceptions.OpcError, SyntaxError)
    try:
        with quietly():
            opened = docx.Document(io.BytesIO(data))
            lines = list(_lines(opened))
            facts = opened.core_properties
            made, title = facts.created, facts.title
            author, saved = facts.author, facts.last_modified_by
    except faults as error:
        raise InputError(f"is no DOCX or damaged ({plain_fault(error)})") from error
    steps = [
        _made(made, saved or author or None),
        CustodyStep(
            f"{len(lines):,} paragraphs taken out", f"python-docx {docx.__version__}"
        ),
    ]
    return take_in(
        "\n\n".join(lines),
        name=name,
        data=data,
        title=title,
        author=author,
        media_type="application/vnd.openxmlformats-officedocument"
        ".wordprocessingml.document",
        extractor=f"docx 1 (python-docx {docx.__version__})",
        custody=tuple(steps),
    )


def _made(made: datetime | None, by: str | None) -> CustodyStep:
    """Give what the file says of its own making."""
    if made is None:
        return CustodyStep("the file does not say when it was made", by)
    utc = made.replace(tzinfo=UTC) if made.tzinfo is None else made.astimezone(UTC)
    at = utc.isoformat(timespec="seconds").replace("+00:00", "Z")
    return CustodyStep("the file says it was made", by, at)


def _check(data: bytes) -> None:
    """Refuse bombs, and entities that would expand, before the parser sees them."""
    with open_zip(io.BytesIO(data)) as packed:
        if _WORDS not in packed.namelist():
            raise InputError(f'is a zip file without "{_WORDS}"')
        for member in packed.namelist():
            if member.endswith((".xml", ".rels")):
                words = read_member(packed, member, _LARGEST)
                if b"<!ENTITY" in words or b"<!DOCTYPE" in words:
                    raise InputError("declares entities, which office files do not")


def _lines(opened: Any) -> Iterator[str]:
    """Yield paragraphs, and rows of tables with their cells between bars."""
    for item in opened.iter_inner_content():
        if hasattr(item, "rows"):
            for row in item.rows:
                cells = [" ".join(cell.text.split()) for cell in row.cells]
                yield " | ".join(dict.fromkeys(cells))
        elif item.text.strip():
            yield item.text


FORMAT = Format(
    "docx",
    (".docx",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    read_docx,
)
