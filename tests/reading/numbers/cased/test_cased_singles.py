"""Ones without a number word and nones, in Russian and Ukrainian."""

import pytest

from sayso.reading.numbers.figures import find_figures
from sayso.reading.numbers.singles import find_single_figures, find_zero_figures
from sayso.vocabulary.languages import CASED

RUSSIAN, UKRAINIAN = CASED["ru"], CASED["uk"]


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Ранена пожилая женщина.", RUSSIAN, ["пожилая женщина"]),
        ("Сбит БПЛА.", RUSSIAN, ["БПЛА"]),
        ("Погиб водитель, ранен ребёнок.", RUSSIAN, ["водитель", "ребёнок"]),
        ("Ранены трое, убит один солдат.", RUSSIAN, []),
        ("Сбиты ракеты.", RUSSIAN, []),
        ("Загинув літній чоловік.", UKRAINIAN, ["чоловік"]),
        ("Знищено танк і гармату.", UKRAINIAN, ["танк", "гармату"]),
        ("Жодного танка не втрачено.", UKRAINIAN, []),
        ("Жодного мирного жителя не вбито.", UKRAINIAN, []),
        ("Сбили Су-34.", RUSSIAN, ["Су-34"]),
        ("Лишились М777 и МиГ-29.", RUSSIAN, ["М777"]),
        ("Перекрыли трассу М-14.", RUSSIAN, []),
        ("Три Т-72 горят.", RUSSIAN, []),
        ("Ракеты типа Х-59 летят.", RUSSIAN, []),
    ],
)
def test_things_in_the_singular(text, language, words):
    found = [f.quantity.span.text for f in find_single_figures(text, language=language)]
    assert [w for w in found if w.split()[-1] in " ".join(words)] == words


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Обошлось без пострадавших.", RUSSIAN, "без пострадавших"),
        ("Пострадавших на земле нет.", RUSSIAN, "Пострадавших на земле нет"),
        ("Не дошла ни одна ракета.", RUSSIAN, "ни одна ракета"),
        ("Никто не ранен.", RUSSIAN, "Никто"),
        ("Потерь, как говорят в полку, нет.", RUSSIAN, "Потерь"),
        ("Других жертв, по его словам, не было.", RUSSIAN, "жертв"),
        ("Потерь в авиации не имеет.", RUSSIAN, "Потерь в авиации не имеет"),
        ("Минулося без жертв.", UKRAINIAN, "без жертв"),
        ("Жодного дрона не пропустили.", UKRAINIAN, "Жодного дрона"),
        ("Постраждалих немає.", UKRAINIAN, "Постраждалих немає"),
        ("Люди не постраждали.", UKRAINIAN, "Люди не постраждали"),
    ],
)
def test_nones(text, language, words):
    (figure,) = find_zero_figures(text, language=language)
    assert (figure.quantity.span.text, figure.quantity.high) == (words, 0)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Данных о пострадавших нет.", RUSSIAN),
        ("Даних про постраждалих немає.", UKRAINIAN),
        ("Он ни о чём не жалеет.", RUSSIAN),
    ],
)
def test_no_data_is_no_zero(text, language):
    assert find_zero_figures(text, language=language) == ()


def test_a_single_is_no_quantity():
    assert find_figures("Погиб водитель.", language=RUSSIAN) == ()
