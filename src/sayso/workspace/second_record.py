"""A line that another reader wrote, as claims: what does not stand in the text goes.

The form is that of `sayso extract`. A claim needs the span of its figure and the words
there, which are compared; what cannot be a claim of ours is refused with the reason,
and the others are kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from sayso.errors import InputError
from sayso.model import (
    Accrual,
    Bound,
    Claim,
    ClaimField,
    ClaimUnit,
    Document,
    Evidence,
    Period,
    Quantity,
    Reading,
    Span,
    Stance,
)
from sayso.vocabulary.measures import MEASURES
from sayso.vocabulary.theatres.native import names_in_claims

_NUMBER = "0123456789"
_WORDS = ("group", "affected", "actor", "place", "claimant")
_UNFIT = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


def read_record(
    document: Document, record: Mapping[str, Any], reader: str
) -> tuple[Reading, tuple[str, ...]]:
    """Give the claims of one line as a reading, and why others were refused.

    Args:
        document: The text that the line is of.
        record: The line: "claims" in the form of `sayso extract`.
        reader: Name to keep with every claim.

    Raises:
        InputError: The line has no list of claims.
    """
    claims = record.get("claims")
    if not isinstance(claims, list):
        raise InputError('has no list "claims"')
    kept: dict[str, Claim] = {}
    refused = []
    for number, given in enumerate(claims, 1):
        try:
            claim = _claim(document, given, reader)
            kept.setdefault(claim.id, claim)
        except InputError as error:
            refused.append(f"claim {number} {error}")
        except _UNFIT as error:
            refused.append(f"claim {number} is no claim ({error!r})")
    order = sorted(kept.values(), key=lambda c: (c.quantity.span, c.measure))
    none = ()
    reading = Reading(document, none, tuple(order), none, none, none, none, reader)
    return reading, tuple(refused)


def _claim(document: Document, given: Mapping[str, Any], reader: str) -> Claim:
    """Give one claim.

    Raises:
        InputError: Its words do not stand there, or a field is none of ours.
    """
    text, stated = document.text, given["quantity"]
    span = _span(text, stated["span"])
    words = given.get("words")
    if words != span.text:
        ends = f"[{span.start}, {span.end})"
        raise InputError(f'says "{str(words)[:80]}" where "{span.text[:80]}" is {ends}')
    if given["measure"] not in MEASURES:
        raise InputError(f'has no measure of ours: "{str(given["measure"])[:40]}"')
    fields: dict[str, Any] = {name: _text(given.get(name)) for name in _WORDS}
    known = names_in_claims(document.language)
    fields |= {k: known.get(fields[k], fields[k]) for k in ("affected", "actor")}
    accrual, days = given.get("accrual"), given.get("period")
    return Claim(
        document=document.id,
        quantity=_quantity(text, span, stated),
        measure=given["measure"],
        sentence=_sentence(text, span, given.get("sentence")),
        period=None if days is None else _period(days),
        accrual=None if accrual is None else Accrual(accrual),
        via=tuple(_text(one) or "" for one in given.get("via") or ()),
        stance=Stance(given.get("stance") or Stance.ASSERTED),
        confidence=_confidence(given.get("confidence")),
        evidence=tuple(_evidence(text, given.get("evidence") or {})),
        reader=reader,
        **fields,
    )


def _span(text: str, ends: Any) -> Span:
    start, end = ends
    is_whole = type(start) is int and type(end) is int
    if not is_whole or not 0 <= start < end <= len(text):
        raise InputError(f"has a span {ends} that is not in the text")
    return Span.cut(text, start, end)


def _quantity(text: str, span: Span, stated: Mapping[str, Any]) -> Quantity:
    low, high = (_decimal(stated.get(end)) for end in ("low", "high"))
    if low is None and high is None:
        raise InputError("has a figure without any end")
    if low is not None and high is not None and low > high:
        raise InputError("has a low end above its high end")
    digits = [at for at in range(span.start, span.end) if text[at] in _NUMBER]
    number = Span.cut(text, digits[0], digits[-1] + 1) if digits else span
    unit = ClaimUnit(stated["unit"])
    return Quantity(span, number, low, high, Bound(stated["bound"]), str(unit))


def _decimal(value: Any) -> Decimal | None:
    if value is None:
        return None
    number = Decimal(str(value))
    if isinstance(value, bool) or not number.is_finite() or number < 0:
        raise InputError(f'has a figure "{value}" that is no number from 0 on')
    return number


def _confidence(value: Any) -> Decimal:
    number = _decimal(value)
    return Decimal(1) if number is None else min(number, Decimal(1))


def _sentence(text: str, span: Span, ends: Any) -> Span:
    """Give the sentence that is named, or the line that holds the words."""
    if ends is not None:
        sentence = _span(text, ends)
        if sentence.start <= span.start and span.end <= sentence.end:
            return sentence
        raise InputError(f"has a sentence {ends} without its words")
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return Span.cut(text, start, len(text) if end < 0 else end)


def _period(days: Any) -> Period:
    first, last = (None if day is None else date.fromisoformat(day) for day in days)
    if first is not None and last is not None and first > last:
        raise InputError(f"has days that end before they begin: {days}")
    return Period.of_days(first, last)


def _evidence(text: str, given: Mapping[str, Any]) -> Iterator[Evidence]:
    for field in ClaimField:
        spans = tuple(_span(text, ends) for ends in given.get(str(field)) or ())
        if spans:
            yield Evidence(field, spans)


def _text(value: Any) -> str | None:
    if value is not None and not isinstance(value, str):
        raise InputError(f'has "{str(value)[:40]}" where words are wanted')
    return value or None
