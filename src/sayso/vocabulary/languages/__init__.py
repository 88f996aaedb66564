"""Languages that Sayso reads; a language is one file and one row here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sayso.errors import UnknownName
from sayso.vocabulary.languages import en
from sayso.vocabulary.languages.language import Language

LANGUAGES: Mapping[str, Language] = MappingProxyType(
    {row.code: row for row in (en.LANGUAGE,)}
)
"""Code -> language, in the order shown to users."""

ENGLISH = LANGUAGES["en"]
"""What readers use when no language is named."""


def load_language(code: str) -> Language:
    """Give the language with an ISO 639-1 code.

    Raises:
        UnknownName: No language has the code; the message lists those that do.
    """
    if code not in LANGUAGES:
        raise UnknownName("language", code, LANGUAGES)
    return LANGUAGES[code]


__all__ = ["ENGLISH", "LANGUAGES", "Language", "load_language"]
