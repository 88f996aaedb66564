"""Intervals as a person says them: of figures, and in the working of a finding."""

from __future__ import annotations

import re

from sayso.web.interface import plain_number, say
from sayso.workspace.handed.lines import Interval, to_text

_INTERVAL = re.compile(r"([\[(])(-∞|-?[\d,.]+), (∞|-?[\d,.]+)([\])])")


def words_of_interval(interval: Interval) -> str:
    """Give an interval in words of the language spoken: "at least 3"."""
    low = plain_number(to_text(interval.low))
    high = plain_number(to_text(interval.high))
    if interval.low is None and interval.high is None:
        return say("any number")
    if interval.low is None:
        if interval.high_open:
            return say("below %(high)s", high=high)
        return say("at most %(high)s", high=high)
    if interval.high is None:
        if interval.low_open:
            return say("above %(low)s", low=low)
        return say("at least %(low)s", low=low)
    if low == high:
        return low
    match interval.low_open, interval.high_open:
        case True, True:
            return say("above %(low)s to below %(high)s", low=low, high=high)
        case True, False:
            return say("above %(low)s to %(high)s", low=low, high=high)
        case False, True:
            return say("from %(low)s to below %(high)s", low=low, high=high)
        case _:
            return say("from %(low)s to %(high)s", low=low, high=high)


def interval_words(line: str) -> str:
    """Give a line of a finding, which is English, with each interval in words.

    "[0, 11)" is "from 0 to below 11". An end that belongs to the interval is named as
    it is, one that does not with "above" or "below"; one number alone stays a number.
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
