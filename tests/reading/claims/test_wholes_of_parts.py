"""A part has from its whole what only the whole's words say. Invented sentences."""

from datetime import date

import pytest

from sayso.model import Claim, Document
from sayso.reading.reader import read_document

PUBLISHED = date(2025, 3, 10)
SIDES = {
    "en": (("Russia", "Ukraine"), ("Ukraine", "Russia")),
    "ru": (("Россия", "Украина"), ("Украина", "Россия")),
    "uk": (("Росія", "Україна"), ("Україна", "Росія")),
}
PARTIES = {
    "Россия": "Russia",
    "Росія": "Russia",
    "Украина": "Ukraine",
    "Україна": "Ukraine",
}
PARTS = [
    (
        "en",
        (
            "Analysts said {one} lost 53,000 men in the winter. Of them 22,200 were"
            " killed and 30,800 were wounded."
        ),
    ),
    (
        "en",
        (
            "In the winter {one} lost 53,000 men, including 22,200 killed and 30,800"
            " wounded, analysts said."
        ),
    ),
    (
        "ru",
        (
            "По данным аналитиков, за зиму {one} потеряла 53 000 военных. Из них 22 200"
            " погибли, 30 800 ранены."
        ),
    ),
    (
        "ru",
        (
            "По данным аналитиков, за зиму {one} потеряла 53 000 солдат: 22 200"
            " убитыми, 30 800 ранеными."
        ),
    ),
    (
        "uk",
        (
            "За даними аналітиків, за зиму {one} втратила 53 000 військових. Із них"
            " 22 200 загинули, 30 800 поранені."
        ),
    ),
    (
        "uk",
        (
            "Про бої розповіла {other}. За даними аналітиків, за зиму {one} втратила"
            " 53 000 військових, у тому числі 22 200 загиблих і 30 800 поранених."
        ),
    ),
]
OTHERS = [
    (
        "en",
        (
            "Analysts said {one} lost 53,000 men in the winter. Of them 22,200 were"
            " killed, while {other} had 30,800 wounded."
        ),
    ),
    (
        "ru",
        (
            "За зиму {one} потеряла 53 000 военных. Из них 22 200 погибли, {other} же"
            " потеряла 30 800 ранеными."
        ),
    ),
    (
        "uk",
        (
            "За зиму {one} втратила 53 000 військових. Із них 22 200 загинули, {other}"
            " ж утратила 30 800 пораненими."
        ),
    ),
]


def read(code: str, text: str) -> dict[str, Claim]:
    """Give the digits of each claim's figure -> the claim."""
    document = Document(text, published=PUBLISHED, language=code)
    return {
        "".join(filter(str.isdigit, c.quantity.span.text)): c
        for c in read_document(document).claims
    }


@pytest.mark.parametrize(("code", "text"), PARTS)
@pytest.mark.parametrize("turn", [0, 1])
def test_parts_have_the_side_the_days_and_the_speaker_of_their_whole(code, text, turn):
    one, other = SIDES[code][turn]
    found = read(code, text.format(one=one, other=other))
    assert set(found) == {"53000", "22200", "30800"}
    whole = found["53000"]
    assert whole.affected == PARTIES.get(one, one)
    for part in found.values():
        assert part.affected == whole.affected
        assert part.claimant == whole.claimant is not None
        assert part.period == whole.period


@pytest.mark.parametrize(("code", "text"), OTHERS)
@pytest.mark.parametrize("turn", [0, 1])
def test_a_figure_beside_another_party_is_not_given_to_the_side_of_the_whole(
    code, text, turn
):
    one, other = SIDES[code][turn]
    found = read(code, text.format(one=one, other=other))
    assert found["30800"].affected in (None, PARTIES.get(other, other))
