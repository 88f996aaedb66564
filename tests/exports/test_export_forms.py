"""Every format: masked, marked, bounded, with what it promises in it.

That each is as its standard wants it is tried in `test_standards.py`.
"""

import csv
import hashlib
import io
import json
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser

import pytest

import standin
from exported import BY_NAME, LONG, NOON, SETTINGS, TEXTS, documents, export
from sayso.errors import InputError
from sayso.exports import FORMATS
from sayso.exports.bundle import LONGEST_QUOTE, NOT_LOOKED_AT, Bundle
from sayso.exports.cells import harmless_cell
from sayso.exports.ftm import COLUMNS as FTM_COLUMNS
from sayso.exports.table import describe_csv
from sayso.ledger import Filters, Order
from sayso.model import Decision
from sayso.model.withheld import MASK
from sayso.workspace import Workspace
from sayso.workspace.annotating import import_annotations
from sayso.workspace.exporting import shorten_around


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("name", BY_NAME)
def test_no_format_lets_a_prisoners_name_or_words_or_a_full_text_out(workspace, name):
    text = export(workspace, name)
    assert "Yuri" not in text
    assert "Bel" not in text.replace("Below", "")
    assert LONG[:400] not in text


@pytest.mark.parametrize("name", BY_NAME)
def test_every_format_says_of_what_no_person_has_looked_at(workspace, name):
    assert NOT_LOOKED_AT in export(workspace, name)


@pytest.mark.parametrize("name", BY_NAME)
def test_a_format_gives_the_same_bytes_each_time_and_writes_nothing_else(
    workspace, name
):
    head = workspace.verify().head
    assert export(workspace, name) == export(workspace, name)
    assert workspace.verify().head == head


@pytest.mark.parametrize("name", BY_NAME)
def test_an_empty_ledger_gives_a_whole_file(name):
    with Workspace("memory:", settings=SETTINGS) as empty:
        text = export(empty, name)
    if name in ("geojson", "webannotation", "claim", "sarif"):
        json.loads(text)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_format_says_what_it_is_and_what_it_loses(form):
    assert form.summary
    assert form.loses
    assert form.suffix.startswith(".")
    assert "/" in form.media_type


def test_a_ruling_unmasks_one_claim(workspace):
    (held,) = workspace.claims(Filters(speaker="Yuri"))
    workspace.rule(held, Decision.UNMASK, by="reviewer", reason="consent given")
    found = {row["claimant"]: row for row in rows(export(workspace, "csv"))}
    assert "Prisoner Yuri Bel said" in found["Yuri Bel"]["quote"]


@pytest.mark.parametrize("name", BY_NAME)
def test_a_measure_of_a_persons_own_does_not_stop_an_export(workspace, name):
    held = next(iter(workspace.claims(Filters(speaker="Orlan"))))
    changes = {"measure": "bridges.lost"}
    workspace.rule(held, Decision.EDIT, by="ana", reason="bridges", changes=changes)
    text = export(workspace, name)
    # findings, and events, which a measure of one's own counts none of
    assert name in ("sarif", "atom", "eventreport") or "bridges.lost" in text


def test_counts_of_masked_rows_stay(workspace):
    masked = [r for r in rows(export(workspace, "csv")) if r["masked"] == "true"]
    assert [(r["claimant"], r["low"], r["high"]) for r in masked] == [(MASK, "5", "5")]
    assert masked[0]["statement"].startswith(f"{MASK} claims")


def test_csv_has_a_row_a_claim_that_leads_back_to_its_words(workspace):
    found = rows(export(workspace, "csv"))
    first = found[0]
    text = TEXTS[0]
    assert first["words"] == text[int(first["start"]) : int(first["end"])]
    assert first["document"] == hashlib.sha256(text.encode()).hexdigest()
    assert (
        first["statement"] == "General Orlan claims: “over 40 soldiers” (People killed)"
    )
    assert found[1]["statement"].startswith("Unattributed in =Post")
    assert (first["low"], first["high"]) == ("40", "")
    assert first["published"] == "2030-05-02"


def test_cells_that_a_spreadsheet_would_run_are_harmless(workspace):
    for name in ("csv", "coder", "ucdp", "eventreport", "ftm"):
        for row in csv.reader(io.StringIO(export(workspace, name), newline="")):
            cells = [c for c in row if not c.lstrip("-").replace(".", "").isdigit()]
            assert not [c for c in cells if c.startswith(("=", "+", "-", "@"))]
    assert harmless_cell("\t=1").startswith("'\t")
    assert harmless_cell("＝cmd") == "'＝cmd"
    assert harmless_cell("foo;=cmd") == "foo;'=cmd"
    assert harmless_cell(-3) == -3


def test_a_ruling_is_in_the_row_with_reviewer_and_day(workspace):
    held = next(iter(workspace.claims(Filters(speaker="Orlan"))))
    workspace.rule(held, Decision.CONFIRM, by="reviewer", reason="stands so")
    first = rows(export(workspace, "csv", Filters(speaker="Orlan")))[0]
    assert first["review"] == "confirmed by reviewer on 2030-05-03"
    assert first["reviewed"] == "2030-05-03T12:00:00Z"


def test_the_description_of_a_csv_names_its_columns(workspace):
    package = json.loads(describe_csv("claims.csv", Bundle(())))
    (resource,) = package["resources"]
    head = export(workspace, "csv").split("\r\n")[0].split(",")
    fields = resource["schema"]["fields"]
    assert [field["name"] for field in fields] == head
    assert resource["path"] == "claims.csv"
    kinds = {"string", "number", "integer", "date", "boolean"}
    assert {field["type"] for field in fields} <= kinds


def test_json_lines_hold_every_field_of_the_stored_claim(workspace):
    lines = [json.loads(line) for line in export(workspace, "jsonl").splitlines()]
    assert len(lines) == workspace.ledger.count_claims()
    assert lines[0]["stored"]["quantity"]["span"] == [
        lines[0]["start"],
        lines[0]["end"],
    ]


def test_geojson_has_points_with_a_precision_and_counts_the_rest(workspace):
    collection = json.loads(export(workspace, "geojson"))
    assert collection["type"] == "FeatureCollection"
    points = collection["features"]
    for feature in points:
        assert feature["type"] == "Feature"
        lon, lat = feature["geometry"]["coordinates"]
        assert -180 <= lon <= 180
        assert -90 <= lat <= 90
        assert feature["properties"]["precision_m"] > 0
    without = collection["sayso"]["without_place"]
    assert len(points) + without == workspace.ledger.count_claims()


def test_a_schema_org_claim_is_an_interval_with_an_author_and_no_rating(workspace):
    graph = json.loads(export(workspace, "claim"))
    assert graph["@context"] == "https://schema.org"
    first, narrated = graph["@graph"][:2]
    assert first["@type"] == "Claim"
    assert first["author"]["name"] == "General Orlan"
    assert first["about"]["minValue"] == 40
    assert "maxValue" not in first["about"]
    assert "author" not in narrated
    assert narrated["name"].startswith("Unattributed in")
    assert "ating" not in json.dumps(graph)


def test_ftm_statements_have_the_columns_and_ids_of_the_library(workspace):
    statements = rows(export(workspace, "ftm"))
    assert tuple(statements[0]) == FTM_COLUMNS
    assert len(FTM_COLUMNS) == 14
    for row in statements:
        key = f"{row['dataset']}.{row['entity_id']}.{row['prop']}.{row['value']}"
        assert row["id"] == hashlib.sha1(key.encode()).hexdigest()
    assert {row["schema"] for row in statements} == {"Article", "LegalEntity", "Note"}
    assert len({row["id"] for row in statements}) == len(statements)


def test_a_coder_sheet_leaves_fatalities_empty_and_says_who_said_so(workspace):
    found = rows(export(workspace, "coder"))
    assert {row["fatalities"] for row in found} == {""}
    assert found[0]["notes"].startswith("General Orlan said “over 40 soldiers”")
    assert found[0]["notes"].endswith("per =Post")
    assert found[0]["event_date"] == "2030-05-02"


def test_sheets_for_coders_name_the_event_and_leave_counts_empty(workspace):
    found = rows(export(workspace, "ucdp"))
    counts = ("best", "high", "low", "deaths_a", "deaths_b", "deaths_civilians")
    assert {row[name] for row in found for name in counts} == {""}
    assert found[0]["notes"].startswith("General Orlan said “over 40 soldiers”")
    events = {row["event_id"] for row in found}
    assert events == {row["event_id"] for row in rows(export(workspace, "coder"))}
    assert len(events - {""}) > 0


def test_an_event_report_has_one_row_a_report_and_event(workspace):
    found = rows(export(workspace, "eventreport"))
    keys = [(row["event_id"], row["report_id"]) for row in found]
    assert len(keys) == len(set(keys))
    (first,) = (row for row in found if row["killed_combatants_low"])
    assert first["killed_combatants_words"] == "over 40 soldiers"
    assert (first["killed_combatants_low"], first["killed_combatants_high"]) == (
        "40",
        "",
    )
    assert first["speakers"] == "General Orlan"


def test_sarif_has_what_its_schema_requires(workspace):
    log = json.loads(export(workspace, "sarif"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["tool"]["driver"]["name"] == "sayso"
    assert run["columnKind"] == "unicodeCodePoints"
    (result,) = run["results"]
    assert (result["kind"], result["level"]) == ("fail", "warning")
    assert result["message"]["text"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region["charLength"] >= 0


def test_an_atom_feed_has_what_its_standard_requires(workspace):
    feed = ElementTree.fromstring(export(workspace, "atom"))
    name = "{http://www.w3.org/2005/Atom}"
    for element in (feed, *feed.findall(f"{name}entry")):
        for child in ("id", "title", "updated"):
            assert element.findtext(name + child)
    assert feed.findtext(f"{name}author/{name}name") == "sayso 0.1.0"
    assert len(feed.findall(f"{name}entry")) == 1


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.foreign = []

    def handle_starttag(self, tag, attrs):
        if tag in ("script", "img", "link", "iframe"):
            self.foreign.append(tag)
        self.foreign += [v for k, v in attrs if k in ("src", "href") and v]


def test_a_dossier_is_one_file_with_nothing_from_elsewhere(workspace):
    page = export(workspace, "dossier")
    links = Links()
    links.feed(page)
    assert links.foreign == []
    assert "<script" not in page
    assert workspace.verify().head in page
    assert "parts do not add up" in page


def test_filters_choose_claims_and_the_findings_that_use_them(workspace):
    assert len(rows(export(workspace, "csv", Filters(speaker="Orlan")))) == 1
    log = json.loads(export(workspace, "sarif", Filters(speaker="Orlan")))
    assert log["runs"][0]["results"] == []


def rule_on_some(workspace: Workspace) -> None:
    """Confirm, edit, undo and unmask, by two people."""
    first, second, masked, *_ = workspace.claims(order=Order.TEXT)
    changes = {"group": "fighter", "measure": "people.wounded"}
    ruled = [
        (first, Decision.CONFIRM, "ana", {}),
        (first, Decision.EDIT, "ben", changes),
        (second, Decision.REJECT, "ana", {}),
        (second, Decision.UNDO, "ana", {}),
        (masked, Decision.UNMASK, "ben", {}),
    ]
    for held, decision, by, given in ruled:
        workspace.rule(held, decision, by=by, reason=f"{by} read it", changes=given)


def copy_of(source: Workspace, reader: standin.Reader) -> Workspace:
    """Give another ledger with the same documents, read by another reader."""
    later = replace(SETTINGS, reader=reader, now=lambda: NOON + timedelta(days=9))
    other = Workspace("memory:", settings=later)
    list(other.read(documents()))
    return other


def read_nothing(document):
    reading = standin.read_document(document)
    return replace(reading, claims=(), attributions=(), reader="nothing 1")


READERS = {
    "our own reader": standin.OWN,
    "a reader that finds nothing": standin.Reader(lambda: "nothing 1", read_nothing),
}


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
def test_annotations_come_back_exactly_with_attributions_and_rulings(
    workspace, tmp_path, reader
):
    path = tmp_path / "a.jsonld"
    rule_on_some(workspace)
    path.write_text(export(workspace, "webannotation"), encoding="utf-8")
    with copy_of(workspace, reader) as other:
        import_annotations(other, str(path))
        before = {held.id: held for held in workspace.claims()}
        after = {held.id: held for held in other.claims()}
        assert {k: h.claim for k, h in after.items()} == {
            k: h.claim for k, h in before.items()
        }
        assert {k: h.status for k, h in after.items()} == {
            k: h.status for k, h in before.items()
        }
        ours = json.loads(export(workspace, "webannotation"))["items"]
        assert json.loads(export(other, "webannotation"))["items"] == ours
        entries = other.verify().entries
        assert [s.is_new for s in import_annotations(other, str(path))] == [False] * 3
        assert other.verify().entries == entries
        assert other.verify().faults == ()


def test_a_ruling_taken_in_keeps_its_instant_and_its_entry_says_when_it_came(
    workspace, tmp_path
):
    path = tmp_path / "a.jsonld"
    rule_on_some(workspace)
    path.write_text(export(workspace, "webannotation"), encoding="utf-8")
    with copy_of(workspace, standin.OWN) as other:
        import_annotations(other, str(path))
        held = next(iter(other.claims(order=Order.TEXT)))
        ruling = other.ledger.rulings(held.id)[0]
        assert (ruling.reviewer, ruling.at) == ("ana", "2030-05-03T12:00:00Z")
        entry = next(other.ledger.entries(after=ruling.sequence - 1, subject=held.id))
        assert entry.at == "2030-05-12T12:00:00Z"
        assert entry.by.startswith("annotations")
        other.ledger.rebuild()
        assert other.ledger.rulings(held.id)[0] == ruling


def test_rulings_that_name_private_persons_stay(workspace):
    first = next(iter(workspace.claims(order=Order.TEXT)))
    workspace.rule(first, Decision.CONFIRM, by="ana", reason="as Yuri Bel said")
    workspace.rule(first, Decision.CONFIRM, by="ben", reason="as the text says")
    text = export(workspace, "webannotation")
    assert "Yuri" not in text
    body = json.loads(text)["items"][0]["body"][1]
    assert [r["reviewer"] for r in body["sayso:rulings"]] == ["ben"]
    assert body["sayso:rulingsWithheld"] == 1


RULED = {
    "decision": "confirm",
    "reviewer": "ana",
    "at": "2030-05-03T12:00:00Z",
    "reason": "",
    "changes": {},
}
FAULTS = {
    "a look-alike": (
        lambda a: a["target"][0]["selector"][1].update(exact="over 41 soldiers"),
        "where the text has",
    ),
    "outside": (
        lambda a: a["target"][0]["selector"][0].update(end=10**6),
        "outside of the text",
    ),
    "no position": (lambda a: a["target"][0]["selector"].pop(0), "without a position"),
    "not held": (
        lambda a: [t.update(source="urn:sha256:" + "0" * 64) for t in a["target"]],
        "not held",
    ),
    "no claim": (lambda a: a["body"].pop(), "no body"),
    "no hash": (
        lambda a: [t.update(source="https://post.example") for t in a["target"]],
        "not a text by its hash",
    ),
    "no ruling": (
        lambda a: a["body"][1].update({"sayso:rulings": [{"decision": "praise"}]}),
        "no ruling of ours",
    ),
    "a ruling by nobody": (
        lambda a: a["body"][1].update({"sayso:rulings": [RULED | {"reviewer": " "}]}),
        "without who made it",
    ),
    "a ruling at no instant": (
        lambda a: a["body"][1].update(
            {"sayso:rulings": [RULED | {"at": "2030-05-03"}]}
        ),
        "without who made it",
    ),
    "an edit that makes no claim": (
        lambda a: a["body"][1].update(
            {"sayso:rulings": [RULED | {"changes": {"stance": "praised"}}]}
        ),
        "does not make a claim",
    ),
    "no fields": (
        lambda a: a["body"][1].update({"sayso:stored": {"sentence": [0, 1]}}),
        "holds no claim",
    ),
}


@pytest.mark.parametrize(("change", "reason"), FAULTS.values(), ids=FAULTS)
def test_annotations_that_do_not_fit_are_refused_whole(
    workspace, tmp_path, change, reason
):
    page = json.loads(export(workspace, "webannotation"))
    change(page["items"][0])
    path = tmp_path / "a.jsonld"
    path.write_text(json.dumps(page), encoding="utf-8")
    before = workspace.verify().entries
    with pytest.raises(InputError, match=reason):
        import_annotations(workspace, str(path))
    assert workspace.verify().entries == before


def test_a_long_sentence_is_cut_around_its_figure():
    words = "word " * 300 + "over 40 soldiers " + "word " * 300
    cut = shorten_around(words, words.index("over"))
    assert "over 40 soldiers" in cut
    assert len(cut) <= LONGEST_QUOTE


TOLD_IN = {
    "csv": ("language", "en"),
    "coder": ("sayso_language", "en"),
    "ucdp": ("sayso_language", "en"),
}


@pytest.mark.parametrize("name", TOLD_IN)
def test_tables_tell_the_language_of_the_document(workspace, name):
    column, code = TOLD_IN[name]
    assert {row[column] for row in rows(export(workspace, name))} == {code}


def test_forms_with_fields_tell_the_language_of_the_document(workspace):
    points = json.loads(export(workspace, "geojson"))["features"]
    assert {point["properties"]["language"] for point in points} == {"en"}
    nodes = json.loads(export(workspace, "claim"))["@graph"]
    assert {node["firstAppearance"]["inLanguage"] for node in nodes} == {"en"}
    notes = json.loads(export(workspace, "webannotation"))["items"]
    assert {note["body"][1]["sayso:language"] for note in notes} == {"en"}
    (result, *_) = json.loads(export(workspace, "sarif"))["runs"][0]["results"]
    assert result["locations"][0]["properties"]["language"] == "en"
