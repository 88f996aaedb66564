"""Signing in with a passkey: what opens, and what a device must not say."""

import json
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from authenticator import PRESENT, VERIFIED, Authenticator, text
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient
from visitor import parse

from made_members import PASSWORD, Clock, open_members
from sayso.web.app import Door, make_app
from sayso.workspace import Role
from sayso.workspace.identities import Identities
from sayso.workspace.passkeys import MOST_PASSKEYS, Passkeys, Place

HERE = "http://localhost:8000"
PUBLIC = "https://sayso.example.org"


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def members(tmp_path, monkeypatch, clock):
    with open_members(tmp_path, monkeypatch, clock) as opened:
        opened.add("Vera", Role.REVIEWER, PASSWORD)
        opened.add("Rita", Role.READER, PASSWORD)
        yield opened


@pytest.fixture
def visit(workspace, members):
    def make(base=HERE, **client) -> TestClient:
        host = urlsplit(base).hostname
        is_secure = base.startswith("https")
        place = Place(host, base)
        hosts = (host, "127.0.0.1")
        passkeys = Passkeys(members, place)
        door = Door(members, hosts=hosts, is_secure=is_secure, passkeys=passkeys)
        app = make_app(workspace, door=door)
        headers = {"origin": base}
        return TestClient(app, base, headers=headers, follow_redirects=False, **client)

    return make


def by_password(client, name="vera"):
    form = {"name": name, "password": PASSWORD}
    assert client.post("/sign-in", data=form).status_code == 303
    return client


def add(client, device, *, label="phone", **wrong):
    options = client.post("/passkeys/begin", json={})
    assert options.status_code == 200, options.text
    record = {"credential": device.make(options.json(), **wrong), "label": label}
    return client.post("/passkeys/add", json=record)


def use(client, device, to="/claims", **wrong):
    options = client.post("/sign-in/passkey/begin", json={}).json()
    record = {"credential": device.use(options, **wrong), "to": to}
    return client.post("/sign-in/passkey", json=record)


def is_in(client):
    return client.get("/claims.json").status_code == 200


def log(members):
    return [(n.name, n.what, n.subject) for n in members.notes()]


@pytest.fixture
def device(visit):
    """One whose passkey belongs to Vera."""
    made = Authenticator(HERE)
    assert add(by_password(visit()), made).status_code == 200
    return made


def test_a_member_adds_one_and_signs_in_with_it(visit, members, device):
    client = visit()
    answer = use(client, device, "/claims?text=olmar")
    assert answer.json() == {"to": "/claims?text=olmar"}
    page = parse(client.get("/claims").text)
    assert page.one("form", "member").one("a")["href"] == "/passkeys"
    assert "Vera" in page.one("form", "member").text
    listed = parse(client.get("/passkeys").text).one("ul", "passkeys").text
    assert listed == "phone added 2 May 2030, last used 2 May 2030 Remove"
    assert log(members)[:3] == [
        ("Vera", "sign-in", "passkey phone"),
        ("Vera", "passkey added", "phone"),
        ("Vera", "sign-in", ""),
    ]


def test_it_works_over_tls_under_the_public_name(visit):
    made = Authenticator(PUBLIC)
    assert add(by_password(visit(PUBLIC)), made).status_code == 200
    client = visit(PUBLIC)
    cookie = use(client, made).headers["set-cookie"]
    assert cookie.startswith("__Host-sayso=")
    assert "Secure" in cookie
    assert is_in(client)


def test_the_form_offers_it_where_it_belongs_and_to_scripts_alone(visit):
    page = parse(visit().get("/sign-in?to=/claims").text)
    button = page.one("button", id="passkey")
    assert "hidden" in button.attributes
    assert button["data-to"] == "/claims"
    assert page.one("input", type="password")
    elsewhere = visit()
    elsewhere.base_url = "http://127.0.0.1:8000"
    assert not parse(elsewhere.get("/sign-in").text).all("button", id="passkey")


def test_no_private_key_and_no_challenge_lies_in_the_file(visit, members, device):
    options = visit().post("/sign-in/passkey/begin", json={}).json()
    data = b"".join(file.read_bytes() for file in members.path.parent.iterdir())
    private = device.key.private_numbers().private_value.to_bytes(32, "big")
    for secret in (private, text(private).encode(), options["challenge"].encode()):
        assert secret not in data


def test_who_asks_learns_nothing_of_members(visit, device):
    options = visit().post("/sign-in/passkey/begin", json={}).json()
    assert options["allowCredentials"] == []
    assert options["userVerification"] == "required"
    assert options["rpId"] == "localhost"
    assert set(options) == {
        "challenge", "timeout", "rpId", "allowCredentials", "userVerification"
    }  # fmt: skip


def test_what_a_browser_is_asked_to_make(visit, device):
    options = by_password(visit()).post("/passkeys/begin", json={}).json()
    assert options["rp"] == {"id": "localhost", "name": "Sayso"}
    assert options["attestation"] == "none"
    asked = options["authenticatorSelection"]
    assert (asked["residentKey"], asked["userVerification"]) == ("required",) * 2
    assert [one["id"] for one in options["excludeCredentials"]] == [text(device.id)]
    assert "vera" not in options["user"]["id"].lower()


WRONG = {
    "another site": {"told": {"origin": "https://evil.example"}},
    "this machine by another port": {"told": {"origin": "http://localhost:9"}},
    "in another site's frame": {"told": {"crossOrigin": True}},
    "another challenge": {"told": {"challenge": text(b"x" * 64)}},
    "no challenge": {"told": {"challenge": ""}},
    "another host": {"host": "evil.example"},
    "nobody there": {"flags": VERIFIED},
    "nobody verified": {"flags": PRESENT},
    "another id": {"credential": {"id": text(b"y" * 32)}},
    "another raw id": {"credential": {"rawId": text(b"y" * 32)}},
    "another kind": {"credential": {"type": "password"}},
}
USED = {
    **WRONG,
    "made, not used": {"told": {"type": "webauthn.create"}},
    "another key": {"key": ec.generate_private_key(ec.SECP256R1())},
    "other words signed": {"signed": b"x" * 69},
    "another's handle": {"response": {"userHandle": text(b"z" * 32)}},
    "no handle": {"response": {"userHandle": None}},
    "no signature": {"response": {"signature": ""}},
}
MADE = {
    **WRONG,
    "used, not made": {"told": {"type": "webauthn.get"}},
    "a key of an unknown kind": {"public": {3: -999}},
    "a point that is none": {"public": {-2: b"\x01" * 32}},
}


@pytest.mark.parametrize("wrong", USED.values(), ids=USED)
def test_an_answer_of_other_words_opens_nothing(visit, members, device, wrong):
    client = visit()
    assert use(client, device, **wrong).status_code == 403
    assert not is_in(client)
    _, what, why = log(members)[0]
    assert what == "sign-in refused"
    assert why.startswith("passkey: ")


@pytest.mark.parametrize("wrong", MADE.values(), ids=MADE)
def test_an_answer_of_other_words_adds_nothing(visit, members, wrong):
    client = by_password(visit())
    assert add(client, Authenticator(HERE), **wrong).status_code == 403
    assert members.kept.rows("SELECT * FROM passkeys") == []
    assert log(members)[0][1] == "passkey not added"


def test_a_counter_that_goes_back_is_refused(visit, members, device):
    for _ in range(3):
        assert use(visit(), device).status_code == 200
    device.count -= 2
    assert use(visit(), device).status_code == 403
    assert "count" in log(members)[0][2]
    device.count += 2
    assert use(visit(), device).status_code == 200


def test_a_device_that_counts_nothing_is_taken(visit, device):
    for _ in range(2):
        device.count = -1
        assert use(visit(), device).status_code == 200


def test_an_answer_is_taken_once_and_in_one_browser(visit, device):
    client, other = visit(), visit()
    options = client.post("/sign-in/passkey/begin", json={}).json()
    sealed = client.cookies["sayso_passkey"]
    record = {"credential": device.use(options), "to": "/"}
    assert other.post("/sign-in/passkey", json=record).status_code == 403
    assert client.post("/sign-in/passkey", json=record).status_code == 200
    other.cookies.set("sayso_passkey", sealed)
    assert other.post("/sign-in/passkey", json=record).status_code == 403
    assert not is_in(other)


def test_what_one_asked_to_add_is_not_added_by_another(visit, members):
    vera, rita = by_password(visit()), by_password(visit(), "rita")
    options = vera.post("/passkeys/begin", json={}).json()
    record = {"credential": Authenticator(HERE).make(options), "label": ""}
    rita.cookies.set("sayso_passkey", vera.cookies["sayso_passkey"])
    assert rita.post("/passkeys/add", json=record).status_code == 403
    assert members.kept.rows("SELECT * FROM passkeys") == []


def test_a_challenge_to_sign_in_adds_nothing(visit, members):
    client = by_password(visit())
    options = client.post("/passkeys/begin", json={}).json()
    sealed = client.post("/sign-in/passkey/begin", json={})
    assert sealed.status_code == 200
    options["challenge"] = sealed.json()["challenge"]
    record = {"credential": Authenticator(HERE).make(options), "label": ""}
    assert client.post("/passkeys/add", json=record).status_code == 403


def test_a_passkey_belongs_to_one_member(visit, device):
    client = by_password(visit(), "rita")
    assert add(client, device).status_code == 403


def test_adding_one_needs_a_sign_in_of_the_last_ten_minutes(visit, clock):
    client = by_password(visit())
    assert "Add a passkey" in client.get("/passkeys").text
    clock.at += timedelta(minutes=11)
    assert "Sign in again before" in client.get("/passkeys").text
    assert client.post("/passkeys/begin", json={}).status_code == 403


def test_there_is_an_end_to_them(visit, monkeypatch):
    monkeypatch.setattr("sayso.workspace.passkeys.MOST_PASSKEYS", 2)
    client = by_password(visit())
    statuses = [add(client, Authenticator(HERE)).status_code for _ in range(3)]
    assert statuses == [200, 200, 403]
    assert MOST_PASSKEYS == 20


def test_one_is_removed_by_its_owner_alone(visit, members, device):
    form = {"passkey": text(device.id)}
    by_password(visit(), "rita").post("/passkeys/remove", data=form)
    assert use(client := visit(), device).status_code == 200
    assert client.post("/passkeys/remove", data=form).status_code == 303
    assert ("Vera", "passkey removed", "phone") in log(members)
    assert use(visit(), device).status_code == 403


@pytest.mark.parametrize("how", ["remove", "unlink"])
def test_who_is_let_go_or_unlinked_has_none(visit, members, device, how):
    client = visit()
    use(client, device)
    if how == "remove":
        members.remove("vera")
    else:
        Identities(members).unlink("vera")
    assert not is_in(client)
    assert use(visit(), device).status_code == 403


PLACES = [
    "//evil.example",
    "https://evil.example",
    "/\\evil",
    "javascript:x",
    5,
    "\ud800",
]


@pytest.mark.parametrize("to", PLACES, ids=ascii)
def test_it_leads_to_no_other_site(visit, device, to):
    client = visit()
    options = client.post("/sign-in/passkey/begin", json={}).json()
    body = json.dumps({"credential": device.use(options), "to": to})
    kind = {"content-type": "application/json"}
    answer = client.post("/sign-in/passkey", content=body, headers=kind)
    assert answer.json() == {"to": "/"}


POSTS = ["/sign-in/passkey/begin", "/sign-in/passkey", "/passkeys/begin",
         "/passkeys/add", "/passkeys/remove"]  # fmt: skip


@pytest.mark.parametrize("path", POSTS)
def test_other_sites_other_methods_and_strangers_get_nothing(visit, path):
    evil = {"origin": "https://evil.example"}
    assert by_password(visit()).post(path, json={}, headers=evil).status_code == 403
    assert by_password(visit()).get(path).status_code == 405
    if path.startswith("/passkeys"):
        assert visit().post(path, json={}).status_code == 401


@pytest.mark.parametrize("path", POSTS[1::2])
def test_what_is_no_answer_is_refused(visit, path):
    client = by_password(visit())
    for body in (
        b"",
        b"{",
        b"[]",
        b"5",
        b"[" * 9000,
        b'{"credential": 5}',
        b"x" * 40000,
    ):
        for kind in ("application/json", "text/plain"):
            client.post(path.replace("add", "begin"), json={})
            answer = client.post(path, content=body, headers={"content-type": kind})
            assert answer.status_code in (403, 303), (body[:20], kind)


def test_too_many_from_one_address_have_to_wait(visit, device):
    client = visit(client=("192.0.2.7", 1))
    for _ in range(30):
        use(client, device, credential={"id": "x"})
    assert use(client, device).status_code == 429
    assert use(visit(client=("192.0.2.8", 1)), device).status_code == 200


LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
ODD = st.recursive(
    LEAVES | st.binary(max_size=90).map(text),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)
WORDS = {"id", "rawId", "type", "response", "signature", "authenticatorData",
         "clientDataJSON", "attestationObject", "userHandle", "transports"}  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(words=st.dictionaries(st.sampled_from(sorted(WORDS)), ODD, max_size=4))
def test_whatever_a_device_says_is_refused_and_no_fault_of_ours(visit, device, words):
    client = by_password(visit(client=("127.0.0.1", 1), raise_server_exceptions=False))
    inside = {k: v for k, v in words.items() if k not in ("id", "rawId", "type")}
    outside = {k: v for k, v in words.items() if k not in inside or k == "response"}
    wrong = {"response": {"signature": "AA", **inside}, "credential": outside}
    assert use(client, device, **wrong).status_code == 403
    made = {**wrong, "response": {**wrong["response"], "attestationObject": "AA"}}
    assert add(client, Authenticator(HERE), **made).status_code == 403
