"""Web annotations taken in: claims of others, or of an earlier export, on held texts.

A file is refused whole when one quotation does not stand where it says: exact or not
at all, never the nearest look-alike. Nothing is taken over from masked rows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sayso.errors import EntryMissing, InputError
from sayso.exports.stored import from_stored
from sayso.ledger import Stamp, record_reading
from sayso.model import Claim, DocumentId, Reading
from sayso.workspace import Stored, Workspace

LARGEST = 256 * 1024 * 1024
_SOURCE = "urn:sha256:"
_MOST_FAULTS = 10
"""Faults of one file that are told."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """One annotation that fits the text it is about."""

    document: DocumentId
    claim: Claim
    is_masked: bool


def import_annotations(workspace: Workspace, path: str) -> tuple[Stored, ...]:
    """Record the claims of annotations, and give the documents they are on.

    A claim that is held stays as it is; a new one joins the document's reading.

    Raises:
        InputError: The file is no annotations, a document is not held, or a quotation
            differs from the text; nothing is recorded then.
    """
    faults: list[str] = []
    found: dict[DocumentId, list[Annotated]] = {}
    for number, annotation in enumerate(load_annotations(Path(path)), 1):
        try:
            one = read_annotation(annotation, workspace)
            found.setdefault(one.document, []).append(one)
        except InputError as error:
            faults.append(f"annotation {number} {error}")
    if faults:
        more = len(faults) - _MOST_FAULTS
        told = faults[:_MOST_FAULTS] + ([f"and {more:,} more"] if more > 0 else [])
        raise InputError("; ".join(told))
    return tuple(_record(workspace, key, given) for key, given in found.items())


def load_annotations(path: Path) -> list[dict[str, Any]]:
    """Give the annotations of a file: one, a list, or a page of them.

    Raises:
        InputError: It cannot be read or is no such JSON.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(f'"{path}" is larger than {LARGEST // 2**20} MB')
        value = json.loads(path.read_bytes())
    except OSError as error:
        raise InputError(f'"{path}" cannot be read ({error.strerror})') from error
    except (ValueError, RecursionError) as error:
        raise InputError(f'"{path}" is not JSON ({error})') from error
    if isinstance(value, dict):
        value = value.get("items", [value])
    if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
        raise InputError(
            f'"{path}" is neither an annotation nor a list or page of them'
        )
    return value


def read_annotation(annotation: dict[str, Any], workspace: Workspace) -> Annotated:
    """Give the claim of an annotation, once every quotation in it fits.

    Raises:
        InputError: The document is not held, a selector does not fit, or there is no
            stored claim in the body.
    """
    targets = _as_list(annotation.get("target"))
    sources = {t.get("source") for t in targets if isinstance(t, dict)}
    if len(sources) != 1:
        raise InputError("is not about one document")
    source = str(sources.pop())
    if not source.startswith(_SOURCE):
        raise InputError(f'is about "{source[:80]}", not a text by its hash')
    document = DocumentId(source.removeprefix(_SOURCE))
    try:
        text = workspace.ledger.text(document)
    except EntryMissing as error:
        raise InputError(f"is about a document that is not held ({error})") from error
    spans = [_check(target, text) for target in targets]
    body = _body(annotation)
    claim = from_stored(body["sayso:stored"], text)
    if claim.document != document:
        raise InputError("has a claim of another document than its target")
    if (claim.quantity.span.start, claim.quantity.span.end) not in spans:
        raise InputError("has a claim whose figure is none of its targets")
    return Annotated(document, claim, bool(body.get("sayso:masked")))


def _check(target: Any, text: str) -> tuple[int, int]:
    """Give a target's offsets; its quotation must stand there exactly."""
    selectors = _as_list(target.get("selector")) if isinstance(target, dict) else []
    known = {s.get("type"): s for s in selectors if isinstance(s, dict)}
    position = known.get("TextPositionSelector")
    if position is None:
        raise InputError("has a target without a position")
    start, end = position.get("start"), position.get("end")
    if not (isinstance(start, int) and isinstance(end, int)) or not (
        0 <= start <= end <= len(text)
    ):
        raise InputError(f"has a position [{start}, {end}) outside of the text")
    exact = known.get("TextQuoteSelector", {}).get("exact")
    if exact is not None and text[start:end] != exact:
        raise InputError(
            f'quotes "{str(exact)[:80]}" at [{start}, {end}), where the text has'
            f' "{text[start:end][:80]}"'
        )
    return start, end


def _body(annotation: dict[str, Any]) -> dict[str, Any]:
    for body in _as_list(annotation.get("body")):
        if isinstance(body, dict) and isinstance(body.get("sayso:stored"), dict):
            return body
    raise InputError('has no body with a "sayso:stored" claim')


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _record(
    workspace: Workspace, document: DocumentId, given: list[Annotated]
) -> Stored:
    """Add the new claims of a document to its reading."""
    ledger = workspace.ledger
    held = workspace.document(document)
    reading = ledger.reading(document)
    if reading is None:
        raise InputError(f'document "{document[:12]}" was never read')
    have = {claim.id for claim in reading.claims}
    new = list(_news(given, have))
    if new:
        merged = _merge(reading, new)
        stamp = Stamp(workspace.now(), f"annotations, {len(new):,} claims")
        ledger.append([record_reading(merged, stamp)])
        held = workspace.document(document)
    return Stored(held, is_new=bool(new), is_read=bool(new))


def _news(given: list[Annotated], have: set[Any]) -> Iterator[Claim]:
    for one in given:
        if not one.is_masked and one.claim.id not in have:
            have.add(one.claim.id)
            yield one.claim


def _merge(reading: Reading, new: list[Claim]) -> Reading:
    claims = sorted(
        (*reading.claims, *new),
        key=lambda claim: (claim.quantity.span, claim.measure),
    )
    return replace(reading, claims=tuple(claims))
