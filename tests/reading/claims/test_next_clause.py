"""A day that opens a later clause is not of the figure before it."""

import pytest

import sayso

DAYS = {
    "On Monday a strike killed 9 people, and on Tuesday a raid killed 4, the ministry"
    " said.": {"9 people": "2030-05-06", "4": "2030-05-07"},
    "On 17/5/2029 a strike killed 9 people, and on 2/8/2029 a raid killed 4, the"
    " ministry said.": {"9 people": "2029-05-17", "4": "2029-08-02"},
    "Rebels killed 12 soldiers on Sunday and on Monday the army killed 30 rebels, a"
    " spokesman said.": {"12 soldiers": "2030-05-05", "30 rebels": "2030-05-06"},
    "The ministry said 9 people were killed and 4 wounded on Tuesday.": {
        "9 people": "2030-05-07",
        "4 wounded": "2030-05-07",
    },
    "В понедельник погибли 9 человек, а во вторник ещё 4, сообщило министерство.": {
        "9 человек": "2030-05-06",
        "ещё 4": "2030-05-07",
    },
    "У понеділок загинули 9 людей, а у вівторок ще 4, повідомило міністерство.": {
        "9 людей": "2030-05-06",
        "ще 4": "2030-05-07",
    },
}


@pytest.mark.parametrize(("text", "expected"), DAYS.items(), ids=[*DAYS])
def test_day_that_opens_a_later_clause_is_of_that_clause(text, expected):
    found = {
        claim.quantity.span.text: claim.period and str(claim.period.first)
        for claim in sayso.read(text, published="2030-05-08").claims
    }
    assert found == expected
