"""Which source and cue belong to which content where no linker was trained.

The nearest: for languages whose weights mark roles and nothing more. News in them
attributes plainly: a content goes to the cue with the fewest words between them in its
paragraph, a cue to the nearest source that no other cue has; a content without a cue is
left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import numpy as np

from sayso.reading.attribution.pairing import Pairing
from sayso.reading.tagger.decoding import Role, RoleSpan
from sayso.reading.tagger.encoder import Tagging

FARTHEST = 40
"""Words between a cue and what belongs to it, at most."""


def pair_nearest(tagging: Tagging) -> list[Pairing]:
    """Give the attributions of a text as spans of words, in order of their contents."""
    starts = np.cumsum(tagging.layout.paragraphs)
    found: list[Pairing] = []
    for _, spans in groupby(tagging.spans, key=lambda span: int(starts[span.first])):
        found.extend(_pair(list(spans)))
    return found


def _pair(spans: Sequence[RoleSpan]) -> list[Pairing]:
    sources, cues, contents = (
        [span for span in spans if span.role is role]
        for role in (Role.SOURCE, Role.CUE, Role.CONTENT)
    )
    held: dict[int, list[RoleSpan]] = {}
    for content in contents:
        cue = _nearest(content, cues)
        if cue is not None:
            held.setdefault(cue, []).append(content)
    speaking: dict[int, RoleSpan] = {}
    free = list(sources)
    order = sorted(
        held, key=lambda cue: min((_gap(cues[cue], s) for s in free), default=0)
    )
    for cue in order:
        source = _nearest(cues[cue], free)
        if source is not None:
            speaking[cue] = free.pop(source)
    return [
        Pairing(speaking.get(cue), cues[cue], tuple(parts), 0.5)
        for cue, parts in held.items()
    ]


def _nearest(span: RoleSpan, others: Sequence[RoleSpan]) -> int | None:
    """Give the position of the nearest span within reach, None for none."""
    near = [(_gap(span, other), at) for at, other in enumerate(others)]
    best = min(near, default=None)
    return None if best is None or best[0] > FARTHEST else best[1]


def _gap(one: RoleSpan, two: RoleSpan) -> int:
    """Give the words between two spans."""
    return max(one.first, two.first) - min(one.last, two.last)
