"""DOCX files by their XML: all words a reader of the page sees, in its order.

Words in smart tags, content controls, links, fields, text boxes, tables, footnotes and
endnotes are words. Of tracked changes the accepted state is taken, and it is said how
much was inserted and deleted. The day a file was made or saved is not the day its words
were published, so it is kept in the custody log only.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO
from xml.etree import ElementTree

from sayso.errors import InputError
from sayso.intake.bundled import bundle_of
from sayso.intake.bundles import read_bundle
from sayso.intake.capture import (
    LARGEST_FILE,
    Format,
    Skipped,
    plain_fault,
    read_bounded_bytes,
    take_in,
)
from sayso.intake.packed import open_zip, read_member
from sayso.model import CustodyStep, Document

_WORDS = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_FACTS = "docProps/core.xml"
_LARGEST = 64 * 1024 * 1024
_DEEPEST = 400
"""Elements inside one another; reports have 30."""
_PASSED = frozenset(
    "del moveFrom delText instrText delInstrText fldData rPr pPr tblPr tcPr trPr sectPr"
    " Fallback separator continuationSeparator".split()
)
"""Elements whose words are not on the page: what was deleted, what fields are made of,
and the second form of a text box for old programs."""
_APART = frozenset(("p", "tbl"))
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_HIDDEN = frozenset(("footnote", "endnote"))
_NOT_WORDS = frozenset(("separator", "continuationSeparator", "continuationNotice"))

Element = ElementTree.Element


def read_docx(stream: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    """Give the documents of a DOCX file, one unless it holds a list of articles."""
    try:
        found = _read(read_bounded_bytes(stream, LARGEST_FILE), name)
    except InputError as error:
        yield Skipped(name, str(error))
        return
    bundle = bundle_of(found.text) if isinstance(found, Document) else None
    if bundle is None or isinstance(found, Skipped):
        yield found
    else:
        yield from read_bundle(found.text, name, bundle)


def _read(data: bytes, name: str) -> Document | Skipped:
    with open_zip(io.BytesIO(data)) as packed:
        _check(packed)
        members = set(packed.namelist())
        seen = Counter[str]()
        lines = list(_lines(_parse(packed, _WORDS), seen))
        body = len(lines)
        for member in _NOTES:
            if member in members:
                lines += _notes(_parse(packed, member), seen)
        facts = _facts(packed) if _FACTS in members else {}
    author = facts.get("lastModifiedBy") or facts.get("creator")
    steps = [
        _made(facts.get("created"), author),
        CustodyStep(f"{body:,} paragraphs and rows taken out"),
        *_told(seen, len(lines) - body),
    ]
    return take_in(
        "\n\n".join(lines),
        name=name,
        data=data,
        title=facts.get("title"),
        author=facts.get("creator"),
        media_type="application/vnd.openxmlformats-officedocument"
        ".wordprocessingml.document",
        extractor="docx 2",
        custody=tuple(steps),
    )


def _told(seen: Counter[str], notes: int) -> Iterator[CustodyStep]:
    """Yield what was done with changes, boxes and notes, where there are any."""
    if seen["ins"] or seen["del"]:
        yield CustodyStep(
            f"tracked changes: {seen['ins']:,} insertions are in the text,"
            f" {seen['del']:,} deletions are not"
        )
    if seen["box"]:
        yield CustodyStep(f"{seen['box']:,} text boxes stand where they are anchored")
    if notes:
        yield CustodyStep(f"{notes:,} paragraphs of notes stand at the end")


def _made(made: str | None, by: str | None) -> CustodyStep:
    """Give what the file says of its own making."""
    if not made:
        return CustodyStep("the file does not say when it was made", by)
    return CustodyStep("the file says it was made", by, made[:40])


def _check(packed: zipfile.ZipFile) -> None:
    """Refuse bombs, and entities that would expand, before the parser sees them."""
    if _WORDS not in packed.namelist():
        raise InputError(f'is a zip file without "{_WORDS}"')
    for member in packed.namelist():
        if member.endswith((".xml", ".rels")):
            words = read_member(packed, member, _LARGEST)
            if b"<!ENTITY" in words or b"<!DOCTYPE" in words:
                raise InputError("declares entities, which office files do not")


def _parse(packed: zipfile.ZipFile, member: str) -> Element:
    data = read_member(packed, member, _LARGEST)
    depth = 0
    try:
        for event, _ in ElementTree.iterparse(io.BytesIO(data), ("start", "end")):  # noqa: S314 - as above
            depth += 1 if event == "start" else -1
            if depth > _DEEPEST:
                raise InputError(
                    f"has more than {_DEEPEST} elements inside one another"
                )
        return ElementTree.fromstring(data)  # noqa: S314 - as above
    except ElementTree.ParseError as error:
        fault = plain_fault(error)
        raise InputError(f"is no DOCX or damaged ({fault})") from error


def _facts(packed: zipfile.ZipFile) -> dict[str, str]:
    return {
        _tag(item): item.text.strip()
        for item in _parse(packed, _FACTS)
        if item.text and item.text.strip()
    }


def _tag(element: Element) -> str:
    """Give an element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def _lines(element: Element, seen: Counter[str]) -> Iterator[str]:
    """Yield paragraphs, and rows of tables with their cells between bars."""
    for item in element:
        tag = _tag(item)
        if tag in _PASSED:
            seen["del"] += tag in ("del", "moveFrom")
        elif tag == "p":
            yield from _paragraph(item, seen)
        elif tag == "tr":
            cells = [" ".join(_lines(cell, seen)) for cell in _cells(item)]
            row = " | ".join(" ".join(cell.split()) for cell in cells)
            if row.strip(" |"):
                yield row
        else:
            seen["ins"] += tag == "ins"
            yield from _lines(item, seen)


def _cells(row: Element) -> Iterator[Element]:
    """Yield a row's cells, those in content controls too; equal ones stay two."""
    for item in row:
        if _tag(item) == "tc":
            yield item
        elif _tag(item) not in _PASSED:
            yield from _cells(item)


def _paragraph(element: Element, seen: Counter[str]) -> Iterator[str]:
    """Yield a paragraph's words, then those of the boxes anchored in it."""
    words: list[str] = []
    boxes: list[str] = []
    _collect(element, words, boxes, seen)
    line = "".join(words)
    if line.strip():
        yield line
    yield from boxes


def _collect(
    element: Element, words: list[str], boxes: list[str], seen: Counter[str]
) -> None:
    for item in element:
        tag = _tag(item)
        if tag in _PASSED:
            seen["del"] += tag in ("del", "moveFrom")
        elif tag in ("t", "sym"):
            words.append(item.text or "")
        elif tag in _BREAKS:
            words.append(_BREAKS[tag])
        elif tag == "txbxContent":
            seen["box"] += 1
            boxes += _lines(item, seen)
        elif tag in _APART:
            boxes += _lines(element, seen)
            return
        else:
            seen["ins"] += tag in ("ins", "moveTo")
            _collect(item, words, boxes, seen)


def _notes(element: Element, seen: Counter[str]) -> Iterator[str]:
    for note in element:
        kinds = {value for key, value in note.attrib.items() if key.endswith("}type")}
        if _tag(note) in _HIDDEN and not kinds & _NOT_WORDS:
            yield from _lines(note, seen)


FORMAT = Format(
    "docx",
    (".docx",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    read_docx,
    keeps=(
        "paragraphs, tables, text boxes, footnotes, tracked insertions; title, author"
    ),
    loses=(
        "tracked deletions (counted), pictures, heads and feet, comments; the day "
        "of making stands in the custody log"
    ),
)
