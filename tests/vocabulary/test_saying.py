"""Words of saying: one table a language, each word in it once."""

from collections import Counter
from importlib import import_module

import pytest

from sayso.vocabulary.languages import READ
from sayso.vocabulary.languages.saying_columns import in_column

TABLES = {
    code: import_module(f"sayso.vocabulary.languages.{code}.saying").VERBS
    for code in READ
}


@pytest.mark.parametrize("code", TABLES)
def test_a_word_stands_once(code):
    counts = Counter(w for row in TABLES[code].values() for w in row.split())
    assert [word for word, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("code", TABLES)
def test_rows_differ_by_their_columns(code):
    columns = [frozenset(names.split()) for names in TABLES[code]]
    assert len(columns) == len(set(columns))


def test_a_column_has_the_words_of_all_its_rows():
    table = {"one two": "said told", "two": "added", "three": "asked"}
    assert in_column(table, "one") == {"said", "told"}
    assert in_column(table, "two") == {"said", "told", "added"}
    assert in_column(table, "four") == frozenset()
