"""Model values to JSON and back, driven by their type hints.

The stored form: dataclasses are objects without their None fields, spans are
[start, end, text], decimals are strings, dates are ISO days, enums their value. One
place, so that a new field needs no second edit.
"""

import types
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from sayso.model.span import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Part:
    """One field of a dataclass, as its type hint tells it."""

    name: str
    hint: Any
    """The type, without "or None"."""
    is_optional: bool
    """True for "or None"."""
    is_required: bool
    """True for a field without a default."""


def parts_of(kind: type[Any]) -> tuple[Part, ...]:
    """Give the fields of a dataclass in their order.

    The one place that reads type hints: values of the ledger and rows of packs are
    made by them.
    """
    hashable: Any = kind
    return _parts_of(hashable)


@cache
def _parts_of(kind: Any) -> tuple[Part, ...]:
    hints = get_type_hints(kind)
    return tuple(
        Part(
            f.name,
            *_without_none(hints[f.name]),
            is_required=f.default is MISSING and f.default_factory is MISSING,
        )
        for f in fields(kind)
    )


def _without_none(hint: Any) -> tuple[Any, bool]:
    """Give a type hint without "or None", and whether it had that."""
    if get_origin(hint) not in (Union, types.UnionType):
        return hint, False
    return next(a for a in get_args(hint) if a is not type(None)), True


def to_json(value: Any) -> Any:
    """Give the JSON value of a model value, a tuple of them, or a plain value."""
    if isinstance(value, Span):
        return [value.start, value.end, value.text]
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [to_json(item) for item in value]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    kind: Any = type(value)
    names = _names(kind)
    if names is not None:
        pairs = ((name, getattr(value, name)) for name in names)
        return {name: to_json(item) for name, item in pairs if item is not None}
    return value


@cache
def _names(kind: type) -> tuple[str, ...] | None:
    """Give the fields of a dataclass, None for another type."""
    return tuple(f.name for f in fields(kind)) if is_dataclass(kind) else None


def from_json(kind: type[T], value: Any) -> T:
    """Give the model value of type `kind` that `to_json` wrote.

    Raises:
        KeyError: A field without a default is missing.
        ValueError: A value does not fit its field.
    """
    hint: Any = kind
    result: T = _reader(hint)(value)
    return result


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """Give the function that turns JSON into a value of the type hint."""
    plain, is_optional = _without_none(kind)
    if is_optional:
        inner = _reader(plain)
        return lambda value: None if value is None else inner(value)
    if get_origin(kind) is tuple:
        item = _reader(get_args(kind)[0])
        return lambda value: tuple(item(v) for v in value)
    supertype = getattr(kind, "__supertype__", None)
    if supertype is not None:
        return _reader(supertype)
    if kind is Span:
        return lambda value: Span(value[0], value[1], value[2])
    if kind is Decimal:
        return Decimal
    if kind is date:
        return date.fromisoformat
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind
    if is_dataclass(kind):
        return _dataclass_reader(kind)
    return lambda value: value


def _dataclass_reader(kind: Any) -> Callable[[Any], Any]:
    parts = parts_of(kind)
    readers = {
        part.name: _reader(part.hint | None if part.is_optional else part.hint)
        for part in parts
    }
    # `to_json` leaves None out, also where the field has no default
    empty = {p.name: None for p in parts if p.is_required and p.is_optional}

    def read(value: dict[str, Any]) -> Any:
        known = {name: readers[name](item) for name, item in value.items()}
        return kind(**empty | known)

    return read
