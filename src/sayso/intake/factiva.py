"""Exports of Factiva: TXT with two-letter codes or without, and HTML once it is text.

Every article ends with its number in the database, "Document POST000020300514...".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sayso.intake.bundles import Article, Bundle, lines_of, with_next
from sayso.intake.capture import take_day
from sayso.intake.days import find_day

_END = re.compile(
    r"(?m)^[ \t]*(?:AN[ \t\n]+)?Document ([A-Za-z][A-Za-z0-9]{14,40})\s*$"
)
_CODE = re.compile(
    r"(?m)^[ \t]*(SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CX|CT|RF|CO|IN|NS|RE"
    r"|IPD|IPC|PUB|ART|CLM|AN)(?=[ \t]{1,}\S|[ \t]*$)"
)
_COUNT = re.compile(r"\d[\d,.]* words$", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}:\d{2}$")
_RIGHTS = re.compile(r"(?i)(?:copyright|©|\(c\)|all rights reserved)")
_BY = re.compile(r"(?i)by ")


def _fits(text: str) -> bool:
    found = _END.search(text)
    return found is not None and (
        "\nLP" in text
        or re.search(r"(?mi)^[ \t]*\d[\d,.]* words[ \t]*$", text) is not None
    )


def _split(text: str, name: str) -> Iterator[Article | str]:
    del name
    at = 0
    for found in _END.finditer(text):
        codes = list(_CODE.finditer(text, at, found.start()))
        if len(codes) >= 5 and any(c[1] in ("LP", "TD") for c in codes):
            yield _coded(text, codes, found.start())
        else:
            yield _plain(lines_of(text, at, found.start()))
        at = found.end()


def _coded(text: str, codes: list[re.Match[str]], end: int) -> Article | str:
    fields: dict[str, tuple[int, int]] = {}
    for code, after in with_next(codes):
        stop = after.start() if after else end
        fields.setdefault(code[1], (code.end(), stop))
    words = {code: " ".join(text[s:e].split()) for code, (s, e) in fields.items()}
    pieces = tuple(fields[code] for code in ("LP", "TD") if words.get(code))
    if not pieces:
        return "has no words of an article"
    facts: dict[str, Any] = take_day(words.get("PD", ""), place="the export's PD")
    facts |= {"title": words.get("HD"), "outlet": words.get("SN")}
    facts["author"] = _BY.sub("", words.get("BY", ""), count=1) or None
    return Article(pieces, facts)


def _plain(lines: list[tuple[int, int, str]]) -> Article | str:
    """Give an article whose head is title, author, words, day, outlet, rights."""
    words = [line for _, _, line in lines]
    count = next((n for n, line in enumerate(words[:12]) if _COUNT.match(line)), None)
    if count is None:
        return "has no count of words in its head, so that its text cannot be told"
    rights = [
        n for n in range(count, min(count + 12, len(words))) if _is_rights(words[n])
    ]
    first = (rights[-1] if rights else count + 4) + 1
    if first >= len(words):
        return "has no words of an article"
    head = [n for n in words[:count] if not _BY.match(n)]
    behind = [n for n in words[count + 1 : first] if not _CLOCK.match(n)]
    at = next((n for n, line in enumerate(behind) if find_day(line)), None)
    facts: dict[str, Any] = {"title": " ".join(head[-1:]) or None}
    by = [n for n in words[:count] if _BY.match(n)]
    facts["author"] = _BY.sub("", by[0], count=1) if by else None
    if at is not None:
        facts |= take_day(behind[at], place="the export's head")
        facts["outlet"] = behind[at + 1] if at + 1 < len(behind) else None
    return Article(((lines[first][0], lines[-1][1]),), facts)


def _is_rights(line: str) -> bool:
    return _RIGHTS.match(line) is not None and len(line) < 200


FACTIVA = Bundle("Factiva", _fits, _split)
