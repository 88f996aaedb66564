"""What the reader is made of, as one short hash: rules, vocabulary and weights.

A verb added to a measure, a rule changed, weights trained anew: each is another reader,
and what was read before is read anew. Covers every file below `MADE_OF`, whatever it
is called, so that no list can forget one. A comment counts too: too many readers cost
a second reading, too few would pass old claims off as those of the present rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

MADE_OF = ("sayso.model", "sayso.reading", "sayso.vocabulary")
"""Packages whose files decide what is read."""
_BINARY = (".npz", ".onnx")
"""Endings of files whose bytes are taken as they are; text has any line ends."""
_PROSE = (".md", ".pyc")
"""Endings of files that decide nothing."""


@cache
def reader_digest() -> str:
    """Give the SHA-256 over all that decides what is read; read once a process."""
    return digest_files(files(package) for package in MADE_OF)


def digest_files(folders: Iterable[Traversable]) -> str:
    """Give one SHA-256 over the names and contents of all files in some folders.

    Args:
        folders: Looked through with all below them; their order counts.
    """
    whole = sha256()
    for folder in folders:
        for name, file in _files_in(folder, ""):
            content = file.read_bytes()
            if not name.endswith(_BINARY):
                content = content.replace(b"\r\n", b"\n")
            whole.update(f"{name}\n{sha256(content).hexdigest()}\n".encode())
    return whole.hexdigest()


def _files_in(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    """Yield the files of a folder with their paths in it, in the order of names."""
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from _files_in(item, f"{path}{item.name}/")
        elif not item.name.endswith(_PROSE):
            yield f"{path}{item.name}", item
