"""Two sides read alike: what words the network is shown in place of parties' names.

A text about a war reads the same to the network whichever side it names first: where
the party named first is the later one by its id, the names of the two are exchanged in
what the network sees, word for word, and nowhere else. So a text with the sides
exchanged gives the claims with the sides exchanged, by construction and not by training
alone. Names that have no word on the other side stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from sayso.reading.parties.mentions import PartyMention
from sayso.vocabulary.theatres import Party, SpeakerKind, Theatre

PERSONS = tuple("Adam Brandt Carl Dorn Emil Falk Georg Hahn Ivo Jung Karl Lenz".split())
"""What names of a pack's persons are shown as, in the order in which they come: whose
general speaks must not change what he is read to have said."""
_WORD = re.compile(r"[^\W\d_]{3,}")


def level_names(
    text: str, mentions: Sequence[PartyMention], packs: Sequence[Theatre]
) -> Mapping[str, str]:
    """Give word of the text -> word that the network is shown in its place.

    Args:
        text: The document's text.
        mentions: Its words that name parties, in order.
        packs: Packs that apply.

    Returns:
        Words as written and in capitals: of the two sides' names, where two parties
        that fight each other are not named in the order of their ids; of the names of
        persons that a pack knows to speak for a party.
    """
    return _level_persons(text, packs) | _level_sides(mentions, packs)


def _level_persons(text: str, packs: Sequence[Theatre]) -> dict[str, str]:
    known = _person_words(tuple(packs))
    named = (m for m in _WORD.findall(text) if m.title() in known)
    order = dict.fromkeys(word.title() for word in named)
    shown: dict[str, str] = {}
    for word, neutral in zip(order, PERSONS, strict=False):
        shown |= {word: neutral, word.upper(): neutral.upper()}
    return shown


@lru_cache(maxsize=64)
def _person_words(packs: tuple[Theatre, ...]) -> frozenset[str]:
    """Give the words of names of persons who speak for a party."""
    return frozenset(
        word
        for pack in packs
        for speaker in pack.speakers
        if speaker.kind is SpeakerKind.PERSON and speaker.party
        for word in _WORD.findall(speaker.name)
        if word.istitle()
    )


def _level_sides(
    mentions: Sequence[PartyMention], packs: Sequence[Theatre]
) -> dict[str, str]:
    parties = {p.id: p for pack in reversed(packs) for p in pack.parties}
    named = [m.party for m in mentions if m.party in parties]
    order = [parties[name] for name in dict.fromkeys(named) if name is not None]
    found = next((pair for pair in pairwise(order) if _fight(*pair)), None)
    if found is None or found[0].id < found[1].id:
        return {}
    shown: dict[str, str] = {}
    for one, two in _words(*found):
        for first, second in ((one, two), (two, one)):
            shown.setdefault(first, second)
            shown.setdefault(first.upper(), second.upper())
    return shown


def _fight(one: Party, two: Party) -> bool:
    return one.id in two.against or two.id in one.against


def _words(one: Party, two: Party) -> Iterator[tuple[str, str]]:
    """Yield single words that stand in the same row of both parties' names."""
    rows = (
        [(one.name, two.name)],
        zip(one.adjectives, two.adjectives, strict=False),
        zip(one.metonyms, two.metonyms, strict=False),
    )
    for row in rows:
        for first, second in row:
            if first.isalpha() and second.isalpha():
                yield first, second
