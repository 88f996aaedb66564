"""A figure of a draft set beside a held claim: the same, or in what it differs.

Only fields that both state are compared; what a draft does not say (a place, a day) is
no difference. A speaker is one: a draft that drops who said it says something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sayso.linking.names import Names, place_key, place_words, places_fit, thing_key
from sayso.linking.sounds import sound_of
from sayso.model import DAY, Accrual, Claim, ClaimField, Quantity

SLACK = DAY
"""Days by which two stretches may differ in length and be one."""


class Field(StrEnum):
    """In what a held claim of the same number differs from a draft's."""

    SPEAKER = "speaker"
    BOUND = "bound"
    MEASURE = "what happened"
    THING = "what is counted"
    AFFECTED = "whose"
    PLACE = "place"
    PERIOD = "period"
    ACCRUAL = "running total or period"
    STANCE = "stance"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field in which the two differ."""

    field: Field
    draft: str
    """As the draft has it, "" where it says nothing."""
    held: str
    """As the held claim has it, "" where that says nothing."""

    def __str__(self) -> str:
        if not self.draft:
            return f"{self.field}: {self.held} is left out"
        if not self.held:
            return f"{self.field}: {self.draft} does not stand there"
        return f"{self.field}: there “{self.held}”, in the draft “{self.draft}”"


def is_same_number(a: Quantity, b: Quantity) -> bool:
    """True when two quantities have one number and unit, whatever the bound."""
    numbers = {a.low, a.high} - {None}
    return a.unit == b.unit and not numbers.isdisjoint({b.low, b.high} - {None})


def differences(draft: Claim, held: Claim, names: Names) -> tuple[Difference, ...]:
    """Give the fields in which a held claim of the same number differs, in order."""
    return tuple(_differences(draft, held, names))


def _differences(draft: Claim, held: Claim, names: Names) -> Iterator[Difference]:
    mine, theirs = names.speaker(draft), names.speaker(held)
    if mine != theirs and not _is_short_for(mine, theirs):
        yield Difference(Field.SPEAKER, mine or "", theirs or "")
    if draft.quantity.bound is not held.quantity.bound:
        bounds = (str(draft.quantity.bound), str(held.quantity.bound))
        yield Difference(Field.BOUND, *(bound.replace("_", " ") for bound in bounds))
    if draft.measure != held.measure:
        yield Difference(Field.MEASURE, draft.measure, held.measure)
    for field, one, other in (
        (Field.THING, thing_key(draft), thing_key(held)),
        (Field.AFFECTED, names.party(draft.affected), names.party(held.affected)),
    ):
        if one and other and one != other and _is_one_alphabet(one, other):
            yield Difference(field, one, other)
    if draft.place and held.place and not _is_one_place(draft, held):
        yield Difference(Field.PLACE, draft.place, held.place)
    if _is_of_other_days(draft, held):
        yield Difference(Field.PERIOD, _days(draft), _days(held))
    accruals = {draft.accrual, held.accrual} - {None}
    told = any(map(_tells_how_it_accrues, (draft, held)))
    if accruals == {Accrual.FLOW, Accrual.TOTAL} and told:
        yield Difference(Field.ACCRUAL, str(draft.accrual), str(held.accrual))
    if draft.stance is not held.stance:
        yield Difference(Field.STANCE, str(draft.stance), str(held.stance))


def _tells_how_it_accrues(claim: Claim) -> bool:
    """True when words make it a running total, or a figure of a stretch of days."""
    days = claim.period
    is_stretch = days is not None and days.first not in (None, days.last)
    told = _is_told(claim, ClaimField.ACCRUAL)
    return told or (is_stretch and _is_told(claim, ClaimField.PERIOD))


def _is_of_other_days(draft: Claim, held: Claim) -> bool:
    """True when the days that a draft tells in words are not those of a held claim.

    A stretch ("in the past five days") that a report does not tell is one that the
    draft has added; a day alone may be the report's own.
    """
    days, theirs = draft.period, held.period
    if days is None or not _is_told(draft, ClaimField.PERIOD):
        return False
    is_stretch = days.first not in (None, days.last)
    if theirs is None or theirs.last is None or days.last is None:
        return theirs is None and is_stretch
    if not days.overlaps(theirs):
        return True
    if theirs.first is None or days.first is None:
        return is_stretch and theirs.first is None
    both = is_stretch and theirs.first != theirs.last
    length, other = days.last - days.first, theirs.last - theirs.first
    return both and abs(length - other) > SLACK


def _is_told(claim: Claim, field: ClaimField) -> bool:
    """True when words of the text carry a field, or the reader does not say which.

    A day that is only the publication's, or a running total that is only taken for
    one, is nothing that a text says.
    """
    evidence = claim.evidence_of(field)
    return evidence is None or bool(evidence.spans)


def _is_one_alphabet(one: str, other: str) -> bool:
    """True when two nouns may be of one language: "tank" and "танк" tell nothing."""
    return one.isascii() == other.isascii()


def _is_short_for(mine: str | None, theirs: str | None) -> bool:
    """True when one name has all words of the other: "the mayor", "mayor of Olmar"."""
    if mine is None or theirs is None:
        return False
    one, other = (
        {w for w in name.casefold().replace("'s", "").split() if w != "the"}
        for name in (mine, theirs)
    )
    return bool(one and other) and (one <= other or other <= one)


def _is_one_place(draft: Claim, held: Claim) -> bool:
    if place_key(draft) == place_key(held) or places_fit(draft, held):
        return True
    sounds = {sound_of(place_words(claim.place or "")) for claim in (draft, held)}
    return len(sounds) == 1


def _days(claim: Claim) -> str:
    period = claim.period
    if period is None:
        return ""
    ends = (period.first, period.last)
    return " to ".join(dict.fromkeys("…" if d is None else d.isoformat() for d in ends))
