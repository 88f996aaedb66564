"""What leaves the ledger, masked: one row of `FORMATS` a format, one file a row."""

from sayso.exports import (
    atom,
    brat,
    claim,
    coder,
    doccano,
    dossier,
    eventreport,
    evidence,
    ftm,
    geojson,
    hypothesis,
    labelstudio,
    lines,
    parquet,
    sarif,
    sqlite,
    table,
    ucdp,
    webannotation,
    xmi,
)
from sayso.exports.bundle import Bundle, FileFormat, FindingRow, Format, Paper, Row
from sayso.exports.frames import to_pandas, to_polars
from sayso.exports.verify_bundle import report as check_bundle

FORMATS: tuple[Format, ...] = (
    table.FORMAT,
    lines.FORMAT,
    geojson.FORMAT,
    webannotation.FORMAT,
    hypothesis.FORMAT,
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
    labelstudio.FORMAT,
    doccano.FORMAT,
    brat.FORMAT,
    xmi.FORMAT,
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
    "to_pandas",
    "to_polars",
]
