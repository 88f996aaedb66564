"""A person is never the place of a claim; all persons are invented."""

import pytest

from sayso.model import Document
from sayso.reading.reader import read_document


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The trial of Pavlo Hrynkiv opened; prosecutors say 6 people died.", "en"),
        ("Nine-year-old Danylko was among 4 children killed, his uncle said.", "en"),
        ("The wife of the mayor, Oksana Dubyna, was hurt with 3 others.", "en"),
        ("Срочник Пётр Лыков, 20 лет, погиб вместе с 6 сослуживцами.", "ru"),
        ("Строковик Петро Ликів, 20 років, загинув разом із 6 побратимами.", "uk"),
    ],
)
def test_no_person_is_the_place(text, language):
    reading = read_document(Document(text, language=language))
    assert reading.claims
    assert all(claim.place is None for claim in reading.claims)
