"""The OpenAPI document: whole, valid, and what the addresses answer is as it says."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from starlette.routing import Route
from starlette.testclient import TestClient
from visitor import HOST

from sayso.ledger import Filters
from sayso.model import Decision, Document
from sayso.web import PAGES
from sayso.web.app import make_app
from sayso.web.openapi import describe_pages, load_answers
from sayso.web.page import Answer, Page
from sayso.workspace import Workspace
from sayso.workspace.events import load_events
from sayso.workspace.questions import save_question

STANDARDS = Path(__file__).parent.parent / "standards"
DOCUMENT = describe_pages(PAGES)
JSON_PATHS = [path for path in DOCUMENT["paths"] if path.endswith(".json")]


@pytest.fixture
def ruled(workspace, monkeypatch, tmp_path) -> Workspace:
    """A ledger with findings, claims that people ruled on, and a saved question."""
    monkeypatch.setenv("SAYSO_CONFIG", str(tmp_path / "settings"))
    save_question("olmar", Filters(place="Olmar"))
    workspace.check()
    confirmed, edited, rejected, *_ = workspace.claims()
    workspace.rule(confirmed, Decision.CONFIRM, by="ana", reason="stands so")
    workspace.rule(edited, Decision.EDIT, by="ana", reason="x", changes={"group": "x"})
    workspace.rule(rejected, Decision.REJECT, by="ben", reason="no figure")
    return workspace


def known_ids(workspace: Workspace) -> dict[str, list[str]]:
    """Give values for the braces of each path, by the path's first part."""
    claims = [held.claim for held in workspace.claims()]
    return {
        "claims": [held.id for held in workspace.claims()],
        "documents": sorted({claim.document for claim in claims}),
        "speakers": [claim.speaker.id for claim in claims if claim.speaker],
        "measures": sorted({claim.measure for claim in claims}),
        "places": [claim.located.id for claim in claims if claim.located],
        "parties": ["Tarn"],
        "export": ["csv", "geojson"],
        "questions": ["olmar"],
        "incidents": [found.id for found in load_events(workspace).incidents],
    }


def fill(path: str, known: dict[str, list[str]]) -> list[str]:
    """Give the addresses of a path."""
    if "{" not in path:
        return [path]
    start, end = path.index("{"), path.index("}")
    kind = path.split("/")[1]
    return [path[:start] + value + path[end + 1 :] for value in known[kind]]


def validator_of(path: str) -> Draft202012Validator:
    answer = DOCUMENT["paths"][path]["get"]["responses"]["200"]["content"]
    (content,) = answer.values()
    return Draft202012Validator({**content["schema"], "components": components()})


def components() -> Any:
    return DOCUMENT["components"]


def test_the_document_fits_the_schema_of_its_standard():
    official = json.loads((STANDARDS / "openapi-3.1.json").read_text("utf-8"))
    Draft202012Validator(official).validate(DOCUMENT)
    for schema in components()["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_every_route_for_machines_is_in_it(workspace):
    app = make_app(workspace)
    routes = {
        route.path.replace(":path}", "}")
        for route in app.routes
        if isinstance(route, Route)
        and route.path.endswith((".json", ".csv", ".jsonl", ".svg"))
    }
    assert set(DOCUMENT["paths"]) == routes - {"/openapi.json"}
    assert {page.name for page in PAGES} == set(load_answers()["answers"])


def test_it_is_served(workspace):
    client = TestClient(make_app(workspace), base_url=HOST)
    assert client.get("/openapi.json").json() == json.loads(json.dumps(DOCUMENT))


@pytest.mark.parametrize("path", JSON_PATHS)
def test_answers_are_as_it_says(ruled, path):
    client = TestClient(make_app(ruled), base_url=HOST)
    addresses = fill(path, known_ids(ruled))
    assert addresses
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, address
        validator_of(path).validate(answer.json())


@pytest.mark.parametrize("path", JSON_PATHS)
def test_answers_of_an_empty_ledger_and_problems_are_as_it_says(path):
    with Workspace("memory:") as empty:
        client = TestClient(make_app(empty), base_url=HOST)
        answer = client.get(path.replace("{id}", "none").replace("{name}", "csv"))
        if answer.status_code == 200:
            validator_of(path).validate(answer.json())
        else:
            assert (
                str(answer.status_code) in DOCUMENT["paths"][path]["get"]["responses"]
            )
            schema = components()["schemas"]["Problem"]
            Draft202012Validator(schema).validate(answer.json())


@pytest.mark.parametrize("path", [p for p in DOCUMENT["paths"] if "{" in p])
def test_a_problem_is_told_as_json_in_every_form(path):
    with Workspace("memory:") as empty:
        client = TestClient(make_app(empty), base_url=HOST)
        answer = client.get(path.replace("{id}", "none").replace("{name}", "none"))
        if answer.status_code == 200:
            return  # a party that nobody names is an empty page
        assert answer.status_code == 404
        assert answer.headers["content-type"] == "application/json"
        schema = components()["schemas"]["Problem"]
        Draft202012Validator(schema).validate(answer.json())


def test_an_origin_is_as_it_says(workspace):
    first = next(iter(workspace.ledger.documents()[-1:]))
    text = workspace.ledger.text(first.id)
    copied = Document(f"{text}\nNo more.", outlet="Copy", published=date(2030, 5, 3))
    list(workspace.read([copied]))
    client = TestClient(make_app(workspace), base_url=HOST)
    answer = client.get("/origins.json").json()
    assert answer["origins"]
    validator_of("/origins.json").validate(answer)


def test_every_parameter_of_the_query_is_understood(ruled):
    client = TestClient(make_app(ruled), base_url=HOST)
    for path in JSON_PATHS:
        given = DOCUMENT["paths"][path]["get"]["parameters"]
        for one in (p for p in given if p["in"] == "query"):
            schema = one["schema"]
            day = "2030-05-01" if schema.get("format") == "date" else "x"
            value = schema.get("enum", [1 if "minimum" in schema else day])[0]
            address = fill(path, known_ids(ruled))[0]
            answer = client.get(address, params={one["name"]: value})
            assert answer.status_code in (200, 404), (address, one["name"])
            told = answer.json()
            if isinstance(told, dict):
                assert not told.get("not_understood"), (address, one["name"])


def test_a_page_of_ones_own_is_described_too():
    own = Page("/own", "own", "Own", lambda workspace, asked: Answer("", {}, {}))
    document = describe_pages((*PAGES, own))
    assert "/own.json" in document["paths"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE"])
def test_a_method_that_is_not_described_is_told_what_is(workspace, method):
    client = TestClient(make_app(workspace), base_url=HOST, headers={"origin": HOST})
    for path in ("/claims.json", "/documents.csv"):
        answer = client.request(method, path)
        assert answer.status_code == 405
        assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD"}
