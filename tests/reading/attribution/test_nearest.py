"""Pairing where no linker was trained."""

from sayso.reading.attribution.attributions import find_attributions
from sayso.reading.tagger.encoder import tag_text
from sayso.vocabulary.languages import CASED

TEXT = (
    "Минобороны России заявило, что сбиты 45 беспилотников. «Мы держим город», — "
    "сказал мэр Илья Бродов.\n\nДождь шёл весь день."
)


def test_each_speaker_has_his_own_words():
    found = find_attributions(TEXT, tag_text(TEXT, CASED["ru"]), CASED["ru"])
    told = {a.source[0].text: " ".join(s.text for s in a.content) for a in found}
    assert any("Минобороны" in name and "45" in told[name] for name in told)
    assert any("Бродов" in name and "держим" in told[name] for name in told)


def test_a_text_without_speech_has_no_attributions():
    assert (
        find_attributions("Дождь.", tag_text("Дождь.", CASED["ru"]), CASED["ru"]) == ()
    )
