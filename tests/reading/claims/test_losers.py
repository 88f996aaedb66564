"""Whoever stands before a verb of losing has lost what follows. Invented sentences."""

from datetime import date

import pytest

from sayso.model import Document
from sayso.reading.reader import read_document

PUBLISHED = date(2025, 3, 12)
SIDES = {
    "en": (("Russia", "Ukraine"), "The army of {other} was in its trenches."),
    "ru": (("Россия", "Украина"), "Где стоит {other}, в сводке не сказано."),
    "uk": (("Росія", "Україна"), "Де стоїть {other}, у зведенні не сказано."),
}
TOLD = {
    "en": "Since August {one} lost 54,900 soldiers, the general said.\n\nOf them 22,200"
    " were killed and 31,800 wounded, he said.",
    "ru": "С августа {one} потеряла более 54 900 военных, сообщил генерал.\n\nИз них"
    " 22 200 погибли, 31 800 ранены, написал он.",
    "uk": "Від серпня {one} втратила понад 54 900 військових, повідомив генерал.\n\n"
    "Із них 22 200 загинули, 31 800 поранені, написав він.",
}
CLAUSES = {
    "en": "The general of {one} said 54,900 soldiers of {other} had been killed.",
    "ru": "Генерал сообщил, что {one} взяла село, где убиты 54 900 военных.",
    "uk": "Генерал повідомив, що {one} взяла село, де вбито 54 900 військових.",
}


def affected(code: str, text: str) -> dict[str, str | None]:
    """Give the digits of each claim's figure -> whose loss it is."""
    document = Document(text, published=PUBLISHED, language=code)
    return {
        "".join(filter(str.isdigit, c.quantity.span.text)): c.affected
        for c in read_document(document).claims
    }


@pytest.mark.parametrize("turn", [1, -1])
@pytest.mark.parametrize("code", TOLD)
def test_the_loser_before_the_verb_has_lost_the_whole_and_its_parts(code, turn):
    names, afterwards = SIDES[code]
    (one, other), (loser, _) = names[::turn], ("Russia", "Ukraine")[::turn]
    text = f"{TOLD[code]}\n\n{afterwards}".format(one=one, other=other)
    found = affected(code, text)
    assert {found[figure] for figure in ("54900", "22200", "31800")} == {loser}


@pytest.mark.parametrize("turn", [1, -1])
@pytest.mark.parametrize("code", CLAUSES)
def test_who_does_something_else_is_not_made_the_loser(code, turn):
    (one, other), doer = SIDES[code][0][::turn], ("Russia", "Ukraine")[::turn][0]
    found = affected(code, CLAUSES[code].format(one=one, other=other))
    assert found["54900"] != doer
