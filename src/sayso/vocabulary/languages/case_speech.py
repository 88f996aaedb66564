"""What a language that declines gives the reader of attributions: words of saying."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.vocabulary.languages.stance_words import StanceWords


@dataclass(frozen=True, slots=True, eq=False)
class CaseSpeech:
    """Stems and phrases by which a language says who says what, folded."""

    saying: tuple[str, ...]
    """Stems of verbs of saying: "сообщ"."""
    stance: StanceWords
