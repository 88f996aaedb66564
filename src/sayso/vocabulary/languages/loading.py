"""From a folder to a language: one file a part, and a refusal that says which lacks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from importlib import import_module
from typing import Any, TypeVar

from sayso.errors import VocabularyError

Spoken = TypeVar("Spoken")

ITSELF = ("code", "name")
"""Fields of a language that are no parts."""


def load_folder(code: str, kind: type[Spoken], package: str | None = None) -> Spoken:
    """Give the language in `languages/CODE/`: NAME there, and a file for each part.

    Args:
        code: ISO 639-1 code, the folder's name.
        kind: What sort of language it is; its fields are the parts, "numbers" is
            NUMBERS in `numbers.py`.
        package: Of a language that others bring; None for the folder of ours.

    Raises:
        VocabularyError: The folder lacks parts; all of them are named.
    """
    folder = f"languages/{code}" if package is None else package
    package = package or f"{__package__}.{code}"
    parts: dict[str, Any] = {
        field.name: _part(package, field.name)
        for field in fields(kind)  # type: ignore[arg-type]  # a dataclass
        if field.name not in ITSELF
    }
    missing = [part for part, value in parts.items() if value is None]
    if missing:
        files = ", ".join(f"{folder}/{part}.py" for part in missing)
        raise VocabularyError(
            f'language "{code}" lacks {", ".join(missing)}: expected in {files}'
        )
    make: Callable[..., Spoken] = kind
    return make(code=code, name=import_module(package).NAME, **parts)


def _part(package: str, part: str) -> Any:
    """Give a part of a language, None when its file or its value is not there."""
    name = f"{package}.{part}"
    try:
        module = import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        return None
    return getattr(module, part.upper(), None)
