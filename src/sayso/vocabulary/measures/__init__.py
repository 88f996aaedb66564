"""Measures: what is counted, one TOML file each, and the words that say it.

A measure lists lemmas by their role towards the counted thing, so that one reader
serves all of them: what *does* it to the counted, what the counted *undergoes*, what a
party is *losing*, nouns that *name* it, *states*, *tallies* whose value the number is,
and *acts* ("the capture of 24 settlements").
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

from sayso.errors import UnknownName, VocabularyError
from sayso.model import ClaimUnit

MEASURES: tuple[str, ...] = (
    "territory.gained",
    "territory.lost",
    "territory.held",
    "settlements.gained",
    "settlements.lost",
    "settlements.held",
    "place.gained",
    "place.lost",
    "place.held",
    "people.killed",
    "people.wounded",
    "people.casualties",
    "people.missing",
    "people.captured",
    "people.freed",
    "people.displaced",
    "people.detained",
    "forces.deployed",
    "forces.withdrawn",
    "equipment.destroyed",
    "equipment.damaged",
    "equipment.captured",
    "equipment.lost",
    "attacks.launched",
    "attacks.intercepted",
    "attacks.struck",
    "damage.buildings",
)
"""Ids in the order shown to users; "people.killed" lies in people_killed.toml."""

_NOUNS = "nouns"
"""Table of a measure's file with nouns of its own, as in things.toml."""
HOLDERS = ("affected", "actor", "target")
"""Whose the counted things are: the affected party's, the actor's own, or the
actor's with the affected party as target."""


BEHAVIOURS: Mapping[str, str] = MappingProxyType(
    {
        "accrues": "in the perfect tense it speaks of all until now: have liberated",
        "lasts": "it goes on, and its figure is of all until now: are missing",
        "of_an_event": "it is counted event by event, and is a flow unless summed up",
        "in_a_moment": "it happens in a moment, and not in a time told before",
        "harms": "an attack does it to people or things",
        "captures": "somebody or something is taken and held",
        "frees": "somebody comes home, alive or not",
        "moves": "people flee, forces come or go",
        "launches": "it is one of many sent or brought down in a night",
    }
)
"""How a measure may behave -> what that means; a measure's file names what it does.

Flow or total of a measure that was added (`sayso.reading.claims.accruing`) and which
incidents its claims are of (`sayso.linking.told`) ask these and no measure by its name,
so a new measure is one file and one row.
"""


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """Lemmas of one language by their role towards the counted thing."""

    does: tuple[str, ...] = ()
    """Verbs whose object the counted is: kill, liberate."""
    undergoes: tuple[str, ...] = ()
    """Verbs whose subject the counted is: die, flee."""
    losing: tuple[str, ...] = ()
    """Verbs whose subject is the affected party: lose, suffer."""
    names: tuple[str, ...] = ()
    """Nouns that say it themselves: death, prisoner."""
    states: tuple[str, ...] = ()
    """Adjectives and participles: dead, wounded."""
    tallies: tuple[str, ...] = ()
    """Noun phrases whose value the number is: death toll, losses."""
    acts: tuple[str, ...] = ()
    """Nouns of action: the capture of 24 settlements."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of our own and the words that make a claim of the measure in it."""

    text: str
    words: str


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that can be counted in a claim."""

    id: str
    title: str
    counts: str
    """What is counted, in a few words for the docs."""
    units: tuple[ClaimUnit, ...]
    things: tuple[str, ...]
    """Classes of things.toml that it counts; "place" is a named place."""
    holder: str
    """One of `HOLDERS`."""
    words: Mapping[str, MeasureWords]
    """Language code -> words."""
    examples: tuple[Example, ...]
    combines: tuple[str, ...] = ()
    """Measures it stands for when both are said of one figure: killed and wounded."""
    whole: str | None = None
    """Measure of B in "A of B": 28 of 31 drones launched were shot down."""
    behaves: tuple[str, ...] = ()
    """Keys of `BEHAVIOURS`."""
    nouns: Mapping[str, Mapping[str, tuple[str, ...]]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    """Class -> language code -> nouns, beside those of things.toml."""


def measures_that(behaviour: str) -> frozenset[str]:
    """Give the ids of the measures that behave so, a key of `BEHAVIOURS`.

    Raises:
        UnknownName: There is no such behaviour.
    """
    if behaviour not in BEHAVIOURS:
        raise UnknownName("behaviour of measures", behaviour, BEHAVIOURS)
    return _that(behaviour)


@cache
def _that(behaviour: str) -> frozenset[str]:
    return frozenset(m.id for m in load_measures() if behaviour in m.behaves)


def load_measure(name: str) -> Measure:
    """Give the measure of an id in `MEASURES`.

    Raises:
        UnknownName: There is no such measure.
        VocabularyError: Its file has faults; all are named.
    """
    if name not in MEASURES:
        raise UnknownName("measure", name, MEASURES)
    file = resources.files(__package__).joinpath(name.replace(".", "_") + ".toml")
    return parse_measure(name, load_toml(file))


def load_toml(file: Traversable) -> dict[str, Any]:
    """Give the table in a TOML file.

    Raises:
        VocabularyError: The file is no TOML; the message names file and line.
    """
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{file.name}: not TOML in UTF-8: {error}") from error


def parse_measure(name: str, table: Mapping[str, Any]) -> Measure:
    """Give the measure a TOML table describes.

    Raises:
        VocabularyError: Keys are missing or values do not fit; all are named.
    """
    faults = list(_find_faults(table))
    if faults:
        raise VocabularyError(f"measure {name}: " + "; ".join(faults))
    languages = {
        key: MeasureWords(**{role: tuple(words) for role, words in value.items()})
        for key, value in table.items()
        if isinstance(value, dict) and key != _NOUNS
    }
    examples = tuple(Example(e["text"], e["words"]) for e in table.get("examples", ()))
    return Measure(
        id=name,
        title=table["title"],
        counts=table["counts"],
        units=tuple(ClaimUnit(unit) for unit in table["units"]),
        things=tuple(table["things"]),
        holder=table["holder"],
        words=languages,
        examples=examples,
        combines=tuple(table.get("combines", ())),
        whole=table.get("whole"),
        behaves=tuple(table.get("behaves", ())),
        nouns={
            kind: {code: tuple(nouns) for code, nouns in by_language.items()}
            for kind, by_language in table.get(_NOUNS, {}).items()
        },
    )


def _find_faults(table: Mapping[str, Any]) -> list[str]:
    texts = [
        k for k in ("title", "counts", "holder") if not isinstance(table.get(k), str)
    ]
    faults = [f'key "{key}" must be a text' for key in texts]
    lists = [k for k in ("units", "things") if not isinstance(table.get(k), list)]
    faults += [f'key "{key}" must be a list of texts' for key in lists]
    units = table.get("units") or ()
    known = [str(unit) for unit in ClaimUnit]
    faults += [
        f'unit "{u}" is none of {", ".join(known)}' for u in units if u not in known
    ]
    if not texts and table["holder"] not in HOLDERS:
        faults.append(f'holder "{table["holder"]}" is none of {", ".join(HOLDERS)}')
    roles = set(MeasureWords.__slots__)
    for key, value in table.items():
        if isinstance(value, dict) and key != _NOUNS:
            faults += [f'[{key}] has no role "{r}"' for r in value if r not in roles]
    faults += [
        f'behaviour "{b}" is none of {", ".join(BEHAVIOURS)}'
        for b in table.get("behaves", ())
        if b not in BEHAVIOURS
    ]
    return faults


@cache
def load_measures() -> tuple[Measure, ...]:
    """Give all measures in the order of `MEASURES`."""
    return tuple(load_measure(name) for name in MEASURES)
