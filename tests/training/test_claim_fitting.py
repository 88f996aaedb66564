"""How sure a chance makes one: logistic fits."""

import random
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))
from claims.fitting import FIXED, fit, fit_constant, judged_chances, log_odds
from claims.matching import area
from made_document import make_label


def drawn(slope, constant, *, count=4000):
    rng = random.Random(1)
    rows = [[rng.uniform(-3, 3)] for _ in range(count)]
    right = [log_odds(rng.random()) < slope * row[0] + constant for row in rows]
    return rows, right


def test_fit_finds_what_chances_were_drawn_from():
    weights, chances = fit(*drawn(0.6, -0.8))
    assert weights == pytest.approx([0.6, -0.8], abs=0.12)
    assert 0 < min(chances) < max(chances) < 1


def test_fit_of_one_kind_stays_finite():
    weights, _ = fit([[0.3], [1.2], [2.0]], [True, True, True])
    assert all(abs(w) < 20 for w in weights)


def test_constant_gives_the_share_that_was_right():
    slope, constant = fit_constant([True, True, True, False])
    score = slope * log_odds(FIXED) + constant
    assert score == pytest.approx(log_odds(0.75), abs=0.001)


def test_area_is_the_share_of_pairs_in_order():
    assert area([(0.9, True), (0.1, False)]) == 1.0
    assert area([(0.5, True), (0.5, False)]) == 0.5
    assert area([(0.5, True)]) is None


def test_fields_are_judged_on_claims_that_pair():
    names = "measure claimant affected actor place period stance accrual".split()
    conf = dict.fromkeys(names, 0.9)
    gold = [make_label()]
    read = [
        {**make_label(), "actor": "Ukraine", "conf": conf},
        {**make_label(words="3"), "conf": conf},
    ]
    judged = judged_chances([(gold, read)])
    assert judged["core"][1] == [True, False]
    assert judged["event"][1] == [True, False]
    assert judged["affected"][1] == [True]
    assert judged["actor"][1] == [False]
    assert judged["core"][0][0] == pytest.approx(
        [log_odds(0.9), log_odds(0.9), log_odds(0.81)]
    )
