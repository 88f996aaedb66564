"""From a source named in a language that declines to the canonical speaker.

"Генштаба ВСУ", "Генеральний штаб ЗСУ" and "Ukraine's General Staff" are one speaker;
"российского Минобороны" is Russia's Defence Ministry. Where nothing knows the name, the
name itself is canonical.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from sayso.model import Access, Speaker, SpeakerId, short_id
from sayso.reading.parties.cased import find_cased_parties
from sayso.reading.parties.mentions import MentionKind, PartyMention
from sayso.reading.text.folded import Folded, fold_text
from sayso.reading.text.inflected import SHORTEST, is_form, starts_of
from sayso.vocabulary.languages import CasedLanguage
from sayso.vocabulary.theatres import Institution, KnownSpeaker, Party, Theatre
from sayso.vocabulary.theatres.words import load_words

_SKIPPED = frozenset("«»„“”\"'.-–—")


def find_cased_speaker(
    name: str, packs: Sequence[Theatre], language: CasedLanguage
) -> Speaker:
    """Give the canonical speaker behind a name in any case.

    Args:
        name: A source as the text names it, without the verb of saying.
        packs: Packs that apply; a speaker of none of them is known by its own name.
        language: Its endings and code.
    """
    line, theatres = fold_text(name), tuple(packs)
    words = load_words(language.code)
    canonical = _longest(line, words.speakers, language)
    known = None if canonical is None else _speakers(theatres).get(canonical)
    if known is not None:
        return _speaker(known.name, known.party, known.access)
    mentions = [
        mention
        for mention in find_cased_parties(name, theatres, language)
        if mention.party is not None
    ]
    party = _party(mentions, theatres)
    body = _institution(_longest(line, words.institutions, language), theatres)
    if party is not None and body is not None:
        return _speaker(f"{party.name}'s {body.name}", party.id, body.access)
    if party is not None and _is_whole(mentions[0], name):
        return _speaker(party.name, party.id, Access.OWN_FORCE)
    access = body.access if body is not None else Access.UNKNOWN
    return _speaker(name, party.id if party is not None else None, access)


def _speaker(name: str, party: str | None, access: Access) -> Speaker:
    return Speaker(SpeakerId(short_id(name)), name, party, access)


@lru_cache(maxsize=64)
def _speakers(packs: tuple[Theatre, ...]) -> Mapping[str, KnownSpeaker]:
    return {
        speaker.name: speaker for pack in reversed(packs) for speaker in pack.speakers
    }


def _longest(
    line: Folded, names: Mapping[str, tuple[str, ...]], language: CasedLanguage
) -> str | None:
    """Give the canonical name of the longest listed name that the words hold."""
    tokens = [
        line.words[at] for at in range(line.count) if line.words[at] not in _SKIPPED
    ]
    starts = {token[:SHORTEST] for token in tokens}
    best: tuple[int, str] | None = None
    for canonical, listed in names.items():
        for name in listed:
            if starts.isdisjoint(_starts(name, language)):
                continue
            size = _held(tokens, _words(name), language)
            if size and (best is None or size > best[0]):
                best = size, canonical
    return best[1] if best is not None else None


@lru_cache(maxsize=4_096)
def _words(name: str) -> tuple[str, ...]:
    line = fold_text(name)
    return tuple(
        name[line.starts[at] : line.ends[at]]
        for at in range(line.count)
        if line.words[at] not in _SKIPPED
    )


@lru_cache(maxsize=8_192)
def _starts(name: str, language: CasedLanguage) -> frozenset[str]:
    return starts_of(_words(name)[0], language.endings)


def _held(tokens: list[str], words: tuple[str, ...], language: CasedLanguage) -> int:
    """Give the letters of a name when its words stand in a row, 0 when not."""
    for at in range(len(tokens) - len(words) + 1):
        if all(
            is_form(tokens[at + offset], word, language.endings)
            for offset, word in enumerate(words)
        ):
            return sum(map(len, words))
    return 0


def _institution(name: str | None, packs: tuple[Theatre, ...]) -> Institution | None:
    return next(
        (body for pack in packs for body in pack.institutions if body.name == name),
        None,
    )


def _party(mentions: list[PartyMention], packs: tuple[Theatre, ...]) -> Party | None:
    if not mentions:
        return None
    found = (pack.find_party(mentions[0].party or "") for pack in packs)
    return next((party for party in found if party is not None), None)


def _is_whole(mention: PartyMention, name: str) -> bool:
    """True when a name is the party itself and not somebody of it."""
    if mention.kind is MentionKind.ADJECTIVE:
        return False
    return mention.span.text == name.strip()
