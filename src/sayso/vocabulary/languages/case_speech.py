"""What a language that declines gives the reader of attributions: words of saying."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.vocabulary.languages.stance_words import StanceWords


@dataclass(frozen=True, slots=True, eq=False)
class CaseSpeech:
    """Stems and phrases by which a language says who says what, folded."""

    saying: tuple[str, ...]
    """Stems of verbs of saying: "сообщ"."""
    not_saying: frozenset[str]
    """Words with such a stem that say nothing."""
    according: frozenset[tuple[str, ...]]
    """Phrases before a source: ("по", "словам")."""
    relaying: frozenset[tuple[str, ...]]
    """Phrases before the one who is relayed: ("со", "ссылкой", "на")."""
    pointing: frozenset[tuple[str, ...]]
    """Phrases that point back to what was said before: ("об", "этом")."""
    hedging: frozenset[str]
    """The outlet's doubt: "якобы"."""
    stance: StanceWords
