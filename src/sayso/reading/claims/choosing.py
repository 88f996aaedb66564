"""From chances to the fields of a claim, or to nothing where the text does not say.

Chances of words are pooled by the name they belong to: a party mentioned three times
is one answer. The surest name fills a field only when it is likelier than "not said" by
the field's own odds; wrong is worse than empty, and the odds were set on held-out
stories. Everything chosen names the words it rests on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any, Generic, TypeVar

import numpy as np

from sayso.model import Accrual, ClaimField, Period, Span, Stance, Toponym
from sayso.reading.claims.days import DayOption
from sayso.reading.claims.network import Floats
from sayso.reading.claims.next_clause import find_other_clauses_days
from sayso.reading.claims.offer import Offer
from sayso.reading.claims.scores import Scores
from sayso.reading.claims.shares import is_share_of_things
from sayso.reading.claims.side_by_side import find_days_beside, find_places_beside
from sayso.reading.claims.sources import Source, SourceSort
from sayso.reading.events.candidates import CandidateKind
from sayso.reading.parties.mentions import PartyMention
from sayso.reading.persons.known import known_names
from sayso.reading.persons.persons import find_persons
from sayso.reading.tagger.entities import Entity, EntityKind
from sayso.vocabulary.measures import MEASURES

STANCES = (Stance.ASSERTED, Stance.DENIED, Stance.HEDGED, Stance.GOAL)
ACCRUALS = (None, Accrual.FLOW, Accrual.TOTAL)
"""In the order of the weights."""
FAINT = 0.003
"""Chance below which a word is not looked at."""
TOGETHER = 0.2
"""Share of a word's chance that its neighbours must have to be of one name with it."""
LEVEL = 0.9
"""Share of the likeliest source's chance from which another is as likely: the one of an
attribution is taken then."""
COUNTED = 0.5
"""Chance from which the party of "430 Ukrainian soldiers" fills a field."""
OWN_WORDS = 0.2
"""Chance that words of a measure's file say what happened, from which they speak of
it."""
UNSAID = 0.35
"""Chance among all measures that one must reach of which no word speaks: below, of 126
claims that were read on held-back reports 23 had the right measure."""
GROUND = "territory."
CARRIES = 0.25
"""Chance from which a word of the event is shown as carrying it."""

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Choice(Generic[T_co]):
    """What fills a field, the words it rests on and its chance."""

    value: T_co | None
    spans: tuple[Span, ...]
    chance: float
    """Chance of the value, or of "not said" where there is none."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name that words of the document belong to."""

    name: str
    mention: PartyMention | None = None
    toponym: Toponym | None = None
    is_person: bool = False
    """A person is no place, wherever a figure's words point."""

    @property
    def is_name(self) -> bool:
        """False for plain words: "the region" names no place."""
        return any(map(str.isupper, self.name))


def _is_full_name(entity: Entity) -> bool:
    """True for a person's name of several words, or one with what they are called."""
    return entity.kind is EntityKind.PERSON and " " in entity.span.text


def _persons(offer: Offer) -> list[tuple[Span, Named, bool]]:
    """Give the persons of a text, found as for withholding names.

    Returns:
        Mentions, and whether the one they name is withheld and bears a full name.
    """
    persons = find_persons(offer.document.text, known_names(offer.found.packs))
    return [
        (span, Named(span.text, is_person=True), p.is_withheld and " " in p.name)
        for p in persons
        for span in p.mentions
    ]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a chance must reach before it fills a field; set on held-out stories."""

    odds: Mapping[str, float]
    """By field, how much likelier than "not said" a value must be; "claim" is the
    chance that a claim must reach."""
    least: Mapping[str, float]
    """By field, the chance that a value must have: a party or a speaker that is wrong
    harms somebody, an empty one harms nobody."""

    def allow(
        self, field: ClaimField, chance: float, none: float, *, is_counted: bool = False
    ) -> bool:
        """True when a value may fill a field.

        Args:
            field: The field.
            chance: Of the value.
            none: Chance that the text does not say.
            is_counted: The figure's own words name the value: it need not be surer
                than `COUNTED`.
        """
        least = self.least.get(field, 0.0)
        least = min(least, COUNTED) if is_counted else least
        return chance > none * self.odds.get(field, 1.0) and chance >= least


@dataclass(frozen=True, slots=True)
class Chosen:
    """A candidate read as a claim."""

    scores: Scores
    measure: str
    chance: float
    """Chance that it is a claim of this measure."""
    affected: Choice[Named]
    actor: Choice[Named]
    place: Choice[Named]
    claimant: Choice[Source]
    period: Choice[Period]
    event: Choice[str]
    stance: Choice[Stance]
    accrual: Choice[Accrual]


class Names:
    """Which name each word of a document belongs to, for parties and for places."""

    __slots__ = ("_days", "_ground", "_parties", "_places")

    def __init__(self, offer: Offer) -> None:
        """Index the names of a document."""
        self._ground = offer.ground
        found = offer.found
        mentions = [(m.span, Named(m.name, mention=m)) for m in found.mentions]
        # A village that no list has may be taken for a surname, not for a full name.
        entities = [
            (e.span, Named(e.span.text, is_person=_is_full_name(e)))
            for e in found.entities
        ]
        places = [(t.span, Named(t.span.text, toponym=t)) for t in found.toponyms]
        self._parties = self._index((*mentions, *entities, *places))
        # "Fri" of "killed on Fri" is a day, whatever the gazetteer has of this name.
        self._days = frozenset(
            word
            for timex in found.timexes
            for word in range(*self._ground.range_of(timex.span))
        )
        # Whoever is withheld is no place, though a village bears the name.
        persons = _persons(offer)
        private = [(span, name) for span, name, is_sure in persons if is_sure]
        others = [(span, name) for span, name, _ in persons]
        self._places = self._index((*private, *places, *mentions, *others, *entities))

    def _index(
        self, named: Sequence[tuple[Span, Named]]
    ) -> dict[int, tuple[Span, Named]]:
        """Give word -> the first listed name that covers it."""
        found: dict[int, tuple[Span, Named]] = {}
        for span, name in named:
            for word in range(*self._ground.range_of(span)):
                found.setdefault(word, (span, name))
        return found

    def pool(
        self, chances: Floats, first: int, *, places: bool
    ) -> list[tuple[float, Named, tuple[Span, ...]]]:
        """Give the names that words point at with their chance, likeliest first.

        Args:
            chances: Of the words from `first` on.
            first: Number of the first word.
            places: True to take a word for a place before a party.
        """
        index = self._places if places else self._parties
        pooled: dict[str, tuple[float, Named, dict[Span, float]]] = {}
        likely = np.flatnonzero(chances > FAINT)
        for word, chance in zip(likely.tolist(), chances[likely].tolist(), strict=True):
            if places and first + word in self._days:
                continue
            span, named = index.get(first + word) or self._run(
                chances, first, word, index
            )
            sum_before, kept, spans = pooled.get(named.name, (0.0, named, {}))
            spans[span] = spans.get(span, 0.0) + chance
            pooled[named.name] = (sum_before + chance, kept, spans)
        found = [
            (chance, named, (max(spans, key=lambda s: spans[s]),))
            for chance, named, spans in pooled.values()
        ]
        return sorted(found, key=lambda item: (-item[0], item[1].name))

    def named_at(self, span: Span, *, places: bool) -> Named:
        """Give what a span names, as `pool` would."""
        index = self._places if places else self._parties
        _, named = index.get(self._ground.range_of(span)[0], (span, Named(span.text)))
        return named

    def words(self, numbers: Sequence[int]) -> tuple[Span, ...]:
        """Give the spans of words, neighbours joined."""
        runs: list[list[int]] = []
        for number in numbers:
            if runs and runs[-1][1] == number:
                runs[-1][1] += 1
            else:
                runs.append([number, number + 1])
        return tuple(self._ground.span_of(first, last) for first, last in runs)

    def _run(
        self, chances: Floats, first: int, word: int, index: Mapping[int, Any]
    ) -> tuple[Span, Named]:
        """Give the run of words without a name that are pointed at together."""
        least = max(FAINT, TOGETHER * float(chances[word]))

        def belongs(at: int) -> bool:
            inside = 0 <= at < len(chances)
            return inside and chances[at] > least and first + at not in index

        begin, end = word, word + 1
        while belongs(begin - 1):
            begin -= 1
        while belongs(end):
            end += 1
        span = self._ground.span_of(first + begin, first + end)
        return span, Named(span.text)


def choose(offer: Offer, names: Names, scores: Scores, limits: Limits) -> Chosen | None:
    """Give the claim that a candidate is read as, None when it is none.

    Args:
        offer: What the document offers.
        names: Its names.
        scores: The network's chances for the candidate.
        limits: What chances must reach.
    """
    candidate = offer.found.candidates[scores.candidate]
    unit = str(candidate.quantity.unit)
    is_ground = not is_share_of_things(offer, candidate.quantity)
    measures = _possible(scores.measures, candidate.kind, unit, is_ground=is_ground)
    if 1 - measures[0] < limits.odds["claim"]:
        return None
    best = int(measures[1:].argmax()) + 1
    is_asked = limits.odds["claim"] < 0
    if not is_asked and _is_unsaid(offer, scores, measures, best):
        return None
    figure = candidate.quantity.span
    affected = _pointed(names, scores, ClaimField.AFFECTED, limits, figure)
    actor = _pointed(names, scores, ClaimField.ACTOR, limits, figure)
    affected, actor = keep_apart(affected, actor)
    if candidate.kind is CandidateKind.PLACE:
        span = candidate.quantity.span
        toponym = next(t for t in offer.found.toponyms if t.span == span)
        place = Choice(Named(span.text, toponym=toponym), (span,), 1.0)
    else:
        own = _with_own_place(offer, scores)
        place = _pointed(names, own, ClaimField.PLACE, limits, figure)
    return Chosen(
        scores=scores,
        measure=MEASURES[best - 1],
        chance=float(measures[best]),
        affected=affected,
        actor=actor,
        place=place,
        claimant=_claimant(scores, limits),
        period=_period(scores, limits, _others_days(offer, scores.candidate)),
        event=_event(names, scores),
        stance=_stance(scores, limits),
        accrual=_likeliest(ACCRUALS, scores.accruals),
    )


def _possible(
    chances: Floats, kind: CandidateKind, unit: str, *, is_ground: bool
) -> Floats:
    """Give the chances of measures without those that cannot count the candidate."""
    found: Floats = chances * _may_count(kind is CandidateKind.PLACE, unit, is_ground)
    return found / max(float(found.sum()), 1e-9)


@cache
def _may_count(is_place: bool, unit: str, is_ground: bool) -> Floats:  # noqa: FBT001 - a key of a cache
    """Give 1 for "no claim" and each measure that such a candidate may be of."""
    may = [
        name.startswith("place.") == is_place
        and (unit != "km2" or name.startswith(GROUND))
        and (is_ground or not name.startswith(GROUND))
        for name in MEASURES
    ]
    return np.array([True, *may], np.float32)


def _is_unsaid(offer: Offer, scores: Scores, measures: Floats, best: int) -> bool:
    """True where what happened is no word of the measure and the network doubts it.

    "40 were born": the network has heard that something happened to 40 and takes the
    commonest measure, though the word it points at speaks of none. Such a figure is
    left to a person.
    """
    if offer.found.candidates[scores.candidate].kind is CandidateKind.PLACE:
        return False
    events = scores.words[ClaimField.EVENT][1:]
    said = offer.said[scores.first : scores.first + len(events), best - 1]
    if float(events @ said) >= OWN_WORDS:
        return False
    return float(measures[best]) < UNSAID * float(1 - measures[0])


def _pointed(
    names: Names, scores: Scores, field: ClaimField, limits: Limits, figure: Span
) -> Choice[Named]:
    """Give the name that words point at; `figure` is the span of the candidate."""
    chances = scores.words[field]
    none = float(chances[0])
    is_place = field is ClaimField.PLACE
    pooled = names.pool(chances[1:], scores.first, places=is_place)
    if is_place:
        pooled = [i for i in pooled if i[1].is_name and not i[1].is_person]
    if not pooled:
        return Choice(None, (), none)
    chance, named, spans = pooled[0]
    is_known = named.mention is not None and named.mention.party is not None
    is_counted = is_known and figure.start <= spans[0].start < figure.end
    is_counted &= field is ClaimField.AFFECTED
    if limits.allow(field, chance, none, is_counted=is_counted):
        return Choice(named, spans, chance)
    return Choice(None, (), none)


def _with_own_place(offer: Offer, scores: Scores) -> Scores:
    """Give the chances, its own place having those of the places of figures beside."""
    beside = find_places_beside(offer, scores.candidate)
    chances = scores.words[ClaimField.PLACE].copy()

    def row(word: int) -> int:
        return word - scores.first + 1

    if beside is None or not 0 < row(beside.own) < len(chances):
        return scores
    rows = [row(w) for w in beside.others if 0 < row(w) < len(chances)]
    chances[row(beside.own)] += chances[rows].sum()
    chances[rows] = 0.0
    return replace(scores, words={**scores.words, ClaimField.PLACE: chances})


def _others_days(offer: Offer, candidate: int) -> frozenset[int]:
    """Give the numbers of the time expressions that are of other figures."""
    beside = find_days_beside(offer, candidate)
    others = find_other_clauses_days(offer, candidate)
    return others if beside is None else others | beside.others


def keep_apart(
    affected: Choice[Named], actor: Choice[Named]
) -> tuple[Choice[Named], Choice[Named]]:
    """Give both, the less sure left empty where one party would stand in both."""
    if affected.value is None or actor.value is None:
        return affected, actor
    if _party(affected.value) != _party(actor.value):
        return affected, actor
    if affected.chance >= actor.chance:
        return affected, Choice(None, (), 1 - actor.chance)
    return Choice(None, (), 1 - affected.chance), actor


def _party(named: Named) -> str:
    mention = named.mention
    return (mention.party if mention and mention.party else named.name).casefold()


def _claimant(scores: Scores, limits: Limits) -> Choice[Source]:
    """Give the likeliest source; those of its name or at its words count for it."""
    none = float(scores.claimants[0])
    chances: list[float] = scores.claimants[1:].tolist()
    asked = [n for n, chance in enumerate(chances) if chance > FAINT]
    totals = {
        n: sum(chances[m] for m in asked if _is_same(scores.sources, n, m))
        for n in asked
    }
    if not totals:
        return Choice(None, (), none)
    chance = min(max(totals.values()), 1.0)
    if not limits.allow(ClaimField.CLAIMANT, chance, none):
        return Choice(None, (), none)
    best = max(
        (n for n, total in totals.items() if total >= LEVEL * chance),
        key=lambda n: (scores.sources[n].sort is SourceSort.SAID, chances[n]),
    )
    return Choice(scores.sources[best], scores.sources[best].spans, chance)


def _is_same(sources: Sequence[Source], one: int, two: int) -> bool:
    """True where two sources have one name, or share words of the text.

    "Staff" within "the chief of the General Staff" is no other answer.
    """
    first, second = sources[one], sources[two]
    if first.name == second.name:
        return True
    return any(a.overlaps(b) for a in first.spans for b in second.spans)


def _period(scores: Scores, limits: Limits, others: frozenset[int]) -> Choice[Period]:
    """Give the likeliest days, those of a later clause left out."""
    pooled: dict[tuple[object, object], tuple[float, float, DayOption]] = {}
    days_of = scores.days
    if others:
        own = [option.timex not in others for option in scores.options]
        days_of = scores.days * np.array(own, np.float32)
        days_of = days_of / max(float(days_of.sum()), 1e-9)
    for option, chance in zip(scores.options, days_of.tolist(), strict=True):
        period = option.period
        days = (None, None) if period is None else (period.start, period.end)
        total, most, best = pooled.get(days, (0.0, -1.0, option))
        if chance > most:
            most, best = chance, option
        pooled[days] = (total + chance, most, best)
    none, _, _ = pooled.pop((None, None))
    if not pooled:
        return Choice(None, (), none)
    chance, _, option = max(pooled.values(), key=lambda p: p[0])
    if not limits.allow(ClaimField.PERIOD, chance, none):
        return Choice(None, (), none)
    phrase = option.period.phrase if option.period else None
    return Choice(option.period, (phrase,) if phrase else (), chance)


def _stance(scores: Scores, limits: Limits) -> Choice[Stance]:
    """Give the likeliest stance; asserted where another is not likely enough."""
    found = _likeliest(STANCES, scores.stances)
    if found.value is Stance.ASSERTED or limits.allow(
        ClaimField.STANCE, found.chance, 0
    ):
        return found
    return Choice(Stance.ASSERTED, (), float(scores.stances[0]))


def _event(names: Names, scores: Scores) -> Choice[str]:
    """Give the words that say what happened; they are shown and decide nothing."""
    chances = scores.words[ClaimField.EVENT]
    carrying = np.flatnonzero(chances[1:] > CARRIES) + scores.first
    found = names.words(carrying.tolist())
    return Choice(None, found, float(chances[1:].max(initial=0.0)))


def _likeliest(values: Sequence[T | None], chances: Floats) -> Choice[T]:
    best = int(chances.argmax())
    return Choice(values[best], (), float(chances[best]))


def to_decimal(chance: float) -> Decimal:
    """Give a chance as records keep it: two places, between 0 and 1."""
    return Decimal(f"{min(max(chance, 0.0), 1.0):.2f}")
