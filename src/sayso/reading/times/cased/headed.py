"""Headings that name the time a bulletin sums up: "Доба на Харківщині".

A unit alone that opens a heading is the one that has just ended, as a night is. A
heading is a line without a full stop. Refuses a unit with a number behind it, which is
the number's ("Рік 2024"). Method: our own.
"""

from __future__ import annotations

from sayso.reading.text.folded import Folded
from sayso.vocabulary.languages.case_times import CaseTimes

LONGEST = 24
"""Items of a line that may be a heading."""
ENDS = frozenset(".!?;…,")


def is_heading(line: Folded, at: int, words: CaseTimes) -> bool:
    """True when an item is a unit that opens a heading."""
    if line.words[at] not in words.digests or line.is_number(at + 1):
        return False
    if at and "\n" not in line.gap(at):
        return False
    for after in range(at + 1, min(at + LONGEST, line.count) + 1):
        if after == line.count or "\n" in line.gap(after):
            return line.words[after - 1] not in ENDS
    return False
