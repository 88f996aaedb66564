"""As in English."""

from sayso.vocabulary.languages.en.comparing import COMPARING

__all__ = ["COMPARING"]
