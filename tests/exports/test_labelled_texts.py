"""Tools for labelling: spans come back equal, and corrections become rulings."""

import io
import json
import zipfile

import pytest

import standin
from sayso.cli import main
from sayso.errors import InputError
from sayso.exports import FILE_FORMATS, FORMATS
from sayso.exports.labelled import Units
from sayso.ledger import Filters, Status
from sayso.model import Document
from sayso.workspace import Settings, Workspace
from sayso.workspace.exporting import gather
from sayso.workspace.labelling import import_labels

TOOLS = ("labelstudio", "doccano", "brat", "xmi")
BY_NAME = {form.name: form for form in (*FORMATS, *FILE_FORMATS)}
SENTENCES = [
    f"General Orlan said over {number} soldiers of Tarn 🚁 were killed in Olmar."
    for number in range(40, 66)
]
TEXTS = (
    "👁 Notes & “quotes” <b>\n" + "\n".join(SENTENCES),
    (
        "Prisoner Yuri Bel said 5 men were captured in Bren by Vessia.\n"
        "Troops of Tarn captured 3 tanks. \x07Bell."
    ),
)


@pytest.fixture
def workspace():
    with Workspace("memory:", settings=Settings(reader=standin.OWN)) as opened:
        documents = [
            Document(text, outlet="Post", url=f"https://post.example/{at}")
            for at, text in enumerate(TEXTS)
        ]
        list(opened.read(documents))
        yield opened


def write(workspace, tmp_path, name):
    path = tmp_path / f"out{BY_NAME[name].suffix}"
    BY_NAME[name].write(gather(workspace, Filters()), path)
    return path


@pytest.mark.parametrize("name", TOOLS)
def test_every_span_is_equal_after_a_round_trip(workspace, tmp_path, name):
    path = write(workspace, tmp_path, name)
    done = import_labels(workspace, str(path), by="Reviewer")
    equal, labels = (sum(getattr(one, k) for one in done) for k in ("equal", "labels"))
    assert equal == labels >= 90
    assert not any(one.rejected or one.edited or one.new for one in done)
    assert {h.status for h in workspace.claims()} == {Status.UNREVIEWED}


@pytest.mark.parametrize("name", TOOLS)
def test_names_are_masked_and_equal_ledgers_give_equal_bytes(workspace, tmp_path, name):
    one = write(workspace, tmp_path, name).read_bytes()
    assert one == write(workspace, tmp_path, name).read_bytes()
    whole = one
    if one.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(one)) as packed:
            whole = b"".join(map(packed.read, packed.namelist()))
    assert b"Yuri" not in whole
    assert b"soldiers of Tarn" in whole


def changed(workspace, tmp_path):
    """One label gone, one with another measure, one new; as Label Studio has it."""
    path = write(workspace, tmp_path, "labelstudio")
    tasks = json.loads(path.read_text())
    result = tasks[0]["predictions"][0]["result"]
    figures = [r for r in result if r.get("meta")]
    result.remove(figures[0])
    figures[1]["value"]["labels"] = ["people.wounded"]
    at = TEXTS[0].index("Notes")
    new = {"start": at, "end": at + 5, "text": "Notes", "labels": ["people.killed"]}
    result.append({"type": "labels", "value": new})
    tasks[0]["annotations"] = [{"result": result}]
    path.write_text(json.dumps(tasks))
    return path


def test_corrections_become_rulings_of_who_made_them(workspace, tmp_path):
    path = changed(workspace, tmp_path)
    first, _ = import_labels(workspace, str(path), by="Reviewer")
    assert (len(first.rejected), len(first.edited), len(first.new)) == (1, 1, 1)
    ((edited, measure),) = first.edited
    assert measure == "people.wounded"
    assert workspace.claim(edited.id).claim.measure == "people.wounded"
    rejected = workspace.claim(first.rejected[0].id)
    assert rejected.status is Status.REJECTED
    (ruling,) = workspace.ledger.rulings(rejected.id)
    assert (ruling.reviewer, ruling.reason) == ("Reviewer", "labels of out.json")


def test_the_same_corrections_again_record_nothing(workspace, tmp_path):
    path = changed(workspace, tmp_path)
    import_labels(workspace, str(path), by="Reviewer")
    before = list(workspace.ledger.entries())
    again, _ = import_labels(workspace, str(path), by="Reviewer")
    assert again.recorded == 0
    assert list(workspace.ledger.entries()) == before


def test_offsets_of_older_label_studio_are_found_by_their_words(workspace, tmp_path):
    path = write(workspace, tmp_path, "labelstudio")
    tasks = json.loads(path.read_text())
    units = Units(tasks[0]["data"]["text"])
    for region in tasks[0]["predictions"][0]["result"]:
        for end in ("start", "end"):
            region["value"][end] = units.to_units(region["value"][end])
    path.write_text(json.dumps(tasks))
    done = import_labels(workspace, str(path), by="Reviewer")
    assert all(one.equal == one.labels for one in done)


FAULTS = {
    "another text": (lambda t: t["data"].update(text="x" * 9000), "another text"),
    "not held": (lambda t: t["data"].update(document="ff" * 32), "is not held"),
    "no document": (lambda t: t["data"].pop("document"), "is not held"),
    "label": (
        lambda t: t["predictions"][0]["result"][0]["value"].update(labels=["City"]),
        "none of ours",
    ),
    "words": (
        lambda t: t["predictions"][0]["result"][0]["value"].update(text="else"),
        "is said to stand",
    ),
}


@pytest.mark.parametrize("case", FAULTS)
def test_what_does_not_fit_refuses_the_file(workspace, tmp_path, case):
    spoil, reason = FAULTS[case]
    path = write(workspace, tmp_path, "labelstudio")
    tasks = json.loads(path.read_text())
    spoil(tasks[0])
    if case == "another text":
        tasks[0]["predictions"][0]["result"] = []
    path.write_text(json.dumps(tasks))
    before = list(workspace.ledger.entries())
    with pytest.raises(InputError, match=reason):
        import_labels(workspace, str(path), by="Reviewer")
    assert list(workspace.ledger.entries()) == before


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[1]",
        b"{}",
        b"\xff",
        b"PK\x03\x04",
        b'[{"data": {"text": 1}}]',
        b'{"text": "a", "label": [[0, 9, "x"]]}',
        b"[" * 100_000,
    ],
)
def test_what_is_no_file_of_labels_is_said(workspace, tmp_path, data):
    path = tmp_path / "odd.json"
    path.write_bytes(data)
    if data == b"":
        assert import_labels(workspace, str(path), by="Reviewer") == ()
        return
    with pytest.raises(InputError):
        import_labels(workspace, str(path), by="Reviewer")


def test_entities_of_xml_are_not_read(workspace, tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("a.xmi", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    with pytest.raises(InputError, match="entity"):
        import_labels(workspace, str(path), by="Reviewer")


def test_corrections_need_a_name(workspace, tmp_path):
    with pytest.raises(InputError, match="--by"):
        import_labels(workspace, str(tmp_path), by=" ")


def test_xmi_is_read_by_a_library_of_others(workspace, tmp_path):
    cassis = pytest.importorskip("cassis", reason="needs the test tools")
    path = write(workspace, tmp_path, "xmi")
    with zipfile.ZipFile(path) as packed:
        system = cassis.load_typesystem(packed.open("sayso/TypeSystem.xml"))
        names = [name for name in packed.namelist() if name.endswith(".xmi")]
        found = 0
        for name in names:
            cas = cassis.load_cas_from_xmi(packed.open(name), typesystem=system)
            for figure in cas.select("sayso.Figure"):
                claim = workspace.claim(figure.claim).claim
                assert figure.get_covered_text() == claim.quantity.span.text
                assert figure.measure == claim.measure
                found += 1
    assert found == len(list(workspace.claims()))


def test_annotations_for_hypothesis_have_what_its_interface_takes(workspace):
    out = io.StringIO()
    BY_NAME["hypothesis"].write(gather(workspace, Filters()), out)
    annotations = json.loads(out.getvalue())
    assert len(annotations) == len(list(workspace.claims()))
    known = {"uri", "document", "text", "tags", "target"}
    for one in annotations:
        assert set(one) == known
        assert one["uri"].startswith("https://")
        assert all(isinstance(tag, str) for tag in one["tags"])
        (target,) = one["target"]
        assert target["source"] == one["uri"]
        (selector,) = target["selector"]
        assert selector["type"] == "TextQuoteSelector"
        assert selector["exact"]
        assert "no person has looked at this" in one["text"]


def test_the_command_says_how_many_are_as_they_were(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("sayso.workspace.default_reader", lambda: standin.OWN)
    ledger = str(tmp_path / "l.db")
    report = tmp_path / "a.txt"
    report.write_text(TEXTS[0])
    assert main(["read", str(report), "--ledger", ledger]) == 0
    out = str(tmp_path / "out.json")
    assert main(["export", "labelstudio", "--ledger", ledger, "-o", out]) == 0
    assert "whole texts are in it" in capsys.readouterr().err
    words = ["import", "labels", out, "--ledger", ledger]
    assert main(words) == 3
    assert main([*words, "--by", "Reviewer"]) == 0
    told = capsys.readouterr().err
    assert "104 of 104 labels are as they were; 0 rulings recorded" in told
