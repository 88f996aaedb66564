"""What an outlet no longer says: figures of its note on its own earlier words.

"An earlier version of this article said 31" is no claim that 31 were killed. It is the
outlet's own, with the stance denied, of the measure, place and days of the figure that
stands now. Refuses to guess: a figure that the note neither takes back nor puts in its
place is left to a person. Method: our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from sayso.model import (
    Change,
    Claim,
    ClaimField,
    Evidence,
    Quantity,
    Reading,
    Span,
    Speaker,
    SpeakerId,
    Stance,
    StatedQuantity,
    short_id,
)
from sayso.vocabulary.languages import AnyLanguage
from sayso.vocabulary.languages.case_speech import CaseSpeech
from sayso.vocabulary.languages.speech_words import SpeechWords

_Words = SpeechWords | CaseSpeech

CHANCE = Decimal("0.9")
"""Certainty of a stance that the note's own words give."""
_END = re.compile(r"[.;!?](?:\s|$)|(?<!said)(?<!read)(?<!stated):\s")
_TAKEN = (
    ClaimField.AFFECTED,
    ClaimField.ACTOR,
    ClaimField.PLACE,
    ClaimField.PERIOD,
    ClaimField.ACCRUAL,
)
"""Fields that a figure taken back has from the figure that stands now."""


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure of the note."""

    quantity: StatedQuantity
    cue: Span | None
    """Words by which it is taken back; None for one that is not."""
    claim: Claim | None
    """What the note says by itself, as the reader has it."""


def read_withdrawn(
    article: Reading,
    note: Reading,
    notes: Sequence[Span],
    *,
    language: AnyLanguage,
) -> tuple[Claim, ...]:
    """Give what the outlet takes back in its notes, and what it says in its place.

    Args:
        article: The reading of the document without its notes.
        note: The reading of the notes alone, with spans in the document's text.
        notes: Where the notes stand.
        language: Supplies the words by which an outlet corrects itself.

    Returns:
        In the order of the text; of a note that takes no figure back nothing.
    """
    found: list[Claim] = []
    for span in notes:
        figures = list(_figures(note, span, language.speech))
        if any(figure.cue for figure in figures):
            found += _of_note(article, figures, span)
    return tuple(sorted(found, key=lambda claim: claim.quantity.span))


def _figures(note: Reading, span: Span, words: _Words) -> Iterator[_Figure]:
    said = {claim.quantity.span: claim for claim in note.claims}
    for quantity in note.quantities:
        if span.start <= quantity.span.start < span.end:
            cue = _cue(note.document.text, quantity, span, words)
            yield _Figure(quantity, cue, said.get(quantity.span))


def _cue(text: str, quantity: StatedQuantity, note: Span, words: _Words) -> Span | None:
    """Give the words that take a figure back, None where none do.

    What is said last before the figure decides: "an earlier version should have said
    17" puts 17 in its place.
    """
    start, end = quantity.span.start, quantity.span.end
    opened = [m.end() for m in _END.finditer(text[note.start : start])]
    first = note.start + (opened[-1] if opened else 0)
    before = text[first:start]
    behind = re.match(words.taken_back_behind, text[end : note.end])
    if behind:
        return Span.cut(text, end, end + behind.end())
    if quantity.change is Change.FROM:
        return Span.cut(text, start, quantity.number.end)
    found = list(re.finditer(words.taken_back, before))
    stands = list(re.finditer(words.put_right, before))
    if not found or (stands and stands[-1].start() > found[-1].start()):
        return None
    if found[-1]["not"] and len(found) > 1:
        return None  # "an earlier version said 31, not 17"
    return Span.cut(text, first + found[-1].start(), first + found[-1].end())


def _of_note(
    article: Reading, figures: Sequence[_Figure], span: Span
) -> Iterator[Claim]:
    instead = [figure for figure in figures if figure.cue is None]
    for figure in figures:
        if figure.cue is not None:
            if _stands(article.claims, figure):
                continue
            now = _counterpart(article.claims, figure, instead)
            claim = _taken_back(article, figure, now, span)
            if claim is not None:
                yield claim
        elif figure.claim is not None and not _is_told(article.claims, figure.claim):
            yield figure.claim


def _counterpart(
    claims: Sequence[Claim], figure: _Figure, instead: Sequence[_Figure]
) -> Claim | None:
    """Give the figure that stands now: the note's new one, else the only such."""
    alike = [
        claim
        for claim in claims
        if figure.claim is None or claim.measure == figure.claim.measure
        if claim.quantity.unit == figure.quantity.unit
        if not _is_same(claim.quantity, figure.quantity)
    ]
    for other in instead:
        stated = [c for c in alike if _is_same(c.quantity, other.quantity)]
        if stated:
            return stated[0]
    if figure.claim is None:
        alike = [claim for claim in alike if _counts_the_same(claim, figure)]
    return None if instead or len(alike) != 1 else alike[0]


def _counts_the_same(claim: Claim, figure: _Figure) -> bool:
    """True where the claim's figure counts what the note's does, by the same noun."""
    noun = figure.quantity.noun
    return noun is not None and noun.text.casefold() in (
        claim.quantity.span.text.casefold()
    )


def _taken_back(
    article: Reading, figure: _Figure, now: Claim | None, span: Span
) -> Claim | None:
    """Give the claim that the outlet takes back, None where nothing says of what."""
    said = figure.claim
    model = now if said is None else said
    quantity = figure.quantity.to_claim_unit()
    if model is None or quantity is None or figure.cue is None:
        return None
    outlet = article.document.outlet
    of_now = {e.field: e for e in now.evidence} if now else {}
    kept = (model.evidence_of(ClaimField.EVENT), *(of_now.get(f) for f in _TAKEN))
    stance = Evidence(ClaimField.STANCE, (figure.cue,), CHANCE)
    evidence = {e.field: e for e in (*kept, stance) if e is not None}
    return replace(
        model,
        document=article.document.id,
        quantity=Quantity(
            quantity.span, quantity.number, quantity.low, quantity.high,
            quantity.bound, quantity.unit,
        ),
        sentence=model.sentence if said else span,
        group=model.group or (now.group if now else None),
        affected=now.affected if now else None,
        actor=now.actor if now else None,
        place=now.place if now else None,
        located=now.located if now else None,
        period=now.period if now else None,
        accrual=now.accrual if now else None,
        claimant=outlet,
        speaker=Speaker(SpeakerId(short_id(outlet)), outlet) if outlet else None,
        attribution=None,
        via=(),
        stance=Stance.DENIED,
        evidence=tuple(evidence[f] for f in ClaimField if f in evidence),
    )  # fmt: skip


def _stands(claims: Sequence[Claim], figure: _Figure) -> bool:
    """True where the article still states the figure: the note is of something else."""
    return any(
        _is_same(claim.quantity, figure.quantity)
        for claim in claims
        if figure.claim is None or claim.measure == figure.claim.measure
    )


def _is_told(claims: Sequence[Claim], claim: Claim) -> bool:
    return any(
        one.measure == claim.measure and _is_same(one.quantity, claim.quantity)
        for one in claims
    )


def _is_same(one: Quantity, other: Quantity) -> bool:
    return (one.low, one.high) == (other.low, other.high)
