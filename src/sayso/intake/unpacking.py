"""Gzipped data read as far as it goes: a cut or damaged end loses only what follows.

Members may follow one another, as in web archives, or everything may be one member.
"""

from __future__ import annotations

import io
import zlib
from typing import Any, BinaryIO

_CHUNK = 65_536
_GZIP = 16 + zlib.MAX_WBITS
"""Asks zlib for the head and the checksum of gzip, not of its own format."""


class Unpacked(io.RawIOBase):
    """The plain bytes of gzipped data; ends early at a fault, and says which."""

    def __init__(self, packed: BinaryIO) -> None:
        self.fault: str | None = None
        """Why it ended before its end; None where it did not."""
        self._packed = packed
        self._member = zlib.decompressobj(_GZIP)
        self._left = b""
        self._is_inside = False

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer and give how much of it; 0 at the end."""
        data = self._some(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def _some(self, most: int) -> bytes:
        while self.fault is None:
            if self._member.eof:
                self._left = self._member.unused_data.lstrip(b"\0")
                self._member, self._is_inside = zlib.decompressobj(_GZIP), False
            if not self._left:
                self._left = self._packed.read(_CHUNK)
            if not self._left:
                if self._is_inside:
                    self.fault = "it ends in the middle"
                return b""
            try:
                self._is_inside = True
                data = self._member.decompress(self._left, most)
                self._left = self._member.unconsumed_tail
            except zlib.error as error:
                self.fault = f"not gzipped as it says: {error}"
                return b""
            if data:
                return data
        return b""
