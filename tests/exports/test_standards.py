"""Every export against the official schema, context or vocabulary of its standard.

The files lie in `tests/standards` with their origin and licence; nothing is fetched.
"""

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, validators
from lxml import etree
from pyld import jsonld

from exported import SETTINGS, export
from sayso.exports.bundle import Bundle
from sayso.exports.flat import COLUMNS
from sayso.exports.table import describe_csv
from sayso.ledger import Filters
from sayso.model import Decision
from sayso.workspace import Workspace

STANDARDS = Path(__file__).parent.parent / "standards"
ANNO = "http://www.w3.org/ns/anno.jsonld"


def load(name: str) -> Any:
    return json.loads((STANDARDS / name).read_text(encoding="utf-8"))


def validate(value: Any, schema: str) -> None:
    """Fail with every fault that the schema finds."""
    official = load(schema)
    kind = validators.validator_for(official, default=Draft202012Validator)
    kind.check_schema(official)
    checker = kind(official, format_checker=kind.FORMAT_CHECKER)
    assert [f"{e.json_path}: {e.message}" for e in checker.iter_errors(value)] == []


@pytest.fixture(params=["reports", "ruled", "nothing"])
def ledger(request, workspace) -> Iterator[Workspace]:
    """A ledger with reports, the same after rulings, and an empty one."""
    if request.param == "nothing":
        with Workspace("memory:", settings=SETTINGS) as empty:
            yield empty
        return
    if request.param == "ruled":
        rule_on_all(workspace)
    yield workspace


def rule_on_all(workspace: Workspace) -> None:
    decisions = (Decision.CONFIRM, Decision.REJECT, Decision.UNSURE)
    for at, held in enumerate(workspace.claims()):
        workspace.rule(held, decisions[at % 3], by="reviewer", reason="looked at")
    for held in workspace.ledger.findings():
        workspace.rule_finding(
            held.finding, Decision.DISMISS, by="reviewer", reason="looked at"
        )
    for held in workspace.claims(Filters(speaker="Yuri")):
        workspace.rule(held, Decision.UNMASK, by="reviewer", reason="consent given")


def test_every_kept_standard_is_as_it_came():
    listed = re.findall(
        r"^\| `(.+?)` .* `(\w{64})` \|$",
        (STANDARDS / "README.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in STANDARDS.iterdir()
        if path.suffix != ".md"
    }
    assert dict(listed) == found


@pytest.mark.parametrize("version", ["1.0", "2.0"])
def test_the_description_of_a_csv_is_a_data_package(version):
    validate(
        json.loads(describe_csv("claims.csv", Bundle(()))),
        f"datapackage-{version}.json",
    )


KINDS = {
    "number": float,
    "integer": int,
    "boolean": lambda cell: {"true": True, "false": False}[cell],
    "date": lambda cell: re.fullmatch(r"\d{4}-\d\d-\d\d", cell)[0],
    "string": str,
}


def test_every_cell_of_a_csv_is_of_the_type_that_its_description_says(ledger):
    kinds = {name: KINDS[kind] for name, kind, _ in COLUMNS}
    rows = list(csv.DictReader(io.StringIO(export(ledger, "csv"), newline="")))
    for row in rows:
        assert list(row) == list(kinds)
        for name, cell in row.items():
            if cell:
                kinds[name](cell)
    keys = [row["id"] for row in rows]
    assert len(set(keys)) == len(keys)


def test_geojson_fits_its_schema(ledger):
    validate(json.loads(export(ledger, "geojson")), "geojson.json")


def test_sarif_fits_its_schema(ledger):
    validate(json.loads(export(ledger, "sarif")), "sarif-2.1.0.json")


def test_an_atom_feed_fits_its_grammar(ledger):
    grammar = etree.RelaxNG(etree.parse(str(STANDARDS / "atom.rng")))
    grammar.assertValid(etree.fromstring(export(ledger, "atom").encode()))


def load_pinned(url: str, _options: Any) -> dict[str, Any]:
    """Give the kept context, as a document loader; anything else is an error."""
    kept = {ANNO: load("anno.jsonld")}
    return {
        "contextUrl": None,
        "documentUrl": url,
        "contentType": "application/ld+json",
        "document": kept[url],
    }


def test_annotations_lose_nothing_as_linked_data(ledger):
    page = json.loads(export(ledger, "webannotation"))
    options = {"documentLoader": load_pinned}
    triples = jsonld.expand(page, options)
    back = jsonld.compact(triples, page["@context"], {**options, "graph": False})
    assert in_order(back) == in_order(page)


def in_order(value: Any) -> Any:
    """Give JSON in which lists of one and single values are the same."""
    if isinstance(value, dict):
        return {
            key: item if key == "sayso:stored" else in_order(item)
            for key, item in sorted(value.items())
            if item is not None
        }
    if isinstance(value, list):
        return in_order(value[0]) if len(value) == 1 else [in_order(v) for v in value]
    return value


def test_annotations_have_what_the_model_asks_of_each(ledger):
    page = json.loads(export(ledger, "webannotation"))
    assert page["@context"][0] == ANNO
    assert page["type"] == "AnnotationPage"
    assert page["id"]
    ids = [annotation["id"] for annotation in page["items"]]
    assert len(set(ids)) == len(ids) == ledger.ledger.count_claims()
    for annotation in page["items"]:
        assert annotation["type"] == "Annotation"
        assert annotation["target"]
        for target in annotation["target"]:
            assert target["type"] == "SpecificResource"
            assert isinstance(target["source"], str)
            assert target["selector"][0]["type"] == "TextPositionSelector"
            assert 0 <= target["selector"][0]["start"] <= target["selector"][0]["end"]


VOCABULARY = load("schemaorg-part.json")


def ancestors(kind: str) -> set[str]:
    """Give a class of schema.org with all that it is a kind of."""
    return {kind}.union(*(ancestors(k) for k in VOCABULARY["classes"][kind]))


def faults_in(node: dict[str, Any], expected: list[str]) -> Iterator[str]:
    """Yield where a node uses a word of schema.org as it is not meant."""
    kind = node.get("@type")
    kinds = ancestors(kind) if kind else set(expected)
    if not kinds & set(expected):
        yield f"{kind} is none of {expected}"
    for key, value in node.items():
        if key.startswith("@"):
            continue
        known = VOCABULARY["properties"].get(key)
        if known is None:
            yield f"{key} is no property"
            continue
        domain = {k for one in kinds for k in ancestors(one)}
        if not domain & set(known["domain"]):
            yield f"{key} is no property of {kind or expected}"
        for item in value if isinstance(value, list) else [value]:
            yield from value_faults(key, item, known["range"])


def value_faults(key: str, value: Any, expected: list[str]) -> Iterator[str]:
    if isinstance(value, dict):
        yield from faults_in(value, expected)
    elif isinstance(value, str):
        if not {"Text", "URL", "Date", "DateTime"} & set(expected):
            yield f"{key} is text, not {expected}"
    elif not {"Number", "Distance"} & set(expected):
        yield f"{key} is a number, not {expected}"


def test_claims_use_the_words_of_schema_org_as_they_are_meant(ledger):
    document = json.loads(export(ledger, "claim"))
    assert document["@context"] == "https://schema.org"
    for node in document["@graph"]:
        assert node["@type"] == "Claim"
        assert list(faults_in(node, ["Claim"])) == []
