"""Facts that a user states of files: a table beside them, or a pattern of their names.

The table is CSV with a column "file" and any of published, outlet, url, title, author.
A file is found by its path or, where that is not in the table, by its last part. Days
are read together: "05/04/2030" is taken when another row shows the order.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import Any

from sayso.errors import InputError
from sayso.intake.capture import shorten
from sayso.intake.days import find_day, find_order
from sayso.intake.rows import find_delimiter, split_rows
from sayso.intake.text import decode_text
from sayso.model import DateBasis, Document

_FIELDS = ("published", "outlet", "url", "title", "author")
_NAMES = {
    "file": ("file", "filename", "file name", "path", "name"),
    "published": ("published", "date", "day", "publication date"),
    "outlet": ("outlet", "publisher", "source", "publication"),
    "url": ("url", "link", "address"),
    "title": ("title", "headline"),
    "author": ("author", "byline"),
}
_HOLE = re.compile(r"\{([a-z_]{1,20})\}")
_SHAPES = {"published": r"\d{4}-?\d{2}-?\d{2}|\d{1,2}[-.]\w{2,9}[-.]\d{2,4}"}
"""What a hole of a pattern takes; else anything up to the next character after it."""
_LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class ToldFacts:
    """What is stated of each file."""

    rows: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Path or name of a file -> facts; days in ISO form."""
    table: str = ""
    """What the table is called."""
    pattern: re.Pattern[str] | None = None

    def apply(self, document: Document) -> Document:
        """Give the document with what is stated of its file; all of it overrules."""
        name = document.name or ""
        row = self.rows.get(name) or self.rows.get(PurePath(name).name)
        if row is not None:
            return _with(document, row, f"the table {self.table}")
        found = self.pattern.fullmatch(_stem(name)) if self.pattern else None
        if found is None:
            return document
        facts = {
            key: value.replace("_", " ").strip()
            for key, value in found.groupdict().items()
            if value
        }
        return _with(document, facts, "the file's name")

    def unused(self, names: Sequence[str]) -> tuple[str, ...]:
        """Give the files of the table that were not among those read, in its order."""
        read = {*names, *(PurePath(name).name for name in names)}
        return tuple(
            name
            for name in self.rows
            if name not in read
            and not (PurePath(name).is_absolute() and PurePath(name).name in read)
        )


def load_facts(path: str | Path) -> ToldFacts:
    """Give the facts of a table.

    Raises:
        InputError: It cannot be read, has no column "file", or states a day that is
            none; all faults at once.
    """
    try:
        with Path(path).open("rb") as stream:
            text = decode_text(stream.read(_LARGEST))
    except OSError as error:
        raise InputError(f'"{path}" cannot be read ({error.strerror})') from error
    except InputError as error:
        raise InputError(f'"{path}" {error}') from error
    delimiter, start = find_delimiter(text)
    head, *rows = [*split_rows(text, delimiter, start)] or [[]]
    places = {} if isinstance(head, str) else _find_columns(head)
    if "file" not in places:
        raise InputError(
            f'"{path}" has no column "file"; its columns are file, published, outlet,'
            " url, title"
        )
    return ToldFacts(_facts(rows, places, str(path)), table=Path(path).name)


def name_pattern(pattern: str) -> re.Pattern[str]:
    """Give the expression of a pattern of file names, such as "{published}_{outlet}".

    The suffix is not part of it. {any} stands for what is of no interest.

    Raises:
        InputError: It has no place for a fact, or one that is not known.
    """
    pieces, at, seen = list[str](), 0, set[str]()
    for hole in _HOLE.finditer(pattern):
        key = hole[1]
        if key not in (*_FIELDS, "any") or (key in seen and key != "any"):
            known = ", ".join(f"{{{name}}}" for name in (*_FIELDS, "any"))
            raise InputError(
                f'pattern "{shorten(pattern)}" has {{{key}}}; known, each once: {known}'
            )
        pieces.append(re.escape(pattern[at : hole.start()]))
        shape = _SHAPES.get(key, ".+?")
        pieces.append(f"(?:{shape})" if key == "any" else f"(?P<{key}>{shape})")
        seen.add(key)
        at = hole.end()
    if not seen - {"any"}:
        raise InputError(
            f'pattern "{shorten(pattern)}" names no fact; written like'
            ' "{published}_{outlet}_{title}"'
        )
    return re.compile("".join(pieces) + re.escape(pattern[at:]))


def _stem(name: str) -> str:
    return PurePath(name).name.partition(".")[0]


def _find_columns(head: list[str]) -> dict[str, int]:
    known = [cell.strip().lower() for cell in head]
    return {
        key: next(known.index(name) for name in names if name in known)
        for key, names in _NAMES.items()
        if any(name in known for name in names)
    }


def _facts(
    rows: list[list[str] | str], places: Mapping[str, int], path: str
) -> Mapping[str, Mapping[str, str]]:
    cells = [row for row in rows if not isinstance(row, str)]
    at = places.get("published", -1)
    order = find_order(row[at] for row in cells if 0 <= at < len(row))
    faults = [f"row {n} {row}" for n, row in enumerate(rows, 1) if isinstance(row, str)]
    found: dict[str, Mapping[str, str]] = {}
    for number, row in enumerate(rows, 1):
        if isinstance(row, str) or not any(cell.strip() for cell in row):
            continue
        facts = {key: row[at].strip() for key, at in places.items() if at < len(row)}
        facts = {key: value for key, value in facts.items() if value}
        name = facts.pop("file", "")
        if "published" in facts:
            stated = find_day(facts["published"], order)
            if stated is None:
                faults.append(f'row {number}: "{facts["published"]}" is not one day')
                continue
            facts["published"] = stated.day.isoformat()
        if name:
            found[name] = facts
    if faults:
        raise InputError(f'"{path}": {"; ".join(faults[:10])}; written like 2030-05-14')
    return found


def _with(document: Document, facts: Mapping[str, str], place: str) -> Document:
    known: dict[str, Any] = {
        key: value
        for key, value in facts.items()
        if key in _FIELDS and key != "published"
    }
    stated = find_day(facts.get("published", ""))
    if stated is not None:
        known |= {
            "published": stated.day,
            "published_basis": DateBasis.GIVEN,
            "published_from": place,
            "hour": document.hour if document.published == stated.day else None,
            "doubts": (),
        }
    return replace(document, **known)
