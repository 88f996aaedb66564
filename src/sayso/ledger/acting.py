"""For whom a ledger is asked, where several people share one.

Pages are served to many with one login of the database; the role of whoever asks is
told here, and a ledger that knows roles holds the request to it. The embedded ledger
knows none: who may open its file may do everything.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum


class Role(StrEnum):
    """What a member of a team may do; each may do what those before it may."""

    READER = "reader"
    """Looks and exports."""
    REVIEWER = "reviewer"
    """Rules on readings, findings and names."""
    OWNER = "owner"
    """Adds, checks, corrects and erases documents; says who is a member."""

    @property
    def rank(self) -> int:
        """Orders roles by what they may do, from 0."""
        return list(Role).index(self)


_ACTING: ContextVar[Role | None] = ContextVar("acting", default=None)


def acting_role() -> Role | None:
    """Give the role of whoever asks now, None where nobody said."""
    return _ACTING.get()


@contextmanager
def acting_as(role: Role) -> Iterator[None]:
    """Ask and write within as a role; threads started by `copy_context` follow."""
    token = _ACTING.set(role)
    try:
        yield
    finally:
        _ACTING.reset(token)
