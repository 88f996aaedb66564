"""Exports of Nexis (LexisNexis), old and new: TXT, and DOCX or RTF once they are text.

Old: "3 of 50 DOCUMENTS", outlet, day, title, fields in capitals, words, "LOAD-DATE".
New: title, outlet, day, copyright, "Section:", "Length:", "Body", words, "Load-Date",
"End of Document".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sayso.intake.bundles import Article, Bundle, lines_of, with_next
from sayso.intake.capture import take_day
from sayso.intake.days import find_day

_BEGIN = re.compile(r"(?m)^[ \t]*(?:\d{1,6} of \d{1,6} DOCUMENTS?|Document \d+ of \d+)")
_END = re.compile(r"(?m)^[ \t]*End of Document[ \t]*$")
_SIGN = re.compile(r"(?mi)^[ \t]*(?:length: ?\d|load-date: |body[ \t]*$)")
_FIELD = re.compile(
    r"(?i)(?:section|length|byline|dateline|highlight|headline|title|source|edition|"
    r"type|pagewanted|series|column|distribution)\s?:"
)
_TAIL = re.compile(
    r"(?i)(?:load-date|language|publication-type|journal-code|graphic|correction-date|"
    r"subject|geographic|person|organization|company|industry|document-type|doc-type|"
    r"publication code)\s?:|(?:graphic|classification)$|end of document$"
)
_RIGHTS = re.compile(r"(?i)(?:copyright|©|\(c\)|all rights reserved)")
_EDITION = re.compile(r"(?i).{0,40}\bedition$|^final$|^late$|^first$")


def _fits(text: str) -> bool:
    marks = len(_END.findall(text)) or len(_BEGIN.findall(text))
    return marks > 0 and _SIGN.search(text) is not None


def _split(text: str, name: str) -> Iterator[Article | str]:
    del name
    is_new = _END.search(text) is not None
    for start, end in _chunks(text, is_new=is_new):
        lines = lines_of(text, start, end)
        if lines:
            yield _article(lines)


def _chunks(text: str, *, is_new: bool) -> Iterator[tuple[int, int]]:
    at = 0
    if is_new:
        for found in _END.finditer(text):
            yield at, found.start()
            at = found.end()
        return
    for found, after in with_next(_BEGIN.finditer(text)):
        yield found.end(), after.start() if after else len(text)


def _article(lines: list[tuple[int, int, str]]) -> Article | str:
    body = _body(lines)
    if body is None:
        return "has no words of an article"
    first, last = body
    facts = _facts([line for _, _, line in lines[:first]])
    for _, _, line in lines[last:]:
        key, _, value = line.partition(":")
        if key.lower() == "load-date" and "published" not in facts:
            facts |= {"doubts": (f"only a day of loading is stated: {value.strip()}",)}
    return Article(((lines[first][0], lines[last - 1][1]),), facts)


def _body(lines: list[tuple[int, int, str]]) -> tuple[int, int] | None:
    """Give the first line of the words and the one behind the last."""
    words = [line for _, _, line in lines]
    heads = [n for n, line in enumerate(words) if line.lower() == "body"]
    if heads:
        first = heads[0] + 1
    else:
        fields = [n for n, line in enumerate(words[:40]) if _FIELD.match(line)]
        if not fields:
            return None
        first = fields[-1] + 1
    last = first
    while last < len(words) and not _TAIL.match(words[last]):
        last += 1
    while last > first and _RIGHTS.match(words[last - 1]):
        last -= 1
    return (first, last) if last > first else None


def _facts(head: list[str]) -> dict[str, Any]:
    """Give what the lines above the words say."""
    plain = [n for n in head if not _FIELD.match(n) and not _RIGHTS.search(n)]
    facts: dict[str, Any] = {}
    at = next((n for n, line in enumerate(plain[:8]) if find_day(line)), None)
    if at is not None:
        facts |= take_day(plain[at], place="the head of the export")
        facts["outlet"] = plain[at - 1] if at else None
        behind = [n for n in plain[at + 1 :] if not _EDITION.match(n)]
        facts["title"] = plain[0] if at > 1 else next(iter(behind), None)
    elif plain:
        facts["title"] = plain[0]
    for line in head:
        key, _, value = line.partition(":")
        if key.lower() == "byline":
            facts["author"] = value.strip()
        elif key.lower() in ("headline", "title") and value.strip():
            facts["title"] = value.strip()
    return facts


NEXIS = Bundle("Nexis", _fits, _split)
