"""From a TOML file to a `Theatre`, with every fault of the file told at once."""

from __future__ import annotations

import hashlib
import re
import tomllib
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar, get_origin

from sayso.errors import VocabularyError
from sayso.model.codec import parts_of
from sayso.vocabulary.theatres.theatre import (
    Constant,
    Institution,
    KnownOutlet,
    KnownSpeaker,
    Party,
    PlaceName,
    Theatre,
)

Row = TypeVar("Row")

SECTIONS: tuple[tuple[str, type[Any]], ...] = (
    ("parties", Party),
    ("speakers", KnownSpeaker),
    ("outlets", KnownOutlet),
    ("institutions", Institution),
    ("places", PlaceName),
    ("constants", Constant),
)
"""Key of a list of tables in the file, and what each of its tables becomes."""

WORD_LISTS = ("countries", "force_nouns", "force_modifiers", "group_nouns")
"""Keys that hold a list of words at the top of the file."""

_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_DATE_KEYS = ("since", "until", "day")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LATITUDE, _LONGITUDE = 90, 180


def parse_theatre(data: bytes, *, file: str) -> Theatre:
    """Give the theatre pack that a TOML file holds.

    Args:
        data: The file's bytes, UTF-8.
        file: What to call the file in messages.

    Raises:
        VocabularyError: The file has faults; the message lists all of them, one a
            line, with file, key and what is expected.
    """
    faults: list[str] = []
    try:
        table: dict[str, Any] = tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise VocabularyError(f"{file}: not readable as TOML: {error}") from error
    known = {"name", "title", *WORD_LISTS, *(key for key, _ in SECTIONS)}
    faults += [
        f"{key}: not a key of a pack; expected one of {', '.join(sorted(known))}"
        for key in table
        if key not in known
    ]
    name, title = table.get("name"), table.get("title")
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        faults.append(f'name: {name!r}; expected lower-case words joined by "-"')
    if not isinstance(title, str) or not title:
        faults.append(f"title: {title!r}; expected the conflict's name and time")
    words: dict[str, Any] = {
        key: _words(table.get(key, []), key, faults) for key in WORD_LISTS
    }
    rows: dict[str, Any] = {
        key: _rows(table.get(key, []), key, row, faults) for key, row in SECTIONS
    }
    if not faults:
        faults += _cross_faults(rows)
    if faults:
        raise VocabularyError("\n".join(f"{file}: {fault}" for fault in faults))
    digest = hashlib.sha256(data).hexdigest()
    return Theatre(name=str(name), title=str(title), digest=digest, **words, **rows)


def _words(value: Any, key: str, faults: list[str]) -> tuple[str, ...]:
    """Give a list of words as a tuple, noting what is not a word."""
    if not isinstance(value, list):
        faults.append(f"{key}: {value!r}; expected a list of words")
        return ()
    for number, word in enumerate(value):
        if not isinstance(word, str) or not word.strip():
            faults.append(f"{key}[{number}]: {word!r}; expected a word")
    return tuple(word for word in value if isinstance(word, str))


def _rows(value: Any, key: str, kind: type[Row], faults: list[str]) -> tuple[Row, ...]:
    """Give the tables of one section as values of `kind`, noting all faults."""
    if not isinstance(value, list):
        faults.append(f"{key}: {value!r}; expected a list of tables")
        return ()
    rows = []
    for number, item in enumerate(value):
        where = f"{key}[{number}]"
        if not isinstance(item, dict):
            faults.append(f"{where}: {item!r}; expected a table")
            continue
        row = _row(item, where, kind, faults)
        if row is not None:
            rows.append(row)
    return tuple(rows)


def _row(
    item: dict[str, Any], where: str, kind: type[Row], faults: list[str]
) -> Row | None:
    """Give one table as a value of `kind`, or None after noting its faults."""
    count = len(faults)
    parts = parts_of(kind)
    names = [part.name for part in parts]
    for key in item:
        if key not in names:
            expected = ", ".join(names)
            faults.append(f"{where}.{key}: no such key; expected one of {expected}")
    values = {}
    for part in parts:
        place = f"{where}.{part.name}"
        if part.name in item:
            values[part.name] = _value(item[part.name], part.hint, place, faults)
        elif part.is_required:
            faults.append(f"{place}: missing; expected {_wanted(part.hint)}")
    return kind(**values) if len(faults) == count else None


def _value(value: Any, inner: Any, where: str, faults: list[str]) -> Any:
    """Give a TOML value as the type asks, noting a fault when it does not fit."""
    if get_origin(inner) is tuple:
        return _words(value, where, faults)
    key = where.rpartition(".")[2]
    is_date = key in _DATE_KEYS
    fits = _DAY.fullmatch(str(value)) if is_date else _fits(value, inner, key)
    if fits and (not is_date or isinstance(value, str)):
        return inner(str(value)) if inner is Decimal else inner(value)
    wanted = "an ISO date in quotes" if is_date else _wanted(inner)
    faults.append(f"{where}: {value!r}; expected {wanted}")
    return None


def _fits(value: Any, kind: type[Any], key: str) -> bool:
    """True when a TOML value can be turned into that plain type."""
    if issubclass(kind, StrEnum):
        return value in {str(member) for member in kind}
    if issubclass(kind, str):
        return isinstance(value, str) and bool(value.strip())
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    if kind is int:
        return isinstance(value, int) and value > 0
    if kind is float:
        return abs(value) <= (_LATITUDE if key == "lat" else _LONGITUDE)
    return True


def _wanted(hint: Any) -> str:
    """Say what a value of the type hint looks like."""
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return "one of " + ", ".join(str(member) for member in hint)
    if get_origin(hint) is tuple:
        return "a list of words"
    return {
        Decimal: "a number",
        float: "degrees as a decimal number",
        int: "a whole number above zero",
    }.get(hint, "words in quotes")


def _cross_faults(rows: dict[str, tuple[Any, ...]]) -> list[str]:
    """List ids given twice, points with one coordinate, and constants without value."""
    faults = []
    for key in ("parties", "constants"):
        seen: set[str] = set()
        for number, row in enumerate(rows[key]):
            if row.id in seen:
                faults.append(
                    f'{key}[{number}].id: "{row.id}" again; expected a new id'
                )
            seen.add(row.id)
    for number, place in enumerate(rows["places"]):
        if (place.lat is None) != (place.lon is None):
            faults.append(f"places[{number}]: expected both lat and lon, or neither")
    for number, constant in enumerate(rows["constants"]):
        if (constant.value is None) == (constant.day is None):
            faults.append(f"constants[{number}]: expected either value or day")
    return faults
