"""Bare numbers that are a person's age: "aged 34", "Anna Lind, 34,", "a man of 58"."""

from __future__ import annotations

from sayso.reading.counted import is_plural
from sayso.reading.number_drafts import Draft
from sayso.reading.number_scan import Scan

AGE_LIMIT = 115
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
    return _stands_between_commas(scan, draft) or _follows_person(scan, draft)


def _stands_between_commas(scan: Scan, draft: Draft) -> bool:
    amount = draft.amount
    if not amount.plain or draft.start != amount.start or draft.noun is not None:
        return False
    if scan.folded[amount.end : amount.end + 1] not in (",", ".", ";", ")"):
        return False
    ahead = scan.text[max(0, amount.start - 32) : amount.start]
    bracket = ahead.endswith(" (") and scan.folded.startswith(")", amount.end)
    if not ahead.endswith(", ") and not (bracket and amount.value >= ADULT):
        return False
    name = (ahead[:-2].split() or [""])[-1].lstrip('("“')
    if not name.replace("-", "").isalpha():
        return False
    return name[:1].isupper() or _is_person(scan, draft, name)


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
