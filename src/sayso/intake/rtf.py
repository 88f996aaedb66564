"""RTF files: their words, by the control words that matter for words.

Tables give rows with bars, pictures and hidden groups are passed over. An export of
many articles is cut like the same export as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from sayso.errors import InputError
from sayso.intake.bundled import bundle_of
from sayso.intake.bundles import read_bundle
from sayso.intake.capture import (
    LARGEST_FILE,
    Format,
    Skipped,
    read_bounded_bytes,
    take_in,
)
from sayso.model import CustodyStep, Document

_TOKEN = re.compile(
    rb"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-z])|([{}])|[\r\n]+"
    rb"|([^\\{}\r\n]+)"
)
_HIDDEN = frozenset(
    b"fonttbl colortbl stylesheet info pict object"
    b" themedata colorschememapping datastore latentstyles listtable"
    b" listoverridetable rsidtbl generator xmlnstbl filetbl revtbl fldinst bkmkstart"
    b" bkmkend annotation".split()
)
_WORDS = {
    b"par": "\n\n",
    b"sect": "\n\n",
    b"page": "\n\n",
    b"line": "\n",
    b"tab": "\t",
    b"cell": " | ",
    b"nestcell": " | ",
    b"row": "\n",
    b"nestrow": "\n",
    b"emdash": "—",
    b"endash": "–",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "•",
    b"emspace": " ",
    b"enspace": " ",
}
_SIGNS = {b"~": "\xa0", b"_": "-", b"-": "\xad", b"\\": "\\", b"{": "{", b"}": "}"}
_DEEPEST = 200
_MOST = 16_000_000
"""Characters of one file's words."""


def read_rtf(stream: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    """Give the documents of an RTF file, one unless it holds a list of articles."""
    try:
        data = read_bounded_bytes(stream, LARGEST_FILE)
        text = plain_words(data)
    except InputError as error:
        yield Skipped(name, str(error))
        return
    bundle = bundle_of(text)
    if bundle is not None:
        yield from read_bundle(text, name, bundle)
        return
    yield take_in(
        text,
        name=name,
        data=data,
        media_type="application/rtf",
        extractor="rtf 1",
        custody=(CustodyStep(f"words taken from {len(data):,} bytes of RTF"),),
    )


def plain_words(data: bytes) -> str:
    """Give the words of RTF.

    Raises:
        InputError: It is no RTF, or built to overwhelm.
    """
    if not data.lstrip().startswith(b"{\\rtf"):
        raise InputError("is no RTF")
    page = re.search(rb"\\ansicpg(\d{3,5})", data[:4000])
    words = _Words(f"cp{int(page[1])}" if page else "cp1252")
    for token in _TOKEN.finditer(data.lstrip()):
        words.take(token)
    text = "".join(words.parts)
    # letters beyond 16 bits are written as two halves
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    lines = [re.sub(r"(?: \| )+$", "", line).strip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Words:
    """Collects what a reader of the page would see."""

    def __init__(self, encoding: str) -> None:
        self.parts: list[str] = []
        self._encoding = encoding
        self._size = 0
        self._groups: list[tuple[bool, int]] = []
        self._is_hidden = False
        self._per_letter = 1
        """Bytes that stand for a letter of Unicode in old programs."""
        self._skip = 0

    def take(self, token: re.Match[bytes]) -> None:
        """Go on by one token."""
        word, number, code, sign, brace, plain = token.groups()
        if brace == b"{":
            self._groups.append((self._is_hidden, self._per_letter))
            if len(self._groups) > _DEEPEST:
                raise InputError(f"has more than {_DEEPEST} groups inside one another")
        elif brace == b"}":
            if self._groups:
                self._is_hidden, self._per_letter = self._groups.pop()
        elif word:
            self._word(word, number)
        elif code:
            self._bytes(bytes.fromhex(code.decode()))
        elif sign:
            self._sign(sign)
        elif plain:
            self._bytes(plain)

    def _word(self, word: bytes, number: bytes | None) -> None:
        if word in _HIDDEN or word.startswith((b"header", b"footer")):
            self._is_hidden = True
        elif word == b"uc" and number:
            self._per_letter = max(int(number), 0)
        elif word == b"u" and number:
            self._add(chr(int(number) % 0x10000))
            self._skip = self._per_letter
        elif word in _WORDS:
            self._add(_WORDS[word])

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._is_hidden = True
        elif sign in b"\r\n":
            self._add("\n\n")
        else:
            self._add(_SIGNS.get(sign, ""))

    def _bytes(self, data: bytes) -> None:
        skipped = min(self._skip, len(data))
        self._skip -= skipped
        try:
            self._add(data[skipped:].decode(self._encoding, "replace"))
        except LookupError:
            self._add(data[skipped:].decode("cp1252", "replace"))

    def _add(self, words: str) -> None:
        if self._is_hidden:
            return
        self._size += len(words)
        if self._size > _MOST:
            raise InputError(f"holds more than {_MOST:,} characters")
        self.parts.append(words)


FORMAT = Format(
    "rtf",
    (".rtf",),
    "application/rtf",
    read_rtf,
    keeps=(
        "paragraphs and rows of tables; exports of Nexis and Factiva one document "
        "an article"
    ),
    loses="pictures, heads and feet, notes",
)
