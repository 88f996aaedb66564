"""Documents that are mostly the same text, grouped around their earliest copy.

A cluster is a star: every member holds half of the first document's words or is held
by it by half. Chains are not followed: with connected parts, one round-up that quotes
two stories would make them one.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from sayso.linking.reuse import SharedPassages

LEAST_CONTAINED = Fraction(1, 2)
"""Share of the shorter text that must lie in shared passages."""


def containment(shared: SharedPassages) -> Fraction:
    """Give how much of one text stands in the other: the larger of the two shares."""
    return max(
        Fraction(shared.covered_a, max(shared.words_a, 1)),
        Fraction(shared.covered_b, max(shared.words_b, 1)),
    )


def find_clusters(
    keys: Sequence[str], shared: Iterable[SharedPassages]
) -> tuple[tuple[str, ...], ...]:
    """Give the clusters of all keys, each a tuple that begins with its leader.

    Args:
        keys: Every text, earliest first: the order says who may lead.
        shared: Pairs that share passages, in any order.

    Returns:
        Clusters by the order of their leaders; a text that nothing holds is a
        cluster of its own.
    """
    rank = {key: number for number, key in enumerate(keys)}
    earlier: dict[str, list[tuple[Fraction, int, str]]] = {key: [] for key in keys}
    for pair in shared:
        share = containment(pair)
        if share >= LEAST_CONTAINED and pair.a in rank and pair.b in rank:
            first, second = sorted((pair.a, pair.b), key=rank.__getitem__)
            earlier[second].append((-share, rank[first], first))
    members: dict[str, list[str]] = {}
    for key in keys:
        leaders = (known for *_, known in sorted(earlier[key]) if known in members)
        members.setdefault(next(leaders, key), []).append(key)
    return tuple(tuple(cluster) for cluster in members.values())
