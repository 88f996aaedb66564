"""Quotations that are signed, and those that a line of its own leads in.

'"..." - Mayor Petro Bondar', on the same line or the next; "From Petro Bondar:" with
the quotation in the paragraph behind it. No word of saying stands there, or none in
the quotation's own paragraph, in which alone the linker looks.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sayso.reading.attribution.pairing import Pairing
from sayso.reading.attribution.quotations import Quotation, find_quotations
from sayso.reading.tagger.decoding import Role, RoleSpan
from sayso.reading.tagger.encoder import Tagging

DASHES = frozenset("—–-―‒")
LONGEST = 14
"""Words of a signature at most: name, office, town."""
LONGEST_LEAD = 40
"""Words of a line that leads in a quotation."""
INNER = frozenset(",'’.()&-")
"""Marks that a signature may hold."""


def sign_quotations(tagging: Tagging, pairings: Sequence[Pairing]) -> list[Pairing]:
    """Give the pairings, quotations without a speaker with whoever signs them."""
    found = list(pairings)
    used = {(p.source.first, p.source.last) for p in found if p.source is not None}
    for quotation in find_quotations(tagging.layout):
        said = [p for p in found if any(_meets(c, quotation) for c in p.contents)]
        if any(pairing.source is not None for pairing in said):
            continue
        named = _signature(tagging, quotation) or _lead(tagging, quotation, used)
        if named is None:
            continue
        source, cue = named
        used.add((source.first, source.last))
        words = RoleSpan(Role.CONTENT, quotation.first, quotation.last, 0.0)
        contents = tuple(c for p in said for c in p.contents) or (words,)
        found = [p for p in found if p not in said]
        found.append(Pairing(source, cue, contents, 0.5))
    return sorted(found, key=lambda pairing: pairing.contents[0].first)


def _meets(span: RoleSpan, quotation: Quotation) -> bool:
    return span.first < quotation.last and quotation.first < span.last


def _signature(
    tagging: Tagging, quotation: Quotation
) -> tuple[RoleSpan, RoleSpan | None] | None:
    """Give the name behind a quotation and a dash up to the end of the line."""
    words, breaks = tagging.tokens.words, tagging.layout.breaks
    at = quotation.last
    if not quotation.closed:
        return None
    if at < len(words) and words[at] in ".,":
        at += 1
    first = at
    while first < len(words) and words[first] in DASHES and first < at + 2:
        first += 1
    if first == at:
        return None
    last = first
    while last < len(words) and not breaks[last]:
        last += 1
    if not first < last <= first + LONGEST or breaks[first]:
        return None
    if words[last - 1] == ".":
        last -= 1
    return (
        (RoleSpan(Role.SOURCE, first, last, 0.0), None)
        if _names(tagging, first, last)
        else None
    )


def _names(tagging: Tagging, first: int, last: int) -> bool:
    """True when words name somebody and say nothing: no cue, no verb, no figure."""
    words = tagging.tokens.words[first:last]
    if any(not word[0].isalpha() and word not in INNER for word in words):
        return False
    if not any(word[0].isupper() for word in words):
        return False
    spans = [s for s in tagging.spans if s.first < last and first < s.last]
    if any(span.role is not Role.SOURCE for span in spans):
        return False
    if not tagging.has_links:
        return bool(spans) or words[0][0].isupper()
    return not any(tagging.tag(at).startswith("VB") for at in range(first, last))


def _lead(
    tagging: Tagging, quotation: Quotation, used: set[tuple[int, int]]
) -> tuple[RoleSpan, RoleSpan | None] | None:
    """Give source and cue of the line before that ends in a colon."""
    words, breaks = tagging.tokens.words, tagging.layout.breaks
    end = quotation.first
    if end < 2 or not breaks[end] or words[end - 1] != ":":
        return None
    starts = np.flatnonzero(breaks[:end])
    first = int(starts[-1]) if len(starts) else 0
    if end - first > LONGEST_LEAD:
        return None
    spans = [s for s in tagging.spans if first <= s.first and s.last <= end]
    sources = [s for s in spans if s.role is Role.SOURCE]
    cues = [s for s in spans if s.role is Role.CUE]
    if not spans and tagging.has_links:
        first += tagging.tag(first) == "IN"  # "From Ana Petrik:"
        named = 0 < end - 1 - first <= LONGEST and _names(tagging, first, end - 1)
        return (RoleSpan(Role.SOURCE, first, end - 1, 0.0), None) if named else None
    if len(sources) != 1 or (sources[0].first, sources[0].last) in used:
        return None
    return sources[0], cues[-1] if cues else None
