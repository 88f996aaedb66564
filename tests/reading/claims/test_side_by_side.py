"""Figures side by side keep the day and the place that stands with each."""

import pytest

import sayso

DAYS = {
    "Forty recruits were killed in 2027 and six in 2028, the ministry said.": (
        "2027",
        "2028",
    ),
    "Thirty homes were destroyed in March, 8 in April, the mayor said.": (
        "2030-03",
        "2030-04",
    ),
    "У березні загинули 40 людей, у квітні - 5, повідомила ОВА.": (
        "2030-03",
        "2030-04",
    ),
    "В 2027 году погибли 40 человек, а в 2028 — пять, сообщило министерство.": (
        "2027",
        "2028",
    ),
    "У 2027 році загинуло 90 військових і 14 у 2028-му, повідомили в армії.": (
        "2027",
        "2028",
    ),
}
ONE_DAY = {
    "The ministry said 9 people were killed and 4 wounded on Tuesday.": "2030-05-07",
    "Nine people were killed on Tuesday, including 4 children, the ministry said.": (
        "2030-05-07"
    ),
}
PLACES = {
    "Shelling killed 12 people in Kherson and 3 in Nikopol, the governor said.": (
        "Kherson",
        "Nikopol",
    ),
    "Обстріл убив 12 людей у Херсоні та 3 в Нікополі, повідомив губернатор.": (
        "Херсоні",
        "Нікополі",
    ),
    "В Донецке погибли 9 человек и 2 в Горловке, сообщили власти.": (
        "Донецке",
        "Горловке",
    ),
    "У Запоріжжі загинуло 9 людей і 2 поранено, сказав губернатор.": (
        "Запоріжжі",
        "Запоріжжі",
    ),
}
LIST = (
    "Частка захопленого по областях:\n"
    "Луганська 99,6%; Донецька 78,1%; Запорізька 74,8%; Харківська 4,7%.\n"
)


def read(text):
    return list(sayso.read(text, published="2030-05-08").claims)


@pytest.mark.parametrize(("text", "expected"), DAYS.items(), ids=[*DAYS])
def test_figures_side_by_side_have_each_their_day(text, expected):
    found = [str(claim.period and claim.period.first) for claim in read(text)]
    assert [
        day.startswith(want) for day, want in zip(found, expected, strict=True)
    ] == [
        True,
        True,
    ], found


@pytest.mark.parametrize(("text", "day"), ONE_DAY.items(), ids=[*ONE_DAY])
def test_one_day_of_two_figures_stays_the_day_of_both(text, day):
    assert {str(claim.period.first) for claim in read(text)} == {day}


@pytest.mark.parametrize(("text", "expected"), PLACES.items(), ids=[*PLACES])
def test_figures_side_by_side_have_each_their_place(text, expected):
    assert tuple(claim.place for claim in read(text)) == expected


def test_items_of_a_list_keep_their_own_heads():
    found = {c.quantity.span.text: c.place for c in read(LIST)}
    wrong = {
        figure: place
        for figure, place in found.items()
        if place is not None and f"{place} {figure}" not in LIST
    }
    assert found
    assert not wrong


def test_place_of_a_speaker_is_no_turn():
    text = (
        "The governor of Kherson said 12 people were killed in Beryslav and 3 wounded."
    )
    assert {c.place for c in read(text)} <= {"Beryslav", None}
