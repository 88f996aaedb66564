"""What a number counts: the unit or the noun phrase behind it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sayso.reading.text.folded import DASHES, Folded
from sayso.vocabulary.languages import case_pronouns
from sayso.vocabulary.languages.case_numbers import CaseNumbers
from sayso.vocabulary.languages.case_pronouns import Agreement

QUOTES = frozenset("«»„“”\"'")
REACH = 6
"""Words of the longest noun phrase read."""
PLURAL_ENDINGS = (
    "ов",
    "ев",
    "ей",
    "ів",
    "їв",
    "ин",
    "ан",
    "ок",
    "иц",
    "ць",
    "ць",
    "ій",
)
"""Endings of the genitive plural of nouns in both languages."""
SURE_ADJECTIVES = (
    "ых", "их", "ый", "ая", "яя", "ого", "его", "ому", "ему", "ым", "им", "ую", "юю",
    "ыми", "ими", "ые", "ие", "іх", "їх", "ої", "ські", "зькі", "цькі", "льні", "чні",
    "вні", "дні", "рні", "ровані", "ені", "ані", "нські", "ська", "цька", "ську",
)  # fmt: skip
"""Endings that hardly any noun has in the forms numbers govern."""
PAST = tuple(
    ending
    for rows in case_pronouns.PAST.values()
    for ending, agreement in rows
    if agreement is Agreement.PLURAL
)
"""Endings of the past in the plural."""
VERBS = (
    *PAST,
    "лся",
    "лась",
    "лось",
    "ено",
    "ано",
    "ься",
    "ются",
    "ться",
    "ють",
    "ают",
    "яют",
    "уют",
    "еют",
    "ило",
    "ало",
    "ула",
    "ули",
    "ято",
    "или",
    "али",
    "ены",
    "аны",
    "яны",
    "иты",
    "яты",
)


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun phrase in [first, after) of the folded words."""

    first: int
    after: int
    head: int
    """The head; for "27 единиц бронетехники" the noun of the whole, "единиц"."""


def read_unit(line: Folded, at: int, words: CaseNumbers) -> tuple[str, int] | None:
    """Give unit id and the item after it, for the unit that begins at an item."""
    if not (line.follows(at) or line.touches(at)):
        return None
    for size in (4, 3, 2, 1):
        phrase = _glued(line, at, size)
        unit = _unit_of(words, phrase) if phrase else None
        if unit is not None and not _goes_on(line, at + size):
            return unit, at + size
    return None


def _glued(line: Folded, at: int, size: int) -> str:
    """Give some items as written, blanks made one: "кв. км"."""
    if at + size > line.count:
        return ""
    parts = [line.words[at]]
    parts += [
        ("" if line.touches(index) else " ") + line.words[index]
        for index in range(at + 1, at + size)
    ]
    return "".join(parts)


def _goes_on(line: Folded, at: int) -> bool:
    """True for the "т" of "Т-72": the letters are a name's, not a unit's."""
    if line.words[at] in DASHES and line.touches(at) and line.touches(at + 1):
        return line.is_number(at + 1)
    return line.touches(at) and (line.is_number(at) or line.is_word(at))


@dataclass(frozen=True, slots=True)
class _Units:
    whole: dict[str, str]
    stems: dict[int, list[tuple[tuple[str, ...], str]]]
    """By the number of words."""

    def find(self, phrase: str) -> str | None:
        if phrase in self.whole:
            return self.whole[phrase]
        parts = phrase.split()
        for stems, unit in self.stems.get(len(parts), ()):
            if all(
                part.startswith(stem[:-1]) if stem.endswith("*") else part == stem
                for part, stem in zip(parts, stems, strict=True)
            ):
                return unit
        return None


@lru_cache(maxsize=8_192)
def _unit_of(words: CaseNumbers, phrase: str) -> str | None:
    """Give the unit that a phrase names; texts repeat what they count."""
    return _units(words).find(phrase)


@lru_cache(maxsize=8)
def _units(words: CaseNumbers) -> _Units:
    whole: dict[str, str] = {}
    stems: dict[int, list[tuple[tuple[str, ...], str]]] = {}
    for unit, phrases in words.units:
        for phrase in phrases:
            if "*" in phrase:
                parts = tuple(phrase.split())
                stems.setdefault(len(parts), []).append((parts, unit))
            else:
                whole.setdefault(phrase, unit)
    return _Units(whole, stems)


def read_noun(line: Folded, at: int, words: CaseNumbers) -> Noun | None:
    """Give the noun phrase that begins at an item, up to its head; None for none."""
    first, run = _run(line, at, words)
    if not run:
        return None
    head = _head(line, run)
    after = run[head] + 1
    if line.words[run[head]] in words.containers:
        rest = run[head + 1 :]
        if rest:
            after = rest[_head(line, rest)] + 1
    after = _with_compound(line, after)
    if line.words[after] in QUOTES and line.touches(after) and first < run[0]:
        after += 1
    return Noun(first, after, run[head])


def _run(line: Folded, at: int, words: CaseNumbers) -> tuple[int, list[int]]:
    """Give the first item and the words of a run that no stop or sign breaks."""
    first = at
    run: list[int] = []
    index = at
    while len(run) < REACH and index < line.count:
        if line.words[index] in QUOTES and not run:
            if not (line.follows(index)):
                break
            index += 1
            continue
        quoted = line.words[index - 1] in QUOTES and not run
        if not line.is_word(index) or not (line.follows(index) or quoted):
            compound = line.words[index] in DASHES and line.touches(index)
            if compound and line.is_word(index + 1) and line.touches(index + 1):
                index += 2
                continue
            break
        if line.words[index] in words.stops or line.words[index] in words.cardinals:
            break
        run.append(index)
        index += 1
    return first, run


def _head(line: Folded, run: list[int]) -> int:
    """Give the position in a run of the first word that is no adjective."""
    last = len(run) - 1
    for position, at in enumerate(run):
        word = line.words[at]
        if position and word.endswith(VERBS) and not word.endswith(PLURAL_ENDINGS):
            return position - 1
        if not word.endswith(SURE_ADJECTIVES):
            return position
        following = line.words[run[position + 1]] if position < last else ""
        if line.text[line.starts[at] : line.ends[at]].isupper() and len(word) < 5:
            return position
        if not following:
            return position
    return last


def _with_compound(line: Folded, after: int) -> int:
    """Give the item after the rest of a compound: "мотоциклів-камікадзе", "Т-72"."""
    while (
        line.words[after] in DASHES
        and line.touches(after)
        and line.touches(after + 1)
        and (line.is_word(after + 1) or line.is_number(after + 1))
    ):
        after += 2
        if line.touches(after) and line.is_word(after) and line.is_number(after - 1):
            after += 1
    return after
