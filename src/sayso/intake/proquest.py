"""Exports of ProQuest as text: fields with a colon, the words behind "Full text:"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sayso.intake.bundles import Article, Bundle, with_next
from sayso.intake.capture import take_day

_FIELDS = (
    "Title|Author|Publication info|Publication title|Publication date|Publication year|"
    "Publication subject|Publisher|Abstract|Full text|Subject|Location|People|Company|"
    "Company / organization|Document type|Document URL|ProQuest document ID|"
    "ProQuest document link|Links|Copyright|Last updated|Database|Source type|"
    "Language of publication|Section|First page|Pages|Volume|Issue|ISSN|Dateline|"
    "Country of publication|Place of publication|Identifier / keyword|Credit"
)
_FIELD = re.compile(rf"(?m)^[ \t]*({_FIELDS}):[ \t]*", re.IGNORECASE)
_RULE = re.compile(
    r"(?m)^[ \t]*(?:_{20,}|={20,})[ \t]*$|^[ \t]*Document \d+ of \d+[ \t]*$"
)
_ANY = re.compile(r"(?mi)^[ \t]*full text:")
_ID = re.compile(
    r"(?mi)^[ \t]*(?:ProQuest document ID|ProQuest document link|Document URL)"
)


def _fits(text: str) -> bool:
    return _ANY.search(text) is not None and _ID.search(text) is not None


def _split(text: str, name: str) -> Iterator[Article | str]:
    del name
    rules = [(0, 0), *((r.start(), r.end()) for r in _RULE.finditer(text))]
    for (_, start), (end, _) in zip(rules, [*rules[1:], (len(text), 0)], strict=True):
        fields = dict(_fields(text, start, end))
        if fields:
            yield _article(text, fields, text[start:end])


def _fields(text: str, start: int, end: int) -> Iterator[tuple[str, tuple[int, int]]]:
    for field, after in with_next(_FIELD.finditer(text, start, end)):
        yield field[1].lower(), (field.end(), after.start() if after else end)


def _article(
    text: str, fields: dict[str, tuple[int, int]], chunk: str
) -> Article | str:
    words = {key: " ".join(text[s:e].split()) for key, (s, e) in fields.items()}
    if not words.get("full text"):
        return "has no full text"
    info = words.get("publication info", "")
    day = words.get("publication date") or info
    facts: dict[str, Any] = take_day(day, place="the export's publication date")
    first = next((line.strip() for line in chunk.splitlines() if line.strip()), "")
    facts["title"] = words.get("title") or (None if ":" in first[:30] else first)
    facts["outlet"] = words.get("publication title") or info.split(";")[0].strip()
    facts["outlet"] = facts["outlet"] or None
    facts["author"] = words.get("author")
    facts["url"] = next(iter(words.get("document url", "").split()), None)
    return Article((fields["full text"],), facts)


PROQUEST = Bundle("ProQuest", _fits, _split)
