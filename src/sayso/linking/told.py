"""Claims as accounts of an event: its kind, place, days and scene, where they are told.

What an account lacks stays empty: it can then be put to an event only by what stands
beside it in its document.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from sayso.linking.gist import Gist
from sayso.linking.joining import is_telling
from sayso.linking.names import Names, place_words
from sayso.linking.scenes import scene_of
from sayso.linking.series import Documents
from sayso.linking.sounds import sound_of
from sayso.model import (
    DAY,
    Accrual,
    Claim,
    Document,
    PeriodKind,
    Place,
    PlaceKind,
    Stance,
)
from sayso.vocabulary.measures import measures_that


class Happening(StrEnum):
    """What kind of harm or change an event is; two kinds are two events."""

    HARM = "harm"
    """People, buildings and equipment hit."""
    CONTROL = "control of ground"
    CAPTURE = "capture"
    """People taken, or equipment."""
    RELEASE = "release"
    MOVEMENT = "movement"
    """People who fled, forces that came or went."""
    LAUNCH = "launch"
    """Missiles and drones sent and intercepted, mostly of a whole country's night."""


KINDS: Mapping[str, Happening] = MappingProxyType(
    {
        "harms": Happening.HARM,
        "captures": Happening.CAPTURE,
        "frees": Happening.RELEASE,
        "moves": Happening.MOVEMENT,
        "launches": Happening.LAUNCH,
    }
)
"""How a measure behaves -> kind; measures of ground and places are `CONTROL`, those
that do none of these have none."""
COARSE = (PlaceKind.COUNTRY, PlaceKind.REGION)
"""Places that hold many events of one day."""
DENIED_AFTER = 2 * DAY
"""Days within which an event is denied."""
_NIGHT = re.compile(r"night|ноч|ніч", re.IGNORECASE)
"""What a night is called in the languages that are read."""
_GROUND = ("territory.", "settlements.", "place.")
LONGEST: Mapping[Happening, timedelta] = MappingProxyType(
    dict.fromkeys(Happening, 3 * DAY) | {Happening.MOVEMENT: 14 * DAY}
)
"""Days that the figures of one event may cover; longer ones are counts of a period."""


@dataclass(frozen=True, slots=True)
class Told:
    """One claim as an account of an event."""

    claim: Claim
    kind: Happening
    place: str | None
    """Its place by sound; None where none is told."""
    located: Place | None
    first: date | None
    last: date | None
    """Days it is said of; both None where the text gives no clue."""
    is_toll: bool
    """True for a running total: it may be of an event days before."""
    scene: str | None
    thing: str | None
    """For ground: the named place, settlements or an area, which are no one event."""
    figure: tuple[str, Decimal | None]
    """Measure and value without bound: what two tellings have in common."""
    is_telling: bool
    """True when two events would hardly have the figure by chance."""

    @property
    def is_sharp(self) -> bool:
        """True when it names place and day: such accounts make the events.

        A running total does not: its day is that of the count. Nor does a denial: its
        day may be that on which it was uttered.
        """
        one_day = self.first is not None and self.first == self.last
        is_own = not self.is_toll and self.claim.stance is not Stance.DENIED
        return self.place is not None and one_day and is_own

    @property
    def is_coarse(self) -> bool:
        """True when its place is a country or a region."""
        return self.located is not None and self.located.kind in COARSE

    @property
    def is_dated_in_words(self) -> bool:
        """True when its words name the day; else it is that of the publication."""
        period = self.claim.period
        return period is not None and period.phrase is not None

    @property
    def is_long(self) -> bool:
        """True for a count of a period, which is no event's."""
        if self.first is None or self.last is None:
            return False
        return self.last - self.first >= LONGEST[self.kind]


@cache
def kind_of(measure: str) -> Happening | None:
    """Give the kind of event a measure counts, None for one that counts none."""
    if measure.startswith(_GROUND):
        return Happening.CONTROL
    return next((k for how, k in KINDS.items() if measure in measures_that(how)), None)


def tell(claims: Iterable[Claim], documents: Documents, names: Names) -> list[Told]:
    """Give the claims that can be of an event; aims are of none."""
    return list(_told(claims, documents, names))


def _told(
    claims: Iterable[Claim], documents: Documents, names: Names
) -> Iterator[Told]:
    known = list(claims)
    written = _sounds_of_written(known)
    for claim in known:
        kind = kind_of(claim.measure)
        if kind is None or claim.stance is Stance.GOAL:
            continue
        document = documents.get(claim.document)
        first, last = _days(claim, kind)
        quantity = claim.quantity
        value = quantity.low if quantity.low is not None else quantity.high
        yield Told(
            claim,
            kind,
            _place(claim, kind, names.party, written),
            claim.located,
            first,
            last,
            is_toll=claim.accrual is Accrual.TOTAL,
            scene=_scene(claim, document),
            thing=_ground(claim) if kind is Happening.CONTROL else None,
            figure=(claim.measure, value),
            is_telling=is_telling(claim),
        )


def _scene(claim: Claim, document: Document | None) -> str | None:
    if isinstance(document, Gist):
        return document.scenes.get(claim.id)
    return scene_of(claim, None if document is None else document.text)


def _ground(claim: Claim) -> str:
    """Give which kind of ground a claim is of; a share and an area are one."""
    return claim.measure.partition(".")[0]


def written_sound(claim: Claim) -> str | None:
    """Give the claim's place by sound as its own text writes it."""
    return None if claim.place is None else sound_of(place_words(claim.place))


def _sounds_of_written(claims: Iterable[Claim]) -> Mapping[str, str]:
    """Give the sound of the gazetteer's name for places as texts write them.

    A place that no gazetteer gave in one report is the one that others write alike,
    where all of these mean one.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        sound = written_sound(claim)
        if sound is not None and claim.located is not None:
            found[sound].add(sound_of(claim.located.name))
    return {sound: known.pop() for sound, known in found.items() if len(known) == 1}


def _days(claim: Claim, kind: Happening) -> tuple[date | None, date | None]:
    """Give the days a claim is said of.

    A night of launches is told of the morning after it: two nights running share an
    evening. A denial is of the days before it.
    """
    period = claim.period
    if period is None or period.last is None:
        return None, None
    if period.kind is PeriodKind.AS_OF or period.first is None:
        return None, period.last
    phrase = "" if period.phrase is None else period.phrase.text
    is_two = period.last - period.first == DAY
    if is_two and kind is Happening.LAUNCH and _NIGHT.search(phrase):
        return period.last, period.last
    if claim.stance is Stance.DENIED and period.first == period.last:
        return period.last - DENIED_AFTER, period.last
    return period.first, period.last


def _place(
    claim: Claim,
    kind: Happening,
    party: Callable[[str | None], str | None],
    written: Mapping[str, str],
) -> str | None:
    """Give the place by sound; a launch without one is over the land it was sent at."""
    if claim.located is not None:
        return sound_of(claim.located.name)
    own = written_sound(claim)
    if own is not None:
        return written.get(own, own)
    if kind is Happening.LAUNCH and claim.measure == "attacks.intercepted":
        land = party(claim.actor)
        return None if land is None else sound_of(land)
    return None
