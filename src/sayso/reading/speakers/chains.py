"""Chains of attributions: "A says that B said" has B as speaker and A as relay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.model import Attribution, Span

_AROUND = 12
"""Attributions before and behind in which the outer one is looked for."""


def find_parents(attributions: Sequence[Attribution]) -> dict[int, int]:
    """Give for each attribution the one whose content holds its source and cue."""
    held = [_ends((*a.source, *a.cue)) for a in attributions]
    order = sorted(range(len(attributions)), key=lambda at: held[at][0])
    parents: dict[int, int] = {}
    for rank, at in enumerate(order):
        best: tuple[int, int] | None = None
        for other in order[max(0, rank - _AROUND) : rank + _AROUND]:
            if (
                other == at
                or not attributions[at].source
                or not attributions[other].source
            ):
                continue
            for content in attributions[other].content:
                inside = content.start <= held[at][0] and held[at][1] <= content.end
                width = content.end - content.start
                if inside and (best is None or width < best[0]):
                    best = (width, other)
        if best is not None:
            parents[at] = best[1]
    # Each inside the other: neither is nested.
    return {at: other for at, other in parents.items() if parents.get(other) != at}


def _ends(spans: Sequence[Span]) -> tuple[int, int]:
    """Give the offsets around some spans; (0, 0) for none."""
    if not spans:
        return (0, 0)
    return min(s.start for s in spans), max(s.end for s in spans)


def link_chain(
    done: Mapping[int, Attribution], at: int, parents: Mapping[int, int]
) -> Attribution:
    """Give the attribution with its outer ones as via, innermost first."""
    attribution = done[at]
    via = list(attribution.via)
    depth, outer, parent = 0, parents.get(at), None
    seen = {at}
    while outer is not None and outer not in seen:
        seen.add(outer)
        depth += 1
        parent = parent or done[outer].id
        for name in (done[outer].name, *done[outer].via):
            if name and name != attribution.name and name not in via:
                via.append(name)
        outer = parents.get(outer)
    return replace(
        attribution,
        via=tuple(via),
        depth=depth or attribution.depth,
        parent=parent or attribution.parent,
    )
