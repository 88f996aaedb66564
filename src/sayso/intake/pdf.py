"""PDF files by pypdf: running text of the pages in order, page ends kept as offsets.

A page that is a picture has no words here; it is said how many there are. Nothing is
recognised from pictures.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
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
from sayso.intake.pdf_columns import LOOKED_AT, in_columns
from sayso.intake.pdf_lines import mend
from sayso.model import CustodyStep, Document

MOST_PAGES = 3000
"""Pages that are read: a long report has 500."""
MOST_DRAWING = 12 * 1024 * 1024
"""Bytes of drawing orders of all pages that are gone through, which takes up to half a
minute; a page of text has 5 KB, one with a drawn map 100 to 400 KB."""
LARGEST_LAID_OUT = 256 * 1024
"""Bytes of drawing orders of a page that is looked at for columns: a page of a journal
has 40 KB; to lay out a drawn map takes as long as to read it."""
MOST_CHARACTERS = 8_000_000


def read_pdf(stream: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    """Give the one document of a PDF file, or why it is none."""
    try:
        data = read_bounded_bytes(stream, LARGEST_FILE)
        yield read_pages(data, name)
    except InputError as error:
        yield Skipped(name, str(error))


def read_pages(data: bytes, name: str, **known: Any) -> Document | Skipped:
    """Give the document of a PDF's bytes.

    Raises:
        InputError: It is locked, damaged, or no PDF.
    """
    pypdf = need("pypdf", "pypdf")
    faults = (*PARSER_FAULTS, pypdf.errors.PyPdfError)
    try:
        with quietly():
            taken = _take_apart(pypdf, data, faults)
    except faults as error:
        raise InputError(f"is no PDF or damaged ({plain_fault(error)})") from error
    pages, count = taken.pages, taken.count
    mended = mend(pages)
    empty = sum(not page.strip() for page in pages)
    if empty == len(pages):
        return Skipped(name, f"holds {count:,} pages and no words: pictures only?")
    sentence = f"words taken from {len(pages):,} of {count:,} pages"
    if empty:
        sentence += f"; {empty:,} hold no words (pictures?)"
    if taken.columned:
        sentence += f"; columns of {taken.columned:,} put in order"
    if mended.left_out:
        sentence += f"; {mended.left_out:,} lines of heads and feet left out"
    steps = (
        *known.pop("custody", ()),
        CustodyStep(sentence, f"pypdf {pypdf.__version__}"),
    )
    return take_in(
        mended.text,
        name=name,
        data=data,
        title=taken.title,
        author=taken.author,
        media_type="application/pdf",
        extractor=f"pdf 3 (pypdf {pypdf.__version__})",
        pages=mended.starts,
        stretches=mended.stretches,
        custody=steps,
        **known,
    )


@dataclass(frozen=True, slots=True)
class _Taken:
    """What a file holds."""

    pages: list[str]
    count: int
    """Pages of the file, read or not."""
    columned: int
    """Pages whose columns were put in order."""
    title: str | None
    author: str | None


def _take_apart(pypdf: Any, data: bytes, faults: tuple[type[Exception], ...]) -> _Taken:
    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputError("is locked with a password")
    count = len(reader.pages)
    pages, characters, drawing, columned = list[str](), 0, 0, 0
    for number in range(min(count, MOST_PAGES)):
        page = reader.pages[number]
        content = page.get_contents()
        size = 0 if content is None else len(content.get_data())
        drawing += size
        if drawing > MOST_DRAWING:
            break
        words = page.extract_text() or ""
        looked_at = bool(columned) or number < LOOKED_AT
        if words.strip() and looked_at and size <= LARGEST_LAID_OUT:
            moved = _in_columns(page, words, faults)
            columned += moved is not None
            words = words if moved is None else moved
        characters += len(words)
        if characters > MOST_CHARACTERS:
            break
        pages.append(words)
    facts = reader.metadata
    title = None if facts is None else _words(facts.title)
    author = None if facts is None else _words(facts.author)
    return _Taken(pages, count, columned, title, author)


def _in_columns(
    page: Any, words: str, faults: tuple[type[Exception], ...]
) -> str | None:
    """Give a page column by column, None where it is in order or cannot be laid out."""
    try:
        laid_out = page.extract_text(extraction_mode="layout")
    except faults:
        return None
    return in_columns(words, laid_out)


def _words(value: object) -> str | None:
    return str(value) if isinstance(value, str) and value.strip() else None


FORMAT = Format(
    "pdf",
    (".pdf",),
    "application/pdf",
    read_pdf,
    keeps="the words of each page, where pages begin",
    loses="pictures; what has no words in the file; days of making",
)
