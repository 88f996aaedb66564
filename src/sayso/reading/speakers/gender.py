"""Whether a name is a woman's or a man's, where words of the text say so."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from enum import StrEnum

from sayso.reading.speakers.source_words import WORD
from sayso.reading.text.names import to_key
from sayso.vocabulary.languages.speaker_words import SpeakerWords


class Gender(StrEnum):
    """How a language speaks of a person."""

    WOMAN = "woman"
    MAN = "man"


def find_gender(
    name: str, offices: AbstractSet[str], words: SpeakerWords
) -> Gender | None:
    """Give what given name, title, offices or else the surname's ending say, or None.

    Args:
        name: In full; a lone word is a surname and says nothing but by its ending.
        offices: Words that the text calls the person by.
        words: The language's names and offices.
    """
    keys = [to_key(word) for word in WORD.findall(name)]
    known = {*keys[:1], *offices} if len(keys) > 1 else set(offices)
    is_woman, is_man = bool(known & words.women), bool(known & words.men)
    if keys and not is_woman and not is_man:
        is_woman = keys[-1].endswith(words.women_endings)
        is_man = keys[-1].endswith(words.men_endings)
    if is_woman == is_man:
        return None
    return Gender.WOMAN if is_woman else Gender.MAN


def gender_of(pronoun: str, words: SpeakerWords) -> Gender | None:
    """Give whom a pronoun may stand for, None for anybody."""
    if pronoun in words.women_pronouns:
        return Gender.WOMAN
    return Gender.MAN if pronoun in words.men_pronouns else None
