"""A figure with the event that counts it, and which measures can count which things."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reading.events.event import Event
from sayso.reading.events.frames import things_by_measure, units_by_measure
from sayso.reading.events.line import Candidate

TAKEN = ("people.captured", "people.detained")
"""Measures whose verbs also take things ("seized"): an unlisted noun then counts as
people by its ending only."""
DOERS = ("er", "ist", "ian", "ee", "man", "ite")


@dataclass(frozen=True, slots=True)
class Match:
    """A figure with the event that counts it."""

    at: int
    """Position of the figure in the line."""
    figure: Candidate
    measure: str
    event: Event | None
    """None when the figure's own words say it ("27 deaths") or it is in a split."""
    rank: int
    """0 for the figure's own words, then by looser relations."""
    host: int | None = None
    """Position of the figure whose measure it shares in a split."""


def fits(figure: Candidate, measure: str) -> bool:
    """True when a measure counts such a thing in such a unit."""
    if figure.quantity.unit not in units_by_measure()[measure]:
        return False
    things = things_by_measure()[measure]
    if figure.classes:
        return bool(things.intersection(figure.classes))
    if figure.group is not None:
        is_plural = figure.quantity.span.text[-1:] == "s"
        is_taken = measure in TAKEN and not figure.group.endswith(DOERS)
        return measure.startswith("people.") and is_plural and not is_taken
    return measure.startswith("people.")
