"""Intervals in the working of a finding, as a person says them."""

from __future__ import annotations

import re

_INTERVAL = re.compile(r"([\[(])(-∞|-?[\d,.]+), (∞|-?[\d,.]+)([\])])")


def interval_words(line: str) -> str:
    """Give a line with each interval in words: "[0, 11)" is "from 0 to below 11".

    An end that belongs to the interval is named as it is, one that does not with
    "above" or "below"; one number alone stays a number.
    """
    return _INTERVAL.sub(_in_words, line)


def _in_words(match: re.Match[str]) -> str:
    left, low, high, right = match.groups()
    is_above, is_below = left == "(", right == ")"
    if low == "-∞":
        if high == "∞":
            return "any number"
        return f"below {high}" if is_below else f"at most {high}"
    if high == "∞":
        return f"above {low}" if is_above else f"at least {low}"
    if low == high:
        return low
    start = f"above {low}" if is_above else f"from {low}"
    end = f"to below {high}" if is_below else f"to {high}"
    return f"{start} {end}"
