"""Who is answered, and what a browser may do with the answer."""

import pytest
from starlette.testclient import TestClient
from visitor import HOST

from sayso.web import PAGES
from sayso.web.app import make_app
from sayso.web.guard import POLICY


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1:8000", "localhost:8765", "LOCALHOST", "[::1]:80", "[::1]"],
)
def test_this_machine_is_answered(pages, host):
    assert pages.client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "127.0.0.1:80@evil", "", "localhost:x"],
)
def test_other_names_are_refused(pages, host):
    assert pages.client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site", "origin": "http://127.0.0.1:8000"},
    ],
)
@pytest.mark.parametrize("page", [p for p in PAGES if p.act], ids=lambda p: p.name)
def test_writes_from_elsewhere_are_refused(pages, page, headers):
    before = list(pages.workspace.ledger.entries())
    response = pages.client.post(page.path, data={"text": "a"}, headers=headers)
    assert response.status_code == 403
    assert list(pages.workspace.ledger.entries()) == before


@pytest.mark.parametrize(
    "headers", [{"sec-fetch-site": "same-origin"}, {"origin": "http://127.0.0.1:8000"}]
)
def test_writes_from_our_own_pages_are_taken(pages, headers):
    response = pages.client.post(
        "/",
        data={"text": "Tarn Ministry said 3 soldiers were killed."},
        headers=headers,
        follow_redirects=False,
    )
    assert response.status_code == 303


def test_a_write_that_tells_no_origin_is_refused(pages):
    own = TestClient(make_app(pages.workspace), base_url=HOST)
    assert own.post("/", data={"text": "a"}).status_code == 403


def test_a_shared_machine_asks_for_a_token_once(pages):
    app = make_app(pages.workspace, token="right")
    own = TestClient(app, base_url=HOST, headers={"origin": HOST})
    for path in ("/", "/claims.json", "/?token=wrong", "/static/style.css"):
        assert own.get(path).status_code == 401
    assert own.post("/?token=right", data={"text": "a"}).status_code == 401
    admitted = own.get("/claims?order=published&token=right", follow_redirects=False)
    assert admitted.status_code == 303
    assert admitted.headers["location"] == "/claims?order=published"
    cookie = admitted.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert own.get("/claims.json").status_code == 200


@pytest.mark.parametrize("page", ["0000000019999999999999999999", "9" * 40, "0", "-1"])
def test_a_page_number_of_any_kind_is_no_fault_of_ours(pages, page):
    for path in ("/claims", "/documents", "/findings", "/origins", "/speakers"):
        assert pages.client.get(f"{path}?page={page}").status_code < 500


@pytest.mark.parametrize("path", ["/", "/claims.json", "/nowhere", "/static/style.css"])
def test_every_answer_carries_the_policy(pages, path):
    headers = pages.client.get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_the_policy_allows_nothing_inline_and_nothing_foreign():
    assert "unsafe" not in POLICY
    assert "http" not in POLICY
    assert POLICY.startswith("default-src 'none'")


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(pages, method):
    assert getattr(pages.client, method)("/claims").status_code == 405


def test_pages_have_no_inline_script_or_style(pages):
    for path in ("/", "/claims", f"/documents/{pages.documents['first']}"):
        for node in pages.get(path).walk():
            assert not (node.tag == "script" and "src" not in node.attributes)
            assert node.tag != "style"
            assert not [n for n in node.attributes if n == "style" or n[:2] == "on"]
