"""Members of a team for tests: a file of them, a cheap hash, a clock that is set."""

from contextlib import contextmanager
from datetime import UTC, datetime

import argon2

from sayso.workspace.members import Members

CHEAP = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
PASSWORD = "correct horse battery"
START = datetime(2030, 5, 2, 8, tzinfo=UTC)


class Clock:
    """Gives the time it was set to."""

    def __init__(self, at=START):
        self.at = at

    def __call__(self):
        return self.at


@contextmanager
def open_members(folder, monkeypatch, clock):
    """Give an empty file of members."""
    monkeypatch.setattr("sayso.workspace.members.make_hasher", lambda: CHEAP)
    opened = Members(folder / "a-members.db", now=clock, create=True)
    try:
        yield opened
    finally:
        opened.close()
