"""Whether a text is prose, and what else it is: such files are refused, not read.

A data file read as a text gives speakers and figures that nobody wrote. Each answer
says what the file looks like and what would be accepted in its place.
"""

from __future__ import annotations

import re
from collections import Counter

_LOOK = 60_000
"""Characters looked at."""
_FEWEST = 4
"""Lines from which a form shows."""
_CLOCKS = re.compile(r"\d{1,2}:\d{2}:\d{2}[,.]\d{3} --> \d{1,2}:\d{2}:\d{2}[,.]\d{3}")
_STAMP = re.compile(
    r"\[?(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\w{3} {1,2}\d{1,2} \d\d:\d\d:\d\d |\d{10}\.\d)"
    r"|\d{1,3}(?:\.\d{1,3}){3} "
)
_LOGGED = re.compile(
    r"\b(?:INFO|DEBUG|WARN(?:ING)?|ERROR|TRACE|FATAL|GET|POST) |\w\[\d+\]: |HTTP/\d"
)
_CODE = re.compile(
    r"\s*(?:def |class \w+[(:]|import [\w.]+$|from [\w.]+ import |#include|#define|"
    r"function\b.*\{|const \w+ =|let \w+ =|var \w+ =|public |private |return\b.*;|"
    r"if \(|for \(|<\?php|package [\w.]+;|using [\w.]+;|elif |else:|#!/)"
)
_CODE_END = re.compile(r"[;{}]\s*$|\):\s*$")
_SETTING = re.compile(
    r"\s*(?:-\s+)?(?:[a-z][a-z0-9_.-]{0,40}\s?[:=]\s*(?:\S+(?:\s\S+){0,3})?$|-\s+[a-z0-9]\S*$"
    r"|\[[\w. -]{1,40}\]$|[#;]|[{}\[\]],?$)"
)
"""A line of a settings file: a name with a short value, an item, a section."""
_NESTED = re.compile(
    r"(?m)^\s*[a-z][a-z0-9_.-]{0,40}:\s*\n\s+\S|^\[[\w. -]{1,40}\]\s*$"
)
"""What lists of figures in reports do not have: names below a name, sections."""
_DELIMITERS = ",;\t|"
_SHORT_CELL = 30
"""Characters of a table's cells on average; clauses between commas are longer."""
_MOST_LOGGED, _MOST_CODE, _SAME_CELLS = 0.6, 0.4, 0.9
"""Shares of the lines from which a text is a log, code or a table."""
_UNBROKEN = 2_000
"""Characters without a blank: the longest word of prose has 60."""


def not_prose(text: str) -> str | None:
    """Give why a text is refused, None where it is prose.

    Returns:
        A sentence without a subject, with what would be accepted.
    """
    head = text[:_LOOK].lstrip("\ufeff \t\r\n")
    lines = [line for line in head.splitlines() if line.strip()]
    if head.startswith("WEBVTT") or len(_CLOCKS.findall(head)) >= 2:
        return "is a file of subtitles; save their words as a text without clocks"
    if head.startswith(("<?xml", "<!DOCTYPE")) or re.match(r"<\w+[^<>]*>\s*<\w", head):
        return "is XML of a kind that is not read; pages and feeds are"
    if re.search(rf"\S{{{_UNBROKEN}}}", head):
        return "is no prose but data in one piece; texts in sentences are read"
    if len(lines) < _FEWEST:
        return None
    if _NESTED.search(head) and all(map(_SETTING.match, lines)):
        return "is a file of settings; reports in sentences are read"
    return _by_lines(lines)


def _by_lines(lines: list[str]) -> str | None:
    stamped = sum(bool(_STAMP.match(line)) for line in lines)
    logged = sum(bool(_LOGGED.search(line)) for line in lines)
    if stamped > _MOST_LOGGED * len(lines) and logged > len(lines) / 3:
        return "is a log of a program; reports in sentences are read"
    code = sum(bool(_CODE.match(n) or _CODE_END.search(n)) for n in lines)
    if code > _MOST_CODE * len(lines):
        return "is program code; reports in sentences are read"
    columns = _columns(lines)
    if columns:
        return (
            f"is a table of {columns} columns; a table is read that has a head with a"
            ' column "text"'
        )
    return None


def _columns(lines: list[str]) -> int:
    """Give the number of columns of what is a table, 0 for prose."""
    if sum(line.rstrip()[-1] in ".!?" for line in lines) > len(lines) / 2:
        return 0
    for delimiter in _DELIMITERS:
        counts = Counter(line.count(delimiter) for line in lines)
        number, times = counts.most_common(1)[0]
        if number < 2 or times < _SAME_CELLS * len(lines):
            continue
        size = sum(len(line) for line in lines) / (len(lines) * (number + 1))
        if size <= _SHORT_CELL:
            return number + 1
    return 0
