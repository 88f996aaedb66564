"""Languages are told where a text shows them plainly, and doubt stays doubt."""

import pytest

from sayso.intake import detect_language, find_foreign

PROSE = {
    "en": (
        "The general said that forty soldiers were killed near the town in the night"
        " and that the roads were cut off."
    ),
    "fr": (
        "Le général a dit que quarante soldats avaient été tués près de la ville"
        " pendant la nuit, et que les routes étaient coupées."
    ),
    "es": (
        "El general dijo que cuarenta soldados murieron cerca de la ciudad durante la"
        " noche, y que las carreteras están cortadas."
    ),
    "it": (
        "Il generale ha detto che quaranta soldati sono morti vicino alla città"
        " durante la notte e che le strade sono chiuse."
    ),
    "pt": (
        "O general disse que quarenta soldados foram mortos perto da cidade durante a"
        " noite e que as estradas estão cortadas."
    ),
    "de": (
        "Der General sagte, dass vierzig Soldaten in der Nacht nahe der Stadt getötet"
        " wurden und die Straßen gesperrt sind."
    ),
    "nl": (
        "De generaal zei dat veertig soldaten in de nacht bij de stad zijn gedood en"
        " dat de wegen zijn afgesloten."
    ),
    "ru": "Генерал сказал, что сорок солдат были убиты возле города ночью.",
    "uk": "Генерал сказав, що сорок солдатів загинули біля міста вночі, дороги немає.",
    "ar": "قال الجنرال إن أربعين جنديا قتلوا قرب المدينة خلال الليل",
}
LINES = {
    "ru": ("Сбиты 5 БПЛА.", "Потери: 40 солдат", "Уничтожено 12 танков"),
    "uk": ("Знищено 5 БПЛА.", "Втрати ворога: 40 солдатів", "Київ тримається"),
    "bg": ("Войниците са убити, след като атаката е била отблъсната.",),
    "de": ("Fünf Soldaten wurden getötet.",),
    "es": ("Mataron a cinco soldados.", "El ejército mató a 12 guerrilleros."),
    "fr": ("Cinq soldats ont été tués.",),
    "pl": ("Zginęło pięciu żołnierzy.",),
    "ar": ("مقتل 40 جنديا في المدينة",),
    "he": ("40 חיילים נהרגו",),
    "ko": ("군인 40명 사망",),
}
SHORT = [(code, line) for code, lines in LINES.items() for line in lines]


@pytest.mark.parametrize(("code", "text"), SHORT)
def test_one_line_tells_another_language(code, text):
    assert detect_language(text) == code


ENGLISH_LINES = (
    "40 soldiers killed, Olmar",
    "The army of San Rafael de la Cruz said 12 men died.",
    "So twenty thousand in four months?",
    "Voting in Olmar is, in fact, rare.",
    "Kyiv (Київ) was hit.",
    "He said 'nyet' and left.",
)


@pytest.mark.parametrize("text", ENGLISH_LINES)
def test_no_line_of_english_is_called_foreign(text):
    assert detect_language(text) in (None, "en")
    assert find_foreign(text, "en") == ()


FOREIGN = {
    "a quotation in another script": (
        "The staff wrote “Сбиты 5 беспилотников над городом” on Friday.",
        [("Сбиты 5 беспилотников над городом", "ru")],
    ),
    "a quotation in the same script": (
        "The staff wrote: “Mataron a cinco soldados en la noche”, he said.",
        [("Mataron a cinco soldados en la noche", "es")],
    ),
    "a line of its own": (
        "The staff said 40 men died.\nZnane są straty: zginęło pięciu żołnierzy.\nEnd.",
        [("Znane są straty: zginęło pięciu żołnierzy.", "pl")],
    ),
    "words without marks": (
        "The channel added Знищено п'ять ворожих танків and a picture.",
        [("Знищено п'ять ворожих танків", "uk")],
    ),
    "two lines become one stretch": (
        "He said so.\nСбиты 5 беспилотников.\nУничтожены 12 танков врага.",
        [("Сбиты 5 беспилотников.\nУничтожены 12 танков врага.", "ru")],
    ),
}


@pytest.mark.parametrize(("text", "found"), FOREIGN.values(), ids=FOREIGN)
def test_words_in_another_language_are_found_inside_a_text(text, found):
    parts = find_foreign(text, "en")
    assert [(text[f.start : f.end], f.language) for f in parts] == found


def test_english_words_stand_out_of_a_russian_text():
    text = "Генерал сказал по-английски “five soldiers were killed there” и ушёл."
    (part,) = find_foreign(text, "ru")
    assert (text[part.start : part.end], part.language) == (
        "five soldiers were killed there",
        None,
    ) or part.language == "en"


DOUBT = {
    "nothing": "",
    "figures": "40, 30 and 20; 1,100 km2",
    "a headline": "40 soldiers killed, Olmar",
    "two languages": f"{PROSE['fr']} {PROSE['es']}",
    "names": "Orlan Vask Teren Molik Sarova Olmar Bren Vessia Tarn " * 9,
}


@pytest.mark.parametrize(("code", "text"), PROSE.items(), ids=PROSE)
def test_prose_tells_its_language(code, text):
    assert detect_language(text) == code


@pytest.mark.parametrize("text", DOUBT.values(), ids=DOUBT)
def test_what_is_short_mixed_or_no_prose_is_left_open(text):
    assert detect_language(text) is None


def test_only_the_quotation_of_a_sentence_in_its_own_language_is_foreign():
    text = "Газета приводит слова майора: «За серпень ми спалили вісім гармат»."
    (found,) = find_foreign(text, "ru")
    assert text[found.start : found.end] == "За серпень ми спалили вісім гармат"
    assert found.language == "uk"


def test_without_a_letter_of_the_other_alphabet_a_sentence_is_in_its_own():
    assert find_foreign("Я столько не записала: у меня в тетрадке 84.", "ru") == ()


LINES = {
    "a sign that only parts letters": ("ru", "Генерал объявил условия перемирия."),
    "the same as a vowel": (
        "bg",
        "Той каза, че мостът е разрушен, а пътят е затворен.",
    ),
    "no letter of its own": ("uk", "Прошу передати слово мерові Тарновому."),
    "a name of an account": ("ru", "@harbour_monitor спасибо вам"),
    "an address": (
        "uk",
        "Дякую всім! https://news.example.org/harbour/mill-and-bridge",
    ),
}


@pytest.mark.parametrize(("code", "text"), LINES.values(), ids=LINES)
def test_a_line_by_itself_is_in_its_language(code, text):
    assert detect_language(text) == code
