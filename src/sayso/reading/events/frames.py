"""The lexicon of frames: which word form says what of which counted thing.

Built once from the measure files. A trigger is one word form that can begin a frame;
multi-word frames ("take prisoner", "death toll") carry the words that must follow.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from sayso.vocabulary.languages import Language
from sayso.vocabulary.measures import Measure, load_measures


class Role(StrEnum):
    """What a trigger is to the counted thing (see `MeasureWords`)."""

    DOES = "does"
    UNDERGOES = "undergoes"
    LOSING = "losing"
    NAME = "name"
    STATE = "state"
    TALLY = "tally"
    ACT = "act"


VERBAL = frozenset({Role.DOES, Role.UNDERGOES, Role.LOSING})


@dataclass(frozen=True, slots=True)
class Frame:
    """One way for one word form to speak of one measure."""

    measure: str
    role: Role
    rest: tuple[str, ...]
    """Words that must follow, at once or (for verbs) behind the object."""


Lexicon = Mapping[str, tuple[Frame, ...]]


@cache
def load_frames(language: Language) -> Lexicon:
    """Give first word -> frames that it can begin, longest first."""
    found: dict[str, list[Frame]] = {}
    for measure in load_measures():
        for word, frame in _frames_of(measure, language):
            known = found.setdefault(word, [])
            if frame not in known:
                known.append(frame)
    return MappingProxyType(
        {
            word: tuple(sorted(frames, key=lambda frame: -len(frame.rest)))
            for word, frames in found.items()
        }
    )


def _frames_of(measure: Measure, language: Language) -> list[tuple[str, Frame]]:
    words = measure.words.get(language.code)
    if words is None:
        return []
    made: list[tuple[str, Frame]] = []
    verbal = (
        (Role.DOES, words.does),
        (Role.UNDERGOES, words.undergoes),
        (Role.LOSING, words.losing),
    )
    for role, lemmas in verbal:
        for lemma in lemmas:
            verb, *rest = lemma.split()
            frame = Frame(measure.id, role, tuple(rest))
            made.extend((form, frame) for form in language.forms.verbs(verb))
    nominal = (
        (Role.NAME, words.names),
        (Role.TALLY, words.tallies),
        (Role.ACT, words.acts),
    )
    for role, nouns in nominal:
        for noun in nouns:
            forms = (noun,) if role is Role.TALLY else language.forms.nouns(noun)
            for form in forms:
                first, *rest = form.split()
                made.append((first, Frame(measure.id, role, tuple(rest))))
    for state in words.states:
        first, *rest = state.split()
        made.append((first, Frame(measure.id, Role.STATE, tuple(rest))))
    return made


@cache
def things_by_measure() -> Mapping[str, frozenset[str]]:
    """Give measure id -> classes of things it counts."""
    return MappingProxyType({m.id: frozenset(m.things) for m in load_measures()})


@cache
def units_by_measure() -> Mapping[str, frozenset[str]]:
    """Give measure id -> units it is stated in."""
    return MappingProxyType(
        {m.id: frozenset(str(u) for u in m.units) for m in load_measures()}
    )
