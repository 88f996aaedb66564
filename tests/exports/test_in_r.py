"""What R reads: the CSV by readr's conventions, SQLite by DBI, Parquet by arrow."""

import csv
import io
import shutil
import subprocess
from functools import cache

import pytest

from exported import EVERYTHING, export
from sayso.exports import FILE_FORMATS
from sayso.workspace.exporting import gather

BY_NAME = {form.name: form for form in FILE_FORMATS}
TYPES = """
types <- vapply(d, function(column) class(column)[1], "")
expected <- c(id = "character", low = "numeric", words = "character", start = "numeric",
    published = "Date", first_day = "Date", masked = "logical", review = "character")
wrong <- names(expected)[types[names(expected)] != expected]
if (length(wrong)) stop("of another type: ", paste(wrong, types[wrong], collapse = " "))
"""
SPANS = """
ends <- function(id, part, spans) {
    if (is.null(spans) || nrow(spans) == 0) return(NULL)
    data.frame(id = id, part = part, start = spans$start, end = spans$end)
}
each <- lapply(seq_len(nrow(d)), function(at) {
    said <- lapply(c("source", "cue", "content"),
        function(part) ends(d$id[at], part, d[[part]][[at]]))
    shown <- d$evidence[[at]]
    fields <- lapply(seq_len(nrow(shown)),
        function(one) ends(d$id[at], shown$field[one], shown$spans[[one]]))
    do.call(rbind, c(said, fields))
})
readr::write_csv(do.call(rbind, each), out)
"""
AGAIN = """
library(readr)
write_csv(d[, c("id", "claimant", "words", "low", "published", "masked")], out, na = "")
"""


@cache
def has(*packages):
    """True where R is here with these packages."""
    if shutil.which("Rscript") is None:
        return False
    asked = " && ".join(
        f'requireNamespace("{one}", quietly = TRUE)' for one in packages
    )
    done = run(f"quit(status = if ({asked}) 0 else 1)")
    return done.returncode == 0


def run(script, *paths):
    words = ["Rscript", "--vanilla", "-e", script, *map(str, paths)]
    return subprocess.run(words, capture_output=True, text=True, check=False)


def in_r(tmp_path, path, reading, writing=AGAIN):
    """Give the rows that R read of a file, written again by readr."""
    out = tmp_path / "again.csv"
    head = "paths <- commandArgs(TRUE); path <- paths[1]; out <- paths[2]\n"
    done = run(head + reading + writing, path, out)
    assert done.returncode == 0, done.stderr
    return list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8"))))


def rows_of(workspace):
    found = csv.DictReader(io.StringIO(export(workspace, "csv")))
    return [
        {
            "id": row["id"],
            "claimant": row["claimant"],
            "words": row["words"],
            "low": row["low"],
            "published": row["published"],
            "masked": row["masked"].upper(),
        }
        for row in found
    ]


@pytest.mark.skipif(not has("readr"), reason="needs R with readr (r-cran-readr)")
def test_the_csv_has_the_types_that_readr_guesses_and_no_problem(workspace, tmp_path):
    path = tmp_path / "claims.csv"
    path.write_text(export(workspace, "csv"), encoding="utf-8", newline="")
    reading = (
        'd <- readr::read_csv(path, show_col_types = FALSE, na = "")\n'
        'if (nrow(readr::problems(d))) stop("readr has problems")\n'
    )
    assert in_r(tmp_path, path, reading + TYPES) == rows_of(workspace)


@pytest.mark.skipif(
    not has("readr", "RSQLite"), reason="needs R with RSQLite (r-cran-rsqlite)"
)
def test_the_database_opens_by_dbi(workspace, tmp_path):
    path = tmp_path / "claims.sqlite"
    BY_NAME["sqlite"].write(gather(workspace, EVERYTHING), path)
    reading = (
        "held <- DBI::dbConnect(RSQLite::SQLite(), path)\n"
        'd <- DBI::dbGetQuery(held, "SELECT * FROM claims_with_outlets")\n'
        "d$masked <- as.logical(d$masked); DBI::dbDisconnect(held)\n"
    )
    assert in_r(tmp_path, path, reading) == rows_of(workspace)


@pytest.mark.skipif(
    not has("readr", "arrow"),
    reason="needs R with arrow; .ci/clean-root has it",
)
def test_the_parquet_file_opens_by_arrow(workspace, tmp_path):
    pytest.importorskip("pyarrow", reason="needs the extra parquet")
    path = tmp_path / "claims.parquet"
    BY_NAME["parquet"].write(gather(workspace, EVERYTHING), path)
    reading = "d <- as.data.frame(arrow::read_parquet(path))\n"
    typed = TYPES.replace('start = "numeric"', 'start = "integer"')  # R's 32 bits
    assert in_r(tmp_path, path, reading + typed) == rows_of(workspace)


@pytest.mark.skipif(
    not has("readr", "arrow"), reason="needs R with arrow; .ci/clean-root has it"
)
def test_every_nested_span_is_there_in_r(workspace, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet", reason="needs the extra parquet")
    path = tmp_path / "claims.parquet"
    BY_NAME["parquet"].write(gather(workspace, EVERYTHING), path)
    known = set()
    for row in parquet.read_table(path).to_pylist():
        parts = [(part, row[part] or ()) for part in ("source", "cue", "content")]
        parts += [(one["field"], one["spans"]) for one in row["evidence"]]
        known |= {
            (row["id"], part, str(span["start"]), str(span["end"]))
            for part, spans in parts
            for span in spans
        }
    reading = "d <- arrow::read_parquet(path)\n"
    found = in_r(tmp_path, path, reading, SPANS)
    assert {tuple(row.values()) for row in found} == known
    assert known
