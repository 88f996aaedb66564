"""Days in Russian and Ukrainian, as seen from Thursday 18 September 2025."""

from datetime import date

import pytest

from sayso.model.period import PeriodKind
from sayso.reading.times.timexes import find_timexes
from sayso.vocabulary.languages import CASED

RUSSIAN, UKRAINIAN = CASED["ru"], CASED["uk"]
THURSDAY = date(2025, 9, 18)
WAR = date(2022, 2, 24)

ru_cases = [
    ("5 сентября", "2025-09-05", "2025-09-05"),
    ("21 сентября 2024 года", "2024-09-21", "2024-09-21"),
    ("3 декабря", "2024-12-03", "2024-12-03"),
    ("03.05.2024", "2024-05-03", "2024-05-03"),
    ("в мае", "2025-05-01", "2025-05-31"),
    ("за май 2023 г.", "2023-05-01", "2023-05-31"),
    ("в сентябре", "2025-09-01", "2025-09-18"),
    ("в октябре прошлого года", "2024-10-01", "2024-10-31"),
    ("в 2014 году", "2014-01-01", "2014-12-31"),
    ("летом 2022-го", "2022-06-01", "2022-08-31"),
    ("осенью", "2025-09-01", "2025-09-18"),
    ("в понедельник", "2025-09-15", "2025-09-15"),
    ("в четверг", "2025-09-18", "2025-09-18"),
    ("в прошлый понедельник", "2025-09-08", "2025-09-08"),
    ("в субботу, 13 сентября", "2025-09-13", "2025-09-13"),
    ("вчера", "2025-09-17", "2025-09-17"),
    ("за вчерашний день", "2025-09-17", "2025-09-17"),
    ("за минувшие сутки", "2025-09-17", "2025-09-18"),
    ("за последние пять суток", "2025-09-13", "2025-09-18"),
    ("за две недели", "2025-09-04", "2025-09-18"),
    ("неделю назад", "2025-09-11", "2025-09-11"),
    ("на прошлой неделе", "2025-09-08", "2025-09-14"),
    ("в прошлом месяце", "2025-08-01", "2025-08-31"),
    ("за ночь", "2025-09-17", "2025-09-18"),
    ("в ночь на 7 сентября", "2025-09-06", "2025-09-07"),
    ("в ночь на среду", "2025-09-16", "2025-09-17"),
    ("в ночь с 6 на 7 сентября", "2025-09-06", "2025-09-07"),
    ("утром 7 сентября", "2025-09-07", "2025-09-07"),
    ("с 11 по 17 августа", "2025-08-11", "2025-08-17"),
    ("12–13 августа", "2025-08-12", "2025-08-13"),
    (
        "с 22.00 мск 6 сентября до 7.00 мск 7 сентября",
        "2025-09-06",
        "2025-09-07",
    ),
    ("с 27 декабря 2024 года по 2 января 2025 года", "2024-12-27", "2025-01-02"),
    ("с 16 августа", "2025-08-16", "2025-09-18"),
    ("с начала года", "2025-01-01", "2025-09-18"),
    ("с начала специальной военной операции", "2022-02-24", "2025-09-18"),
    ("с февраля 2022 года", "2022-02-24", "2025-09-18"),
    ("по состоянию на 1 сентября", None, "2025-09-01"),
    ("сейчас", None, "2025-09-18"),
]
uk_cases = [
    ("5 вересня", "2025-09-05", "2025-09-05"),
    ("у ніч на 7 вересня", "2025-09-06", "2025-09-07"),
    ("уночі проти 7 вересня", "2025-09-06", "2025-09-07"),
    ("минулої доби", "2025-09-17", "2025-09-18"),
    ("за добу", "2025-09-17", "2025-09-18"),
    ("учора", "2025-09-17", "2025-09-17"),
    ("торік", "2024-01-01", "2024-12-31"),
    ("торік у березні", "2024-03-01", "2024-03-31"),
    ("минулого тижня", "2025-09-08", "2025-09-14"),
    ("цього року", "2025-01-01", "2025-09-18"),
    ("від 1 до 13 серпня 2023 року", "2023-08-01", "2023-08-13"),
    ("від січня до червня", "2025-01-01", "2025-06-30"),
    ("від початку доби", "2025-09-18", "2025-09-18"),
    ("від початку повномасштабного вторгнення", "2022-02-24", "2025-09-18"),
    ("станом на 30 серпня", None, "2025-08-30"),
    ("наприкінці серпня", "2025-08-21", "2025-08-31"),
    ("у п'ятницю", "2025-09-12", "2025-09-12"),
    ("за вихідні", "2025-09-13", "2025-09-14"),
    ("30.08", "2025-08-30", "2025-08-30"),
]


def _days(text, language):
    (timex,) = find_timexes(text, published=THURSDAY, language=language, count_from=WAR)
    period = timex.period
    assert period is not None
    assert text[timex.span.start : timex.span.end] == timex.span.text
    return tuple(d and d.isoformat() for d in (period.first, period.last))


@pytest.mark.parametrize(("text", "first", "last"), ru_cases)
def test_russian_days(text, first, last):
    assert _days(f"Стреляли {text}.", RUSSIAN) == (first, last)


@pytest.mark.parametrize(("text", "first", "last"), uk_cases)
def test_ukrainian_days(text, first, last):
    assert _days(f"Стріляли {text}.", UKRAINIAN) == (first, last)


def test_the_same_night_is_the_one_named_last():
    text = "Удар был в ночь на 7 сентября. Той же ночью горел склад."
    found = find_timexes(text, published=THURSDAY, language=RUSSIAN)
    assert found[1].period is not None
    assert found[1].period.last == date(2025, 9, 7)


def test_a_full_date_at_the_top_stands_for_a_publication_day():
    text = "7 мая 2024 года. Вчера стреляли."
    found = find_timexes(text, published=None, language=RUSSIAN)
    assert found[1].period is not None
    assert found[1].period.first == date(2024, 5, 6)


def test_without_any_year_nothing_is_dated():
    found = find_timexes("Вчера и 5 мая.", published=None, language=RUSSIAN)
    assert all(timex.period is None for timex in found)


def test_a_count_from_a_start_nobody_dated_is_open():
    text = "С начала эвакуации уехали все."
    (timex,) = find_timexes(text, published=THURSDAY, language=RUSSIAN)
    assert timex.period is not None
    assert (timex.period.first, timex.period.kind) == (None, PeriodKind.AS_OF)
