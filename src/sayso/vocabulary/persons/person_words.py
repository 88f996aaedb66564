"""What a language gives the finder of persons: offices, roles, fates, given names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, eq=False)
class PersonWords:
    """Word lists, all lower case, by which a person of a text is told and weighed.

    Words of a language that inflects are stems; `tail` says how many letters may
    follow one.
    """

    code: str
    """ISO 639-1 code: "en"."""
    tail: int
    """Letters that may follow a listed word: 1 lets "farmer" stand for "farmers"."""
    titles: frozenset[str]
    """Before a name and no office: "mr"."""
    offices: frozenset[str]
    """Who speaks for a body or holds an office: "minister", "spokesman"."""
    ranks: frozenset[str]
    """Ranks that are no office by themselves: "captain"."""
    qualifiers: frozenset[str]
    """Words between an office and a name that say nothing: "former", "regional"."""
    private: frozenset[str]
    """Who holds no office: "resident", "soldier", "farmer"."""
    kin: frozenset[str]
    """Relatives: "wife"."""
    held: frozenset[str]
    """What is said of persons in somebody's hands, or who came free: "captured"."""
    harmed: frozenset[str]
    """What is said of the dead and wounded: "killed"."""
    saying: frozenset[str]
    """Verbs of speech: "said"."""
    naming: frozenset[str]
    """What stands before a name that is given: "named"."""
    credits: frozenset[str]
    """What stands before "by" and who wrote the report: "reporting"."""
    signs: frozenset[str]
    """What stands before a name taken in the field: "callsign"."""
    stops: frozenset[str]
    """Words over which no title reaches a name: "praised", "and"."""
    links: frozenset[str]
    """Words by which one noun belongs to another: "of"."""
    being: frozenset[str]
    """Forms of "to be" and what may stand beside them: "was", "later"."""
    leading: frozenset[str]
    """Verbs that say somebody holds an office: "heads"."""
    relatives: frozenset[str]
    """Begin a clause on a person: "who"."""
    things: frozenset[str]
    """Nouns that make a name one of a body, place or thing: "institute", "street"."""
    no_names: frozenset[str]
    """Written with a capital and no part of a name: "monday", "ukrainian", "the"."""
    named_after: frozenset[str]
    """What is named after somebody and is written before the name: "улица"."""
    known: frozenset[str]
    """Surnames of heads of state and the like, whom reports name without an office."""
    given: frozenset[str]
    """Given names."""
    small: frozenset[str]
    """Small forms of given names in full, whose stems are words by themselves."""
    doubtful: frozenset[str]
    """Those of them that are words or places as well, no sign when they stand alone."""
    heading: frozenset[str]
    """Make an office of a profession that follows: "chief"."""
    professions: frozenset[str]
    """Of private nouns those that one word makes an office: "surgeon"."""
    fields: frozenset[str]
    """What offices for people are for, in full: "rights", "делам"."""
    posts: frozenset[str]
    """Offices of a state that are for people without such a word: "commissioner"."""
    of_places: frozenset[str]
    """Of private nouns those behind which a place stands: "жител"."""
    joined: frozenset[str]
    """Written in one word with the office behind them: "екс", "віце"."""


def words(text: str) -> frozenset[str]:
    """Give the words of a list written as running text."""
    return frozenset(text.split())


def long_forms(rows: Iterable[str]) -> frozenset[str]:
    """Give the forms of a calendar's names that are no abbreviation."""
    return frozenset(form for row in rows for form in row.split() if len(form) > 3)


def joined(rows: Iterable[PersonWords], kind: str) -> frozenset[str]:
    """Give the words of one kind in all languages."""
    return frozenset().union(*(getattr(row, kind) for row in rows))


KINDS = tuple(f.name for f in fields(PersonWords) if f.name not in ("code", "tail"))
"""The names of the lists."""
