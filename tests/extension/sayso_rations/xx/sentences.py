"""As in English."""

from sayso.vocabulary.languages.en.sentences import SENTENCES

__all__ = ["SENTENCES"]
