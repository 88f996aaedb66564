"""Claims: one quantity, or one named place changing hands, asserted in a document."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, NewType

from sayso.model.attribution import AttributionId, Speaker
from sayso.model.document import DocumentId
from sayso.model.identity import short_id
from sayso.model.period import Period
from sayso.model.place import Place
from sayso.model.quantity import Quantity
from sayso.model.span import Span

ClaimId = NewType("ClaimId", str)


class Stance(StrEnum):
    """How the text stands to what is claimed."""

    ASSERTED = "asserted"
    DENIED = "denied"
    """The claimant says it is not so."""
    HEDGED = "hedged"
    """The text marks doubt or rumour ("reportedly")."""
    GOAL = "goal"
    """Intended, not yet done."""


class Accrual(StrEnum):
    """Whether a figure is of a period or a running total."""

    FLOW = "flow"
    TOTAL = "total"


class ClaimField(StrEnum):
    """The fields of a claim that words of the text carry."""

    EVENT = "event"
    """What happened to the counted: the words that make it this measure."""
    AFFECTED = "affected"
    ACTOR = "actor"
    PLACE = "place"
    PERIOD = "period"
    CLAIMANT = "claimant"
    STANCE = "stance"
    ACCRUAL = "accrual"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that carry one field of a claim, and how sure the reader is of it."""

    field: ClaimField
    spans: tuple[Span, ...]
    """In the order of the text; empty where no words carry it (a day that is the
    report's own, a field that the text leaves open)."""
    confidence: Decimal = Decimal(1)
    """Calibrated chance in [0, 1] that the field is right as it is, empty included."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one document asserts with one quantity; never asserted by us.

    The id is hashed from document, quantity span and measure only, so a better
    reading of the other fields keeps it.
    """

    document: DocumentId
    quantity: Quantity
    """In km2, percent or count; [1, 1] at the place name for a named place."""
    measure: str
    """Id of a measure of the vocabulary: "territory.gained"."""
    sentence: Span
    group: str | None = None
    """Head noun of what is counted, lower case, singular: "soldier"."""
    affected: str | None = None
    """Whose people, equipment or territory, in the words of the text or its pack."""
    actor: str | None = None
    """Who did it or gained by it, when the text says so."""
    place: str | None = None
    """The most specific named place, as written."""
    located: Place | None = None
    """The gazetteer entry `place` was resolved to."""
    period: Period | None = None
    accrual: Accrual | None = None
    claimant: str | None = None
    """The innermost source, named in full; None in the narrator's own voice."""
    via: tuple[str, ...] = ()
    stance: Stance = Stance.ASSERTED
    attribution: AttributionId | None = None
    speaker: Speaker | None = None
    confidence: Decimal = Decimal(1)
    """Calibrated chance in [0, 1] that figure, measure and claimant are right; orders
    the review queue, nothing else."""
    reader: str = ""
    """Name and version of what read it."""
    evidence: tuple[Evidence, ...] = ()
    """What carries each field, in the order of `ClaimField`; one may be left out."""

    @property
    def id(self) -> ClaimId:
        """Hash of document, quantity span and measure, 20 hexadecimal digits."""
        span = self.quantity.span
        return ClaimId(short_id(self.document, span.start, span.end, self.measure))

    def evidence_of(self, field: ClaimField) -> Evidence | None:
        """Give what carries a field, None where the reader did not say."""
        return next((e for e in self.evidence if e.field is field), None)

    @property
    def says_place(self) -> bool:
        """True where the claim's own sentence has the words of its place.

        Else the place was carried from elsewhere in the account, or there is none.
        """
        if self.place is None:
            return False
        carried = self.evidence_of(ClaimField.PLACE)
        if carried is not None and carried.spans:
            return any(self.sentence.contains(span) for span in carried.spans)
        return self.place.casefold() in self.sentence.text.casefold()

    def to_record(self) -> dict[str, Any]:
        """Give the claim in the JSON form of CLAIMS.md: closed days, plain numbers."""
        quantity, period = self.quantity, self.period
        return {
            "id": self.id,
            "quantity": {
                "span": [quantity.span.start, quantity.span.end],
                "low": to_number(quantity.low),
                "high": to_number(quantity.high),
                "bound": str(quantity.bound),
                "unit": quantity.unit,
            },
            "words": quantity.span.text,
            "measure": self.measure,
            "group": self.group,
            "affected": self.affected,
            "actor": self.actor,
            "place": self.place,
            "period": None if period is None else to_days(period),
            "accrual": None if self.accrual is None else str(self.accrual),
            "claimant": self.claimant,
            "via": list(self.via),
            "stance": str(self.stance),
            "sentence": [self.sentence.start, self.sentence.end],
            "evidence": {
                str(e.field): [[span.start, span.end] for span in e.spans]
                for e in self.evidence
            },
            "confidences": {
                str(e.field): to_number(e.confidence) for e in self.evidence
            },
        }


def to_number(value: Decimal | None) -> int | float | None:
    """Give a decimal as the JSON number a reader expects: whole where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def to_days(period: Period) -> list[str | None]:
    """Give the first and last day as ISO dates, None for an open end."""
    return [
        None if day is None else day.isoformat() for day in (period.first, period.last)
    ]
