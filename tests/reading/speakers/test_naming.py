"""Whom pronouns mean where verbs agree with them; persons are invented."""

import pytest

from sayso.model import Document
from sayso.reading.reader import read_document


def named(text: str, words: str, language: str) -> str | None:
    start = text.index(words)
    (found,) = (
        found
        for found in read_document(Document(text, language=language)).attributions
        if any(part.start <= start < part.end for part in found.content)
    )
    return found.name


SAID = {
    "ru": (
        (
            "Министр Анна Мол {}, что мост цел. Мэр Ян Вал {}, что идёт дождь."
            " {} {}, что мельница сгорела."
        ),
        "мельница",
        {"woman": ("заявила", "Она"), "man": ("заявил", "Он")},
        ("Министр Анна Мол", "Мэр Ян Вал"),
    ),
    "uk": (
        (
            "Речник Саша Мол {}, що міст цілий. Мер Женя Вал {}, що йде дощ."
            " {} {}, що млин згорів."
        ),
        "млин",
        {"woman": ("заявила", "Вона"), "man": ("заявив", "Він")},
        ("Речник Саша Мол", "Мер Женя Вал"),
    ),
}


@pytest.mark.parametrize("language", SAID)
def test_a_pronoun_is_who_said_it_in_its_own_gender(language):
    text, words, forms, speakers = SAID[language]
    for first, second in (("woman", "man"), ("man", "woman")):
        for meant in ("woman", "man"):
            verb, pronoun = forms[meant]
            told = text.format(forms[first][0], forms[second][0], pronoun, verb)
            expected = speakers[0] if meant == first else speakers[1]
            assert named(told, words, language) == expected


def test_a_pronoun_that_agrees_with_nobody_stays_itself():
    text = "Мэр Ян Вал заявил, что мост цел. Она добавила, что мельница сгорела."
    assert named(text, "мельница", "ru") == "Она"


NOT_HEARD = {
    "ru": ("Брифинг вёл Ян Вал. По его словам, мельница сгорела.", "мельница"),
    "uk": ("Брифінг вів Ян Вал. За його словами, млин згорів.", "млин"),
}
OTHERS = {
    "ru": (
        "Брифинг вели Ян Вал и Ида Мол. По его словам, мельница сгорела.",
        "мельница",
    ),
    "uk": ("Брифінг вели Ян Вал та Іда Мол. За його словами, млин згорів.", "млин"),
}


@pytest.mark.parametrize("language", NOT_HEARD)
def test_a_pronoun_is_the_one_person_named_in_its_paragraph(language):
    assert named(*NOT_HEARD[language], language) == "Ян Вал"
    text, words = OTHERS[language]
    assert named(text, words, language) != "Ян Вал"
    text, words = NOT_HEARD[language]
    assert named(text.replace(". ", ".\n\n", 1), words, language) != "Ян Вал"
