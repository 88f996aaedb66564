"""From a speaker's name to the canonical speaker: packs, institutions, parties.

The canonical name is the same in every document, so that what one body says can be
lined up. Where no pack knows the name, the name itself is canonical.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest

from sayso.model import Access, Speaker, SpeakerId, short_id
from sayso.reading.parties.mentions import MentionKind, PartyMention, find_parties
from sayso.reading.persons.lexicon import Kind, kinds_of
from sayso.reading.persons.persons import find_persons
from sayso.reading.speakers.several import join_names
from sayso.reading.text.names import NameIndex, Token, find_windows, to_key
from sayso.vocabulary.languages.speaker_words import SpeakerWords
from sayso.vocabulary.theatres import Institution, KnownSpeaker, Party, Theatre


def find_speaker(
    name: str, packs: tuple[Theatre, ...], *, words: SpeakerWords
) -> Speaker:
    """Give the canonical speaker behind a name.

    Args:
        name: A source as named in full, "Valery Gerasimov", "the UN agency".
        packs: Packs that apply; the first that knows the name decides.
        words: Says which nouns are of private persons.
    """
    tokens = next(find_windows(name), [])
    known = _known(name, tokens, packs)
    if known is not None:
        return _speaker(known.name, known.party, known.access)
    keys = {token.key for token in tokens}
    is_private = bool(keys & words.private) and not _is_public(name, tokens, words)
    mentions = [m for m in find_parties(name, packs) if m.party is not None]
    body = _institution(name, tokens, packs)
    if body is not None and mentions and not is_private:
        party = _party(mentions[0], packs)
        if party is not None:
            return _speaker(_of_party(body, party, packs), party.id, body.access)
    if mentions and not is_private and _covers(mentions[0], name, words):
        party = _party(mentions[0], packs)
        if party is not None:
            return _speaker(party.name, party.id, Access.OWN_FORCE)
    party_id = mentions[0].party if mentions else None
    access = Access.WITNESS if is_private else Access.UNKNOWN
    if body is not None and not is_private:
        access = body.access
    return _speaker(name, party_id, access, private=is_private)


def _is_public(name: str, tokens: Sequence[Token], words: SpeakerWords) -> bool:
    """True where a noun of private persons says only what an office or body is for.

    "UN commissioner for refugees Ivo Bel", "the prisoner coordination office"; not
    "the wife of Minister Ivo Bel".
    """
    keys = [token.key for token in tokens]
    cuts = (at for at, key in enumerate(keys) if key in words.prepositions)
    head = keys[: next(cuts, len(keys))]
    persons = find_persons(name)
    if not persons:
        return bool(head) and head[-1] in words.bodies and not _ends_in_name(name)
    is_said = any(
        key in words.private and not _is_of_matter(after)
        for key, after in zip_longest(head, head[1:], fillvalue="")
    )
    return not is_said and not any(person.is_withheld for person in persons)


def _ends_in_name(name: str) -> bool:
    """True for "witness Wing", whose one capital letter is that of a name."""
    *before, last = name.split()
    return last[0].isupper() and all(word.islower() for word in before)


def _is_of_matter(after: str) -> bool:
    """True before the noun of an office's matter or of a body: "affairs"."""
    return bool(kinds_of(after) & (Kind.FIELD | Kind.THING)) if after else False


def find_together(
    names: Sequence[str], packs: tuple[Theatre, ...], *, words: SpeakerWords
) -> Speaker:
    """Give the canonical speaker behind one name, or behind several who speak together.

    Several have the party and the access that all of them have.
    """
    found = [find_speaker(name, packs, words=words) for name in names]
    if len(found) == 1:
        return found[0]
    parties, accesses = {s.party for s in found}, {s.access for s in found}
    return _speaker(
        join_names([speaker.name for speaker in found]),
        parties.pop() if len(parties) == 1 else None,
        accesses.pop() if len(accesses) == 1 else Access.UNKNOWN,
        private=any(speaker.private for speaker in found),
    )


def _speaker(
    name: str, party: str | None, access: Access, *, private: bool = False
) -> Speaker:
    return Speaker(SpeakerId(short_id(name)), name, party, access, private)


@lru_cache(maxsize=64)
def _index(packs: tuple[Theatre, ...]) -> NameIndex[KnownSpeaker]:
    return NameIndex(
        (name, speaker)
        for pack in packs
        for speaker in pack.speakers
        for name in (speaker.name, *speaker.aliases)
    )


@lru_cache(maxsize=64)
def _institutions(packs: tuple[Theatre, ...]) -> NameIndex[Institution]:
    return NameIndex(
        (name.lower(), body)
        for pack in packs
        for body in pack.institutions
        for name in (body.name, *body.variants)
    )


def _known(
    name: str, tokens: list[Token], packs: tuple[Theatre, ...]
) -> KnownSpeaker | None:
    """Give the packs' speaker that a name is, not one that it only mentions.

    The known name must begin the phrase, or end it with nothing before it but small
    words and titles: "General Gerasimov", not "spokesman for Putin".
    """
    index = _index(packs)
    matches = list(index.find(name, tokens))
    for match in matches:
        rest = tokens[: match.first] + tokens[match.last :]
        if all(token.key in ("the", "a", "an") for token in rest):
            return match.value
    for match in matches:
        before = [token.key for token in tokens[: match.first]]
        if match.last == len(tokens) and not set(before) & _RELATING:
            return match.value
    return None


_RELATING = frozenset(
    {"of", "for", "to", "from", "near", "with", "by", "in", "s", "at"}
)


def _institution(
    name: str, tokens: list[Token], packs: tuple[Theatre, ...]
) -> Institution | None:
    found = list(_institutions(packs).find(name, tokens))
    return max(found, key=lambda m: m.last - m.first).value if found else None


def _of_party(body: Institution, party: Party, packs: tuple[Theatre, ...]) -> str:
    """Give the name of a party's body; "Sudanese army" is its own armed forces."""
    own = _institution(party.name, next(find_windows(party.name), []), packs)
    return party.name if own == body else f"{party.name}'s {body.name}"


def _party(mention: PartyMention, packs: Sequence[Theatre]) -> Party | None:
    parties = (pack.find_party(mention.party or "") for pack in packs)
    return next((party for party in parties if party is not None), None)


def _covers(mention: PartyMention, name: str, words: SpeakerWords) -> bool:
    """True when a name is the party itself and not somebody of it."""
    if mention.kind in (MentionKind.ADJECTIVE, MentionKind.PERSON):
        return False
    rest = name.replace(mention.span.text, "").split()
    return all(to_key(word) in words.definite for word in rest)
