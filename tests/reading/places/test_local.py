"""Places known by the words beside them. All names are invented."""

import pytest

from sayso.model import Place, PlaceId, PlaceKind, Span, Toponym
from sayso.reading.places.local import add_local_names
from sayso.vocabulary.languages import ENGLISH


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Scouts retook Hanra Dola on Friday.", ["Hanra Dola"]),
        ("Scouts captured Hanra (in the north).", ["Hanra"]),
        ("They are back in control of Hanra since May.", ["Hanra"]),
        ("Hanra itself is still held by the army.", ["Hanra"]),
        (
            "The villages of Hanra, Dola and Ulm-Tel burned.",
            ["Hanra", "Dola", "Ulm-Tel"],
        ),
        ("Scouts captured Hanra troops.", []),
        ("Scouts captured Ivo Dola on Friday.", []),
        ("Scouts captured Friday, they said.", []),
        ("Scouts captured Tanks, he said.", []),
    ],
)
def test_names_by_the_verb(text, names):
    assert [t.span.text for t in add_local_names(text, (), language=ENGLISH)] == names


def test_a_party_is_no_place():
    text = "Scouts captured Dolans, he said."
    assert (
        add_local_names(text, (), others=[Span.cut(text, 16, 22)], language=ENGLISH)
        == ()
    )


def place(name):
    return Place(PlaceId(name), name, PlaceKind.SETTLEMENT, 1.0, 2.0, "XX", 100)


def known(text, start, name, of):
    """Give a toponym that a gazetteer knows."""
    return Toponym(Span.cut(text, start, start + len(name)), place(of))


def test_a_name_found_once_stands_for_the_first_place_wherever_it_comes_again():
    text = "Hanra fell. Hanra held. Hanra burned."
    told = (known(text, 0, "Hanra", "first"), known(text, 12, "Hanra", "second"))
    found = add_local_names(text, told, language=ENGLISH)
    assert [t.place.id for t in found] == ["first", "second", "first"]


def test_a_known_name_stays_whole_where_its_end_is_known_too():
    text = "Nova Ulmen fell. Ulmen held."
    told = (known(text, 0, "Nova Ulmen", "one"), known(text, 17, "Ulmen", "two"))
    found = add_local_names(text, told, language=ENGLISH)
    assert [t.span.text for t in found] == ["Nova Ulmen", "Ulmen"]


def test_a_known_name_takes_the_place_of_a_local_one_that_ends_in_it():
    text = "The village of Nova Ulmen fell. Ulmen held."
    told = (known(text, 32, "Ulmen", "two"),)
    found = add_local_names(text, told, language=ENGLISH)
    assert [t.span.text for t in found] == ["Ulmen", "Ulmen"]
