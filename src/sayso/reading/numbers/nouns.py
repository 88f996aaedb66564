"""The noun phrase that a number counts: "Russian troops" in "over 600 Russian troops".

By words alone, without a tagger: a phrase runs from the number to its first plural
noun and ends before any preposition, pronoun, auxiliary or known verb form. A reader
that has a tagger may move the head; the spans here are what the words show.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.reading.numbers.scan import Scan

NOUN_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,4}(?:-\w{1,30})?|[^\W_](?:[\w'’‑/-]{0,40}\w)?"
)
"""A word with its hyphens, apostrophes and inner full stops: "pro-Assad", "U.S."."""
QUOTES = "\"“”'‘’«»„"
GAP = re.compile(rf"[{QUOTES}]?[ \u00a0]{{0,16}}[{QUOTES}]?")
CALIBRE = re.compile(r"\d{1,4}-?(?:mm|cm|in|inch|pound|pounder)")
"""A size inside a phrase: "82mm mortar rounds"."""
AGED = re.compile(r"\d{1,3}-(?:year|month|week|day)s?-olds?")
"""An age inside a phrase or as its head: "a 68-year-old woman"."""
MASS_REACH = 4
"""Words of a container's of-phrase, its mass noun the last."""
REACH = 8
"""Words a noun phrase may have before its head."""
JOINED = 4
"""Words behind the "and" of two adjectives, the head the last."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun phrase [start, end) and its head, both as offsets."""

    start: int
    end: int
    head: int
    """Where the head begins; it ends with the phrase or before its of-phrase."""
    head_end: int
    plural: bool
    """True when the head is a plural that rule or table knows."""


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str


def find_noun(scan: Scan, end: int, *, singular: bool, of: bool = False) -> Noun | None:
    """Give the noun phrase that begins after a number, or None when none does.

    Args:
        scan: The text.
        end: Where the number, or its bound word, ends.
        singular: True after "one" or an article: the head is then the last noun.
        of: True when "of" may link the number to it: "dozens of villages".
    """
    start = _skip_of(scan, end) if of else end
    if start < 0:
        return None
    phrase = _read_phrase(scan, start, singular=singular)
    if not phrase or (not singular and _is_teller(scan, phrase)):
        return None
    if singular:
        return _singular_noun(scan, phrase)
    return _plural_noun(scan, phrase)


def _skip_of(scan: Scan, end: int) -> int:
    """Give where the noun begins after "of the"; -1 after "of them"."""
    link = f" {scan.words.of} "
    at = end + scan.folded.startswith(tuple(QUOTES), end)
    if not scan.folded.startswith(link, at):
        return end
    at += len(link) - 1
    for _ in range(3):
        word = NOUN_WORD.match(scan.folded, at + 1)
        if word is None or word.group() not in scan.words.determiners:
            break
        if _is_acronym(scan, word):
            break
        if word.group() in scan.words.pronouns:
            return -1
        at = word.end()
    return at


def _read_phrase(scan: Scan, end: int, *, singular: bool) -> list[_Word]:
    """Give the words up to the head, or up to where the phrase must end."""
    found: list[_Word] = []
    for _ in range(REACH):
        gap = GAP.match(scan.folded, end)
        if gap is None or (gap.end() == end):
            break
        word = NOUN_WORD.match(scan.folded, gap.end())
        if word is None:
            break
        if _ends_phrase(scan, found, word) and not _is_in_name(scan, found, word):
            return found + ([] if singular else _read_joined(scan, found, word))
        found.append(_Word(word.start(), word.end(), word.group()))
        end = word.end()
        if (
            not singular
            and is_plural(scan, found[-1].text)
            and _is_head(scan, found[-1])
        ):
            break
    return found


def _read_joined(scan: Scan, found: list[_Word], joiner: re.Match[str]) -> list[_Word]:
    """Give the rest of "600 Russian and Ukrainian soldiers" from its "and" on.

    What stands before it must be no noun of its own ("12 dead and hospitals full").
    """
    if joiner.group() not in (scan.words.joiner, scan.words.either) or not found:
        return []
    first = found[-1].text
    if first in scan.words.substantives or is_owner(first):
        return []
    rest = [_Word(joiner.start(), joiner.end(), joiner.group())]
    for _ in range(JOINED):
        word = NOUN_WORD.match(scan.folded, rest[-1].end + 1)
        if word is None or _ends_phrase(scan, rest, word):
            return []
        rest.append(_Word(word.start(), word.end(), word.group()))
        if is_plural(scan, word.group()) and _is_head(scan, rest[-1]):
            break
    last = rest[-1].text
    if len(rest) <= 2 or not is_plural(scan, last):
        return []
    return [] if last in scan.words.vague else rest


def _is_teller(scan: Scan, phrase: list[_Word]) -> bool:
    """True for the "Monitor" of the headline "Strikes kill 43 Monitor".

    Where the line writes its other words with capitals too, a plural is what is
    counted: "Blast Kills 12 Officials".
    """
    last, text = phrase[-1], scan.text
    if last.text not in scan.words.tellers:
        return False
    if not all(_is_name(scan, word.start) for word in phrase):
        return False
    if text[last.end : last.end + 1] not in ("", "\n"):
        return False
    opens = text.rfind("\n", 0, phrase[0].start) + 1
    before = NOUN_WORD.findall(text, opens, phrase[0].start)
    is_sentence_case = any(word.islower() and len(word) > 3 for word in before)
    return is_sentence_case or not is_plural(scan, last.text)


def _is_in_name(scan: Scan, found: list[_Word], word: re.Match[str]) -> bool:
    """True for the "of" of "an Army of Hanra leader": the name goes before a noun."""
    if (
        word.group() != scan.words.of
        or not found
        or not _is_name(scan, found[-1].start)
    ):
        return False
    name = NOUN_WORD.match(scan.folded, word.end() + 1)
    if name is None or not _is_name(scan, name.start()):
        return False
    noun = NOUN_WORD.match(scan.folded, name.end() + 1)
    if noun is None or noun.group() in scan.words.stops:
        return False
    return scan.text[noun.start()].islower() and not _looks_verbal(scan, noun.group())


def _is_name(scan: Scan, start: int) -> bool:
    return scan.text[start].isupper()


def _is_acronym(scan: Scan, word: re.Match[str]) -> bool:
    """True for "US" in capitals, which is no pronoun."""
    written = scan.text[word.start() : word.end()]
    return word.group() in scan.words.pronouns and written.isupper()


def _ends_phrase(scan: Scan, found: list[_Word], word: re.Match[str]) -> bool:
    text = word.group()
    if text in scan.words.stops:
        if not found and text in scan.words.attributive:
            noun = NOUN_WORD.match(scan.folded, word.end() + 1)
            return noun is None or not is_plural(scan, noun.group())
        return not _is_acronym(scan, word)
    opener, hyphen, rest = text.partition("-")
    if hyphen and rest.isdigit() and opener in scan.words.stops:
        return True
    if not text[0].isdigit():
        return text in scan.words.cardinals
    if CALIBRE.fullmatch(text) or AGED.fullmatch(text):
        return False
    last = found[-1].text if found else ""
    return last not in scan.words.models and "-" not in last


def is_plural(scan: Scan, word: str) -> bool:
    """True when a word is a plural by table or by its -s."""
    words = scan.words
    last = word.rpartition("-")[2]
    if word in words.plurals or last in words.plurals:
        return True
    return (
        len(word) > 2
        and word.endswith("s")
        and not word.endswith(("ss", "'s", "’s", "us", "is", "ous"))
        and word not in words.singular_s
    )


def is_owner(word: str) -> bool:
    """True for whose the counted things are: "Ode's" in "14 of Ode's 17 villages"."""
    return word.endswith(("'s", "’s"))


def _is_head(scan: Scan, word: _Word) -> bool:
    """True unless a plural only modifies the plural after it: "arms depots".

    A capitalised one before a plural in small letters is a name: "Airways flights".
    """
    if not scan.folded.startswith(" ", word.end):
        return True
    following = NOUN_WORD.match(scan.folded, word.end + 1)
    if following is None or following.group() in scan.words.stops:
        return True
    modifies = word.text.rpartition("-")[2] in scan.words.modifiers
    name = scan.text[word.start].isupper()
    if name and not modifies and scan.text[following.start()].isupper():
        return True
    return not is_plural(scan, following.group()) or _is_apart(scan, following)


def _is_apart(scan: Scan, word: re.Match[str]) -> bool:
    """True for a plural that is no head of the one before: "soldiers days later"."""
    text, words = word.group(), scan.words
    return text in words.units or text in words.tellers or text in words.vague


def _plural_noun(scan: Scan, phrase: list[_Word]) -> Noun | None:
    last = phrase[-1]
    if not is_plural(scan, last.text) and _is_compared(scan, last):
        phrase = phrase[:-1]
        last = phrase[-1] if phrase else last
    if not phrase:
        return None
    if is_plural(scan, last.text):
        end = _with_of(scan, last)
        return Noun(phrase[0].start, end, last.start, last.end, plural=True)
    for word in phrase:
        if word.text in scan.words.substantives:
            return Noun(phrase[0].start, word.end, word.start, word.end, plural=True)
    kept = _strip_verbs(scan, phrase)
    if not kept or _looks_verbal(scan, kept[0].text) or is_owner(kept[-1].text):
        return None
    head = kept[-1]
    return Noun(kept[0].start, head.end, head.start, head.end, plural=False)


def _is_compared(scan: Scan, word: _Word) -> bool:
    """True for the "cheaper" of "40k cheaper than": a comparative counts nothing."""
    return scan.folded.startswith(f" {scan.words.than} ", word.end)


def _singular_noun(scan: Scan, phrase: list[_Word]) -> Noun | None:
    """Give the phrase up to its last noun: a plural look-alike there is a verb."""
    for index, word in enumerate(phrase):
        verb = index > 0 and is_plural(scan, word.text)
        if verb and word.text not in scan.words.modifiers:
            phrase = phrase[:index]
            break
    kept = _strip_verbs(scan, phrase)
    is_verb = len(kept) == 1 and _looks_verbal(scan, kept[0].text)
    if not kept or is_verb or is_owner(kept[-1].text):
        return None
    head = kept[-1]
    return Noun(kept[0].start, head.end, head.start, head.end, plural=False)


def _strip_verbs(scan: Scan, phrase: list[_Word]) -> list[_Word]:
    """Drop participles and adverbs from the end: "soldier wounded" is a soldier."""
    kept = list(phrase)
    trailing = scan.words.substantives | scan.words.qualities
    while len(kept) > 1 and (
        _looks_verbal(scan, kept[-1].text) or kept[-1].text in trailing
    ):
        kept.pop()
    return kept


def _looks_verbal(scan: Scan, word: str) -> bool:
    return word.endswith(("ed", "ing", "ly")) and word not in scan.words.ending_nouns


def _with_of(scan: Scan, head: _Word) -> int:
    """Give the end with the of-phrase of a container: "pieces of heavy weaponry"."""
    link = f" {scan.words.of} "
    if head.text not in scan.words.containers:
        return head.end
    if not scan.folded.startswith(link, head.end):
        return head.end
    at = head.end + len(link)
    first = NOUN_WORD.match(scan.folded, at)
    if first is None or first.group() in scan.words.stops:
        return head.end
    for _ in range(MASS_REACH):
        word = NOUN_WORD.match(scan.folded, at)
        if word is None or word.group() in scan.words.stops:
            break
        if word.group() in scan.words.masses:
            return word.end()
        at = word.end() + 1
    return first.end()


def to_singular(word: str, plurals: Mapping[str, str]) -> str:
    """Give the singular of an English noun in lower case, as itself when it is one."""
    if word in plurals:
        return plurals[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
