"""Words of saying of one language: a table whose rows say which parts take them."""

from __future__ import annotations

from collections.abc import Mapping


def in_column(table: Mapping[str, str], column: str) -> frozenset[str]:
    """Give the words of a column.

    Args:
        table: Names of columns, with spaces between, -> words that are in all of them.
        column: One of the names.
    """
    return frozenset(
        word
        for columns, words in table.items()
        if column in columns.split()
        for word in words.split()
    )
