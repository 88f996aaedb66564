"""Words of saying beside what they say, with invented people."""

import pytest

from said import read, who_says


@pytest.mark.parametrize(
    ("one", "two"), [("Colonel Wal", "a guard"), ("a guard", "Colonel Wal")]
)
def test_a_quotation_is_of_whom_its_own_words_of_saying_name(one, two):
    text = f"«We lost the mill», said {one}. «The bridge is ours», said {two}."
    assert who_says(text, "We lost") == [one]
    assert who_says(text, "The bridge") == [two]


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("Ana Petrik, the mayor", "the fire chief"),
        ("Jan Mol, the fire chief", "the mayor"),
    ],
)
def test_who_told_what_another_said_is_the_outer_speaker(outer, inner):
    text = f"{outer}, told reporters {inner} had said the mill was lost."
    assert who_says(text, "the mill") == [outer, inner]
    found = read(text)
    assert found[1].parent == found[0].id
    assert len({attribution.id for attribution in found}) == len(found)


def test_a_second_saying_in_a_side_clause_is_its_own_speaker():
    text = (
        "The harbour office said on Monday that the mill was lost, two days after"
        " Mayor Ana Petrik told reporters the bridge had been blown up."
    )
    assert who_says(text, "the mill") == ["The harbour office"]
    assert who_says(text, "the bridge") == ["Mayor Ana Petrik"]
