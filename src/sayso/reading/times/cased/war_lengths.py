"""Lengths of the theatre's war: "за три роки війни", "перший місяць вторгнення".

So many units of a war are the days from its first one: to the day of writing where
they come to about that, from its start on where they are the first. Refuses a length
that reaches neither ("за тиждень війни" in its third year), which is left to the
reader of lengths. Method: our own.
"""

from __future__ import annotations

from dataclasses import replace

from sayso.reading.text.folded import Folded
from sayso.reading.times.calendar import add_days, back_from
from sayso.reading.times.cased.said import Known, Said, Sort
from sayso.vocabulary.languages.case_times import CaseTimes


def read_war_length(
    line: Folded, length: Said, words: CaseTimes, known: Known, *, is_first: bool
) -> Said | None:
    """Give the days of a length of the war, None when it is no such length.

    Args:
        line: The folded words.
        length: The length, up to its unit; its value is "P3Y".
        words: Words for the war and before it.
        known: First day of the war, day of writing.
        is_first: True for the first units of it.
    """
    at = length.after
    while line.words[at].startswith(words.big) and not line.words[at].startswith(
        words.wars
    ):
        at += 1
    if known.war is None or not line.words[at].startswith(words.wars):
        return None
    if not all(line.follows(word) for word in range(length.after, at + 1)):
        return None
    unit, count = length.unit, int(length.value[1:-1])
    if is_first:
        after = back_from(known.war, unit, -count)
        last = after and add_days(after, -1)
        return replace(length, after=at + 1, sort=Sort.DATE, start=known.war, end=last)
    if known.written is None:
        return None
    early = back_from(known.written, unit, count + 1)
    late = back_from(known.written, unit, count - 1)
    if early is None or late is None or not early < known.war < late:
        return None
    return replace(
        length,
        after=at + 1,
        sort=Sort.SINCE,
        start=known.war,
        end=known.written,
        value=known.war.isoformat(),
    )
