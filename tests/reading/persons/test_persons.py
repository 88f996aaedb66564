"""Who is withheld. All persons and places are invented; the texts are our own.

texts.jsonl is measured in two halves: rules were made while looking at those with an
even number; of the others only the misses were looked at, late. offices.jsonl has
offices that several words tell, with their opposites; all of it was looked at.
public.jsonl has offices in other words and who looks like their holders; it was written
before the rules that it asks for, and its misses were looked at after one count.
"""

import json
from pathlib import Path

import pytest

from sayso.reading.persons.hiding import find_hidden, hide_names
from sayso.reading.persons.persons import Names, find_persons, find_withheld


def load_rows(name):
    path = Path(__file__).parent / name
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


ROWS = load_rows("texts.jsonl")
RECALL, SHOWN = 0.98, 0.97
HALVES = {
    "looked at": ROWS[0::2],
    "held back": ROWS[1::2],
    "offices": load_rows("offices.jsonl"),
    "public": load_rows("public.jsonl"),
}


def masked(text: str, names: Names = Names()) -> str:  # noqa: B008 - frozen
    letters = list(text)
    for span in find_withheld(text, names):
        letters[span.start : span.end] = "█" * (span.end - span.start)
    return "".join(letters)


@pytest.mark.parametrize("rows", HALVES.values(), ids=HALVES)
@pytest.mark.parametrize("language", ["en", "ru", "uk"])
def test_names_of_persons_without_an_office_are_withheld(rows, language):
    own = [(r, masked(r["text"])) for r in rows if r["language"] == language]
    asked = [name not in text for row, text in own for name in row["withhold"]]
    assert sum(asked) >= RECALL * len(asked)


@pytest.mark.parametrize("rows", HALVES.values(), ids=HALVES)
def test_speakers_of_public_office_are_shown(rows):
    asked = [name in masked(r["text"]) for r in rows for name in r["show"]]
    assert sum(asked) >= SHOWN * len(asked)


def withheld(text: str, names: Names = Names()) -> set[str]:  # noqa: B008 - frozen
    return {p.name for p in find_persons(text, names) if p.is_withheld}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prisoner Yuri Belan said 40 men fell.", {"Yuri Belan"}),
        ("Captured soldier Ivo Kosar told a camera so.", {"Ivo Kosar"}),
        ("Galina Orel, 61, a resident of Merova, said so.", {"Galina Orel"}),
        ("The general Valo Petrin, 54, said so.", set()),
        ("Captured general Valo Petrin, 54, said so.", {"Valo Petrin"}),
        ("Governor Ihor Liskan said 20 houses burnt.", set()),
        ("The wife of the governor, Olena Liskan, was hurt.", {"Olena Liskan"}),
        ("Governor Ihor Liskan's wife Olena was hurt.", {"Olena"}),
        ("The driver for the mayor, Ivan Bel, was hurt.", {"Ivan Bel"}),
        ("They met in Taras Belan Street near Belan University.", set()),
        ("Residents of Merova fled on Monday.", set()),
        ("Жители Кривой Балки бежали в понедельник.", set()),
        ("Мэр Мерова Иван Белан сообщил о 3 раненых.", set()),
        ("Жена мэра Олена Белан ранена.", {"Олена Белан"}),
        ("Полковник Иван Белан попал в плен.", {"Иван Белан"}),
        ("Brigade 72 took 3 tanks", set()),
        ("Reporting by Ivan Bel; Editing by Anna Petrin", set()),
        ("Nine-year-old Danylko was hurt.", {"Danylko"}),
        ("The 9-year-old Danylko was hurt.", {"Danylko"}),
        ("Девятилетний Данилко ранен.", {"Данилко"}),
        ("Дев’ятирічна Соломка поранена.", {"Соломка"}),
        ("The prosecutor in the case of prisoner Ivo Bel spoke.", {"Ivo Bel"}),
        ("Прокурор по делу пленного Ивана Белана выступил.", {"Ивана Белана"}),
        ("The minister for refugees freed prisoner Ivo Bel.", {"Ivo Bel"}),
        ("The chief surgeon's driver, Ivo Bel, was hurt.", {"Ivo Bel"}),
        ("Ivo Bel, chief surgeon of the hospital, spoke.", set()),
        ("Ivo Bel, the chief suspect, spoke.", {"Ivo Bel"}),
        ("Ivo Bel, the children's rights commissioner, spoke.", set()),
        ("Ivo Bel, head of the family, spoke.", {"Ivo Bel"}),
        ("Ivo Bel, head of the children's hospital, spoke.", set()),
        ("Ivo Bel, governor of the captured city of Merova, spoke.", set()),
        ("Врач Иван Белан рассказал о 3 раненых.", {"Иван Белан"}),
        ("Главный свидетель Иван Белан рассказал о 3 раненых.", {"Иван Белан"}),
        ("Жена бывшего мэра Олена Белан ранена.", {"Олена Белан"}),
        ("Дружина колишнього мера Олена Білан поранена.", {"Олена Білан"}),
        ("Омбудсмен с пленными Иваном Беланом и 3 солдатами.", {"Иваном Беланом"}),
    ],
)
def test_offices_belong_to_who_holds_them(text, expected):
    assert withheld(text) == expected


@pytest.mark.parametrize(
    ("text", "is_held"),
    [
        ("Prisoner Ivo Bel said so.", True),
        ("Ivo Bel, a prisoner of war, said so.", True),
        ("Ivo Bel, 23, who is held captive, said so.", True),
        ("The captured soldier Ivo Bel said so.", True),
        ("Ivo Bel, a farmer, said so. The prisoners left.", False),
        ("Resident Ivo Bel said so.", False),
        ("Governor Ivo Bel said 20 men were captured.", False),
    ],
)
def test_who_is_held_is_told_by_the_words_beside_the_name(text, is_held):
    (person,) = find_persons(text)
    assert person.is_held is is_held


def test_a_person_is_withheld_at_every_mention():
    text = "Belan spoke first. Farmer Ivan Belan, 40, lost 2 cows. Ivan wept."
    assert (
        masked(text)
        == "█████ spoke first. Farmer ██████████, 40, lost 2 cows. ████ wept."
    )


def test_two_persons_of_one_surname_are_two():
    text = "Governor Ihor Liskan spoke. Pupil Petro Liskan, 9, was hurt."
    assert withheld(text) == {"Petro Liskan"}


def test_who_is_known_as_public_needs_no_office():
    assert withheld("Orlanin said 3 were hurt.") == {"Orlanin"}
    assert withheld("Orlanin said 3 were hurt.", Names(public={"orlanin"})) == set()


def test_places_and_bodies_that_are_known_are_no_persons():
    text = "Resident Merovin said so."
    assert withheld(text, Names(others={"merovin"})) == set()


def test_names_are_found_in_other_words_inflected_or_in_capitals():
    hidden = hide_names(find_persons("Фермер Иван Белан ранен."))
    words = "Дело Белана: ИВАН БЕЛАН и Белая гора"
    found = [words[start:end] for start, end in find_hidden(words, hidden)]
    assert found == ["Белана", "ИВАН БЕЛАН"]


def test_a_surname_that_is_shown_as_well_is_not_hidden_alone():
    text = "Governor Ihor Liskan spoke. Pupil Petro Liskan, 9, was hurt."
    hidden = hide_names(find_persons(text))
    assert find_hidden("Liskan", hidden) == ()
    assert find_hidden("Petro Liskan", hidden) == ((0, 12),)


@pytest.mark.parametrize("part", ["Aa Bb, ", "Ivan Bel ", "A. ", "(", "captured ", "О"])
def test_a_long_text_of_one_pattern_is_read(part):
    find_persons(part * 20_000)
