"""An edit form to the fields of a claim that it changes, in stored form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from sayso.errors import InputError, SpanError
from sayso.model import (
    Accrual,
    Bound,
    Claim,
    ClaimUnit,
    Period,
    Quantity,
    Span,
    Stance,
    to_json,
)
from sayso.vocabulary.measures import MEASURES
from sayso.web.pointed import pointed_evidence

_CHOICES: Mapping[str, tuple[str, ...]] = {
    "measure": MEASURES,
    "bound": tuple(str(bound) for bound in Bound),
    "unit": tuple(str(unit) for unit in ClaimUnit),
    "accrual": ("", *(str(accrual) for accrual in Accrual)),
    "stance": tuple(str(stance) for stance in Stance),
}
"""Fields with a fixed set of values, as the form offers them."""
WORDS = ("group", "affected", "actor", "place", "claimant")
"""Fields of free words; an empty one is None."""
LONGEST = 300
"""Characters of such a field: names, not texts."""


def choices() -> Mapping[str, tuple[str, ...]]:
    """Give the values a form offers, by field."""
    return _CHOICES


def to_form(claim: Claim) -> dict[str, str]:
    """Give the values of the form's fields for a claim."""
    quantity, period = claim.quantity, claim.period
    fields: dict[str, Any] = {
        "start": quantity.span.start,
        "end": quantity.span.end,
        "low": quantity.low,
        "high": quantity.high,
        "bound": quantity.bound,
        "unit": quantity.unit,
        "measure": claim.measure,
        "accrual": claim.accrual,
        "stance": claim.stance,
        "first": period.first if period else None,
        "last": period.last if period else None,
        **{name: getattr(claim, name) for name in WORDS},
    }
    return {
        name: "" if value is None else _plain(value) for name, value in fields.items()
    }


def from_form(claim: Claim, form: Mapping[str, str], text: str) -> dict[str, Any]:
    """Give the changed fields of a claim, in stored form; None empties one.

    Args:
        claim: As it stands.
        form: The fields of `to_form`; one that is missing stays as it is.
        text: The document's text, for the span.

    Raises:
        InputError: A value does not fit its field; all are named.
    """
    now = to_form(claim)
    given = {name: form.get(name, value).strip() for name, value in now.items()}
    changed = {name for name in now if given[name] != now[name]}
    faults = [*_find_faults(given, changed)]
    changes: dict[str, Any] = {}
    if changed & {"start", "end", "low", "high", "bound", "unit"}:
        changes["quantity"] = _quantity(claim.quantity, given, text, faults)
    if changed & {"first", "last"}:
        changes["period"] = _period(claim.period, given, faults)
    for name in (*WORDS, "measure", "accrual", "stance"):
        if name in changed:
            changes[name] = given[name] or None
    if "claimant" in changed:
        changes["speaker"] = None
    if "place" in changed:
        changes["located"] = None
    if faults:
        raise InputError("; ".join(faults))
    evidence = pointed_evidence(claim, form, changed, text)
    if evidence is not None:
        changes["evidence"] = evidence
    return changes


def _plain(value: object) -> str:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return str(value)


def _find_faults(given: Mapping[str, str], changed: set[str]) -> list[str]:
    faults = [
        f'{name} "{given[name][:60]}" is none of {", ".join(filter(None, known))}'
        for name, known in _CHOICES.items()
        if name in changed and given[name] not in known
    ]
    faults += [
        f"{name} is longer than {LONGEST} characters"
        for name in WORDS
        if name in changed and len(given[name]) > LONGEST
    ]
    return faults


def _quantity(
    now: Quantity, given: Mapping[str, str], text: str, faults: list[str]
) -> Any:
    low, high = (_number(given[name], name, faults) for name in ("low", "high"))
    if low is None and high is None:
        faults.append("a figure needs a lower or an upper end")
    if low is not None and high is not None and low > high:
        faults.append("the lower end is above the upper end")
    span = _span(given, text, faults)
    if faults or span is None:
        return None
    number = now.number if span.contains(now.number) else span
    made = replace(
        now,
        span=span,
        number=number,
        low=low,
        high=high,
        bound=Bound(given["bound"]),
        unit=given["unit"],
    )
    return to_json(made)


def _span(given: Mapping[str, str], text: str, faults: list[str]) -> Span | None:
    ends = given["start"], given["end"]
    if not all(end.isascii() and end.isdigit() and len(end) < 10 for end in ends):
        faults.append("the ends of the words are not numbers of characters")
        return None
    start, end = (int(value) for value in ends)
    if start >= end:
        faults.append("the words end before they begin")
        return None
    try:
        return Span.cut(text, start, end)
    except SpanError as error:
        faults.append(str(error))
        return None


def _number(value: str, name: str, faults: list[str]) -> Decimal | None:
    if not value:
        return None
    try:
        number = Decimal(value.replace(",", ""))
    except InvalidOperation:
        faults.append(f'{name} "{value[:60]}" is not a number')
        return None
    if not number.is_finite() or number < 0:
        faults.append(f'{name} "{value[:60]}" is not a figure of zero or more')
        return None
    return number


def _period(now: Period | None, given: Mapping[str, str], faults: list[str]) -> Any:
    days: list[date | None] = []
    for name in ("first", "last"):
        try:
            days.append(date.fromisoformat(given[name]) if given[name] else None)
        except ValueError:
            faults.append(
                f'{name} day "{given[name][:60]}" is not a day of the calendar'
            )
            return None
    first, last = days
    if first is None and last is None:
        return None
    if first is not None and last is not None and first > last:
        faults.append("the first day is after the last")
        return None
    if now is None:
        return to_json(Period.of_days(first, last))
    return to_json(
        Period.of_days(
            first, last, now.kind, precision=now.precision, phrase=now.phrase
        )
    )
