"""`sayso users`, and what `sayso serve` refuses to show to others."""

import io

import argon2
import pytest

CHEAP = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture(autouse=True)
def cheap_hashes(monkeypatch):
    monkeypatch.setattr("sayso.workspace.members.make_hasher", lambda: CHEAP)


@pytest.fixture
def users(sayso, monkeypatch):
    def run(*words, password="correct horse battery") -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
        return sayso("users", *words)

    return run


def test_members_are_added_listed_changed_and_removed(users, sayso):
    assert users("list") == 4
    assert "sayso users add" in sayso.err
    assert users("add", "ann", "--role", "reviewer") == 0
    assert users("add", "Ben", "--role", "owner") == 0
    assert users("add", "ANN", "--role", "reader") == 3
    assert users("list") == 0
    assert sayso.out.split() == ["reviewer", "ann", "owner", "Ben"]
    assert users("role", "ben", "--role", "reader") == 0
    assert users("password", "ann", password="another pass phrase") == 0
    assert users("remove", "ann") == 0
    assert users("remove", "ann") == 2
    assert users("list", "--json") == 0
    assert sayso.records == [{"name": "Ben", "role": "reader"}]
    assert users("log") == 0
    assert [line.split("  ")[-1].split()[:2] for line in sayso.out.splitlines()] == [
        ["users", "remove"],
        ["users", "password"],
        ["users", "role"],
        ["users", "add"],
        ["users", "add"],
    ]


def test_a_short_password_is_refused(users, sayso):
    assert users("add", "ann", "--role", "reader", password="short") == 3
    assert "12 to 1024 characters" in sayso.err


@pytest.mark.parametrize(
    "words",
    [
        ("add", "ann"),
        ("add",),
        ("list", "ann"),
        ("remove",),
        ("log", "--role", "owner"),
    ],
)
def test_wrong_use_is_named(users, words):
    assert users(*words) == 2


OPEN = {
    "to all without signing in": ("--host", "0.0.0.0"),
    "to all without TLS": ("--host", "0.0.0.0", "--members"),
    "to all without a name": (
        *("--host", "0.0.0.0", "--members", "--certificate", "a.pem"),
    ),
    "under a name without signing in": ("--name", "sayso.example.org"),
}


@pytest.mark.parametrize("words", OPEN.values(), ids=OPEN)
def test_pages_are_not_served_openly(sayso, words):
    assert sayso("serve", *words) == 2


def test_pages_with_members_need_a_member(sayso):
    assert sayso("serve", "--members") == 4
    assert "sayso users add NAME" in sayso.err
