"""Model values to JSON and back, driven by their type hints.

The stored form: dataclasses are objects without their None fields, spans are
[start, end, text], decimals are strings, dates are ISO days, enums their value. One
place, so that a new field needs no second edit.
"""

import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from sayso.model.span import Span

T = TypeVar("T")


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
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        inner = _reader(next(a for a in get_args(kind) if a is not type(None)))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
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
    hints = get_type_hints(kind)
    readers = {f.name: _reader(hints[f.name]) for f in fields(kind)}

    # `to_json` leaves None out, also where the field has no default
    empty = {
        f.name: None
        for f in fields(kind)
        if f.default is MISSING
        and f.default_factory is MISSING
        and type(None) in get_args(hints[f.name])
    }

    def read(value: dict[str, Any]) -> Any:
        known = {name: readers[name](item) for name, item in value.items()}
        return kind(**empty | known)

    return read
