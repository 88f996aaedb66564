"""Killed and wounded in one figure are casualties. The sentences are invented."""

import pytest

from offered import claims_of, offer_of
from sayso.reading.claims.joint import with_joint_measures

KILLED, WOUNDED, BOTH = "people.killed", "people.wounded", "people.casualties"
SIDES = {
    "en": ["Russian", "Ukrainian"],
    "ru": ["российских", "украинских"],
    "uk": ["російських", "українських"],
}
TOGETHER = {
    "en": [
        "The staff counted 219 {one} soldiers killed or wounded at Olmar.",
        "Mines have killed and badly injured 219 {one} soldiers.",
        "The staff counted 219 dead and wounded {one} soldiers.",
    ],
    "ru": [
        "У Олмара 219 {one} военных убиты или ранены.",
        "Убито и тяжело ранено 219 {one} военных.",
        "Штаб сообщил о 219 раненых и убитых {one} военных.",
    ],
    "uk": [
        "Під Олмаром 219 {one} військових убито й поранено.",
        "Вбито та тяжко поранено 219 {one} військових.",
        "Штаб повідомив про 219 поранених і вбитих {one} військових.",
    ],
}
APART = {
    "en": [
        "The staff counted 12 {one} soldiers killed and 30 wounded at Olmar.",
        "{one} shelling killed 12 soldiers and wounded 30.",
        "The dead and wounded were taken away: 12 {one} soldiers.",
    ],
    "ru": [
        "У Олмара 12 {one} военных убиты и 30 ранены.",
        "Убито 12 {one} военных и ранено 30.",
        "Убитых и раненых увезли: 12 {one} военных.",
    ],
    "uk": [
        "Під Олмаром 12 {one} військових убито й 30 поранено.",
        "Вбито 12 {one} військових та поранено 30.",
        "Убитих і поранених забрали: 12 {one} військових.",
    ],
}


def measures(text, code, measure):
    """Give the measure of each figure that the network is to have given this one."""
    offer = offer_of(text, code)
    return {c.measure for c in with_joint_measures(offer, claims_of(offer, measure))}


def rows(table):
    """Give each sentence of a table for either side, with its language."""
    return [
        (code, text.format(one=one))
        for code, texts in table.items()
        for text in texts
        for one in SIDES[code]
    ]


@pytest.mark.parametrize("measure", [KILLED, WOUNDED])
@pytest.mark.parametrize(("code", "text"), rows(TOGETHER))
def test_words_of_both_are_heard_together(code, text, measure):
    assert measures(text, code, measure) == {BOTH}


@pytest.mark.parametrize("measure", [KILLED, WOUNDED])
@pytest.mark.parametrize(("code", "text"), rows(APART))
def test_figures_apiece_stay_apart(code, text, measure):
    assert measures(text, code, measure) == {measure}


@pytest.mark.parametrize(("code", "text"), rows(TOGETHER))
def test_another_measure_stays(code, text):
    assert measures(text, code, "people.freed") == {"people.freed"}


def test_it_is_as_sure_as_of_one_of_the_parts():
    offer = offer_of("The staff counted 219 soldiers killed or wounded.")
    (claim,) = with_joint_measures(offer, claims_of(offer, KILLED))
    assert claim.chance == pytest.approx(0.72)
