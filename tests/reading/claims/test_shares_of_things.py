"""A share of men or machines is none of ground."""

import pytest

import sayso

THINGS = [
    "Знищено 40 відсотків танків 4-ї дивізії, заявив речник.",
    "Рота потеряла 70 процентов бойцов, заявил командир.",
    "Повреждено 80% кораблей флота, заявили в Киеве.",
    "Місто втратило 40% своїх мешканців, повідомив мер.",
]
GROUND = [
    "Освобождено 60% области, сообщил генерал.",
    "Росія контролює 20% території області, заявив речник.",
    "Враг захватил треть позиций и 12% района.",
]


def measures(text):
    return {c.measure for c in sayso.read(text, published="2030-05-08").claims}


@pytest.mark.parametrize("text", THINGS)
def test_share_of_things_is_none_of_ground(text):
    assert not any(m.startswith("territory.") for m in measures(text))


@pytest.mark.parametrize("text", GROUND)
def test_share_of_ground_stays_one(text):
    assert all(m.startswith("territory.") for m in measures(text))
    assert measures(text)
