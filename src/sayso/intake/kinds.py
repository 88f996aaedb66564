"""What kind of file some bytes begin like, for names that do not say it."""

from __future__ import annotations

import io
import re
from typing import BinaryIO, cast

GZIP = b"\x1f\x8b"
"""First bytes of gzipped data."""
_HEAD = 1024
"""Bytes that are enough to tell every kind below."""
_BLANK = b"\xef\xbb\xbf \t\r\n"
_PLAIN = frozenset((".txt", ".text", ".md", ".csv", ""))
_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", ".pdf"),
    (b"WARC/", ".warc"),
    (b"filedesc://", ".arc"),
    (b"From ", ".mbox"),
)
_MARKUP: tuple[tuple[bytes, str], ...] = (
    (b"<!doctype html", ".html"),
    (b"<html", ".html"),
    (b"<rss", ".rss"),
    (b"<feed", ".atom"),
    (b"<rdf:rdf", ".rdf"),
)
_ZIPPED: tuple[tuple[bytes, str], ...] = (
    (b"archive/", ".wacz"),
    (b"[Content_Types].xml", ".docx"),
    (b"word/", ".docx"),
)
_MAIL = frozenset(
    b"from to cc subject date message-id mime-version received return-path delivered-to"
    b" content-type reply-to x-mailer dkim-signature".split()
)
"""Names of a mail's first lines; two of them at the top make a mail."""


_JSON = re.compile(rb'\{\s*(?:"[^"\n]{0,200}"\s*:|\})|\[\s*[{\[]')
_SCRIPT = re.compile(rb"window\.[\w.]{1,80}\s*=\s*[\[{]")
_SURE = frozenset((".pdf", ".warc", ".arc", ".rtf", ".json"))
"""Kinds whose first bytes nothing else begins with: they overrule a name."""


def sure_suffix(head: bytes, suffix: str) -> str | None:
    """Give the suffix that a file's first bytes leave no doubt of, else None.

    Args:
        head: The first bytes.
        suffix: What its name ends in. Lines of JSON begin like JSON, pages may begin
            with anything.
    """
    found = suffix_of(head)
    if found == ".json" and suffix.endswith(".gz"):
        return None
    if found == ".json" and suffix in (".jsonl", ".ndjson"):
        return found if head.lstrip(_BLANK).startswith(b"[") else None
    if found in (".html", ".rss", ".atom", ".rdf"):
        return found if suffix in _PLAIN else None
    return found if found in _SURE else None


def suffix_of(head: bytes) -> str | None:
    """Give the suffix that fits how a file begins; None for plain text and the rest.

    Args:
        head: The first bytes; more than a kilobyte are not looked at.
    """
    head = head[:_HEAD]
    if head.startswith(b"PK\x03\x04"):
        return next((suffix for mark, suffix in _ZIPPED if mark in head), None)
    for mark, suffix in _BEGINNINGS:
        if head.startswith(mark):
            return suffix
    plain = head.lstrip(_BLANK)
    if plain.startswith(b"{\\rtf"):
        return ".rtf"
    if _JSON.match(plain) or _SCRIPT.match(plain):
        return ".json"
    lower = plain.lower()
    if _is_mail(lower):
        return ".eml"
    if lower.startswith(b"<"):
        return next((suffix for mark, suffix in _MARKUP if mark in lower), None)
    return None


def _is_mail(lower: bytes) -> bool:
    """True when the first lines are a mail's head."""
    names: set[bytes] = set()
    for line in lower.split(b"\n")[:30]:
        name, colon, _ = line.partition(b":")
        if line.startswith((b" ", b"\t")) and names:
            continue
        if not colon or b" " in name:
            break
        names.add(name)
    return len(names & _MAIL) >= 2


def with_peek(stream: BinaryIO) -> io.BufferedReader:
    """Give a stream whose beginning can be looked at without being taken."""
    if isinstance(stream, io.BufferedReader):
        return stream
    return io.BufferedReader(cast("io.RawIOBase", stream))
