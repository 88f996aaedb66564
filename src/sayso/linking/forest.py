"""Things put into groups pair by pair."""

from collections import defaultdict


class Forest:
    """Disjoint groups of numbers 0..n-1, each with at most one label.

    Joining two groups with different labels is refused: two speakers' words are never
    one utterance, whatever figures they share.

    Source: Tarjan, "Efficiency of a good but not linear set union algorithm", 1975.
    """

    def __init__(self, labels: list[str | None]) -> None:
        self._parents = list(range(len(labels)))
        self._labels = labels[:]

    def find(self, item: int) -> int:
        """Give the group's standing member."""
        root = item
        while self._parents[root] != root:
            root = self._parents[root]
        while self._parents[item] != root:
            self._parents[item], item = root, self._parents[item]
        return root

    def label(self, item: int) -> str | None:
        """Give the label of the item's group."""
        return self._labels[self.find(item)]

    def join(self, a: int, b: int, *, across: bool = False) -> bool:
        """Put two groups together; False where their labels forbid it.

        Args:
            a: One item.
            b: The other.
            across: Let the group of `a` keep its label over another one.
        """
        first, second = self.find(a), self.find(b)
        if first == second:
            return True
        mine, theirs = self._labels[first], self._labels[second]
        if mine is not None and theirs is not None and mine != theirs and not across:
            return False
        root, leaf = min(first, second), max(first, second)
        self._parents[leaf] = root
        self._labels[root] = mine if mine is not None else theirs
        return True

    def groups(self) -> list[list[int]]:
        """Give all groups by their least member, members ascending."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for item in range(len(self._parents)):
            found[self.find(item)].append(item)
        return list(found.values())
