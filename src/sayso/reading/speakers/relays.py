"""Through whom: the outlets that a sentence says handed on what somebody said.

"told TASS", "Al-Masirah quoted him as saying", "TASS, citing the ministry". Outlets
are known by a pack or by their name or noun ("the portal Kestrel"); reporters at a news
conference relay nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.reading.text.names import NameIndex, find_windows, to_key
from sayso.vocabulary.languages.speaker_words import SpeakerWords
from sayso.vocabulary.theatres import SpeakerKind, Theatre

_REACH = 70
"""Characters after a verb in which whom it was told is looked for."""
_STOP = re.compile(r"[,.;:!?\"“”()\n]| - ")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_WORDS_OF_OUTLET = 6
_CITING = re.compile(
    r",?\s+(?:citing|quoting|cites|quoted|cited|quotes)\s+([^,;:\n\"“”]{2,90})",
    re.IGNORECASE,
)
_HANDED_ON = re.compile(
    r"\b(?:quoted|cited|relayed|carried|published|broadcast|seen|obtained|reported)"
    r" by\s+([^,.;:\n\"“”]{2,60})"
)
_CITES_NEXT = re.compile(
    r",?\s*(?:citing|quoting)\s+([^,.;:\n\"“”]{2,60})", re.IGNORECASE
)
_QUOTES_NEXT = re.compile(
    r"(?:'s|s)?(?:\s+\w+)?\s+(?:has\s+)?(?:quoted|cited|quotes|cites)\s+"
    r"([^,.;:\n\"“”]{2,60}?)\s+as\s+(?:saying|having|claiming|confirming|reporting)"
)
_HANDS_ON = re.compile(
    r"\b(?:quoted|cited|relayed|carried|published|broadcast|reported) by (?:the )?$"
)
_VENUE = re.compile(
    r"\b(?:interview (?:with|to|on)|speaking (?:to|on)|spoke (?:to|on)|comments to|"
    r"remarks to|statement to|phone call with)\s+([^,.;:\n\"“”]{2,60})"
)
_ACCORDING = re.compile(r",\s+according to\s+([^,.;:\n\"“”]{2,60})")
_REPORTS = re.compile(
    r"[,\"”’]\s+(?:as\s+)?((?:(?!\sthat\b)[^,.;:\n\"“”]){2,50}?)\s+(?:reported|reports|relayed|"
    r"quoted \w+ as saying|cited \w+ as saying|said citing)\b"
)


@dataclass(frozen=True, slots=True)
class Outlets:
    """What is known of outlets: the packs' names and the language's nouns."""

    index: NameIndex[str]
    words: SpeakerWords

    def read(self, phrase: str) -> str | None:
        """Give the outlet that a noun phrase names, None when it names none.

        A noun alone is enough when an article or adjective tells which:
        "a Turkish channel".
        """
        phrase = _cut(phrase, self.words)
        if not phrase:
            return None
        for tokens in find_windows(phrase):
            for match in self.index.find(phrase, tokens):
                start = tokens[match.first].start
                return phrase[start : tokens[match.last - 1].end]
        found = _WORD.findall(phrase)
        keys = [to_key(word).removesuffix("'s") for word in found]
        if not keys or set(keys) & self.words.audiences:
            return None
        nouns = set(keys) & self.words.outlets
        upper = [word for word in found if word[0].isupper()]
        if upper and (nouns or keys[-1] in self.words.outlet_endings):
            named = _after_noun(found, keys, self.words)
            return named or _without_article(phrase, self.words)
        if upper and len(upper[0]) > 1 and upper[0].isupper() and len(found) <= 2:
            return _without_article(phrase, self.words)
        return phrase if nouns and len(found) > 1 else None


@lru_cache(maxsize=64)
def load_outlets(packs: tuple[Theatre, ...], words: SpeakerWords) -> Outlets:
    """Give the outlets of some packs, ready to be looked up."""
    names = [
        (name, speaker.name)
        for pack in packs
        for speaker in pack.speakers
        if speaker.kind == SpeakerKind.OUTLET
        for name in (speaker.name, *speaker.aliases)
    ]
    return Outlets(NameIndex(names), words)


def find_relays(text: str, start: int, end: int, outlets: Outlets) -> tuple[str, ...]:
    """Give the outlets that the stretch of text names as relays, in order.

    Args:
        text: The document's text.
        start: Start of source and cue, or of the sentence.
        end: End of the sentence.
        outlets: See `load_outlets`.
    """
    stretch = text[start:end]
    found: list[str] = []
    for phrase in (*_told(stretch, outlets.words), *_patterns(stretch)):
        outlet = outlets.read(phrase)
        if outlet is not None and outlet not in found:
            found.append(outlet)
    return tuple(found)


def split_citing(text: str, start: int, end: int) -> tuple[str, str] | None:
    """Give who relays and who is cited of a source and what follows it, else None.

    "TASS, citing the ministry" and "TASS quoted the general as saying".

    Args:
        text: The document's text.
        start: Start of the source.
        end: End of the source.
    """
    source = text[start:end]
    inside = _CITING.search(source)
    if inside is not None and inside.start() > 0:
        return source[: inside.start()], inside.group(1)
    for pattern in (_CITES_NEXT, _QUOTES_NEXT):
        behind = pattern.match(text, end, end + 2 * _REACH)
        if behind is not None:
            return source, behind.group(1)
    return None


def is_handed_on(text: str, start: int) -> bool:
    """True when words such as "carried by" stand before the offset."""
    return _HANDS_ON.search(text, max(0, start - 30), start) is not None


def _told(stretch: str, words: SpeakerWords) -> list[str]:
    return [
        stretch[match.end() : match.end() + _REACH]
        for match in _WORD.finditer(stretch)
        if to_key(match.group()) in words.telling
    ]


def _patterns(stretch: str) -> list[str]:
    patterns = (_VENUE, _HANDED_ON, _REPORTS, _ACCORDING)
    return [m.group(1) for pattern in patterns for m in pattern.finditer(stretch)]


def _cut(phrase: str, words: SpeakerWords) -> str:
    """Give the noun phrase that a stretch begins with."""
    phrase = _STOP.split(phrase.strip())[0]
    end = 0
    for count, match in enumerate(_WORD.finditer(phrase)):
        is_break = to_key(match.group()) in words.breaks and match.group()[0].islower()
        if count >= _WORDS_OF_OUTLET or (is_break and count > 0):
            break
        if is_break:
            return ""
        end = match.end()
    return phrase[:end]


def _without_article(phrase: str, words: SpeakerWords) -> str:
    first, _, rest = phrase.partition(" ")
    return rest if rest and to_key(first) in words.definite else phrase


def _after_noun(
    found: Sequence[str], keys: Sequence[str], words: SpeakerWords
) -> str | None:
    """Give the name behind an outlet's noun: "the portal Kestrel" is "Kestrel"."""
    for at, key in enumerate(keys[:-1]):
        if key in words.outlets and found[at].islower():
            rest = found[at + 1 :]
            if rest[0][0].isupper():
                return " ".join(rest)
    return None
