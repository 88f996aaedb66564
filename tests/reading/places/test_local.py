"""Places known by the words beside them. All names are invented."""

import pytest

from sayso.model import Span
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
