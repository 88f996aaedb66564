"""The example reports are marked as constructed and are what origins.json says."""

import json
import re
from pathlib import Path

import pytest

from sayso.intake import detect_language

FOLDER = Path(__file__).resolve().parent.parent / "examples" / "kursk-2025-03"
LINES = (FOLDER / "reports.jsonl").read_text(encoding="utf-8").splitlines()
REPORTS = {report["id"]: report for report in map(json.loads, LINES)}
ORIGINS = json.loads((FOLDER / "origins.json").read_text(encoding="utf-8"))
DRIFT_KINDS = {"bound", "value", "attribution", "scope", "unit", "wording"}


def passages():
    """Yield (report, words) wherever origins.json quotes a report."""
    for chain in ORIGINS["drift"]:
        for step in (chain["first"], *chain["changes"]):
            yield step["report"], step["words"]
    for revision in ORIGINS["revisions"]:
        yield revision["from"]["report"], revision["from"]["words"]
        yield revision["to"]["report"], revision["to"]["words"]
    for sum_ in ORIGINS["arithmetic"]:
        yield from ((sum_["report"], words) for words in sum_["inputs"])


@pytest.mark.parametrize("report", list(REPORTS.values()), ids=list(REPORTS))
def test_report_is_marked_and_short(report):
    assert report["constructed"] is True
    assert re.fullmatch(r"https://[a-z-]+\.example\.org/.+", report["url"])
    assert 100 <= len(report["text"].split()) <= 350
    assert report["outlet"]
    assert report["title"]


@pytest.mark.parametrize(("report", "words"), list(passages()))
def test_quoted_words_stand_in_their_report(report, words):
    assert words in REPORTS[report]["text"]


def test_every_report_has_an_origin_and_a_row_in_the_readme():
    held = {report for origin in ORIGINS["origins"] for report in origin["reports"]}
    assert held == set(REPORTS)
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [name for name in REPORTS if f"`{name}`" not in readme] == []
    assert [r["outlet"] for r in REPORTS.values() if r["outlet"] not in readme] == []


def test_kinds_of_drift_are_known():
    changes = [step for chain in ORIGINS["drift"] for step in chain["changes"]]
    assert {kind for step in changes for kind in step["kinds"]} <= DRIFT_KINDS


def test_copies_name_their_credit():
    for group in ORIGINS["copies"]:
        for copy in group["copies"]:
            assert group["credit"] in REPORTS[copy]["text"]
            assert REPORTS[copy]["published"] >= REPORTS[group["first"]]["published"]


THREE = FOLDER.parent / "kursk-2025-03-ru-uk"


def three():
    """Give the reports in Russian and Ukrainian and what they go back to."""
    lines = (THREE / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    reports = {report["id"]: report for report in map(json.loads, lines)}
    return reports, json.loads((THREE / "origins.json").read_text(encoding="utf-8"))


def test_reports_in_other_languages_are_marked_and_told_in_the_readme():
    reports, _ = three()
    readme = (THREE / "README.md").read_text(encoding="utf-8")
    assert {r["language"] for r in reports.values()} == {"ru", "uk"}
    for name, report in reports.items():
        assert report["constructed"] is True
        assert re.fullmatch(r"https://[a-z-]+\.example\.org/.+", report["url"])
        assert f"`{name}`" in readme
        assert report["outlet"] in readme


def test_their_origins_cross_languages():
    reports, told = three()
    held = {name for origin in told["origins"] for name in origin["reports"]}
    english = {name for origin in told["origins"] for name in origin["english"]}
    assert held == set(reports)
    assert english <= set(REPORTS)


def test_their_language_is_told_from_their_words():
    reports, _ = three()
    told = {name: detect_language(report["text"]) for name, report in reports.items()}
    assert told == {name: report["language"] for name, report in reports.items()}
