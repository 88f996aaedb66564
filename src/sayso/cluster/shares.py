"""What a worker does for shared passages: batches in, batches out; no cluster here.

Fingerprints of a text, and two texts set side by side, are functions of the texts
alone (`sayso.linking`); which texts hold a fingerprint is added up in between.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np

from sayso.exports.parquet import load_arrow
from sayso.linking.grams import find_grams, winnow
from sayso.linking.reuse import SharedPassages, Side, align


def texts_schema() -> Any:
    """Give the schema of texts: "document" (SHA-256, bytes) and "text"."""
    arrow = load_arrow()
    return arrow.schema([("document", arrow.binary()), ("text", arrow.string())])


def prints_schema() -> Any:
    """Give the schema of fingerprints: one row a document and hash, each once."""
    arrow = load_arrow()
    return arrow.schema([("document", arrow.binary()), ("hash", arrow.int64())])


def shares_schema() -> Any:
    """Give the schema of the output, a row for two texts that share passages.

    Columns: "a" and "b" (SHA-256 of the texts, the lesser first), "passages" (offsets
    in code points, ends exclusive, and different runs of four words in common), and of
    each text how many words lie in a passage, and how many it has.
    """
    arrow = load_arrow()
    names = ("a_start", "a_end", "b_start", "b_end", "grams")
    passage = arrow.struct([(name, arrow.int64()) for name in names])
    counts = ("covered_a", "words_a", "covered_b", "words_b")
    return arrow.schema(
        [
            ("a", arrow.string()),
            ("b", arrow.string()),
            ("passages", arrow.list_(passage)),
            *((name, arrow.int64()) for name in counts),
        ]
    )


def read_texts(batches: Iterable[Any]) -> Iterator[Any]:
    """Give the texts of rows of readings, from their stored form.

    Args:
        batches: Arrow batches with the columns "document" and "stored".
    """
    arrow = load_arrow()
    for batch in batches:
        ids, stored = _columns(batch, "document", "stored")
        keys = [bytes.fromhex(one) for one in ids]
        texts = [json.loads(one)["document"]["text"] for one in stored]
        yield arrow.RecordBatch.from_arrays(
            [arrow.array(keys, arrow.binary()), arrow.array(texts, arrow.string())],
            schema=texts_schema(),
        )


def take_prints(batches: Iterable[Any], window: int) -> Iterator[Any]:
    """Give the fingerprints of texts.

    Args:
        batches: Arrow batches of `texts_schema`.
        window: See `winnow`.
    """
    arrow = load_arrow()
    for batch in batches:
        for key, text in zip(*_columns(batch, "document", "text"), strict=True):
            hashes = winnow(find_grams(text), window).view(np.int64)
            keys = arrow.array([key] * len(hashes), arrow.binary())
            columns = [keys, arrow.array(hashes, arrow.int64())]
            yield arrow.RecordBatch.from_arrays(columns, schema=prints_schema())


def align_pairs(batches: Iterable[Any]) -> Iterator[Any]:
    """Give what pairs of texts share; nothing for a pair that shares no passage.

    Args:
        batches: Arrow batches with the columns "a", "b", "text_a", "text_b" and
            "stock" (hashes of b that many texts hold; null for none).
    """
    arrow = load_arrow()
    names = ("a", "b", "text_a", "text_b", "stock")
    for batch in batches:
        rows = []
        for a, b, text_a, text_b, stock in zip(*_columns(batch, *names), strict=True):
            common = np.sort(np.array(stock or [], np.int64).view(np.uint64))
            one = Side(a.hex(), text_a, find_grams(text_a))
            other = Side(b.hex(), text_b, find_grams(text_b))
            shared = align(one, other, common)
            if shared is not None:
                rows.append(_row(shared))
        yield arrow.RecordBatch.from_pylist(rows, schema=shares_schema())


def _columns(batch: Any, *names: str) -> Iterator[list[Any]]:
    return (batch.column(name).to_pylist() for name in names)


def _row(shared: SharedPassages) -> dict[str, Any]:
    return {
        "a": shared.a,
        "b": shared.b,
        "passages": [
            {
                "a_start": passage.a.start,
                "a_end": passage.a.end,
                "b_start": passage.b.start,
                "b_end": passage.b.end,
                "grams": passage.grams,
            }
            for passage in shared.passages
        ],
        "covered_a": shared.covered_a,
        "words_a": shared.words_a,
        "covered_b": shared.covered_b,
        "words_b": shared.words_b,
    }
