"""Bytes of pages and mails to characters, by what they declare.

The order of the WHATWG encoding standard: byte order mark, what the server said, what
the page says, UTF-8 where the bytes are valid. Only then its default for western pages,
windows-1252, and the document says so. Nothing is guessed from frequencies.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEAD = 4096
"""Bytes in which a page declares its encoding; the standard asks for 1,024."""
_DECLARED = re.compile(
    rb"""(?i)(?:charset|encoding)\s{0,4}=\s{0,4}["']?([\w.:-]{2,40})"""
)
_ALIASES = {
    "iso-8859-1": "windows-1252",
    "iso8859-1": "windows-1252",
    "latin1": "windows-1252",
    "latin-1": "windows-1252",
    "us-ascii": "windows-1252",
    "ascii": "windows-1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "iso-8859-9": "windows-1254",
    "unicode": "utf-16",
    "utf8": "utf-8",
}
"""Labels that pages use for more than they say (WHATWG encoding standard, 4.2)."""
_DEFAULT = "windows-1252"
_NOT_TEXT = frozenset(
    (
        "base64",
        "bz2",
        "hex",
        "idna",
        "mbcs",
        "oem",
        "punycode",
        "quopri",
        "rot",
        "undefined",
        "uu",
        "zlib",
    )
)
"""Python calls these encodings too; they turn no bytes into words.

"undefined" refuses every byte, and "mbcs" and "oem" are what one Windows machine uses.
"""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of some bytes and how they were got."""

    text: str
    encoding: str
    is_declared: bool
    """False where nothing declared it."""
    lost: int
    """Stretches that the encoding has no characters for; each became U+FFFD."""

    def sentence(self) -> str:
        """Give how the bytes were decoded, for the custody log."""
        words = f"decoded as {self.encoding}"
        if not self.is_declared:
            words += ", which nothing declares"
        if self.lost:
            words += f"; {self.lost:,} stretches of bytes were no text in it"
        return words


def decode_page(data: bytes, *, told: str | None = None) -> Decoded:
    """Give the characters of a page's bytes.

    Args:
        data: HTML, XML or the body of a mail.
        told: What the server or the mail's head says of the encoding.
    """
    mark = next(((m, e) for m, e in _MARKS if data.startswith(m)), None)
    if mark is not None:
        return _decode(data, mark[1], is_declared=True)
    found = _DECLARED.search(data[:_HEAD])
    inside = found.group(1).decode("ascii", "replace") if found else None
    for label in (told, inside):
        encoding = _known(label)
        if encoding is not None:
            return _decode(data, encoding, is_declared=True)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", is_declared=False, lost=0)
    except UnicodeDecodeError:
        return _decode(data, _DEFAULT, is_declared=False)


def _known(label: str | None) -> str | None:
    """Give Python's name for a declared encoding, None for one it does not have."""
    if not label:
        return None
    name = label.strip().strip("\"'").lower()
    name = _ALIASES.get(name, name)
    try:
        known = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return None if re.split("[_-]", known)[0] in _NOT_TEXT else known


def _decode(data: bytes, encoding: str, *, is_declared: bool) -> Decoded:
    if encoding == "utf-8":
        encoding, shown = "utf-8-sig", "utf-8"
    else:
        shown = encoding
    had = data.count("\ufffd".encode()) if shown == "utf-8" else 0
    text = data.decode(encoding, "replace").removeprefix("\ufeff")
    return Decoded(text, shown, is_declared, max(text.count("\ufffd") - had, 0))
