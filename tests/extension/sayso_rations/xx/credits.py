"""As in English."""

from sayso.vocabulary.languages.en.credits import CREDITS

__all__ = ["CREDITS"]
