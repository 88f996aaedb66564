"""Parties in the language of a text."""

from sayso.vocabulary.theatres.native import names_in_claims, native_names


def test_a_state_is_named_in_the_language_and_back():
    assert native_names("ru")["Ukraine"] == "Украина"
    assert native_names("uk")["Russia"] == "Росія"
    assert names_in_claims("uk")["Росія"] == "Russia"


def test_names_of_two_parties_are_never_one():
    for code in ("ru", "uk"):
        assert len(names_in_claims(code)) == len(native_names(code))


def test_english_and_a_language_without_names_change_nothing():
    assert not native_names("en")
    assert not native_names("ar")
    assert not native_names(None)
