"""What tools of others say of our files: DuckDB's shell, Datasette."""

import csv
import io
import json
import shutil
import subprocess

import pytest

from exported import EVERYTHING, export
from sayso.exports import FILE_FORMATS
from sayso.workspace.exporting import gather

needs_duckdb = pytest.mark.skipif(
    shutil.which("duckdb") is None, reason="needs DuckDB's shell; .ci/clean-root has it"
)
needs_datasette = pytest.mark.skipif(
    shutil.which("datasette") is None, reason="needs Datasette; .ci/clean-root has it"
)


@pytest.fixture
def written(workspace, tmp_path):
    """Writes every claim in one of the file formats; gives the path."""
    forms = {form.name: form for form in FILE_FORMATS}

    def write(name):
        path = tmp_path / f"claims.{name}"
        forms[name].write(gather(workspace, EVERYTHING), path)
        return path

    return write


def answer(*words):
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def in_duckdb(question):
    return answer("duckdb", "-json", "-c", question)


def figures(workspace):
    said = csv.DictReader(io.StringIO(export(workspace, "csv")))
    return sorted((row["words"], row["id"]) for row in said)


@needs_duckdb
def test_duckdb_opens_the_database(workspace, written):
    path = written("sqlite")
    # what comes with it is loaded, nothing is fetched
    asked = f"LOAD sqlite; ATTACH '{path}' AS held (TYPE sqlite, READ_ONLY);"
    rows = in_duckdb(f"{asked} SELECT words, id FROM held.claims_with_outlets")
    assert sorted((row["words"], row["id"]) for row in rows) == figures(workspace)


@needs_duckdb
def test_duckdb_opens_the_parquet_file_and_its_nested_spans(workspace, written):
    parquet = pytest.importorskip("pyarrow.parquet", reason="needs the extra parquet")
    path = written("parquet")
    rows = in_duckdb(f"SELECT words, id FROM '{path}'")
    assert sorted((row["words"], row["id"]) for row in rows) == figures(workspace)
    spans = f"SELECT unnest(content) AS span FROM '{path}'"
    ends = in_duckdb(f'SELECT span.start, span."end" FROM ({spans}) ORDER BY ALL')
    held = parquet.read_table(path).column("content").to_pylist()
    known = [(one["start"], one["end"]) for spans in held for one in spans or ()]
    assert [(one["start"], one["end"]) for one in ends] == sorted(known)
    assert known


@needs_datasette
def test_datasette_shows_the_claims(workspace, written):
    path = written("sqlite")
    asked = "/claims/claims_with_outlets.json?_shape=array&_size=max"
    rows = answer("datasette", str(path), "--get", asked)
    assert sorted((row["words"], row["id"]) for row in rows) == figures(workspace)
    asked = "/claims/claims.json?_shape=array&_search=soldiers"
    assert answer("datasette", str(path), "--get", asked)
