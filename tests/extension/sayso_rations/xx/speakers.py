"""As in English."""

from sayso.vocabulary.languages.en.speakers import SPEAKERS

__all__ = ["SPEAKERS"]
