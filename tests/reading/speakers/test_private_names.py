"""Names of private persons. All persons and places are invented."""

import pytest

from sayso.reading.speakers.private_names import find_private_names
from sayso.vocabulary.languages import ENGLISH

WORDS = ENGLISH.speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prisoner Yuri Belan said 40 men fell.", {"Yuri Belan"}),
        ("Captured soldier Ivo Kosar told a camera so.", {"Ivo Kosar"}),
        ("Galina Orel, 61, a resident of Merova, said so.", {"Galina Orel"}),
        ("Anna Petrin, a villager, fled.", {"Anna Petrin"}),
        ("Mila Dorin (9) was hurt.", set()),
        ("Mila Dorin, 9, was hurt. Ivo Lisk, 44, said so.", {"Ivo Lisk"}),
        ("The general Valo Petrin, 54, said so.", set()),
        ("Governor Ihor Liskan said 20 houses burnt.", set()),
    ],
)
def test_names_the_document_gives_to_private_persons(text, expected):
    assert find_private_names(text, WORDS.private, WORDS.roles) >= expected
    assert "Ihor Liskan" not in find_private_names(text, WORDS.private, WORDS.roles)
    assert "Valo Petrin" not in find_private_names(text, WORDS.private, WORDS.roles)


def test_long_text_of_names_takes_no_long_time():
    assert find_private_names("Aa Bb, " * 50_000, WORDS.private, WORDS.roles) == set()
