"""Figures that stand in the order of names are each of its own name."""

import pytest

import sayso

OWN = {
    "Russia and Ukraine lost 140 and 90 soldiers, respectively, the monitor said.": (
        "affected",
        {"140": "Russia", "90 soldiers": "Ukraine"},
    ),
    "Ukraine and Russia lost 140 and 90 soldiers, respectively, the monitor said.": (
        "affected",
        {"140": "Ukraine", "90 soldiers": "Russia"},
    ),
    "Россия и Украина потеряли 140 и 90 солдат соответственно, сообщил наблюдатель.": (
        "affected",
        {"140": "Russia", "90 солдат": "Ukraine"},
    ),
    "In Kharkiv and Odesa 14 and 9 people were killed, respectively, police said.": (
        "place",
        {"14": "Kharkiv", "9 people": "Odesa"},
    ),
    "У Харкові та Одесі загинули відповідно 14 і 9 людей, повідомила поліція.": (
        "place",
        {"14": "Харкові", "9 людей": "Одесі"},
    ),
    "Israel and Lebanon reported 12 and 40 dead respectively.": (
        "claimant",
        {"12": "Israel", "40 dead": "Lebanon"},
    ),
}


@pytest.mark.parametrize("text", OWN)
def test_each_figure_has_the_name_at_its_own_place(text):
    field, wanted = OWN[text]
    claims = sayso.read(text, published="2030-05-08").claims
    assert {c.quantity.span.text: getattr(c, field) for c in claims} == wanted


def test_each_figure_has_the_day_at_its_own_place():
    text = "On Monday and Tuesday 14 and 9 people were killed respectively, he said."
    claims = sayso.read(text, published="2030-05-08").claims
    assert [str(c.period.first) for c in claims] == ["2030-05-06", "2030-05-07"]


def test_more_names_than_figures_leave_the_field_empty():
    text = (
        "In Kharkiv, Sumy and Odesa 14 and 9 people were killed, respectively, police"
        " said."
    )
    claims = sayso.read(text, published="2030-05-08").claims
    assert claims
    assert {c.place for c in claims} == {None}


def test_without_such_a_word_nothing_is_set_in_order():
    text = "Russia and Ukraine lost 140 and 90 soldiers, the monitor said."
    claims = sayso.read(text, published="2030-05-08").claims
    assert {c.affected for c in claims} != {"Russia", "Ukraine"}


def test_number_behind_a_town_counts_the_noun_of_the_next():
    quantities = sayso.read("In Odesa 14 and 9 people were killed.").quantities
    assert [q.number.text for q in quantities] == ["14", "9"]
    quantities = sayso.read("In Resolution 14 and 9 people were named.").quantities
    assert "14" not in [q.number.text for q in quantities]
