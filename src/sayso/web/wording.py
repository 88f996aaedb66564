"""Claims in words: every one begins with its speaker, or says that none is named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from sayso.model import (
    Accrual,
    Bound,
    Claim,
    Decision,
    Period,
    PeriodKind,
    Quantity,
    Speaker,
    Stance,
    short_id,
)
from sayso.model.withheld import is_withheld, voice_apart
from sayso.vocabulary.measures import load_measures
from sayso.web.called import (
    call_located,
    call_party,
    call_place,
    call_speaker,
    name_in,
    spell,
    words_spelled,
)
from sayso.web.interface import day_of, plain_number, say, say_of, to_say
from sayso.web.passages import passage_language
from sayso.web.query import path_of, to_address
from sayso.workspace.handed.held import HeldClaim, HeldDocument
from sayso.workspace.handed.lines import as_printed

CONTEXT = 180
"""Characters of the sentence shown on either side of a figure in a list."""
PART_LENGTH = 20_000
"""Characters of text on one page of a document, at least."""

VERBS: Mapping[Stance, str] = {
    Stance.ASSERTED: "claims",
    Stance.DENIED: "denies",
    Stance.HEDGED: "is reported to claim",
    Stance.GOAL: "aims at",
}
"""What stands between the speaker and the words."""
PLURAL_VERBS: Mapping[Stance, str] = {
    Stance.ASSERTED: "claim",
    Stance.DENIED: "deny",
    Stance.HEDGED: "are reported to claim",
    Stance.GOAL: "aim at",
}
"""The same where the speaker is several: "medics claim"."""
_PLURAL_NOUNS = ("people", "police", "люди", "власти", "силы", "войска", "сили")
_PLURAL_ENDINGS = (
    *("ые", "ие", "ики", "цы", "исты", "тели", "яне", "ачи"),
    *("ові", "ські", "ці", "исти", "телі", "яни", "ачі"),
)
"""Of Cyrillic adjectives and names of people in the nominative plural."""
UNVOICED: Mapping[Stance, str] = {
    Stance.ASSERTED: "",
    Stance.DENIED: "(denied)",
    Stance.HEDGED: "(hedged)",
    Stance.GOAL: "(an aim)",
}
"""The same where no speaker is named."""
_BY_AREA = ("territory.", "place.")
"""Measures whose counted noun says no more than their unit."""
UNITS = {"km2": to_say("km²"), "percent": "%", "count": ""}
STATUSES = {
    "unreviewed": to_say("unreviewed"),
    "confirmed": to_say("reading confirmed"),
    "edited": to_say("reading edited"),
    "added": to_say("added by a person"),
    "rejected": to_say("reading rejected"),
    "unsure": to_say("reviewer unsure"),
    "disputed": to_say("reviewers disagree"),
    "accepted": to_say("accepted"),
    "dismissed": to_say("dismissed"),
}
"""Stored status -> words for it; an analyst confirms a reading, never a claim."""
RULED: Mapping[Decision, str] = {
    Decision.CONFIRM: "reading confirmed",
    Decision.REJECT: "reading rejected",
    Decision.EDIT: "reading edited",
    Decision.UNSURE: "not sure",
    Decision.ACCEPT: "accepted",
    Decision.DISMISS: "dismissed",
    Decision.UNDO: "taken back",
    Decision.UNMASK: "name shown",
    Decision.JOIN: "joined",
    Decision.SPLIT: "split off",
    Decision.ADD: "claim added",
    Decision.ATTRIBUTE: "attribution added",
    Decision.NO_CLAIM: "no claim here",
    Decision.CALL: "renamed",
}
"""What a person ruled, in words; said in the context "ruling"."""
ACCRUALS = {
    Accrual.FLOW: to_say("counted within these days"),
    Accrual.TOTAL: to_say("running total"),
}
"""What a figure is counted over."""


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """A claim as pages show it: plain words and addresses, private names withheld."""

    id: str
    link: str
    """The words in their document."""
    voice: str
    """The speaker, or "Unattributed in <outlet>"."""
    voice_link: str
    has_speaker: bool
    verb: str
    before: str
    words: str
    after: str
    """The sentence around the exact words."""
    figure: str
    measure: str
    measure_title: str
    group: str
    affected: str
    actor: str
    """The parties as the claim has them, and as they are called here."""
    affected_name: str
    actor_name: str
    place: str
    place_link: str
    period: str
    accrual: str
    via: tuple[str, ...]
    outlet: str
    published: str
    status: str
    status_words: str
    document: str
    confidence: str
    is_masked: bool
    language: str
    """Of the words and their sentence, "" where it is not known."""
    group_language: str
    held: HeldClaim


def show_claim(held: HeldClaim) -> ShownClaim:
    """Give a claim as pages show it, its words in its document's language."""
    claim, is_masked = held.claim, is_withheld(held.claim)
    before, words, after = split_sentence(claim)
    if is_masked:  # as in the exports: the figure stays, what was said does not
        before, after = f"{words_spelled()} ", ""
    return ShownClaim(
        id=held.id,
        link=link_to_words(held),
        voice=voice_of(claim, held.outlet),
        voice_link=link_to_voice(held.claim),
        has_speaker=claim.claimant is not None or claim.speaker is not None,
        verb=verb_of(claim),
        before=before,
        words=words,
        after=after,
        figure="" if claim.measure.startswith("place.") else figure_of(claim.quantity),
        measure=claim.measure,
        measure_title=measure_title(claim.measure),
        group="" if claim.measure.startswith(_BY_AREA) else claim.group or "",
        affected=claim.affected or "",
        actor=claim.actor or "",
        affected_name=call_party(claim.affected or ""),
        actor_name=call_party(claim.actor or ""),
        place=place_of(claim),
        place_link=link_to_place(claim),
        period=period_of(claim.period),
        accrual=say(ACCRUALS[claim.accrual]) if claim.accrual in ACCRUALS else "",
        via=claim.via,
        outlet=held.outlet or say("outlet not known"),
        published=day_of(held.published),
        status=str(held.status),
        status_words=say(STATUSES[held.status]),
        document=claim.document,
        confidence=percent(claim.confidence),
        is_masked=is_masked,
        language=passage_language(claim.sentence.text, held.language or ""),
        group_language=_word_language(claim.group or "", held.language or ""),
        held=held,
    )


def say_ruled(decision: Decision) -> str:
    """Give what a person ruled, in the language spoken."""
    return say_of("ruling", RULED[decision])


def voice_of(claim: Claim, outlet: str | None) -> str:
    """Give what a rendered claim begins with."""
    if claim.speaker is not None:
        return call_speaker(voice_apart(claim.speaker))
    if claim.claimant is not None:
        return call_speaker(claim.claimant)
    return unattributed_in(outlet)


def unattributed_in(outlet: str | None) -> str:
    """Give what a claim without a speaker begins with."""
    if outlet:
        return say("Unattributed in %(outlet)s", outlet=outlet)
    return say("Unattributed in an unnamed outlet")


def verb_of(claim: Claim) -> str:
    """Give the word between the voice and the claim's words."""
    if claim.claimant is None and claim.speaker is None:
        words = UNVOICED[claim.stance]
        return say_of("verb", words) if words else ""
    verbs = PLURAL_VERBS if is_plural(voice_of(claim, None)) else VERBS
    return say_of("verb", verbs[claim.stance])


def is_plural(voice: str) -> bool:
    """True where a speaker is several and has no name of its own: "local medics".

    A proper name takes the singular, whatever it ends in ("United Nations").
    """
    first, last = voice.split(" ", maxsplit=1)[0], voice.rsplit(" ", maxsplit=1)[-1]
    if not first.isascii():
        is_word = first.islower() or first.lower() in _PLURAL_NOUNS
        return is_word and first.lower().endswith((*_PLURAL_ENDINGS, *_PLURAL_NOUNS))
    is_named = first.lower() != "the" and not first.islower()
    is_noun = last.endswith("s") and not last.endswith("ss")
    return not is_named and (is_noun or last in _PLURAL_NOUNS)


def day_written(at: str | None) -> str:
    """Give the day of an instant in ISO 8601 as pages write days, "" for none."""
    return day_of(date.fromisoformat(at[:10])) if at else ""


def split_sentence(claim: Claim) -> tuple[str, str, str]:
    """Give the sentence before, at and after the exact words, cut to fit a list."""
    sentence, span = claim.sentence, claim.quantity.span
    if not sentence.contains(span):
        return "", span.text, ""
    before = sentence.text[: span.start - sentence.start]
    after = sentence.text[span.end - sentence.start :]
    before, after = spell(before), spell(after)
    if len(before) > CONTEXT:
        before = "…" + before[-CONTEXT:].partition(" ")[2]
    if len(after) > CONTEXT:
        after = after[:CONTEXT].rpartition(" ")[0] + "…"
    return " ".join(before.split(" ")), span.text, after


def figure_of(quantity: Quantity) -> str:
    """Give a figure as it was read: "above 1,100 km²", "about 430", "86 %"."""
    return f"{_bare_figure(quantity)} {unit_of(quantity.unit)}".strip()


def range_of(low: Quantity, high: Quantity) -> str:
    """Give what lies between two figures: "from 25,200 to above 76,000"."""
    ends = {"low": _end_of(low, low.low), "high": _end_of(high, high.high)}
    return f"{say('from %(low)s to %(high)s', **ends)} {unit_of(low.unit)}".strip()


def _bare_figure(quantity: Quantity) -> str:
    """Give a figure in words without its unit."""
    low, high = quantity.low, quantity.high
    is_near = quantity.bound is Bound.APPROX
    if low is not None and high is not None:
        text = number(low)
        if low != high:
            text = say("from %(low)s to %(high)s", low=text, high=number(high))
        return say("about %(number)s", number=text) if is_near else text
    printed = as_printed(quantity)
    if low is not None and printed.low_open:
        return say("above %(low)s", low=number(low))
    if low is not None:
        return say("at least %(low)s", low=number(low))
    if high is None:
        return say("no number")
    if is_near:
        return say("just under %(number)s", number=number(high))
    if printed.high_open:
        return say("below %(high)s", high=number(high))
    return say("at most %(high)s", high=number(high))


def _end_of(quantity: Quantity, end: Decimal | None) -> str:
    """Give a figure as the end of a range, its own other end left out."""
    is_between = quantity.low is not None and quantity.high is not None
    if end is None or not is_between or quantity.low == quantity.high:
        return _bare_figure(quantity)
    return number(end)


def unit_of(unit: str) -> str:
    """Give the sign of a unit, "" for things that are counted."""
    return say(UNITS.get(unit, ""))


def number(value: Decimal) -> str:
    """Give a number with thousands separators and no idle zeros."""
    rounded = round(value, 1) if abs(value) >= 100 else round(value, 2)
    return plain_number(f"{rounded.normalize():,f}")


def percent(share: Decimal | float) -> str:
    """Give a share as whole percent: "55 %"."""
    return f"{share * 100:.0f}\u00a0%"


def period_of(period: Period | None) -> str:
    """Give the days a claim speaks of, in words."""
    if period is None:
        return ""
    first, last = period.first, period.last
    if period.kind is PeriodKind.AS_OF or (first is None and last is not None):
        return say("up to %(day)s", day=day_of(last))
    if first is not None and last is None:
        return say("since %(day)s", day=day_of(first))
    if first == last:
        return day_of(first)
    if first is None or last is None:
        return ""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_of(last)}"
    return f"{day_of(first)} – {day_of(last)}"


def place_of(claim: Claim) -> str:
    """Give the place's name, as the gazetteer has it where it was resolved."""
    if claim.located is not None:
        return call_located(claim.located)
    return call_place(claim.place or "")


def measure_title(measure: str) -> str:
    """Give a measure's title; one that is in no table keeps its id."""
    return name_in("measure", measure, _titles().get(measure, measure))


@cache
def _titles() -> Mapping[str, str]:
    return {measure.id: measure.title for measure in load_measures()}


def _word_language(word: str, language: str) -> str:
    """Give the language of a counted noun: lemmas are the document's, or English."""
    return "en" if word.isascii() else language


def link_to_words(held: HeldClaim) -> str:
    """Give the address of a claim's words in its document."""
    start = held.claim.quantity.span.start
    path = path_of("documents", held.claim.document)
    at = str(start) if start >= PART_LENGTH else ""
    return to_address(path, [("at", at)]) + f"#claim-{held.id}"


def link_to_voice(claim: Claim) -> str:
    """Give the address of a claim's speaker, or of all unattributed claims."""
    if claim.speaker is not None:
        return path_of("speakers", claim.speaker.id)
    if claim.claimant is not None:
        return path_of("speakers", short_id(claim.claimant))
    return "/claims?unattributed=1"


def link_to_place(claim: Claim) -> str:
    """Give the address of a claim's place, "" where it has none."""
    if claim.located is not None:
        return path_of("places", claim.located.id)
    return path_of("places", f"text:{claim.place.casefold()}") if claim.place else ""


def party_of(speaker: Speaker) -> str:
    """Give the name of a speaker's party, which theatre packs hold as "north-korea"."""
    party = speaker.party or ""
    return call_party(party.replace("-", " ").title() if party.islower() else party)


def name_of(document: HeldDocument) -> str:
    """Give what a document is called: its title, else its name, else its id."""
    facts = document.facts
    unnamed = say("document %(id)s", id=document.id[:12])
    return facts.title or facts.name or unnamed
