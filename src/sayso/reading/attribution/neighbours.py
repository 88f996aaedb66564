"""Words of saying that stand beside what they say, whatever the linker made of them.

"«...», said a soldier" is the soldier's though a colonel spoke before him; whoever told
reporters what a chief had said is the outer speaker of it. The tagger marks these
words; the linker, trained on one style of quotation and on outermost attributions
alone, leaves them over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from sayso.reading.attribution.followers import says
from sayso.reading.attribution.pairing import Pairing
from sayso.reading.tagger.decoding import Role, RoleSpan
from sayso.reading.tagger.encoder import Tagging
from sayso.reading.text.quotes import CLOSES
from sayso.vocabulary.languages import AnyLanguage

NEAR = 3
"""Words between a cue and what was said at most: "told reporters in Oslo"."""
STOPS = frozenset(".!?…")
JOINS = frozenset(",—–-")
"""Marks between a quotation and the word of saying behind it."""


def pair_neighbours(
    tagging: Tagging, pairings: Sequence[Pairing], language: AnyLanguage
) -> list[Pairing]:
    """Give the pairings with those words of saying that stand by their own content."""
    free = _free(tagging, pairings)
    found = list(pairings)
    for cue in [span for span in free if span.role is Role.CUE]:
        tail = _tail(tagging, free, cue)
        if tail is not None:
            found = [*_without(found, tail.contents[0]), tail]
            continue
        if not says(tagging, cue, language):
            continue
        outer = _outer(tagging, free, found, cue)
        if outer is not None:
            found = [*_cut(found, outer), outer]
    return sorted(found, key=lambda pairing: pairing.contents[0].first)


def _free(tagging: Tagging, pairings: Sequence[Pairing]) -> list[RoleSpan]:
    """Give the spans that no pairing has."""
    used = {
        (span.first, span.last)
        for p in pairings
        for span in (p.source, p.cue, *p.contents)
        if span is not None
    }
    return [span for span in tagging.spans if (span.first, span.last) not in used]


def _tail(tagging: Tagging, free: Sequence[RoleSpan], cue: RoleSpan) -> Pairing | None:
    """Give the pairing of "«...», said a soldier", None where the cue is none such."""
    source = next(
        (s for s in free if s.role is Role.SOURCE and s.first == cue.last), None
    )
    before = [s for s in tagging.spans if s.last <= cue.first]
    if source is None or not before or before[-1].role is not Role.CONTENT:
        return None
    content = before[-1]
    words = tagging.tokens.words
    gap = [words[at] for at in range(content.last, cue.first)]
    if len(gap) > NEAR or not set(gap) <= JOINS:
        return None
    last = content.last - 1
    while last > content.first and words[last] in JOINS:
        last -= 1
    if tagging.layout.quotes[last] != CLOSES or words[last - 1] == ".":
        return None
    return Pairing(source, cue, (content,), 0.5)


def _outer(
    tagging: Tagging,
    free: Sequence[RoleSpan],
    pairings: Sequence[Pairing],
    cue: RoleSpan,
) -> Pairing | None:
    """Give who says what follows a cue that was left over, None for nobody.

    What follows is an attribution of its own, or, where the one who says it was taken
    into the content before ("... two days after the mayor told reporters ..."), a
    content that was left over.
    """
    marked = [s for s in free if s.role is Role.SOURCE and s.last == cue.first]
    if marked:
        content = _inner(tagging, pairings, cue)
        return Pairing(marked[0], cue, (content,), 0.5) if content else None
    subject = _subject(tagging, cue)
    holders = (part for p in pairings for part in p.contents)
    if subject is None or all(part.last != cue.first for part in holders):
        return None
    content = _left(tagging, free, cue)
    return Pairing(subject, cue, (content,), 0.5) if content else None


def _left(tagging: Tagging, free: Sequence[RoleSpan], cue: RoleSpan) -> RoleSpan | None:
    """Give the content just behind a cue that nobody has."""
    reach = _reach(tagging, cue)
    contents = (s for s in free if s.role is Role.CONTENT)
    return next((span for span in contents if span.first in reach), None)


def _inner(
    tagging: Tagging, pairings: Sequence[Pairing], cue: RoleSpan
) -> RoleSpan | None:
    """Give the words of the attribution just behind a cue, in its sentence."""
    reach, sentence = _reach(tagging, cue), _sentence(tagging, cue)
    for pairing in pairings:
        inner = pairing.source
        if inner is None or pairing.cue is None or inner.first not in reach:
            continue
        parts = [inner, pairing.cue, *pairing.contents]
        if all(part.first in sentence for part in parts):
            last = max(part.last for part in parts)
            return RoleSpan(Role.CONTENT, inner.first, last, inner.certainty)
    return None


def _reach(tagging: Tagging, cue: RoleSpan) -> range:
    """Give the words behind a cue with which what was said may begin."""
    end = _sentence(tagging, cue).stop
    return range(cue.last, min(end, cue.last + NEAR + 1))


def _subject(tagging: Tagging, cue: RoleSpan) -> RoleSpan | None:
    """Give the noun phrase before a cue that is its subject by the syntax."""
    first = cue.first - 1
    if not tagging.has_links or first < 0:
        return None
    if not tagging.relation(first).startswith("nsubj"):
        return None
    while first > 0 and tagging.relation(first - 1) in _INSIDE:
        first -= 1
    return RoleSpan(Role.SOURCE, first, cue.first, 0.0)


_INSIDE = frozenset({"compound", "det", "amod", "poss", "same", "case", "nmod"})
"""Relations of the words of a noun phrase before its head."""


def _sentence(tagging: Tagging, span: RoleSpan) -> range:
    """Give the words of the sentence that holds a span."""
    starts = np.flatnonzero(tagging.layout.sentences)
    at = int(np.searchsorted(starts, span.first, side="right"))
    end = int(starts[at]) if at < len(starts) else len(tagging.tokens)
    return range(int(starts[at - 1]) if at else 0, end)


def _without(pairings: Sequence[Pairing], content: RoleSpan) -> Iterator[Pairing]:
    """Yield the pairings without a content."""
    for pairing in pairings:
        rest = tuple(part for part in pairing.contents if part != content)
        if rest:
            yield (
                pairing
                if len(rest) == len(pairing.contents)
                else replace(pairing, contents=rest)
            )


def _cut(pairings: Sequence[Pairing], outer: Pairing) -> Iterator[Pairing]:
    """Yield the pairings, contents that run into the words of a new one cut there."""
    source = outer.source
    for pairing in pairings:
        parts = tuple(
            replace(part, last=source.first)
            if source is not None
            and part.first < source.first < part.last
            and part.last <= outer.contents[0].first
            else part
            for part in pairing.contents
        )
        yield replace(pairing, contents=parts)
