"""Gzipped data read as far as it goes: a damaged member loses only itself.

Members may follow one another, as in web archives, or everything may be one member.
Behind a damaged one the next is looked for; an empty line is put in the place of what
was lost, so that what follows begins a line.
"""

from __future__ import annotations

import io
import zlib
from typing import Any, BinaryIO

_CHUNK = 65_536
_GZIP = 16 + zlib.MAX_WBITS
"""Asks zlib for the head and the checksum of gzip, not of its own format."""
_BEGINS = b"\x1f\x8b\x08"
"""First bytes of a member; the third says how it is packed, always the same."""
_LOST = b"\r\n\r\n"


class Unpacked(io.RawIOBase):
    """The plain bytes of gzipped data, with the faults that were met."""

    def __init__(self, packed: BinaryIO) -> None:
        self.faults: list[str] = []
        """What was wrong with each damaged member, in order."""
        self._packed = packed
        self._member = zlib.decompressobj(_GZIP)
        self._left = b""
        self._is_inside = False
        self._is_ended = False

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer and give how much of it; 0 at the end."""
        data = self._some(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def _some(self, most: int) -> bytes:
        while not self._is_ended:
            if self._member.eof:
                self._left = self._member.unused_data.lstrip(b"\0")
                self._member, self._is_inside = zlib.decompressobj(_GZIP), False
            if not self._left:
                self._left = self._packed.read(_CHUNK)
            if not self._left:
                if self._is_inside:
                    self.faults.append("it ends in the middle")
                self._is_ended = True
                return b""
            try:
                self._is_inside = True
                data = self._member.decompress(self._left, most)
                self._left = self._member.unconsumed_tail
            except zlib.error as error:
                self.faults.append(f"not gzipped as it says: {error}")
                self._find_next()
                return _LOST[:most]
            if data:
                return data
        return b""

    def _find_next(self) -> None:
        """Go on at the next member, if there is one."""
        self._member, self._is_inside = zlib.decompressobj(_GZIP), False
        data = self._left[1:]
        while True:
            at = data.find(_BEGINS)
            if at >= 0:
                self._left = data[at:]
                return
            more = self._packed.read(_CHUNK)
            if not more:
                self._left, self._is_ended = b"", True
                return
            data = data[-len(_BEGINS) :] + more
