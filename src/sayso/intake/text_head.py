"""Facts at the head of a plain text: lines like a mail's, or "Published 2 June 2030".

Only lines above the words count, and only with a year. The text keeps them.
"""

from __future__ import annotations

import re
from typing import Any

from sayso.intake.capture import take_day
from sayso.intake.days import find_day
from sayso.model import DateBasis

_LOOK = 2_000
"""Characters in which a head stands."""
_MOST_LINES = 8
_PAIR = re.compile(r"([A-Za-z][A-Za-z ]{1,20}):[ \t]+(\S.{0,400})")
_KEYS = {
    "published": "published",
    "date": "published",
    "publication date": "published",
    "published on": "published",
    "posted": "published",
    "sent": "published",
    "outlet": "outlet",
    "source": "outlet",
    "publication": "outlet",
    "publisher": "outlet",
    "newspaper": "outlet",
    "url": "url",
    "link": "url",
    "address": "url",
    "title": "title",
    "headline": "title",
    "subject": "title",
    "author": "author",
    "byline": "author",
    "by": "author",
    "from": "author",
}
_STATED = re.compile(
    r"(?i)(?:first |last )?(?:published|posted|issued|опубликовано|опубліковано|publié|"
    r"veröffentlicht|publicado)(?: on| at| le| am| el)?[:\s]\s{0,3}(.{6,60})$"
)
_LONGEST = 90
"""Characters of a line that states a day and nothing else."""


def find_head(text: str) -> dict[str, Any]:
    """Give the fields of a document that the head of its text states."""
    lines = [n.strip() for n in text[:_LOOK].lstrip("\ufeff").splitlines()]
    stated = _stated_day([n for n in lines if n][:_MOST_LINES])
    known = _pairs([n for n in lines if not _stated_day([n])])
    if len(known) >= 2 or "published" in known or (known and stated):
        day = known.pop("published", stated)
        return {**known, **_day(day, DateBasis.METADATA)}
    return _day(stated, DateBasis.TEXT) if stated else {}


def _stated_day(lines: list[str]) -> str:
    """Give the day of the first line that states when the text was published."""
    for line in lines:
        found = _STATED.match(line) if len(line) <= _LONGEST else None
        if found and find_day(found[1]):
            return found[1]
    return ""


def _pairs(lines: list[str]) -> dict[str, str]:
    """Give the facts of the lines before the first blank one."""
    known: dict[str, str] = {}
    for line in lines[:_MOST_LINES]:
        pair = _PAIR.fullmatch(line)
        key = _KEYS.get(pair[1].lower()) if pair else None
        if pair is None or key is None:
            break
        known.setdefault(key, pair[2].strip())
    return known


def _day(value: str, basis: DateBasis) -> dict[str, Any]:
    facts = take_day(value, place="the head of the text")
    return {**facts, "published_basis": basis} if "published" in facts else facts
