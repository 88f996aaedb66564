"""What a worker does, tried without a cluster; all parties and places are invented."""

import gzip
import json
from hashlib import sha256

import pyarrow
import pytest

import standin
from sayso.cluster import cluster_schema, read_archives, read_lines
from sayso.errors import InputError
from sayso.exports.reading_parquet import to_row
from sayso.model import Reading, from_json
from sayso.workspace.cluster_output import load_readings, parse_reading
from sayso.workspace.streams import extract

LINES = [
    {
        "id": number,
        "text": f"General Ruk said {number} men of Tarn were killed in Olmar.",
        "published": "2030-05-14",
        "outlet": "Post",
    }
    for number in range(3, 43)
]


def own():
    return standin.OWN


def in_batches(lines, size=7):
    for first in range(0, len(lines), size):
        group = lines[first : first + size]
        keys = [sha256(line).hexdigest() for line in group]
        yield pyarrow.RecordBatch.from_pydict({"input": keys, "line": group})


def rows_of(lines, get_reader=own):
    return [
        row
        for batch in read_lines(in_batches(lines), get_reader)
        for row in batch.to_pylist()
    ]


def test_rows_are_those_of_the_command_for_the_same_lines(tmp_path):
    lines = [json.dumps(line).encode() for line in LINES]
    path = tmp_path / "in.jsonl"
    path.write_bytes(b"\n".join(lines))
    records = extract(str(path), read=standin.read_document)
    shared = [{**to_row(record), "id": record["id"]} for record in records]
    rows = rows_of(lines)
    assert [{key: row[key] for key in shared[0]} for row in rows] == shared
    assert [row["input"] for row in rows] == [sha256(x).hexdigest() for x in lines]
    assert len({row["document"] for row in rows}) == len(LINES)


def test_every_batch_has_the_one_schema():
    lines = [json.dumps(line).encode() for line in LINES] + [b"no json"]
    batches = list(read_lines(in_batches(lines), own))
    assert len(batches) > 1
    assert all(batch.schema == cluster_schema() for batch in batches)


def test_a_row_holds_the_whole_reading():
    (row,) = rows_of([json.dumps(LINES[0]).encode()])
    reading = from_json(Reading, json.loads(row["stored"]))
    assert reading == standin.read_document(reading.document)
    assert reading.document.outlet == "Post"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "is not JSON"),
        (b'{"text": 3}', 'has no "text"'),
        (b'{"text": "\xff"}', "is not UTF-8"),
        (json.dumps({"text": "refuse me"}).encode(), "refuse"),
    ],
)
def test_what_is_not_read_is_a_row_with_the_reason(line, reason):
    (row,) = rows_of([line])
    assert reason in row["refused"]
    assert row["stored"] is None
    assert row["reader"] == standin.READER


def test_a_line_without_an_id_is_called_by_its_hash():
    line = json.dumps({"text": "Nothing."}).encode()
    (row,) = rows_of([line])
    assert row["id"] == sha256(line).hexdigest()


def test_files_are_opened_by_their_path(tmp_path):
    path = tmp_path / "in.jsonl.gz"
    with gzip.open(path, "wt") as out:
        out.writelines(json.dumps(line) + "\n" for line in LINES)
    given = pyarrow.RecordBatch.from_pydict({"input": ["a"], "path": [str(path)]})
    rows = [r for batch in read_archives([given], own) for r in batch.to_pylist()]
    assert [row["id"] for row in rows] == [str(line["id"]) for line in LINES]
    assert {row["input"] for row in rows} == {"a"}


def test_words_that_do_not_stand_in_the_text_refuse_the_row():
    (row,) = rows_of([json.dumps(LINES[0]).encode()])
    changed = row["stored"].replace("Olmar.", "Belmo.")
    with pytest.raises(InputError, match="does not stand in its text"):
        parse_reading(changed, "part.parquet")
    with pytest.raises(InputError, match="no reading"):
        parse_reading("{}", "part.parquet")


def test_a_folder_without_rows_is_refused(tmp_path):
    with pytest.raises(InputError, match="no Parquet files"):
        list(load_readings(tmp_path))
    (tmp_path / "a.parquet").write_bytes(b"no parquet")
    with pytest.raises(InputError, match="no output of a cluster"):
        list(load_readings(tmp_path))
