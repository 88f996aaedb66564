"""Text on a terminal: hostile characters shown as marks, colour, tables, progress.

Articles may hold escape sequences and direction overrides that would repaint the
screen or reorder words; nothing from a document reaches a terminal unchanged.
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import sys
import time
import unicodedata
from collections.abc import Iterable, Sequence
from types import TracebackType
from typing import Any, Self, TextIO

_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
"""Unicode categories that draw nothing but change what is drawn."""
_JOINERS = "\u200c\u200d"
"""Zero-width (non-)joiner: needed by Persian, Indic scripts and emoji, harmless."""
_BEAT = 0.5
"""Seconds between two lines of progress."""


def harmless(text: str, *, keep: str = "") -> str:
    """Give the text with control and direction characters as visible marks.

    Args:
        text: Words of a document or a file's name.
        keep: Control characters that may stand, such as a line feed.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        c
        if c in keep or c in _JOINERS or unicodedata.category(c) not in _HIDDEN
        else f"<U+{ord(c):04X}>"
        for c in text
    )


def one_line(text: str) -> str:
    """Give the text on one line, runs of white space as one blank, made harmless."""
    return harmless(" ".join(text.split()))


def is_coloured(stream: TextIO) -> bool:
    """True when colour is wanted: a terminal, and NO_COLOR is unset or empty."""
    return (
        stream.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") != "dumb"
    )


def output() -> TextIO:
    """Give the stream that records are printed to."""
    return sys.stdout


def width_of(text: str) -> int:
    """Give the columns a text takes: two for wide characters, none for marks."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.combining(c) or c in _JOINERS
        else 2
        if unicodedata.east_asian_width(c) in "WF"
        else 1
        for c in text
    )


def fit(text: str, width: int) -> str:
    """Give the text cut and padded to exactly `width` columns."""
    if width_of(text) > width:
        while text and width_of(text) > width - 1:
            text = text[:-1]
        text += "…"
    return text + " " * (width - width_of(text))


def screen_width() -> int | None:
    """Give the columns of the terminal that is written to, None for a file or pipe."""
    if sys.stdout.isatty() or os.environ.get("COLUMNS"):
        return shutil.get_terminal_size().columns
    return None


def format_table(
    head: Sequence[str], rows: Iterable[Sequence[str]], *, widest: Sequence[int]
) -> list[str]:
    """Give the lines of a table; cells are made harmless and cut to `widest`."""
    cells = [[one_line(cell) for cell in row] for row in (head, *rows)]
    widths = [
        min(most, max(width_of(row[at]) for row in cells))
        for at, most in enumerate(widest)
    ]
    return [
        "  ".join(fit(c, w) for c, w in zip(row, widths, strict=True)).rstrip()
        for row in cells
    ]


_RAW = re.compile(
    r"\x1b\[[0-9;]{0,16}m"
    "|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff]"
)
"""Our own colours, and what would repaint a screen or reorder words."""
_NO_ASCII = re.compile(r"[^\x00-\x7f]")


class Guarded(io.TextIOBase):
    """Standard output on which no control or direction character is raw.

    In JSON they are written as escapes, which say the same; elsewhere as visible
    marks. What the stream's encoding lacks does not end a run either.
    """

    def __init__(self, stream: TextIO, *, is_json: bool) -> None:
        self._stream, self._is_json = stream, is_json
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")

    def write(self, text: str) -> int:
        """Write the text and give its length."""
        if not (text.isascii() and text.isprintable()):
            text = _RAW.sub(_escape if self._is_json else _mark, text)
            if self._is_json and not self._takes_all():
                text = _NO_ASCII.sub(_escape, text)
        self._stream.write(text)
        return len(text)

    def _takes_all(self) -> bool:
        return (self.encoding or "utf-8").lower().replace("-", "").startswith("utf")

    def reconfigure(self, **settings: Any) -> None:
        """Change encoding or line ends, where the stream beneath has them."""
        if isinstance(self._stream, io.TextIOWrapper):
            self._stream.reconfigure(**settings)

    def flush(self) -> None:
        """Hand on what waits."""
        self._stream.flush()

    def isatty(self) -> bool:
        """True for a terminal."""
        return self._stream.isatty()

    def fileno(self) -> int:
        """Give the file descriptor."""
        return self._stream.fileno()

    @property
    def encoding(self) -> str:  # type: ignore[override]  # read-only beneath, too
        """The encoding of the stream beneath."""
        return self._stream.encoding

    @property
    def buffer(self) -> Any:
        """The bytes beneath."""
        return self._stream.buffer


def _mark(match: re.Match[str]) -> str:
    found = match.group()
    return found if len(found) > 1 else f"<U+{ord(found):04X}>"


def _escape(match: re.Match[str]) -> str:
    found = match.group()
    return json.dumps(found)[1:-1] if found != "\x7f" else "\\u007f"


class Progress:
    """A line of progress on a terminal: documents, rate, time left; else silence."""

    def __init__(self, total: int | None, *, quiet: bool) -> None:
        self._total, self._done = total, 0
        self._stream = sys.stderr
        self._shown = not quiet and self._stream.isatty()
        self._began = self._last = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.clear()

    def step(self) -> None:
        """Count one document and, not too often, redraw the line."""
        self._done += 1
        now = time.monotonic()
        if self._shown and now - self._last >= _BEAT:
            self._last = now
            self._stream.write(f"\r\x1b[K{self._line(now - self._began)}")
            self._stream.flush()

    def clear(self) -> None:
        """Take the line away, so that other words can be written."""
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def _line(self, spent: float) -> str:
        rate = self._done / spent
        line = f"{self._done:,} documents, {rate:.1f} a second"
        if self._total:
            left = round((self._total - self._done) / rate)
            line = (
                f"{self._done:,} of {self._total:,} documents, {rate:.1f} a second, "
                f"{left // 60}:{left % 60:02d} left"
            )
        return line
