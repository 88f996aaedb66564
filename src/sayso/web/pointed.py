"""The words that carry a field, as a form points at them: "12-20 31-40".

A field whose value a person changed is carried by the words pointed at, else by the
same words in the text, else by none; what carried the old value no longer counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from sayso.errors import SpanError
from sayso.model import Claim, ClaimField, Evidence, Span, to_json
from sayso.workspace import DocumentView
from sayso.workspace.adding import find_words

FIELDS: Mapping[ClaimField, tuple[str, ...]] = {
    ClaimField.EVENT: ("measure", "group"),
    ClaimField.AFFECTED: ("affected",),
    ClaimField.ACTOR: ("actor",),
    ClaimField.PLACE: ("place",),
    ClaimField.PERIOD: ("first", "last"),
    ClaimField.CLAIMANT: ("claimant",),
    ClaimField.STANCE: ("stance",),
    ClaimField.ACCRUAL: ("accrual",),
}
"""Field of a claim -> the fields of its form."""
_IN_WORDS = ("affected", "actor", "place", "claimant")
"""Fields whose value is looked for in the text."""
_MOST = 8
"""Stretches of one field."""


def pointed_name(field: ClaimField) -> str:
    """Give the name of the form's field that holds the words of a field."""
    return f"words-{field}"


def to_pointed(claim: Claim) -> dict[str, str]:
    """Give the values of those fields for a claim."""
    return {
        pointed_name(field): " ".join(
            f"{span.start}-{span.end}" for span in _spans_of(claim, field)
        )
        for field in FIELDS
    }


def parse_spans(value: str, text: str) -> tuple[Span, ...]:
    """Give the spans of "12-20 31-40"; what lies outside the text is left out."""
    found: list[Span] = []
    for part in value.split()[:_MOST]:
        start, _, end = part.partition("-")
        if start.isdecimal() and end.isdecimal() and len(start + end) < 20:
            try:
                found.append(Span.cut(text, int(start), int(end)))
            except SpanError:
                continue
    return tuple(sorted((s for s in found if s.text), key=lambda s: s.start))


def pointed_evidence(
    claim: Claim, form: Mapping[str, str], changed: Iterable[str], text: str
) -> Any:
    """Give the evidence of a claim after an edit in stored form, None for the same.

    Args:
        claim: As it stands.
        form: The fields as given.
        changed: Names of the form's fields that changed.
        text: The document's text.
    """
    names, before = set(changed), to_pointed(claim)
    made: list[Evidence] = []
    is_other = False
    for field, own in FIELDS.items():
        evidence = claim.evidence_of(field)
        given = form.get(pointed_name(field), before[pointed_name(field)])
        is_pointed = given.split() != before[pointed_name(field)].split()
        if not is_pointed and names.isdisjoint(own):
            made += [evidence] if evidence else []
            continue
        is_other = True
        spans = parse_spans(given, text) if is_pointed else ()
        if not is_pointed and own[0] in _IN_WORDS:
            value = form.get(own[0], "").strip()
            near, sentence = claim.quantity.span, claim.sentence
            word = find_words(text, value, near, sentence)
            spans = (word,) if word else ()
        made.append(Evidence(field, spans, Decimal(1)))
    return to_json(tuple(made)) if is_other else None


def days_in(view: DocumentView) -> tuple[tuple[int, int, str, str], ...]:
    """Give where words name days, each with its first and last day, "" for open."""
    return tuple(
        (t.span.start, t.span.end, _day(t.period.first), _day(t.period.last))
        for t in view.timexes
        if t.period is not None
    )


def with_days(
    claim: Claim, form: Mapping[str, str], view: DocumentView
) -> Mapping[str, str]:
    """Give a form with the days of the words pointed at, where nobody typed others.

    Args:
        claim: As it stands.
        form: The fields as given.
        view: The document, whose words for times the reader knows.
    """
    name = pointed_name(ClaimField.PERIOD)
    period = claim.period
    days = [_day(period.first), _day(period.last)] if period else ["", ""]
    typed = [form.get("first", days[0]), form.get("last", days[1])]
    given, before = form.get(name, "").split(), to_pointed(claim)[name].split()
    if not given or given == before or typed != days:
        return form
    for pointed in parse_spans(" ".join(given), view.text):
        for start, end, first, last in days_in(view):
            if start < pointed.end and pointed.start < end:
                return {**form, "first": first, "last": last}
    return form


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def with_known(changes: dict[str, Any], view: DocumentView) -> dict[str, Any]:
    """Give changes with the place and speaker that the document's own names mean."""
    place, claimant = changes.get("place"), changes.get("claimant")
    for toponym in view.toponyms:
        if place and toponym.span.text == place and toponym.place is not None:
            changes = {**changes, "located": to_json(toponym.place)}
    for held in view.attributions:
        said = held.attribution
        if claimant and said.speaker and claimant in (said.name, said.speaker.name):
            changes = {**changes, "speaker": to_json(said.speaker)}
    return changes


def _spans_of(claim: Claim, field: ClaimField) -> tuple[Span, ...]:
    evidence = claim.evidence_of(field)
    return evidence.spans if evidence else ()
