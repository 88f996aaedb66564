"""What things are called in the language of the interface.

Measures and checks have a column a language in `names.csv`; names of parties, speakers
and places come from the packs' own lists of other languages, places of a gazetteer from
its list; one that stands in none is shown as it is held. Never transliterated, never
declined: a wrong name is worse than one in Latin letters.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources

from sayso.model import UNDETERMINED, Place, PlaceId
from sayso.model.withheld import MASK, NAME_SPELLED, WORDS_SPELLED, spell_withheld
from sayso.web.interface import say, say_of, spoken
from sayso.workspace.handed.names import READ, WORDS, load_spoken, load_words

NOT_TOLD = "not determined"
"""Of a document whose language does not show."""
_OF = "'s "
"""Between a country and its body in canonical names: "Ukraine's General Staff"."""


def name_in(kind: str, identifier: str, english: str) -> str:
    """Give the name of a measure or check, the English one where there is none."""
    row = load_names().get((kind, identifier), {})
    return row.get(spoken().code) or english


@cache
def load_names() -> Mapping[tuple[str, str], Mapping[str, str]]:
    """Give the rows of the table by kind and id: language code -> name."""
    file = resources.files("sayso.web") / "names.csv"
    rows = csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    return {(row["kind"], row["id"]): row for row in rows}


def call_party(name: str) -> str:
    """Give a party's name."""
    return _names(spoken().code).parties.get(_slug(name), name)


def call_speaker(name: str) -> str:
    """Give a speaker's name, "Name withheld" with what tells it apart."""
    if name.startswith(MASK):
        return say("Name withheld") + name.removeprefix(MASK)
    names = _names(spoken().code)
    if name in names.speakers:
        return names.speakers[name]
    country, mark, body = name.partition(_OF)
    party, institution = names.parties.get(_slug(country)), names.bodies.get(body)
    if mark and party and institution:
        return f"{institution} ({party})"
    return names.parties.get(_slug(name), name)


def call_language(code: str) -> str:
    """Give the name of a language by its code or its name in English.

    A code that none of ours has stays.
    """
    if code == UNDETERMINED:
        return say_of("language", NOT_TOLD)
    return say_of("language", READ[code].name if code in READ else code)


def call_place(name: str) -> str:
    """Give a place's name."""
    return _names(spoken().code).places.get(name, name)


def call_located(place: Place) -> str:
    """Give the name of a place of a gazetteer, by its id before its name."""
    return load_spoken(spoken().code).get(place.id) or call_place(place.name)


def call_region(place: Place) -> str:
    """Give the name of the region that a place lies in, "" for none."""
    region = PlaceId(f"adm:{place.country}..{place.region}")
    return load_spoken(spoken().code).get(region) or call_place(place.region or "")


def spell(text: str) -> str:
    """Give words of a document with what is withheld said in the spoken language."""
    spelled = spell_withheld(text)
    if spelled != text:
        spelled = spelled.replace(NAME_SPELLED, f"[{say('name withheld')}]")
        spelled = spelled.replace(WORDS_SPELLED, words_spelled())
    return spelled


def words_spelled() -> str:
    """Give what stands for withheld words."""
    return f"[{say('words of a private person withheld')}]"


class _Names:
    """The first name of everything that a language's lists hold."""

    __slots__ = ("bodies", "parties", "places", "speakers")

    def __init__(
        self,
        parties: Mapping[str, str],
        speakers: Mapping[str, str],
        bodies: Mapping[str, str],
        places: Mapping[str, str],
    ) -> None:
        self.parties, self.speakers = parties, speakers
        self.bodies, self.places = bodies, places


@cache
def _names(code: str) -> _Names:
    if code not in WORDS:
        return _Names({}, {}, {}, {})
    words = load_words(code)
    return _Names(
        {
            key: _first(party.names)
            for key, party in words.parties.items()
            if party.names
        },
        {name: _first(names) for name, names in words.speakers.items()},
        {name: _first(names) for name, names in words.institutions.items()},
        {name: _first(names) for name, names in words.places.items()},
    )


def _first(names: tuple[str, ...]) -> str:
    """Give the first name, as it begins a line."""
    return names[0][:1].upper() + names[0][1:]


def _slug(name: str) -> str:
    return name.lower().removeprefix("the ").replace(" ", "-")
