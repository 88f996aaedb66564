"""Stretches of a text that are not the article's own, told by lines and their heads.

Lines that lead to other articles, captions, notices, what readers wrote, mails below a
reply, and an outlet's note on its earlier words. They stay in the text; a reader passes
them over. What a page's elements tell is left out before, in `page_parts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from sayso.intake.lead_words import CAPTION, COMMENTS, CORRECTION, LEADS_ON, NOTICE
from sayso.model import Part, PartKind

_LINE = re.compile(r"[^\n]+")
_LOOK = 400_000
"""Characters of a text that are looked at: a long report has 600,000, and lines that
lead on stand in news of some thousand."""
_INLINE = re.compile(
    r"(?<=[.!?”\"’)]) +(?:Read more|Also read|Read also|See also|READ MORE|ALSO READ"
    r"|Related(?: (?:story|stories|article|articles))?)\s?[:»>|→]"
)
_WROTE = re.compile(
    r"(?i)>?\s{0,3}(?:on|am|le|el|il|в)\s.{6,120}(?:wrote|schrieb|a écrit|escribió"
    r"|ha scritto|написал|пише|writes)\b.{0,80}:\s*$"
)
_ADDRESSED = re.compile(
    r"(?=.{0,120}[0-9]).{0,120}<[^<>@\s]{1,64}@[^<>\s]{3,64}>\s?:\s*$"
)
"""Who wrote and when, without a verb: "2029-02-05 9:12 Desk <d@x.example>:"."""
_RULE = re.compile(r"\s{0,3}[_*=-]{5,80}\s*$")
_ORIGINAL = re.compile(
    r"(?i)[-_*>\s]{0,12}(?:original message|forwarded message|begin forwarded message"
    r"|ursprüngliche nachricht|message d'origine|mensaje original|исходное сообщение)"
    r"[-_*:\s]{0,12}$"
)
_HEAD = re.compile(r"(?i)\s{0,3}(?:from|sent|date|to|subject|cc|von|gesendet|de|от):\s")
_TEASER = re.compile(
    r"(?i)(?:read (?:more|on|the full (?:story|article|report))|continue reading"
    r"|full story|mehr lesen|lire la suite)\W{0,6}$"
)
_LONGEST_LEAD = 300
"""Characters of a line that leads on; a longer one is the article's own."""
_LONGEST_CAPTION = 400
_SHORT = 160
"""Characters of a headline in a list below "Related stories"."""
_FEWEST_WORDS = 5
"""Words of a headline that stands apart in a list."""
_LEAST_OWN = 0.5
"""Share of the article's words and the teasers' that must be the article's: of a text
that is all teaser, the teaser is the article."""


def find_parts(text: str) -> tuple[Part, ...]:
    """Give the parts of a text in order, none over another."""
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text[:_LOOK])]
    found = sorted(
        (*_lines(text, lines), *_inline(text), *_quoted(text, lines)),
        key=lambda part: (part.start, -part.end),
    )
    found += _teasers(text, lines, found)
    found.sort(key=lambda part: (part.start, -part.end))
    kept: list[Part] = []
    for part in found:
        if not kept or part.start >= kept[-1].end:
            kept.append(part)
    return tuple(kept)


def _lines(text: str, lines: list[tuple[int, int]]) -> Iterator[Part]:
    for number, (start, end) in enumerate(lines):
        line = text[start:end].strip()
        if not line:
            continue
        if len(line) <= _LONGEST_LEAD and LEADS_ON.match(line):
            last = _list_end(text, lines, number) if _is_bare(line) else end
            yield Part(start, last, PartKind.RELATED)
        elif len(line) <= _LONGEST_CAPTION and CAPTION.match(line):
            yield Part(start, end, PartKind.CAPTION)
        elif len(line) <= _LONGEST_CAPTION and NOTICE.match(line):
            yield Part(start, end, PartKind.NOTICE)
        elif CORRECTION.match(line):
            yield Part(start, end, PartKind.CORRECTION)
        elif number * 3 > len(lines) and COMMENTS.match(line):
            yield Part(start, lines[-1][1], PartKind.COMMENTS)
            return


def _is_bare(line: str) -> bool:
    """True for a heading over headlines, such as "Related stories"."""
    found = LEADS_ON.match(line)
    return found is not None and found.end() >= len(line.rstrip())


def _list_end(text: str, lines: list[tuple[int, int]], number: int) -> int:
    """Give where the headlines below a heading end: at a sentence or a short line.

    Behind a blank line a headline has some words: a heading of the article has few.
    """
    last = lines[number][1]
    for (_, before), (start, end) in pairwise(lines[number:]):
        line = text[start:end].strip()
        is_apart = text.count("\n", before, start) > 1 and last != lines[number][1]
        if not line or (is_apart and len(line.split()) < _FEWEST_WORDS):
            break
        if len(line) > _SHORT or line[-1] in ".!?":
            break
        last = end
    return last


def _inline(text: str) -> Iterator[Part]:
    for found in _INLINE.finditer(text[:_LOOK]):
        end = text.find("\n", found.end())
        end = len(text) if end < 0 else end
        yield Part(found.start() + 1, end, PartKind.RELATED)


def _quoted(text: str, lines: list[tuple[int, int]]) -> Iterator[Part]:
    """Yield earlier mails: behind "wrote:" while lines are marked, else all."""
    number = 0
    while number < len(lines):
        start, end = lines[number]
        line = text[start:end]
        below = lines[number + 1 : number + 5]
        if (_ORIGINAL.match(line) and _heads(text, below) >= 2) or (
            _RULE.match(line) and _heads(text, below) >= 3
        ):
            yield Part(start, lines[-1][1], PartKind.QUOTED)
            return
        last = number
        if _WROTE.match(line) or _ADDRESSED.match(line):
            last = _marked_end(text, lines, number)
        if last > number:
            yield Part(start, lines[last][1], PartKind.QUOTED)
        number = last + 1


def _heads(text: str, lines: list[tuple[int, int]]) -> int:
    """Give how many of the lines are of a mail's head."""
    return sum(bool(_HEAD.match(text[start:end])) for start, end in lines)


def _marked_end(text: str, lines: list[tuple[int, int]], number: int) -> int:
    """Give the last line after `number` that begins with the mark of a quotation."""
    last = number
    while last + 1 < len(lines) and text[lines[last + 1][0]] == ">":
        last += 1
    return last


def _teasers(text: str, lines: list[tuple[int, int]], known: list[Part]) -> list[Part]:
    """Give paragraphs that end in "Read more", unless they are most of the text."""
    found = [
        Part(start, end, PartKind.RELATED)
        for start, end in lines
        if _TEASER.search(text[max(start, end - 60) : end])
    ]
    inside = sum(_count(text, part) for part in known)
    left = sum(
        _count(text, part)
        for part in found
        if not any(one.start <= part.start < one.end for one in known)
    )
    own = len(text.split()) - inside - left
    return found if own >= _LEAST_OWN * (own + left) else []


def _count(text: str, part: Part) -> int:
    return len(text[part.start : part.end].split())
