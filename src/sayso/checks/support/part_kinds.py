"""Whether the parts of a list shut each other out: by kind, by place, by name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.checks.support.account import after
from sayso.checks.support.check import CheckContext
from sayso.checks.support.listed_parts import AROUND
from sayso.linking.names import place_key, thing_key
from sayso.model import Claim
from sayso.vocabulary.languages.comparing_words import ComparingWords

_NAME = re.compile(r"\s[^\W\d]{1,4}\s(?P<name>(?!\d)(?=\w)[^\Wa-zа-яіїєґё_][\w’'-]+)")
"""The same with a name: a word that begins with a capital letter."""


def are_by_place(parts: Sequence[Claim], whole: Claim) -> bool:
    """True when the same thing is counted place by place."""
    places = {place_key(c) for c in parts}
    things = {thing_key(c) for c in parts} | {thing_key(whole)}
    return None not in places and len(places) == len(parts) and len(things - {None}) < 2


def are_by_name(parts: Sequence[Claim], context: CheckContext) -> bool:
    """True for bare numbers with a name behind each: "24 in Olmar, nine in Bren".

    No list need know the names: villages of which no gazetteer tells are places, too.
    """
    names = [_NAME.match(after(part, AROUND, context)) for part in parts]
    known = {name["name"] for name in names if name is not None}
    return len(known) == len(parts) and all(part.group is None for part in parts)


def are_bare(parts: Sequence[Claim], whole: Claim) -> bool:
    """True when the parts are numbers of what the total counts, at one place."""
    things = {thing_key(c) for c in parts}
    return things <= {None, thing_key(whole)} and len(set(map(place_key, parts))) == 1


def are_shut_out(parts: Sequence[Claim], whole: Claim, words: ComparingWords) -> bool:
    """True when nobody can be counted in two of the parts."""
    if are_by_place(parts, whole):
        return True
    if are_bare(parts, whole):
        return True
    return are_exclusive(parts, words)


def are_exclusive(parts: Sequence[Claim], words: ComparingWords) -> bool:
    """True for men, women and children, or for soldiers and civilians."""
    kinds = {(c.group or "").split()[-1] if c.group else "" for c in parts}
    return len(kinds) == len(parts) and any(kinds <= known for known in words.exclusive)


def are_named_kinds(parts: Sequence[Claim], words: ComparingWords) -> bool:
    """True for "of them 150 soldiers, 40 guards and 25 civilians".

    A noun each, of which one is told as civilian or soldier and none as a child.
    """
    kinds = {(c.group or "").split()[-1] if c.group else "" for c in parts}
    parted = any(kinds & known for known in words.exclusive[1:])
    return (
        parted
        and "" not in kinds
        and len(kinds) == len(parts)
        and are_kinds(parts, words)
    )


def are_kinds(parts: Sequence[Claim], words: ComparingWords) -> bool:
    """True for such kinds, and for a list in which no kind is of sex or age.

    Nine women and eight teachers may be ten people; farmers and herders are not.
    """
    kinds = {(c.group or "").split()[-1] if c.group else "" for c in parts}
    others = frozenset().union(*words.exclusive[:1])
    return are_exclusive(parts, words) or kinds.isdisjoint(others)


def last_word(group: str | None) -> str:
    """Give the head of what is counted; a bare number is of people."""
    return group.split()[-1] if group and group.split() else "person"
