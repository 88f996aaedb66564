"""Who is told to have said a figure claims it; who tells it relays it."""

import pytest

import sayso

RELAYED = {
    "Ivan Petrenko, the mayor, told reporters the police chief had said 40 people were"
    " killed.": ("police chief", "Ivan Petrenko"),
    "The spokesman told the agency that hospitals reported 60 wounded.": (
        "hospitals",
        "spokesman",
    ),
    "The mayor said the army had claimed 40 dead, which he doubts.": ("army", "mayor"),
}
OWN = {
    "The army, in a communiqué read by state television, said 40 rebels died.": "army",
    "The mayor said 40 people were killed; the police chief said nothing.": "mayor",
}


@pytest.mark.parametrize("text", RELAYED)
def test_inner_speaker_claims_and_outer_relays(text):
    (claim,) = sayso.read(text, published="2030-05-08").claims
    assert (claim.claimant, claim.via[0]) == RELAYED[text]


@pytest.mark.parametrize("text", OWN)
def test_one_account_stays_its_speakers(text):
    (claim,) = sayso.read(text, published="2030-05-08").claims
    assert claim.claimant == OWN[text]


def test_who_had_been_told_claims_nothing():
    text = "A deputy said his brigade had been told by scouts that 30 tanks burnt."
    assert "his brigade" not in [c.claimant for c in sayso.read(text).claims]
