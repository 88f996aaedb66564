"""Files taken in by a process of its own, with limits of CPU time and memory.

A parser may be led to compute for hours or to fill the memory with one small file. The
process that does it is ended, the file is reported, and the next one goes on in a fresh
process. Kinds whose parsing cannot be led astray are read where they are asked for.
Where a system knows no such limits (Windows) the process has none.
"""

from __future__ import annotations

import io
import multiprocessing
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import BinaryIO

from sayso.intake import (
    Format,
    Skipped,
    find_files,
    format_of,
    read_path,
    read_stream,
)
from sayso.model import Document
from sayso.workspace.batch import end_with_parent
from sayso.workspace.installed import every_intake

_SAFE = frozenset(("text", "markdown", "jsonl", "jsonl.gz", "table"))
"""Formats that are read line by line, by code of ours or the standard library's."""
_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document of a file may cost before it is given up."""

    seconds: int = 20
    """Of CPU; a report takes a tenth of one."""
    megabytes: int = 512
    """On top of what the process needs before it opens the file."""


class GuardedIntake:
    """Takes files in, those of risky kinds in a process of its own."""

    def __init__(self, formats: Sequence[Format], limits: Limits | None) -> None:
        """Prepare; the process begins with the first file that needs one.

        Args:
            formats: The table with what packages bring; another one is read in this
                process.
            limits: None reads everything in this process.
        """
        self._formats = formats
        self._limits = limits if formats is every_intake() else None
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def read_path(self, path: Path) -> Iterator[Document | Skipped]:
        """Give the documents of a file or of a folder's files, in order."""
        if self._limits is None:
            yield from read_path(path, self._formats)
            return
        if not path.is_dir():
            yield from self._read_file(path)
            return
        files = 0
        for found in find_files(path, self._formats):
            files += 1
            if isinstance(found, Skipped):
                yield found
            else:
                yield from self._read_file(found)
        if not files:
            yield from read_path(path, self._formats)

    def read_stream(self, stream: BinaryIO, name: str) -> Iterator[Document | Skipped]:
        """Give the documents of an open stream; a risky kind is read whole first."""
        if self._limits is None or self._is_safe(name):
            yield from read_stream(stream, name, self._formats)
        else:
            yield from self._ask(name, stream.read())

    def close(self) -> None:
        """End the process, if there is one."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None

    def _is_safe(self, name: str) -> bool:
        kind = format_of(name, self._formats)
        return kind is not None and kind.name in _SAFE

    def _read_file(self, path: Path) -> Iterator[Document | Skipped]:
        if self._is_safe(path.name):
            yield from read_path(path, self._formats)
        else:
            yield from self._ask(str(path), None)

    def _ask(self, name: str, data: bytes | None) -> Iterator[Document | Skipped]:
        """Give what the process makes of one file, or that it was ended over it."""
        pipe = self._begin()
        is_done = False
        try:
            pipe.send((name, data))
            while (item := pipe.recv()) is not None:
                yield item
            is_done = True
        except (EOFError, OSError):
            yield Skipped(name, self._how_it_ended())
        finally:
            if not is_done:  # given up, or nobody wants the rest
                self.close()

    def _begin(self) -> Connection:
        if self._pipe is None or self._process is None or not self._process.is_alive():
            self.close()
            context = multiprocessing.get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(
                target=_work, args=(theirs, self._limits), daemon=True
            )
            self._process.start()
            theirs.close()
        return self._pipe

    def _how_it_ended(self) -> str:
        limits, process = self._limits or Limits(), self._process
        if process is not None:
            process.join()
            if sys.platform != "win32":
                from signal import SIGXCPU  # known to POSIX systems only

                if process.exitcode == -SIGXCPU:
                    return f"gave up after {limits.seconds} s of CPU time"
        return f"gave up: its process was ended (limit {limits.megabytes} MB)"


def _work(pipe: Connection, limits: Limits) -> None:
    """Take in one file after the other, as asked for through the pipe."""
    end_with_parent()
    while True:
        try:
            name, data = pipe.recv()
        except EOFError:
            return
        _limit_memory(limits.megabytes)
        try:
            found = (
                read_path(Path(name), every_intake())
                if data is None
                else read_stream(io.BytesIO(data), name, every_intake())
            )
            _send_all(pipe, found, limits)
        except MemoryError:
            pipe.send(Skipped(name, f"gave up after {limits.megabytes} MB"))
        pipe.send(None)


def _send_all(
    pipe: Connection, found: Iterator[Document | Skipped], limits: Limits
) -> None:
    """Hand on what is found; each document has the whole of the CPU time."""
    _limit_seconds(limits.seconds)
    for item in found:
        if isinstance(item, Skipped) and MemoryError.__name__ in item.reason:
            pipe.send(Skipped(item.name, f"gave up after {limits.megabytes} MB"))
        else:
            pipe.send(item)
        _limit_seconds(limits.seconds)


def _limit_seconds(more: int) -> None:
    """Let the system end this process after so many more seconds of CPU."""
    if sys.platform == "win32":
        return
    import resource  # known to POSIX systems only

    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = used.ru_utime + used.ru_stime
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(spent) + more + 1, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_memory(megabytes: int) -> None:
    """Let what this process asks for beyond so much more memory be refused."""
    if sys.platform != "linux":
        return  # elsewhere the address space is no measure of what is used
    import resource  # known to POSIX systems only

    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    held = pages * resource.getpagesize()
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (held + megabytes * _MEGABYTE, hard))
