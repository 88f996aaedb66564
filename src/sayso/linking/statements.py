"""What one speaker says in one document: the unit that origins are made of.

A document may hold several statements: two speakers, or one speaker's words of today
beside those of a month ago. A figure in the narrator's voice is a statement by itself,
since nothing tells which of them belong together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sayso.linking.names import Names, place_key, thing_key
from sayso.linking.series import Documents, document_order
from sayso.model import DAY, Claim, Document, DocumentId, Period

RETOLD_AFTER = 7
"""Days before publication from which a figure is an older one told again: reports of a
statement follow it within days."""
MANY = 1_000
"""Deaths from here on are compared with losses too: so many are not counted singly."""
_SETTLED = ("territory.", "place.")
_VAGUE = re.compile(
    r"\b(?:several|some|dozens?|scores|tens|hundreds|thousands|millions|many"
    r"|десятк\w{0,3}|сотн\w{0,3}|тысяч\w{0,3}|тисяч\w{0,3}|несколько|кілька"
    r"|миллион\w{0,3}|мільйон\w{0,3})\b",
    re.IGNORECASE,
)
"""Words that stand for no one number."""
CIVIL = ("child", "civilian", "woman", "girl", "boy", "infant", "baby")
"""Last words of those who fight for no side."""


@dataclass(frozen=True, slots=True)
class Statement:
    """The claims of one speaker and one occasion in one document."""

    document: DocumentId
    speaker: str | None
    """None in the narrator's voice; then there is one claim."""
    first: date | None
    """First day on which it can have been uttered."""
    last: date | None
    """Last such day: the publication, or the end of an older period."""
    claims: tuple[Claim, ...]

    @property
    def party(self) -> str | None:
        """The party its speaker speaks for, where a pack knows it."""
        speaker = self.claims[0].speaker
        return None if speaker is None else speaker.party


@dataclass(frozen=True, slots=True)
class Figure:
    """What makes two figures one, whatever words surround them."""

    measure: str
    unit: str
    thing: str | None
    value: str
    negated: bool


def find_statements(
    claims: Iterable[Claim], documents: Documents, names: Names
) -> tuple[Statement, ...]:
    """Give the statements of all claims, by publication, document and place."""
    grouped: defaultdict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        document = documents.get(claim.document)
        speaker = names.speaker(claim)
        occasion = uttered(claim, document)
        alone = (claim.quantity.span.start, claim.measure) if speaker is None else ()
        grouped[claim.document, speaker, occasion, alone].append(claim)
    statements = [
        _statement(group, documents.get(group[0].document), names)
        for group in grouped.values()
    ]

    def order(statement: Statement) -> tuple[object, ...]:
        first = statement.claims[0]
        document = documents.get(statement.document)
        day = statement.last or date.max
        span = first.quantity.span
        return (day, document_order(document), span.start, first.measure, span.end)

    return tuple(sorted(statements, key=order))


def uttered(claim: Claim, document: Document | None) -> tuple[date | None, date | None]:
    """Give the first and last day on which the claim can have been made.

    The publication and the two days before it, or the days of an older period that
    the text tells again.
    """
    published = None if document is None else document.published
    if published is None:
        return (None, None)
    if _is_retold(claim.period, published):
        period = claim.period
        return (None if period is None else period.first or period.last, _end(period))
    return (published - 2 * DAY, published)


def figure_of(claim: Claim) -> Figure:
    """Give the figure without bound, place and words around it."""
    quantity = claim.quantity
    value = quantity.low if quantity.low is not None else quantity.high
    shown = f"{value:f}" if value is not None else ""
    return Figure(
        family_of(claim),
        quantity.unit,
        loose_thing(claim),
        f"{quantity.number.text} ({shown})" if is_vague(claim) else shown,
        claim.stance.value == "denied",
    )


def is_vague(claim: Claim) -> bool:
    """True for "dozens" and "several": no two of them are one figure with a number.

    "At least twelve" is a number like "at least 12".
    """
    words = claim.quantity.span.text
    if claim.quantity.high is not None or any(c.isdigit() for c in words):
        return False
    return _VAGUE.search(words) is not None


def family_of(claim: Claim) -> str:
    """Give the measure as loosely as reports of one figure differ.

    Ground is gained, lost or held by the side one looks from; tanks are lost or
    destroyed; losses in thousands become deaths on the way.
    """
    kind, _, what = claim.measure.partition(".")
    if kind in ("territory", "settlements", "place"):
        return kind
    if kind == "equipment" and what != "captured":
        return "equipment.lost"
    value = claim.quantity.low
    if what in ("killed", "wounded", "casualties") and value and value >= MANY:
        return "people.casualties"
    return claim.measure


def loose_thing(claim: Claim) -> str | None:
    """Give the thing counted as loosely as reports of one statement differ.

    Soldiers, men and people are one; civilians and children are not.
    """
    if claim.measure.startswith(_SETTLED):
        return place_key(claim) if claim.measure.startswith("place.") else None
    thing = thing_key(claim)
    if claim.measure.startswith("people."):
        civil = thing is not None and thing.endswith(CIVIL)
        return thing if civil else "person"
    if claim.measure.startswith("settlements."):
        return "settlement"
    return thing


def _statement(
    group: list[Claim], document: Document | None, names: Names
) -> Statement:
    ordered = sorted(group, key=_place)
    first, last = uttered(ordered[0], document)
    speaker = names.speaker(ordered[0])
    return Statement(ordered[0].document, speaker, first, last, tuple(ordered))


def _place(claim: Claim) -> tuple[int, str, int]:
    span = claim.quantity.span
    return span.start, claim.measure, span.end


def _is_retold(period: Period | None, published: date) -> bool:
    """True for a total up to a day well before the publication."""
    if period is None or period.last is None or period.first == period.last:
        return False
    return (published - period.last).days > RETOLD_AFTER


def _end(period: Period | None) -> date | None:
    return None if period is None else period.last
