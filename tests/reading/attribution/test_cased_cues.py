"""Words of saying in Russian and Ukrainian."""

import pytest

from sayso.reading.attribution.cased_cues import CueKind, find_cased_cues
from sayso.vocabulary.languages import CASED


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ru", "Об этом молчат.", [("Об этом", "pointing")]),
        ("ru", "Мэр сообщил.", [("сообщил", "saying")]),
        ("ru", "По его словам, тихо.", [("По его словам", "according")]),
        ("ru", "По словам мэра, тихо.", [("По словам", "according")]),
        ("ru", "Газета со ссылкой на мэра", [("со ссылкой на", "relaying")]),
        ("ru", "Якобы сбит дрон.", [("Якобы", "hedging")]),
        ("ru", "Задержан сообщник.", []),
        ("uk", "Про це мовчать.", [("Про це", "pointing")]),
        ("uk", "Ідеться про дрон.", [("Ідеться", "saying")]),
        ("uk", "За даними штабу, тихо.", [("За даними", "according")]),
        ("uk", "Нібито збито дрон.", [("Нібито", "hedging")]),
        ("uk", "Перед боєм тихо.", []),
    ],
)
def test_cues(code, text, expected):
    found = find_cased_cues(text, CASED[code])
    assert [(cue.span.text, cue.kind) for cue in found] == [
        (words, CueKind(kind)) for words, kind in expected
    ]
