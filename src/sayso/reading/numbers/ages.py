"""Bare numbers that are a person's age: "aged 34", "Anna Lind, 34,", "a man of 58"."""

from __future__ import annotations

import re

from sayso.reading.numbers.drafts import Draft
from sayso.reading.numbers.nouns import is_plural
from sayso.reading.numbers.scan import Scan

AGE_LIMIT = 115
REACH = 32
"""Characters looked back over for a name."""
PAIR = re.compile(r"[a-z]s, (?P<one>\d{2}) and (?P<other>\d{2}),")
"""Two ages between commas behind a plural."""
ADULT = 15
"""Below it a bare number between commas is more often a count."""


def is_age(scan: Scan, draft: Draft) -> bool:
    """True when a bare number is a person's age: "aged 34", "Ivanov, 34,"."""
    words, amount = scan.words, draft.amount
    if draft.unit is not None or (draft.noun is not None and draft.noun.plural):
        return False
    if not 0 < amount.value < AGE_LIMIT or amount.share or amount.vague is not None:
        return False
    if amount.value != amount.value.to_integral_value():
        return False
    if draft.before in words.age_before:
        return True
    if draft.before == words.of:
        ahead = scan.folded[max(0, draft.before_start - 8) : draft.before_start].split()
        return bool(ahead) and ahead[-1] in words.age_before | words.persons
    if draft.high is not None:
        return False
    if _is_of_two(scan, draft):
        return True
    return _stands_between_commas(scan, draft) or _follows_person(scan, draft)


def _is_of_two(scan: Scan, draft: Draft) -> bool:
    """True for either number of "two couriers, 24 and 63,"."""
    amount = draft.amount
    if not amount.plain or draft.start != amount.start or draft.noun is not None:
        return False
    if amount.value < ADULT:
        return False
    around = scan.folded[max(0, amount.start - REACH) : amount.end + REACH]
    return any(
        match.start(name) == amount.start - max(0, amount.start - REACH)
        for match in PAIR.finditer(around)
        for name in ("one", "other")
    )


def _stands_between_commas(scan: Scan, draft: Draft) -> bool:
    """True for "Anna Lind, 34," and "Anna Lind (34)"."""
    amount = draft.amount
    if not amount.plain or draft.start != amount.start or draft.noun is not None:
        return False
    after = scan.folded[amount.end : amount.end + 1]
    ahead = scan.text[max(0, amount.start - REACH) : amount.start]
    names = [name.strip('("“') for name in ahead[:-2].split()[-2:]]
    if not names or not names[-1].replace("-", "").isalpha():
        return False
    if ahead.endswith(" (") and after == ")":
        full = len(names) == 2 and all(name[:1].isupper() for name in names)
        return full and amount.value >= ADULT
    if not ahead.endswith(", ") or after not in (",", ".", ";"):
        return False
    if names[-1].lower() in scan.words.stops:
        return False
    return names[-1][0].isupper() or _is_person(scan, draft, names[-1])


def _is_person(scan: Scan, draft: Draft, name: str) -> bool:
    """True for "a port worker, 52,": a singular noun before, a comma after."""
    closed = scan.folded.startswith(",", draft.amount.end)
    if not closed or is_plural(scan, name) or name in scan.words.stops:
        return False
    return draft.amount.value >= ADULT and not name.endswith(("ed", "ing", "ly"))


def _follows_person(scan: Scan, draft: Draft) -> bool:
    words = scan.words
    if draft.before not in words.person_verbs or draft.noun is not None:
        return False
    ahead = scan.folded[max(0, draft.before_start - 16) : draft.before_start].split()
    return any(word in words.person_subjects for word in ahead[-2:])
