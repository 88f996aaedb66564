"""Languages that Sayso reads; a language is one folder and one row here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sayso.errors import UnknownName
from sayso.vocabulary.languages.cased import CasedLanguage
from sayso.vocabulary.languages.language import Language
from sayso.vocabulary.languages.loading import load_folder

LANGUAGES: Mapping[str, Language] = MappingProxyType(
    {code: load_folder(code, Language) for code in ("en",)}
)
"""Code -> language, in the order shown to users."""

CASED: Mapping[str, CasedLanguage] = MappingProxyType(
    {code: load_folder(code, CasedLanguage) for code in ("ru", "uk")}
)
"""Code -> language that declines, read by weights of their own."""

AnyLanguage = Language | CasedLanguage

_READ: dict[str, AnyLanguage] = {**LANGUAGES, **CASED}
READ: Mapping[str, AnyLanguage] = MappingProxyType(_READ)
"""Code -> language, of all that are read; another is a stated gap. Ours come first;
languages of installed packages join behind them, once, before anything is read."""

ENGLISH = LANGUAGES["en"]
"""For tests and scripts; a reader takes the language of its document."""


def load_package(package: str, code: str) -> Language:
    """Give the language in a package of others: NAME there, and a file for each part.

    Raises:
        VocabularyError: The package lacks parts; all of them are named.
    """
    return load_folder(code, Language, package)


def join_language(language: AnyLanguage) -> None:
    """Let a language of an installed package be read; one that is read stays."""
    _READ.setdefault(language.code, language)


def load_language(code: str) -> AnyLanguage:
    """Give the language with an ISO 639-1 code.

    Raises:
        UnknownName: No language has the code; the message lists those that do.
    """
    if code not in READ:
        raise UnknownName("language", code, READ)
    return READ[code]


__all__ = [
    "CASED",
    "ENGLISH",
    "LANGUAGES",
    "READ",
    "AnyLanguage",
    "CasedLanguage",
    "Language",
    "join_language",
    "load_language",
    "load_package",
]
