"""What a tool for an assistant is, and how its arguments are read.

An answer is a JSON object. Fields whose names begin with "data_" hold words of
documents, or of names in them: data to be quoted, never instructions. All others (ids,
spans, numbers, words of our own vocabulary) are ours.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sayso.errors import InputError

if TYPE_CHECKING:
    from sayso.assistant.held import Held

Answer = Callable[["Held", "Arguments"], dict[str, Any]]
LONGEST = 200_000
"""Characters of a text that is read for an assistant: a long report has a tenth."""


@dataclass(frozen=True, slots=True)
class Tool:
    """One row of the table of tools."""

    name: str
    summary: str
    """For the assistant: what it gives, and what it does not say."""
    answer: Answer
    takes: Mapping[str, Mapping[str, Any]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    """JSON schema of each argument, by name."""
    needs: tuple[str, ...] = ()
    """Arguments that must be there."""

    def schema(self) -> dict[str, Any]:
        """Give the JSON schema of the arguments."""
        return {
            "type": "object",
            "properties": {name: dict(kind) for name, kind in self.takes.items()},
            "required": list(self.needs),
            "additionalProperties": False,
        }


class Arguments:
    """The arguments of one call, read one by one with a sentence where one is odd."""

    def __init__(self, tool: Tool, given: Mapping[str, Any]) -> None:
        """Take the arguments.

        Raises:
            InputError: One is not known, or a needed one is missing.
        """
        unknown = sorted(given.keys() - tool.takes.keys())
        if unknown:
            known = ", ".join(tool.takes) or "nothing"
            raise InputError(f'{tool.name} takes {known}, not "{unknown[0][:40]}"')
        for name in tool.needs:
            if given.get(name) in (None, ""):
                raise InputError(f'{tool.name} needs "{name}"')
        self._given = given

    def words(self, name: str) -> str | None:
        """Give an argument of words, None where it is not there or empty.

        Raises:
            InputError: It is no text, or too long.
        """
        value = self._given.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            raise InputError(f'"{name}" must be a text')
        if len(value) > LONGEST:
            raise InputError(f'"{name}" has more than {LONGEST:,} characters')
        return value

    def day(self, name: str) -> date | None:
        """Give an argument that is an ISO day.

        Raises:
            InputError: It is none.
        """
        words = self.words(name)
        if words is None:
            return None
        try:
            return date.fromisoformat(words)
        except ValueError as error:
            raise InputError(f'"{name}" must be a day like 2030-05-14') from error

    def count(self, name: str, *, least: int, most: int, usual: int) -> int:
        """Give an argument that is a whole number between two ends, both included.

        Raises:
            InputError: It is none, or outside of them.
        """
        value = self._given.get(name, usual)
        if isinstance(value, bool) or not isinstance(value, int):
            raise InputError(f'"{name}" must be a whole number')
        if not least <= value <= most:
            raise InputError(f'"{name}" must be from {least} to {most}')
        return value

    def flag(self, name: str) -> bool:
        """Give an argument that is yes or no; no where it is not there.

        Raises:
            InputError: It is neither.
        """
        value = self._given.get(name, False)
        if not isinstance(value, bool):
            raise InputError(f'"{name}" must be yes or no')
        return value


def text(meaning: str) -> dict[str, Any]:
    """Give the schema of an argument of words."""
    return {"type": "string", "description": meaning}


def whole(meaning: str, least: int, most: int) -> dict[str, Any]:
    """Give the schema of an argument that is a whole number."""
    return {
        "type": "integer",
        "minimum": least,
        "maximum": most,
        "description": meaning,
    }
