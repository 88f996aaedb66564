"""Rows of the current state: what one document's reading comes to.

Pure functions of the document's facts, its reading and the rulings on its claims, so
that every backend keeps the same rows and none decides anything.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sayso.ledger.filters import NOBODY, UNATTRIBUTED
from sayso.ledger.held import (
    HeldAttribution,
    HeldClaim,
    HeldDocument,
    HeldRuling,
    Status,
)
from sayso.ledger.naming import Naming, apply_names, name_speaker, place_key_of
from sayso.ledger.rulings import (
    additions,
    apply_changes,
    last_rulings,
    status_of,
)
from sayso.model import (
    Attribution,
    Claim,
    ClaimId,
    Decision,
    DocumentId,
    Speaker,
    SpeakerId,
    from_json,
    language_code,
    short_id,
    to_json,
)

ROWS_PER_READING = 2**17
"""Numbers set aside for one reading's rows: numbers then follow from the log alone.
Claims are numbered downwards, so that falling numbers list the newest reading first
and its claims as the text has them.
The longest text that is read gives one claim in 15 characters before it is too few."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with everything that claims are found by."""

    number: int
    id: ClaimId
    document: DocumentId
    measure: str
    speaker: str
    """Speaker's id, else the hash of the claimant's name, else `UNATTRIBUTED`."""
    speaker_name: str
    """Empty for `UNATTRIBUTED`."""
    speaker_body: str
    """The speaker in stored form."""
    actor: str | None
    affected: str | None
    place: str | None
    """Gazetteer id, else "text:" and the name."""
    place_name: str | None
    """As written."""
    place_label: str
    """As the gazetteer has it, else as written, else ""."""
    place_body: str
    """The gazetteer's entry in stored form, or ""."""
    lat: float | None
    lon: float | None
    day_from: str | None
    """First day it speaks of; the day of publication where the text gives none."""
    day_to: str | None
    published: str | None
    outlet: str | None
    language: str | None
    """Of the document, in two letters."""
    status: Status
    confidence: float
    words: str
    """What a search for claims looks in."""
    body: str
    """The claim in stored form, edits applied."""

    def facets(self) -> tuple[tuple[str, str], ...]:
        """Give the (facet, key) pairs it is counted under, in the order of facets."""
        parties = sorted({p for p in (self.actor, self.affected) if p})
        pairs = (
            ("measure", self.measure),
            ("speaker", self.speaker),
            *(("party", party) for party in parties),
            ("place", self.place),
            ("outlet", self.outlet),
            ("language", self.language),
            ("status", str(self.status)),
        )
        return tuple((facet, key) for facet, key in pairs if key is not None)

    def label(self, facet: str, key: str) -> str:
        """Give what a key of one of its facets is shown as."""
        if facet == "speaker":
            return self.speaker_name or NOBODY
        return self.place_label if facet == "place" else key


@dataclass(frozen=True, slots=True)
class Standing:
    """What a claim's row has that does not stand in the claim's stored form."""

    number: int
    id: ClaimId
    published: str | None
    outlet: str | None
    language: str | None
    """Of the document, in two letters."""
    status: Status


@dataclass(frozen=True, slots=True)
class AttributionRow:
    """An attribution with what it is found by."""

    number: int
    document: DocumentId
    speaker: str
    speaker_body: str
    figures: int
    body: str


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """All rows that one document's current reading gives."""

    first: int
    """Lowest of the numbers set aside for them."""
    claims: tuple[ClaimRow, ...]
    attributions: tuple[AttributionRow, ...]
    gaps: tuple[str, ...]
    """Reasons."""


def make_rows(
    held: HeldDocument,
    parts: dict[str, Any],
    rulings: Sequence[HeldRuling],
    naming: Naming = Naming(),  # noqa: B008 - frozen
) -> DocumentRows:
    """Give the rows of a document; a claim id that comes twice counts once.

    Args:
        held: The document's facts.
        parts: Its current reading in stored form.
        rulings: Those on its claims.
        naming: What people ruled on names, whatever the document.
    """
    first = held.reading_number * ROWS_PER_READING
    last = first + ROWS_PER_READING - 1
    claims: dict[str, ClaimRow] = {}
    figures: dict[str, int] = {}
    for body in _with_added(parts["claims"], rulings):
        row = _claim_row(held, body, rulings, naming, number=last - len(claims))
        claims.setdefault(row.id, row)
        if "attribution" in body:
            figures[body["attribution"]] = figures.get(body["attribution"], 0) + 1
    attributions = [
        make_attribution_row(
            name_speaker(body, naming),
            held.id,
            figures=figures.get(body["id"], 0),
            number=first + at,
        )
        for at, body in enumerate(_with_said(parts["attributions"], rulings))
    ]
    gaps = tuple(gap["reason"] for gap in parts["gaps"])
    return DocumentRows(first, tuple(claims.values()), tuple(attributions), gaps)


def _with_added(
    read: list[dict[str, Any]], rulings: Sequence[HeldRuling]
) -> list[dict[str, Any]]:
    """Give claims in stored form with those that people added, as the text has them."""
    added = additions(rulings, Decision.ADD)
    if not added:
        return read
    known = {_id_of(body) for body in read}
    more = [dict(r.changes) for key, r in added.items() if key not in known]
    return sorted([*read, *more], key=lambda body: int(body["quantity"]["span"][0]))


def _with_said(
    read: list[dict[str, Any]], rulings: Sequence[HeldRuling]
) -> list[dict[str, Any]]:
    added = additions(rulings, Decision.ATTRIBUTE)
    known = {body["id"] for body in read}
    return [*read, *(dict(r.changes) for k, r in added.items() if k not in known)]


def _id_of(body: dict[str, Any]) -> ClaimId:
    start, end, _ = body["quantity"]["span"]
    return ClaimId(short_id(body["document"], start, end, body["measure"]))


def make_attribution_row(
    body: dict[str, Any], document: DocumentId, *, figures: int, number: int
) -> AttributionRow:
    """Give the row of an attribution in stored form."""
    speaker = _speaker_of(body)
    return AttributionRow(
        number=number,
        document=document,
        speaker=speaker["id"],
        speaker_body=json.dumps(speaker, sort_keys=True),
        figures=figures,
        body=json.dumps(body, ensure_ascii=False, separators=(",", ":")),
    )


def claimed_days(
    period: dict[str, Any] | None, published: str | None
) -> tuple[str | None, str | None]:
    """Give the first and last day a claim speaks of, for filters by date.

    A total up to a day is of that day; a count since a day runs to the publication; a
    claim without a period is of the day it was published.
    """
    if period is None:
        return published, published
    start, end = period.get("start"), period.get("end")
    last = None
    if end is not None:
        last = date.fromordinal(date.fromisoformat(end).toordinal() - 1).isoformat()
    if start is None:
        return last or published, last or published
    return start, last or max(start, published or start)


def held_claim(row: Standing | ClaimRow, body: dict[str, Any]) -> HeldClaim:
    """Give what a query shows of a row and its stored form."""
    return HeldClaim(
        id=row.id,
        number=row.number,
        claim=from_json(Claim, body),
        status=row.status,
        published=None if row.published is None else date.fromisoformat(row.published),
        outlet=row.outlet,
        language=row.language,
    )


def held_attribution(row: AttributionRow) -> HeldAttribution:
    """Give what a query shows of a row."""
    attribution = from_json(Attribution, json.loads(row.body))
    return HeldAttribution(row.number, row.document, attribution, row.figures)


def merge_speaker(bodies: Iterable[tuple[str, int]]) -> Speaker:
    """Give a speaker as most readings have it; private when any says so."""
    known = list(bodies)
    speaker = from_json(Speaker, json.loads(most_common(known)))
    if any(json.loads(body).get("private") for body, _ in known):
        return replace(speaker, private=True)
    return speaker


def most_common(counted: Iterable[tuple[str, int]]) -> str:
    """Give what is there most often, the first in order among equals."""
    return min(counted, key=lambda pair: (-pair[1], pair[0]))[0]


def _claim_row(
    held: HeldDocument,
    body: dict[str, Any],
    rulings: Sequence[HeldRuling],
    naming: Naming,
    *,
    number: int,
) -> ClaimRow:
    identifier = _id_of(body)
    own = [ruling for ruling in rulings if ruling.subject == identifier]
    status = status_of(own) if own else Status.UNREVIEWED
    for added in additions(own, Decision.ADD).values():
        body = dict(added.changes)
    if status is Status.EDITED:
        edits = [r for r in last_rulings(own) if r.decision is Decision.EDIT]
        body = apply_changes(body, edits[-1].changes)
    body = apply_names(body, identifier, naming)
    published = to_json(held.facts.published)
    standing = Standing(
        number=number,
        id=identifier,
        published=published,
        outlet=held.facts.outlet,
        language=language_code(held.facts.language) or None,
        status=status,
    )
    return make_claim_row(standing, body)


def make_claim_row(standing: Standing, body: dict[str, Any]) -> ClaimRow:
    """Give the row of a claim in stored form, edits applied."""
    day_from, day_to = claimed_days(body.get("period"), standing.published)
    speaker = _speaker_of(body)
    located, place = body.get("located"), body.get("place")
    key = place_key_of(body)
    return ClaimRow(
        number=standing.number,
        id=standing.id,
        document=body["document"],
        measure=body["measure"],
        speaker=speaker["id"],
        speaker_name=speaker["name"],
        speaker_body=json.dumps(speaker, sort_keys=True),
        actor=body.get("actor"),
        affected=body.get("affected"),
        place=key,
        place_name=place or (located["name"] if located else None),
        place_label=located["name"] if located else place or "",
        place_body=json.dumps(located, sort_keys=True) if located else "",
        lat=located["lat"] if located else None,
        lon=located["lon"] if located else None,
        day_from=day_from,
        day_to=day_to,
        published=standing.published,
        outlet=standing.outlet,
        language=standing.language,
        status=standing.status,
        confidence=float(body["confidence"]),
        words=_words_of(body, speaker["name"]),
        body=json.dumps(body, ensure_ascii=False, separators=(",", ":")),
    )


def _words_of(body: dict[str, Any], speaker: str) -> str:
    named = (speaker, body.get("claimant"), body.get("place"), body.get("group"))
    return "\n".join(part for part in (body["sentence"][2], *named) if part)


def _speaker_of(body: dict[str, Any]) -> dict[str, Any]:
    """Give the speaker in stored form; who is only named gets an id of the name."""
    if "speaker" in body:
        speaker: dict[str, Any] = body["speaker"]
        return speaker
    name = body.get("claimant") or body.get("name")
    if name is None:
        return {"id": UNATTRIBUTED, "name": ""}
    stored: dict[str, Any] = to_json(Speaker(SpeakerId(short_id(name)), name))
    return stored
