"""Layers for a screen: small, and each day again from the first and the changes."""

from functools import reduce

import numpy as np
import pytest
import shapely

from sayso.layers.outlines import STEP, outline_days

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def unpack(line: str) -> list[tuple[float, float]]:
    """A ring, as mapscript/src/pack.js reads it."""
    numbers, number, worth = [], 0, 1
    for letter in line:
        digit = DIGITS.index(letter)
        number += digit % 32 * worth
        worth *= 32
        if digit < 32:
            numbers.append(-(number + 1) // 2 if number % 2 else number // 2)
            number, worth = 0, 1
    points = np.cumsum(np.array(numbers).reshape(-1, 2), axis=0) * STEP
    return [tuple(point) for point in points.tolist()]


def even_odd(lines: list[str]):
    """What the even-odd rule fills of all rings together."""
    rings = [unpack(line) for text in lines for line in text.split()]
    return reduce(
        lambda one, other: shapely.symmetric_difference(one, other, grid_size=STEP),
        map(shapely.polygons, rings),
        shapely.MultiPolygon(),
    )


def box(*corners):
    return shapely.box(*corners)


WITH_HOLE = shapely.difference(box(30, 50, 31, 51), box(30.4, 50.4, 30.6, 50.6))
DAYS = [
    WITH_HOLE,
    shapely.union(WITH_HOLE, box(31, 50.2, 31.2, 50.4)),
    shapely.difference(
        shapely.union(WITH_HOLE, box(31, 50.2, 31.2, 50.4)), box(30, 50, 30.1, 51)
    ),
    box(30.2, 50.1, 30.9, 50.9),
]


@pytest.mark.parametrize("number", range(len(DAYS)))
def test_a_day_is_the_first_and_all_changes_since(number):
    outlines = outline_days(DAYS)
    drawn = even_odd(list(outlines.lines[: number + 1]))
    off = shapely.symmetric_difference(drawn, DAYS[number])
    assert off.area < 1e-9


def test_a_day_without_change_costs_nothing():
    assert outline_days([WITH_HOLE, WITH_HOLE]).lines[1] == ""
    assert outline_days([]).lines == ()
