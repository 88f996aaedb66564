"""As in English."""

from sayso.vocabulary.languages.en.times import TIMES

__all__ = ["TIMES"]
