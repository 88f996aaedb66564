"""What happened instead of something else gives the measure."""

import pytest

import sayso

INSTEAD = {
    "The minister said 12 soldiers were not killed but captured.": "people.captured",
    "The army said its 12 soldiers had not been captured but killed.": "people.killed",
    "Twelve hostages were not freed but killed, the police said.": "people.killed",
    "Министр сообщил, что 12 солдат не погибли, а попали в плен.": "people.captured",
    "Сорок солдат не взяты в плен, а убиты, заявил министр.": "people.killed",
    "The 14 sailors were wounded, not killed, the navy reported.": "people.wounded",
    "The admiral said 14 sailors were captured, not wounded.": "people.captured",
    "14 моряков ранены, а не убиты, сообщили на флоте.": "people.wounded",
    "Міністр сказав, що 12 бійців не загинули, а потрапили в полон.": "people.captured",
}


@pytest.mark.parametrize("text", INSTEAD)
def test_measure_is_what_happened_instead(text):
    claims = sayso.read(text, published="2030-05-08").claims
    assert [(c.measure, c.stance.value) for c in claims] == [
        (INSTEAD[text], "asserted")
    ]


def test_what_is_only_denied_stays_denied():
    claims = sayso.read("The minister said 12 soldiers were not killed.").claims
    assert [(c.measure, c.stance.value) for c in claims] == [
        ("people.killed", "denied")
    ]


def test_another_figure_behind_the_joiner_counts_its_own():
    text = "The army said 12 men were not wounded but 9 were killed."
    measures = {c.quantity.span.text: c.measure for c in sayso.read(text).claims}
    assert measures.get("9") == "people.killed"
    assert measures.get("12 men") != "people.killed"
