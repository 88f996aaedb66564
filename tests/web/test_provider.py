"""Signing in by an account of an identity provider: what opens, and what does not.

The provider is a real one on loopback with really signed tokens; a visitor follows its
redirects as a browser does.
"""

import hmac
import socket
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, parse_qsl, quote, urlencode, urlsplit

import httpx2
import pytest
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from joserfc.jwk import OctKey
from provider_server import (
    CLIENT,
    SECRET,
    another_key,
    elliptic_key,
    part,
    served_provider,
    sign_by_hand,
)
from starlette.testclient import TestClient
from visitor import HOST, parse

from made_members import PASSWORD, Clock, open_members
from sayso.web.app import Door, make_app
from sayso.web.cookies import UNDER_WAY
from sayso.web.forwarded import parse_proxy
from sayso.web.provider import Provider, ProviderSettings, parse_rule
from sayso.workspace import Role
from sayso.workspace.identities import Identities

RULES = ("groups=desk:reviewer", "groups=chiefs:owner", "realm.roles=looks:reader")
NOT_SAID = "Signing in with this account did not succeed; try again."
NO_MEMBER = (
    "Nobody of this team signs in with this account; ask whoever runs these pages."
)


@pytest.fixture
def clock():
    return Clock(datetime.now(UTC))


@pytest.fixture
def members(tmp_path, monkeypatch, clock):
    with open_members(tmp_path, monkeypatch, clock) as opened:
        opened.add("Vera", Role.REVIEWER, None)
        opened.add("Rita", Role.READER, PASSWORD)
        Identities(opened).link("vera", email="Vera@example.org")
        yield opened


@pytest.fixture
def provider(clock):
    with served_provider(clock) as running:
        yield running


@pytest.fixture
def visit(workspace, members, provider, clock):
    def make(*rules, base=HOST, client=None, is_secure=False, proxies=()) -> TestClient:
        settings = ProviderSettings(
            provider.issuer,
            CLIENT,
            secret=SECRET,
            label="Newsroom",
            rules=tuple(parse_rule(rule) for rule in rules),
        )
        asked = Provider(settings, back=f"{base}/sign-in/back", now=clock)
        host = urlsplit(base).hostname
        door = Door(
            members,
            hosts=(host,),
            is_secure=is_secure,
            provider=asked,
            proxies=tuple(map(parse_proxy, proxies)),
        )
        return TestClient(
            make_app(workspace, door=door),
            base_url=base,
            headers={"origin": base},
            follow_redirects=False,
            **client or {},
        )

    return make


def leave(client, to="/claims"):
    """Where the provider is found, as our page sends a visitor."""
    answer = client.get(f"/sign-in/provider?to={quote(to, safe='')}")
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def back_of(address):
    """The path of ours that the provider sends a visitor to."""
    answer = httpx2.get(address, trust_env=False)
    assert answer.status_code == 302
    parts = urlsplit(answer.headers["location"])
    return f"{parts.path}?{parts.query}"


def sign_in(client, to="/claims"):
    return client.get(back_of(leave(client, to)))


def told(answer):
    return parse(answer.text).one(role="alert").text


def refused(members):
    """Reasons in the log, newest first."""
    return [n.subject for n in members.notes() if n.what == "sign-in refused"]


def is_in(client):
    return client.get("/claims.json").status_code == 200


# --- what opens --------------------------------------------------------------------


def test_the_form_offers_the_provider_by_its_name(visit):
    page = parse(visit().get("/sign-in?to=/claims%3Ftext%3Dolmar").text)
    link = page.one("a", "other-way")
    assert link.text == "Sign in with Newsroom"
    assert link["href"] == "/sign-in/provider?to=/claims%3Ftext%3Dolmar"
    assert page.one("input", type="password")


def test_a_member_signs_in_by_a_verified_address(visit, members):
    client = visit()
    answer = sign_in(client, "/claims?text=olmar")
    assert answer.status_code == 200
    page = parse(answer.text)
    assert page.one("a").text == "Go on"
    assert page.one("a")["href"] == "/claims?text=olmar"
    assert page.one("meta", **{"http-equiv": "refresh"})["content"] == (
        "0; url=/claims?text=olmar"
    )
    assert "Vera" in parse(client.get("/claims").text).one("form", "member").text
    newest = members.notes()[0]
    assert (newest.name, newest.role, newest.what) == ("Vera", "reviewer", "sign-in")
    assert newest.subject.startswith("provider http://127.0.0.1:")


def test_what_is_asked_of_the_provider_can_be_used_once_and_by_us_alone(visit):
    one, other = (dict(parse_qsl(urlsplit(leave(visit())).query)) for _ in "ab")
    assert one["redirect_uri"] == f"{HOST}/sign-in/back"
    for name in ("state", "nonce", "code_challenge"):
        assert len(one[name]) >= 43
        assert one[name] != other[name]


def test_the_session_is_kept_from_other_sites_and_what_is_under_way_comes_back(visit):
    base = "https://sayso.example.org"
    client = visit(base=base, is_secure=True)
    begun = client.get("/sign-in/provider").headers["set-cookie"].lower()
    assert begun.startswith("__host-sayso_asked=")
    for word in ("httponly", "secure", "samesite=lax", f"max-age={UNDER_WAY}"):
        assert word in begun
    client = visit(base=base, is_secure=True)
    cookies = sign_in(client).headers.get_list("set-cookie")
    session = next(one for one in cookies if one.startswith("__Host-sayso=")).lower()
    for word in ("httponly", "secure", "samesite=strict"):
        assert word in session
    assert any('__Host-sayso_asked=""' in one for one in cookies)


def test_a_subject_that_is_linked_needs_no_address(visit, members, provider):
    Identities(members).link("rita", issuer=provider.issuer, subject="99")
    provider.claims = {"sub": "99"}
    client = visit()
    sign_in(client)
    assert "Rita" in parse(client.get("/claims").text).one("form", "member").text


def test_an_address_told_at_another_place_of_the_provider_counts(visit, provider):
    provider.info = dict(provider.claims)
    provider.claims = {"sub": "17"}
    client = visit()
    sign_in(client)
    assert is_in(client)


@pytest.mark.parametrize("at", range(2))
def test_keys_that_the_provider_changes_are_asked_anew(visit, provider, clock, at):
    client = visit()
    assert sign_in(client).status_code == 200
    provider.keys = [another_key("new"), elliptic_key()]
    if at:
        provider.sign = lambda c: provider.sign_well(c, "ES256", provider.keys[1])
    clock.at += timedelta(minutes=1)
    assert sign_in(visit_again := client).status_code == 200
    assert is_in(visit_again)
    assert provider.asked.count("/keys") == 2


def test_keys_are_not_asked_over_and_over(visit, provider):
    client = visit()
    sign_in(client)
    provider.sign = lambda c: provider.sign_well(c, key=another_key("unknown"))
    for _ in range(3):
        assert sign_in(client).status_code == 403
    assert provider.asked.count("/keys") == 1
    assert provider.asked.count("/.well-known/openid-configuration") == 1


# --- who is a member ---------------------------------------------------------------


def test_who_is_no_member_stays_outside(visit, members, provider):
    provider.claims |= {"sub": "5", "email": "eve@example.org", "name": "Vera"}
    client = visit()
    answer = sign_in(client)
    assert answer.status_code == 403
    assert told(answer) == NO_MEMBER
    assert not is_in(client)
    reason = 'provider: no member for subject "5", e-mail "eve@example.org"'
    assert refused(members) == [reason]


@pytest.mark.parametrize("verified", [False, None, "true", 1, "no"])
def test_an_address_that_is_not_verified_opens_nothing(visit, provider, verified):
    provider.claims["email_verified"] = verified
    assert told(sign_in(visit())) == NO_MEMBER


def test_an_address_is_not_verified_by_what_another_place_says(visit, provider):
    provider.claims = {"sub": "17", "email": "vera@example.org", "groups": []}
    provider.info = {"sub": "17", "email_verified": True, "realm": {}}
    assert told(sign_in(visit("realm.roles=a:reader"))) == NO_MEMBER


def test_another_account_with_the_same_address_opens_nothing(visit, members, provider):
    assert sign_in(visit()).status_code == 200
    provider.claims["sub"] = "18"
    assert told(sign_in(visit())) == NO_MEMBER
    assert "another account of this provider" in refused(members)[0]
    provider.claims |= {"sub": "17", "email": "other@example.org"}
    assert sign_in(visit()).status_code == 200


def test_rules_take_in_whom_a_claim_describes_with_the_highest_role(
    visit, members, provider
):
    provider.claims |= {"sub": "5", "email": "", "preferred_username": "Olga K."}
    provider.claims["groups"] = ["desk", "chiefs", "else"]
    client = visit(*RULES)
    assert sign_in(client).status_code == 200
    assert [(m.name, m.role) for m in members.all()] == [
        ("Olga K.", Role.OWNER),
        ("Rita", Role.READER),
        ("Vera", Role.REVIEWER),
    ]
    assert members.sign_in("Olga K.", "", origin="") is None


def test_a_claim_inside_another_is_found_by_its_path(visit, members, provider):
    provider.claims = {"sub": "5", "preferred_username": "Lou"}
    provider.claims["realm"] = {"roles": ["looks"]}
    assert sign_in(visit(*RULES)).status_code == 200
    assert members.known("lou")[0].role is Role.READER


ODD_CLAIMS = ["deskx", ["DESK"], {"desk": 1}, 5, None, [["desk"]], "desk,chiefs"]


@pytest.mark.parametrize("value", ODD_CLAIMS, ids=str)
def test_a_claim_of_another_value_gives_nothing(visit, provider, value):
    provider.claims = {"sub": "5", "preferred_username": "Lou", "groups": value}
    assert told(sign_in(visit(*RULES))) == NO_MEMBER


@pytest.mark.parametrize("name", ["Rita", "RITA", "ｒita", "", "a\nb", "x" * 41, 5])
def test_nobody_is_taken_in_under_anothers_or_an_odd_name(
    visit, members, provider, name
):
    provider.claims = {"sub": "5", "preferred_username": name, "groups": "chiefs"}
    assert told(sign_in(visit(*RULES))) == NO_MEMBER
    assert [m.name for m in members.all()] == ["Rita", "Vera"]


def test_claims_change_the_role_of_who_came_by_them_and_end_it(
    visit, members, provider
):
    provider.claims = {"sub": "5", "preferred_username": "Lou", "groups": "chiefs"}
    first, second = visit(*RULES), visit(*RULES)
    sign_in(first)
    provider.claims["groups"] = "desk"
    sign_in(second)
    assert members.known("lou")[0].role is Role.REVIEWER
    assert not is_in(first)
    provider.claims["groups"] = "none"
    assert told(sign_in(visit(*RULES))) == NO_MEMBER
    assert not is_in(second)


def test_a_role_that_the_operator_gave_is_not_changed_by_claims(
    visit, members, provider
):
    provider.claims["groups"] = "chiefs"
    sign_in(visit(*RULES))
    assert members.known("vera")[0].role is Role.REVIEWER
    provider.claims = {"sub": "5", "preferred_username": "Lou", "groups": "desk"}
    sign_in(visit(*RULES))
    members.change("lou", role=Role.READER)
    provider.claims["groups"] = "none"
    assert sign_in(visit(*RULES)).status_code == 200
    assert members.known("lou")[0].role is Role.READER


def test_who_is_let_go_does_not_come_back_by_the_account(visit, members):
    client = visit()
    sign_in(client)
    members.remove("vera")
    assert not is_in(client)
    assert told(sign_in(visit())) == NO_MEMBER


def test_what_is_unlinked_opens_nothing_more(visit, members):
    client = visit()
    sign_in(client)
    Identities(members).unlink("vera")
    assert not is_in(client)
    assert told(sign_in(visit())) == NO_MEMBER


# --- what a token must not be ------------------------------------------------------


def put(**claims):
    return lambda held: held.update(claims)


def without(name):
    return lambda held: held.pop(name)


CLAIMS = {
    "another nonce": put(nonce="x" * 64),
    "an empty nonce": put(nonce=""),
    "no nonce": without("nonce"),
    "another audience": put(aud="other"),
    "no audience": without("aud"),
    "our audience among others without our party": put(aud=["other", CLIENT]),
    "another party": put(aud=[CLIENT, "other"], azp="other"),
    "expired": put(exp=1_000_000_000),
    "no end": without("exp"),
    "an end that is no number": put(exp="never"),
    "an end that is not a number": put(exp=float("nan")),
    "not valid yet": put(nbf=9_000_000_000),
    "issued in the future": put(iat=9_000_000_000),
    "another issuer": put(iss="https://evil.example"),
    "no issuer": without("iss"),
    "an issuer with a slash more": lambda held: held.update(iss=held["iss"] + "/"),
    "no subject": without("sub"),
    "an empty subject": put(sub=""),
    "a subject that is a number": put(sub=17),
    "an endless subject": put(sub="1" * 300),
    "a hash of another access token": put(at_hash="AAAAAAAAAAAAAAAAAAAAAA"),
}


@pytest.mark.parametrize("change", CLAIMS.values(), ids=CLAIMS)
def test_a_token_of_other_words_opens_nothing(visit, members, provider, change):
    provider.change = change
    client = visit()
    answer = sign_in(client)
    assert answer.status_code == 403
    assert "sayso_session" not in client.cookies
    assert not is_in(client)
    assert len(refused(members)) == 1


def unsigned(provider, claims, name="none"):
    return sign_by_hand(claims, lambda _: b"", alg=name, kid="one")


def by_public_key(provider, claims):
    """The public key of RS256 taken for the secret of HS256."""
    secret = provider.keys[0].as_pem(private=False)
    make = lambda words: hmac.digest(secret, words, "sha256")  # noqa: E731
    return sign_by_hand(claims, make, alg="HS256", kid="one")


def by_hand(provider, claims, **header):
    """As the provider signs, under any header."""
    key = provider.keys[0].private_key
    make = lambda words: key.sign(words, PKCS1v15(), SHA256())  # noqa: E731
    return sign_by_hand(claims, make, alg="RS256", kid="one", **header)


def cut(provider, claims):
    return provider.sign_well(claims)[:-8]


def changed(provider, claims):
    head, _, signature = provider.sign_well(claims).split(".")
    return f"{head}.{part({**claims, 'sub': '99'})}.{signature}"


def own_key(provider, claims):
    key = another_key()
    return provider.sign_well(claims, key=key, jwk=key.as_dict(private=False))


SIGNED = {
    "by nobody": unsigned,
    "by nobody, in capitals": lambda p, c: unsigned(p, c, "NONE"),
    "with the public key as a secret": by_public_key,
    "with the client's secret": lambda p, c: p.sign_well(
        c, "HS256", OctKey.import_key(SECRET, {"kid": "one"})
    ),
    "by another key of the same name": lambda p, c: p.sign_well(c, key=another_key()),
    "by a key that it brings": own_key,
    "by a key nobody knows": lambda p, c: p.sign_well(c, key=another_key("x")),
    "cut short": cut,
    "over other words": changed,
    "as a list": lambda p, c: [p.sign_well(c)],
    "as no token": lambda p, c: "a.b.c",
    "as nothing": lambda p, c: None,
    "with a word that must be understood": lambda p, c: by_hand(p, c, crit=["x"], x=1),
}


@pytest.mark.parametrize("sign", SIGNED.values(), ids=SIGNED)
def test_a_token_that_is_not_signed_by_the_provider_opens_nothing(
    visit, members, provider, sign
):
    Identities(members).link("rita", issuer=provider.issuer, subject="99")

    provider.sign = lambda claims: sign(provider, claims)
    client = visit()
    answer = sign_in(client)
    assert answer.status_code == 403
    assert told(answer) == NOT_SAID
    assert not is_in(client)


def test_a_token_signed_by_hand_opens_where_its_header_is_plain(visit, provider):
    provider.sign = lambda claims: by_hand(provider, claims, own="word")
    assert sign_in(visit()).status_code == 200


# --- what comes back ---------------------------------------------------------------


def edited(path, **values):
    parts = urlsplit(path)
    query = {name: given[0] for name, given in parse_qs(parts.query).items()}
    kept = {n: v for n, v in {**query, **values}.items() if v is not None}
    return f"{parts.path}?{urlencode(kept)}"


def test_an_answer_is_taken_once(visit, members):
    client = visit()
    path = back_of(leave(client))
    sealed = client.cookies["sayso_asked"]
    assert client.get(path).status_code == 200
    again = visit()
    again.cookies.set("sayso_asked", sealed)
    for _ in range(2):
        assert told(client.get(path)) == NOT_SAID
        assert told(again.get(path)) == NOT_SAID
    assert not is_in(again)


def test_a_state_is_taken_once_with_another_code_too(visit, provider):
    client = visit()
    address = leave(client)
    first, second = back_of(address), back_of(address)
    sealed = client.cookies["sayso_asked"]
    assert client.get(first).status_code == 200
    client.cookies.clear()
    client.cookies.set("sayso_asked", sealed)
    assert told(client.get(second)) == NOT_SAID
    assert provider.asked.count("/token") == 1


def test_another_browser_cannot_be_signed_in_with_ones_own_answer(visit, provider):
    path = back_of(leave(visit()))
    victim = visit()
    assert told(victim.get(path)) == NOT_SAID
    leave(victim)
    assert told(victim.get(path)) == NOT_SAID
    assert not is_in(victim)
    assert "/token" not in provider.asked


ANSWERS = {
    "another state": {"state": "x" * 64},
    "no state": {"state": None},
    "an empty state": {"state": ""},
    "another code": {"code": "x"},
    "no code": {"code": None},
    "a refusal": {"error": "access_denied", "code": None},
    "a refusal beside a code": {"error": "access_denied"},
    "another issuer": {"iss": "https://evil.example"},
    "an endless code": {"code": "x" * 9000},
}


@pytest.mark.parametrize("values", ANSWERS.values(), ids=ANSWERS)
def test_an_answer_of_other_words_opens_nothing(visit, members, values):
    client = visit()
    answer = client.get(edited(back_of(leave(client)), **values))
    assert answer.status_code == 403
    assert told(answer) == NOT_SAID
    assert not is_in(client)
    assert len(refused(members)) == 1


@pytest.mark.parametrize("name", ["code", "state"])
def test_an_answer_that_says_something_twice_opens_nothing(visit, name):
    client = visit()
    path = back_of(leave(client))
    value = dict(parse_qsl(urlsplit(path).query))[name]
    assert told(client.get(f"{path}&{name}={value}")) == NOT_SAID


def test_a_provider_that_promises_its_name_in_the_answer_has_to_give_it(
    visit, provider
):
    provider.about["authorization_response_iss_parameter_supported"] = True
    assert told(sign_in(visit())) == NOT_SAID
    provider.extra = {"iss": provider.issuer}
    assert sign_in(visit()).status_code == 200


def test_what_is_under_way_ends(visit, monkeypatch):
    client = visit()
    path = back_of(leave(client))
    real = __import__("time").time
    monkeypatch.setattr("time.time", lambda: real() + UNDER_WAY + 2)
    assert told(client.get(path)) == NOT_SAID


@pytest.mark.parametrize("sealed", ["", "x", "gAAAAA" + "x" * 80, "ü" * 10])
def test_what_nobody_began_is_not_under_way(visit, provider, sealed):
    client = visit()
    path = back_of(leave(client))
    headers = {"cookie": f"sayso_asked={quote(sealed)}"}
    client.cookies.clear()
    assert told(client.get(path, headers=headers)) == NOT_SAID
    assert "/token" not in provider.asked


PLACES = ["//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nb",
          "/sign-in/provider", "javascript:alert(1)", "", "/" + "x" * 2000]  # fmt: skip


@pytest.mark.parametrize("to", PLACES)
def test_it_leads_to_no_other_site(visit, to):
    page = parse(sign_in(visit(), to).text)
    assert page.one("a")["href"] == "/"
    assert page.one("meta", **{"http-equiv": "refresh"})["content"] == "0; url=/"


def test_no_address_of_a_visitor_changes_where_the_provider_is_or_sends(
    visit, provider
):
    client = visit()
    odd = urlencode({"redirect_uri": "https://evil.example", "issuer": "x", "to": "/"})
    answer = client.get(f"/sign-in/provider?{odd}", headers={"host": "127.0.0.1:9"})
    address = answer.headers["location"]
    assert address.startswith(f"{provider.issuer}/authorize?")
    assert parse_qs(urlsplit(address).query)["redirect_uri"] == [f"{HOST}/sign-in/back"]


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_no_other_site_begins_it(visit, provider, site):
    answer = visit().get("/sign-in/provider", headers={"sec-fetch-site": site})
    assert answer.status_code == 403
    assert provider.asked == []


@pytest.mark.parametrize("method", ["POST", "HEAD", "PUT"])
@pytest.mark.parametrize("path", ["/sign-in/provider", "/sign-in/back"])
def test_other_requests_are_not_taken(visit, method, path):
    assert visit().request(method, path).status_code == 405


def test_too_many_from_one_address_have_to_wait(visit, provider):
    client = visit(client={"client": ("192.0.2.7", 1)})
    for _ in range(30):
        client.get("/sign-in/back?code=x&state=y")
    assert client.get("/sign-in/provider").status_code == 429
    assert provider.asked == []
    other = visit(client={"client": ("192.0.2.8", 1)})
    assert sign_in(other).status_code == 200


def test_behind_a_trusted_proxy_too_many_from_one_address_have_to_wait(visit, provider):
    client = visit(client={"client": ("127.0.0.1", 1)}, proxies=["127.0.0.1"])
    for number in range(30):  # the visitor's own word stands before the proxy's
        told = {"x-forwarded-for": f"198.51.100.{number}, 192.0.2.7"}
        client.get("/sign-in/back?code=x&state=y", headers=told)
    same = {"x-forwarded-for": "127.0.0.1, 192.0.2.7"}
    assert client.get("/sign-in/provider", headers=same).status_code == 429
    assert provider.asked == []
    other = {"x-forwarded-for": "192.0.2.7, 192.0.2.8"}
    assert client.get("/sign-in/provider", headers=other).status_code == 303


# --- what the provider must not do -------------------------------------------------

ABOUT = {
    "another issuer": {"issuer": "https://evil.example"},
    "a slash more": {"issuer": None},
    "no place to ask": {"authorization_endpoint": None},
    "a place in plain text": {"authorization_endpoint": "http://evil.example/a"},
    "a place of another kind": {"authorization_endpoint": "javascript:alert(1)"},
    "a place with a name in it": {"authorization_endpoint": "https://a:b@evil.example"},
}


@pytest.mark.parametrize("about", ABOUT.values(), ids=ABOUT)
def test_a_provider_that_says_odd_things_of_itself_is_not_asked(visit, provider, about):
    provider.about = {
        name: f"{provider.issuer}/" if (name, value) == ("issuer", None) else value
        for name, value in about.items()
    }
    answer = visit().get("/sign-in/provider")
    assert answer.status_code == 403
    assert "location" not in answer.headers
    assert provider.asked == ["/.well-known/openid-configuration"]


@pytest.mark.parametrize("name", ["token_endpoint", "jwks_uri"])
@pytest.mark.parametrize("value", [None, 5, "http://evil.example/a", "ftp://127.0.0.1"])
def test_no_other_place_is_asked_in_plain_text(visit, provider, name, value):
    provider.about = {name: value}
    assert told(sign_in(visit())) == NOT_SAID


TOKENS = {
    "a redirect": (302, {"Location": "/token"}, b""),
    "no record": (200, {}, b"<html>"),
    "a list": (200, {}, b"[]"),
    "nothing": (200, {}, b""),
    "an empty record": (200, {}, b"{}"),
    "an endless one": (200, {}, b'{"a": "' + b"x" * 2**20 + b'"}'),
    "a packed one": (200, {"Content-Encoding": "gzip"}, b"\x1f\x8b"),
    "a refusal": (400, {}, b'{"error": "invalid_grant"}'),
}


@pytest.mark.parametrize("answer", TOKENS.values(), ids=TOKENS)
def test_an_odd_answer_of_the_provider_opens_nothing(visit, provider, answer):
    provider.answer = answer
    client = visit()
    assert told(sign_in(client)) == NOT_SAID
    assert not is_in(client)
    assert provider.asked.count("/token") == 1


def test_another_subject_at_the_other_place_opens_nothing(visit, provider):
    provider.claims = {"sub": "5"}
    provider.info = {"sub": "17", "email": "vera@example.org", "email_verified": True}
    assert told(sign_in(visit())) == NOT_SAID


def test_a_provider_that_is_away_leaves_passwords(visit, provider, members):
    provider.issuer = "http://127.0.0.1:1"
    client = visit()
    for _ in range(2):
        answer = client.get("/sign-in/provider")
        assert answer.status_code == 503
        assert "sign in by password" in told(answer)
    form = {"name": "rita", "password": PASSWORD}
    assert client.post("/sign-in", data=form).status_code == 303


# --- without a provider ------------------------------------------------------------


def test_nothing_is_asked_of_anybody_where_no_issuer_is_named(
    workspace, members, monkeypatch
):
    def refuse(*_):
        pytest.fail("something was asked of another machine")

    door = Door(members)
    client = TestClient(make_app(workspace, door=door), HOST, follow_redirects=False)
    client.get("/sign-in")
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert "Newsroom" not in client.get("/sign-in").text
    for path in ("/sign-in/provider", "/sign-in/back?code=a&state=b"):
        answer = client.get(path)
        assert answer.headers["location"].startswith("/sign-in?to=")


def test_nothing_is_asked_before_somebody_wants_to(visit, provider):
    client = visit()
    client.get("/sign-in")
    form = {"name": "rita", "password": PASSWORD}
    client.post("/sign-in", data=form)
    client.get("/claims")
    assert provider.asked == []


def test_no_secret_is_shown(visit, provider, members):
    settings = ProviderSettings(provider.issuer, CLIENT, secret=SECRET)
    assert SECRET not in repr(settings)
    client = visit()
    answer = sign_in(client)
    for words in (answer.text, str(members.notes())):
        assert "an-access-token" not in words
        assert SECRET not in words
