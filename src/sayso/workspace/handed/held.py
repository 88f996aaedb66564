"""What stands in a ledger, as values, and how it is asked for."""

from sayso.ledger import (
    FACETS,
    CoverageRow,
    Facets,
    Filters,
    FindingCount,
    FindingFilters,
    HeldAttribution,
    HeldClaim,
    HeldDocument,
    HeldFinding,
    HeldRuling,
    HeldSpeaker,
    Ledger,
    NameKind,
    Order,
    Page,
    Status,
)
from sayso.ledger.filters import NOBODY, UNATTRIBUTED

__all__ = [
    "FACETS",
    "NOBODY",
    "UNATTRIBUTED",
    "CoverageRow",
    "Facets",
    "Filters",
    "FindingCount",
    "FindingFilters",
    "HeldAttribution",
    "HeldClaim",
    "HeldDocument",
    "HeldFinding",
    "HeldRuling",
    "HeldSpeaker",
    "Ledger",
    "NameKind",
    "Order",
    "Page",
    "Status",
]
