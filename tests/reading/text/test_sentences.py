"""Sentences in news of all states of typography. Texts are ours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.text.sentences import LONG_LINE, SentenceIndex, find_sentences
from sayso.vocabulary.languages import CASED, ENGLISH

CASES = {
    "two sentences": ("One fell. Two rose.", ["One fell.", "Two rose."]),
    "abbreviations": (
        "Gen. Ode met Lt. Col. Bar of the U.S. Army on Dec. 4. They spoke.",
        ["Gen. Ode met Lt. Col. Bar of the U.S. Army on Dec. 4.", "They spoke."],
    ),
    "initials": ("J. Ode wrote it. It stood.", ["J. Ode wrote it.", "It stood."]),
    "closing quotes": (
        "“We held.” They left.",
        ["“We held.”", "They left."],
    ),
    "a lost space": (
        "They shelled the hospital.At least five died.",
        ["They shelled the hospital.", "At least five died."],
    ),
    "a headline": (
        "Troops leave Merova\nThe army left.",
        ["Troops leave Merova", "The army left."],
    ),
    "hard-wrapped lines": (
        "The army said on Monday that its soldiers had left the\ntown of Merova.",
        ["The army said on Monday that its soldiers had left the\ntown of Merova."],
    ),
    "lower case goes on": (
        "It was 3 a.m. when they left.",
        ["It was 3 a.m. when they left."],
    ),
    "nothing": (" \n ", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_sentences(text, expected):
    assert [sentence.text for sentence in find_sentences(text, ENGLISH)] == expected


@given(st.text(alphabet='aB .!?\n”"é😀', max_size=60))
def test_every_visible_character_lies_in_one_sentence(text):
    covered = [0] * len(text)
    for sentence in find_sentences(text, ENGLISH):
        sentence.check(text)
        for at in range(sentence.start, sentence.end):
            covered[at] += 1
    assert all(covered[at] == 1 for at, char in enumerate(text) if not char.isspace())


def test_index_finds_the_sentence_of_an_offset():
    index = SentenceIndex.of("One.\n\nTwo.", ENGLISH)
    assert [index.at(0), index.at(6), index.at(9)] == [0, 1, 1]
    assert index.paragraphs == (0, 2)


def test_a_long_line_ends_the_heading_before_it():
    heading = "Nine villages change hands in a week of fighting on the river"
    lead = "The staff said on Monday that nine villages had been taken, " * 3
    found = find_sentences(f"{heading}\n{lead.strip()}", ENGLISH)
    assert found[0].text == heading


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        (
            "ru",
            "Списано 2 тыс. 439 машин. Об этом сказал ген. Лапин в г. Озёрск.",
            ["Списано 2 тыс. 439 машин.", "Об этом сказал ген. Лапин в г. Озёрск."],
        ),
        (
            "ru",
            "Так было в 2022 г. Потом всё стихло.",
            ["Так было в 2022 г.", "Потом всё стихло."],
        ),
        (
            "ru",
            "«Мы не уйдём». — Он ушёл.",
            ["«Мы не уйдём».", "— Он ушёл."],
        ),
        (
            "uk",
            "Втрачено 20 тис. осіб. У м. Лісне тихо.Ніхто не постраждав.",
            ["Втрачено 20 тис. осіб.", "У м. Лісне тихо.", "Ніхто не постраждав."],
        ),
    ],
)
def test_abbreviations_come_from_the_language(code, text, expected):
    found = find_sentences(text, CASED[code])
    assert [sentence.text for sentence in found] == expected


@pytest.mark.parametrize(("length", "count"), [(LONG_LINE, 1), (LONG_LINE - 1, 2)])
def test_a_line_is_hard_wrapped_from_its_length_on(length, count):
    line = ("The army said on Monday evening that all of the soldiers " * 2)[:length]
    assert len(line.rstrip()) == length
    assert len(find_sentences(f"{line}\nMerova stood.", ENGLISH)) == count


@pytest.mark.parametrize("mark", ["?", "!", "…"])
def test_other_stops_end_a_sentence_behind_any_word(mark):
    assert len(find_sentences(f"Was it Gen{mark} It was.", ENGLISH)) == 2
