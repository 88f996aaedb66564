"""Places in Russian and Ukrainian texts, in whatever case they stand."""

import pytest

from sayso.model import Document
from sayso.reading.finding import find_all
from sayso.reading.places.settling import find_toponyms
from sayso.vocabulary.languages import CASED
from sayso.vocabulary.theatres import load_theatre

RUSSIAN, UKRAINIAN = CASED["ru"], CASED["uk"]
PACKS = (load_theatre("russia-ukraine"), load_theatre("world"))


def _found(text, language):
    return [
        (t.span.text, t.place.name if t.place else None)
        for t in find_toponyms(text, theatres=PACKS, language=language)
    ]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Бои шли под Купянском.", RUSSIAN, ("Купянском", "Kupyansk")),
        ("Обстреляли Суджу.", RUSSIAN, ("Суджу", "Sudzha")),
        ("Тихо в Курской области.", RUSSIAN, ("Курской области", "Kursk Oblast")),
        ("Ранен житель Киева.", RUSSIAN, ("Киева", "Kyiv")),
        ("Взрывы в Ростове-на-Дону.", RUSSIAN, ("Ростове-на-Дону", "Rostov-on-Don")),
        ("Над Чёрным морем.", RUSSIAN, ("Чёрным морем", "Black Sea")),
        ("Бої тривали у Покровську.", UKRAINIAN, ("Покровську", "Pokrovsk")),
        ("Мешканці Харкова.", UKRAINIAN, ("Харкова", "Kharkiv")),
        ("Поблизу Козачої Лопані.", UKRAINIAN, ("Козачої Лопані", "Kozacha Lopan")),
        ("Тихо на Сумщині.", UKRAINIAN, ("Сумщині", "Sumy")),
        ("На Донеччині тихо.", UKRAINIAN, ("Донеччині", "Donetsk")),
    ],
)
def test_places_in_any_case(text, language, expected):
    assert expected in _found(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Всего пятеро ранены.", RUSSIAN),
        ("Генерал Орехов молчит.", RUSSIAN),
        ("Сбит дрон «Герань».", RUSSIAN),
        ("Решта човнів затонула.", UKRAINIAN),
        ("На ул. Киевской тихо.", RUSSIAN),
    ],
)
def test_what_is_no_place(text, language):
    assert [place for place in _found(text, language) if place[1]] == []


def test_one_place_whichever_language_names_it():
    def ids(text, language):
        found = find_toponyms(text, theatres=PACKS, language=language)
        return [t.place.id for t in found if t.place]

    russian = ids("Обстрел Херсона.", RUSSIAN)
    assert russian == ids("Обстріл Херсона.", UKRAINIAN)
    assert russian


def test_a_named_village_needs_no_list():
    found = _found("Бои идут за село Верхняя Дубрава.", RUSSIAN)
    assert [span for span, _ in found] == ["Верхняя Дубрава"]


def test_a_person_of_no_list_is_no_place():
    text = "Среди 50 освобождённых из плена — Сергей Мухоротов, его встретила жена."
    found = find_all(Document(text), CASED["ru"])
    assert [toponym.span.text for toponym in found.toponyms] == []
