import gzip
import json

import pytest

import standin
from sayso.cli import main

TEXT = "General Orlan said over 40 soldiers of Tarn were killed in Olmar."
KEYS = [
    *("id", "attributions", "claims", "quantities", "timexes", "toponyms", "gaps"),
    "reader",
]


@pytest.fixture(autouse=True)
def reader(monkeypatch):
    monkeypatch.setattr("sayso.workspace.default_reader", lambda: standin.OWN)


def write_lines(path, rows, opener=open):
    with opener(path, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)
    return str(path)


def test_extract_gives_a_line_a_document_in_input_order(tmp_path, capsys):
    rows = [{"id": f"d{n}", "text": TEXT.replace("40", str(n))} for n in range(9)]
    assert main(["extract", write_lines(tmp_path / "in.jsonl", rows)]) == 0
    out = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in out] == [row["id"] for row in rows]
    assert all(list(row) == KEYS for row in out)
    assert out[3]["claims"][0]["quantity"]["low"] == 3
    assert out[3]["attributions"][0]["cue"] == [[14, 18]]
    assert out[3]["toponyms"][0]["lat"] == 50.5


def test_extract_in_processes_gives_the_same_bytes(tmp_path):
    rows = [{"id": n, "text": f"{TEXT} {n} men were captured."} for n in range(12)]
    path = write_lines(tmp_path / "in.jsonl.gz", rows, gzip.open)
    for jobs in ("1", "2"):
        target = str(tmp_path / f"out{jobs}.jsonl")
        assert main(["extract", path, "--jobs", jobs, "-o", target]) == 0
    assert (tmp_path / "out1.jsonl").read_bytes() == (
        tmp_path / "out2.jsonl"
    ).read_bytes()


def test_extract_on_spark_needs_a_folder_to_write_to(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["extract", "in.jsonl", "--spark", "local"])
    assert stop.value.code == 2
    assert "name it with -o" in capsys.readouterr().err


def test_extract_goes_on_after_a_bad_line_and_strict_says_so(tmp_path, capsys):
    path = tmp_path / "in.jsonl"
    path.write_text(f'{{"id": 1, "text": "{TEXT}"}}\nnonsense\n{{"text": ""}}\n')
    assert main(["extract", str(path)]) == 0
    seen = capsys.readouterr()
    assert len(seen.out.splitlines()) == 2
    assert "line 2 is not JSON" in seen.err
    assert main(["extract", str(path), "--strict"]) == 1


def test_extract_names_a_document_the_reader_refuses(tmp_path, capsys):
    rows = [{"id": "bad", "text": "Please refuse me."}, {"id": "good", "text": TEXT}]
    assert main(["extract", write_lines(tmp_path / "in.jsonl", rows)]) == 0
    seen = capsys.readouterr()
    assert "bad the text asks to be refused" in seen.err
    assert json.loads(seen.out)["id"] == "good"


def test_extract_of_nothing_readable_is_unreadable_input(tmp_path, capsys):
    assert main(["extract", str(tmp_path / "none.jsonl")]) == 3
    assert "does not exist" in capsys.readouterr().err


def test_extract_leaves_no_part_of_a_file_it_cannot_write(tmp_path, capsys):
    path = write_lines(tmp_path / "in.jsonl", [{"text": TEXT}])
    target = tmp_path / "none" / "out.jsonl"
    assert main(["extract", path, "-o", str(target)]) == 3
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize("jobs", ["0", "-1", "x", "²"])
def test_extract_refuses_a_wrong_number_of_jobs(jobs):
    with pytest.raises(SystemExit) as stop:
        main(["extract", "in.jsonl", "--jobs", jobs])
    assert stop.value.code == 2


def test_extract_says_what_of_a_long_text_was_not_read(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("sayso.workspace.batch.LONGEST_READ", 100)
    rows = [{"id": "long", "text": f"{TEXT}\n" * 3}]
    assert main(["extract", write_lines(tmp_path / "in.jsonl", rows)]) == 0
    (gap,) = json.loads(capsys.readouterr().out)["gaps"]
    assert gap["span"][0] == len(TEXT) + 1
    assert "were not read: the document is too long" in gap["reason"]


def test_extract_to_parquet_says_the_same_with_spans_nested(tmp_path, capsys):
    parquet = pytest.importorskip("pyarrow.parquet", reason="needs the extra parquet")
    rows = [{"id": f"d{n}", "text": TEXT.replace("40", str(n))} for n in range(3)]
    path = write_lines(tmp_path / "in.jsonl", rows)
    target = tmp_path / "said.parquet"
    assert main(["extract", path, "--to", "parquet", "-o", str(target)]) == 0
    found = parquet.read_table(target).to_pylist()
    assert main(["extract", path]) == 0
    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in found] == ["d0", "d1", "d2"]
    for row, line in zip(found, said, strict=True):
        (claim,), (told,) = row["claims"], line["claims"]
        span = claim["span"]
        assert [span["start"], span["end"]] == told["quantity"]["span"]
        assert claim["words"] == told["words"]
        assert row["attributions"][0]["cue"] == [{"start": 14, "end": 18}]


def test_extract_to_parquet_wants_a_file(tmp_path):
    path = write_lines(tmp_path / "in.jsonl", [{"id": "a", "text": TEXT}])
    with pytest.raises(SystemExit) as stop:
        main(["extract", path, "--to", "parquet"])
    assert stop.value.code == 2
