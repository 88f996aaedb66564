"""Pronouns of languages that decline, and the past tense that agrees with them."""

from collections.abc import Mapping
from enum import StrEnum


class Agreement(StrEnum):
    """Grammatical gender, or number: that of a noun, its pronoun and its past tense."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    NEUTER = "neuter"
    PLURAL = "plural"


def _forms(**words: str) -> Mapping[str, Agreement]:
    return {
        form: Agreement(agreement)
        for agreement, listed in words.items()
        for form in listed.split()
    }


PRONOUNS: Mapping[str, Mapping[str, Agreement]] = {
    "ru": _forms(
        masculine="он его него ему нему",
        feminine="она ее её нее неё ей ней",
        neuter="оно",
        plural="они их них",
    ),
    "uk": _forms(
        masculine="він його нього йому ньому",
        feminine="вона її неї їй ній",
        neuter="воно",
        plural="вони їх їхніми них",
    ),
}
"""Language -> form, in small letters -> what it agrees with."""

PAST: Mapping[str, tuple[tuple[str, Agreement], ...]] = {
    "ru": (
        ("ла", Agreement.FEMININE),
        ("лась", Agreement.FEMININE),
        ("ло", Agreement.NEUTER),
        ("лось", Agreement.NEUTER),
        ("ли", Agreement.PLURAL),
        ("лись", Agreement.PLURAL),
        ("л", Agreement.MASCULINE),
        ("лся", Agreement.MASCULINE),
    ),
    "uk": (
        ("ла", Agreement.FEMININE),
        ("лася", Agreement.FEMININE),
        ("ло", Agreement.NEUTER),
        ("лося", Agreement.NEUTER),
        ("ли", Agreement.PLURAL),
        ("лися", Agreement.PLURAL),
        ("в", Agreement.MASCULINE),
        ("вся", Agreement.MASCULINE),
    ),
}
"""Language -> endings of the past tense of verbs of saying."""
