"""The fields of a claim beside its words: what carries each, and which are empty.

A field that no words carry stays empty, and the page says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sayso.model import Claim, ClaimField, Evidence
from sayso.web.interface import say, to_say
from sayso.web.query import path_of
from sayso.web.wording import ShownClaim, percent
from sayso.workspace.handed.held import HeldClaim

UNREAD = "not read"
"""What stands where a field is empty."""
SURE = Decimal("0.8")
"""Certainty from which a field does not say how certain it is: four of five."""
TITLES: Mapping[ClaimField, str] = {
    ClaimField.EVENT: to_say("what happened"),
    ClaimField.AFFECTED: to_say("whose"),
    ClaimField.ACTOR: to_say("who did it"),
    ClaimField.PLACE: to_say("where"),
    ClaimField.PERIOD: to_say("when"),
    ClaimField.CLAIMANT: to_say("who says so"),
    ClaimField.STANCE: to_say("how it is said"),
    ClaimField.ACCRUAL: to_say("counted"),
}
"""Field -> the question it answers, in the order of the list."""
_ALWAYS = (
    ClaimField.AFFECTED,
    ClaimField.ACTOR,
    ClaimField.PLACE,
    ClaimField.PERIOD,
)
"""Fields that are listed when they are empty, too."""
_SAID = (ClaimField.CLAIMANT,)
"""Fields that the line above says already, listed for what carries them."""
_NOT_ASKED: Mapping[str, tuple[ClaimField, ...]] = {
    "forces": (ClaimField.AFFECTED,),
    "place": (ClaimField.PLACE,),
}
"""Family of measures -> fields that its claims never have, or say in their words."""


@dataclass(frozen=True, slots=True)
class Carried:
    """One field of a claim as it stands beside the text."""

    key: str
    """Name of the field with the claim's id: what its words in the text are lit by."""
    title: str
    value: str
    """As pages write it; "" where it is not read."""
    link: str
    """The page of the value, "" where it has none."""
    has_words: bool
    """True where words of the text carry it."""
    certainty: str
    """"55 %", "" where the reader is sure or did not say."""
    field: ClaimField


def carried_fields(shown: ShownClaim) -> tuple[Carried, ...]:
    """Give the fields of a claim, in the order of `TITLES`.

    An empty one is left out where the measure does not ask for it.
    """
    return tuple(_carried(shown))


def doubtful_field(fields: Iterable[Carried]) -> Carried | None:
    """Give the one doubtful field of a claim, None where none or several are."""
    found = [one for one in fields if one.certainty]
    return found[0] if len(found) == 1 else None


def evidence_key(claim: str, field: ClaimField) -> str:
    """Give what words and field are joined by."""
    return f"{claim}-{field}"


def evidence_spans(held: HeldClaim) -> Iterator[tuple[str, int, int]]:
    """Yield the key, start and end of the words that carry each field."""
    for evidence in held.claim.evidence:
        for span in evidence.spans:
            yield evidence_key(held.id, evidence.field), span.start, span.end


def _carried(shown: ShownClaim) -> Iterator[Carried]:
    claim = shown.held.claim
    unasked = _NOT_ASKED.get(claim.measure.partition(".")[0], ())
    for field, title in TITLES.items():
        evidence = claim.evidence_of(field)
        value, link = _value(shown, field)
        is_asked = field in _ALWAYS and field not in unasked
        if not (value or is_asked) or (field in _SAID and evidence is None):
            continue
        yield Carried(
            key=evidence_key(shown.id, field),
            title=say(title),
            value=value,
            link=link,
            has_words=bool(value and evidence and evidence.spans),
            certainty=_certainty(evidence),
            field=field,
        )


def _certainty(evidence: Evidence | None) -> str:
    if evidence is None or evidence.confidence >= SURE:
        return ""
    return percent(evidence.confidence)


def _value(shown: ShownClaim, field: ClaimField) -> tuple[str, str]:
    """Give a field's value with the address of its page, "" where there is none."""
    match field:
        case ClaimField.EVENT:
            noun = f" · {shown.group}" if shown.group else ""
            title = f"{shown.measure_title}{noun}"
            return title, path_of("measures", shown.measure)
        case ClaimField.AFFECTED:
            return shown.affected_name, _party(shown.affected)
        case ClaimField.ACTOR:
            return shown.actor_name, _party(shown.actor)
        case ClaimField.PLACE:
            return shown.place, shown.place_link
        case ClaimField.PERIOD:
            return shown.period, ""
        case ClaimField.CLAIMANT:
            return (shown.voice, shown.voice_link) if shown.has_speaker else ("", "")
        case ClaimField.STANCE:
            return _stance(shown.held.claim), ""
        case ClaimField.ACCRUAL:
            return shown.accrual, ""


def _party(name: str) -> str:
    return path_of("parties", name) if name else ""


def _stance(claim: Claim) -> str:
    """Give how a claim is said where that is not the usual way."""
    words = {
        "denied": to_say("as a denial"),
        "hedged": to_say("with doubt"),
        "goal": to_say("as an aim"),
    }
    told = words.get(str(claim.stance), "")
    return say(told) if told else ""
