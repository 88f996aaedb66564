"""A second reader, played by a small program of our own."""

import json
import sys
import textwrap

import pytest

import standin
from sayso.cli import main
from sayso.errors import InputError
from sayso.ledger import Filters
from sayso.model import Decision, Document
from sayso.web.page import Asked
from sayso.web.review_queue import find_place
from sayso.workspace import Settings, Workspace
from sayso.workspace.second import NotRead, SecondRead, read_second
from sayso.workspace.second_record import read_record

TEXT = (
    "General Orlan said over 40 soldiers of Tarn were killed in Olmar.\n"
    "Troops of Tarn captured 3 tanks. Troops of Tarn captured 9 guns."
)


def claim(words, measure, low, **more):
    start = TEXT.index(words)
    record = {
        "quantity": {
            "span": [start, start + len(words)],
            "low": low,
            "high": None if words.startswith("over") else low,
            "bound": "at_least" if words.startswith("over") else "exact",
            "unit": "count",
        },
        "words": words,
        "measure": measure,
    }
    return record | more


@pytest.fixture
def workspace():
    with Workspace("memory:", settings=Settings(reader=standin.OWN)) as opened:
        list(opened.read([Document(TEXT, published=None, outlet="Post")]))
        yield opened


@pytest.fixture
def ours(workspace):
    return {held.claim.quantity.span.text: held for held in workspace.claims()}


@pytest.fixture
def program(tmp_path):
    """Make a command that answers every document with one record."""

    def make(record, *, code=0, before=""):
        path = tmp_path / "second.py"
        path.write_text(
            textwrap.dedent(
                f"""
                import json, sys
                {before}
                for line in sys.stdin:
                    given = json.loads(line)
                    assert given["text"]
                    record = json.loads({json.dumps(record)!r})
                    print(json.dumps(dict(id=given["id"], **record)), flush=True)
                sys.exit({code})
                """
            )
        )
        return f"'{sys.executable}' '{path}'"

    return make


def ask(workspace, command) -> list[SecondRead | NotRead]:
    keys = [held.id for held in workspace.all_documents()]
    return list(read_second(workspace, keys, command))


def same_as(held):
    return held.claim.to_record()


def test_its_claims_are_kept_beside_ours_which_stay_current(workspace, ours, program):
    alike = same_as(ours["over 40 soldiers"])
    other = same_as(ours["3 tanks"]) | {"place": "Bren"}
    more = claim("of Tarn were", "people.killed", 1)
    record = {"reader": "large 7", "claims": [alike, other, more]}
    (read,) = ask(workspace, program(record))
    assert [len(part) for part in (read.alike, read.differing, read.missing)] == [
        1,
        1,
        1,
    ]
    assert [c.quantity.span.text for c in read.more] == ["of Tarn were"]
    readings = workspace.readings(read.document)
    assert {r.reading.reader for r in readings} == {standin.READER, read.reader}
    assert read.reader == "second reader large 7"
    (current,) = (r for r in readings if r.is_current)
    assert current.reading.reader == standin.READER
    assert {h.id for h in workspace.claims()} == {h.id for h in ours.values()}
    assert workspace.verify().faults == ()


def test_asking_again_adds_nothing(workspace, ours, program):
    command = program({"claims": [same_as(ours["3 tanks"])]})
    ask(workspace, command)
    before = list(workspace.ledger.entries())
    ask(workspace, command)
    assert list(workspace.ledger.entries()) == before


REFUSED = {
    "other words": (claim("3 tanks", "equipment.captured", 3) | {"words": "4 tanks"}),
    "no words": {"quantity": {"span": [0, 4]}, "measure": "people.killed"},
    "outside": claim("3 tanks", "equipment.captured", 3)
    | {"quantity": {"span": [3, 9999], "low": 3, "bound": "exact", "unit": "count"}},
    "measure": claim("3 tanks", "tanks.eaten", 3),
    "no end": claim("3 tanks", "equipment.captured", None),
    "no number": claim("3 tanks", "equipment.captured", "many"),
    "below nothing": claim("3 tanks", "equipment.captured", -3),
    "stance": claim("3 tanks", "equipment.captured", 3, stance="certain"),
    "days": claim("3 tanks", "equipment.captured", 3, period=["2030-02-30", None]),
    "turned days": claim(
        "3 tanks", "equipment.captured", 3, period=["2030-02-02", "2030-01-01"]
    ),
    "sentence": claim("3 tanks", "equipment.captured", 3, sentence=[0, 9]),
    "evidence": claim(
        "3 tanks", "equipment.captured", 3, evidence={"actor": [[5, 9999]]}
    ),
    "a list": [],
    "a name": claim("3 tanks", "equipment.captured", 3, place=7),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_does_not_stand_there_is_refused_and_the_rest_kept(case):
    good = claim("over 40 soldiers", "people.killed", 40)
    document = Document(TEXT)
    record = {"claims": [REFUSED[case], good]}
    reading, refused = read_record(document, record, "second reader x")
    assert [c.quantity.span.text for c in reading.claims] == ["over 40 soldiers"]
    (reason,) = refused
    assert reason.startswith("claim 1 ")


def test_a_party_named_in_the_text_s_language_is_the_one_of_our_claims():
    text = "Погибли 9 солдат."
    quantity = {"span": [8, 9], "low": 9, "high": 9, "bound": "exact", "unit": "count"}
    given = {"quantity": quantity, "words": "9", "measure": "people.killed"}
    reading, refused = read_record(
        Document(text, published=None, language="ru"),
        {"claims": [given | {"affected": "Украина"}]},
        "other",
    )
    assert (reading.claims[0].affected, refused) == ("Ukraine", ())


def test_a_line_without_claims_is_said(workspace, program):
    (read,) = ask(workspace, program({"claims": "none"}))
    assert isinstance(read, NotRead)
    assert 'no list "claims"' in read.reason


def test_a_program_that_fails_is_said(workspace, program):
    (read,) = ask(workspace, program({"claims": []}, before="sys.exit(7)"))
    assert isinstance(read, NotRead)
    assert "exit code 7" in read.reason


def test_lines_that_are_no_records_are_passed_over(workspace, program):
    command = program({"claims": []}, before="print('loading'); print('[1]')")
    (read,) = ask(workspace, command)
    assert isinstance(read, SecondRead)


@pytest.mark.parametrize("command", ["", "/no/such/program", "'unbalanced"])
def test_a_program_that_is_none_is_refused(workspace, command):
    with pytest.raises(InputError, match="cannot be run"):
        ask(workspace, command)


def test_differences_come_first_in_the_review_queue(workspace, ours, program):
    kept = [same_as(ours[w]) for w in ("over 40 soldiers", "3 tanks")]
    ask(workspace, program({"claims": kept}))
    asked = Asked(path="/review", query=(), form={})
    first = find_place(workspace, asked, "").current
    assert first.claim.quantity.span.text == "9 guns"
    workspace.rule(first, Decision.CONFIRM, by="Reviewer", reason="")
    later = find_place(workspace, asked, "").current
    assert later.claim.quantity.span.text != "9 guns"
    only = Asked(path="/review", query=(("queue", "readers"),), form={})
    assert find_place(workspace, only, "").current is None


def test_the_command_prints_agreement_and_reasons(
    tmp_path, monkeypatch, capsys, program
):
    monkeypatch.setattr("sayso.workspace.default_reader", lambda: standin.OWN)
    path = tmp_path / "report.txt"
    path.write_text(TEXT)
    bad = claim("3 tanks", "equipment.captured", 3) | {"words": "4 tanks"}
    good = claim("over 40 soldiers", "people.killed", 40)
    command = program({"claims": [bad, good]})
    ledger = str(tmp_path / "l.db")
    words = ["read", str(path), "--ledger", ledger, "--second-reader", command]
    assert main(words) == 0
    told = capsys.readouterr().err
    assert 'refused: claim 1 says "4 tanks" where "3 tanks" is' in told
    assert "second reader: 1 document;" in told
    with Workspace(ledger) as opened:
        assert list(opened.claims(Filters(measure="people.killed")))
