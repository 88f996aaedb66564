"""A pronoun names no party: it is resolved, or left out. Sentences are invented."""

import pytest

from offered import claims_of, offer_of
from sayso.model import Document
from sayso.reading.claims.meant import with_meant_parties
from sayso.reading.reader import read_document

SIDES = [("Sudan", "Chad"), ("Chad", "Sudan")]


def meant(text, pointed, field="actor", code="en"):
    """Give the party of the first figure whose field the pointed words would fill."""
    offer = offer_of(text, code)
    claim = claims_of(offer, "people.killed", pointed=pointed, field=field)[0]
    choice = getattr(with_meant_parties(offer, claim), field)
    return choice.value and choice.value.name, [span.text for span in choice.spans]


@pytest.mark.parametrize(("one", "other"), SIDES)
def test_who_speaks_of_it_means_the_speaker(one, other):
    text = f"{one}'s army said it had killed 40 soldiers of {other}."
    assert meant(text, "it") == (one, ["it"])


@pytest.mark.parametrize(("one", "other"), SIDES)
def test_its_losses_are_the_speakers(one, other):
    text = f"{one} said 40 of its soldiers were killed by {other}."
    assert meant(text, "its", "affected") == (one, ["its"])


@pytest.mark.parametrize(
    ("code", "text", "word"),
    [
        ("en", "They burned 40 houses, the deacon of Kobo says.", "They"),
        ("en", "A military source said it had killed 40 soldiers.", "it"),
        ("ru", "Они убили 40 военных.", "Они"),
        ("uk", "Вони вбили 40 військових.", "Вони"),
    ],
)
def test_whom_nobody_names_stays_empty(code, text, word):
    assert meant(text, word, code=code) == (None, [])


@pytest.mark.parametrize("word", ["rebels", "we", "our"])
def test_other_words_stay(word):
    text = f"Near Olmar {word} killed 40 soldiers, wrote the clerk."
    assert meant(text, word)[0] == word


@pytest.mark.parametrize(("one", "other"), SIDES)
def test_no_reading_has_a_pronoun_for_a_party(one, other):
    text = (
        f"{one}'s army said it had killed 40 soldiers of {other}. They also took"
        " two villages. It has lost 12 tanks, officers said."
    )
    found = read_document(Document(text)).claims
    assert found
    named = {claim.actor for claim in found} | {claim.affected for claim in found}
    assert named <= {one, other, None}
