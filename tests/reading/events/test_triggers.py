"""Words that may say what happened, by the measures' files."""

import pytest

from sayso.reading.events.frames import Role, load_frames
from sayso.reading.events.triggers import REACH, find_triggers
from sayso.reading.text.words import split_words
from sayso.vocabulary.languages import CASED, ENGLISH


def measures(text, language=ENGLISH):
    """Give word -> measures it may speak of."""
    tokens = split_words(text)
    found = find_triggers(tokens, language)
    return {tokens.words[at]: {t.measure for t in said} for at, said in found.items()}


def test_a_word_speaks_of_its_measures():
    assert "people.killed" in measures("Shelling killed 12 people.")["killed"]


def test_a_frame_of_several_words_needs_them_all():
    assert "people.captured" in measures("They took 12 men prisoner.")["took"]
    assert "people.captured" not in measures("They took 12 men home.").get("took", ())


def test_the_rest_of_a_noun_follows_at_once():
    held = measures("The occupation of Merova went on.")
    assert "territory.held" in held["occupation"]
    assert "occupation" not in measures("The occupation, they said, of Merova.")


@pytest.mark.parametrize(("words", "speaks"), [(REACH - 2, True), (REACH - 1, False)])
def test_the_rest_of_a_verb_stands_within_reach(words, speaks):
    text = f"They took {'very ' * words}prisoner."
    assert ("people.captured" in measures(text).get("took", ())) is speaks


def test_a_word_has_a_role_and_longer_frames_come_first():
    frames = load_frames(ENGLISH)
    assert any(f.role is Role.DOES for f in frames["killed"])
    for known in frames.values():
        lengths = [len(frame.rest) for frame in known]
        assert lengths == sorted(lengths, reverse=True)


def test_stems_speak_in_languages_that_decline():
    assert "people.killed" in measures("Погибли 12 человек.", CASED["ru"])["Погибли"]
