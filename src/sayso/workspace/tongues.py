"""Words of another language inside a document are read in their own.

A Russian quotation in an English report, a Ukrainian paragraph under a Russian one:
what the document's own reader made of them is dropped (`routing`), and the reader of
their language reads them, all else blanked out, so that spans count in the document.
A figure in a quotation whose own words name nobody is claimed by whom the document
says the quotation is of. Refuses stretches too short to tell their language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from sayso.intake import Foreign, find_foreign
from sayso.model import Attribution, Claim, ClaimField, Document, Evidence, Reading
from sayso.vocabulary.languages import READ

Item = TypeVar("Item")
LEAST_LETTERS = 25
"""Letters from which a stretch shows its language surely enough to be read in it."""
_HIDDEN = re.compile(r"[^\n]")


def read_tongues(
    reading: Reading,
    document: Document,
    language: str,
    read: Callable[[Document], Reading],
) -> Reading:
    """Give a reading with what the stretches in other languages say, where one is read.

    Args:
        reading: Of the document in its own language, those stretches set apart.
        document: What was read.
        language: ISO 639-1 code of its own language.
        read: The pure reader.

    Returns:
        Claims, attributions, quantities, days, places and gaps in the order of the
        text; the gaps that said such a stretch is not read are gone.
    """
    stretches = [
        stretch
        for stretch in find_foreign(document.text, language)
        if _is_readable(stretch, document, language)
    ]
    outer = reading.attributions
    for code in sorted({s.language for s in stretches if s.language is not None}):
        own = [s for s in stretches if s.language == code]
        text = _only(document.text, own)
        part = read(replace(document, text=text, language=code, parts=(), stretches=()))
        claims = tuple(_placed(c, document, outer) for c in part.claims)
        reading = _joined(reading, replace(part, claims=claims), own)
    return reading


def _is_readable(stretch: Foreign, document: Document, language: str) -> bool:
    if stretch.language not in READ or stretch.language == language:
        return False
    inside = any(
        p.start < stretch.end and stretch.start < p.end for p in document.parts
    )
    letters = sum(map(str.isalpha, document.text[stretch.start : stretch.end]))
    return letters >= LEAST_LETTERS and not inside


def _only(text: str, stretches: Sequence[Foreign]) -> str:
    """Give a text of the same length and lines with nothing but some stretches."""
    kept, at = [], 0
    for stretch in stretches:
        kept.append(_HIDDEN.sub(" ", text[at : stretch.start]))
        kept.append(text[stretch.start : stretch.end])
        at = stretch.end
    return "".join((*kept, _HIDDEN.sub(" ", text[at:])))


def _placed(claim: Claim, document: Document, outer: Sequence[Attribution]) -> Claim:
    """Give a claim of the document, by whom the document says the words are of."""
    claim = replace(claim, document=document.id)
    span = claim.quantity.span
    said = next(
        (
            a
            for a in outer
            if a.source and a.name
            if any(c.start <= span.start and span.end <= c.end for c in a.content)
        ),
        None,
    )
    if claim.claimant is not None or said is None:
        return claim
    sure = claim.evidence_of(ClaimField.CLAIMANT)
    carried = tuple(
        Evidence(ClaimField.CLAIMANT, said.source, sure.confidence)
        if sure is not None and evidence is sure
        else evidence
        for evidence in claim.evidence
    )
    return replace(
        claim,
        claimant=said.name,
        speaker=said.speaker,
        via=said.via,
        attribution=said.id,
        evidence=carried,
    )


def _joined(reading: Reading, part: Reading, read: Sequence[Foreign]) -> Reading:
    """Give both readings as one, without the gaps of the stretches that are read."""
    starts = {stretch.start for stretch in read}
    gaps = [gap for gap in reading.gaps if gap.span.start not in starts]
    return replace(
        reading,
        attributions=_in_order(reading.attributions, part.attributions, _said_at),
        claims=_in_order(reading.claims, part.claims, lambda c: c.quantity.span.start),
        quantities=_in_order(
            reading.quantities, part.quantities, lambda q: q.span.start
        ),
        timexes=_in_order(reading.timexes, part.timexes, lambda t: t.span.start),
        toponyms=_in_order(reading.toponyms, part.toponyms, lambda t: t.span.start),
        gaps=_in_order(gaps, part.gaps, lambda g: g.span.start),
        persons=_in_order(reading.persons, part.persons, lambda span: span.start),
    )


def _said_at(attribution: Attribution) -> int:
    words = (*attribution.source, *attribution.cue, *attribution.content)
    return min(span.start for span in words)


def _in_order(
    one: Sequence[Item], other: Sequence[Item], at: Callable[[Item], int]
) -> tuple[Item, ...]:
    return tuple(sorted((*one, *other), key=at))
