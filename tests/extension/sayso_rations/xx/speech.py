"""As in English."""

from sayso.vocabulary.languages.en.speech import SPEECH

__all__ = ["SPEECH"]
