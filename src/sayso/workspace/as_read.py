"""A document as the reader is to see it: its own words only, broken ones whole.

The stored text stays as it came. The reader gets a copy in which other articles'
headlines and earlier mails are blank, ligatures are letters, marks nobody sees are
gone, figures and words broken over a line are whole, and days in figures ("17-May-19")
are in words; what it finds is then set back on the stored text, so that every span is
the exact words of the document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from sayso.intake.days import DayOrder, find_day, find_order
from sayso.model import Document, Gap, Part, PartKind, Reading, Span
from sayso.reading.claims.withdrawn import read_withdrawn
from sayso.reading.reader import language_of
from sayso.vocabulary.languages import Language
from sayso.vocabulary.languages.en.calendar import MONTHS, WEEKDAYS

_LETTERS = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
"""Ligatures of Unicode, written as letters."""
_UNSEEN = "\xad\u200b\u2060\ufeff"
"""Soft hyphen, blanks without width: a reader of print sees none of them."""
_CHANGES = re.compile(
    rf"[{''.join(_LETTERS)}]"
    rf"|[{_UNSEEN}]+"
    rf"|(?<=[0-9],)[ \t]*\r?\n[ \t{_UNSEEN}]*(?=[0-9]{{3}}(?![0-9]))"
    r"|(?<=[0-9])(?:[\xa0\u202f]+\r?\n[ \t]*|\r?\n[\xa0\u202f]+)(?=[0-9]{3}(?![0-9]))"
    r"|(?<=[0-9])[ \xa0\u202f]*\r?\n[ \t]*(?=000(?![0-9]))"
    r"|(?<=[0-9][-–])[ \t]*\r?\n[ \t]*(?=[0-9])"
    r"|\b(?P<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?(?=,? [0-9]{1,2} [A-Z][a-z]{2})"
    r"|(?<![\w./-])[0-9]{1,2}/[0-9]{1,2}-(?P<until>[0-9]{1,2}/[0-9]{1,2}/"
    r"(?P<year>[0-9]{4}))(?![\w/-])"
    r"|(?P<day>(?<![\w./,-])(?:"
    r"[A-Z][a-z]{2,8}\.? [0-9]{1,2},[0-9]{4}"
    r"|[0-9]{4}\.[0-9]{1,2}\.[0-9]{1,2}"
    r"|[0-9]{4}-(?:[0-9]-[0-9]{1,2}|[0-9]{2}-[0-9])"
    r"|[0-9]{1,2}-[A-Z][a-z]{2,8}-(?:[0-9]{4}|[0-9]{2})"
    r"|[0-9]{4} [A-Z][a-z]{2,8} [0-9]{1,2}"
    r"|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}"
    r")(?![\w/-]|\.[0-9]))"
    r"|(?<=[a-zа-яїієґё])[-\xad\u2010][ \t]*\r?\n[ \t]*(?=[a-zа-яїієґё])"
)
_SLASHED = re.compile(r"(?<![\w./-])[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}(?![\w/-])")
_MONTHS = [name.title() for name in MONTHS]
_WEEKDAYS = {name[:3].title(): name.title() for name in WEEKDAYS}
_THOUSANDS = re.compile(
    r"(?<![0-9,.])[0-9]{1,3}(?:,[0-9]{3}){0,3},$"
    r"|(?<![0-9,.])[0-9]{1,3}(?:[ \xa0\u202f][0-9]{3}){0,3}$"
)
"""What a group of three digits goes on with in the next line."""
_GROUPED = "\xa0\u202f"
"""Blanks that part groups of digits and break no line."""
_WORD_BEFORE = re.compile(r"\w{1,40}$")
_WORD_BEHIND = re.compile(r"\w{1,40}")
_TOLD = {
    PartKind.RELATED: "leads to another article and is not read as this one's",
    PartKind.CAPTION: "is a caption and is not read as the article's text",
    PartKind.NOTICE: "is a notice and is not read as the article's text",
    PartKind.COMMENTS: "is what readers wrote and is not read as the article's text",
    PartKind.QUOTED: "is an earlier mail, to be read as a document of its own",
    PartKind.CORRECTION: "is the outlet's note on its earlier words, left to a person",
}
_WORDS = 80
"""Characters of a part that its gap quotes."""


@dataclass(frozen=True, slots=True)
class View:
    """A text to be read in place of a stored one."""

    text: str
    places: tuple[int, ...]
    """Offsets of the view at which stretches begin, from 0, rising."""
    stored: tuple[int, ...]
    """Where each stretch begins in the stored text."""
    ends: tuple[int, ...]
    """Where each stretch ends in the stored text."""

    def start(self, offset: int) -> int:
        """Give where a character of the view stands in the stored text."""
        at = bisect_right(self.places, offset) - 1
        if self._is_rewritten(at):
            return self.stored[at]
        return self.stored[at] + offset - self.places[at]

    def end(self, offset: int) -> int:
        """Give the end in the stored text of what ends here in the view."""
        if not offset:
            return 0
        at = bisect_right(self.places, offset - 1) - 1
        whole = self._is_rewritten(at) or offset == self._after(at)
        return self.ends[at] if whole else self.start(offset - 1) + 1

    def _after(self, at: int) -> int:
        return self.places[at + 1] if at + 1 < len(self.places) else len(self.text)

    def _is_rewritten(self, at: int) -> bool:
        """True for a stretch in other words, which is quoted whole or not at all."""
        length = self._after(at) - self.places[at]
        return length != self.ends[at] - self.stored[at]


def read_as_seen(document: Document, read: Callable[[Document], Reading]) -> Reading:
    """Give the reading of a document by its view, with spans in the stored text."""
    in_words = isinstance(language_of(document), Language)
    view = make_view(document.text, document.parts, in_words=in_words)
    if view is None:
        return _relayed(read(document))
    gaps = tuple(_gaps(document))
    reading = read(replace(document, text=view.text, parts=(), stretches=()))
    back = _Back(document, view)
    values: dict[str, Any] = {
        field.name: back.value(getattr(reading, field.name))
        for field in fields(reading)
        if field.name not in ("document", "reader")
    }
    claims = tuple(replace(c, document=document.id) for c in values.pop("claims"))
    found = _in_order(values.pop("gaps"), gaps)
    seen = replace(reading, document=document, claims=claims, gaps=found, **values)
    return _relayed(_with_notes(seen, read))


def _with_notes(seen: Reading, read: Callable[[Document], Reading]) -> Reading:
    """Give the reading with what the outlet's notes take back, without their gaps."""
    document = seen.document
    kept = [part for part in document.parts if part.kind is PartKind.CORRECTION]
    language = language_of(document)
    if not kept:
        return seen
    notes = tuple(Span.cut(document.text, part.start, part.end) for part in kept)
    alone = replace(document, text=_alone(notes), parts=(), stretches=())
    claims = read_withdrawn(seen, read(alone), notes, language=language)
    told = [
        n for n in notes if any(n.start <= c.sentence.start < n.end for c in claims)
    ]
    gaps = tuple(
        gap
        for gap in seen.gaps
        if not any(n.start <= gap.span.start < n.end for n in told)
    )
    own = sorted((*seen.claims, *claims), key=lambda claim: claim.quantity.span)
    return replace(seen, claims=tuple(own), gaps=gaps)


def _alone(spans: tuple[Span, ...]) -> str:
    """Give a text of these spans alone, at their offsets, the rest blank."""
    pieces, at = list[str](), 0
    for span in spans:
        pieces += [" " * (span.start - at), span.text]
        at = span.end
    return "".join(pieces)


def _relayed(reading: Reading) -> Reading:
    """Give the reading with those the file says the words were taken over from."""
    via = reading.document.via
    if not via:
        return reading
    claims = tuple(
        replace(c, via=(*c.via, *(name for name in via if name not in c.via)))
        for c in reading.claims
    )
    return replace(reading, claims=claims)


def make_view(
    text: str, parts: tuple[Part, ...] = (), *, in_words: bool = True
) -> View | None:
    """Give the view of a text, None where it is the text.

    Args:
        text: The stored text.
        parts: Stretches of it that are not the document's own.
        in_words: True to write days in English words, False to write 2019-05-17.
    """
    blank = _blank(text, parts)
    pieces: list[str] = []
    places: list[int] = []
    stored: list[int] = []
    ends: list[int] = []
    at = length = 0

    def add(words: str, start: int, end: int) -> None:
        nonlocal length
        if words:
            places.append(length)
            stored.append(start)
            ends.append(end)
            pieces.append(words)
            length += len(words)

    order = find_order(found.group() for found in _SLASHED.finditer(blank))
    for change in _CHANGES.finditer(blank):
        instead = _instead(blank, change, _Days(order, in_words))
        if instead is None:
            continue
        add(blank[at : change.start()], at, change.start())
        add(instead, change.start(), change.end())
        at = change.end()
    if at == 0 and blank == text:
        return None
    add(blank[at:], at, len(blank))
    return View("".join(pieces), tuple(places), tuple(stored), tuple(ends))


@dataclass(frozen=True, slots=True)
class _Days:
    """How days in figures are read and written."""

    order: DayOrder | None
    """What the text's other days show."""
    in_words: bool

    def write(self, words: str) -> str | None:
        """Give a day as prose writes it, None for one of two readings or none.

        "2/8/2019" is read in the order that the text's other days show.
        """
        stated = find_day(words, self.order)
        if stated is None:
            return None
        day = stated.day
        if not self.in_words:
            return day.isoformat()
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _instead(text: str, change: re.Match[str], days: _Days) -> str | None:
    """Give what stands in the view for a match, None to leave it as it is."""
    words = change.group()
    if change["weekday"] is not None:
        return _WEEKDAYS[change["weekday"]]
    if change["until"] is not None:
        return _write_stretch(text, change, days)
    if change["day"] is not None:
        return days.write(words)
    if words in _LETTERS:
        return _LETTERS[words]
    if "\n" not in words:
        return ""
    before = text[max(change.start() - 40, 0) : change.start()]
    is_grouped = words.strip("\r\n \t")[:1] in tuple(_GROUPED)
    if (before.endswith(",") or is_grouped) and not _THOUSANDS.search(before):
        return None
    if words[0] in "-\xad\u2010":
        return _whole_word(text, change)
    if is_grouped:
        return _GROUPED[0]
    return "" if before[-1:] in ",-–" else " "


def _write_stretch(text: str, change: re.Match[str], days: _Days) -> str:
    """Give a stretch of days as prose writes it.

    Where its two readings are open it is the whole year, which holds them both.
    """
    year, until = change["year"], change["until"]
    since = f"{change.group().partition('-')[0]}/{year}"
    days = replace(days, order=find_order((since, until)) or days.order)
    ends = [days.write(words) for words in (since, until)]
    if not days.in_words:
        whole = [f"{year}-01-01", f"{year}-12-31"]
        return "–".join(end or "" for end in (whole if None in ends else ends))
    if None in ends:
        ends = ["1 January", f"31 December {year}"]
    joined = " and " if text[: change.start()].endswith("between ") else " to "
    return joined.join(end or "" for end in ends)


def _whole_word(text: str, change: re.Match[str]) -> str:
    """Give "" or "-" for a word broken over a line, as the text writes it elsewhere."""
    before = _WORD_BEFORE.search(text, max(change.start() - 40, 0), change.start())
    behind = _WORD_BEHIND.match(text, change.end())
    if before is None or behind is None:
        return ""
    parted = f"{before.group()}-{behind.group()}"
    return "-" if re.search(rf"(?<!\w){re.escape(parted)}(?!\w)", text) else ""


def _blank(text: str, parts: tuple[Part, ...]) -> str:
    """Give the text with its parts blank, lines kept."""
    pieces, at = list[str](), 0
    for part in parts:
        pieces.append(text[at : part.start])
        inside = text[part.start : part.end]
        pieces.append("".join(c if c == "\n" else " " for c in inside))
        at = part.end
    pieces.append(text[at:])
    return "".join(pieces)


def _gaps(document: Document) -> Iterator[Gap]:
    for part in document.parts:
        end = min(part.end, part.start + _WORDS)
        words = Span.cut(document.text, part.start, end)
        yield Gap(words, _TOLD[part.kind])


def _in_order(found: tuple[Gap, ...], more: tuple[Gap, ...]) -> tuple[Gap, ...]:
    return tuple(sorted((*found, *more), key=lambda gap: (gap.span.start, gap.reason)))


class _Back:
    """Sets values of a reading back on the stored text."""

    def __init__(self, document: Document, view: View) -> None:
        self._text = document.text
        self._view = view

    def value(self, value: Any) -> Any:
        """Give the value with all spans in it as spans of the stored text."""
        if isinstance(value, Span):
            return self._span(value)
        if isinstance(value, tuple):
            return tuple(self.value(item) for item in value)
        if is_dataclass(value) and not isinstance(value, type):
            changed = {f.name: getattr(value, f.name) for f in fields(value)}
            return replace(value, **{k: self.value(v) for k, v in changed.items()})
        return value

    def _span(self, span: Span) -> Span:
        start = self._view.start(span.start) if span.start < len(self._view.text) else 0
        if span.start == span.end:
            return Span.cut(self._text, start, start)
        return Span.cut(self._text, start, self._view.end(span.end))
