"""A second reader: any program that takes and gives the JSON lines of `sayso extract`.

Its claims are kept as another reader's beside our own, which stay the current ones:
pages, checks and exports show ours, `sayso show ID --readers` both. Where the two
differ, our claims come first in the review queue. Whole texts go to the program,
unmasked; what it does with them is the user's doing.
"""

from __future__ import annotations

import json
import shlex
import subprocess
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import IO, Any

from sayso.errors import InputError
from sayso.ledger import hold_document, record_reading
from sayso.model import Claim, Document, DocumentId, Reading, canonical_json, to_json
from sayso.workspace import Workspace
from sayso.workspace.second_record import read_record

DIFFERS = "second.differs"
"""Under which our claims are kept that a second reader reads otherwise or not."""
_APART = frozenset(
    (
        "id",
        "document",
        "reader",
        "confidence",
        "evidence",
        "speaker",
        "attribution",
        "located",
        "sentence",
    )
)
"""What is not compared: whose reading it is, and what only ours works out."""
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class SecondRead:
    """What a second reader made of one document."""

    document: DocumentId
    reader: str
    alike: tuple[Claim, ...]
    """Claims of ours that it reads in the same way."""
    differing: tuple[Claim, ...]
    """Claims of ours that it reads with another field."""
    missing: tuple[Claim, ...]
    """Claims of ours that it does not read."""
    more: tuple[Claim, ...]
    """Claims that it alone reads."""
    refused: tuple[str, ...] = ()
    """What was refused of it, and why; one sentence each."""


@dataclass(frozen=True, slots=True)
class NotRead:
    """A document that the second reader gave nothing usable of."""

    document: DocumentId
    reason: str


def read_second(
    workspace: Workspace, documents: Sequence[DocumentId], command: str
) -> Iterator[SecondRead | NotRead]:
    """Give and keep what a program reads in documents that are held, in their order.

    Args:
        workspace: Where they are held, with our reading of each.
        documents: Their ids; one without a reading of ours is passed over.
        command: The program with its words, as for a shell, but run without one.

    Raises:
        InputError: The program cannot be run.
    """
    held = [workspace.unmasked.document(key) for key in dict.fromkeys(documents)]
    texts = {
        one.id: hold_document(one, workspace.unmasked.text(one.id))
        for one in held
        if one.erased is None and one.reading is not None
    }
    answers: dict[str, dict[str, Any] | str] = {}
    ended = ""
    for answer in _asked(command, texts.values()):
        if isinstance(answer, str):
            ended = answer
        else:
            answers[str(answer.get("id"))] = answer
    for key, document in texts.items():
        record = answers.get(key, ended or "it gave no line for this document")
        if isinstance(record, str):
            yield NotRead(key, record)
            continue
        try:
            reading, refused = read_record(document, record, _named(record, command))
        except InputError as error:
            yield NotRead(key, f"its line {error}")
            continue
        yield _keep(workspace, reading, refused)


def _keep(
    workspace: Workspace, reading: Reading, refused: tuple[str, ...]
) -> SecondRead:
    """Record a reading behind which ours is recorded again, so that it stays current.

    Nothing is added where the very reading is held already.
    """
    key = reading.document.id
    own = workspace.unmasked.reading(key)
    if own is None:
        raise InputError(f'document "{key[:12]}" is not read')
    known = {
        canonical_json([to_json(claim) for claim in one.reading.claims])
        for one in workspace.readings_of(key)
        if one.reading.reader == reading.reader
    }
    if canonical_json([to_json(claim) for claim in reading.claims]) not in known:
        stamp = workspace.stamp()
        workspace.unmasked.append(
            [record_reading(reading, stamp), record_reading(own, stamp)]
        )
    found = compare(own.claims, reading.claims)
    read = replace(found, document=key, reader=reading.reader, refused=refused)
    rows = [(str(key), claim.id, b"1") for claim in (*read.differing, *read.missing)]
    workspace.unmasked.keep(DIFFERS, rows)
    return read


def compare(ours: Iterable[Claim], theirs: Iterable[Claim]) -> SecondRead:
    """Give in what two readings of one document agree; document and reader empty."""
    others = {claim.id: claim for claim in theirs}
    alike: list[Claim] = []
    differing: list[Claim] = []
    missing: list[Claim] = []
    for claim in ours:
        other = others.pop(claim.id, None)
        if other is None:
            missing.append(claim)
        else:
            (alike if _compared(claim) == _compared(other) else differing).append(claim)
    return SecondRead(
        DocumentId(""),
        "",
        tuple(alike),
        tuple(differing),
        tuple(missing),
        tuple(others.values()),
    )


def _compared(claim: Claim) -> dict[str, Any]:
    record = claim.to_record()
    record["quantity"] = {**record["quantity"], "span": None}
    kept = {k: v for k, v in record.items() if k not in _APART and k != "confidences"}
    return {k: v.casefold() if isinstance(v, str) else v for k, v in kept.items()}


def _named(record: dict[str, Any], command: str) -> str:
    """Give the second reader's name: what it calls itself, else its program's."""
    called = record.get("reader")
    name = called if isinstance(called, str) and called else shlex.split(command)[0]
    return f"second reader {' '.join(name.split())[:_LONGEST_NAME]}"


def _asked(
    command: str, documents: Iterable[Document]
) -> Iterator[dict[str, Any] | str]:
    """Yield the objects that a program writes; at its end why there are no more.

    Raises:
        InputError: It cannot be run.
    """
    try:
        words = shlex.split(command) or [""]
        program = subprocess.Popen(  # noqa: S603 - the user's own words, no shell
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
    except (OSError, ValueError) as error:
        raise InputError(f'second reader "{command}" cannot be run ({error})') from None
    with program:
        if program.stdin is None or program.stdout is None:
            raise InputError(f'second reader "{command}" has no pipes')
        writing = threading.Thread(
            target=_write, args=(program.stdin, tuple(documents)), daemon=True
        )
        writing.start()
        for line in program.stdout:
            try:
                record = json.loads(line)
            except ValueError:
                continue
            if isinstance(record, dict):
                yield record
        writing.join()
        code = program.wait()
    if code:
        yield f"the program ended with exit code {code}"


def _write(out: IO[bytes], documents: Iterable[Document]) -> None:
    """Hand the documents over, a line each; a program that has gone wants no more."""
    try:
        with out:
            for document in documents:
                day = document.published
                record = {
                    "id": document.id,
                    "text": document.text,
                    "published": None if day is None else day.isoformat(),
                    "outlet": document.outlet,
                    "language": document.language,
                }
                out.write(json.dumps(record).encode() + b"\n")
    except OSError:
        return
