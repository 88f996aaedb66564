"""Bytes to documents: one row of `FORMATS` a kind of file, one file a row."""

from sayso.intake import (
    docx,
    feed,
    html,
    json_files,
    jsonl,
    mail,
    markdown,
    pdf,
    rtf,
    table,
    text,
    wacz,
    warc,
)
from sayso.intake.capture import DIGEST_DIFFERS, Format, Skipped, Told, parse_day
from sayso.intake.files import find_files, format_of, read_input, read_path, read_stream
from sayso.intake.foreign import Foreign, find_foreign
from sayso.intake.languages import detect_language, find_script, script_of_language
from sayso.intake.told_facts import ToldFacts, load_facts, name_pattern

FORMATS: tuple[Format, ...] = (
    text.FORMAT,
    markdown.FORMAT,
    html.FORMAT,
    pdf.FORMAT,
    docx.FORMAT,
    rtf.FORMAT,
    mail.FORMAT,
    mail.MAILBOX,
    jsonl.FORMAT,
    jsonl.GZIPPED,
    json_files.FORMAT,
    table.FORMAT,
    warc.FORMAT,
    wacz.FORMAT,
    feed.FORMAT,
)
"""Every format that is read; text is also what a file without a known suffix is."""

__all__ = [
    "DIGEST_DIFFERS",
    "FORMATS",
    "Foreign",
    "Format",
    "Skipped",
    "Told",
    "ToldFacts",
    "detect_language",
    "find_files",
    "find_foreign",
    "find_script",
    "format_of",
    "load_facts",
    "name_pattern",
    "parse_day",
    "read_input",
    "read_path",
    "read_stream",
    "script_of_language",
]
