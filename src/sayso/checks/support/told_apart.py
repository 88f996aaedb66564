"""Dead of one event that two speakers of one account count apart.

"18 soldiers died near Gossa, the army said. The rebels say they killed 43 soldiers":
the second speaker need not say again where and whose. What both count is one thing by
the nouns of the account's language: soldiers and troops, fighters and militants; people
and deaths; bodies, of which there may be fewer than dead, and never more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from sayso.checks.support.account import (
    after,
    comparing_words,
    headline_end,
    is_one_named,
    is_sure,
    takes_in_the_hurt,
)
from sayso.checks.support.check import CheckContext, agree, by_document
from sayso.linking.accounts import PersonStatus, counts_anyone, counts_more, status_of
from sayso.linking.interval import as_rounded
from sayso.linking.names import place_key, thing_key
from sayso.linking.statements import is_vague
from sayso.model import Access, Accrual, Claim, ClaimField, Period, Stance, Toponym

SURE = Decimal("0.9")
"""Least certainty of what happened to the counted where a reader gives one: "treated 15
soldiers" is no count of dead."""
VOICED = Decimal("0.7")
"""Least certainty of the speaker."""
MEANT = Decimal("0.6")
"""Least certainty that a speaker says so: "pleaded not guilty to killing ten"."""
LIKELY = Decimal("0.8")
"""Least certainty of the day of people of no told kind, and of a place that makes the
places named in between no matter."""
CARRIED = Decimal("0.55")
"""Least certainty of the place of people of no told kind."""
OWN_DEED = Decimal("0.32")
"""Certainty below which nobody is left out as the doer: who says "we killed" is read
without an actor, and the reader doubts it. On half a hundred reports of ordinary news
it was 0.05 to 0.31 there, and mostly above where the speaker tells of others' deeds."""
OWN = Decimal("0.5")
"""Least certainty that no side's dead are meant: "he gave the army's own as seven"."""
LONGEST = 7
"""Days that a running toll of one event may cover."""
BESIDE = 400
"""Characters within which a bare number answers a number of people: two sentences."""
STAYED = Decimal("0.75")
"""Least certainty of the place of a figure whose sentence tells no day."""
MOST_WORDS = 3
"""Words behind such a number in its clause: "had been killed"."""
ANYONE = "anyone"
_CLOCK = re.compile(r"\W*(?:\w{3,9}\W+)?(?:\d{1,2}\W+\w{3,9}\W+)?\d{1,2}[:.]\d\d\b")
"""What a line of a feed begins with: "[Sun 3 Jul 01:12]"."""
_CLAUSE = re.compile(r"[^.,;:—–]*")
_POINTING = re.compile(r"^(?:(?:the|this|that|these|same|its|their|his|her|own) )+")
"""Words that point at a body named elsewhere."""


def find_told_apart(
    claims: Sequence[Claim], context: CheckContext
) -> Iterator[tuple[Claim, Claim]]:
    """Give pairs of dead that two speakers of one account count apart.

    Args:
        claims: Those with a speaker.
        context: For the words of the account, and the places it names.
    """
    counts = [c for c in claims if _is_told_dead(c)]
    for every in by_document(counts):
        account = [c for c in every if not _is_of_a_greater(c, every, context)]
        for at, one in enumerate(account):
            for other in account[at + 1 :]:
                if _answers_another(other, one, claims):
                    continue
                if _of_one_event(one, other, context):
                    yield one, other


def _answers_another(claim: Claim, one: Claim, claims: Sequence[Claim]) -> bool:
    """True for two of "11 died. It killed five commanders; they confirmed two".

    A number alone answers the last count before it that names what it counts.
    """
    if claim.quantity.span.end != claim.quantity.number.end:
        return False
    between = range(one.quantity.span.end, claim.quantity.span.start)
    return any(
        other.document == claim.document
        and other.measure == claim.measure
        and other.quantity.span.start in between
        and other.quantity.span.end != other.quantity.number.end
        and thing_key(other) != thing_key(one)
        for other in claims
    )


def _is_of_a_greater(
    claim: Claim, account: Sequence[Claim], context: CheckContext
) -> bool:
    """True for four and two of "six soldiers died in two clashes: four and two"."""
    kind, speaker = _kind(claim, context), context.names.speaker(claim)
    count = as_rounded(claim.quantity)
    return any(
        context.names.speaker(other) == speaker
        and _kind(other, context) == kind
        and other.period == claim.period
        and count.is_below(as_rounded(other.quantity))
        for other in account
    )


def speak_for_one(one: Claim, other: Claim, context: CheckContext) -> bool:
    """True when both speak for one party, or may be one body by other words.

    A ministry and its country are no two; neither are "its monitors" and "the same
    monitors".
    """
    side = context.names.side(one)
    if side is not None and side == context.names.side(other):
        return True
    names = [context.names.speaker(claim) or "" for claim in (one, other)]
    return len({_POINTING.sub("", name.casefold()) for name in names}) == 1


def is_of_a_part(one: Claim, other: Claim) -> bool:
    """True when whoever counts less sees a part of what happened.

    A witness tells of who died beside him, a hospital of whom it took in.
    """
    mine, theirs = as_rounded(one.quantity), as_rounded(other.quantity)
    less = one if mine.is_below(theirs) else other
    speaker = less.speaker
    is_witness = speaker is not None and speaker.access is Access.WITNESS
    return is_witness or takes_in_the_hurt(less)


def are_two_deeds(one: Claim, other: Claim, context: CheckContext) -> bool:
    """True when each of two speakers may tell whom it killed: those are two counts."""
    return all(_is_own_deed(claim, context) for claim in (one, other))


def are_of_two_hours(one: Claim, other: Claim, context: CheckContext) -> bool:
    """True for two lines of a feed, of which one begins with a clock time."""
    document = context.documents.get(one.document)
    if document is None or one.document != other.document:
        return False
    starts = [
        document.text.rfind("\n", 0, claim.quantity.span.start) + 1
        for claim in (one, other)
    ]
    timed = any(_CLOCK.match(document.text, start) for start in starts)
    return timed and starts[0] != starts[1]


def is_read_surely(claim: Claim) -> bool:
    """True where the speaker, and that it says so, are read with certainty."""
    return (
        is_sure(claim, ClaimField.CLAIMANT, VOICED)
        and is_sure(claim, ClaimField.STANCE, MEANT)
        and any(letter.isalpha() for letter in claim.claimant or "")
    )


def is_placed_surely(claim: Claim) -> bool:
    """True where day and place of people of no told kind are read with certainty."""
    fields = (
        (ClaimField.PLACE, CARRIED),
        (ClaimField.PERIOD, LIKELY),
        (ClaimField.AFFECTED, OWN),
    )
    return all(is_sure(claim, field, least) for field, least in fields)


def _is_told_dead(claim: Claim) -> bool:
    """True for a number of dead of a day or two, read with certainty."""
    return (
        claim.measure == "people.killed"
        and claim.stance is Stance.ASSERTED
        and not is_one_named(claim)
        and not is_vague(claim)
        and not counts_more(claim)
        and is_sure(claim, ClaimField.EVENT, SURE)
        and is_read_surely(claim)
        and _is_short(claim.period, claim.accrual)
    )


def _is_short(period: Period | None, accrual: Accrual | None) -> bool:
    """True for a day or two, a week of a running toll, and where no day is told."""
    if period is None:
        return True
    if period.first is None or period.last is None:
        return False
    most = LONGEST if accrual is Accrual.TOTAL else 1
    return (period.last - period.first).days <= most


def _of_one_event(one: Claim, other: Claim, context: CheckContext) -> bool:
    """True when two figures of one account, that share no number, are of one event.

    They count alike on one day, on no two sides and in no two places, and no other
    place is named from the first to the end of the second's sentence.
    """
    names = context.names
    return (
        names.speaker(one) != names.speaker(other)
        and not speak_for_one(one, other, context)
        and one.place is not None
        and as_rounded(one.quantity).is_apart_from(as_rounded(other.quantity))
        and not _is_of_headline(one, context)
        and _count_alike(one, other, context)
        and agree(*(names.party(c.affected) for c in (one, other)))
        and not are_two_deeds(one, other, context)
        and not is_of_a_part(one, other)
        and not are_of_two_hours(one, other, context)
        and not _is_elsewhere(one, other, context)
    )


def _count_alike(one: Claim, other: Claim, context: CheckContext) -> bool:
    """True for one kind on days that begin together, or for anyone on one day."""
    kind = _kind(one, context)
    same_place = place_key(one) == place_key(other)
    if _has_grown(one, other) or kind is None or one.period is None:
        return False
    if ANYONE in (kind, _kind(other, context)):
        same_place |= _answers_plainly(other, one, context)
        return same_place and _is_same_day(one, other) and _are_all(one, other, context)
    if kind != _kind(other, context):
        return False
    if not _is_told(one):
        surely = is_placed_surely(one) and is_placed_surely(other)
        return surely and same_place and one.period == other.period
    return (same_place or other.place is None) and _is_same_day(one, other)


def _has_grown(one: Claim, other: Claim) -> bool:
    """True for a count of a day and a greater running toll behind it."""
    runs = [claim.accrual is Accrual.TOTAL for claim in (one, other)]
    if runs[0] == runs[1] or one.period != other.period:
        return runs[0] != runs[1]
    return runs[1] and as_rounded(one.quantity).is_below(as_rounded(other.quantity))


def _is_same_day(one: Claim, other: Claim) -> bool:
    """True for days that begin together, and where a next sentence tells none."""
    if one.period is None:
        return False
    if other.period is None:
        near = other.quantity.span.start - one.quantity.span.end <= BESIDE
        same = place_key(one) == place_key(other)
        return near and same and is_sure(other, ClaimField.PLACE, STAYED)
    return one.period.first == other.period.first


def _is_told(claim: Claim) -> bool:
    """True for soldiers, fighters and civilians, of whom a speaker counts all."""
    return status_of(claim) in (PersonStatus.CIVILIAN, PersonStatus.COMBATANT)


def _kind(claim: Claim, context: CheckContext) -> str | None:
    """Give what the dead are counted as, None where no noun says it."""
    if counts_anyone(claim):
        return ANYONE
    words = comparing_words(claim, context)
    noun = (claim.group or "").casefold()
    for nouns in () if words is None else words.one_side:
        if noun in nouns:
            return min(nouns)
    return thing_key(claim)


def _are_all(one: Claim, other: Claim, context: CheckContext) -> bool:
    """True when nobody is left out of either count of people.

    Bodies that were found may be fewer than the dead, and a bare number behind a count
    of people may be a part of it: both count where they are more, or where a bare
    number is all that its clause says.
    """
    if not (is_placed_surely(one) and is_placed_surely(other)):
        return False
    for count, toll in ((one, other), (other, one)):
        if counts_anyone(count):
            continue
        more = as_rounded(toll.quantity).is_below(as_rounded(count.quantity))
        most = MOST_WORDS if more else 0
        answers = _answers(count, toll, most=most, context=context)
        counted = more and _counts_bodies(count, context)
        if not counts_anyone(toll) or not (counted or answers):
            return False
    return True


def _answers_plainly(count: Claim, toll: Claim, context: CheckContext) -> bool:
    """True for people of no told place soon behind a toll, of whom no more is said.

    "The ministry said 30 people had died" does, where the reader doubts that it is of
    no place; "two people had died in hospital" tells of whom, and so does a day of its
    own.
    """
    gap = count.quantity.span.start - toll.quantity.span.end
    counted = counts_anyone(count) and counts_anyone(toll)
    clause = _CLAUSE.match(after(count, BESIDE, context))
    ends = clause is not None and len(clause.group().split()) <= MOST_WORDS
    here = count.place is None and not is_sure(count, ClaimField.PLACE, LIKELY)
    here &= count.period == toll.period is not None
    return counted and here and ends and 0 < gap <= BESIDE


def _counts_bodies(claim: Claim, context: CheckContext) -> bool:
    words = comparing_words(claim, context)
    return words is not None and thing_key(claim) in words.bodies


def _answers(bare: Claim, toll: Claim, *, most: int, context: CheckContext) -> bool:
    """True for a bare number soon behind a count of people, that ends its clause.

    "The board gave fourteen" does; "it says 29 were killed in the whole province" tells
    of whom.
    """
    gap = bare.quantity.span.start - toll.quantity.span.end
    is_bare = bare.quantity.span.end == bare.quantity.number.end
    clause = _CLAUSE.match(after(bare, BESIDE, context))
    ends = clause is not None and len(clause.group().split()) <= most
    return is_bare and bare.group is None and 0 < gap <= BESIDE and ends


def _is_of_headline(claim: Claim, context: CheckContext) -> bool:
    """True for a figure of the headline, which the text says again."""
    end = headline_end(context.documents.get(claim.document))
    return claim.quantity.span.start < end


def _is_own_deed(claim: Claim, context: CheckContext) -> bool:
    """True when a speaker may tell of its own deed: two such count two sides' dead."""
    names = context.names
    if claim.actor is not None:
        speaker = (names.speaker(claim) or "").casefold()
        party = names.party(claim.actor)
        is_side = party is not None and party == names.side(claim)
        return claim.actor.casefold() in speaker or is_side
    return not is_sure(claim, ClaimField.ACTOR, OWN_DEED)


def _is_elsewhere(one: Claim, other: Claim, context: CheckContext) -> bool:
    """True when a place is named with a later figure that is not the first one's.

    Not where the later one's own place is the first one's, and sure.
    """
    reading = context.readings.get(one.document)
    if reading is None:
        return False
    same = place_key(one) == place_key(other)
    if same and is_sure(other, ClaimField.PLACE, LIKELY):
        return False
    start, end = one.sentence.end, other.sentence.end
    return any(
        start <= t.span.start and t.span.end <= end and not _is_around(t, one, other)
        for t in reading.toponyms
    )


def _is_around(toponym: Toponym, claim: Claim, other: Claim) -> bool:
    """True for a figure's own place, one that holds it, a side's and a speaker's."""
    said = toponym.span.text.casefold()
    known = (claim.place, claim.affected, claim.actor, claim.claimant, other.claimant)
    if any(said in name.casefold() for name in known if name is not None):
        return True
    here, there = claim.located, toponym.place
    return here is not None and there is not None and here.lies_in(there)
