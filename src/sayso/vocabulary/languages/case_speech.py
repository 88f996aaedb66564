"""What a language that declines gives the reader of attributions: words of saying."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.vocabulary.languages.stance_words import StanceWords

NOTHING = r"(?!)(?P<not>)"
"""Pattern that no words fit."""


@dataclass(frozen=True, slots=True, eq=False)
class CaseSpeech:
    """Stems and phrases by which a language says who says what, folded."""

    saying: tuple[str, ...]
    """Stems of verbs of saying: "сообщ"."""
    stance: StanceWords
    taken_back: str = NOTHING
    """What stands in an outlet's note before a figure that it no longer states."""
    put_right: str = NOTHING
    """What stands there before the figure that is right now."""
    taken_back_behind: str = NOTHING
    """What stands there behind a figure that it no longer states."""
