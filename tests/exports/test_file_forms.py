"""Exports that are no text: SQLite and Parquet, masked and marked like the others."""

import sqlite3

import pytest

from exported import EVERYTHING, LONG, TEXTS, export
from sayso.exports import FILE_FORMATS, to_pandas, to_polars
from sayso.exports.bundle import NOT_LOOKED_AT
from sayso.ledger import Filters
from sayso.workspace.exporting import gather

BY_NAME = {form.name: form for form in FILE_FORMATS}


@pytest.fixture
def database(workspace, tmp_path):
    path = tmp_path / "claims.sqlite"
    BY_NAME["sqlite"].write(gather(workspace, EVERYTHING), path)
    opened = sqlite3.connect(path)
    opened.row_factory = sqlite3.Row
    yield opened
    opened.close()


@pytest.fixture
def frame(workspace, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet", reason="needs the extra parquet")
    path = tmp_path / "claims.parquet"
    BY_NAME["parquet"].write(gather(workspace, EVERYTHING), path)
    return parquet.read_table(path)


@pytest.mark.parametrize("name", BY_NAME)
def test_equal_exports_give_equal_bytes(workspace, tmp_path, name):
    pytest.importorskip("pyarrow", reason="needs the extra parquet")
    paths = [tmp_path / "one", tmp_path / "two"]
    for path in paths:
        BY_NAME[name].write(gather(workspace, EVERYTHING), path)
    assert paths[0].read_bytes() == paths[1].read_bytes()


@pytest.mark.parametrize("name", BY_NAME)
def test_no_prisoners_name_and_no_full_text_leaves(workspace, tmp_path, name):
    pytest.importorskip("pyarrow", reason="needs the extra parquet")
    path = tmp_path / "out"
    BY_NAME[name].write(gather(workspace, EVERYTHING), path)
    data = path.read_bytes()
    assert b"Yuri" not in data
    assert BY_NAME[name].has_texts or LONG[:400].encode() not in data


def test_sqlite_has_plain_columns_that_lead_back_to_the_words(database):
    rows = database.execute("SELECT * FROM claims_with_outlets ORDER BY rowid")
    first = rows.fetchone()
    assert first["words"] == TEXTS[0][first["start"] : first["end"]]
    assert (first["low"], first["high"], first["bound"]) == (40, None, "at_least")
    assert (first["outlet"], first["language"]) == ("=Post", "en")
    assert first["review"] == NOT_LOOKED_AT


def test_sqlite_is_joined_and_whole(database, workspace):
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    (count,) = database.execute("SELECT count(*) FROM claims").fetchone()
    assert count == len(export(workspace, "jsonl").splitlines())


def test_sqlite_finds_words_and_counts_by_claimant(database):
    found = database.execute(
        "SELECT words FROM claims JOIN claims_fts ON claims_fts.rowid = claims.rowid"
        " WHERE claims_fts MATCH 'orlan'"
    )
    assert [row[0] for row in found] == ["over 40 soldiers"]
    names = [r["claimant"] for r in database.execute("SELECT * FROM claimants")]
    assert "Unattributed" in names
    unseen = database.execute("SELECT count(*) FROM not_looked_at").fetchone()[0]
    assert unseen == sum(1 for _ in database.execute("SELECT id FROM claims"))


def test_sqlite_spans_stand_in_their_text(database):
    rows = database.execute(
        "SELECT part, spans.start, spans.end FROM spans JOIN claims ON claim = id"
        " WHERE document = (SELECT document FROM claims WHERE rowid = 1) AND claim ="
        " (SELECT id FROM claims WHERE rowid = 1)"
    ).fetchall()
    words = {row["part"]: TEXTS[0][row["start"] : row["end"]] for row in rows}
    assert words["source"] == "General Orlan"


def test_parquet_has_types_and_nested_spans(frame, workspace):
    assert frame.num_rows == len(export(workspace, "jsonl").splitlines())
    assert str(frame.schema.field("published").type) == "date32[day]"
    assert str(frame.schema.field("low").type) == "double"
    first = frame.slice(0, 1).to_pylist()[0]
    assert first["language"] == "en"
    (source,) = first["source"]
    assert TEXTS[0][source["start"] : source["end"]] == "General Orlan"
    assert frame.schema.metadata[b"sayso.schema_version"] == b"2"
    assert frame.schema.field("id").metadata[b"meaning"]


def test_parquet_opens_as_a_data_frame(frame):
    pandas = pytest.importorskip("pandas", reason="needs the extra notebook")
    table = frame.to_pandas()
    assert isinstance(table, pandas.DataFrame)
    assert table["words"][0] == "over 40 soldiers"


def test_a_frame_of_pandas_has_typed_columns(workspace):
    pandas = pytest.importorskip("pandas", reason="needs the extra notebook")
    frame = to_pandas(gather(workspace, EVERYTHING))
    assert isinstance(frame, pandas.DataFrame)
    assert len(frame) == len(export(workspace, "jsonl").splitlines())
    assert str(frame["published"].dtype) == "datetime64[s]"
    assert frame["words"][0] == "over 40 soldiers"
    assert "Yuri" not in frame.to_csv()


def test_a_frame_of_polars_has_typed_columns(workspace):
    polars = pytest.importorskip("polars", reason="needs the extra polars")
    frame = to_polars(gather(workspace, EVERYTHING))
    assert frame.height == len(export(workspace, "jsonl").splitlines())
    assert frame.schema["published"] == polars.Date
    assert frame["low"][0] == 40.0
    assert frame["high"][0] is None
    assert "Yuri" not in frame.write_csv()


def test_frames_of_nothing_keep_their_columns(workspace):
    pytest.importorskip("pandas", reason="needs the extra notebook")
    nothing = Filters(measure="forces.deployed")
    assert len(to_pandas(gather(workspace, nothing)).columns) > 30
