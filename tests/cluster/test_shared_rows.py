"""What a worker does for shared passages, put together without a cluster."""

from collections import Counter, defaultdict

import pyarrow
import pytest

import standin
from sayso.cluster.shares import align_pairs, read_texts, shares_schema, take_prints
from sayso.linking.postings import MOST_PARTNERS, RARE_WEIGHT, STOCK_WEIGHT
from sayso.linking.reuse import ReuseIndex, least_shared
from sayso.model import Document, canonical_json, to_json

STOCK = "Officials who spoke on the record asked not to be quoted by name in it. "
STORY = ("river", "bridge", "market", "school", "tower", "🚁field")
TEXTS = [
    f"General Ruk said {n} men were killed. {STOCK * (n % 4 > 0)}"
    + " ".join(f"{word}{n % 5}" for word in STORY)
    + f" as w{n} x{n} y{n} z{n} told."
    for n in range(100, 140)
]


def readings():
    """Batches as a cluster's output has them."""
    rows = [
        {
            "document": Document(text).id,
            "stored": canonical_json(to_json(standin.read_document(Document(text)))),
        }
        for text in TEXTS
    ]
    for first in range(0, len(rows), 16):
        yield pyarrow.RecordBatch.from_pylist(rows[first : first + 16])


def candidates(prints, window):
    """Pairs and stock phrases by sums and least keys, in whatever order rows come."""
    holders = defaultdict(list)
    for row in prints:
        holders[row["hash"]].append(row["document"])
    weights, stock = Counter(), defaultdict(list)
    for one, keys in holders.items():
        is_stock = len(keys) >= MOST_PARTNERS
        for later in keys:
            if is_stock:
                stock[later].append(one)
            for earlier in sorted(keys)[:MOST_PARTNERS]:
                if earlier < later:
                    weight = STOCK_WEIGHT if is_stock else RARE_WEIGHT
                    weights[earlier, later] += weight
    least = least_shared(window) * RARE_WEIGHT
    return [(pair, stock.get(pair[1])) for pair, w in weights.items() if w >= least]


@pytest.mark.parametrize("window", [1, 4])
def test_pairs_are_those_of_one_process_in_the_order_of_hashes(window):
    texts = [b for batch in read_texts(readings()) for b in batch.to_pylist()]
    text_of = {row["document"]: row["text"] for row in texts}
    assert sorted(text_of.values()) == sorted(TEXTS)
    batches = [pyarrow.RecordBatch.from_pylist(texts)]
    prints = [r for b in take_prints(batches, window) for r in b.to_pylist()]
    pairs = [
        {"a": a, "b": b, "text_a": text_of[a], "text_b": text_of[b], "stock": stock}
        for (a, b), stock in candidates(reversed(prints), window)
    ]
    (found,) = align_pairs([pyarrow.RecordBatch.from_pylist(pairs)])
    assert found.schema == shares_schema()
    held = {Document(text).id: text for text in TEXTS}
    index = ReuseIndex(held.__getitem__, window=window)
    expected = {(one.a, one.b): one for one in index.add(sorted(held.items()))}
    rows = {(row["a"], row["b"]): row for row in found.to_pylist()}
    assert rows.keys() == expected.keys()
    assert len(rows) > 40
    for key, row in rows.items():
        one = expected[key]
        assert (row["covered_a"], row["words_b"]) == (one.covered_a, one.words_b)
        for stretch, passage in zip(row["passages"], one.passages, strict=True):
            words = held[one.a][stretch["a_start"] : stretch["a_end"]]
            assert words == passage.a.text
            assert stretch["grams"] == passage.grams
