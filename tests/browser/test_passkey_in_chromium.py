"""A passkey in Chromium: made, used to sign in and removed, with its virtual device."""

from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sayso.web.app import Door
from sayso.workspace import Role, Workspace

PASSWORD = "correct horse battery"
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def door(tmp_path):
    argon2 = pytest.importorskip("argon2", reason="the extra team")
    from sayso.workspace.members import Members
    from sayso.workspace.passkeys import Passkeys, Place

    with pytest.MonkeyPatch.context() as patch, ExitStack() as stack:
        cheap = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
        patch.setattr("sayso.workspace.members.make_hasher", lambda: cheap)
        now = lambda: datetime.now(UTC)  # noqa: E731
        members = Members(tmp_path / "m-members.db", now=now, create=True)
        stack.callback(members.close)
        members.add("Vera", Role.REVIEWER, PASSWORD)
        yield lambda origin: Door(
            members, passkeys=Passkeys(members, Place("localhost", origin))
        )


@pytest.fixture
def address(tmp_path, door, serve_behind):
    with Workspace(str(tmp_path / "own.db")) as workspace:
        yield serve_behind(workspace, door)


@pytest.fixture
def tab(chromium, address):
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(60_000)
    page = context.new_page()
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    session = context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    device = session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    page.device = lambda method, **more: session.send(
        f"WebAuthn.{method}", {"authenticatorId": device["authenticatorId"], **more}
    )
    yield page
    assert page.faults == []
    context.close()


def sign_in_by_password(page, address, to="/passkeys"):
    page.goto(f"{address}/sign-in?to={to}")
    page.fill("#name", "vera")
    page.fill("#password", PASSWORD)
    page.click("form[action='/sign-in'] button")
    page.wait_for_url(f"{address}{to}")


def add_one(page, address):
    sign_in_by_password(page, address)
    page.fill("#label", "laptop")
    page.click("#add button")
    page.wait_for_selector(".passkeys li")


def test_a_passkey_is_made_used_and_removed(tab, address, output: Path):
    add_one(tab, address)
    tab.screenshot(path=output / "passkeys.png", full_page=True)
    (held,) = tab.device("getCredentials")["credentials"]
    assert held["rpId"] == "localhost"
    assert held["isResidentCredential"]
    tab.context.clear_cookies()
    tab.goto(f"{address}/sign-in?to=/claims")
    tab.screenshot(path=output / "sign-in-passkey.png", full_page=True)
    tab.click("#passkey")
    tab.wait_for_url(f"{address}/claims")
    assert "Vera" in tab.inner_text("form.member")
    (after,) = tab.device("getCredentials")["credentials"]
    assert after["signCount"] > held["signCount"]
    tab.goto(f"{address}/passkeys")
    tab.click(".passkeys button")
    tab.wait_for_load_state()
    assert tab.locator(".passkeys li").count() == 0
    tab.context.clear_cookies()
    tab.goto(f"{address}/sign-in")
    tab.click("#passkey")
    tab.wait_for_selector("#failed:not([hidden])")


def test_who_does_not_prove_to_be_there_is_not_let_in(tab, address):
    add_one(tab, address)
    tab.context.clear_cookies()
    tab.device("setUserVerified", isUserVerified=False)
    tab.goto(f"{address}/sign-in")
    tab.click("#passkey")
    tab.wait_for_selector("#failed:not([hidden])")
    tab.device("setUserVerified", isUserVerified=True)
    tab.click("#passkey")
    tab.wait_for_url(f"{address}/")


def test_a_copy_of_a_passkey_is_found_by_its_counter(tab, address):
    add_one(tab, address)
    (copied,) = tab.device("getCredentials")["credentials"]
    for _ in range(2):
        tab.context.clear_cookies()
        tab.goto(f"{address}/sign-in")
        tab.click("#passkey")
        tab.wait_for_url(f"{address}/")
    tab.device("removeCredential", credentialId=copied["credentialId"])
    tab.device("addCredential", credential=copied)
    tab.context.clear_cookies()
    tab.goto(f"{address}/sign-in")
    tab.click("#passkey")
    tab.wait_for_selector("#failed:not([hidden])")


def test_without_scripts_a_password_signs_in(chromium, address):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/sign-in")
    assert not page.is_visible("#passkey")
    sign_in_by_password(page, address)
    assert not page.is_visible("#add")
    assert page.is_visible("#unknown")
    context.close()
