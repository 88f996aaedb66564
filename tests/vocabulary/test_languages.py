"""Languages: the table, and what number reading asks of every row."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from sayso.errors import UnknownName, VocabularyError
from sayso.model.quantity import CLAIM_UNITS
from sayso.reading.events.frames import load_frames
from sayso.reading.places.local import add_local_names
from sayso.reading.text.letters import fold_letters
from sayso.vocabulary import languages
from sayso.vocabulary.languages import (
    CASED,
    ENGLISH,
    LANGUAGES,
    CasedLanguage,
    load_language,
)
from sayso.vocabulary.languages.loading import load_folder
from sayso.vocabulary.languages.word_forms import WordForms
from sayso.vocabulary.things import load_things

ROWS = pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)


def test_language_is_loaded_by_code():
    assert load_language("en") is ENGLISH


def test_unknown_language_names_those_that_exist():
    with pytest.raises(UnknownName, match="known: en"):
        load_language("xx")


@ROWS
def test_number_words_are_in_lower_case(language):
    words = language.numbers
    tables = (
        words.cardinals,
        words.scales,
        words.vague,
        words.limits_before,
        words.limits_after,
        words.units,
        words.stops,
        words.plurals,
    )
    assert [w for table in tables for w in table if w != w.lower()] == []


@ROWS
def test_every_claim_unit_but_counts_has_words(language):
    named = set(language.numbers.units.values())
    assert set(CLAIM_UNITS) - {"count"} <= named


@ROWS
def test_unit_ids_are_single_words(language):
    assert all(" " not in unit for unit in language.numbers.units.values())


@ROWS
def test_words_that_end_a_phrase_are_no_nouns(language):
    words = language.numbers
    assert not words.stops & set(words.plurals)
    assert not words.stops & words.substantives


@dataclass(frozen=True)
class Fuller:
    """A language with a part that none has."""

    code: str
    name: str
    numbers: object
    weather: object


def test_a_folder_that_lacks_a_part_refuses_to_load_and_names_the_file():
    with pytest.raises(VocabularyError, match=r'"en" lacks weather: .*/weather\.py'):
        load_folder("en", Fuller)


def test_a_language_hands_its_forms_down():
    assert set(ENGLISH.forms.verbs("take")) >= {"takes", "took", "taken", "taking"}
    assert "shell craters" in ENGLISH.forms.nouns("shell crater")
    for language in CASED.values():
        assert list(language.forms.verbs("взять")) == ["взять"]


def test_a_word_has_the_form_listed_where_a_language_makes_none():
    stiff = replace(ENGLISH, forms=WordForms())
    assert "taken" in load_frames(ENGLISH)
    assert "taken" not in load_frames(stiff)
    assert "take" in load_frames(stiff)
    assert "soldier" in load_things(stiff)
    assert "soldiers" not in load_things(stiff)
    (taken, none) = (
        add_local_names("Fighters captured Hanra.", (), language=language)
        for language in (ENGLISH, stiff)
    )
    assert [t.span.text for t in taken] == ["Hanra"]
    assert none == ()


def test_a_language_without_words_for_places_takes_none_of_another():
    mute = replace(ENGLISH, code="zz")
    assert add_local_names("Fighters captured Hanra.", (), language=mute) == ()


def test_a_folder_without_forms_refuses_to_load(tmp_path, monkeypatch):
    folder = tmp_path / "lackforms"
    shutil.copytree(Path(languages.__file__).parent / "uk", folder)
    (folder / "forms.py").unlink()
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(VocabularyError, match=r"lacks forms: expected in .*forms\.py"):
        load_folder("uk", CasedLanguage, "lackforms")


def test_every_folder_has_a_row():
    rows = {*LANGUAGES, *CASED}
    folder = Path(languages.__file__).parent
    held = {path.parent.name for path in folder.glob("*/__init__.py")}
    assert held == rows, "list it in LANGUAGES or CASED (vocabulary/languages)"


@pytest.mark.parametrize("language", CASED.values(), ids=CASED)
def test_words_that_decline_are_folded_as_texts_are(language):
    words = [
        *language.numbers.cardinals,
        *language.numbers.scales,
        *language.times.months,
        *language.times.weekdays,
        *language.things.forms,
    ]
    assert [word for word in words if word != fold_letters(word)] == []


def test_names_of_weekdays_and_months_are_complete_in_every_language():
    for language in (*LANGUAGES.values(), *CASED.values()):
        assert set(language.times.weekdays.values()) == set(range(7))
        assert set(language.times.months.values()) == set(range(1, 13))
