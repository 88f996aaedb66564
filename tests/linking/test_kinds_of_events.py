"""Which kind of event a measure counts, by how its file says that it behaves."""

import pytest

from sayso.linking.told import KINDS, kind_of
from sayso.vocabulary.measures import BEHAVIOURS, MEASURES

OF = {
    "harm": """people.killed people.wounded people.casualties people.missing
        equipment.destroyed equipment.damaged equipment.lost attacks.struck
        damage.buildings""",
    "capture": "people.captured people.detained equipment.captured",
    "release": "people.freed",
    "movement": "people.displaced forces.deployed forces.withdrawn",
    "launch": "attacks.launched attacks.intercepted",
    "control of ground": """territory.gained territory.lost territory.held
        settlements.gained settlements.lost settlements.held
        place.gained place.lost place.held""",
}
BY_MEASURE = {measure: kind for kind, said in OF.items() for measure in said.split()}


@pytest.mark.parametrize("measure", MEASURES)
def test_a_measure_counts_events_of_its_kind(measure):
    assert kind_of(measure) == BY_MEASURE[measure]


def test_what_is_no_measure_counts_none():
    assert kind_of("weather.rain") is None


def test_kinds_are_asked_by_names_that_are_explained():
    assert set(KINDS) <= set(BEHAVIOURS)
