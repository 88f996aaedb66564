"""What the network is to answer, from labels laid onto offers."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))
from claims.targets import NONE, NUMBERS, find_mentions, find_targets
from made_document import TEXT, make_document, make_label


def words(document, numbers):
    return [document.words[n] if n >= 0 else NONE for n in numbers]


def target_of(**fields):
    row = {k: fields.pop(k) for k in ("partial",) if k in fields}
    document = make_document(gold=[make_label(**fields)], **row)
    return document, find_targets(document)[0]


def test_label_goes_to_the_candidate_that_it_overlaps():
    document = make_document(gold=[make_label()])
    figure, place = find_targets(document)
    assert figure.gold == 0
    assert figure.measures == [NUMBERS["equipment.lost"]]
    assert place.gold is None
    assert place.measures == [0]


def test_label_of_a_place_goes_to_a_place():
    label = make_label(words="Brod", measure="place.gained")
    figure, place = find_targets(make_document(gold=[label]))
    assert (figure.gold, place.gold) == (None, 0)
    wrong = make_label(words="Brod", measure="people.killed")
    assert find_targets(make_document(gold=[wrong]))[1].gold is None


def test_all_readings_of_a_measure_are_right():
    _, target = target_of(measures=["equipment.lost", "equipment.destroyed"])
    assert target.measures == [
        NUMBERS["equipment.lost"],
        NUMBERS["equipment.destroyed"],
    ]


@pytest.mark.parametrize(
    ("fields", "right"),
    [
        ({}, ["Russia"]),
        ({"affected": None}, [NONE]),
        ({"affected": "Russia | null"}, [NONE, "Russia"]),
        ({"affected": "Atlantis"}, None),
    ],
    ids=["named", "not said", "either", "nowhere in the text"],
)
def test_words_of_a_party(fields, right):
    document, target = target_of(**fields)
    if right is None:
        assert "affected" not in target.words
    else:
        assert words(document, target.words["affected"][0]) == right


def test_words_marked_as_evidence_are_right_and_kept():
    start = TEXT.index("tanks")
    marked = {"affected": [[start, start + 5]], "event": [[17, 21]]}
    document, target = target_of(evidence=marked)
    right, evidence = target.words["affected"]
    assert words(document, right) == ["Russia", "tanks"]
    assert words(document, evidence) == ["tanks"]
    assert words(document, target.event) == ["lost"]


def test_party_without_marked_words_may_be_left_empty_but_no_place():
    document, target = target_of(evidence={"event": [[17, 21]]})
    assert words(document, target.words["affected"][0]) == [NONE, "Russia"]
    assert words(document, target.words["place"][0]) == ["Brod"]


@pytest.mark.parametrize(
    ("claimant", "right"),
    [
        ("Kyiv", [0]),
        ("null | Kyiv", [NONE, 0]),
        (None, [NONE]),
        ("Vyr", [1]),
        ("Minsk", []),
    ],
)
def test_sources_that_are_the_claimant(claimant, right):
    assert target_of(claimant=claimant)[1].claimant == right


@pytest.mark.parametrize(
    ("period", "right"),
    [
        (["2024-05-03", "2024-05-03"], [2]),
        (["2024-05-02", "2024-05-02"], [2]),
        (None, [0]),
        (["2023-01-01", "2023-01-01"], []),
    ],
    ids=["exact wins over near", "near", "none", "far"],
)
def test_days_that_are_right(period, right):
    assert target_of(period=period)[1].period == right


def test_partial_label_asks_for_the_measure_alone():
    _, target = target_of(partial=True)
    assert target.is_partial
    assert target.words == {}
    assert target.period == []


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("Kyiv", ["Kyiv", "Kyiv"]),
        ("Russian army | null", ["Russia"]),
        ("Brodny", []),
        ("null", []),
        ("Brod | Kyiv", ["Brod", "Brod", "Kyiv", "Kyiv"]),
    ],
    ids=["whole and by its stem", "by stems", "another stem", "null", "readings"],
)
def test_mentions_of_a_label(value, found):
    assert [TEXT[a:b] for a, b in find_mentions(TEXT, value)] == found
