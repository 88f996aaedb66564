"""What Sayso knows of: frozen values, no input or output."""

from sayso.model.attribution import (
    Access,
    Attribution,
    AttributionId,
    AttributionKind,
    Speaker,
    SpeakerId,
)
from sayso.model.claim import (
    Accrual,
    Claim,
    ClaimField,
    ClaimId,
    Evidence,
    Stance,
    to_days,
    to_number,
)
from sayso.model.codec import from_json, to_json
from sayso.model.document import (
    CustodyStep,
    DateBasis,
    Document,
    DocumentId,
    canonical_text,
)
from sayso.model.entry import GENESIS, Decision, Draft, Entry, EntryKind, chain_entry
from sayso.model.finding import Finding, Input, Level, Outcome
from sayso.model.identity import canonical_json, digest_json, digest_text, short_id
from sayso.model.period import (
    DAY,
    Period,
    PeriodKind,
    Precision,
    Timex,
    TimexType,
)
from sayso.model.place import Place, PlaceId, PlaceKind, Toponym
from sayso.model.quantity import (
    CLAIM_UNITS,
    Bound,
    Change,
    ClaimUnit,
    Quantity,
    StatedQuantity,
)
from sayso.model.reading import Gap, Reading
from sayso.model.span import Span, hull, trim_span

__all__ = [
    "CLAIM_UNITS",
    "DAY",
    "GENESIS",
    "Access",
    "Accrual",
    "Attribution",
    "AttributionId",
    "AttributionKind",
    "Bound",
    "Change",
    "Claim",
    "ClaimField",
    "ClaimId",
    "ClaimUnit",
    "CustodyStep",
    "DateBasis",
    "Decision",
    "Document",
    "DocumentId",
    "Draft",
    "Entry",
    "EntryKind",
    "Evidence",
    "Finding",
    "Gap",
    "Input",
    "Level",
    "Outcome",
    "Period",
    "PeriodKind",
    "Place",
    "PlaceId",
    "PlaceKind",
    "Precision",
    "Quantity",
    "Reading",
    "Span",
    "Speaker",
    "SpeakerId",
    "Stance",
    "StatedQuantity",
    "Timex",
    "TimexType",
    "Toponym",
    "canonical_json",
    "canonical_text",
    "chain_entry",
    "digest_json",
    "digest_text",
    "from_json",
    "hull",
    "short_id",
    "to_days",
    "to_json",
    "to_number",
    "trim_span",
]
