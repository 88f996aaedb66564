"""The reader keeps its scores on labelled data: floors that only go up."""

import pytest

from floors import GATES, digest, measure, raised, read_floors


@pytest.mark.quality
@pytest.mark.parametrize("part", list(GATES))
def test_scores_keep_their_floors(shared, part):
    stored = read_floors()[part]
    assert stored["data"] == digest(part), "other data: measure with `make floors`"
    found = measure(part)
    below = {
        name: f"{found.get(name)} under {floor}"
        for name, floor in stored["floors"].items()
        if found.get(name, 0) < floor
    }
    assert below == {}


def test_floors_only_go_up(monkeypatch):
    monkeypatch.setattr("floors.digest", lambda _: "same")
    monkeypatch.setattr("floors.measure", lambda _: {"a": 50.0, "b": 90.0})
    stored = {"data": "same", "floors": {"a": 60.0, "b": 60.0}}
    floors = raised("held", stored)["floors"]
    assert floors["a"] == 60.0
    assert floors["b"] > 89.0


def test_other_data_has_other_floors(monkeypatch):
    monkeypatch.setattr("floors.digest", lambda _: "new")
    monkeypatch.setattr("floors.measure", lambda _: {"a": 50.0})
    stored = {"data": "old", "floors": {"a": 60.0}}
    assert raised("held", stored)["floors"]["a"] < 50
