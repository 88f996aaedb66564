"""Signed and led-in quotations, with invented people."""

import pytest

from said import who_says

SIGNED = {
    "same line": ("en", '"We hold the mill." - Mayor Ana Petrik', "Mayor Ana Petrik"),
    "next line": (
        "en",
        "“We hold the mill.”\n— Ana Petrik, mayor\n\nIt was cold.",
        "Ana Petrik, mayor",
    ),
    "stop behind": ("ru", "«Мельница наша». — Анна Петрик, мэр", "Анна Петрик, мэр"),
    "Ukrainian": ("uk", "«Млин наш»\n– Остап Петрик, мер", "Остап Петрик, мер"),
    "from": (
        "en",
        "From Ana Petrik, mayor:\n\n“We hold the mill.”",
        "Ana Petrik, mayor",
    ),
    "told": (
        "en",
        "Ana Petrik, the mayor, told reporters in Ostrava:\n\n“We hold the mill.”",
        "Ana Petrik, the mayor",
    ),
}


@pytest.mark.parametrize(("language", "text", "source"), SIGNED.values(), ids=SIGNED)
def test_a_quotation_is_whose_name_signs_it(language, text, source):
    words = {"en": "We hold", "ru": "Мельница", "uk": "Млин"}[language]
    assert who_says(text, words, language) == [source]


def test_signatures_exchanged_are_exchanged():
    text = '"We hold the mill." - {}\n\n"We lost the bridge." - {}'
    for one, two in (("Ana Petrik", "Piotr Walenta"), ("Piotr Walenta", "Ana Petrik")):
        whole = text.format(one, two)
        assert who_says(whole, "We hold") == [one]
        assert who_says(whole, "We lost") == [two]


@pytest.mark.parametrize(
    "text",
    [
        '"We hold the mill." - The army counted twelve craters',
        '"We hold the mill." It was cold.',
        "“We hold the mill\n— Ana Petrik, mayor\n\nIt was cold.",
    ],
    ids=["sentence behind a dash", "no dash", "not closed"],
)
def test_what_is_no_signature_signs_nothing(text):
    assert who_says(text, "We hold") == [""]
