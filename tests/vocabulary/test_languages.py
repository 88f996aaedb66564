"""Languages: the table, and what number reading asks of every row."""

import pytest

from sayso.errors import UnknownName
from sayso.model.quantity import CLAIM_UNITS
from sayso.vocabulary.languages import ENGLISH, LANGUAGES, load_language

ROWS = pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)


def test_language_is_loaded_by_code():
    assert load_language("en") is ENGLISH


def test_unknown_language_names_those_that_exist():
    with pytest.raises(UnknownName, match="known: en"):
        load_language("xx")


@ROWS
def test_number_words_are_in_lower_case(language):
    words = language.numbers
    tables = (
        words.cardinals,
        words.scales,
        words.vague,
        words.limits_before,
        words.limits_after,
        words.units,
        words.stops,
        words.plurals,
    )
    assert [w for table in tables for w in table if w != w.lower()] == []


@ROWS
def test_every_claim_unit_but_counts_has_words(language):
    named = set(language.numbers.units.values())
    assert set(CLAIM_UNITS) - {"count"} <= named


@ROWS
def test_unit_ids_are_single_words(language):
    assert all(" " not in unit for unit in language.numbers.units.values())


@ROWS
def test_words_that_end_a_phrase_are_no_nouns(language):
    words = language.numbers
    assert not words.stops & set(words.plurals)
    assert not words.stops & words.substantives
