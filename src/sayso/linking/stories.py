"""Stories: documents that go back to one utterance or tell of one event.

Wider than an origin: two ministries that count the dead of one explosion are two
origins and one story. Used to lay documents beside each other, never to count voices.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date, timedelta

from sayso.linking.forest import Forest
from sayso.linking.origins import Origin
from sayso.linking.series import Documents
from sayso.linking.sounds import sound_of
from sayso.model import Claim, DocumentId, PlaceKind

LEAST = 10
"""A smaller count of people is many events a day, not one that is told again."""
LONGEST = timedelta(days=3)
"""An event's claims cover few days; longer periods are tallies of a campaign."""
AFTERMATH = timedelta(days=3)
"""Days after an event in which its first reports are published."""
_EVENTS = ("people.killed", "people.wounded", "people.casualties")
_COARSE = (PlaceKind.COUNTRY, PlaceKind.REGION)


def find_stories(
    origins: Sequence[Origin], documents: Documents
) -> tuple[tuple[DocumentId, ...], ...]:
    """Give groups of two or more documents, each earliest first.

    A document may stand in several groups: a round-up tells several stories.
    """
    claims = [(number, c) for number, o in enumerate(origins) for c in o.claims]
    forest = Forest([None] * len(origins))
    buckets: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, claim in claims:
        for key in _event_keys(claim, documents):
            buckets[key].append(number)
    for numbers in buckets.values():
        for number in numbers[1:]:
            forest.join(numbers[0], number)
    stories = []
    for group in forest.groups():
        keys = {key for number in group for key in origins[number].documents}
        if len(keys) > 1:
            stories.append(tuple(sorted(keys, key=lambda k: _order(k, documents))))
    return tuple(sorted(set(stories)))


def _event_keys(claim: Claim, documents: Documents) -> Iterator[Hashable]:
    """Give what two claims of one event share: kind of harm, place by sound, day."""
    period, document = claim.period, documents.get(claim.document)
    value = claim.quantity.low or claim.quantity.high
    if (
        claim.measure not in _EVENTS
        or claim.place is None
        or period is None
        or period.start is None
        or period.end is None
        or period.end - period.start > LONGEST
        or value is None
        or value < LEAST
        or document is None
        or document.published is None
        or (claim.located is not None and claim.located.kind in _COARSE)
    ):
        return
    if period.start <= document.published <= period.end + AFTERMATH:
        day: date = period.start
        while day < period.end:
            yield (claim.measure, sound_of(claim.place), day)
            day += timedelta(days=1)


def pairs_of(groups: Iterable[Sequence[DocumentId]]) -> set[frozenset[DocumentId]]:
    """Give every two documents that stand in one group."""
    return {
        frozenset((a, b))
        for group in groups
        for at, a in enumerate(group)
        for b in group[at + 1 :]
    }


def _order(key: DocumentId, documents: Documents) -> tuple[date, str]:
    document = documents.get(key)
    day = None if document is None else document.published
    return (day or date.max, key)
