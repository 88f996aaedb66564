"""Parties in the language of a text."""

from sayso.vocabulary.theatres.native import names_in_claims, native_names


def test_a_party_is_named_in_the_language_and_back():
    assert native_names("ru")["Ukraine"] == "Украина"
    assert native_names("ru")["United States"] == "США"
    assert native_names("ru")["Rapid Support Forces"] == "Силы быстрой поддержки"
    assert native_names("uk")["Russia"] == "Росія"
    assert names_in_claims("uk")["Росія"] == "Russia"


def test_two_names_in_one_language_are_told_apart_but_for_two_of_one_party():
    for code in ("ru", "uk"):
        lost = set(native_names(code)) - set(names_in_claims(code).values())
        assert lost <= {"Tatmadaw", "Myanmar military"}


def test_english_and_a_language_without_names_change_nothing():
    assert not native_names("en")
    assert not native_names("ar")
    assert not native_names(None)
