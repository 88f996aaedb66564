"""A bare number behind somebody in the dative is an age."""

import pytest

import sayso

AGES = {
    "Погибли двое, одному было 34, другому 41.": ["двое"],
    "Загинули двоє: одному 34, другому 41.": ["двоє"],
    "Погиб один боец, ему было 22.": ["один боец"],
    "Загинула жінка, їй 61.": ["жінка"],
    "Йому передали 40 полонених.": ["40 полонених"],
    "Ему передали 40 пленных.": ["40 пленных"],
}


@pytest.mark.parametrize("text", AGES)
def test_ages_count_nobody(text):
    claims = sayso.read(text, published="2030-05-08").claims
    assert [c.quantity.span.text for c in claims] == AGES[text]
