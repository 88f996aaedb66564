"""What people rule on incidents: two are one event, or some claims are of another.

A ruling names claims, never incidents: it holds when new documents come and ids move.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Regrouping:
    """One ruling on where a claim belongs."""

    claim: str
    """Id of the claim that is ruled on."""
    other: str
    """Id of the claim it is put with or taken from."""
    is_join: bool
    """True: the events of the two are one; False: the claim is of another event."""


def regroup(
    groups: Iterable[Sequence[int]],
    ids: Sequence[str],
    rulings: Iterable[Regrouping],
) -> list[list[int]]:
    """Give the groups as people ruled, later rulings over earlier ones.

    Args:
        groups: Numbers of claims, each group ascending.
        ids: Claim id by number.
        rulings: In the order in which they were made; those on claims that are not
            held, or that already stand so, change nothing.

    Returns:
        Groups by their least number, numbers ascending.
    """
    kept = [list(group) for group in groups]
    wanted = {key for ruling in rulings_of(rulings) for key in ruling}
    at = {
        ids[number]: (number, group)
        for group in kept
        for number in group
        if ids[number] in wanted
    }
    for ruling in rulings:
        if ruling.claim not in at or ruling.other not in at:
            continue
        number, group = at[ruling.claim]
        _, other = at[ruling.other]
        if ruling.is_join and group is not other:
            other += group
            group.clear()
        elif not ruling.is_join and group is other:
            group.remove(number)
            other = [number]
            kept.append(other)
        else:
            continue
        at |= {ids[n]: (n, other) for n in other if ids[n] in wanted}
    return sorted(sorted(group) for group in kept if group)


def rulings_of(rulings: Iterable[Regrouping]) -> Iterable[tuple[str, str]]:
    """Give the pairs of claims that are ruled on."""
    return ((ruling.claim, ruling.other) for ruling in rulings)
