"""Flow or total of measures that came after the training, by how they behave."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from sayso.model import Accrual, Period, PeriodKind
from sayso.reading.claims.accruing import accrual_of, with_accrual
from sayso.reading.claims.choosing import Choice, Chosen
from sayso.reading.claims.scores import Scores
from sayso.reading.claims.weights import FOLDERS, load_model
from sayso.vocabulary.measures import MEASURES

MAY = date(2025, 5, 1)
DAY = Period.of_days(MAY, MAY)
WEEK = Period.of_days(date(2025, 4, 24), MAY, PeriodKind.INTERVAL)
SINCE = Period.of_days(date(2025, 4, 24), MAY, PeriodKind.SINCE)
AS_OF = Period.of_days(None, MAY, PeriodKind.AS_OF)
FLOW, TOTAL = Accrual.FLOW, Accrual.TOTAL
SINGLE, LASTING, RUNNING = "damage.buildings", "people.missing", "territory.gained"
NEITHER = "place.gained"


@pytest.mark.parametrize(
    ("measure", "period", "accrual"),
    [
        (SINGLE, DAY, FLOW),
        (SINGLE, WEEK, FLOW),
        (SINGLE, SINCE, TOTAL),
        (SINGLE, AS_OF, TOTAL),
        (LASTING, DAY, FLOW),
        (LASTING, AS_OF, TOTAL),
        (RUNNING, WEEK, FLOW),
        (RUNNING, SINCE, TOTAL),
        (NEITHER, DAY, None),
        (NEITHER, AS_OF, None),
    ],
)
def test_days_say_which_where_the_measure_says_how_it_behaves(measure, period, accrual):
    for has_place in (True, False):
        assert accrual_of(measure, period, has_place=has_place) is accrual


@pytest.mark.parametrize(
    ("measure", "has_place", "accrual"),
    [
        (SINGLE, True, FLOW),
        (SINGLE, False, None),
        (LASTING, True, None),
        (RUNNING, True, None),
        ("equipment.destroyed", True, None),
        (NEITHER, True, None),
    ],
)
def test_without_days_a_single_event_at_a_place_is_a_flow(measure, has_place, accrual):
    assert accrual_of(measure, None, has_place=has_place) is accrual


def claim(measure, accrual):
    none = Choice(None, (), 0.0)
    scores = Scores(
        candidate=0,
        measures=np.zeros(1, np.float32),
        stances=np.zeros(4, np.float32),
        accruals=np.array([0.5, 0.3, 0.2], np.float32),
        first=0,
        words={},
        claimants=np.zeros(1, np.float32),
        sources=(),
        days=np.zeros(1, np.float32),
        options=(),
    )
    return Chosen(
        scores=scores,
        measure=measure,
        chance=0.9,
        affected=none,
        actor=none,
        place=none,
        claimant=none,
        period=Choice(DAY, (), 0.8),
        event=none,
        stance=none,
        accrual=Choice(accrual, (), 0.5),
    )


def test_an_added_measure_gets_what_the_network_leaves_out_with_its_chance():
    given = claim(SINGLE, None)
    found = with_accrual(given, learned=())
    assert (found.accrual.value, found.accrual.spans) == (FLOW, ())
    assert found.accrual.chance == pytest.approx(0.3)
    assert replace(found, accrual=given.accrual) == given


def test_how_an_added_measure_behaves_stands_before_what_the_network_says():
    found = with_accrual(claim(SINGLE, TOTAL), learned=())
    assert found.accrual.value == FLOW
    same = claim(SINGLE, FLOW)
    assert with_accrual(same, learned=()) is same


def test_what_the_network_says_stays_where_the_measure_leaves_it_open():
    told = claim(NEITHER, TOTAL)
    assert with_accrual(told, learned=()) is told


def test_a_measure_that_the_network_learned_stays_as_it_has_it():
    told = claim(SINGLE, None)
    assert with_accrual(told, learned={SINGLE}) is told


def test_a_measure_that_says_nothing_of_itself_stays_open():
    told = claim(NEITHER, None)
    assert with_accrual(told, learned=()) is told


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_shipped_measure_was_learned(folder):
    assert load_model(folder).learned == frozenset(MEASURES)
