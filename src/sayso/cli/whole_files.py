"""Files that get their name only when they are whole; devices and pipes as they are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def is_stream(path: Path) -> bool:
    """True for what stands there and is no plain file: /dev/null, /dev/stdout, a FIFO.

    Such a thing is written to; putting a file in its place would take it away from
    everybody who uses it.
    """
    return path.exists() and not path.is_file()


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give the path to write to, which takes its name when all is written.

    Raises:
        OSError: It cannot be written.
    """
    if is_stream(path):
        yield path
        return
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
