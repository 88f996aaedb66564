"""What leaves the ledger, masked: one row of `FORMATS` a format, one file a row."""

from sayso.exports import (
    atom,
    claim,
    coder,
    dossier,
    eventreport,
    evidence,
    ftm,
    geojson,
    lines,
    parquet,
    sarif,
    sqlite,
    table,
    ucdp,
    webannotation,
)
from sayso.exports.bundle import Bundle, FileFormat, FindingRow, Format, Paper, Row
from sayso.exports.verify_bundle import report as check_bundle

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

FILE_FORMATS: tuple[FileFormat, ...] = (
    sqlite.FORMAT,
    parquet.FORMAT,
    evidence.FORMAT,
)
"""Formats that are no text, after the others."""

__all__ = [
    "FILE_FORMATS",
    "FORMATS",
    "Bundle",
    "FileFormat",
    "FindingRow",
    "Format",
    "Paper",
    "Row",
    "check_bundle",
]
