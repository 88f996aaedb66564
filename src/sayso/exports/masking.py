"""Names of private persons kept out of what leaves the ledger.

Prisoners (Geneva Convention III art. 13, IV art. 27), witnesses, victims and other
persons who hold no public office are masked in pages and exports unless a person
ruled otherwise; figures stay. This is the one place that decides it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from sayso.model import Claim, Speaker
from sayso.vocabulary.languages import ENGLISH

MASK = "Name withheld"
"""What stands for a masked name."""
WORDS_WITHHELD = "[words of a private person withheld]"
"""What stands for a quotation of a prisoner, victim, witness or other such person."""
_IN_TEXT = f"[{MASK.lower()}]"
_WORD = re.compile(r"[\w’'-]{1,60}")
_NAME = r"[A-Z][\w’'-]{1,30}(?:[ \t][A-Z][\w’'-]{1,30}){0,3}"
_AGED = re.compile(
    rf"\b({_NAME})"
    r"(?=,? (?:\(\d{1,3}\)|aged? \d{1,3}\b)|, \d{1,3}(?:,|\.|$| and\b))"
)
"""A name with an age: how reports name victims, minors and passers-by. Ages of
officials are given so as well; their names are asked for as public ones."""


def mask_claim(claim: Claim) -> Claim:
    """Give the claim without the name of a private speaker, where it has one."""
    if claim.speaker is None or not claim.speaker.private:
        return claim
    return replace(claim, claimant=MASK, speaker=mask_speaker(claim.speaker))


def mask_speaker(speaker: Speaker) -> Speaker:
    """Give the speaker, without its name where it is private; the id stays."""
    return replace(speaker, name=MASK) if speaker.private else speaker


@dataclass(frozen=True, slots=True)
class Hidden:
    """The names that must not leave, ready to be looked for in many texts."""

    by_word: Mapping[str, tuple[str, ...]]
    """Last word of a private name -> the names, the longest first."""
    public: frozenset[str]
    """Names of speakers that hold an office; they stay beside an age, too."""

    @classmethod
    def of(cls, private: Iterable[str], public: Iterable[str] = ()) -> Hidden:
        """Give the names to hide; words in lower case ("residents") name nobody."""
        found: dict[str, list[str]] = {}
        for name in sorted(set(private), key=lambda name: (-len(name), name)):
            words = name.split()
            if words and words[-1][:1].isupper():
                found.setdefault(words[-1], []).append(name)
        by_word = {word: tuple(names) for word, names in found.items()}
        return cls(by_word, frozenset(public))

    def with_more(self, private: Iterable[str]) -> Hidden:
        """Give the same with further private names."""
        more = Hidden.of(private)
        by_word = {**self.by_word}
        for word, names in more.by_word.items():
            by_word[word] = (*names, *by_word.get(word, ()))
        return replace(self, by_word=by_word, public=self.public - set(private))

    def showing(self, name: str) -> Hidden:
        """Give the same without one name."""
        by_word = {w: n for w, n in self.by_word.items() if name not in n}
        return replace(self, by_word=by_word, public=self.public | {name})

    def withhold(self, text: str) -> str:
        """Give the text without private names, nor the last word of each alone.

        Names beside an age or a private person's noun ("prisoner", "resident") are
        withheld as well, unless they are public.
        """
        text = self.withhold_known(text)
        return _after_nouns().sub(self._mask, _AGED.sub(self._mask, text))

    def withhold_known(self, text: str) -> str:
        """Give the text without private names, nor the last word of each alone."""
        for word in dict.fromkeys(_WORD.findall(text)):
            for name in (
                (*self.by_word.get(word, ()), word) if word in self.by_word else ()
            ):
                text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", _IN_TEXT, text)
        return text

    def _mask(self, match: re.Match[str]) -> str:
        name = match.group(1)
        is_public = name in self.public
        return match.group() if is_public else match.group().replace(name, _IN_TEXT)


def withhold_names(text: str, names: Iterable[str]) -> str:
    """Give words that stay on this machine without these names of private persons.

    Unlike an export, names that are only shown by an age or a noun stay.
    """
    return Hidden.of(names).withhold_known(text)


def find_private(text: str) -> tuple[str, ...]:
    """Give the names that stand behind a private person's noun: "prisoner Ivo Bel"."""
    return tuple(match.group(1) for match in _after_nouns().finditer(text))


def find_detained(text: str, names: Iterable[str]) -> frozenset[str]:
    """Give those of the names that a text says are of detained persons.

    Args:
        text: The document's text.
        names: Of private persons, as the document has them or as it calls several
            ("the prisoners"). A noun in the name tells, or one right before it
            ("prisoner Ivo Bel") or behind it ("Bel, a prisoner", "Bel, who is held
            captive").
    """
    nouns = ENGLISH.speakers.detained
    return frozenset(
        name
        for name in names
        if not nouns.isdisjoint(name.lower().split())
        or _beside_detained(name).search(text)
    )


def as_private(claim: Claim, names: Iterable[str]) -> Claim:
    """Give the claim with its speaker private where the document calls it so."""
    speaker = claim.speaker
    if speaker is None or speaker.private:
        return claim
    words = set(speaker.name.split())
    if any(words & set(name.split()) for name in names):
        return replace(claim, speaker=replace(speaker, private=True))
    return claim


@lru_cache(maxsize=1024)
def _beside_detained(name: str) -> re.Pattern[str]:
    """Give the pattern of a name with a noun for a detained person beside it."""
    noun = "|".join(sorted(map(re.escape, ENGLISH.speakers.detained), reverse=True))
    called, age = re.escape(name), r"(?:\(?\d{1,3}\)?,? )?"
    return re.compile(
        rf"\b(?i:{noun}|captured \w{{1,20}}),? (?:named )?{called}(?!\w)"
        rf"|(?<!\w){called},? {age}(?:\w{{1,12}} ){{0,4}}(?i:{noun})\b"
    )


@cache
def _after_nouns() -> re.Pattern[str]:
    """Give the pattern of a private person's noun before a name."""
    nouns = "|".join(sorted(map(re.escape, ENGLISH.speakers.private), reverse=True))
    return re.compile(rf"\b(?i:{nouns}|victims?),? ({_NAME})")
