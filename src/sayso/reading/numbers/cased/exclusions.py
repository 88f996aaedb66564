"""What makes a number no quantity: dates, hours, years, names, ordinals, labels."""

from __future__ import annotations

import re

from sayso.reading.numbers.ages import AGE_LIMIT
from sayso.reading.numbers.cased.amounts import Amount
from sayso.reading.text.folded import DASHES, Folded
from sayso.vocabulary.languages.case_numbers import CaseNumbers

_SKIP = re.compile(
    r"https?://\S{1,2000}|\S{1,64}@\S{1,64}"
    r"|\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2}(?!\d)|\d{4}-\d\d-\d\d(?!\d)"
    r"|(?<!\d)\d{1,2}:\d\d(?::\d\d)?(?!\d)"
    r"|(?<![\d ])0 \d{3} \d{3} \d{3}(?!\d)"
    r"|\+?\d{1,3}[ (-]{1,2}\d{2,3}[) -]{1,2}\d{3}[ -]\d\d[ -]\d\d"
    r"|\d{3,5}(?:-\d{2,4}){2,5}|(?:24/7|9/11)(?!\d)"
)
_CLOCK = re.compile(r"[0-2]?\d\.[0-5]\d")
_DAY_MONTH = re.compile(r"[0-3]\d\.[01]\d")
YEARS = range(1900, 2100)
CLOSING = frozenset("»”")


def find_skipped(text: str) -> list[tuple[int, int]]:
    """Give the stretches in which no number is read: links, dates, telephones."""
    return [match.span() for match in _SKIP.finditer(text)]


def is_excluded(line: Folded, amount: Amount, words: CaseNumbers) -> bool:
    """True for digits that name, date or order something."""
    at, after = amount.first, amount.after
    before = line.words[at - 1] if at else ""
    if _is_glued(line, at):
        return True
    if before in words.labels_before or before.strip(".") in words.labels_before:
        return True
    if before == "." and at > 1 and line.words[at - 2] in words.labels_before:
        return len(line.words[at - 2]) < 3 and line.words[at - 3] != "."
    if amount.scale == 1 and is_of_date(line, after, words):
        return True
    if _ends_name(line, at, after):
        return True
    if _is_clock(line, amount, words) or _is_year(line, amount, words):
        return True
    if _is_age(line, amount, words) or _has_age(line, amount, words):
        return True
    return amount.plain and line.words[after] in words.labels_after


def _is_age(line: Folded, amount: Amount, words: CaseNumbers) -> bool:
    """True for a number that counts nothing, behind whose age it is: "ему было 34"."""
    if amount.vague or amount.share or not 0 < amount.value < AGE_LIMIT:
        return False
    after = amount.after
    counts = line.is_word(after) and line.follows(after)
    if counts and line.words[after] not in words.stops:
        return False
    at = amount.first - 1
    while at > 0 and line.words[at] in words.aged_link:
        at -= 1
    return at >= 0 and line.words[at] in words.aged


def _has_age(line: Folded, amount: Amount, words: CaseNumbers) -> bool:
    """True for the "одному" of "одному было 34", which counts nobody."""
    at = amount.after
    if line.words[at - 1] not in words.aged:
        return False
    while line.words[at] in words.aged_link:
        at += 1
    return line.is_number(at) and not (line.is_word(at + 1) and line.follows(at + 1))


def _ends_name(line: Folded, at: int, after: int) -> bool:
    """True for the number inside quotation marks behind a name: «Терминал 21»."""
    if line.words[after] not in CLOSING or not line.touches(after) or at < 2:
        return False
    return line.is_word(at - 1) and line.is_capital(at - 1)


def is_of_date(line: Folded, after: int, words: CaseNumbers) -> bool:
    """True when a month follows, at once or behind a second day: "с 18 на 19 июля"."""
    if line.words[after] in words.months:
        return True
    joined = line.words[after] in words.date_joiners and line.is_number(after + 1)
    return joined and line.words[after + 2] in words.months


def _is_glued(line: Folded, at: int) -> bool:
    """True for the digits of "Су-35", "Х101", "59/69"."""
    if not line.touches(at) or not line.is_number(at):
        return False
    if line.is_word(at - 1) or line.words[at - 1] == "/":
        return True
    joined = line.words[at - 1] in DASHES and line.touches(at - 1)
    return joined and line.is_word(at - 2)


def _is_clock(line: Folded, amount: Amount, words: CaseNumbers) -> bool:
    raw = line.words[amount.first]
    following = line.words[amount.after]
    if following in words.clock_after and _CLOCK.fullmatch(raw):
        return True
    if _DAY_MONTH.fullmatch(raw) and amount.scale == 1:
        noun = line.is_word(amount.after) and line.follows(amount.after)
        return not noun or following in words.stops
    return False


def _is_year(line: Folded, amount: Amount, words: CaseNumbers) -> bool:
    if not amount.plain or int(amount.value) not in YEARS:
        return False
    after = amount.after
    following = line.words[after]
    if len(line.words[amount.first]) != 4:
        return False
    if line.touches(after) and following not in '.,;:!?)»"':
        return True
    counted = line.follows(after) and line.is_word(after)
    if _names_year(following, words):
        return True
    if counted and following not in words.stops:
        return False
    before = line.words[amount.first - 1] if amount.first else ""
    return before in words.year_before or before in words.months or before in "(,"


def _names_year(word: str, words: CaseNumbers) -> bool:
    return any(unit == "year" and word in phrases for unit, phrases in words.units)
