"""Markdown: the text as it is written, with the facts of its front matter or heading.

The marks stay in the text: spans count in what the author wrote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from sayso.errors import InputError
from sayso.intake.capture import Format, Skipped, parse_day, parse_hour
from sayso.intake.text import read_text
from sayso.model import DateBasis, Document

_FRONT = re.compile(
    r"\A---[ \t]{0,9}\r?\n(.{0,5000}?)\r?\n---[ \t]{0,9}(?:\r?\n|\Z)", re.DOTALL
)
_PAIR = re.compile(
    r"^(title|date|published|outlet|author|url):[ \t]{1,9}(.{1,500})$",
    re.MULTILINE,
)
_HEADING = re.compile(r"^#[ \t]{1,9}(.{1,300})$", re.MULTILINE)
_LOOK = 5000
"""Characters in which the heading stands that is the title."""


def read_markdown(stream: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    """Give the one document of a Markdown file, or why it is none."""
    for item in read_text(stream, name):
        yield item if isinstance(item, Skipped) else _with_facts(item)


def _with_facts(document: Document) -> Document:
    front = _FRONT.match(document.text)
    known = {}
    if front is not None:
        known = {
            key: value.strip().strip("\"'")
            for key, value in _PAIR.findall(front.group(1).replace("\r", ""))
        }
    heading = _HEADING.search(document.text[:_LOOK])
    title = known.get("title") or (heading.group(1).strip() if heading else None)
    stated = known.get("published") or known.get("date")
    try:
        day = None if stated is None else parse_day(stated)
    except InputError:
        day = None
    return replace(
        document,
        title=title,
        outlet=known.get("outlet"),
        author=known.get("author"),
        url=known.get("url"),
        published=day,
        hour=parse_hour(stated),
        published_basis=DateBasis.UNKNOWN if day is None else DateBasis.METADATA,
        media_type="text/markdown",
        extractor="markdown 1",
    )


FORMAT = Format(
    "markdown",
    (".md", ".markdown"),
    "text/markdown",
    read_markdown,
    keeps=(
        "the words with their marks; title, day, outlet, author and address of the "
        "front matter"
    ),
    loses="other keys of the front matter",
)
