"""A date that cannot be: after publication, or another year than the event's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sayso.checks.support.check import (
    Check,
    CheckContext,
    claim_input,
    claim_order,
    words_of,
)
from sayso.model import (
    DAY,
    Claim,
    Document,
    Finding,
    Input,
    Level,
    Outcome,
    Period,
    Precision,
    Span,
    Stance,
    Timex,
)
from sayso.vocabulary.theatres import Constant

_EVENTS = {
    "incursion": ("incursion", "offensive", "operation", "raid"),
    "invasion": ("invasion", "war\\b"),
    "annexation": ("annex",),
    "uprising": ("uprising", "protests", "revolt"),
    "fall": ("fell", "fall"),
}
"""Word of a constant's id -> words that name such an event, beginnings suffice."""
_BEGINS = re.compile(
    r"\b(?:began|begin|begun|started|start|launched|commenced|crossed|entered|fell"
    r"|broke out|since the|annexed|erupted)\b",
    re.IGNORECASE,
)
"""A sentence that dates an event says that it began; one that only mentions the event
may date something else."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SMALL = frozenset({"of", "in", "the", "full", "scale", "day"})
_WIDE = (Precision.YEAR, Precision.MONTH, Precision.SEASON, Precision.QUARTER)
BEFORE = 600
"""Characters before a sentence in which the event's place may be named."""
_STEM = 5
"""Letters of a country's name that its adjective has too."""
YEARLESS = 3 * DAY
"""Days after publication up to which a date without a year is of this year."""
NEAR = 60
"""Characters between the words for the beginning and the date."""


def check_dates(claims: Sequence[Claim], context: CheckContext) -> Iterator[Finding]:
    """Give claims about days after publication, and events dated to another year."""
    seen: set[str] = set()
    for claim in sorted(claims, key=claim_order):
        document = context.documents.get(claim.document)
        if document is None or document.id in seen or not _is_ahead(claim, document):
            continue
        seen.add(document.id)
        yield _ahead(claim, document, context)
    for identifier in sorted({claim.document for claim in claims}):
        yield from _events(context.documents.get(identifier), context)


def _is_ahead(claim: Claim, document: Document) -> bool:
    """True when all days of an asserted claim lie after the publication.

    One day is left for time zones.
    """
    period, published = claim.period, document.published
    return (
        claim.stance is Stance.ASSERTED
        and published is not None
        and period is not None
        and period.start is not None
        and period.precision is Precision.DAY
        and _is_written_out(period.phrase, period.start - published)
        and period.start > published + DAY
    )


def _is_written_out(phrase: Span | None, ahead: timedelta) -> bool:
    """True for a date with a number in it: "Sunday" was resolved by the publication.

    Without its year it must be near: else it is that of a year before.
    """
    if phrase is None or not any(c.isdigit() for c in phrase.text):
        return False
    return ahead <= YEARLESS or _YEAR.search(phrase.text) is not None


def _ahead(claim: Claim, document: Document, context: CheckContext) -> Finding:
    period = claim.period
    start = None if period is None else period.start
    phrase = None if period is None else period.phrase
    inputs = [claim_input(claim, "figure")]
    if phrase is not None:
        inputs.append(Input(claim.document, phrase, None, "date"))
    return CHECK.find(
        Outcome.INCONSISTENT,
        Level.LOOK,
        inputs,
        f"{context.stated(claim)} {words_of(claim)} for {start}, after the "
        f"publication on {document.published}.",
        (f"published: {document.published}", f"first day of the claim: {start}"),
        "another publication date, or a claim of something intended",
    )


def _events(document: Document | None, context: CheckContext) -> Iterator[Finding]:
    """Give sentences that date the beginning of a known event to other days."""
    reading = context.readings.get(document.id) if document is not None else None
    if document is None or reading is None:
        return
    constants = _known_before(document, context)
    for timex in reading.timexes if constants else ():
        if timex.period is None or timex.period.precision not in _WIDE:
            continue
        sentence = _sentence(document.text, timex.span)
        for day, constant, countries in constants:
            if (
                not _holds(timex.period, day)
                and _names(document.text, sentence, timex, constant)
                and _dates_beginning(sentence, timex)
                and _stand_near(countries, document.text, sentence)
            ):
                yield _misdated(document, timex, sentence, constant)


def _known_before(
    document: Document, context: CheckContext
) -> list[tuple[date, Constant, tuple[str, ...]]]:
    """Give the dated events before the publication, with day and countries' names."""
    published = document.published or date.max
    found = []
    for theatre in context.theatres:
        countries = tuple(name[:_STEM] for name in theatre.name.split("-"))
        for constant in theatre.constants:
            day = _day(constant.day)
            if day is not None and day < published:
                found.append((day, constant, countries))
    return found


def _stand_near(countries: tuple[str, ...], text: str, sentence: Span) -> bool:
    """True when the theatre's countries are named in the sentence or shortly before.

    A "US invasion" in a report from one country is not that of another.
    """
    around = text[max(0, sentence.start - BEFORE) : sentence.end]
    return all(re.search(rf"(?i)\b{re.escape(n)}", around) for n in countries)


def _names(text: str, sentence: Span, timex: Timex, constant: Constant) -> bool:
    """True when the sentence names the event: each word of its id, or its like.

    For a whole year the place may stand shortly before the sentence, but not where
    something fell: figures fall too.
    """
    words = [w for w in constant.id.split(".")[-1].split("_") if w not in _SMALL]
    wide = timex.period is not None and timex.period.precision is Precision.YEAR
    wide = wide and "fall" not in words
    before = text[max(0, sentence.start - BEFORE) : sentence.start] if wide else ""
    events = [word for word in words if word in _EVENTS]
    others = [word for word in words if word not in _EVENTS]
    return (
        len(words) > 1
        and all(_stands(_EVENTS[word], sentence.text) for word in events)
        and all(_stands((word,), before + sentence.text) for word in others)
        and bool(events)
    )


def _stands(words: tuple[str, ...], text: str) -> bool:
    """True when a word of the text begins so; short ones must stand in capitals."""
    return any(
        re.search(rf"\b{word.upper()}\b", text)
        if len(word) < 4
        else re.search(rf"\b{word}", text, re.IGNORECASE)
        for word in words
    )


def _dates_beginning(sentence: Span, timex: Timex) -> bool:
    """True when a word for the beginning stands close to the date."""
    at = timex.span.start - sentence.start
    for found in _BEGINS.finditer(sentence.text):
        gap = max(at - found.end(), found.start() - (at + len(timex.span.text)))
        if gap <= NEAR:
            return True
    return False


def _sentence(text: str, span: Span) -> Span:
    """Give the text around a span up to the nearest full stops, 400 characters each."""
    before = text[max(0, span.start - 400) : span.start]
    start = span.start - len(before) + before.rfind(". ") + 1
    stop = text.find(". ", span.end, span.end + 400)
    end = stop if stop >= 0 else min(len(text), span.end + 400)
    return Span.cut(text, start, end)


def _day(value: str | None) -> date | None:
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError:  # a month or a year: too coarse to set beside a date
        return None


def _holds(period: Period, day: date) -> bool:
    return period.overlaps(Period.of_days(day, day))


def _misdated(
    document: Document, timex: Timex, sentence: Span, constant: Constant
) -> Finding:
    name = constant.id.split(".")[-1].replace("_", " ")
    period = timex.period
    days = "" if period is None else f" ({period.first} to {period.last})"
    where = document.outlet or document.name or "an unnamed outlet"
    day = document.published
    published = () if day is None else (f"published: {day}",)
    return CHECK.find(
        Outcome.INCONSISTENT,
        Level.LOOK,
        (
            Input(document.id, timex.span, None, "date"),
            Input(document.id, sentence, None, "sentence"),
        ),
        f'{where} dates the {name} to "{timex.span.text}"{days}; the theatre pack '
        f"dates it to {constant.day}.",
        (*published, f"source of the day: {constant.source}"),
        f"{constant.day}, or another event of the same name",
    )


CHECK = Check(
    name="dates",
    version=2,
    title="Date that cannot be",
    explanation=(
        "A claim of something done on a day that is written out and more than a day "
        "after its publication (more than three only with its year), and a sentence "
        "that dates the beginning of an event known to the theatre pack to a month or "
        "year that does not hold the pack's day."
    ),
    run=check_dates,
)
