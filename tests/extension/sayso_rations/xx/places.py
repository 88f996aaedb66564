"""As in English."""

from sayso.vocabulary.languages.en.places import PLACES

__all__ = ["PLACES"]
