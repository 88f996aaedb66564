"""One incident as a table: who says what of it, from the first figure to the last.

Rows are by speaker, measure and status (civilian, combatant, child, or none told), so
that what is counted otherwise is never set side by side unseen. A range is that of the
figures as stated, with the words of both ends; no figure is worked out of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sayso.linking.hours import came_before
from sayso.linking.incidents import Incident
from sayso.linking.interval import Interval, as_printed, as_rounded
from sayso.linking.names import Names
from sayso.linking.origins import Origin
from sayso.linking.outlets import Outlets, Reach, count_reach
from sayso.linking.series import Documents
from sayso.linking.statements import is_vague
from sayso.model import Claim, ClaimUnit, Stance

_OF_THEM = re.compile(r"\s+(?:of (?:them|whom|these|those)|из них|з них)\b")
_AMONG = re.compile(r"\b(?:includ|among|в том числе|среди них|серед них)")
"""Words that make a figure some of the one before it."""


_MORE = re.compile(
    r"\b(?:of|more|others?|another|additional|further|remaining"
    r"|из|ещё|еще|друг\w{2,3}|остальн\w{2,3}|з|із|ще|інш\w{1,3}|решт\w)\b(?!\s+than)",
    re.IGNORECASE,
)
"""Words inside a figure by which it is a part of another, or comes on top of it."""


class PersonStatus(StrEnum):
    """As what the people of a figure are told."""

    CIVILIAN = "civilian"
    COMBATANT = "combatant"
    CHILD = "child"
    UNNAMED = "unnamed"
    """No word says what they were."""


class Apart(StrEnum):
    """Why a figure of an incident is in no range."""

    DENIED = "denied by its speaker"
    SHARE = "a share, not a number"
    PART = "a part of a larger figure beside it"
    VAGUE = "words without a number"


_STATUS: Mapping[PersonStatus, re.Pattern[str]] = {
    PersonStatus.CHILD: re.compile(
        r"\b(?:child(?:ren)?|kids?|pupils?|schoolchild(?:ren)?|schoolgirls?|schoolboys?"
        r"|boys?|girls?|infants?|bab(?:y|ies)|toddlers?|minors?|teenagers?"
        r"|реб[её]н\w{2,3}|дет(?:и|ей)|школьник\w{0,3}|дит\w{1,4}|діт(?:и|ей))\b",
        re.IGNORECASE,
    ),
    PersonStatus.COMBATANT: re.compile(
        r"\b(?:soldiers?|troops?|troopers?|fighters?|militants?|rebels?|gunm[ae]n"
        r"|insurgents?|terrorists?|jihadis?t?s?|guerrillas?|combatants?|conscripts?"
        r"|servicem[ae]n|servicew[ao]m[ae]n|marines?|paratroopers?|mercenar(?:y|ies)"
        r"|militiam[ae]n|commandos?|extremists?|personnel|военн\w{2,4}|солдат\w{0,3}"
        r"|боевик\w{0,3}|бойц\w{1,3}|бойовик\w{0,3}|військов\w{1,4})\b",
        re.IGNORECASE,
    ),
    PersonStatus.CIVILIAN: re.compile(
        r"\b(?:civilians?|non-?combatants?|мирн\w{2,3}|цивільн\w{1,3})\b", re.IGNORECASE
    ),
}
"""Status -> the words that tell it. An occupation alone tells none."""
_ANYONE = re.compile(
    r"\b(?:people|persons?|deaths?|dead|fatalit(?:y|ies)|victims?|человек\w{0,2}|люд\w{2,4}"
    r"|погибш\w{2,3}|загибл\w{2,3})\b",
    re.IGNORECASE,
)
"""Words of a count that leaves nobody out: dead "villagers" may be some of the dead."""


@dataclass(frozen=True, slots=True)
class Account:
    """What one speaker says of one measure and status, in order of publication."""

    voice: str | None
    """None in the narrator's voice of one outlet or more."""
    measure: str
    status: PersonStatus | None
    """None where no people are counted."""
    claims: tuple[Claim, ...]
    counted: tuple[Claim, ...]
    """Those that may be set beside each other; all where none may."""
    interval: Interval
    """What all counted figures allow together, from the lowest to the highest."""
    revisions: tuple[tuple[Claim, Claim], ...]
    """Figures and the later ones of the same voice that share no number with them."""
    reach: Reach

    @property
    def first(self) -> Claim:
        """The earliest figure that is counted."""
        return self.counted[0]

    @property
    def last(self) -> Claim:
        """The latest figure that is counted."""
        return self.counted[-1]


@dataclass(frozen=True, slots=True)
class StatedRange:
    """Figures of one measure and status, of all speakers, from low to high."""

    measure: str
    status: PersonStatus | None
    low: Claim
    high: Claim
    figures: int
    voices: int
    """Speakers, and outlets that speak in their own voice."""

    @property
    def is_one(self) -> bool:
        """True when all figures are one number."""
        return number_of(self.low) == number_of(self.high)


@dataclass(frozen=True, slots=True)
class Accounts:
    """All that an incident's page shows of its claims."""

    incident: Incident
    rows: tuple[Account, ...]
    ranges: tuple[StatedRange, ...]
    """Largest measure first."""
    apart: tuple[tuple[Claim, Apart], ...]
    """Figures that are in no range, with the reason."""
    reach: Reach


def number_of(claim: Claim) -> Decimal:
    """Give the number as stated: of a range of words its lower end, if it has one."""
    quantity = claim.quantity
    value = quantity.low if quantity.low is not None else quantity.high
    return value if value is not None else Decimal(0)


def status_of(claim: Claim) -> PersonStatus | None:
    """Give as what the counted people are told; None where no people are counted."""
    if not claim.measure.startswith("people."):
        return None
    words = f"{claim.group or ''} {claim.quantity.span.text}"
    if claim.affected and "civilian" in claim.affected.casefold():
        words += " civilian"
    found = (status for status, known in _STATUS.items() if known.search(words))
    return next(found, PersonStatus.UNNAMED)


def counts_more(claim: Claim) -> bool:
    """True for some of a count told before or what is added to it.

    "Five of the dead", "four more people", "a further 17 soldiers".
    """
    return _MORE.search(claim.quantity.span.text) is not None


def counts_anyone(claim: Claim) -> bool:
    """True for people of whatever kind, by a noun of its own: "12 deaths".

    "Four dead policemen" are of one kind.
    """
    words = claim.quantity.span.text.replace(claim.quantity.number.text, " ", 1)
    head = (claim.group or "").split()[-1:]
    of_kind = any(not _ANYONE.fullmatch(noun) and noun != "person" for noun in head)
    is_unnamed = status_of(claim) is PersonStatus.UNNAMED and not of_kind
    return is_unnamed and _ANYONE.search(words) is not None


def tells_anyone(words: str) -> bool:
    """True for words with a noun that leaves nobody out: "the number of dead"."""
    return _ANYONE.search(words) is not None


def tabulate(
    incident: Incident,
    documents: Documents,
    names: Names,
    *,
    outlets: Outlets,
    origin_of: Mapping[str, str],
) -> Accounts:
    """Give an incident's rows, stated ranges and what stands apart.

    Args:
        incident: Its claims come in order of publication.
        documents: Their facts.
        names: One name for each speaker.
        outlets: Owners of outlets.
        origin_of: Origin by claim id; a claim in none is its own.
    """
    apart = tuple(_apart(incident.claims, names))
    left_out = {id(claim) for claim, _ in apart}
    grouped: defaultdict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in incident.claims:
        voice = names.speaker(claim)
        key = (claim.measure, str(status_of(claim) or ""), voice or "")
        grouped[key].append(claim)

    def reach(claims: Sequence[Claim]) -> Reach:
        origins = {origin_of.get(claim.id, claim.id) for claim in claims}
        keys = (claim.document for claim in claims)
        return count_reach(keys, documents, outlets, len(origins))

    rows = [
        _account(claims, (documents, names), reach(claims), left_out)
        for claims in grouped.values()
    ]
    rows.sort(key=_row_order)
    kept = [c for c in incident.claims if id(c) not in left_out]
    ranges = tuple(_ranges(kept, documents, names))
    return Accounts(incident, tuple(rows), ranges, apart, reach(incident.claims))


def origins_by_claim(origins: Iterable[Origin]) -> Mapping[str, str]:
    """Give the origin's id by claim id."""
    return {claim.id: origin.id for origin in origins for claim in origin.claims}


def _account(
    claims: list[Claim],
    known: tuple[Documents, Names],
    reach: Reach,
    left_out: set[int],
) -> Account:
    documents, names = known
    first = claims[0]
    counted = [c for c in claims if id(c) not in left_out] or claims
    voice = names.speaker(first)
    revisions = () if voice is None else tuple(_revisions(counted, documents))
    return Account(
        voice,
        first.measure,
        status_of(first),
        tuple(claims),
        tuple(counted),
        _hull([as_printed(c.quantity) for c in counted]),
        revisions,
        reach,
    )


def _hull(intervals: Sequence[Interval]) -> Interval:
    """Give the shortest interval that holds all."""
    lows = [i.low for i in intervals]
    highs = [i.high for i in intervals]
    low = None if None in lows else min(x for x in lows if x is not None)
    high = None if None in highs else max(x for x in highs if x is not None)
    return Interval(
        low,
        high,
        all(i.low_open for i in intervals if i.low == low),
        all(i.high_open for i in intervals if i.high == high),
    )


def _revisions(
    claims: Sequence[Claim], documents: Documents
) -> Iterable[tuple[Claim, Claim]]:
    """Give each figure that a later document of the same voice replaces.

    Of one day's reports only those that state their hours have an order.
    """
    before: Claim | None = None
    for claim in claims:
        if before is not None and came_before(
            documents.get(before.document), documents.get(claim.document)
        ):
            apart = as_rounded(before.quantity).is_apart_from(
                as_rounded(claim.quantity)
            )
            moved = number_of(before) != number_of(claim)
            if apart or (moved and before.quantity.bound is claim.quantity.bound):
                yield before, claim
        before = claim


def _apart(claims: Sequence[Claim], names: Names) -> Iterable[tuple[Claim, Apart]]:
    """Give the figures that may not be set beside the others, with the reason."""
    beside: defaultdict[tuple[str, str, str | None], list[Claim]] = defaultdict(list)
    for claim in claims:
        beside[claim.document, claim.measure, names.speaker(claim)].append(claim)
    for claim in claims:
        quantity = claim.quantity
        near = beside[claim.document, claim.measure, names.speaker(claim)]
        if claim.stance is Stance.DENIED:
            yield claim, Apart.DENIED
        elif quantity.unit == ClaimUnit.PERCENT:
            yield claim, Apart.SHARE
        elif is_vague(claim):
            yield claim, Apart.VAGUE
        elif any(_is_part(claim, other) for other in near):
            yield claim, Apart.PART


def _is_part(claim: Claim, other: Claim) -> bool:
    """True when another figure of the same account is a whole that holds this one.

    A whole is told first, of more people, without a status or of the same one; the
    part counts other people ("six nurses") or says so ("six of them").
    """
    if other is claim or number_of(other) <= number_of(claim):
        return False
    if other.quantity.span.start > claim.quantity.span.start:
        return False
    whole, part = status_of(other), status_of(claim)
    other_group = (other.group or "person").casefold()
    own_group = (claim.group or "person").casefold()
    return whole is part is not None and (
        other_group != own_group or _says_part(claim, other)
    )


def _says_part(claim: Claim, other: Claim) -> bool:
    """True when words around a figure say that it is some of the one before."""
    sentence, span = claim.sentence, claim.quantity.span
    if other.sentence != sentence:
        return False
    at = span.end - sentence.start
    before = sentence.text[other.quantity.span.end - sentence.start : at]
    return bool(_OF_THEM.match(sentence.text[at:]) or _AMONG.search(before))


def _ranges(
    claims: Sequence[Claim], documents: Documents, names: Names
) -> Iterable[StatedRange]:
    grouped: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if not claim.measure.startswith("place."):
            grouped[claim.measure, str(status_of(claim) or "")].append(claim)
    found = []
    for same in grouped.values():
        voices = {names.speaker(c) or f"in {_outlet(c, documents)}" for c in same}
        low = min(same, key=number_of)
        high = max(same, key=number_of)
        found.append(
            StatedRange(low.measure, status_of(low), low, high, len(same), len(voices))
        )
    return sorted(found, key=lambda r: (-r.figures, r.measure, str(r.status)))


def _outlet(claim: Claim, documents: Documents) -> str:
    document = documents.get(claim.document)
    return "" if document is None else document.outlet or document.id


def _row_order(row: Account) -> tuple[object, ...]:
    """Puts rows by measure and status, then from the lowest stated figure up."""
    least = min(number_of(claim) for claim in row.claims)
    return (row.measure, str(row.status or ""), least, row.voice is None, row.voice)
