"""A signed figure in brackets behind a level is its change."""

import pytest

import sayso

TABLES = {
    "Russia holds 19.1% of Ukraine, the group said. Kharkiv oblast: 4.7% (+0.3).": {
        "4.7%": "territory.held",
        "+0.3": "territory.gained",
    },
    "Держані частки областей станом на 1 січня (у дужках зміна за грудень). "
    "Луганська: 99,6% (+0,6); Донецька: 78,1% (+1,6); Сумська: 1% (-0,4).": {
        "99,6%": "territory.held",
        "0,6": "territory.gained",
        "78,1%": "territory.held",
        "1,6": "territory.gained",
        "1%": "territory.held",
        "0,4": "territory.lost",
    },
}


@pytest.mark.parametrize("text", TABLES)
def test_level_is_held_and_its_change_has_the_measure_of_its_sign(text):
    claims = sayso.read(text, published="2030-01-01").claims
    read = {c.quantity.span.text.lstrip("+-"): c.measure for c in claims}
    for words, measure in TABLES[text].items():
        assert read.get(words.lstrip("+-"), measure) == measure, words
    assert len(read) >= len(TABLES[text])


def test_what_stands_in_brackets_without_a_sign_is_no_change():
    text = "The group took 60 percent (1,100 square kilometres) of the region in May."
    claims = sayso.read(text, published="2030-06-01").claims
    assert {c.measure for c in claims} == {"territory.gained"}
