"""What leaves the ledger, masked: one row of `FORMATS` a format, one file a row."""

from sayso.exports import (
    atom,
    claim,
    coder,
    dossier,
    eventreport,
    ftm,
    geojson,
    lines,
    sarif,
    table,
    ucdp,
    webannotation,
)
from sayso.exports.bundle import Bundle, FindingRow, Format, Paper, Row

FORMATS: tuple[Format, ...] = (
    table.FORMAT,
    lines.FORMAT,
    geojson.FORMAT,
    webannotation.FORMAT,
    claim.FORMAT,
    ftm.FORMAT,
    coder.FORMAT,
    ucdp.FORMAT,
    eventreport.FORMAT,
    sarif.FORMAT,
    atom.FORMAT,
    dossier.FORMAT,
)
"""Every format, in the order shown to users."""

__all__ = ["FORMATS", "Bundle", "FindingRow", "Format", "Paper", "Row"]
