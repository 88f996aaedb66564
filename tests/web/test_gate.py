"""Pages that ask everybody to sign in: who gets where, and what is noted."""

from datetime import timedelta

import pytest
from starlette.testclient import TestClient
from visitor import HOST, parse

from made_members import PASSWORD, Clock, open_members
from sayso.web.app import Door, make_app
from sayso.workspace import Role

NAMES = {Role.READER: "Rita", Role.REVIEWER: "Vera", Role.OWNER: "Olga"}
PUBLIC = "https://sayso.example.org"


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def members(tmp_path, monkeypatch, clock):
    with open_members(tmp_path, monkeypatch, clock) as opened:
        for role, name in NAMES.items():
            opened.add(name, role, PASSWORD)
        yield opened


@pytest.fixture
def visit(workspace, members):
    def make(base: str = HOST, **door) -> TestClient:
        app = make_app(workspace, door=Door(members, **door))
        headers = {"origin": base}
        return TestClient(app, base_url=base, headers=headers, follow_redirects=False)

    return make


@pytest.fixture
def signed_in(visit):
    def make(role: Role) -> TestClient:
        client = visit()
        answer = sign_in(client, NAMES[role])
        assert answer.status_code == 303, answer.text
        return client

    return make


def sign_in(client, name, password=PASSWORD, to="/claims"):
    form = {"name": name, "password": password, "to": to}
    return client.post("/sign-in", data=form)


PATHS = ("/", "/claims", "/claims.json", "/claims.csv", "/review", "/openapi.json",
         "/documents", "/names", "/none", "/index.json")  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_a_stranger_sees_no_page(visit, path):
    answer = visit().get(path)
    assert answer.status_code in (303, 401)
    assert "soldiers" not in answer.text
    if answer.status_code == 303:
        assert answer.headers["location"].startswith("/sign-in?to=%2F")


@pytest.mark.parametrize("path", ["/", "/review", "/findings", "/draft", "/sign-out"])
def test_a_stranger_sends_no_form(visit, members, path):
    assert visit().post(path, data={"act": "confirm"}).status_code == 401


@pytest.mark.parametrize("cookie", ["", "x", "x" * 43, "../..", "a" * 5000])
def test_a_made_up_session_is_none(visit, cookie):
    headers = {"cookie": f"sayso_session={cookie}"}
    assert visit().get("/claims.json", headers=headers).status_code == 401


def test_who_signs_in_comes_where_they_wanted(visit):
    client = visit()
    page = parse(client.get("/sign-in?to=/claims%3Ftext%3Dolmar").text)
    assert page.one("input", name="to")["value"] == "/claims?text=olmar"
    assert page.one("input", type="password")["autocomplete"] == "current-password"
    answer = sign_in(client, "vera", to="/claims?text=olmar")
    assert answer.headers["location"] == "/claims?text=olmar"
    page = parse(client.get("/claims").text)
    assert "Vera" in page.one("form", "member").text


def test_the_cookie_is_kept_from_scripts_and_other_sites(visit):
    cookie = sign_in(visit(), "vera").headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    door = {"hosts": ("sayso.example.org",), "is_secure": True}
    answer = sign_in(visit(PUBLIC, **door), "vera")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-sayso=")
    assert "secure" in cookie.lower()
    assert "max-age=31536000" in answer.headers["strict-transport-security"]


@pytest.mark.parametrize(
    ("name", "password"), [("vera", "wrong wrong wrong"), ("nobody", PASSWORD)]
)
def test_who_does_not_fit_is_told_no_more_than_that(visit, name, password):
    answer = sign_in(visit(), name, password)
    assert answer.status_code == 403
    assert parse(answer.text).one(role="alert").text == "Name and password do not fit."
    assert "set-cookie" not in answer.headers


def test_guessing_has_an_end(visit):
    client = visit()
    for _ in range(5):
        sign_in(client, "vera", "wrong wrong wrong")
    answer = sign_in(client, "vera")
    assert answer.status_code == 429
    assert "wait 15 minutes" in parse(answer.text).one(role="alert").text
    assert sign_in(client, "rita").status_code == 303


@pytest.mark.parametrize(
    "to", ["//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nb", ""]
)
def test_signing_in_leads_to_no_other_site(visit, to):
    assert sign_in(visit(), "vera", to=to).headers["location"] == "/"


@pytest.mark.parametrize("origin", ["https://evil.example", "null"])
def test_no_other_site_signs_anybody_in_or_rules(signed_in, origin):
    client = signed_in(Role.OWNER)
    for path in ("/sign-in", "/sign-out", "/review", "/"):
        answer = client.post(path, data={}, headers={"origin": origin})
        assert answer.status_code == 403


def test_signing_out_ends_the_session(signed_in):
    client = signed_in(Role.READER)
    token = client.cookies["sayso_session"]
    assert client.post("/sign-out").status_code == 303
    headers = {"cookie": f"sayso_session={token}"}
    assert client.get("/claims.json", headers=headers).status_code == 401


def test_a_session_ends_by_itself(signed_in, clock):
    client = signed_in(Role.READER)
    assert client.get("/claims.json").status_code == 200
    clock.at += timedelta(hours=3)
    assert client.get("/claims.json").status_code == 401


def forms(workspace):
    claim = next(iter(workspace.claims()))
    confirm = {"claim": claim.id, "act": "confirm", "reviewer": "Somebody Else"}
    paste = {"text": "Tarn Ministry said 7 soldiers of Tarn were killed in Olmar."}
    return {
        "draft": ("/draft", {"text": "40 soldiers were killed."}, Role.READER),
        "rule": ("/review", confirm, Role.REVIEWER),
        "check": ("/findings", {"act": "check"}, Role.OWNER),
        "add": ("/", paste, Role.OWNER),
    }


@pytest.mark.parametrize("role", Role)
def test_a_form_needs_its_role(signed_in, workspace, role):
    client = signed_in(role)
    for path, form, needed in forms(workspace).values():
        status = client.post(path, data=form).status_code
        assert (status in (200, 303)) == (role.rank >= needed.rank), path
    assert len(workspace.ledger.documents()) == 3 + (role is Role.OWNER)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("en", "This needs the role of owner; Vera has that of reviewer."),
        ("ru", "Для этого нужна роль «владелец»; у Vera роль «рецензент»."),
    ],
)
def test_a_browser_is_told_on_a_page_which_role_a_form_needs(signed_in, code, told):
    client = signed_in(Role.REVIEWER)
    headers = {"accept": "text/html,*/*", "accept-language": code}
    answer = client.post("/", data={"text": "Some report."}, headers=headers)
    assert answer.status_code == 403
    page = parse(answer.text)
    assert page.one("p", "lead").text == told
    assert page.one("html")["lang"] == code


def test_a_ruling_has_the_name_that_signed_in(signed_in, workspace):
    path, form, _ = forms(workspace)["rule"]
    signed_in(Role.REVIEWER).post(path, data=form)
    (ruling,) = workspace.ledger.rulings(form["claim"])
    assert ruling.reviewer == "Vera"


def test_what_members_do_is_noted(signed_in, workspace, members):
    path, form, _ = forms(workspace)["rule"]
    signed_in(Role.REVIEWER).post(path, data=form)
    signed_in(Role.READER).post(path, data=form)
    noted = [(n.name, n.role, n.what, n.subject) for n in members.notes()[:4]]
    assert noted == [
        ("Rita", "reader", "refused: POST /review", "reviewer"),
        ("Rita", "reader", "sign-in", ""),
        ("Vera", "reviewer", "POST /review", f"confirm {form['claim']} -> 303"),
        ("Vera", "reviewer", "sign-in", ""),
    ]


def test_a_member_who_is_let_go_is_out_at_once(signed_in, members):
    client = signed_in(Role.OWNER)
    members.remove("olga")
    assert client.get("/claims.json").status_code == 401


def test_style_and_scripts_are_open_and_nothing_beside_them(visit):
    client = visit()
    assert client.get("/static/style.css").status_code == 200
    for path in ("/static/../claims.json", "/static/%2e%2e/claims.json", "/STATIC/x"):
        assert client.get(path).status_code in (303, 401, 404)


def test_other_names_are_answered_only_when_said(visit):
    assert visit(PUBLIC).get("/sign-in").status_code == 421
    assert (
        visit(PUBLIC, hosts=("sayso.example.org",)).get("/sign-in").status_code == 200
    )


@pytest.mark.parametrize("length", [None, "9000", "x"])
def test_an_endless_form_to_sign_in_is_refused(visit, length):
    headers = {} if length is None else {"content-length": length}
    body = iter([b"name=x"]) if length is None else b"name=x"
    answer = visit().post("/sign-in", content=body, headers=headers)
    assert answer.status_code == 413
