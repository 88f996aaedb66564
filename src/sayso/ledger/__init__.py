"""The ledger: an append-only log of entries, and the current state it replays to.

`BACKENDS` names what an address may begin with; an address without such a word is the
path of an SQLite file.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

from sayso.errors import LedgerError, UnknownName
from sayso.ledger.acting import Role, acting_as, acting_role
from sayso.ledger.again import add_again, as_known, tell_changes
from sayso.ledger.connection import make_private
from sayso.ledger.filters import FACETS, Filters, Order, Page
from sayso.ledger.findings import FindingCount, FindingFilters, FindingOrder
from sayso.ledger.held import (
    Capture,
    CoverageRow,
    FacetCount,
    Facets,
    HeldAttribution,
    HeldClaim,
    HeldDocument,
    HeldFinding,
    HeldRuling,
    HeldSpeaker,
    Status,
    Sums,
    Verification,
)
from sayso.ledger.moving import move
from sayso.ledger.naming import (
    Named,
    NameKind,
    Naming,
    apply_names,
    name_speaker,
    name_subject,
)
from sayso.ledger.protocol import Ledger
from sayso.ledger.records import (
    Addition,
    Opinion,
    Stamp,
    capture_of,
    record_capture,
    record_correction,
    record_document,
    record_finding,
    record_layer,
    record_reading,
    record_ruling,
    record_tombstone,
    record_withdrawal,
)
from sayso.ledger.replay import hold_document, load_facts_of, read_parts
from sayso.ledger.rulings import (
    additions,
    apply_changes,
    check_changes,
    cut_evidence,
    shows_name,
    standing_rulings,
)

BACKENDS: Mapping[str, str] = MappingProxyType(
    {
        "sqlite": "sayso.ledger.sqlite:SqliteLedger",
        "memory": "sayso.ledger.memory:MemoryLedger",
        "postgresql": "sayso.ledger.postgresql:PostgresLedger",
    }
)
"""Scheme of an address -> module and class; imported when first opened."""


def open_ledger(
    address: str, *, create: bool = True, backends: Mapping[str, str] = BACKENDS
) -> Ledger:
    """Give the ledger at an address.

    Args:
        address: A file's path, or a scheme of `backends` and a colon before what its
            backend needs: "sqlite:news.db", "memory:".
        create: Make a new ledger where there is none.
        backends: The table to look in.

    Raises:
        UnknownName: No backend has the address's scheme.
        LedgerError: There is no ledger, or it cannot be opened.
    """
    scheme, colon, rest = address.partition(":")
    if not colon or (scheme not in backends and not rest.startswith("//")):
        scheme = "sqlite"
    if scheme not in backends:
        raise UnknownName("kind of ledger", scheme, backends)
    module, _, name = backends[scheme].partition(":")
    try:
        backend = import_module(module)
    except ImportError as error:
        raise LedgerError(
            f'a ledger at "{scheme}:" needs an extra: pip install "sayso[postgres]"'
            f" ({error})"
        ) from error
    opened: Ledger = getattr(backend, name)(address, create=create)
    return opened


__all__ = [
    "BACKENDS",
    "FACETS",
    "Addition",
    "Capture",
    "CoverageRow",
    "FacetCount",
    "Facets",
    "Filters",
    "FindingCount",
    "FindingFilters",
    "FindingOrder",
    "HeldAttribution",
    "HeldClaim",
    "HeldDocument",
    "HeldFinding",
    "HeldRuling",
    "HeldSpeaker",
    "Ledger",
    "NameKind",
    "Named",
    "Naming",
    "Opinion",
    "Order",
    "Page",
    "Role",
    "Stamp",
    "Status",
    "Sums",
    "Verification",
    "acting_as",
    "acting_role",
    "add_again",
    "additions",
    "apply_changes",
    "apply_names",
    "as_known",
    "capture_of",
    "check_changes",
    "cut_evidence",
    "hold_document",
    "load_facts_of",
    "make_private",
    "move",
    "name_speaker",
    "name_subject",
    "open_ledger",
    "read_parts",
    "record_capture",
    "record_correction",
    "record_document",
    "record_finding",
    "record_layer",
    "record_reading",
    "record_ruling",
    "record_tombstone",
    "record_withdrawal",
    "shows_name",
    "standing_rulings",
    "tell_changes",
]
