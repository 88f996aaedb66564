"""Parties in a text: which words name a belligerent, a country, a force, an official.

Names come from theatre packs alone. Which packs apply is decided by evidence in the
document (`choose_theatres`). An adjective with a force noun ("Ukrainian air defence
units", "Sudan's army") is one mention; "the rebels" is a mention without a known party.
It refuses to guess which side an unnamed group is on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from sayso.model import Span
from sayso.reading.parties.evidence import WORLD, count_evidence
from sayso.reading.text.names import Match, NameIndex, Token, find_windows
from sayso.vocabulary.theatres import Party, PartyKind, SpeakerKind, Theatre

_MAX_MODIFIERS = 4
"""Words between adjective and force noun: "Russian [special military air] forces"."""
_NAMES_FOR_THEATRE = 2
"""Different names that only one pack holds, at least, before the pack applies ..."""
_MENTIONS_FOR_THEATRE = 3
"""... or so many mentions of one such name. Our own choice."""
_LED = frozenset({"led", "backed", "aligned", "allied", "supported", "sponsored"})
_NOT_A_PARTY = frozenset(
    {"held", "occupied", "controlled", "made", "born", "speaking", "built", "supplied"}
)
_ADJECTIVES = frozenset({"military", "paramilitary"})
_ARTICLES = frozenset({"the", "its", "their", "our", "s"})
_PREFIXES = frozenset({"pro", "anti"})


_TOUCHING = frozenset({" ", "\n", "\u00a0", "-", "‐", "‑"})
_HYPHENS = frozenset({"-", "‐", "‑"})

Value = TypeVar("Value")


class MentionKind(StrEnum):
    """How the words name a party."""

    COUNTRY = "country"
    FORCE = "force"
    """An army or armed group, or words for a country's soldiers."""
    ADJECTIVE = "adjective"
    """An adjective or a name of its people: "Ukrainian"."""
    METONYM = "metonym"
    """A capital or seat that may stand for a government, or be the place."""
    PERSON = "person"
    BODY = "body"
    GROUP = "group"
    """Words for a party without its name: "the rebels"."""


@dataclass(frozen=True, slots=True)
class PartyMention:
    """Words that name a party."""

    span: Span
    party: str | None
    """Id of the party in its pack, None for an unnamed group or a neutral body."""
    name: str
    """How a claim names it: the country's name, else the words of the text."""
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class _Sense:
    """What one name stands for."""

    party: Party | None
    kind: MentionKind
    name: str | None
    """Name to use, None for the words of the text."""


_UNNAMED = _Sense(None, MentionKind.GROUP, None)
_EXTENDED = (MentionKind.ADJECTIVE, MentionKind.COUNTRY, MentionKind.METONYM)


@dataclass(frozen=True, slots=True)
class _Lexicon:
    names: NameIndex[_Sense]
    forces: NameIndex[None]
    modifiers: NameIndex[None]
    groups: NameIndex[None]
    governments: dict[str, Party]
    """Country code -> the party that is its government in a war inside it."""


@dataclass(frozen=True, slots=True)
class _Scan:
    """One window of a text with what to look for."""

    text: str
    tokens: list[Token]
    lexicon: _Lexicon

    def match(self, index: NameIndex[Value], at: int) -> Match[Value] | None:
        """Give the name of an index that starts at the token, None without one."""
        return index.match(self.text, self.tokens, at)

    def before(self, at: int) -> str:
        """Give the characters between the token and the one before it."""
        if not 0 < at < len(self.tokens):
            return ""
        return self.text[self.tokens[at - 1].end : self.tokens[at].start]

    def touches(self, at: int) -> bool:
        """True when the token continues the words before it."""
        gap = self.before(at)
        is_initial = gap == ". " and len(self.tokens[at - 1].text) == 1
        return is_initial or gap in _TOUCHING

    def is_hyphened(self, at: int) -> bool:
        """True when a hyphen joins the token to the one before it."""
        return self.before(at) in _HYPHENS

    def is_adjective(self, at: int, last: int) -> bool:
        """True for "military" without an article: "two military vehicles"."""
        if last - at > 1 or self.tokens[at].key not in _ADJECTIVES:
            return False
        return not (at and self.tokens[at - 1].key in _ARTICLES)

    def follows_prefix(self, at: int) -> bool:
        """True when "pro-" or "anti-" stands before the token."""
        return self.is_hyphened(at) and self.tokens[at - 1].key in _PREFIXES


def find_parties(text: str, packs: Sequence[Theatre]) -> tuple[PartyMention, ...]:
    """Give the mentions of parties in a text, in its order, without overlap.

    Args:
        text: Any text; a sentence or a whole document.
        packs: Packs that apply, `choose_theatres` gives them; the first pack that
            knows a name decides what it means.
    """
    return _find_parties(text, tuple(packs))


@lru_cache(maxsize=64)
def _find_parties(text: str, packs: tuple[Theatre, ...]) -> tuple[PartyMention, ...]:
    """Find them once, though places, speakers and claims all ask of one text."""
    lexicon = _lexicon(packs)
    return tuple(
        mention
        for tokens in find_windows(text)
        for mention in _find_in(_Scan(text, tokens, lexicon))
    )


def opponents(party: str, packs: Sequence[Theatre]) -> tuple[Party, ...]:
    """Give the parties that a party fights by the packs, in the packs' order.

    "The enemy" in a speaker's words is the first of these that the text names.
    """
    found: dict[str, Party] = {}
    for pack in packs:
        own = pack.find_party(party)
        for other in pack.parties:
            if (own and other.id in own.against) or party in other.against:
                found.setdefault(other.id, other)
    return tuple(found.values())


def choose_theatres(text: str, packs: Sequence[Theatre]) -> tuple[Theatre, ...]:
    """Give the packs that a text gives evidence of, most evidence first, `world` last.

    Evidence is a name that only one of the packs holds: two different ones, or one
    three times. A name that several hold speaks for the one that the text tells of
    most by the others. The pack `world` always applies and never decides over another.
    """
    others = [pack for pack in packs if pack.name != WORLD]
    world = tuple(pack for pack in packs if pack.name == WORLD)
    counts = count_evidence(text, tuple(packs))
    chosen = [
        pack
        for pack in others
        if len(counts[pack.name]) >= _NAMES_FOR_THEATRE
        or counts[pack.name].total() >= _MENTIONS_FOR_THEATRE
    ]
    chosen.sort(key=lambda pack: -counts[pack.name].total())
    return (*chosen, *world)


@lru_cache(maxsize=64)
def _lexicon(packs: tuple[Theatre, ...]) -> _Lexicon:
    senses = [row for pack in packs for row in _senses(pack)]
    governments = {
        party.country: party
        for pack in packs
        for party in pack.parties
        if party.kind == PartyKind.GOVERNMENT and party.country
    }
    return _Lexicon(
        names=NameIndex(senses),
        forces=_word_index(word for pack in packs for word in pack.force_nouns),
        modifiers=_word_index(word for pack in packs for word in pack.force_modifiers),
        groups=_word_index(word for pack in packs for word in pack.group_nouns),
        governments=governments,
    )


def _word_index(words: Iterator[str]) -> NameIndex[None]:
    return NameIndex((word, None) for word in words)


def _senses(pack: Theatre) -> Iterator[tuple[str, _Sense]]:
    """Yield every name of the pack with what it stands for."""
    for party in pack.parties:
        is_state = party.kind == PartyKind.STATE
        own = party.name if is_state else None
        plain = MentionKind.COUNTRY if is_state else MentionKind.FORCE
        for kind, names in (
            (plain, (party.name, *party.names)),
            (MentionKind.FORCE, party.forces),
            (MentionKind.ADJECTIVE, party.adjectives),
            (MentionKind.METONYM, party.metonyms),
        ):
            shown = party.name if kind == MentionKind.METONYM else own
            for name in names:
                yield name, _Sense(party, kind, shown)
        if is_state and party.name[-1] != "s":
            # a possessive that lost its apostrophe: "Syrias army"
            yield f"{party.name}s", _Sense(party, plain, own)
    for speaker in pack.speakers:
        if speaker.kind == SpeakerKind.OUTLET:
            for name in (speaker.name, *speaker.aliases):
                yield name, _Sense(None, MentionKind.BODY, None)
            continue
        holder = None if speaker.party is None else pack.find_party(speaker.party)
        is_person = speaker.kind == SpeakerKind.PERSON
        kind = MentionKind.PERSON if is_person else MentionKind.BODY
        for name in (speaker.name, *speaker.aliases):
            yield name, _Sense(holder, kind, _holder_name(holder))


def _holder_name(party: Party | None) -> str | None:
    return party.name if party is not None and party.kind == PartyKind.STATE else None


def _find_in(scan: _Scan) -> Iterator[PartyMention]:
    """Yield the mentions in one window of a text."""
    lexicon, at = scan.lexicon, 0
    while at < len(scan.tokens):
        match = scan.match(lexicon.names, at)
        group = scan.match(lexicon.groups, at)
        if group is not None and (match is None or group.last > match.last):
            if not scan.is_adjective(at, group.last):
                yield _mention(scan, at, group.last, _UNNAMED)
            at = group.last
        elif match is not None:
            first, last, sense = _extend(scan, at, match.last, match.value)
            if sense is not None:
                yield _mention(scan, first, last, sense)
            at = last
        else:
            at += 1


def _mention(scan: _Scan, first: int, last: int, sense: _Sense) -> PartyMention:
    start, end = scan.tokens[first].start, scan.tokens[last - 1].end
    if scan.text[end - 2 : end - 1] == "." and scan.text[end : end + 1] == ".":
        end += 1  # the last full stop of "U.S." belongs to the name
    span = Span.cut(scan.text, start, end)
    party = None if sense.party is None else sense.party.id
    return PartyMention(span, party, sense.name or span.text, sense.kind)


def _extend(
    scan: _Scan, first: int, last: int, sense: _Sense
) -> tuple[int, int, _Sense | None]:
    """Join a country's name or adjective with the words around it.

    Returns:
        First and last token and the sense of the whole; sense None when the words
        are no party ("Russian-made", "Ukrainian-held").
    """
    if sense.kind not in _EXTENDED:
        return first, last, sense
    if scan.follows_prefix(first):
        noun = _noun_end(scan, last)
        return (first - 1, noun, _UNNAMED) if noun else (first, last, None)
    second = scan.tokens[last].key if scan.is_hyphened(last) else ""
    if second in _LED:
        noun = _noun_end(scan, last + 1)
        return (first, noun, _UNNAMED) if noun else (first, last + 1, None)
    if second in _NOT_A_PARTY:
        return first, last + 1, None
    if sense.kind == MentionKind.METONYM:
        return first, last, sense
    after = last
    if last < len(scan.tokens) and scan.tokens[last].key == "s":
        after += 1
    force = _force_end(scan, after)
    if force is not None:
        return first, force, _force_sense(sense, scan.lexicon)
    group = scan.match(scan.lexicon.groups, after)
    if group is not None and scan.touches(after):
        return first, group.last, _UNNAMED
    return first, last, sense


def _force_sense(sense: _Sense, lexicon: _Lexicon) -> _Sense:
    """Give a country's force, or its government's where a war is inside it."""
    country = sense.party.country if sense.party is not None else None
    government = lexicon.governments.get(country or "")
    if government is not None:
        return _Sense(government, MentionKind.FORCE, None)
    return replace(sense, kind=MentionKind.FORCE)


def _force_end(scan: _Scan, at: int) -> int | None:
    """Give the token after modifiers and a force noun from `at`, None without one."""
    best = None
    for _ in range(_MAX_MODIFIERS):
        if not scan.touches(at):
            break
        noun = scan.match(scan.lexicon.forces, at)
        modifier = scan.match(scan.lexicon.modifiers, at)
        if noun is not None:
            best = noun.last
        ends = [found.last for found in (noun, modifier) if found is not None]
        if not ends:
            break
        at = max(ends)
    return best


def _noun_end(scan: _Scan, at: int) -> int | None:
    """Give the token after a force or group noun from `at`, None without one."""
    group = scan.match(scan.lexicon.groups, at)
    ends = (_force_end(scan, at), None if group is None else group.last)
    return max((end for end in ends if end is not None), default=None)
