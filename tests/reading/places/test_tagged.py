"""Places that the tagger alone sees, in languages that decline."""

import pytest

from sayso.model import Place, PlaceKind, Span
from sayso.reading.places.names import PlaceName
from sayso.reading.places.tagged import add_tagged_names
from sayso.reading.tagger.entities import Entity, EntityKind
from sayso.vocabulary.gazetteers import Candidate
from sayso.vocabulary.languages import load_language

RUSSIAN = load_language("ru")


def span_of(text, words):
    start = text.index(words)
    return Span.cut(text, start, start + len(words))


def names(text, *, listed=(), places=(), persons=()):
    """Names of a text, of which the listed ones are in a gazetteer."""
    entities = [
        *(Entity(span_of(text, w), EntityKind.PLACE) for w in places),
        *(Entity(span_of(text, w), EntityKind.PERSON) for w in persons),
    ]
    town = Candidate(
        Place("1", "Town", PlaceKind.SETTLEMENT, 0.0, 0.0, country="UA"), True
    )
    known = [(PlaceName(span_of(text, w), None, w), (town,)) for w in listed]
    found = add_tagged_names(text, known, entities, RUSSIAN)
    return [(name.span.text, bool(candidates)) for name, candidates in found]


def test_a_place_that_nobody_lists_is_added_in_its_order():
    text = "В Баркаране погибли двое, в Сумах никто."
    assert names(text, listed=["Сумах"], places=["Баркаране"]) == [
        ("Баркаране", False),
        ("Сумах", True),
    ]


def test_a_listed_name_is_not_added_twice():
    text = "В Часовом Яре погибли двое."
    assert names(text, listed=["Часовом Яре"], places=["Яре"]) == [
        ("Часовом Яре", True)
    ]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Сообщил Иван Лиман вчера.", []),
        ("Бои шли под Лиман ночью.", [("Лиман", True)]),
    ],
    ids=["person", "somewhere"],
)
def test_a_persons_name_is_no_place_unless_something_is_there(text, kept):
    person = "Иван Лиман" if "Иван" in text else "Лиман"
    assert names(text, listed=["Лиман"], persons=[person]) == kept


@pytest.mark.parametrize("word", ["ДТ", "Восток", "село"])
def test_short_common_and_small_words_are_not_added(word):
    text = f"Группировка стоит у {word} давно."
    assert names(text, places=[word]) == []


def test_a_name_begins_with_its_capital():
    assert names("у села Вязовое утром", places=["села Вязовое"]) == [
        ("Вязовое", False)
    ]
