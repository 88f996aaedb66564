"""What a language that declines gives the reader of speakers: words that mean others."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class CaseSpeakers:
    """Words of a source that name nobody by themselves, in small letters."""

    leads: frozenset[str]
    """Prepositions that a source may begin with: "in (the ministry)"."""
    particles: frozenset[str]
    """What may stand behind a word that points back: "the very (same)"."""
    subjects: frozenset[str]
    """Pronouns as the subject of a verb; other words behind them name nobody."""
    there: frozenset[str]
    """Words that stand for whoever spoke last: "there", "the same", "the latter"."""
    officials: tuple[str, ...]
    """Stems of offices that any person of office is called by: "official"."""
    holders: tuple[str, ...]
    """Stems of offices that one person of a text holds: "governor"."""
    bodies: tuple[str, ...]
    """Stems of what any body is called: "agency", "ministry"."""
    papers: tuple[str, ...]
    """Stems of what a speaker puts out: "statement"."""
    accounts: tuple[str, ...]
    """Stems of what belongs to a speaker and is none by itself: "(his) figures"."""
    whens: frozenset[str]
    """Words of time and manner beside a verb of saying: "later"."""
