"""What the reader is made of, as one short hash: rules, vocabulary and weights.

A verb added to a measure, a rule changed, weights trained anew: each is another reader,
and what was read before is read anew. Covers every file below `MADE_OF`, whatever it
is called, so that no list can forget one. A comment counts too: too many readers cost
a second reading, too few would pass old claims off as those of the present rules.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

MADE_OF = ("sayso.model", "sayso.reading", "sayso.vocabulary")
"""Packages whose files decide what is read."""
_BINARY = (".npz", ".onnx")
"""Endings of files whose bytes are taken as they are; text has any line ends."""
_LISTS = ("reader.json", "claims.json")
"""Files that list the hashes of the weights beside them."""
_PROSE = (".md", ".pyc")
"""Endings of files that decide nothing."""


@cache
def reader_digest() -> str:
    """Give the SHA-256 over all that decides what is read; read once a process."""
    return digest_files(files(package) for package in MADE_OF)


def digest_files(folders: Iterable[Traversable]) -> str:
    """Give one SHA-256 over the names and contents of all files in some folders.

    Weights count by the hash that the file beside them lists, and are not read for it:
    weights with another hash are refused when they are loaded.

    Args:
        folders: Looked through with all below them; their order counts.
    """
    whole = sha256()
    for folder in folders:
        for name, digest in _hashes_in(folder, ""):
            whole.update(f"{name}\n{digest}\n".encode())
    return whole.hexdigest()


def _hashes_in(folder: Traversable, path: str) -> Iterator[tuple[str, str]]:
    """Yield the paths of files in a folder with their hashes, in the order of names."""
    items = sorted(folder.iterdir(), key=lambda item: item.name)
    listed: dict[str, str] = {}
    for item in items:
        if item.name in _LISTS:
            listed |= json.loads(item.read_bytes())["sha256"]
    for item in items:
        if item.is_dir():
            yield from _hashes_in(item, f"{path}{item.name}/")
        elif not item.name.endswith(_PROSE):
            yield f"{path}{item.name}", _hash_of(item, listed)


def _hash_of(file: Traversable, listed: Mapping[str, str]) -> str:
    is_binary = file.name.endswith(_BINARY)
    if is_binary and file.name in listed:
        return listed[file.name]
    content = file.read_bytes()
    return sha256(content if is_binary else content.replace(b"\r\n", b"\n")).hexdigest()
