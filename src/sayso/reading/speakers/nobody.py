"""Speakers that are none: "later", "29", "the", "it", "Lt-Col".

A speaker is a name, or a noun for a person or body. Words that only point, tell when or
count name nobody, and neither do the figures, ranks and articles that are left where a
name was cut short; a claim is better without a speaker than with one of them.
"""

from __future__ import annotations

import re
from functools import cache

from sayso.vocabulary.languages import AnyLanguage, Language
from sayso.vocabulary.languages.case_pronouns import PRONOUNS
from sayso.vocabulary.languages.speaker_words import SpeakerWords

_WORDS = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")


def names_nobody(name: str, language: AnyLanguage) -> bool:
    """True for words of a source that name neither a person nor a body.

    Args:
        name: A speaker as the text has it.
        language: The document's.
    """
    words = _WORDS.findall(name.lower())
    pointing = _pointing(language)
    left = [w for w in words if w not in pointing and not w.isdigit()]
    if not left or (left == words and len("".join(words)) == 1):
        return True
    if isinstance(language, Language):
        return all(word in language.sentences.abbreviations for word in left)
    is_owned = len(left) < len(words)
    accounts = language.speakers.accounts
    return is_owned and all(word.startswith(accounts) for word in left)


@cache
def _pointing(language: AnyLanguage) -> frozenset[str]:
    """Give words of a language that name nobody by themselves."""
    words = language.speakers
    if isinstance(words, SpeakerWords):
        return (
            frozenset()
            .union(
                words.person_pronouns,
                words.body_pronouns,
                words.group_pronouns,
                words.relatives,
                words.definite,
                words.indefinite,
                words.starters,
                words.no_speakers,
            )
            .difference(words.own_pronouns)
        )
    return frozenset().union(
        PRONOUNS[language.code],
        words.leads,
        words.there,
        words.particles,
        words.whens,
    )
