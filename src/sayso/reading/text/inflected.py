"""Words in any of their cases, told by stem and ending, without a dictionary."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sayso.reading.text.letters import fold_letters
from sayso.vocabulary.languages.case_endings import CaseEndings

SHORTEST = 3
"""Letters of a stem; shorter words have the one form they are listed in."""
ACRONYM = 5
"""Letters of the longest name in capitals that is never declined."""


@lru_cache(maxsize=65_536)
def stems_of(word: str, endings: CaseEndings) -> tuple[str, ...]:
    """Give the stems by which the other cases of a name's word are known.

    Args:
        word: As listed, in the nominative: "Суджа", "украинский".
        endings: Of its language.

    Returns:
        Folded stems, most often one; none for an acronym or a short word.
    """
    folded = fold_letters(word)
    acronym = word.isupper() and len(word) <= ACRONYM
    if acronym or not folded.replace("'", "").isalpha():
        return ()
    found = [folded]
    for ending in endings.stripped:
        if folded.endswith(ending) and len(folded) - len(ending) >= SHORTEST:
            found = [folded[: -len(ending)]]
            break
    for end, other in endings.vowels.items():
        if folded.endswith(end) and len(folded) - len(end) >= 2:
            found.append(folded[: -len(end)] + other)
    return tuple(stem for stem in found if len(stem) >= SHORTEST)


def is_form(token: str, word: str, endings: CaseEndings) -> bool:
    """True when a folded word of the text is a form of a listed word."""
    folded, stems = _forms_of(word, endings)
    if token == folded:
        return True
    for stem in stems:
        if token.startswith(stem) and token[len(stem) :] in endings.forms:
            return True
    return False


def starts_of(word: str, endings: CaseEndings) -> frozenset[str]:
    """Give the first `SHORTEST` letters of all forms of a listed word.

    A folded word that begins otherwise is no form of it: lists are indexed by these.
    """
    folded, stems = _forms_of(word, endings)
    return frozenset(form[:SHORTEST] for form in (folded, *stems))


@lru_cache(maxsize=65_536)
def _forms_of(word: str, endings: CaseEndings) -> tuple[str, tuple[str, ...]]:
    """Give a listed word folded, and the stems of its other cases."""
    return fold_letters(word), stems_of(word, endings)


def nominatives_of(word: str, endings: CaseEndings) -> Iterator[str]:
    """Yield what a folded word may be in the nominative, itself first.

    A guess by endings: whoever asks looks each up in a list.
    """
    yield word
    for length in range(min(4, len(word) - 2), 0, -1):
        for other in endings.nominatives.get(word[-length:], ()):
            if other != word[-length:]:
                yield word[:-length] + other
