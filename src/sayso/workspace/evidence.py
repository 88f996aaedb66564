"""What lies behind claims that leave: chain, texts by their hashes, captured bytes.

A document in which anything is withheld gives a text with signs and nothing else: its
words and bytes would spell the name. What is shown by a ruling counts as shown.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from hashlib import file_digest
from pathlib import Path

from sayso.errors import InputError
from sayso.exports.evidence_parts import Captured, Evidence, Proof
from sayso.intake import Skipped
from sayso.ledger import HeldDocument
from sayso.model import DocumentId, Entry, EntryKind
from sayso.workspace import Workspace
from sayso.workspace.erasing import fetched_folder

_LARGEST = 256 * 1024 * 1024
"""Bytes of a captured file that are taken along."""
_BESIDE = (".tsr", ".sig")
"""Endings of a token (RFC 3161) and a signature that lie beside a seal."""
_ODD = re.compile(r"[^A-Za-z0-9._-]+")


def gather_evidence(
    workspace: Workspace, *, folder: str | None = None, seals: Iterable[str] = ()
) -> Evidence:
    """Give the chain and what is handed on of each document.

    Args:
        workspace: Must stay open until the evidence was used.
        folder: Where files that were read lie; those whose hash is held go along.
        seals: Files of `sayso seal`, with tokens and signatures beside them.

    Raises:
        InputError: The folder is none, or a seal cannot be read.
    """
    if folder is not None and not Path(folder).is_dir():
        raise InputError(f'"{folder}" is no folder')
    gathering = _Gathering(workspace, None if folder is None else Path(folder))
    return Evidence(
        workspace.unmasked.entries,
        gathering.proof,
        tuple(one for seal in seals for one in _sealed(Path(seal))),
    )


class _Gathering:
    """Looks up what belongs to documents; indexes are made when first asked for."""

    def __init__(self, workspace: Workspace, folder: Path | None) -> None:
        self._workspace, self._folder = workspace, folder

    def proof(self, document: str) -> Proof:
        """Give what is handed on of a document."""
        key = DocumentId(document)
        shown = self._workspace.ledger.text(key)
        if self._workspace.withholds(key):
            return Proof(shown, is_withheld=True)
        held = self._workspace.unmasked.document(key)
        texts = {key: shown, **dict(self._texts(held))}
        captures = tuple(self._captures(held))
        return Proof(shown, is_withheld=False, texts=texts, captures=captures)

    def _texts(self, held: HeldDocument) -> Iterator[tuple[str, str]]:
        """Yield texts beside the document's entries, but such as may name others."""
        stored = self._workspace.unmasked
        digests = [held.reading] if held.reading else []
        for entry in stored.entries(subject=held.id):
            if entry.kind in (EntryKind.DOCUMENT, EntryKind.CORRECTION):
                named = (entry.body.get(k) for k in ("facts", "capture", "changes"))
                digests += [digest for digest in named if digest]
        for digest in digests:
            text = stored.text(digest)
            title = json.loads(text).get("title") if digest != held.reading else None
            if title in (None, held.facts.title):
                yield digest, text
        for entry in self._rulings.get(held.id, ()):
            if self._is_open(entry):
                digest = entry.body["ruling"]
                yield digest, stored.text(digest)

    @cached_property
    def _rulings(self) -> Mapping[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in self._workspace.unmasked.entries(kind=EntryKind.RULING):
            for document in entry.body.get("documents", ()):
                found.setdefault(document, []).append(entry)
        return found

    def _is_open(self, entry: Entry) -> bool:
        """True for a ruling whose words are the same behind the door."""
        documents = map(DocumentId, entry.body["documents"])
        if any(map(self._workspace.withholds, documents)):
            return False
        pairs = (self._workspace.unmasked, self._workspace.ledger)
        plain, masked = (ledger.rulings(entry.subject) for ledger in pairs)
        return plain == masked and any(r.sequence == entry.sequence for r in plain)

    def _captures(self, held: HeldDocument) -> Iterator[Captured]:
        wanted = [c.raw_sha256 for c in (held.facts, *held.captures) if c.raw_sha256]
        for digest in dict.fromkeys(wanted):
            path = self._files.get(digest)
            if path is not None:
                suffix = _ODD.sub("", "".join(path.suffixes[-2:]))[:16]
                yield Captured(f"{digest[:16]}{suffix}", path.read_bytes())
        for path in self._archives.get(held.id, ()):
            yield Captured(_ODD.sub("-", path.name), path.read_bytes())

    @cached_property
    def _files(self) -> Mapping[str, Path]:
        """Give files of the user's folder by their hash; links are not followed."""
        found: dict[str, Path] = {}
        if self._folder is None:
            return found
        for root, _, names in os.walk(self._folder):
            for path in (Path(root) / name for name in sorted(names)):
                if not path.is_file() or path.is_symlink():
                    continue
                if path.stat().st_size <= _LARGEST:
                    with path.open("rb") as stream:
                        digest = file_digest(stream, "sha256").hexdigest()
                    found.setdefault(digest, path)
        return found

    @cached_property
    def _archives(self) -> Mapping[str, list[Path]]:
        """Give web archives kept beside the ledger by the documents they hold.

        One that also holds a document with withheld names belongs to none.
        """
        found: dict[str, list[Path]] = {}
        folder = fetched_folder(self._workspace.unmasked.address)
        for path in sorted(folder.glob("*.warc.gz")) if folder.is_dir() else ():
            taken = self._workspace.take_in_path(path)
            keys = [one.id for one in taken if not isinstance(one, Skipped)]
            if not any(map(self._workspace.withholds, keys)):
                for key in keys:
                    found.setdefault(key, []).append(path)
        return found


def _sealed(path: Path) -> Iterator[Captured]:
    """Yield a seal's file, and its token and signature where they lie beside it.

    Raises:
        InputError: The seal cannot be read or is none.
    """
    try:
        data = path.read_bytes()
        is_seal = "head" in json.loads(data)
    except (OSError, ValueError, TypeError) as error:
        raise InputError(f'"{path}" is no seal ({error})') from error
    if not is_seal:
        raise InputError(f'"{path}" is no seal')
    name = f"{_ODD.sub('-', path.stem)}.json"
    yield Captured(name, data)
    for ending in _BESIDE:
        beside = path.with_name(f"{path.name}{ending}")
        if beside.is_file():
            yield Captured(f"{name}{ending}", beside.read_bytes())
