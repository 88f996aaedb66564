"""The listed changes still fit the reader, and every room has some."""

import pytest
from mutate import ROOT, load_changes

CHANGES = list(load_changes())
ROOMS = (
    "text numbers times parties places attribution speakers events claims gaps"
).split()


@pytest.mark.parametrize(
    "change", CHANGES, ids=[f"{c.file} {at}" for at, c in enumerate(CHANGES)]
)
def test_a_change_fits_its_line_and_names_tests_that_exist(change):
    compile(change.source(), change.file, "exec")
    assert change.tests
    assert all((ROOT / "tests" / test).is_file() for test in change.tests)


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_is_tried(room):
    assert any(change.room == room for change in CHANGES)
