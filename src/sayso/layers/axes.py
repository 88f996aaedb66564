"""Where drawings lie, and whether their longitudes and latitudes were exchanged."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.errors import LayerError

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""
MOST_FAULTS = 5
"""Faults that are told; a folder of a year may have one in every file."""
_AIR = 1.0
"""Degrees around known places that a drawing is looked for in."""


def box_around(points: Sequence[tuple[float, float]]) -> Box | None:
    """Give the box of (latitude, longitude) points with air, None for no points."""
    if not points:
        return None
    lats = [lat for lat, _ in points]
    lons = [lon for _, lon in points]
    return (min(lons) - _AIR, min(lats) - _AIR, max(lons) + _AIR, max(lats) + _AIR)


def join_boxes(one: Box | None, other: Box) -> Box:
    """Give the box that holds both."""
    if one is None:
        return other
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )


def refuse_swapped(box: Box, known: Box | None) -> None:
    """Refuse a drawing that lies among what is known only with its axes exchanged.

    Raises:
        LayerError: In words that go behind a name.
    """
    if known is None or _meet(box, known):
        return
    west, south, east, north = box
    if _meet((south, west, north, east), known):
        raise LayerError(
            f"has longitude and latitude swapped: {in_degrees(box)} is far from all"
            f" that is held, {in_degrees(known)}, and with the two exchanged it is not"
        )


def in_degrees(box: Box) -> str:
    """Give a box in words."""
    west, south, east, north = box
    return f"{west:.1f} to {east:.1f} E, {south:.1f} to {north:.1f} N"


def join_faults(faults: Sequence[str]) -> str:
    """Give faults as one sentence, the first few of them."""
    more = len(faults) - MOST_FAULTS
    tail = f"; and {more} more" if more > 0 else ""
    return "; ".join(faults[:MOST_FAULTS]) + tail


def _meet(one: Box, other: Box) -> bool:
    across = one[0] <= other[2] and other[0] <= one[2]
    return across and one[1] <= other[3] and other[1] <= one[3]
