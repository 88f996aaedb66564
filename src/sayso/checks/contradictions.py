"""Speakers whose comparable figures share no number, or who place one town apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from sayso.checks.support.account import is_in_care, is_one_named, is_sure
from sayso.checks.support.check import (
    Check,
    CheckContext,
    claim_input,
    reading_of,
    words_of,
)
from sayso.checks.support.told_apart import (
    are_of_two_hours,
    are_two_deeds,
    find_told_apart,
    is_of_a_part,
    is_placed_surely,
    is_read_surely,
    speak_for_one,
)
from sayso.linking.interval import as_rounded
from sayso.linking.names import place_key, thing_key
from sayso.linking.series import day_of, why_not_comparable
from sayso.linking.statements import CIVIL
from sayso.model import (
    DAY,
    Claim,
    ClaimField,
    Finding,
    Level,
    Outcome,
    Stance,
)

NEAR_DAYS = 2
"""Days within which one side's claim of a place and the other's denial belong to one
event; a town may change hands twice in a week."""
MOST_VOICES = 50
"""Speakers of one event that are compared with each other."""
CHANGED = Decimal("0.5")
"""Least certainty that a place changed hands: troops that enter it may leave again."""
GROWING = (".killed", ".wounded", ".casualties", ".missing")
"""Ends of measures whose counts grow by the hour."""
_PLACES = ("place.gained", "place.lost", "place.held")


def check_contradictions(
    claims: Sequence[Claim], context: CheckContext
) -> Iterator[Finding]:
    """Give pairs of speakers that contradict each other, one pair of figures each."""
    spoken = [c for c in sorted(claims, key=context.order) if context.names.speaker(c)]
    shown: set[tuple[str, str]] = set()
    for finding in _figures(spoken, context):
        if finding.level is Level.LOOK:
            shown.add(_pair_of(finding))
        yield finding
    for one, other in find_told_apart(spoken, context):
        finding = _finding(one, other, context)
        if _pair_of(finding) not in shown:
            shown.add(_pair_of(finding))
            yield finding
    yield from _places(spoken, context)


def _figures(claims: list[Claim], context: CheckContext) -> Iterator[Finding]:
    """Give comparable figures of two speakers that share no number."""
    groups: defaultdict[Hashable, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        key = _event(claim, context)
        speaker = context.names.speaker(claim)
        if key is not None and speaker is not None:
            groups[key].setdefault(speaker, claim)
    for key in sorted(groups, key=repr):
        voices = list(groups[key].values())[:MOST_VOICES]
        for at, one in enumerate(voices):
            for other in voices[at + 1 :]:
                mine, theirs = as_rounded(one.quantity), as_rounded(other.quantity)
                comparable = why_not_comparable(one, other, context.names) is None
                comparable &= is_in_care(one, context) == is_in_care(other, context)
                apart = mine.is_apart_from(theirs)
                apart &= not are_two_deeds(one, other, context)
                apart &= not is_of_a_part(one, other)
                apart &= not are_of_two_hours(one, other, context)
                if comparable and apart and not speak_for_one(one, other, context):
                    grew = _has_grown(one, other, context)
                    yield (_update if grew else _finding)(one, other, context)


def _pair_of(finding: Finding) -> tuple[str, str]:
    """Give the readings of a finding's two figures: one disagreement is shown once."""
    first, second = sorted(finding.working)
    return first, second


def _has_grown(one: Claim, other: Claim, context: CheckContext) -> bool:
    """True when the higher of two tolls was published at a later hour of the day."""
    if not one.measure.endswith(GROWING):
        return False
    mine, theirs = as_rounded(one.quantity), as_rounded(other.quantity)
    low, high = (one, other) if mine.is_below(theirs) else (other, one)
    return context.is_later(high, than=low)


def _event(claim: Claim, context: CheckContext) -> Hashable:
    """Give what two speakers must be counting alike; None where it is not told.

    A figure with no place or no affected party may be of anything, and a thing named
    by itself ("a transport plane") is no count.
    """
    if (
        claim.stance is not Stance.ASSERTED
        or is_one_named(claim)
        or claim.measure in _PLACES
        or not is_read_surely(claim)
        or claim.period is None
        or claim.period.end is None
        or claim.place is None
        or (claim.affected is None and not _is_of_people(claim))
    ):
        return None
    document = context.documents.get(claim.document)
    alone = claim.document if claim.affected is None and not _is_civil(claim) else None
    return (
        alone,
        claim.measure,
        claim.quantity.unit,
        thing_key(claim),
        context.names.party(claim.affected),
        place_key(claim),
        claim.accrual,
        claim.period.end,
        None if document is None else document.published,
    )


def _is_civil(claim: Claim) -> bool:
    """True for civilians and children: at one place they are of no two sides."""
    return (thing_key(claim) or "").endswith(CIVIL)


def _is_of_people(claim: Claim) -> bool:
    """True for people hit on one day whose side no word tells.

    Civilians of one place and day are one count; "people" only within a document,
    which then sets two speakers' figures side by side. A bare number may be of a part.
    """
    if not claim.measure.endswith(GROWING) or claim.period is None:
        return False
    is_day = claim.period.first == claim.period.last is not None
    is_bare = claim.quantity.span.end == claim.quantity.number.end
    of_people = thing_key(claim) == "person" and not is_bare
    is_told = _is_civil(claim) or of_people
    return is_day and is_told and is_placed_surely(claim)


def _finding(one: Claim, other: Claim, context: CheckContext) -> Finding:
    day = one.period.last if one.period is not None else None
    return CHECK.find(
        Outcome.INCONSISTENT,
        Level.LOOK,
        (claim_input(one, "one speaker"), claim_input(other, "other speaker")),
        f"{context.stated(one)} {words_of(one)}, {context.stated(other)} "
        f"{words_of(other)}, of the same thing up to {day}: the figures share no "
        "number.",
        (
            reading_of(one, as_rounded(one.quantity)),
            reading_of(other, as_rounded(other.quantity)),
        ),
        "a definition, area or period in which the two differ",
    )


def _update(one: Claim, other: Claim, context: CheckContext) -> Finding:
    """Give the note of two speakers who counted at two hours of one day."""
    return CHECK.find(
        Outcome.NOT_COMPARABLE,
        Level.NOTE,
        (claim_input(one, "one speaker"), claim_input(other, "other speaker")),
        f"{context.stated(one)} {words_of(one)}, {context.stated(other)} "
        f"{words_of(other)}, at two hours of one day: the later count is the higher.",
        (reading_of(one), reading_of(other)),
    )


def _places(claims: list[Claim], context: CheckContext) -> Iterator[Finding]:
    """Give places that one speaker says changed hands and another denies or holds."""
    changes, replies = _by_place_and_day(claims, context)
    for place, day in sorted(changes):
        said: set[tuple[str, str]] = set()
        for one in changes[place, day]:
            for other in _near(replies, place, day):
                pair = (_told_by(one, context), _told_by(other, context))
                if pair not in said and _opposed(one, other, context):
                    said.add(pair)
                    yield _place_finding(one, other, context)


def _told_by(claim: Claim, context: CheckContext) -> str:
    """Give the party that a speaker speaks for, else the speaker.

    A ministry and its country say of a village one thing.
    """
    return context.names.side(claim) or context.voice(claim)


PlaceDays = defaultdict[tuple[str, date], list[Claim]]


def _by_place_and_day(
    claims: list[Claim], context: CheckContext
) -> tuple[PlaceDays, PlaceDays]:
    """Give changes of hands, and what may contradict them, by place and day.

    One of each speaker a day is enough: a place in the news has thousands of claims.
    """
    changes: PlaceDays = defaultdict(list)
    replies: PlaceDays = defaultdict(list)
    seen: set[Hashable] = set()
    for claim in claims:
        key = place_key(claim)
        day = day_of(claim, context.documents.get(claim.document))
        voice = context.names.speaker(claim)
        once = (key, day, voice, claim.measure, claim.stance)
        if claim.measure not in _PLACES or key is None or day is None or once in seen:
            continue
        seen.add(once)
        held = claim.measure == "place.held"
        if held or claim.stance is Stance.DENIED:
            replies[key, day].append(claim)
        elif claim.stance is Stance.ASSERTED and is_sure(
            claim, ClaimField.EVENT, CHANGED
        ):
            changes[key, day].append(claim)
    return changes, replies


def _near(replies: PlaceDays, place: str, day: date) -> Iterator[Claim]:
    for offset in range(-NEAR_DAYS, NEAR_DAYS + 1):
        yield from replies.get((place, day + offset * DAY), ())


def _opposed(one: Claim, other: Claim, context: CheckContext) -> bool:
    """True when another speaker, about the same days, denies the change."""
    names = context.names
    if names.speaker(one) == names.speaker(other) or one is other:
        return False
    first = day_of(one, context.documents.get(one.document))
    second = day_of(other, context.documents.get(other.document))
    if first is None or second is None:
        return False
    if other.measure == "place.held":
        holder, taker = names.party(other.actor), names.party(one.actor)
        asserted = other.stance is Stance.ASSERTED
        known = holder is not None and taker is not None
        return asserted and known and holder != taker and second >= first
    return other.stance is Stance.DENIED


def _place_finding(one: Claim, other: Claim, context: CheckContext) -> Finding:
    place = one.place or one.quantity.span.text
    denied = other.stance is Stance.DENIED
    reply = "the contrary" if denied else "that it is held"
    return CHECK.find(
        Outcome.INCONSISTENT,
        Level.LOOK,
        (claim_input(one, "one speaker"), claim_input(other, "other speaker")),
        f"{context.stated(one)} that {place} changed hands; "
        f"{context.stated(other)} {reply}.",
        (
            f"{context.voice(one)}: {one.measure}, {one.stance}",
            f"{context.voice(other)}: {other.measure}, {other.stance}",
        ),
        "days or parts of the place in which the two differ",
    )


CHECK = Check(
    name="contradictions",
    version=7,
    title="Speakers that contradict each other",
    explanation=(
        "Two speakers' figures of the same measure, thing, party, place and days, "
        "published on the same day, are shown when they share no number and the two "
        "do not speak for one party; and a place that one speaker says changed hands "
        "while another, within two days, denies it or says it is held. Tolls of two "
        "hours of one day, the later one higher, are an update and no contradiction. "
        "People of no told side are set side by side where they are civilians, or "
        "where one document has both figures; bare numbers and those told as in "
        "hospital may be a part. Dead soldiers, fighters, civilians or people whom "
        "two speakers of one account count apart are shown, too, by whatever noun "
        "each has for them, and where the second does not say again where: if they "
        "are read with certainty and no other place is named in between. Bodies count "
        "where they are more than the dead; what two speakers say that each has done "
        "is of two sides. A witness or a hospital that counts fewer sees a part. "
        "Whatever is not comparable is left alone."
    ),
    run=check_contradictions,
)
