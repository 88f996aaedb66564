"""Who may sign in: what is kept of passwords and sessions, and when they end."""

import sqlite3
from datetime import UTC, datetime, timedelta

import argon2
import pytest

from sayso.errors import InputError, LedgerError, UnknownName
from sayso.workspace import Role
from sayso.workspace.members import (
    IDLE,
    MOST_FROM,
    MOST_TRIES,
    WHOLE,
    WINDOW,
    Members,
    TooManyTries,
    make_hasher,
    members_file,
)
from sayso.workspace.members_kept import counted_from

CHEAP = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
PASSWORD = "correct horse battery"


class Clock:
    def __init__(self):
        self.at = datetime(2030, 5, 2, 8, tzinfo=UTC)

    def __call__(self):
        return self.at


@pytest.fixture(autouse=True)
def cheap_hashes(monkeypatch):
    monkeypatch.setattr("sayso.workspace.members.make_hasher", lambda: CHEAP)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def members(tmp_path, clock):
    opened = Members(tmp_path / "a-members.db", now=clock, create=True)
    opened.add("Ann", Role.REVIEWER, PASSWORD, by="root")
    yield opened
    opened.close()


def test_a_member_signs_in_whatever_the_capitals(members):
    token = members.sign_in("ANN", PASSWORD, origin="")
    assert members.find(token).name == "Ann"
    assert members.find(token).role is Role.REVIEWER
    members.sign_out(token)
    assert members.find(token) is None


def test_two_sessions_have_two_tokens_that_nobody_can_guess(members):
    tokens = {members.sign_in("ann", PASSWORD, origin="") for _ in range(3)}
    assert len(tokens) == 3
    assert min(map(len, tokens)) >= 43
    assert members.find("") is None
    assert members.find("x" * 43) is None


def test_neither_password_nor_token_lies_in_the_file(members):
    token = members.sign_in("ann", PASSWORD, origin="")
    members.sign_in("ann", "another pass phrase", origin="")
    files = list(members.path.parent.iterdir())
    data = b"".join(file.read_bytes() for file in files)
    assert PASSWORD.encode() not in data
    assert b"another pass phrase" not in data
    assert token.encode() not in data
    assert b"$argon2id$v=19$" in data
    assert all(file.stat().st_mode & 0o077 == 0 for file in files)


@pytest.mark.parametrize(
    ("name", "password"),
    [("ann", "wrong wrong wrong"), ("bob", PASSWORD), ("", PASSWORD), ("ann", "")],
)
def test_what_does_not_fit_opens_nothing(members, name, password):
    assert members.sign_in(name, password, origin="") is None


def test_too_many_tries_for_a_name_have_to_wait(members, clock):
    for _ in range(MOST_TRIES):
        assert members.sign_in("ann", "wrong wrong wrong", origin="") is None
    with pytest.raises(TooManyTries, match="wait 15 minutes"):
        members.sign_in("ann", PASSWORD, origin="")
    clock.at += WINDOW + timedelta(seconds=1)
    assert members.sign_in("ann", PASSWORD, origin="")


def test_waiting_outlasts_a_restart(members, clock):
    for _ in range(MOST_TRIES):
        members.sign_in("ann", "wrong wrong wrong", origin="")
    again = Members(members.path, now=clock)
    with pytest.raises(TooManyTries):
        again.sign_in("ann", PASSWORD, origin="")
    again.close()


def test_too_many_names_from_one_address_have_to_wait(members, monkeypatch):
    monkeypatch.setattr(members, "_verify", lambda *_: False)  # 30 hashes take long
    for at in range(MOST_FROM):
        members.sign_in(f"name {at}", "wrong wrong wrong", origin="192.0.2.7")
    with pytest.raises(TooManyTries):
        members.sign_in("ann", PASSWORD, origin="192.0.2.7")
    members.sign_in("ann", PASSWORD, origin="192.0.2.8")


def test_addresses_of_one_ipv6_network_are_counted_together(members, monkeypatch):
    monkeypatch.setattr(members, "_verify", lambda *_: False)
    for at in range(MOST_FROM):
        origin = f"2001:db8:0:7:{at:x}::{at + 1:x}"
        members.sign_in(f"name {at}", "wrong wrong wrong", origin=origin)
    with pytest.raises(TooManyTries):
        members.sign_in("ann", PASSWORD, origin="2001:db8:0:7:ffff::9")
    members.sign_in("ann", PASSWORD, origin="2001:db8:0:8::9")
    assert "2001:db8:0:7:ffff::9" in {note.origin for note in members.notes()}


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        ("192.0.2.7", "from 192.0.2.7"),
        ("::ffff:192.0.2.7", "from 192.0.2.7"),
        ("2001:db8::7", "from 2001:db8::/64"),
        ("fe80::7%eth0", "from fe80::/64"),
        ("testclient", "from testclient"),
    ],
)
def test_whose_tries_those_from_an_address_are(origin, expected):
    assert counted_from(origin) == expected


@pytest.mark.parametrize("after", [IDLE, WHOLE])
def test_a_session_ends(members, clock, after):
    token = members.sign_in("ann", PASSWORD, origin="")
    begun = clock.at
    while clock.at + IDLE / 2 < begun + after:
        clock.at += IDLE / 2
        if after is WHOLE:
            assert members.find(token)
    clock.at = begun + after + timedelta(seconds=1)
    assert members.find(token) is None
    clock.at = begun
    assert members.find(token) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda m: m.remove("ann"),
        lambda m: m.change("ann", role=Role.READER),
        lambda m: m.change("ann", password="another pass phrase"),
    ],
    ids=["removed", "role", "password"],
)
def test_a_change_ends_sessions(members, change):
    token = members.sign_in("ann", PASSWORD, origin="")
    change(members)
    assert members.find(token) is None


def test_a_new_password_takes_the_place_of_the_old(members):
    members.change("ann", password="another pass phrase")
    assert members.sign_in("ann", PASSWORD, origin="") is None
    assert members.sign_in("ann", "another pass phrase", origin="")


@pytest.mark.parametrize("password", ["", "short", "x" * 11, "x" * 1025])
def test_a_short_or_endless_password_is_refused(members, password):
    with pytest.raises(InputError, match="12 to 1024"):
        members.add("Bob", Role.READER, password)


@pytest.mark.parametrize("name", ["", " ", "a\nb", "a\x1b[1m", "-x", "x" * 41, "ANN"])
def test_an_odd_or_taken_name_is_refused(members, name):
    with pytest.raises(InputError):
        members.add(name, Role.READER, PASSWORD)


def test_nobody_unknown_is_changed(members):
    with pytest.raises(UnknownName, match='unknown member "bob"'):
        members.remove("bob")
    with pytest.raises(UnknownName):
        members.change("bob", role=Role.OWNER)


def test_hashes_cost_as_much_as_rfc_9106_says():
    hasher = make_hasher()
    assert (hasher.memory_cost, hasher.time_cost, hasher.parallelism) == (65536, 3, 4)
    assert hasher.type is argon2.Type.ID
    hashed = hasher.hash(PASSWORD)
    assert hashed.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert hasher.verify(hashed, PASSWORD)


def test_a_hash_of_less_cost_is_made_anew_when_its_member_comes(members):
    before = members.kept.rows("SELECT password FROM members")
    members._hasher = argon2.PasswordHasher(2, 16, 1)
    assert members.sign_in("ann", PASSWORD, origin="")
    assert members.kept.rows("SELECT password FROM members") != before
    assert members.sign_in("ann", PASSWORD, origin="")


def test_what_happens_is_noted_and_stays(members):
    members.sign_in("ann", "wrong wrong wrong", origin="192.0.2.7")
    members.sign_in("ann", PASSWORD, origin="192.0.2.7")
    members.note("Ann", "reviewer", "POST /review", "confirm abc -> 303")
    found = [(n.name, n.what, n.subject, n.origin) for n in members.notes()]
    assert found == [
        ("Ann", "POST /review", "confirm abc -> 303", ""),
        ("Ann", "sign-in", "", "192.0.2.7"),
        ("Ann", "sign-in refused", "", "192.0.2.7"),
        ("root", "users add", "Ann reviewer", ""),
    ]
    other = sqlite3.connect(members.path)
    for statement in ("DELETE FROM notes", "UPDATE notes SET name = 'x'"):
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            other.execute(statement)
    other.close()


def test_no_file_is_made_by_looking(tmp_path, clock):
    with pytest.raises(LedgerError, match="sayso users add"):
        Members(tmp_path / "none.db", now=clock)
    assert not list(tmp_path.iterdir())


def test_members_lie_beside_the_ledger():
    assert str(members_file("data/news.db")) == "data/news-members.db"
    assert str(members_file("sqlite:news.db")) == "news-members.db"
    address = "postgresql://ann:secret@host:5432/news?sslmode=require"
    assert str(members_file(address)) == "news-members.db"
