"""Figures in Russian and Ukrainian: every number said in words of our own."""

from decimal import Decimal

import pytest

from sayso.reading.numbers.figure import FigureKind
from sayso.reading.numbers.figures import find_figures, find_quantities
from sayso.vocabulary.languages import CASED

RUSSIAN, UKRAINIAN = CASED["ru"], CASED["uk"]

ru_cases = [
    ("ранены двое мирных жителей", 2, 2, "exact"),
    ("с девятерыми рыбаками связи нет", 9, 9, "exact"),
    ("о гибели тридцати одного сапёра", 31, 31, "exact"),
    ("встретились с четырьмястами ополченцами", 400, 400, "exact"),
    ("насчитали 8 712 воронок", 8712, 8712, "exact"),
    ("насчитали 793\u00a0250 воронок", 793250, 793250, "exact"),
    ("списано 2 тыс. 439 машин", 2439, 2439, "exact"),
    ("прибыло 17 тысяч 4 человека", 17004, 17004, "exact"),
    ("около 1,5 млн беженцев", 1500000, 1500000, "approx"),
    ("семь с половиной тысяч солдат", 7500, 7500, "exact"),
    ("миллион сто тысяч жителей", 1100000, 1100000, "exact"),
    ("полтысячи добровольцев", 500, 500, "exact"),
    ("полторы сотни снарядов", 150, 150, "exact"),
    ("пол сотни дронов", 50, 50, "exact"),
    ("десятки раненых", 20, None, "at_least"),
    ("десятки тысяч беженцев", 20000, None, "at_least"),
    ("тысячи горожан ушли", 2000, None, "at_least"),
    ("более тысячи горожан ушли", 1000, None, "at_least"),
    ("порядка сотни палаток", 100, 100, "approx"),
    ("с десяток палаток", 10, 10, "approx"),
    ("несколько десятков палаток", 30, None, "at_least"),
    ("пара катеров", 2, 2, "exact"),
    ("свыше 86 процентов", 86, None, "at_least"),
    ("не менее четырёх катеров", 4, None, "at_least"),
    ("по меньшей мере 16 катеров", 16, None, "at_least"),
    ("от 16 катеров", 16, None, "at_least"),
    ("до 26 катеров", None, 26, "at_most"),
    ("не более сорока катеров", None, 40, "at_most"),
    ("почти 300 катеров", None, 300, "approx"),
    ("где-то 70 катеров", 70, 70, "approx"),
    ("лишь около 70 катеров", 70, 70, "approx"),
    ("сто с лишним катеров", 100, None, "at_least"),
    ("60+ катеров", 60, None, "at_least"),
    ("потеряли > 40 катеров", 40, None, "at_least"),
    ("потеряли < 40 катеров", None, 40, "at_most"),
    ("потеряли ~ 40 катеров", 40, 40, "approx"),
    ("пишет он\n> 40 катеров ушли", 40, 40, "exact"),
    ("катеров 60+", 60, None, "at_least"),
    ("человек 30", 30, 30, "approx"),
    ("тысяч тринадцать катеров", 13000, 13000, "approx"),
    ("от двух до трёх тысяч катеров", 2000, 3000, "between"),
    ("от полутора до двух сотен катеров", 150, 200, "between"),
    ("2–3 тыс. катеров", 2000, 3000, "between"),
    ("300-400 катеров", 300, 400, "between"),
    ("пять-шесть катеров", 5, 6, "between"),
    ("между пятнадцатью и двадцатью тысячами катеров", 15000, 20000, "between"),
    ("три или четыре катера", 3, 4, "between"),
    ("54-х катеров", 54, 54, "exact"),
    ("30-ти катеров", 30, 30, "exact"),
    ("дважды обстреляли", 2, 2, "exact"),
    ("обстреляли 12 раз", 12, 12, "exact"),
    ("около половины области", 50, 50, "approx"),
    ("две трети области", Decimal("66.7"), Decimal("66.7"), "exact"),
    ("танки — 9000", 9000, 9000, "exact"),
    ("oкoлo 70 кaтeрoв", 70, 70, "approx"),
]

uk_cases = [
    ("поранено двох цивільних", 2, 2, "exact"),
    ("із сімома рибалками", 7, 7, "exact"),
    ("п'ятнадцятьох рибалок", 15, 15, "exact"),
    ("пʼятьма рибалками", 5, 5, "exact"),
    ("п’ятеро рибалок", 5, 5, "exact"),
    ("двадцять троє рибалок", 23, 23, "exact"),
    ("8 тис 261 машина", 8261, 8261, "exact"),
    ("1 млн 221 тис. осіб", 1221000, 1221000, "exact"),
    ("2,1 тисячі осіб", 2100, 2100, "exact"),
    ("пів тисячі осіб", 500, 500, "exact"),
    ("півсотні осіб", 50, 50, "exact"),
    ("дві з половиною тисячі осіб", 2500, 2500, "exact"),
    ("десятки човнів", 20, None, "at_least"),
    ("сотні тисяч осіб", 200000, None, "at_least"),
    ("кілька тисяч осіб", 3000, None, "at_least"),
    ("понад 12 човнів", 12, None, "at_least"),
    ("більш як чотириста десять човнів", 410, None, "at_least"),
    ("щонайменше шестеро", 6, None, "at_least"),
    ("не менше ніж 40 човнів", 40, None, "at_least"),
    ("щонайбільше 900 човнів", None, 900, "at_most"),
    ("до тисячі човнів", None, 1000, "at_most"),
    ("близько сорока човнів", 40, 40, "approx"),
    ("майже чотири тисячі човнів", None, 4000, "approx"),
    ("із сорок човнів", 40, 40, "approx"),
    ("двадцять з лишком тисяч човнів", 20000, None, "at_least"),
    ("штук тридцять п'ять", 35, 35, "approx"),
    ("приблизно в 1700 човнів", 1700, 1700, "approx"),
    ("від 800 до тисячі човнів", 800, 1000, "between"),
    ("один-два човни", 1, 2, "between"),
    ("тридцять-сорок човнів", 30, 40, "between"),
    ("6-ро рибалок", 6, 6, "exact"),
    ("двічі обстріляли", 2, 2, "exact"),
    ("третину човнів", Decimal("33.3"), Decimal("33.3"), "exact"),
]


def _one(text, language):
    found = find_quantities(text, language=language)
    assert len(found) == 1, [q.span.text for q in found]
    return found[0]


@pytest.mark.parametrize(("text", "low", "high", "bound"), ru_cases)
def test_russian_numbers(text, low, high, bound):
    read = _one(text, RUSSIAN)
    assert (read.low, read.high, read.bound) == (low, high, bound)
    assert text[read.span.start : read.span.end] == read.span.text


@pytest.mark.parametrize(("text", "low", "high", "bound"), uk_cases)
def test_ukrainian_numbers(text, low, high, bound):
    read = _one(text, UKRAINIAN)
    assert (read.low, read.high, read.bound) == (low, high, bound)


@pytest.mark.parametrize(
    ("text", "language", "unit", "words"),
    [
        ("взято 9,14 кв. км за день", RUSSIAN, "km2", "9,14 кв. км"),
        (
            "более 3,5 тысячи квадратных километров из",
            RUSSIAN,
            "km2",
            "более 3,5 тысячи квадратных километров",
        ),
        ("звільнено 238 км² поля", UKRAINIAN, "km2", "238 км²"),
        ("72 відсотки поля", UKRAINIAN, "percent", "72 відсотки"),
        ("0,4 га леса", RUSSIAN, "hectare", "0,4 га"),
        ("за 12 километров", RUSSIAN, "kilometre", "12 километров"),
        ("два Т-72 сгорели", RUSSIAN, "count", "два Т-72"),
    ],
)
def test_units(text, language, unit, words):
    read = _one(text, language)
    assert (read.unit, read.span.text) == (unit, words)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("21 сентября стреляли", RUSSIAN),
        ("с 11 по 17 мая", RUSSIAN),
        ("в ночь с 18 на 19 апреля", RUSSIAN),
        ("в 2014 году", RUSSIAN),
        ("осенью 2022-го", RUSSIAN),
        ("03.05.2024, 14:06", RUSSIAN),
        ("в 20.00 мск", RUSSIAN),
        ("70-летний рыбак", RUSSIAN),
        ("30-й полк", RUSSIAN),
        ("Су-35 и Ту-22", RUSSIAN),
        ("школа № 3", RUSSIAN),
        ("17–18 вересня", UKRAINIAN),
        ("74-річний рибалка", UKRAINIAN),
        ("у 2021 році", UKRAINIAN),
        ("93-ї бригади", UKRAINIAN),
        ("+380 44 123-45-67", UKRAINIAN),
    ],
)
def test_what_is_no_quantity(text, language):
    assert find_quantities(text, language=language) == ()


def test_growth_names_the_new_total():
    text = "Число раненых выросло до 50, а потом с 63 до 89."
    found = find_quantities(text, language=RUSSIAN)
    assert [(q.low, q.high) for q in found] == [(50, 50), (63, 63), (89, 89)]


def test_the_same_number_is_said_again():
    text = "Забрали 12 рыбаков и вернули столько же."
    found = find_quantities(text, language=RUSSIAN)
    assert [(q.low, q.span.text) for q in found] == [
        (12, "12 рыбаков"),
        (12, "столько же"),
    ]


def test_the_span_reaches_to_the_head_of_the_noun_phrase():
    (figure,) = find_figures(
        "Сбито 8 украинских беспилотных летательных аппаратов над лесом.",
        language=RUSSIAN,
    )
    assert figure.head is not None
    assert figure.head.text == "аппаратов"
    assert figure.quantity.span.text.startswith("8 украинских")


def test_one_number_for_each_side():
    found = find_figures("Обміняли 75 на 75 рибалок.", language=UKRAINIAN)
    assert [f.quantity.low for f in found] == [75, 75]


def test_both_are_two():
    (figure,) = find_figures("Обидва човни затонули.", language=UKRAINIAN)
    assert (figure.kind, figure.quantity.low) == (FigureKind.BOTH, 2)


@pytest.mark.parametrize(
    ("text", "language", "head"),
    [
        ("Ушли 33 катера, восемь из них вернулись.", RUSSIAN, "катера"),
        ("Пішли 33 катери, восьмеро з них повернулися.", UKRAINIAN, "катери"),
        ("Вернулись 300 из 1240 рыбаков.", RUSSIAN, "рыбаков"),
        ("Пять попали в порт.", RUSSIAN, None),
        ("Две модели показали.", RUSSIAN, "модели"),
        ("Два генерали поїхали.", UKRAINIAN, "генерали"),
        ("Два из порта, 40 лодок из залива.", RUSSIAN, None),
    ],
)
def test_a_part_counts_what_its_whole_does_and_a_verb_is_no_noun(text, language, head):
    figures = find_figures(text, language=language)
    figure = figures[-1] if "них" in text else figures[0]
    assert (figure.head and figure.head.text) == head


@pytest.mark.parametrize("language", [RUSSIAN, UKRAINIAN])
def test_a_raised_digit_is_no_number(language):
    assert [q.span.text for q in find_quantities("40 ² 12", language=language)] == [
        "40",
        "12",
    ]
