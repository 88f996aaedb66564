"""Quotations that go on over several paragraphs keep their speaker.

The roles of words are found a paragraph at a time, so each further paragraph comes as a
content that nobody says. A paragraph that names its own speaker ("he added") keeps him.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.attribution.pairing import Pairing
from sayso.reading.attribution.quotations import Quotation, find_chains
from sayso.reading.tagger.decoding import Role, RoleSpan
from sayso.reading.tagger.encoder import Tagging


def continue_quotations(tagging: Tagging, pairings: Sequence[Pairing]) -> list[Pairing]:
    """Give the pairings, all paragraphs of a quotation with the one that names who."""
    found = list(pairings)
    for chain in find_chains(tagging.layout):
        named = (_owner(found, part) for part in chain)
        owner = next((pairing for pairing in named if pairing is not None), None)
        if owner is None:
            continue
        for part in chain:
            found, owner = _take(found, owner, part)
    return sorted(found, key=lambda pairing: pairing.contents[0].first)


def _owner(pairings: Sequence[Pairing], part: Quotation) -> Pairing | None:
    """Give who says the end of a quotation's paragraph, None for nobody."""
    held = [
        (content.last, pairing)
        for pairing in pairings
        for content in pairing.contents
        if pairing.source is not None and _meets(content, part)
        if not _holds(part, pairing.source)
    ]
    return max(held, key=lambda pair: pair[0])[1] if held else None


def _take(
    pairings: Sequence[Pairing], owner: Pairing, part: Quotation
) -> tuple[list[Pairing], Pairing]:
    """Give the pairings and the owner with one more paragraph of his quotation."""
    here = [p for p in pairings if any(_meets(content, part) for content in p.contents)]
    if any(_is_told(pairing, part) for pairing in here if pairing != owner):
        return list(pairings), owner
    own = [content for content in owner.contents if _meets(content, part)]
    first = min((content.first for content in own), default=part.first)
    last = max((content.last for content in own), default=part.last)
    words = RoleSpan(
        Role.CONTENT, min(first, part.first), max(last, part.last), certainty=0.0
    )
    others = [content for content in owner.contents if content not in own]
    contents = sorted((*others, words), key=lambda span: span.first)
    longer = replace(owner, contents=tuple(contents))
    found = []
    for pairing in pairings:
        if pairing == owner:
            found.append(longer)
        elif pairing.source is not None or pairing not in here:
            found.append(pairing)
        else:
            rest = tuple(c for c in pairing.contents if not _meets(c, part))
            if rest:
                found.append(replace(pairing, contents=rest))
    return found, longer


def _is_told(pairing: Pairing, part: Quotation) -> bool:
    """True when a paragraph's quotation has a speaker of its own outside the marks."""
    source = pairing.source
    return source is not None and not _holds(part, source)


def _meets(span: RoleSpan, part: Quotation) -> bool:
    return span.first < part.last and part.first < span.last


def _holds(part: Quotation, span: RoleSpan) -> bool:
    return part.first <= span.first and span.last <= part.last
