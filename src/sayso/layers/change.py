"""What changed between two drawings, in numbers; needs no library for polygons."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """What lies in a later layer alone and in an earlier one alone, in km2."""

    gained: float
    lost: float
    spread_km: float
    """Root of the sum of the squared outlines of all changed patches: times the
    precision of a line, it is how far their area may be off, patches independent."""

    @property
    def net(self) -> float:
        """Gained without lost."""
        return self.gained - self.lost


NOTHING = Change(0.0, 0.0, 0.0)
