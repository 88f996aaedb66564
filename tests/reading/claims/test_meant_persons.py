"""The person that a pronoun cannot mean says nothing."""

import pytest

import sayso

SAID = {
    "The minister, Ann Roe, met the mayor, Joe Smith. She said 12 were killed.": {
        "Ann Roe",
        None,
    },
    "The minister, Joe Smith, met the mayor, Ann Roe. He said 12 were killed.": {
        "Joe Smith",
        None,
    },
    "Ann Roe, the minister, met Joe Smith, the mayor. He said 12 were killed.": {
        "Joe Smith",
        None,
    },
    "Ann Roe, the minister, met Joe Smith, the mayor. They said 12 were killed.": {
        "Ann Roe",
        "Joe Smith",
        "Ann Roe and Joe Smith",
        "They",
        None,
    },
}


@pytest.mark.parametrize("text", SAID)
def test_claimant_agrees_with_the_pronoun(text):
    claims = sayso.read(text, published="2030-05-08").claims
    assert len(claims) == 1
    assert claims[0].claimant in SAID[text]
