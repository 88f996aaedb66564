"""Accounts put together into events, step by step; what is put nowhere stays out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence

from sayso.linking.forest import Forest
from sayso.linking.told import Told


class Groups:
    """The events so far, as groups of accounts' numbers."""

    def __init__(self, told: Sequence[Told]) -> None:
        self._forest = Forest([None] * len(told))
        self._placed: set[int] = set()

    def join(self, numbers: Iterable[int]) -> None:
        """Put accounts into one event; one alone becomes an event of its own."""
        first, *rest = numbers
        self._placed.add(first)
        for number in rest:
            self._forest.join(first, number)
            self._placed.add(number)

    def find(self, number: int) -> int:
        """Give the event of an account, as the number of its standing member."""
        return self._forest.find(number)

    def is_placed(self, number: int) -> bool:
        """True when an account is in an event."""
        return number in self._placed

    def by(self, keys: Iterable[tuple[Hashable, int]]) -> dict[Hashable, list[int]]:
        """Give the events that have accounts of each key, each once, in order."""
        found: defaultdict[Hashable, dict[int, None]] = defaultdict(dict)
        for key, number in keys:
            found[key][self.find(number)] = None
        return {key: list(roots) for key, roots in found.items()}

    def members(self) -> list[list[int]]:
        """Give all events by their earliest account, accounts ascending."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for number in sorted(self._placed):
            found[self.find(number)].append(number)
        return list(found.values())
