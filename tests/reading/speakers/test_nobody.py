"""What names neither a person nor a body is no speaker. The names are invented."""

from datetime import date

import pytest

from sayso.model import Document
from sayso.reading.reader import read_document
from sayso.reading.speakers.nobody import names_nobody
from sayso.vocabulary.languages import load_language

NOBODY = {
    "en": (
        "it",
        "The",
        "there",
        "the latter",
        "Lt-Col",
        "29",
        "B",
        "a figure",
        "nobody",
    ),
    "ru": ("он", "позже", "его", "по его данным", "29", "они", "её оценке", "там же"),
    "uk": ("він", "пізніше", "його даними", "29", "її підрахунком", "вони", "тут"),
}
SOMEBODY = {
    "en": ("Ann Roe", "a nurse", "its ministry", "Col. Roe", "M23", "the group", "We"),
    "ru": ("его штаб", "чиновник", "штаб 29-й бригады", "Роев", "их рупор", "МВД"),
    "uk": ("його відомство", "речник", "29-та бригада", "Рой", "її голова", "МВС"),
}


@pytest.mark.parametrize("code", NOBODY)
def test_pronouns_figures_ranks_and_words_of_time_name_nobody(code):
    language = load_language(code)
    for name in NOBODY[code]:
        assert names_nobody(name, language), name


@pytest.mark.parametrize("code", SOMEBODY)
def test_names_and_nouns_name_somebody_with_a_pronoun_beside_them_too(code):
    language = load_language(code)
    for name in SOMEBODY[code]:
        assert not names_nobody(name, language), name


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "В Каменке ранены двое подростков, уточнил позже Вербов."),
        ("uk", "У Кам'янці поранено двох підлітків, уточнив пізніше Вербов."),
    ],
)
def test_a_word_of_time_beside_the_verb_is_no_speaker(code, text):
    document = Document(text, published=date(2025, 3, 10), language=code)
    speakers = {c.claimant for c in read_document(document).claims}
    assert speakers <= {"Вербов", None}
