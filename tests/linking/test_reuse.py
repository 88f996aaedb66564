import gzip
import json
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.linking.clusters import containment, find_clusters
from sayso.linking.grams import SLICE, find_grams, winnow
from sayso.linking.reuse import ReuseIndex, SharedPassages, find_reuse, find_shared
from sayso.model import Document

STORY = (
    "The border guard of Westland said on Friday that its patrols had counted nine"
    " hundred vehicles at the northern crossing, twice as many as a week before, and"
    " that drivers were waiting for up to eleven hours in the rain."
)
OTHER = (
    "Harbour workers in Eastport began to unload a ship with wheat on Monday while the"
    " mayor walked along the pier with visitors from three neighbouring districts who"
    " had come to look at the repaired cranes."
)


def pairs(*texts: str) -> list[SharedPassages]:
    return list(find_shared((str(n), text) for n, text in enumerate(texts)))


def test_spans_are_the_exact_words_of_both_sides():
    before, after = "Westland, Friday. ", " More to follow."
    shared = pairs(OTHER + " " + STORY, before + STORY + after)
    assert len(shared) == 1
    passage = shared[0].passages[0]
    assert passage.a.text.strip(".") == passage.b.text.strip(".") == STORY.strip(".")
    assert (before + STORY + after)[passage.b.start :].startswith("The border guard")


def test_strangers_share_nothing():
    assert pairs(STORY, OTHER) == []


def test_reworded_passage_is_found():
    reworded = STORY.replace("Friday", "Thursday").replace("a week before", "last week")
    shared = pairs(STORY, OTHER + " " + reworded)
    assert [(p.a, p.b) for p in shared] == [("0", "1")]
    assert shared[0].covered_a > 30


def test_one_common_phrase_is_no_reuse():
    phrase = "the spokesman of the ministry"
    assert pairs(STORY + " " + phrase, OTHER + " " + phrase) == []


@pytest.mark.parametrize("text", ["", " ", "one", "one two three", "\ud800", "a " * 99])
def test_odd_texts_share_nothing(text):
    assert pairs(text, STORY) == []


def test_word_edges_survive_slicing():
    text = "word " * (SLICE // 5 + 10)
    grams = find_grams(text)
    assert grams.words == SLICE // 5 + 10
    assert len(np.unique(grams.hashes)) == 1


def test_characters_that_change_length_keep_offsets():
    text = "İİİ " + STORY
    grams = find_grams(text)
    assert text[grams.starts[1] : grams.ends[1]] == "The"


@given(st.text(max_size=300))
def test_starts_and_ends_are_words(text):
    grams = find_grams(text)
    for start, end in zip(grams.starts, grams.ends, strict=True):
        assert 0 <= start < end <= len(text)


@given(st.text("ab ", max_size=200), st.integers(1, 5))
def test_winnowing_keeps_some_of_the_grams(text, window):
    grams = find_grams(text)
    assert set(winnow(grams, window)) <= set(grams.hashes)
    assert bool(len(winnow(grams, window))) == bool(len(grams.hashes))


def test_index_continues_from_its_rows():
    texts = {"a": STORY, "b": OTHER, "c": OTHER + " " + STORY}
    whole = ReuseIndex(texts.__getitem__)
    at_once = list(whole.add(texts.items()))
    begun = ReuseIndex(texts.__getitem__)
    assert list(begun.add([("a", STORY), ("b", OTHER)])) == []
    resumed = ReuseIndex(texts.__getitem__, begun.rows())
    assert list(resumed.add([("b", OTHER), ("c", texts["c"])])) == at_once
    assert list(resumed.rows()) == list(whole.rows())
    assert [p.a for p in at_once] == ["a", "b"]
    assert list(resumed.rows(2)) == list(whole.rows())[2:]
    assert "c" in resumed
    assert len(resumed) == 3


def test_wide_window_still_finds_copies():
    index = ReuseIndex({"a": STORY, "b": STORY}.__getitem__, window=4)
    assert [p.covered_a for p in index.add([("a", STORY), ("b", STORY)])] == [
        find_grams(STORY).words
    ]


def test_story_with_many_copies_is_tied_to_its_first():
    copies = [f"Edition {n}. {STORY}" for n in range(60)]
    shared = pairs(*copies)
    assert {p.b for p in shared if p.a == "0"} == {str(n) for n in range(1, 60)}
    assert len(shared) < 60 * 25


def test_documents_are_told_by_id():
    documents = [Document(STORY), Document("Late edition. " + STORY)]
    assert [(p.a, p.b) for p in find_reuse(documents)] == [
        (documents[0].id, documents[1].id)
    ]


def test_clusters_do_not_merge_through_a_round_up():
    shared = pairs(STORY, OTHER, STORY + " " + OTHER, "Update: " + STORY)
    keys = ["0", "1", "2", "3"]
    clusters = find_clusters(keys, shared)
    assert clusters in ((("0", "2", "3"), ("1",)), (("0", "3"), ("1", "2")))
    assert all(0 < containment(p) <= 1 for p in shared)
    assert find_clusters(keys, reversed(shared)) == clusters
    assert find_clusters([], []) == ()


@pytest.mark.quality
def test_reuse_on_labelled_pairs(shared, tmp_path):
    data = shared / "data" / "reuse"
    with gzip.open(data / "docs.jsonl.gz", "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    path = tmp_path / "pairs.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for pair in find_shared((r["id"], r["text"]) for r in records):
            spans = [[p.a.start, p.a.end, p.b.start, p.b.end] for p in pair.passages]
            out.write(json.dumps({"a": pair.a, "b": pair.b, "passages": spans}) + "\n")
    scorer = [sys.executable, shared / "bench" / "score_reuse.py", data, path]
    printed = subprocess.run(scorer, capture_output=True, text=True, check=True).stdout
    scores = json.loads(printed.splitlines()[-1])
    assert scores["lex_f1"] >= 0.945
    assert scores["pair_f1"] >= 0.92
    assert scores["lex_char_f1"] >= 0.86
    assert scores["ari"] >= 0.80
