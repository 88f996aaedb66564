"""When a claim that was read is right."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))
from claims.matching import (
    drop_optional,
    judge,
    pair,
    same_name,
    same_period,
    same_text,
    score,
)
from made_document import make_label


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ukraine", "the Ukrainian army", True),
        ("General Olena Výr", "Vyr", True),
        ("Russia", "Ukraine", False),
        ("the", "the", True),
        ("Brod", "Brodny", False),
    ],
)
def test_names_match_by_their_words(one, other, same):
    assert same_name(one, other) is same
    assert same_name(other, one) is same


@pytest.mark.parametrize(
    ("gold", "value", "same"),
    [
        ("Kyiv | null", None, True),
        ("Kyiv | null", "Kyiv", True),
        ("Kyiv", None, False),
        (None, None, True),
        (None, "Kyiv", False),
    ],
)
def test_any_reading_of_a_label_is_right(gold, value, same):
    assert same_text(gold, value) is same


@pytest.mark.parametrize(
    ("gold", "value", "same"),
    [
        (None, None, True),
        (None, [None, "2024-05-03"], False),
        (["2024-05-03", "2024-05-03"], ["2024-05-04", "2024-05-03"], True),
        (["2024-05-03", "2024-05-03"], ["2024-05-05", "2024-05-05"], False),
        (["2024-01-01", "2024-05-03"], ["2024-01-06", "2024-05-09"], True),
        ([None, "2024-05-03"], ["2024-05-03", "2024-05-03"], False),
        ([None, None], [None, None], False),
    ],
    ids=["none", "one", "a day off", "two days", "a week of months", "open", "empty"],
)
def test_periods_match_within_a_day(gold, value, same):
    assert same_period(gold, value) is same


def test_pairs_are_one_to_one_and_equal_values_come_first():
    gold = [make_label()]
    other = make_label(measure="people.killed")
    other["quantity"] = {**other["quantity"], "low": 13, "high": 13}
    assert pair(gold, [other, make_label()]) == [(0, 1)]


def test_claim_is_right_in_full_when_all_that_matters_is():
    assert judge(make_label(), make_label())["full"]
    assert judge(make_label(), make_label(actor="Ukraine"))["full"]
    assert not judge(make_label(), make_label(place=None))["full"]
    assert not judge(make_label(), make_label(claimant=None))["core"]


def test_optional_claims_count_for_nothing():
    claim = make_label(words="3")
    may = [{"span": claim["quantity"]["span"]}]
    assert drop_optional({"may": may}, [], [claim]) == []
    assert drop_optional({}, [], [claim]) == [claim]
    but = [{**may[0], "not_measure": "equipment."}]
    assert drop_optional({"may": but}, [], [claim]) == [claim]


def test_score_is_a_hundred_for_labels_and_counts_alarms():
    gold = [make_label()]
    assert score([({}, gold, gold)])["full"] == 100
    found = score([({}, gold, [*gold, make_label(words="3")])])
    assert found["alarms"] == 50
    assert found["core"] == pytest.approx(66.7)
