"""What a worker does for origins and incidents, put together without a cluster."""

import json
from datetime import date

import pyarrow

import standin
from sayso.cluster.linked import (
    incidents_schema,
    lines_schema,
    origins_schema,
    outlines_schema,
    settle,
    take_notes,
    take_outline,
    take_pairs,
    to_incidents,
    to_origins,
)
from sayso.cluster.shares import align_pairs
from sayso.linking.pooling.linked import incident_record, link, origin_record
from sayso.linking.pooling.outline import Outline
from sayso.linking.reuse import find_reuse
from sayso.model import Document, canonical_json, to_json
from sayso.vocabulary.theatres import load_theatres

RIVER = (
    "by the old bridge over the river and on the road that leads north to the border"
)
DOCUMENTS = [
    Document(
        f"General Ruk said {312 + n % 3} men of Tarn were killed in Olmar."
        f" {RIVER * (n % 2)} Post {n}. "
        + ("According to Wire 1, it went on." if n % 4 == 3 else ""),
        published=date(2030, 5, 14 + n % 2),
        outlet=f"Wire {n % 5}",
        url=f"https://wire.example/{n % 7}",
    )
    for n in range(14)
]
READINGS = [standin.read_document(document) for document in DOCUMENTS]


def batches(readings, size):
    rows = [{"stored": canonical_json(to_json(reading))} for reading in readings]
    for first in range(0, len(rows), size):
        yield pyarrow.RecordBatch.from_pylist(rows[first : first + size])


def rows_of(found):
    return [row for batch in found for row in batch.to_pylist()]


def outline_of(parts):
    whole = Outline()
    for part in parts:
        (row,) = rows_of(take_outline(batches(part, 3)))
        whole |= Outline.from_json(json.loads(row["outline"]))
    return canonical_json(whole.to_json())


def pairs():
    """Rows as the shares of a cluster have them, the lesser hash first."""
    text = {document.id: document.text for document in DOCUMENTS}
    found = [sorted((pair.a, pair.b)) for pair in find_reuse(DOCUMENTS)]
    rows = [
        {
            "a": bytes.fromhex(a),
            "b": bytes.fromhex(b),
            "text_a": text[a],
            "text_b": text[b],
            "stock": None,
        }
        for a, b in found
    ]
    return list(align_pairs([pyarrow.RecordBatch.from_pylist(rows)]))


def test_parts_give_the_rows_of_one_process():
    parts = [READINGS[9:], READINGS[4:9], READINGS[:4]]
    known = outline_of(parts)
    assert known == outline_of([READINGS])
    lines = [*take_pairs(pairs())]
    for part in parts:
        lines += take_notes(batches(part, 2), known)
    assert all(batch.schema == lines_schema() for batch in lines)
    settled = list(settle(reversed(lines)))
    texts = {document.id: document for document in DOCUMENTS}
    claims = [claim for reading in READINGS for claim in reading.claims]
    shared = list(find_reuse(DOCUMENTS))
    wanted = link(claims, texts, shared=shared, theatres=load_theatres())
    found = rows_of(settled)
    for kind, records in (
        ("origin", map(origin_record, wanted.origins)),
        ("incident", map(incident_record, wanted.incidents)),
    ):
        given = [row["line"] for row in found if row["kind"] == kind]
        assert given == [canonical_json(record) for record in records]
        assert given


def test_rows_have_the_documented_schemas():
    known = outline_of([READINGS])
    assert next(iter(take_outline([]))).schema == outlines_schema()
    settled = rows_of(settle(take_notes(batches(READINGS, 5), known)))
    for kind, work, schema, day in (
        ("origin", to_origins, origins_schema(), "day"),
        ("incident", to_incidents, incidents_schema(), "last"),
    ):
        rows = [row for row in settled if row["kind"] == kind]
        (typed,) = work([pyarrow.RecordBatch.from_pylist(rows)])
        assert typed.schema == schema
        assert isinstance(typed.to_pylist()[0][day], date)


def test_texts_do_not_travel():
    known = outline_of([READINGS])
    lines = rows_of(take_notes(batches(READINGS, 5), known))
    assert not any(RIVER in row["line"] for row in lines)
