"""What is written out: bundles, tables, citations, feeds."""

from sayso.exports import Bundle, FileFormat, Format, Paper, Row, check_bundle
from sayso.exports.cells import harmless_cell
from sayso.exports.citations import to_bibtex, to_csl, to_footnote
from sayso.exports.news import FeedItem, write_feed

__all__ = [
    "Bundle",
    "FeedItem",
    "FileFormat",
    "Format",
    "Paper",
    "Row",
    "check_bundle",
    "harmless_cell",
    "to_bibtex",
    "to_csl",
    "to_footnote",
    "write_feed",
]
