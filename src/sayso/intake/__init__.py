"""Bytes to documents: one row of `FORMATS` a kind of file, one file a row."""

from sayso.intake import jsonl, text
from sayso.intake.capture import Format, Skipped, Told, parse_day
from sayso.intake.files import find_files, format_of, read_input, read_path, read_stream

FORMATS: tuple[Format, ...] = (text.FORMAT, jsonl.FORMAT, jsonl.GZIPPED)
"""Every format that is read; text is also what a file without a known suffix is."""

__all__ = [
    "FORMATS",
    "Format",
    "Skipped",
    "Told",
    "find_files",
    "format_of",
    "parse_day",
    "read_input",
    "read_path",
    "read_stream",
]
