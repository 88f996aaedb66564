"""As in English."""

from sayso.vocabulary.languages.en.numbers import NUMBERS

__all__ = ["NUMBERS"]
