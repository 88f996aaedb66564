"""The lines of printed pages as running text: joined, without heads and feet.

What a PDF gives ends at every printed line. Lines of one paragraph are joined, words
and figures broken over a line are whole again, ligatures are letters, and lines that
come back on every page are left out. Every change is an edit of the words as the file
gives them, so that each character's place there is known.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

BETWEEN = "\n\n"
"""Stands between two pages."""
_LETTERS = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_SIGNS = re.compile(rf"[{''.join(_LETTERS)}]|[\u200b\u2060\ufeff]+|\xad(?!\s*\n)")
_LINE = re.compile(r"[^\n]+")
_NUMBER = re.compile(r"\d+")
_PAGE = re.compile(
    r"(?i)\s*(?:page|seite|p\.|стр\.?)?\s*[-–—|]?\s*\d{1,4}\s*"
    r"(?:(?:/|of|von|из)\s*\d{1,4})?\s*[-–—|]?\s*$"
)
_ITEM = re.compile(r"\s*(?:[•▪●◦*]|[-–—] |\(?\d{1,2}[.)] |[a-z]\) )")
_ENDED = re.compile(r"[.!?…:;][\"”’»)\]]{0,2}\s*$")
_BROKEN = re.compile(r"(?<=[^\W\d_])[-\xad\u2010]\s*$")
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3}){0,3},\s*$")
_RANGE = re.compile(r"\d[-–]\s*$")
_EDGE_LINES = 2
"""Lines at either edge of a page among which heads and feet are looked for."""
_FEWEST_PAGES = 3
_LEAST_SHARE = 0.5
"""Of the pages, on which a line comes back that is a head or a foot."""
_FULL, _NEARLY = 0.85, 0.55
"""Shares of a page's usual line length: from the first a line was broken by the margin,
below the second it ended by itself."""


@dataclass(frozen=True, slots=True)
class Mended:
    """Running text of printed pages."""

    text: str
    starts: tuple[int, ...]
    """Offset at which each page begins."""
    stretches: tuple[int, ...]
    """As in `Document.stretches`; places count in the pages joined by `BETWEEN`."""
    left_out: int
    """Lines that were heads or feet."""


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    instead: str


def mend(pages: Sequence[str]) -> Mended:
    """Give the running text of pages as a file gives them, a line each printed line."""
    whole = BETWEEN.join(pages)
    begins: list[int] = []
    at = 0
    for page in pages:
        begins.append(at)
        at += len(page) + len(BETWEEN)
    dropped = [
        (begin + start, begin + end)
        for begin, lines in zip(begins, _heads_and_feet(pages), strict=True)
        for start, end in lines
    ]
    gone = set(dropped)
    edits = [_Edit(start, min(end + 1, len(whole)), "") for start, end in dropped]
    for begin, page in zip(begins, pages, strict=True):
        edits += _joins(whole, begin, begin + len(page), gone)
    edits += (
        _Edit(m.start(), m.end(), _LETTERS.get(m[0], ""))
        for m in _SIGNS.finditer(whole)
    )
    return _apply(whole, edits, begins, len(dropped))


def _heads_and_feet(pages: Sequence[str]) -> Iterator[list[tuple[int, int]]]:
    """Yield for each page the lines that come back, as offsets in it.

    A page keeps its words where nothing else would be left of it.
    """
    edges = [_edge_lines(page) for page in pages]
    seen = Counter(key for lines in edges for key in {key for key, _, _ in lines})
    least = max(_FEWEST_PAGES, _LEAST_SHARE * len(pages))
    for page, lines in zip(pages, edges, strict=True):
        found = [
            (start, end)
            for key, start, end in lines
            if seen[key] >= least or (len(pages) > 1 and key == "#")
        ]
        printed = sum(bool(line.strip()) for line in page.split("\n"))
        yield found if len(found) < printed else []


def _edge_lines(page: str) -> list[tuple[str, int, int]]:
    """Give the first and last lines of a page with what they are compared by."""
    lines = [m for m in _LINE.finditer(page) if m[0].strip()]
    edge = lines[:_EDGE_LINES] + lines[max(len(lines) - _EDGE_LINES, _EDGE_LINES) :]
    return [
        (
            "#" if _PAGE.match(m[0]) else _NUMBER.sub("#", m[0].strip().lower()),
            m.start(),
            m.end(),
        )
        for m in edge
    ]


def _joins(
    whole: str, begin: int, end: int, gone: set[tuple[int, int]]
) -> Iterator[_Edit]:
    """Yield what becomes of the line ends of one page."""
    lines = [
        (m.start(), m.end())
        for m in _LINE.finditer(whole, begin, end)
        if m[0].strip() and (m.start(), m.end()) not in gone
    ]
    sizes = sorted(e - s for s, e in lines)
    usual = sizes[int(len(sizes) * 0.8)] if sizes else 0
    for (start, stop), (after, after_end) in pairwise(lines):
        if whole.count("\n", stop, after) > 1:
            continue
        line, behind = whole[start:stop], whole[after:after_end]
        broken = _BROKEN.search(line)
        if broken and behind.lstrip()[:1].islower():
            yield _Edit(start + broken.start(), after, _hyphen(whole, line, behind))
        elif _is_figure(line, behind):
            yield _Edit(stop, after, "")
        elif _goes_on(line, behind, usual):
            yield _Edit(stop, after, " ")


def _is_figure(line: str, behind: str) -> bool:
    """True where a figure or a range is broken between two lines."""
    if _RANGE.search(line):
        return behind[:1].isdigit()
    return bool(_THOUSANDS.search(line) and re.match(r"\s*\d{3}(?!\d)", behind))


def _hyphen(whole: str, line: str, behind: str) -> str:
    """Give "-" for a word that the text writes with one elsewhere, else nothing."""
    first = re.search(r"\w+(?=[-\xad\u2010]\s*$)", line)
    second = re.match(r"\s*(\w+)", behind)
    if first is None or second is None:
        return ""
    return "-" if f"{first[0]}-{second[1]}" in whole else ""


def _goes_on(line: str, behind: str, usual: int) -> bool:
    """True when the next line is of the same paragraph."""
    if _ITEM.match(behind) or "   " in line.strip() or "   " in behind.strip():
        return False
    size = len(line.rstrip())
    if _ENDED.search(line):
        return size >= _FULL * usual
    return size >= _NEARLY * usual or behind.lstrip()[:1].islower()


def _apply(whole: str, edits: list[_Edit], begins: list[int], dropped: int) -> Mended:
    edits.sort(key=lambda edit: (edit.start, -edit.end))
    parts: list[str] = []
    stretches: list[int] = []
    length = at = 0
    starts: list[int] = []
    pending = list(begins)

    def add(words: str, place: int) -> None:
        nonlocal length
        if words:
            stretches.extend((length, place))
            parts.append(words)
            length += len(words)

    for edit in (*edits, _Edit(len(whole), len(whole), "")):
        if edit.start < at:
            continue
        while pending and pending[0] <= edit.start:
            starts.append(length + max(pending.pop(0) - at, 0))
        add(whole[at : edit.start], at)
        add(edit.instead, edit.start)
        at = edit.end
    starts += [length for _ in pending]
    text = "".join(parts)
    return Mended(text, tuple(starts), tuple(stretches) if edits else (), dropped)
