"""90 of 90: every span that leaves is the same span when it is read again.

Texts with emoji, quotation marks and look-alike sentences; what leaves by tools for
labelling and comes back as rulings is in `test_labelled_texts.py`.
"""

import csv
import io
import json
import sqlite3
from contextlib import closing
from string import ascii_uppercase

import pytest

from sayso.exports import FILE_FORMATS, FORMATS
from sayso.ledger import Filters
from sayso.model import Document
from sayso.workspace import Workspace
from sayso.workspace.exporting import gather

BY_NAME = {form.name: form for form in (*FORMATS, *FILE_FORMATS)}
TEXT = "👁 Notes & “quotes” <b>\n" + "\n".join(
    f"Colonel Ruk said over {at % 8 + 40} soldiers of Tarn 🚁 were killed at {letter}."
    for at, letter in enumerate(ascii_uppercase)
)
"""Eight figures, each in several sentences."""
PRISONER = "Ruk met prisoner Yuri Bel and said 9 men were captured in Bren by Vessia."


@pytest.fixture(scope="module")
def workspace():
    with Workspace("memory:") as opened:
        documents = [
            Document(text, outlet="Post", url=f"https://post.example/{at}")
            for at, text in enumerate((TEXT, PRISONER))
        ]
        list(opened.read(documents))
        yield opened


@pytest.fixture(scope="module")
def spans(workspace):
    """Every span of every claim but the figure's: (claim, part, start, end)."""
    known = {
        str(h.attribution.id): h.attribution
        for document in workspace.ledger.documents()
        for h in workspace.ledger.attributions(document.id)
    }
    found = set()
    for held in workspace.claims():
        said = known.get(str(held.claim.attribution))
        parts = [(str(e.field), e.spans) for e in held.claim.evidence]
        if said is not None:
            parts += [(p, getattr(said, p)) for p in ("source", "cue", "content")]
        found |= {(held.id, p, s.start, s.end) for p, some in parts for s in some}
    assert len(found) >= 90
    return found


def figures(workspace):
    spans = {h.id: h.claim.quantity.span for h in workspace.claims()}
    return {key: (span.start, span.end) for key, span in spans.items()}


def test_every_span_comes_back_from_sqlite(workspace, spans, tmp_path):
    path = tmp_path / "claims.sqlite"
    BY_NAME["sqlite"].write(gather(workspace, Filters()), path)
    with closing(sqlite3.connect(path)) as database:
        found = database.execute("SELECT claim, part, start, end FROM spans").fetchall()
    assert (len(found), set(found)) == (len(spans), spans)


def test_every_span_comes_back_from_parquet(workspace, spans, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet", reason="needs the extra parquet")
    path = tmp_path / "claims.parquet"
    BY_NAME["parquet"].write(gather(workspace, Filters()), path)
    found = set()
    for row in parquet.read_table(path).to_pylist():
        parts = [(one["field"], one["spans"]) for one in row["evidence"]]
        parts += [(part, row[part] or ()) for part in ("source", "cue", "content")]
        found |= {
            (row["id"], part, span["start"], span["end"])
            for part, some in parts
            for span in some
        }
    assert found == spans


def test_every_figure_of_the_csv_stands_where_it_is_said_to(workspace):
    out = io.StringIO(newline="")
    BY_NAME["csv"].write(gather(workspace, Filters()), out)
    rows = csv.DictReader(io.StringIO(out.getvalue()))
    found = {row["id"]: (int(row["start"]), int(row["end"])) for row in rows}
    assert found == figures(workspace)


def test_every_annotation_for_hypothesis_is_found_at_its_own_words_alone(workspace):
    out = io.StringIO()
    BY_NAME["hypothesis"].write(gather(workspace, Filters()), out)
    texts = {f"https://post.example/{at}": t for at, t in enumerate((TEXT, PRISONER))}
    found = {}
    for one in json.loads(out.getvalue()):
        ((selector,),) = (target["selector"] for target in one["target"])
        text = texts[one["uri"]]
        whole = selector["prefix"] + selector["exact"] + selector["suffix"]
        assert text.count(whole) == 1
        start = text.index(whole) + len(selector["prefix"])
        key = one["text"].rpartition("Claim ")[2].rstrip(".")
        found[key] = (start, start + len(selector["exact"]))
    assert found == figures(workspace)


def test_what_stands_around_a_quotation_ends_at_a_withheld_name(workspace):
    out = io.StringIO()
    BY_NAME["hypothesis"].write(gather(workspace, Filters()), out)
    last = json.loads(out.getvalue())[-1]
    (selector,) = last["target"][0]["selector"]
    assert selector["exact"] == "9 men"
    assert selector["prefix"] == " and said "
    assert selector["suffix"].startswith(" were captured")
    assert "█" not in out.getvalue()
