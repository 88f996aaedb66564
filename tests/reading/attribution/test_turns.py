"""Turns of transcripts, with invented people."""

import pytest

from said import who_says

TURNS = {
    "titles": (
        "en",
        (
            "MR. PETRIK: We hold the mill.\n\nThe road is cut.\n\n"
            "MS. WALENTA: Is it cold?\n\nMR. PETRIK: The bridge fell."
        ),
        {"The road": "MR. PETRIK", "Is it": "MS. WALENTA", "The bridge": "MR. PETRIK"},
    ),
    "initials": (
        "en",
        "A. Petrik: We hold the mill.\nJ. Wal: The road is cut.\nA. Petrik: It rained.",
        {"We hold": "A. Petrik", "The road": "J. Wal", "It rained": "A. Petrik"},
    ),
    "question and answer": (
        "en",
        "Ana Petrik spoke.\n\nQ: Is it cold?\n\nA: The mill was lost.",
        {"Is it": "Q", "The mill": "A"},
    ),
    "full stop": (
        "en",
        "Ana Petrik spoke.\n\nQ. Is it cold?\n\nA. The mill was lost.",
        {"Is it": "Q", "The mill": "A"},
    ),
    "Russian": (
        "ru",
        "Корреспондент: Холодно?\nАнна Петрик: Мост наш.\nКорреспондент: А дорога?",
        {"Холодно": "Корреспондент", "Мост": "Анна Петрик"},
    ),
    "Ukrainian": (
        "uk",
        "Питання: Холодно?\nОстап Петрик: Міст наш.\nПитання: А дорога?",
        {"Холодно": "Питання", "Міст": "Остап Петрик"},
    ),
}


@pytest.mark.parametrize(("language", "text", "said"), TURNS.values(), ids=TURNS)
def test_a_turn_is_of_its_label(language, text, said):
    for words, label in said.items():
        assert who_says(text, words, language) == [label]


def test_labels_exchanged_are_exchanged():
    text = "Ana {}: We hold the mill.\nJan {}: The road is cut.\nAna {}: It rained."
    for one, two in (("Petrik", "Walenta"), ("Walenta", "Petrik")):
        whole = text.format(one, two, one)
        assert who_says(whole, "We hold") == [f"Ana {one}"]
        assert who_says(whole, "The road") == [f"Jan {two}"]


@pytest.mark.parametrize(
    "text",
    [
        "Killed: 14 people\nWounded: 30 people\nDestroyed: 12 houses",
        "Mudville: 14 people were killed.\nOstrava: 30 people were wounded.",
    ],
    ids=["list", "places"],
)
def test_other_heads_of_lines_are_no_labels(text):
    assert who_says(text, "14") == []


def test_behind_the_last_label_only_its_own_paragraph_is_a_turn():
    text = "Ana Petrik: It rained.\nJan Mol: It snowed.\nThe mill stood empty."
    assert who_says(text, "The mill") == []
