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
    assert sayso.records == [{"name": "Ben", "role": "reader", "linked": []}]
    assert users("log") == 0
    assert [line.split("  ")[-1].split()[:2] for line in sayso.out.splitlines()] == [
        ["users", "remove"],
        ["users", "password"],
        ["users", "role"],
        ["users", "add"],
        ["users", "add"],
    ]


def test_accounts_of_a_provider_are_linked_and_taken_away(users, sayso):
    issuer = "https://id.example.org"
    assert users("add", "ann", "--role", "reviewer", "--no-password") == 0
    assert users("link", "ann", "--email", "Ann@Example.org") == 0
    assert users("link", "ann", "--subject", "17", "--issuer", issuer) == 0
    assert users("add", "Ben", "--role", "reader") == 0
    assert users("link", "ben", "--email", "ann@example.org") == 3
    assert "belongs to another member" in sayso.err
    assert users("link", "ben", "--email", "no address") == 3
    assert users("list") == 0
    told = f"(ann@example.org, 17 at {issuer})"
    assert sayso.out.splitlines() == [f"reviewer  ann  {told}", "reader    Ben"]
    assert users("unlink", "ann") == 0
    assert users("list") == 0
    assert "@" not in sayso.out
    assert users("log") == 0
    assert "users link ann Ann@Example.org" in sayso.out
    assert "users unlink ann" in sayso.out


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
        ("link", "ann"),
        ("link", "ann", "--subject", "17"),
        ("link", "ann", "--email", "a@example.org", "--issuer", "https://a.example"),
        ("list", "--email", "a@example.org"),
        ("password", "ann", "--no-password"),
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


@pytest.mark.parametrize("proxy", ["proxy.example.org", "10.0.0.1/8", ""])
def test_what_is_no_address_is_no_proxy(sayso, proxy):
    assert sayso("serve", "--members", "--trusted-proxy", proxy) == 3


ISSUER = ("--oidc", "https://id.example.org")
HALF = {
    "without members": (*ISSUER, "--oidc-client", "sayso"),
    "without a client": (*ISSUER, "--members"),
    "without an issuer": ("--members", "--oidc-client", "sayso"),
    "passkeys without members": ("--passkeys",),
    "a trusted proxy without members": ("--trusted-proxy", "127.0.0.1"),
    "a rule alone": ("--members", "--oidc-role", "groups=a:reader"),
}


@pytest.mark.parametrize("words", HALF.values(), ids=HALF)
def test_half_a_provider_is_wrong_use(sayso, words):
    assert sayso("serve", *words) == 2


ODD = {
    "plain text over the network": ("http://id.example.org", ()),
    "with a query": ("https://id.example.org/?a=b", ()),
    "with a password": ("https://a:b@id.example.org", ()),
    "no address": ("id.example.org", ()),
    "a rule without a role": (ISSUER[1], ("--oidc-role", "groups=newsroom")),
    "a rule of no role": (ISSUER[1], ("--oidc-role", "groups=newsroom:king")),
    "no such file": (ISSUER[1], ("--oidc-secret", "none")),
    "a secret that others read": (ISSUER[1], ("--oidc-secret", "open")),
}


@pytest.mark.parametrize(("issuer", "rest"), ODD.values(), ids=ODD)
def test_an_odd_provider_is_refused(users, sayso, tmp_path, issuer, rest):
    readable = tmp_path / "open"
    readable.write_text("secret")
    readable.chmod(0o644)
    rest = tuple(str(readable) if word == "open" else word for word in rest)
    assert users("add", "ann", "--role", "reader") == 0
    words = ("--members", "--oidc", issuer, "--oidc-client", "sayso", *rest)
    assert sayso("serve", "--port", "0", *words) == 3
