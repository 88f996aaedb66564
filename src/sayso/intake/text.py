"""Plain text: the bytes are the text, or an export of many articles that is cut.

UTF-8, or UTF-16 and UTF-32 with a byte order mark. Other encodings are refused and
not guessed at: a wrong guess changes the words. What is no prose but data, code or a
log is refused: read as words it would give speakers and figures that nobody wrote.
"""

import hashlib
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from collections.abc import Iterator
from typing import BinaryIO

from sayso.errors import InputError
from sayso.intake.bundled import bundle_of
from sayso.intake.bundles import read_bundle
from sayso.intake.capture import LARGEST_TEXT, Format, Skipped
from sayso.intake.prose import not_prose
from sayso.intake.text_head import find_head
from sayso.model import Document, canonical_text

_MARKS = (
    (BOM_UTF8, "utf-8-sig"),
    (BOM_UTF32_LE, "utf-32"),
    (BOM_UTF32_BE, "utf-32"),
    (BOM_UTF16_LE, "utf-16"),
    (BOM_UTF16_BE, "utf-16"),
)
"""UTF-32 before UTF-16, whose little-endian mark begins the same."""

_LOOK = 65_536
"""Characters looked at to tell text from other data."""
_MOST_CONTROLS = 0.05
"""Share of control characters above which bytes are no text: logs and terminal
captures stay under 2 %, executables and pictures lie above 15 % (our own counts)."""
_LAYOUT = "\t\n\v\f\r\x1b\x85"


def read_text(stream: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    """Give the one document of a text file, or why it is none."""
    data = stream.read(LARGEST_TEXT + 1)
    if len(data) > LARGEST_TEXT:
        yield Skipped(name, f"is larger than {LARGEST_TEXT // 2**20} MB")
        return
    try:
        text = decode_text(data)
    except InputError as error:
        yield Skipped(name, str(error))
        return
    if not text.strip():
        yield Skipped(name, "is empty")
        return
    bundle = bundle_of(text)
    if bundle is not None:
        yield from read_bundle(text, name, bundle)
        return
    refused = not_prose(text)
    if refused is not None:
        yield Skipped(name, refused)
        return
    yield Document(
        text=canonical_text(text),
        name=name,
        raw_sha256=hashlib.sha256(data).hexdigest(),
        **find_head(text),
    )


def decode_text(data: bytes) -> str:
    """Give the characters of a text's bytes, without the byte order mark.

    Raises:
        InputError: The bytes are no text or not in an encoding that is read.
    """
    if data.startswith(b"PK\x03\x04"):
        raise InputError(
            "is a packed file of a kind that is not read (EPUB, XLSX, ODT, ZIP);"
            " DOCX, PDF, pages and texts are"
        )
    encoding = next((e for mark, e in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        head = data[:_LOOK].decode("latin-1")
        if _is_binary(head):
            raise InputError("is not text but binary data") from None
        raise InputError(
            f"is not {encoding.upper().removesuffix('-SIG')} text (byte {error.start})"
        ) from None
    if _is_binary(text[:_LOOK]):
        raise InputError("is not text but binary data")
    return text


def _is_binary(head: str) -> bool:
    controls = sum(c < " " or "\x7f" <= c < "\xa0" for c in head)
    layout = sum(head.count(c) for c in _LAYOUT)
    return controls - layout > _MOST_CONTROLS * len(head)


FORMAT = Format(
    "text",
    (".txt", ".text"),
    "text/plain",
    read_text,
    keeps=(
        "the words as they are; exports of Nexis, Factiva, ProQuest and WhatsApp "
        "one document an article or message, with day, outlet, title, writer"
    ),
    loses=(
        "what is no prose is refused: data, code, logs, subtitles, encodings other "
        "than UTF-8 and marked UTF-16, UTF-32"
    ),
)
