"""Parties in a text whose language declines: names in any case, forces, sides.

"Украинских военных", "войска РФ", "під владою росіян" name a party of the packs; "the
enemy" and "боевики" name a side without saying which. Ids are the packs', whichever
language names them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.reading.parties.mentions import MentionKind, PartyMention
from sayso.reading.text.folded import Folded, fold_text
from sayso.reading.text.inflected import SHORTEST, is_form, starts_of
from sayso.reading.text.letters import fold_letters
from sayso.vocabulary.languages import CasedLanguage
from sayso.vocabulary.languages.case_endings import CaseEndings
from sayso.vocabulary.theatres import Party, Theatre
from sayso.vocabulary.theatres.words import OtherWords, load_words

MODIFIERS = 3
"""Words between adjective and force noun, at most."""
_QUOTES = frozenset('«»„“”"')


@dataclass(frozen=True, slots=True)
class _Name:
    """A listed name, word by word."""

    words: tuple[str, ...]
    party: str | None
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class _Index:
    """Names by the first letters of their first word."""

    by_start: dict[str, tuple[_Name, ...]]
    """See `starts_of`."""
    forces: dict[str, tuple[_Name, ...]]
    modifiers: dict[str, tuple[_Name, ...]]
    endings: CaseEndings


def find_cased_parties(
    text: str, packs: Sequence[Theatre], language: CasedLanguage
) -> tuple[PartyMention, ...]:
    """Give the mentions of parties in a text, in its order, without overlap.

    Args:
        text: Any text in the language.
        packs: Packs that apply; a party of none of them is not found.
        language: Its endings and code.
    """
    index = _index(tuple(packs), language)
    names = {party.id: party.name for pack in packs for party in pack.parties}
    line = fold_text(text)
    return tuple(
        PartyMention(
            line.span(first, after),
            name.party,
            names.get(name.party or "", line.span(first, after).text),
            name.kind,
        )
        for first, after, name in _walk(line, index)
    )


def find_named_parties(
    text: str, packs: Sequence[Theatre], language: CasedLanguage
) -> frozenset[str]:
    """Give the ids of parties with a name anywhere in a text.

    What is no party of these is in no mention that `find_cased_parties` gives: one look
    at the text tells which of many packs need not be tried.
    """
    index = _index(tuple(packs), language)
    line = fold_text(text)
    return frozenset(
        name.party
        for at in range(line.count)
        for name in index.by_start.get(line.words[at][:SHORTEST], ())
        if name.party is not None
        and _match(line, at, name.words, index.endings) is not None
    )


def _walk(line: Folded, index: _Index) -> Iterator[tuple[int, int, _Name]]:
    at = 0
    while at < line.count:
        start = line.words[at][:SHORTEST]
        if start not in index.by_start and start not in index.forces:
            at += 1
            continue
        found = _longest(line, at, index.by_start, index.endings)
        if found is None:
            grouped = _force_of(line, at, index)
            if grouped is not None:
                yield at, grouped[0], grouped[1]
                at = grouped[0]
            else:
                at += 1
            continue
        after, name = found
        if name.kind in (MentionKind.ADJECTIVE, MentionKind.COUNTRY):
            force = _force_end(line, after, index)
            if name.kind is MentionKind.ADJECTIVE and force is not None:
                after, name = force, _as_force(name)
        elif name.kind is MentionKind.GROUP:
            of = _force_of(line, at, index)
            if of is not None:
                after, name = of
        yield at, after, name
        at = after


def _as_force(name: _Name) -> _Name:
    return _Name(name.words, name.party, MentionKind.FORCE)


def _longest(
    line: Folded, at: int, names: dict[str, tuple[_Name, ...]], endings: CaseEndings
) -> tuple[int, _Name] | None:
    """Give the item after the longest name that begins here, and the name."""
    best: tuple[int, _Name] | None = None
    for name in names.get(line.words[at][:SHORTEST], ()):
        after = _match(line, at, name.words, endings)
        if after is not None and (best is None or after > best[0]):
            best = after, name
    return best


def _match(
    line: Folded, at: int, words: tuple[str, ...], endings: CaseEndings
) -> int | None:
    """Give the item after a name, None when another stands here."""
    index = at
    for number, word in enumerate(words):
        if number and line.words[index] in _QUOTES | {"-"}:
            index += 1
        if index >= line.count or not _is_word(line, index, word, endings):
            return None
        if number and line.gap(index).count("\n") > 1:
            return None
        index += 1
    if len(words) > 1 and line.words[index] in _QUOTES and line.touches(index):
        opened = any(line.words[i] in _QUOTES for i in range(at, index))
        index += opened
    return index


def _is_word(line: Folded, at: int, word: str, endings: CaseEndings) -> bool:
    token = line.words[at]
    if word.isupper() and len(word) > 1:
        shown = line.text[line.starts[at] : line.ends[at]]
        return token == fold_letters(word) and shown.isupper()
    if not is_form(token, word, endings):
        return False
    short = len(word) < 4 and word[0].isupper()
    return line.is_capital(at) if short else True


def _force_end(line: Folded, at: int, index: _Index) -> int | None:
    """Give the item after modifiers and a force noun, None without one."""
    best = None
    for _ in range(MODIFIERS):
        if not line.follows(at):
            break
        noun = _longest(line, at, index.forces, index.endings)
        modifier = _longest(line, at, index.modifiers, index.endings)
        if noun is not None:
            best = noun[0]
        ends = [found[0] for found in (noun, modifier) if found is not None]
        if not ends:
            break
        at = max(ends)
    return best


def _force_of(line: Folded, at: int, index: _Index) -> tuple[int, _Name] | None:
    """Read "войска РФ", "армии Мали": a force noun and whose it is behind."""
    noun = _longest(line, at, index.forces, index.endings)
    if noun is None or not line.follows(noun[0]):
        return None
    owner = _longest(line, noun[0], index.by_start, index.endings)
    if owner is None or owner[1].kind is not MentionKind.COUNTRY:
        return None
    return owner[0], _as_force(owner[1])


@lru_cache(maxsize=128)
def _index(packs: tuple[Theatre, ...], language: CasedLanguage) -> _Index:
    words = load_words(language.code)
    parties = {party.id: party for pack in reversed(packs) for party in pack.parties}
    names = list(_names(parties, words))
    endings = language.endings
    return _Index(
        by_start=_by_start(names, endings),
        forces=_by_start(_plain(words.force_nouns), endings),
        modifiers=_by_start(_plain(words.force_modifiers), endings),
        endings=endings,
    )


def _plain(words: Sequence[str]) -> list[_Name]:
    return [_Name(tuple(word.split()), None, MentionKind.GROUP) for word in words]


def _names(parties: dict[str, Party], words: OtherWords) -> Iterator[_Name]:
    for party, names in words.parties.items():
        if party not in parties:
            continue
        for kind, listed in (
            (MentionKind.COUNTRY, names.names),
            (MentionKind.ADJECTIVE, names.adjectives),
            (MentionKind.ADJECTIVE, names.people),
            (MentionKind.FORCE, names.forces),
            (MentionKind.METONYM, names.metonyms),
        ):
            for name in listed:
                yield _Name(_split(name), party, kind)
    for group in words.group_nouns:
        yield _Name(_split(group), None, MentionKind.GROUP)


def _split(name: str) -> tuple[str, ...]:
    bare = "".join(" " if c in _QUOTES or c == "-" else c for c in name)
    return tuple(bare.split())


def _by_start(
    names: Sequence[_Name], endings: CaseEndings
) -> dict[str, tuple[_Name, ...]]:
    found: dict[str, list[_Name]] = {}
    for name in names:
        for start in starts_of(name.words[0], endings):
            found.setdefault(start, []).append(name)
    return {start: tuple(listed) for start, listed in found.items()}
