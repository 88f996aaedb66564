"""Sayso: who claimed what, in which words, through whom, when. On whose say-so?

    import sayso
    reading = sayso.read(text, published="2030-05-02")

Importing the package reads no file and compiles no pattern: public names are loaded
when they are first used.
"""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.ledger import Filters, Order, Page
    from sayso.model import (
        Attribution,
        Claim,
        Document,
        Finding,
        Period,
        Quantity,
        Reading,
        Span,
        Speaker,
    )
    from sayso.notebook import read
    from sayso.workspace import Workspace

__version__ = "0.1.0"

_HOMES: Mapping[str, str] = MappingProxyType(
    {
        "Attribution": "sayso.model",
        "Claim": "sayso.model",
        "Document": "sayso.model",
        "Filters": "sayso.ledger",
        "Finding": "sayso.model",
        "Order": "sayso.ledger",
        "Page": "sayso.ledger",
        "Period": "sayso.model",
        "Quantity": "sayso.model",
        "Reading": "sayso.model",
        "Span": "sayso.model",
        "Speaker": "sayso.model",
        "Workspace": "sayso.workspace",
        "read": "sayso.notebook",
    }
)
"""Public name -> module it is loaded from."""

__all__ = [
    "Attribution",
    "Claim",
    "Document",
    "Filters",
    "Finding",
    "Order",
    "Page",
    "Period",
    "Quantity",
    "Reading",
    "Span",
    "Speaker",
    "Workspace",
    "read",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f'module "sayso" has no attribute "{name}"')
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted((*globals(), *__all__))
