"""Whose a request is behind a proxy: only a trusted one is asked, from the end."""

import pytest
from starlette.datastructures import Headers
from starlette.testclient import TestClient
from visitor import HOST

from made_members import PASSWORD, Clock, open_members
from sayso.web.app import Door, make_app
from sayso.web.forwarded import find_visitor, parse_proxy
from sayso.workspace import Role

OURS = ("127.0.0.1", "::1", "10.0.0.0/8", "2001:db8:1::/48")
PROXIES = tuple(map(parse_proxy, OURS))

CASES = {
    "passed on by ours": ("127.0.0.1", ["203.0.113.9"], "203.0.113.9"),
    "by two of ours": ("127.0.0.1", ["203.0.113.9, 10.1.2.3"], "203.0.113.9"),
    "in two headers": ("127.0.0.1", ["203.0.113.9", "10.1.2.3"], "203.0.113.9"),
    "forged before it": ("127.0.0.1", ["198.51.100.1, 203.0.113.9"], "203.0.113.9"),
    "forged as ours": ("127.0.0.1", ["10.9.9.9, 203.0.113.9"], "203.0.113.9"),
    "forged in a header of its own": (
        "127.0.0.1",
        ["198.51.100.1", "203.0.113.9"],
        "203.0.113.9",
    ),
    "a stranger's word": ("203.0.113.5", ["198.51.100.1"], "203.0.113.5"),
    "a stranger who says to be ours": ("203.0.113.5", ["127.0.0.1"], "203.0.113.5"),
    "no header": ("127.0.0.1", [], "127.0.0.1"),
    "an empty header": ("127.0.0.1", [""], "127.0.0.1"),
    "no address": ("127.0.0.1", ["unknown"], "127.0.0.1"),
    "no address at the end": ("127.0.0.1", ["203.0.113.9, _hidden"], "127.0.0.1"),
    "nobody but ours": ("127.0.0.1", ["10.1.2.3, 10.1.2.4"], "127.0.0.1"),
    "with a port": ("127.0.0.1", ["203.0.113.9:51234"], "203.0.113.9"),
    "of six": ("::1", ["[2001:db8:2::9]:51234"], "2001:db8:2::9"),
    "of six, no port": ("::1", ["2001:db8:2::9"], "2001:db8:2::9"),
    "four in six": ("::ffff:127.0.0.1", ["::ffff:203.0.113.9"], "203.0.113.9"),
    "ours of six": ("2001:db8:1::5", ["203.0.113.9"], "203.0.113.9"),
    "very long": (
        "127.0.0.1",
        ["198.51.100.1, " * 5000 + "203.0.113.9"],
        "203.0.113.9",
    ),
    "no peer that has an address": ("testclient", ["203.0.113.9"], "testclient"),
}


@pytest.mark.parametrize(("peer", "given", "visitor"), CASES.values(), ids=CASES)
def test_the_last_who_is_not_ours_is_the_visitor(peer, given, visitor):
    headers = Headers(raw=[(b"x-forwarded-for", one.encode()) for one in given])
    assert find_visitor(peer, headers, PROXIES) == visitor


@pytest.mark.parametrize("peer", ["127.0.0.1", "10.0.0.1", "203.0.113.5"])
def test_nobody_is_trusted_who_was_not_named(peer):
    headers = Headers({"x-forwarded-for": "198.51.100.1"})
    assert find_visitor(peer, headers, ()) == peer


@pytest.mark.parametrize(
    "words", ["", "proxy.example.org", "10.0.0.0/33", "10.0.0.1/8"]
)
def test_what_is_no_address_names_no_proxy(words):
    assert parse_proxy(words) is None


@pytest.fixture
def members(tmp_path, monkeypatch):
    with open_members(tmp_path, monkeypatch, Clock()) as opened:
        opened.add("Rita", Role.READER, PASSWORD)
        yield opened


@pytest.fixture
def visit(workspace, members):
    def make(peer: str, *, proxies=PROXIES) -> TestClient:
        app = make_app(workspace, door=Door(members, proxies=proxies))
        headers = {"origin": HOST}
        return TestClient(app, base_url=HOST, headers=headers, client=(peer, 1))

    return make


def guess(client, number, forwarded):
    form = {"name": f"nobody {number}", "password": "x" * 12, "to": "/"}
    headers = {"x-forwarded-for": forwarded}
    return client.post("/sign-in", data=form, headers=headers).status_code


def origins(members):
    """Where refused tries came from, as the log has it."""
    return {n.origin for n in members.notes() if n.what.startswith("sign-in")}


def test_tries_behind_a_proxy_are_counted_by_address(visit, members):
    client = visit("127.0.0.1")
    own = "203.0.113.9"
    # who guesses writes another forged address each time; the proxy adds the real one
    met = [guess(client, n, f"198.51.100.{n}, {own}") for n in range(31)]
    assert met == [403] * 30 + [429]
    assert guess(client, 99, "203.0.113.10") == 403
    assert origins(members) == {own, "203.0.113.10"}


def test_without_a_proxy_a_forged_address_is_not_minded(visit, members):
    client = visit("203.0.113.5")
    met = [guess(client, n, f"198.51.100.{n}") for n in range(31)]
    assert met == [403] * 30 + [429]
    assert origins(members) == {"203.0.113.5"}


def test_a_loopback_peer_that_was_not_named_tells_nothing(visit, members):
    client = visit("127.0.0.1", proxies=())
    met = [guess(client, n, "203.0.113.9") for n in range(31)]
    assert met == [403] * 31
    assert origins(members) == {""}
