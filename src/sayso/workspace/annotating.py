"""Web annotations taken in: claims of others, or of an earlier export, on held texts.

A file is refused whole when one quotation does not stand where it says: exact or not
at all, never the nearest look-alike. Nothing is taken over from masked rows. Rulings
come with who made them and when; their entries say who took them in, and when.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sayso.errors import EntryMissing, InputError
from sayso.exports.bundle import Ruled
from sayso.exports.stored import from_stored, from_stored_attribution
from sayso.ledger import (
    HeldRuling,
    Opinion,
    Stamp,
    check_changes,
    record_reading,
    record_ruling,
)
from sayso.model import (
    Attribution,
    Claim,
    Decision,
    DocumentId,
    Reading,
    canonical_json,
    canonical_text,
    from_json,
)
from sayso.workspace import Stored, Workspace
from sayso.workspace.agreement import CONFIRMED

LARGEST = 256 * 1024 * 1024
_SOURCE = "urn:sha256:"
_MOST_FAULTS = 10
"""Faults of one file that are told."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """One annotation that fits the text it is about."""

    document: DocumentId
    claim: Claim
    """As it was read, before any ruling."""
    is_masked: bool
    attribution: Attribution | None = None
    rulings: tuple[Ruled, ...] = ()


def import_annotations(workspace: Workspace, path: str) -> tuple[Stored, ...]:
    """Record the claims and rulings of annotations; give the documents they are on.

    A claim that is held stays as it was read; a new one joins the document's reading.
    Rulings that are held are passed over, new ones come behind those that are held.

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
        text = workspace.unmasked.text(document)
    except EntryMissing as error:
        raise InputError(f"is about a document that is not held ({error})") from error
    spans = [_check(target, text) for target in targets]
    body = _body(annotation)
    stands = from_stored(body["sayso:stored"], text)
    if (stands.quantity.span.start, stands.quantity.span.end) not in spans:
        raise InputError("has a claim whose figure is none of its targets")
    claim = from_stored(body.get("sayso:read") or body["sayso:stored"], text)
    if not claim.document == stands.document == document:
        raise InputError("has a claim of another document than its target")
    said = body.get("sayso:attribution")
    return Annotated(
        document,
        claim,
        is_masked=bool(body.get("sayso:masked")),
        attribution=None if said is None else from_stored_attribution(said, text),
        rulings=tuple(
            _read_ruling(given, claim) for given in _as_list(body.get("sayso:rulings"))
        ),
    )


def _read_ruling(given: Any, claim: Claim) -> Ruled:
    """Give a ruling that can be recorded on a claim as it was read."""
    try:
        ruled = from_json(Ruled, given)
        Decision(ruled.decision)
        is_instant = datetime.fromisoformat(ruled.at).tzinfo is not None
    except (LookupError, TypeError, ValueError) as error:
        raise InputError(f"holds no ruling of ours ({error})") from error
    if not (ruled.reviewer.strip() and is_instant):
        raise InputError("has a ruling without who made it, or when")
    if ruled.changes and CONFIRMED not in ruled.changes:
        check_changes(claim, ruled.changes)
    return ruled


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
    """Add what is new of a document's claims, attributions and rulings."""
    ledger = workspace.unmasked
    reading = ledger.reading(document)
    if reading is None:
        raise InputError(f'document "{document[:12]}" was never read')
    stamp = Stamp(workspace.now(), f"annotations, {len(given):,} claims")
    shown = [one for one in given if not one.is_masked]
    merged = _merge(reading, shown)
    additions = [] if merged == reading else [record_reading(merged, stamp)]
    for one in shown:
        held = {_key(ruling) for ruling in ledger.rulings(one.claim.id)}
        additions += [
            record_ruling(
                _opinion(one, ruled), stamp, made=Stamp(ruled.at, ruled.reviewer)
            )
            for ruled in one.rulings
            if _key(ruled) not in held
        ]
    if additions:
        workspace.ledger.append(additions)
    is_new = bool(additions)
    return Stored(workspace.document(document), is_new=is_new, is_read=is_new)


def _merge(reading: Reading, given: list[Annotated]) -> Reading:
    """Give the reading with the claims and attributions that it did not have."""
    claims = {one.claim.id: one.claim for one in given}
    claims |= {claim.id: claim for claim in reading.claims}
    said = {one.attribution.id: one.attribution for one in given if one.attribution}
    said |= {attribution.id: attribution for attribution in reading.attributions}
    if len(claims) == len(reading.claims) and len(said) == len(reading.attributions):
        return reading
    return replace(
        reading,
        claims=tuple(
            sorted(claims.values(), key=lambda c: (c.quantity.span, c.measure))
        ),
        attributions=tuple(sorted(said.values(), key=_first_place)),
    )


def _first_place(said: Attribution) -> tuple[int, int]:
    """Give where an attribution begins, the outer one first."""
    spans = (*said.source, *said.cue, *said.content)
    return min((span.start for span in spans), default=0), said.depth


def _opinion(one: Annotated, ruled: Ruled) -> Opinion:
    return Opinion(
        subject=one.claim.id,
        decision=Decision(ruled.decision),
        reason=ruled.reason,
        documents=(one.document,),
        changes=ruled.changes,
        shown=one.claim.sentence.text,
    )


def _key(ruling: HeldRuling | Ruled) -> tuple[str, ...]:
    """Give what makes two rulings on one claim the same."""
    changes = canonical_json(dict(ruling.changes))
    words = (str(ruling.decision), ruling.reviewer, ruling.reason, changes)
    return (ruling.at, *map(canonical_text, words))
