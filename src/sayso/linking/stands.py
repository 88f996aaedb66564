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
from sayso.model import Accrual, Claim, Quantity


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
        return f"{self.field}: {self.held}, not {self.draft}"


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
        if one and other and one != other:
            yield Difference(field, one, other)
    if draft.place and held.place and not _is_one_place(draft, held):
        yield Difference(Field.PLACE, draft.place, held.place)
    if draft.period and held.period and not draft.period.overlaps(held.period):
        yield Difference(Field.PERIOD, _days(draft), _days(held))
    accruals = {draft.accrual, held.accrual} - {None}
    if accruals == {Accrual.FLOW, Accrual.TOTAL}:
        yield Difference(Field.ACCRUAL, str(draft.accrual), str(held.accrual))
    if draft.stance is not held.stance:
        yield Difference(Field.STANCE, str(draft.stance), str(held.stance))


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
