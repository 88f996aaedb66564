"""Parties by the packs' ids, in whatever language and case they are named."""

import pytest

from sayso.reading.parties.cased import find_cased_parties
from sayso.reading.parties.mentions import MentionKind, find_parties
from sayso.vocabulary.languages import CASED
from sayso.vocabulary.theatres import load_theatres

RUSSIAN, UKRAINIAN = CASED["ru"], CASED["uk"]
PACKS = tuple(load_theatres())


def _found(text, language):
    return [
        (m.span.text, m.party, str(m.kind))
        for m in find_cased_parties(text, PACKS, language)
    ]


@pytest.mark.parametrize(
    ("text", "language", "words", "party", "kind"),
    [
        ("Огонь по ВСУ", RUSSIAN, "ВСУ", "ukraine", "force"),
        (
            "позиции украинских военных",
            RUSSIAN,
            "украинских военных",
            "ukraine",
            "force",
        ),
        ("с Украиной", RUSSIAN, "Украиной", "ukraine", "country"),
        ("армии РФ", RUSSIAN, "армии РФ", "russia", "force"),
        ("о россиянах", RUSSIAN, "россиянах", "russia", "adjective"),
        ("средствами ПВО хуситов", RUSSIAN, "ПВО хуситов", "houthis", "force"),
        ("израильской авиации", RUSSIAN, "израильской авиации", "israel", "force"),
        ("під вогнем росіян", UKRAINIAN, "росіян", "russia", "adjective"),
        ("двох окупантів", UKRAINIAN, "окупантів", "russia", "force"),
        (
            "російськими військами",
            UKRAINIAN,
            "російськими військами",
            "russia",
            "force",
        ),
        ("рф обстріляла", UKRAINIAN, "рф", "russia", "country"),
        ("Збройних Сил України", UKRAINIAN, "Збройних Сил України", "ukraine", "force"),
        ("солдатів КНДР", UKRAINIAN, "солдатів КНДР", "north-korea", "force"),
    ],
)
def test_named_parties(text, language, words, party, kind):
    assert (words, party, kind) in _found(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [("потери противника", RUSSIAN), ("ворог відступив", UKRAINIAN)],
)
def test_the_enemy_is_a_side_without_a_name(text, language):
    (mention,) = find_cased_parties(text, PACKS, language)
    assert (mention.party, mention.kind) == (None, MentionKind.GROUP)


def test_one_party_whichever_language_names_it():
    english = find_parties("Ukraine", PACKS)[0].party
    russian = find_cased_parties("Украины", PACKS, RUSSIAN)[0].party
    ukrainian = find_cased_parties("України", PACKS, UKRAINIAN)[0].party
    assert english == russian == ukrainian
