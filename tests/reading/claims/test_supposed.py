"""What is asked, supposed or wished nobody claims. The sentences are invented."""

import pytest

from offered import claims_of, offer_of
from sayso.model import Document
from sayso.reading.claims.supposed import is_supposed
from sayso.reading.reader import read_document

SIDES = {
    "en": [("Russian", "Ukrainian"), ("Ukrainian", "Russian")],
    "ru": [("российских", "украинских"), ("украинских", "российских")],
    "uk": [("російських", "українських"), ("українських", "російських")],
}
SUPPOSED = {
    "en": [
        "If 30 {one} soldiers had died at Olmar, the town would know it.",
        "The envoy asked whether 30 {one} soldiers had been killed by {other} fire.",
        "Were 30 {one} soldiers killed near Olmar?",
        "Unless they lose 30 {one} tanks, nothing will change.",
        "He wished 30 {one} soldiers dead.",
    ],
    "ru": [
        "Если бы погибли 30 {one} военных, город бы знал об этом.",
        "Посол спросил, погибли ли 30 {one} военных у Олмара.",
        "Правда, что погибли 30 {one} военных?",
        "Пусть погибнут 30 {one} военных, ничего не изменится.",
        "Погибли бы 30 {one} военных у Олмара.",
    ],
    "uk": [
        "Якби загинули 30 {one} військових, місто про це знало б.",
        "Посол запитав, чи загинули 30 {one} військових під Олмаром.",
        "Чи загинули 30 {one} військових?",
        "Хай загинуть 30 {one} військових, нічого не зміниться.",
        "Загинули б 30 {one} військових під Олмаром.",
    ],
}
CLAIMED = {
    "en": [
        "30 {one} soldiers were killed near Olmar.",
        "If the mayor is right, 30 {one} soldiers were killed near Olmar.",
        "Who fired? Police said 30 {one} soldiers were killed near Olmar.",
        "Dozens, if not 300 {one} soldiers, were killed near Olmar.",
        "30 (?) {one} soldiers were killed near Olmar.",
    ],
    "ru": [
        "У Олмара погибли 30 {one} военных.",
        "Если верить мэру, у Олмара погибли 30 {one} военных.",
        "Кто стрелял? По словам полиции, погибли 30 {one} военных.",
        "У Олмара погибли чуть ли не 30 {one} военных.",
        "У Олмара погибли хотя бы 30 {one} военных.",
    ],
    "uk": [
        "Під Олмаром загинули 30 {one} військових.",
        "Якщо вірити меру, під Олмаром загинули 30 {one} військових.",
        "Хто стріляв? За словами поліції, загинули 30 {one} військових.",
        "Під Олмаром загинули 20 чи 30 {one} військових.",
        "Під Олмаром загинули хоча б 30 {one} військових.",
    ],
}


def rows(table):
    """Give each sentence of a table for either side, with its language."""
    return [
        (code, text.format(one=one, other=other))
        for code, texts in table.items()
        for text in texts
        for one, other in SIDES[code]
    ]


def supposed(text, code):
    """Give whether each figure of a text is only supposed, whatever it counts."""
    offer = offer_of(text, code)
    return [is_supposed(offer, claim) for claim in claims_of(offer, "people.killed")]


@pytest.mark.parametrize(("code", "text"), rows(SUPPOSED))
def test_what_is_supposed_is_no_claim(code, text):
    found = supposed(text, code)
    assert found
    assert all(found)


@pytest.mark.parametrize(("code", "text"), rows(CLAIMED))
def test_what_is_told_stays_a_claim(code, text):
    found = supposed(text, code)
    assert found
    assert not any(found)


@pytest.mark.parametrize(("code", "text"), rows(SUPPOSED))
def test_the_reader_makes_nothing_of_it(code, text):
    assert not read_document(Document(text, language=code)).claims
