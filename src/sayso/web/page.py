"""What a page is: a row of `PAGES`, what it is asked, what it answers.

Nothing here knows of HTTP; `sayso.web.app` turns requests into `Asked` and answers
into bytes, so that a page is a function that tests can call.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, TextIO

from sayso.errors import InputError
from sayso.workspace import Role, Workspace, acting_role

NOTHING: Mapping[str, Any] = MappingProxyType({})
Pairs = tuple[tuple[str, str], ...]
"""Names and values of a query, in order; a name may come more than once."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a form."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Asked:
    """What a page is asked for."""

    path: str
    params: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    """Values of the braces in the page's path."""
    query: Pairs = ()
    form: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    uploads: tuple[Upload, ...] = ()
    reviewer: str = ""
    """The pseudonym that this browser rules under, "" before one is chosen."""
    member: str = ""
    """The name of whoever signed in, "" where nobody has to."""
    is_whole: bool = False
    """True where a list is wanted whole, not by the page (CSV)."""

    def get(self, name: str, default: str = "") -> str:
        """Give the first value of a name in the query."""
        return next((value for key, value in self.query if key == name), default)


@dataclass(frozen=True, slots=True)
class Table:
    """A list as rows of cells, for CSV."""

    columns: Sequence[str]
    rows: Iterable[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page shows, in the forms it comes in."""

    title: str
    words: Mapping[str, Any]
    """What the template is filled with."""
    record: Any
    """The same as a JSON value."""
    table: Table | None = None
    """The same as rows; None where the page is no list."""
    status: int = 200


@dataclass(frozen=True, slots=True)
class Moved:
    """Another address to go to."""

    to: str
    reviewer: str | None = None
    """The pseudonym to keep in this browser, None to leave it as it is."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file to be kept: written whole before the first byte of it is sent."""

    name: str
    media_type: str
    write: Callable[[TextIO], None]


Given = Answer | Moved | Download
"""What a page may give."""


@dataclass(frozen=True, slots=True)
class Page:
    """One row of `PAGES`."""

    path: str
    """Address with names in braces: "/documents/{id}"."""
    name: str
    """Also the name of its template."""
    title: str
    show: Callable[[Workspace, Asked], Given]
    act: Callable[[Workspace, Asked], Given] | None = None
    """What a form sent to the page does; None where it takes none."""
    needs: Role = Role.REVIEWER
    """Role that a form sent to it needs, where people sign in."""
    is_list: bool = False
    """True where it also comes as CSV."""
    is_lines: bool = False
    """True where its record is a list that also comes as JSON lines."""
    has_chart: bool = False
    """True where its chart can be taken out as SVG."""
    in_menu: bool = False


def hold_to(role: Role) -> None:
    """Refuse what the one who asks has no role for; without signing in all may all.

    Raises:
        InputError: The role is less.
    """
    acting = acting_role()
    if acting is not None and acting.rank < role.rank:
        raise InputError(f"this needs the role {role}; yours is {acting}")
