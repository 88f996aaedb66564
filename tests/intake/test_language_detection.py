"""Languages are told where a text shows them plainly, and doubt stays doubt."""

import pytest

from sayso.intake import detect_language

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
