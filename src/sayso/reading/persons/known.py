"""Names that theatre packs know: public persons, and what is no person."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from sayso.reading.persons.persons import Names
from sayso.vocabulary.theatres import SpeakerKind, Theatre


def known_names(theatres: Iterable[Theatre]) -> Names:
    """Give the names of all packs, in lower case."""
    each = [_names_of(theatre) for theatre in theatres]
    return Names(
        frozenset().union(*(names.public for names in each)),
        frozenset().union(*(names.others for names in each)),
    )


@lru_cache(maxsize=128)
def _names_of(theatre: Theatre) -> Names:
    public, others = set[str](), set[str]()
    for speaker in theatre.speakers:
        called = {n.lower() for n in (speaker.name, *speaker.aliases)}
        if speaker.kind is SpeakerKind.PERSON:
            public |= called | {speaker.name.split()[-1].lower()}
        else:
            others |= called
    for place in theatre.places:
        others |= {n.lower() for n in (place.name, *place.variants)}
    for outlet in theatre.outlets:  # one word may be a given name as well: "Sana"
        others |= {n.lower() for n in (outlet.name, *outlet.aliases) if " " in n}
    for body in theatre.institutions:
        others |= {n.lower() for n in (body.name, *body.variants)}
    for party in theatre.parties:
        others |= {n.lower() for n in (party.name, *party.names, *party.metonyms)}
    return Names(frozenset(public), frozenset(others))
