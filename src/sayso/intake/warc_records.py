"""Records of a WARC file one by one, also behind damaged ones.

A length that is wrong, or a gzip member that is damaged, costs its own record: the next
record's first line is looked for. What is lost is told, with its place.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from sayso.intake.unpacking import Unpacked

_FIRST = re.compile(rb"WARC/[01]\.\d{1,2}\r?\n")
_NEXT = re.compile(rb"\r?\n\r?\n(?=WARC/[01]\.\d{1,2}\r?\n(?i:WARC-|Content-))")
_LENGTH = re.compile(rb"(?im)^Content-Length[ \t]*:[ \t]*(\d{1,18})[ \t]*\r?$")
_INNER = re.compile(rb"(?im)^Content-Type[ \t]*:[ \t]*application/warc")
_CHUNK = 1 << 16
_LONGEST_HEAD = 1 << 16
_REACH = 64
"""Bytes of a boundary that may lie over two chunks."""


@dataclass(frozen=True, slots=True)
class Raw:
    """A record's bytes, with a length that fits, or what was lost in its place."""

    data: bytes
    """Empty where nothing of it can be read."""
    fault: str | None = None
    """What is wrong with it, one sentence without a subject."""


class _Buffer:
    """A stream whose bytes can be looked at and put back."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._held = b""

    def read(self, most: int) -> bytes:
        data, self._held = self._held[:most], self._held[most:]
        return data or self._stream.read(most)

    def put_back(self, data: bytes) -> None:
        self._held = data + self._held

    def peek(self, most: int) -> bytes:
        while len(self._held) < most:
            more = self._stream.read(most - len(self._held))
            if not more:
                break
            self._held += more
        return self._held[:most]


def split_records(
    stream: BinaryIO, *, largest: int, unpacked: Unpacked | None = None
) -> Iterator[Raw]:
    """Yield the records of a WARC file that is plain by now.

    Args:
        stream: Plain bytes.
        largest: Bytes of a record that are kept; of a larger one so many are.
        unpacked: What unpacks them, asked for its faults.
    """
    buffer = _Buffer(stream)
    faults: list[str] = [] if unpacked is None else unpacked.faults
    told = 0
    while True:
        lost = _skip(buffer)
        if lost:
            fault = faults[told] if told < len(faults) else f"{lost:,} bytes of none"
            told = min(told + 1, len(faults))
            yield Raw(b"", f"is no record that can be read ({fault})")
        head = _head(buffer)
        if head is None:
            break
        raw = _record(buffer, head, largest)
        if raw.fault and told < len(faults):
            yield Raw(b"", f"cannot be read ({faults[told]})")
            told += 1
        else:
            yield raw
    for fault in faults[told:]:
        yield Raw(b"", f"cannot be read ({fault})")


def _skip(buffer: _Buffer) -> int:
    """Pass over everything before the next record, and give how much was no blank."""
    lost = 0
    while True:
        data = buffer.peek(_CHUNK)
        blank = len(data) - len(data.lstrip(b"\r\n\0 "))
        if blank:
            buffer.read(blank)
            continue
        if not data or _FIRST.match(data):
            return lost
        found = re.search(rb"\n(?=WARC/[01]\.)", data)
        cut = found.end() if found else max(len(data) - _REACH, 1)
        lost += len(buffer.read(cut))


def _head(buffer: _Buffer) -> bytes | None:
    data = buffer.peek(_LONGEST_HEAD)
    if not data:
        return None
    end = re.search(rb"\r?\n\r?\n", data)
    return buffer.read(end.end() if end else len(data))


def _record(buffer: _Buffer, head: bytes, largest: int) -> Raw:
    told = _LENGTH.search(head)
    length = int(told[1]) if told else 0
    body, size, is_next = _body(
        buffer, length, largest, whole=bool(_INNER.search(head))
    )
    fault = None
    if told is None:
        fault = "states no length"
    elif size != length:
        fault = f"states a length of {length:,} bytes and has {size:,}"
        fault += "" if is_next else " before the file's end"
    fixed = b"Content-Length: %d" % len(body)
    if told is None:
        head = head.rstrip(b"\r\n") + b"\r\n" + fixed + b"\r\n\r\n"
    else:
        head = head[: told.start()] + fixed + b"\r" + head[told.end() :]
    return Raw(head + body + b"\r\n\r\n", fault)


def _body(
    buffer: _Buffer, length: int, largest: int, *, whole: bool
) -> tuple[bytes, int, bool]:
    """Give a record's content, how long it is, and whether a record follows.

    Args:
        buffer: Stands behind the record's head.
        length: As the head states it.
        largest: Bytes that are kept.
        whole: Whether records may lie inside the content.
    """
    out, size = io.BytesIO(), 0
    tail = b""
    while size < length:
        data = buffer.read(min(_CHUNK, length - size))
        if not data:
            return out.getvalue(), size, False
        joined = tail + data
        found = None if whole else _NEXT.search(joined + buffer.peek(_REACH))
        if found is not None and found.start() < len(joined):
            cut = found.start()
            buffer.put_back(joined[cut:])
            kept = max(cut - len(tail), 0)
            _keep(out, data[:kept], largest)
            return (
                out.getvalue()[: size - len(tail) + cut],
                size - len(tail) + cut,
                True,
            )
        _keep(out, data, largest)
        size += len(data)
        tail = joined[-_REACH:]
    ahead = buffer.peek(_REACH).lstrip(b"\r\n")
    if not ahead or _FIRST.match(ahead):
        return out.getvalue(), size, bool(ahead)
    return _longer(buffer, out, size, largest)


def _longer(
    buffer: _Buffer, out: io.BytesIO, size: int, largest: int
) -> tuple[bytes, int, bool]:
    """Read on behind a length that was too short, to the next record or the end."""
    while True:
        data = buffer.peek(_CHUNK + _REACH)
        found = _NEXT.search(data)
        cut = found.start() if found else max(len(data) - _REACH, 0) or len(data)
        _keep(out, buffer.read(cut), largest)
        size += cut
        if found or not data:
            return out.getvalue(), size, bool(found)


def _keep(out: io.BytesIO, data: bytes, largest: int) -> None:
    left = largest - out.tell()
    if left > 0:
        out.write(data[:left])
