"""Numbers and days to places on a chart, and the ticks that a person would choose."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.web.interface import month_of, short_day

_LOG_FROM = 50
"""Ratio of largest to smallest figure from which an axis is logarithmic: on a linear
one the small figures would lie on the base line."""
_NICE = (1, 2, 5, 10)
_LEAST = 1e-6
"""Smallest figure a logarithmic axis tells from zero: a square metre in km²."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from `low` to `high` onto pixels from `start` to `end`."""

    low: float
    high: float
    start: float
    end: float
    is_log: bool = False

    def at(self, value: float) -> float:
        """Give the pixel of a value, kept inside the plot, to a tenth."""
        share = (self._turn(value) - self._turn(self.low)) / (
            self._turn(self.high) - self._turn(self.low)
        )
        inside = min(max(share, 0.0), 1.0)
        return round(self.start + inside * (self.end - self.start), 1)

    def _turn(self, value: float) -> float:
        return math.log10(max(value, _LEAST)) if self.is_log else value


def value_scale(values: Sequence[float], start: float, end: float) -> Scale:
    """Give the scale of figures: from zero, or logarithmic where they differ much."""
    high = max(values, default=1.0) or 1.0
    positive = [value for value in values if value > 0]
    low = max(min(positive, default=1.0), _LEAST)
    if len(positive) == len(values) and high / low >= _LOG_FROM:
        return Scale(
            10 ** math.floor(math.log10(low)),
            10 ** math.ceil(math.log10(high * 1.05)),
            start,
            end,
            is_log=True,
        )
    return Scale(0.0, high * 1.12, start, end)


def value_ticks(scale: Scale) -> tuple[float, ...]:
    """Give five or so round values."""
    if scale.is_log:
        first, last = round(math.log10(scale.low)), round(math.log10(scale.high))
        every = max(1, (last - first) // 5)
        return tuple(10.0**power for power in range(first, last + 1, every))
    step = _nice_step(scale.high - scale.low, 5)
    count = int(scale.high / step)
    return tuple(step * at for at in range(count + 1))


def day_ticks(first: date, last: date, most: int = 7) -> tuple[tuple[date, str], ...]:
    """Give about `most` days with their words: days, months or years as they fit."""
    length = (last - first).days
    if length <= 45:
        every = max(1, -(-length // most))
        days = [first + timedelta(days=at) for at in range(0, length + 1, every)]
        return tuple((day, short_day(day)) for day in days)
    months = [
        date(year, month, 1)
        for year in range(first.year, last.year + 1)
        for month in range(1, 13)
        if first <= date(year, month, 1) <= last
    ]
    if len(months) <= 30:
        every = max(1, -(-len(months) // most))
        return tuple((day, f"{month_of(day)} {day.year}") for day in months[::every])
    years = [day for day in months if day.month == 1]
    every = max(1, -(-len(years) // most))
    return tuple((day, str(day.year)) for day in years[::every])


def _nice_step(length: float, wanted: int) -> float:
    rough = max(length / wanted, 1e-9)
    power: float = 10.0 ** math.floor(math.log10(rough))
    return next(power * nice for nice in _NICE if power * nice >= rough * 0.999)
