"""Reports written with their claims marked in the text, as readings.

A report is `== id | outlet | day [hour] [| language]`, a line `@ key=value ...` of what
its claims share, and a text in which a claim is `{words}[measure value group ...]`:
`{At least 12 people}[killed >=12 person by="Ada Orlan" event=E1]`. Values: 12, >=12,
<=12, ~12, ~<12 (nearly), 5..10, a percentage 12%, an area 12km2. Keys: by, via, place,
day, span (first..last), aff, act, acc, stance, event; an empty one is unknown.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from sayso.model import (
    Accrual,
    Bound,
    Claim,
    Document,
    Period,
    PeriodKind,
    Quantity,
    Reading,
    Span,
    Stance,
)

CORPORA = Path(__file__).resolve().parent / "corpora"
_MARK = re.compile(r"\{([^{}]+)\}\[([^\]]+)\]")
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+(?!\s|$)[^.!?\n]*)*[.!?]*[\"”]?")
_FAMILIES = {
    "people": "killed wounded casualties missing captured freed displaced detained",
    "attacks": "struck launched intercepted",
    "place": "gained lost held",
    "equipment": "destroyed damaged",
    "forces": "deployed withdrawn",
    "damage": "buildings",
}
MEASURES = {m: f"{f}.{m}" for f, names in _FAMILIES.items() for m in names.split()}


@dataclass(frozen=True)
class Marked:
    """One report: its reading, and for each claim the event it is of."""

    id: str
    reading: Reading
    events: tuple[str, ...]


def load_marked(path: Path) -> list[Marked]:
    """Give the reports of a file, in its order."""
    return parse_marked(path.read_text(encoding="utf-8"))


def parse_marked(text: str) -> list[Marked]:
    """Give the reports of a text in the form of such a file."""
    parts = re.split(r"^== ", text, flags=re.MULTILINE)
    return [_report(part) for part in parts[1:]]


def _report(part: str) -> Marked:
    head, *lines = part.strip("\n").split("\n")
    name, outlet, when, *more = (field.strip() for field in head.split("|"))
    shared: dict[str, str] = {}
    if lines and lines[0].startswith("@"):
        shared = _pairs(lines.pop(0)[1:])
    title = lines.pop(0)[1:].strip() if lines and lines[0].startswith("#") else None
    source = "\n".join(lines).strip()
    text, marks = _unmark(source)
    day, _, hour = when.partition(" ")
    document = Document(
        text,
        published=date.fromisoformat(day),
        outlet=outlet,
        name=name,
        title=title,
        hour=hour or None,
        language=more[0] if more else "en",
    )
    claims, events = [], []
    for span, words in marks:
        claim, event = _claim(document, span, words, shared)
        claims.append(claim)
        events.append(event)
    reading = Reading(document, (), tuple(claims), (), (), (), (), "gold")
    return Marked(name, reading, tuple(events))


def _unmark(source: str) -> tuple[str, list[tuple[tuple[int, int], str]]]:
    text, marks, at = "", [], 0
    for found in _MARK.finditer(source):
        text += source[at : found.start()]
        start = len(text)
        text += found[1]
        marks.append(((start, len(text)), found[2]))
        at = found.end()
    return text + source[at:], marks


def _claim(
    document: Document, ends: tuple[int, int], words: str, shared: dict[str, str]
) -> tuple[Claim, str]:
    plain = [w for w in shlex.split(words) if "=" not in w or w[:2] in (">=", "<=")]
    given = {**shared, **_pairs(" ".join(_keyed(words)))}
    measure, value, *group = plain
    span = Span.cut(document.text, *ends)
    accrual = given.get("acc")
    claim = Claim(
        document.id,
        _quantity(span, value),
        MEASURES.get(measure, measure),
        _sentence(document.text, span),
        group=" ".join(group) or None,
        affected=given.get("aff") or None,
        actor=given.get("act") or None,
        place=given.get("place") or None,
        period=_period(given),
        accrual=Accrual(accrual) if accrual else None,
        claimant=given.get("by") or None,
        via=tuple(filter(None, [given.get("via")])),
        stance=Stance(given.get("stance", "asserted")),
    )
    return claim, given.get("event", "")


def _keyed(words: str) -> list[str]:
    return [shlex.quote(w) for w in shlex.split(words) if "=" in w and w[0] not in "<>"]


def _pairs(words: str) -> dict[str, str]:
    found = dict(word.split("=", 1) for word in shlex.split(words))
    if "day" in found and "span" not in found:
        found["span"] = f"{found['day']}..{found['day']}"
    return found


def _period(given: dict[str, str]) -> Period | None:
    if "span" not in given:
        return None
    first, _, last = given["span"].partition("..")
    start = date.fromisoformat(first) if first else None
    end = date.fromisoformat(last)
    kind = PeriodKind.POINT if start == end else PeriodKind.INTERVAL
    return Period.of_days(start, end, kind if start else PeriodKind.AS_OF)


def _quantity(span: Span, value: str) -> Quantity:
    unit = "count"
    for mark, name in (("%", "percent"), ("km2", "km2")):
        if value.endswith(mark):
            value, unit = value.removesuffix(mark), name
    low: Decimal | None
    high: Decimal | None
    if ".." in value:
        first, last = value.split("..")
        low, high, bound = Decimal(first), Decimal(last), Bound.BETWEEN
    elif value.startswith(">="):
        low, high, bound = Decimal(value[2:]), None, Bound.AT_LEAST
    elif value.startswith("<="):
        low, high, bound = None, Decimal(value[2:]), Bound.AT_MOST
    elif value.startswith("~<"):
        low, high, bound = None, Decimal(value[2:]), Bound.APPROX
    elif value.startswith("~"):
        low = high = Decimal(value[1:])
        bound = Bound.APPROX
    else:
        low = high = Decimal(value)
        bound = Bound.EXACT
    return Quantity(span, _number(span), low, high, bound, unit)


def _number(span: Span) -> Span:
    found = re.search(r"\d[\d,.]*", span.text)
    if found is None:
        return span
    digits = found[0].rstrip(",.")
    start = span.start + found.start()
    return Span(start, start + len(digits), digits)


def _sentence(text: str, span: Span) -> Span:
    for found in _SENTENCE.finditer(text):
        if found.start() <= span.start < found.end():
            start = found.start() + len(found[0]) - len(found[0].lstrip())
            return Span.cut(text, start, found.end())
    return span
