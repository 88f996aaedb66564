"""One speaker, whichever language and case name it."""

import pytest

from sayso.reading.speakers.cased import find_cased_speaker
from sayso.reading.speakers.known import find_speaker
from sayso.vocabulary.languages import CASED, ENGLISH
from sayso.vocabulary.theatres import load_theatre

RUSSIAN, UKRAINIAN = CASED["ru"], CASED["uk"]
PACKS = (load_theatre("russia-ukraine"), load_theatre("world"))


@pytest.mark.parametrize(
    ("name", "language", "canonical", "party"),
    [
        ("Генштаба ВСУ", RUSSIAN, "Ukraine's General Staff", "ukraine"),
        ("Генеральний штаб ЗСУ", UKRAINIAN, "Ukraine's General Staff", "ukraine"),
        ("Генштабом", UKRAINIAN, "Ukraine's General Staff", "ukraine"),
        ("российского Минобороны", RUSSIAN, "Russia's Defence Ministry", "russia"),
        ("Міноборони РФ", UKRAINIAN, "Russia's Defence Ministry", "russia"),
        ("Гладкова", RUSSIAN, "Vyacheslav Gladkov", "russia"),
        ("Олегом Синєгубовим", UKRAINIAN, "Oleh Syniehubov", "ukraine"),
        ("Минздрав Ирана", RUSSIAN, "Iran's Health Ministry", "iran"),
        ("Азербайджан", RUSSIAN, "Azerbaijan", "azerbaijan"),
        ("УВКПЧ", RUSSIAN, "UN Human Rights Office", None),
        ("УВКПЛ", UKRAINIAN, "UN Human Rights Office", None),
    ],
)
def test_canonical_speakers(name, language, canonical, party):
    speaker = find_cased_speaker(name, PACKS, language)
    assert (speaker.name, speaker.party) == (canonical, party)


def test_the_same_id_as_in_english():
    english = find_speaker("Ukraine's General Staff", PACKS, words=ENGLISH.speakers)
    assert find_cased_speaker("Генштаб ВСУ", PACKS, RUSSIAN).id == english.id


def test_an_unknown_name_is_its_own():
    speaker = find_cased_speaker("аналитик Пётр Ольшанский", PACKS, RUSSIAN)
    assert (speaker.name, speaker.party) == ("аналитик Пётр Ольшанский", None)
