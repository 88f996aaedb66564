"""Parties as a text's own language calls them, where claims keep the packs' names.

A claim of a Russian text keeps "Ukraine", one name in all lists; whoever takes readings
out beside the text gets "Украина", as the other words of the claim are the text's.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from sayso.vocabulary.theatres import load_theatres
from sayso.vocabulary.theatres.words import WORDS, load_words

_NONE: Mapping[str, str] = MappingProxyType({})


@cache
def native_names(code: str | None) -> Mapping[str, str]:
    """Give a party's name in claims -> its name in a language, in the nominative.

    Args:
        code: Of the language; for English, and one without names, nothing is given.
    """
    if code not in WORDS:
        return _NONE
    listed = load_words(code).parties
    return MappingProxyType(
        {
            party.name: listed[party.id].names[0]
            for pack in load_theatres()
            for party in pack.parties
            if party.id in listed and listed[party.id].names
        }
    )


@cache
def names_in_claims(code: str | None) -> Mapping[str, str]:
    """Give the same the other way round."""
    return MappingProxyType({own: name for name, own in native_names(code).items()})
