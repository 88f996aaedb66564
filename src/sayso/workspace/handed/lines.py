"""Figures of one measure in a row, and what of them may be compared."""

from sayso.linking.interval import Interval, as_printed, as_rounded, to_text
from sayso.linking.series import (
    By,
    Comparison,
    Coverage,
    Line,
    Point,
    Reason,
    Series,
    compare_series,
    count_coverage,
    line_of,
    line_up,
)

__all__ = [
    "By",
    "Comparison",
    "Coverage",
    "Interval",
    "Line",
    "Point",
    "Reason",
    "Series",
    "as_printed",
    "as_rounded",
    "compare_series",
    "count_coverage",
    "line_of",
    "line_up",
    "to_text",
]
