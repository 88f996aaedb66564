"""The labelled reports of our own: what their files promise."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))
from claims.matching import judge, pair
from claims.reports import fold_of, name_of, read_reports, story_of

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "training" / "reports").glob("*.jsonl*"))
NAMES = [name_of(path) for path in FILES]


def spans_of(row):
    """Every span of a report with its text where the label repeats it."""
    for claim in row["claims"]:
        yield claim["quantity"]["span"], claim["words"]
        yield claim["sentence"], None
        for spans in (claim.get("evidence") or {}).values():
            for span in spans or ():
                yield span, row["text"][slice(*span)].strip()
    for negative in row.get("negatives", ()):
        yield negative["span"], None
    for attribution in row.get("attributions", ()):
        for role in ("source", "cue", "content"):
            yield from ((span, None) for span in attribution[role])


def is_inside(span, text):
    return 0 <= span[0] < span[1] <= len(text)


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_spans_lie_in_the_text_and_give_their_words(path):
    for row in read_reports(path):
        for span, words in spans_of(row):
            assert is_inside(span, row["text"]), (row["id"], span)
            assert words in (None, row["text"][slice(*span)]), (row["id"], span)


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_labels_are_right_against_themselves(path):
    for row in read_reports(path):
        claims = row["claims"]
        pairs = pair(claims, claims)
        assert len(pairs) == len(claims), row["id"]
        if not row.get("partial"):
            assert all(judge(claims[i], claims[j])["full"] for i, j in pairs), row["id"]


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_reports_are_our_own_and_named_once(path):
    rows = list(read_reports(path))
    assert {row["licence"] for row in rows} == {"Apache-2.0"}
    assert all(row["constructed"] for row in rows)
    assert len({row["id"] for row in rows}) == len(rows)


def test_readme_lists_every_file_with_its_counts():
    readme = (ROOT / "training" / "reports" / "README.md").read_text("utf-8")
    for path in FILES:
        rows = list(read_reports(path))
        claims = sum(len(row["claims"]) for row in rows)
        (line,) = [row for row in readme.splitlines() if f"| {path.name} |" in row]
        assert f"| {len(rows)} | {claims:,} |" in line


def test_files_over_a_megabyte_are_packed():
    assert all(path.stat().st_size < 1_000_000 for path in FILES)


@pytest.mark.parametrize(
    ("row", "story"),
    [
        ({"id": "a", "story": "fair"}, "fair"),
        ({"id": "a", "origin": ["fair", "other"]}, "fair"),
        ({"id": "a", "origin": []}, "a"),
        ({"id": "a", "origin": "none"}, "a"),
        ({"id": "a", "origin": "invented, hand b"}, "a"),
        ({"id": "a", "cluster": 7}, "7"),
        ({"id": "a"}, "a"),
    ],
)
def test_story_is_what_a_report_names_or_the_report(row, story):
    assert story_of(row) == story


def test_reports_of_a_story_fall_into_one_fold():
    folds = {fold_of({"id": str(n), "story": "fair"}, 4) for n in range(9)}
    assert len(folds) == 1
    assert {fold_of({"id": str(n)}, 4) for n in range(99)} == {0, 1, 2, 3}


def test_packed_reports_are_read_as_plain_ones(tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "ü"}) + "\n\n", "utf-8")
    assert list(read_reports(tmp_path / "a.jsonl")) == [{"id": "ü"}]
