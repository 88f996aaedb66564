"""How measures behave is said in their files; what is read around them asks that."""

import pytest

from sayso.errors import UnknownName, VocabularyError
from sayso.vocabulary.measures import (
    BEHAVIOURS,
    load_measures,
    measures_that,
    parse_measure,
)

TABLE = {
    "title": "Fields mined",
    "counts": "fields",
    "units": ["count"],
    "things": ["field"],
    "holder": "affected",
}


@pytest.mark.parametrize("behaviour", BEHAVIOURS)
def test_every_behaviour_is_some_measures(behaviour):
    assert measures_that(behaviour)


def test_a_behaviour_is_known_by_its_name():
    with pytest.raises(UnknownName, match="accrues"):
        measures_that("grows")
    with pytest.raises(VocabularyError, match='behaviour "grows" is none of accrues'):
        parse_measure("fields.mined", {**TABLE, "behaves": ["grows"]})


def test_a_measure_may_bring_its_own_nouns():
    table = {**TABLE, "nouns": {"field": {"en": ["wheat field"]}}}
    measure = parse_measure("fields.mined", table)
    assert measure.nouns == {"field": {"en": ("wheat field",)}}
    assert measure.words == {}


def test_what_lasts_is_of_no_moment():
    assert not measures_that("lasts") & measures_that("in_a_moment")
    assert {m.id for m in load_measures()} > measures_that("harms")
