"""As in English."""

from sayso.vocabulary.languages.en.parties import PARTIES

__all__ = ["PARTIES"]
