"""What an assistant may ask of a ledger: one row of `TOOLS` a tool, one file a row.

All of them only read. Names are withheld as in exports: nothing here has another way to
the ledger than pages and commands have.
"""

from sayso.assistant import (
    claims,
    draft,
    findings,
    incident,
    origins,
    quotation,
    reading,
)
from sayso.assistant.tool import Arguments, Tool

TOOLS: tuple[Tool, ...] = (
    reading.TOOL,
    claims.TOOL,
    incident.TOOL,
    origins.TOOL,
    findings.TOOL,
    draft.TOOL,
    quotation.TOOL,
)
"""Every tool, in the order shown."""

__all__ = ["TOOLS", "Arguments", "Tool"]
