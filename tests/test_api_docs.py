"""Every address that docs/api.md names answers; its examples run with all docs."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import standin
from sayso.web.app import make_app
from sayso.workspace import Settings, Workspace

PAGE = (Path(__file__).parent.parent / "docs" / "api.md").read_text(encoding="utf-8")
ADDRESSES = [
    *re.findall(r"`(/[^`]+\.(?:json|csv)[^`]*)`", PAGE),
    *re.findall(r"^curl 'http://127\.0\.0\.1:8765(.+?)'", PAGE, re.MULTILINE),
]
TEXT = "General Orlan said over 40 soldiers of Tarn were killed in Olmar."


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_address_answers(tmp_path, address):
    settings = Settings(reader=standin.OWN)
    with Workspace(str(tmp_path / "a.db"), settings=settings) as workspace:
        (stored,) = workspace.read([standin.make_document(TEXT)])
        claim = next(workspace.claims()).claim
        known = {
            "documents": stored.document.id,
            "speakers": claim.speaker.id,
            "measures": claim.measure,
            "places": claim.located.id,
        }
        kind = address.split("/")[1]
        path = address.replace("ID", known.get(kind, ""))
        client = TestClient(make_app(workspace), base_url="http://127.0.0.1")
        answer = client.get(path)
        assert answer.status_code == 200, answer.text
        if "json" in path:
            answer.json()


def test_a_problem_is_one_sentence(tmp_path):
    with Workspace(str(tmp_path / "a.db")) as workspace:
        client = TestClient(make_app(workspace), base_url="http://127.0.0.1")
        answer = client.get("/documents/none.json")
        assert answer.status_code == 404
        assert set(answer.json()) == {"problem"}
