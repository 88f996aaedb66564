"""Intervals as a person says them: of figures, and in the working of a finding."""

from __future__ import annotations

import re

from sayso.web.interface import plain_number, say
from sayso.workspace.handed.lines import Interval, to_text

_INTERVAL = re.compile(r"([\[(])(-∞|-?[\d,.]+), (∞|-?[\d,.]+)([\])])")
_ENDLESS = ("-∞", "∞")


def words_of_interval(interval: Interval) -> str:
    """Give an interval in words of the language spoken: "at least 3"."""
    return say_interval(
        "(" if interval.low_open else "[",
        to_text(interval.low, _ENDLESS[0]),
        to_text(interval.high, _ENDLESS[1]),
        ")" if interval.high_open else "]",
    )


def interval_words(line: str) -> str:
    """Give a line of a finding with each interval in words of the language spoken.

    "[0, 11)" is "from 0 to below 11". An end that belongs to the interval is named as
    it is, one that does not with "above" or "below"; one number alone stays a number.
    """
    return _INTERVAL.sub(lambda match: say_interval(*match.groups()), line)


def say_interval(left: str, low: str, high: str, right: str) -> str:
    """Give an interval in words of the language spoken.

    Args:
        left: "(" where the low end is left out, else "[".
        low: The low end as in "1,234.5", "-∞" for none.
        high: The high end, "∞" for none.
        right: ")" where the high end is left out, else "]".
    """
    is_above, is_below = left == "(", right == ")"
    given = {"low": plain_number(low), "high": plain_number(high)}
    if (low, high) == _ENDLESS:
        return say("any number")
    if low == _ENDLESS[0]:
        if is_below:
            return say("below %(high)s", **given)
        return say("at most %(high)s", **given)
    if high == _ENDLESS[1]:
        if is_above:
            return say("above %(low)s", **given)
        return say("at least %(low)s", **given)
    if low == high:
        return given["low"]
    match is_above, is_below:
        case True, True:
            return say("above %(low)s and below %(high)s", **given)
        case True, False:
            return say("above %(low)s and at most %(high)s", **given)
        case False, True:
            return say("from %(low)s to below %(high)s", **given)
        case _:
            return say("from %(low)s to %(high)s", **given)
