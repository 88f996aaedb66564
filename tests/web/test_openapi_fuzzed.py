"""Whatever is asked of the JSON addresses, the answer is as their description says.

Requests are made from the OpenAPI document itself: every parameter as it is described,
just outside of that, and as nobody would write it. More of them with `SAYSO_FUZZ=N`.
"""

import os
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient
from visitor import HOST, REPORTS

from sayso.web import PAGES
from sayso.web.app import make_app
from sayso.web.openapi import describe_pages
from sayso.workspace import Reader, Settings, Workspace
from standin import READER, read_document

TIMES = int(os.environ.get("SAYSO_FUZZ", "1"))
DOCUMENT = describe_pages(PAGES)
PATHS = [path for path in DOCUMENT["paths"] if path.endswith(".json")]
NOT_ANSWERED = {500, 503}
"""Described, as a disk may fail; of a ledger that is well no request leads there."""
ODD = st.sampled_from(
    ["", "0", "-1", "1e9", "9" * 26, "٣", "\x00", '"', "'--", "%", "*", "a:b", "\u202e",
     "../x", "{id}", "null", "true", "2030-13-45", "0000-00-00", "10000-01-01", "👩‍🚀"]
)  # fmt: skip
ANY = ODD | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    """A client of a small ledger with findings, and values that it knows."""
    own = Settings(reader=Reader(lambda: READER, read_document))
    folder = tmp_path_factory.mktemp("fuzzed")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SAYSO_CONFIG", str(folder))
        with Workspace(str(folder / "held.db"), settings=own) as workspace:
            list(workspace.read(REPORTS))
            workspace.check()
            claims = [one.claim for one in workspace.claims()]
            known = {claim.id for claim in claims} | {c.document for c in claims}
            known |= {c.speaker.id for c in claims if c.speaker}
            known |= {c.measure for c in claims} | {"Olmar", "Tarn", "csv", "soldiers"}
            app = make_app(workspace)
            yield TestClient(app, HOST, raise_server_exceptions=False), sorted(known)


def values(schema, known):
    """What a parameter may be given: as described, at its edges, and anything."""
    if "enum" in schema:
        return st.sampled_from(schema["enum"]) | ANY
    if schema.get("type") == "integer":
        return st.integers(-2, 300).map(str) | ANY
    if schema.get("format") == "date":
        return st.dates().map(str) | ANY
    return st.sampled_from(known) | ANY


@st.composite
def requests(draw, known):
    path = draw(st.sampled_from(PATHS))
    address, asked = path, []
    for one in DOCUMENT["paths"][path]["get"]["parameters"]:
        given = values(one["schema"], known)
        if one["in"] == "path":
            told = draw(given).replace("/", "") or "x"
            told = "x" if not told.strip(".") else told  # a client resolves dots
            address = address.replace(f"{{{one['name']}}}", quote(told, safe=""))
        elif draw(st.integers(0, 4)) == 0:
            asked.append((one["name"], draw(given)))
    if draw(st.integers(0, 9)) == 0:
        asked.append((draw(ANY), draw(ANY)))  # what no description has
    return path, f"{address}?{urlencode(asked)}" if asked else address


@settings(
    max_examples=150 * TIMES, deadline=None, suppress_health_check=list(HealthCheck)
)
@given(st.data())
def test_answers_are_as_described_whatever_is_asked(held, data):
    client, known = held
    path, address = data.draw(requests(known))
    answer = client.get(address)
    described = DOCUMENT["paths"][path]["get"]["responses"]
    assert answer.status_code not in NOT_ANSWERED, (address, answer.text[:300])
    assert str(answer.status_code) in described, (address, answer.text[:300])
    content = described[str(answer.status_code)]["content"]
    kind = answer.headers["content-type"].partition(";")[0]
    assert kind in content, (address, kind)
    schema = {**content[kind]["schema"], "components": DOCUMENT["components"]}
    Draft202012Validator(schema).validate(answer.json())
