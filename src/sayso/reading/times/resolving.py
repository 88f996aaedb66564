"""From what a phrase says to the days it names, seen from the day of writing.

Refuses to guess where nothing says which year or day is meant: the value then carries
X for what is unknown and there are no days. Method: our own; values follow TIMEX3.
"""

from __future__ import annotations

from sayso.reading.times.calendar import add_days
from sayso.reading.times.durations import resolve_duration
from sayso.reading.times.mention import Kind, Mention
from sayso.reading.times.named_days import resolve_named
from sayso.reading.times.resolved import Resolved, View, day_stretch, resolved_of
from sayso.reading.times.shifted_days import resolve_shifted


def resolve_mention(mention: Mention, view: View) -> Resolved | None:
    """Give the phrase's TIMEX3 value and days, None when it is no time after all."""
    if mention.kind is Kind.NAMED:
        return resolve_named(mention, view)
    if mention.kind is Kind.SHIFTED:
        return resolve_shifted(mention, view)
    if mention.kind is Kind.DURATION:
        return resolve_duration(mention, view)
    if mention.kind is Kind.CLOCK:
        return _resolve_clock(mention, view)
    if mention.kind is Kind.START_OF_WAR:
        if view.war is None:
            return None
        day = add_days(view.war, int(mention.count or 0))
        return None if day is None else resolved_of(day_stretch(day))
    return Resolved(mention.value)


def _resolve_clock(mention: Mention, view: View) -> Resolved:
    return resolved_of(
        day_stretch(view.day or view.written), mention.part, "XXXX-XX-XX"
    )
