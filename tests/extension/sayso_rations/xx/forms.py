"""As in English."""

from sayso.vocabulary.languages.en.forms import FORMS

__all__ = ["FORMS"]
