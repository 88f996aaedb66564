"""Runs of capitalised words in a text: what may be a person's or a body's name."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from sayso.reading.text.names import Token, to_key
from sayso.vocabulary.languages.speaker_words import SpeakerWords

_LONGEST_NAME = 8
"""Words of a run at most: a text in capitals is otherwise one name."""
_CONNECTORS = frozenset({"of", "the", "for", "and", "in", "s"})
_BODY_GAPS = (" ", "-", "'", "’", "\n")
"""What may stand between the words of a body's name; of line breaks only those that a
text is wrapped at (`_breaks_off`)."""


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words."""

    start: int
    end: int
    words: tuple[str, ...]
    starts: tuple[int, ...] = ()
    """Where each word starts."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The words in the form that is compared."""
        return tuple(map(to_key, self.words))


def find_runs(
    text: str,
    tokens: list[Token],
    words: SpeakerWords,
    firsts: AbstractSet[int] = frozenset(),
) -> Iterator[Name]:
    """Yield the longest runs of capitalised words, small words inside allowed.

    Args:
        text: The document's text.
        tokens: Its words, or those of a window.
        words: The language's words for offices and bodies.
        firsts: Offsets at which sentences begin: no name goes over a line break there.
    """
    at = 0
    while at < len(tokens):
        is_begun = _starts_name(tokens[at]) and (
            tokens[at].key not in words.starters or _is_initial(text, tokens[at])
        )
        if not is_begun:
            at += 1
            continue
        last = at + 1
        while last < len(tokens) and last - at < _LONGEST_NAME:
            step = _next(text, tokens, last, words, firsts)
            if step is None:
                break
            last = step
        yield _name(tokens, at, last)
        at = last


def _next(
    text: str,
    tokens: list[Token],
    at: int,
    words: SpeakerWords,
    firsts: AbstractSet[int],
) -> int | None:
    """Give the token after the next word of a run, None when the run ends."""
    if _breaks_off(text, tokens, at, words, firsts):
        return None
    if text[tokens[at - 1].end : tokens[at].start] not in (" ", "-", "\n", ". "):
        return None
    if text[tokens[at - 1].end] == "." and len(tokens[at - 1].text) > 3:
        return None
    if _starts_name(tokens[at]):
        return at + 1
    is_particle = tokens[at].key in words.particles
    if is_particle and at + 1 < len(tokens) and _starts_name(tokens[at + 1]):
        gap = text[tokens[at].end : tokens[at + 1].start]
        return at + 2 if gap in (" ", "-") else None
    return None


def _is_initial(text: str, token: Token) -> bool:
    """True for the "A" of "A. Mol", which is no article."""
    return (
        len(token.text) == 1 and token.text.isupper() and text[token.end :][:1] == "."
    )


def _starts_name(token: Token) -> bool:
    return token.text[0].isupper() or (
        token.key in ("al", "el") and token.text[0].islower()
    )


def _name(tokens: list[Token], first: int, last: int) -> Name:
    chosen = tokens[first:last]
    return Name(
        chosen[0].start,
        chosen[-1].end,
        tuple(token.text for token in chosen),
        tuple(token.start for token in chosen),
    )


def _breaks_off(
    text: str,
    tokens: list[Token],
    at: int,
    words: SpeakerWords,
    firsts: AbstractSet[int],
) -> bool:
    """True when a line or sentence ends before a word and something new begins with it.

    A sentence ("... the mayor, Jan Mol. He said"), or a capital "The": that begins a
    line behind a heading and no word that a text is wrapped at.
    """
    token = tokens[at]
    gap = text[tokens[at - 1].end : token.start]
    if "\n" not in gap and "." not in gap:
        return False
    is_opening = token.text[0].isupper() and token.key in words.starters
    return is_opening or token.start in firsts


def find_bodies(
    text: str,
    tokens: list[Token],
    words: SpeakerWords,
    firsts: AbstractSet[int] = frozenset(),
) -> Iterator[Name]:
    """Yield runs that name a body: with a noun for one, joined over "of the", "'s".

    Also "Russia's defence ministry" and "the Elbonian air force": a capitalised word
    and small ones up to the noun. For the arguments see `find_runs`.
    """
    at = 0
    while at < len(tokens):
        if not tokens[at].text[0].isupper() or tokens[at].key in words.starters:
            at += 1
            continue
        last = _body_end(text, tokens, at, words, firsts)
        if last is None:
            at += 1
            continue
        yield _name(tokens, at, last)
        at = last


def _body_end(
    text: str,
    tokens: list[Token],
    first: int,
    words: SpeakerWords,
    firsts: AbstractSet[int],
) -> int | None:
    """Give the token after the body's name that starts there, None without a noun."""
    end = None
    small = 0
    for at in range(first, min(len(tokens), first + 2 * _LONGEST_NAME)):
        token = tokens[at]
        if at > first and text[tokens[at - 1].end : token.start] not in _BODY_GAPS:
            break
        if at > first and _breaks_off(text, tokens, at, words, firsts):
            break
        is_upper = token.text[0].isupper()
        is_noun = token.key in words.bodies
        if is_upper:
            small = 0
            if is_noun or end is not None:
                end = at + 1
        elif is_noun and at > first and end is None:
            return at + 1
        elif token.key in _CONNECTORS:
            small += 1
        else:
            small += 1
            if end is not None:
                break
        if small > 2:
            break
    return end
