"""A part and its whole among the claims of one text."""

from dataclasses import dataclass
from types import SimpleNamespace

import pytest

from sayso.model import Document
from sayso.reading.claims.agreeing import agree
from sayso.reading.claims.offer import make_offer
from sayso.reading.finding import find_all
from sayso.vocabulary.languages import ENGLISH


@dataclass(frozen=True)
class Told:
    """What the network made of one candidate, as far as agreement asks."""

    scores: SimpleNamespace
    measure: str


def agreed(text, **measures):
    """Give the number of each claim that stays -> its measure.

    Args:
        text: A text with figures.
        measures: "n35" -> measure that the network gives the figure 35.
    """
    document = Document(text)
    offer = make_offer(document, find_all(document, ENGLISH))
    told = []
    for at, candidate in enumerate(offer.found.candidates):
        measure = measures.get(f"n{candidate.quantity.low}")
        if measure is not None:
            told.append(Told(SimpleNamespace(candidate=at), measure))
    candidates = offer.found.candidates
    return {
        int(candidates[claim.scores.candidate].quantity.low): claim.measure
        for claim in agree(offer, told)
    }


DOWN, SENT = "attacks.intercepted", "attacks.launched"


@pytest.mark.parametrize(
    "text",
    ["They shot down 35 of 53 missiles.", "Of 53 missiles, 35 were shot down."],
    ids=["part first", "whole first"],
)
def test_a_whole_has_the_measure_of_a_whole(text):
    assert agreed(text, n35=DOWN, n53=DOWN) == {35: DOWN, 53: SENT}


def test_a_whole_whose_measure_has_none_is_no_claim():
    text = "Three of the 12 guards were hurt."
    assert agreed(text, n3="people.wounded", n12="people.wounded") == {
        3: "people.wounded"
    }


def test_a_whole_of_another_measure_stays_as_it_is():
    text = "They shot down 35 of 53 missiles."
    assert agreed(text, n35=DOWN, n53=SENT) == {35: DOWN, 53: SENT}


def test_figures_side_by_side_are_no_whole():
    text = "They shot down 35 missiles and 53 drones."
    assert agreed(text, n35=DOWN, n53=DOWN) == {35: DOWN, 53: DOWN}
