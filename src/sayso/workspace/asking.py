"""What a user asks claims for, in names: aliases, packs, places within places.

A name that nobody knows is an error that names the nearest known ones, so that an
empty list always means that nothing is claimed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import lru_cache
from itertools import chain

from sayso.errors import UnknownName
from sayso.ledger import Filters, Ledger, NameKind, Status
from sayso.ledger.filters import NOBODY, UNATTRIBUTED, fold_words
from sayso.model import Place, PlaceKind
from sayso.model.withheld import MASK
from sayso.vocabulary.gazetteers import bare_name
from sayso.vocabulary.languages import READ
from sayso.vocabulary.measures import MEASURES, load_measures
from sayso.vocabulary.theatres import PartyKind, Theatre
from sayso.vocabulary.theatres.words import WORDS, load_words
from sayso.workspace.own_data import load_own

MOST_NEAR = 5
"""Known names that are offered for one that is not."""
_ALIKE = 0.6
"""Share of letters in common from which a name is near; difflib's own default."""

Keys = tuple[str, ...]


def resolve_filters(ledger: Ledger, filters: Filters) -> Filters:
    """Give the filters with the names of facets as the keys that they mean.

    Args:
        ledger: Where the claims are, masked: a withheld name finds nothing.
        filters: As asked; a key (an id, a name as it stands) is meant alone.

    Raises:
        UnknownName: A name is in no claim and in no pack; `known` has the nearest.
    """
    found: dict[str, Keys] = {}
    for facet, resolve in _RESOLVE.items():
        wanted = getattr(filters, facet)
        if isinstance(wanted, str):
            found[facet] = resolve(ledger, wanted)
    return replace(filters, **found)  # type: ignore[arg-type]  # facets take keys


def fold_name(name: str) -> str:
    """Give a name as names are compared: no case, accents, points or article."""
    words = fold_words(name)
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def nearest(wanted: str, known: Iterable[str]) -> tuple[str, ...]:
    """Give the known names most like one, at most a few, the likest first."""
    folded: dict[str, str] = {}
    for name in known:
        folded.setdefault(fold_name(name), name)
    own = fold_name(wanted)
    holds = sorted((f for f in folded if own and own in f), key=lambda f: (len(f), f))
    alike = get_close_matches(own, folded, n=MOST_NEAR, cutoff=_ALIKE)
    return tuple(folded[f] for f in dict.fromkeys((*holds, *alike)))[:MOST_NEAR]


def _measure(ledger: Ledger, wanted: str) -> Keys:
    held = {key for key, _ in ledger.names("measure", wanted)}
    ids = {*MEASURES, *held}
    fits = {key for key in ids if key == wanted or key.startswith(f"{wanted}.")}
    titled = {m.id for m in load_measures() if fold_name(m.title) == fold_name(wanted)}
    return _found("measure", wanted, fits or titled, sorted(ids))


def _speaker(ledger: Ledger, wanted: str) -> Keys:
    if wanted == UNATTRIBUTED:
        return (wanted,)
    pairs = [p for p in ledger.names("speaker", wanted) if p[1] not in (MASK, NOBODY)]
    if any(key == wanted for key, _ in pairs):
        return (wanted,)
    known = _aliases(wanted, _speaker_names) | _aliases(wanted, _party_names)
    part = wanted.casefold()
    fits = {k for k, name in pairs if part in name.casefold()}
    fits |= _joined(ledger, NameKind.SPEAKER, wanted)
    fits |= {k for k, name in pairs if fold_name(name) in known}
    return _found("speaker", wanted, fits, [n for _, n in pairs], is_known=bool(known))


def _party(ledger: Ledger, wanted: str) -> Keys:
    held = [key for key, _ in ledger.names("party", wanted)]
    known = _aliases(wanted, _party_names)
    same = {fold_name(wanted), *known}
    fits = {key for key in held if fold_name(key) in same}
    fits |= _joined(ledger, NameKind.PARTY, wanted) & {*held}
    if fits or known:
        return tuple(sorted(fits or {wanted}))
    meant = _shortened(load_own().theatres).get(fold_name(wanted), frozenset())
    named = [frozenset(_folded(group)) for group in meant]
    likely = sorted({key for key in held for g in named if fold_name(key) in g})
    if len(meant) == 1:
        return tuple(likely or [wanted])
    near = (*likely, *nearest(wanted, held))
    raise UnknownName(
        "party", wanted, tuple(dict.fromkeys(near))[:MOST_NEAR], are_nearest=True
    )


@lru_cache(maxsize=2)
def _shortened(packs: tuple[Theatre, ...]) -> Mapping[str, frozenset[Keys]]:
    """Give short forms with the parties that they may mean: "rf", "ru".

    Initials of any of its names and the code of its country; a name that a pack
    itself lists is looked for before these.
    """
    found: dict[str, frozenset[Keys]] = {}
    for party in _each_party(packs):
        initials = {_initials(fold_name(name)) for name in party.names}
        for short in {party.code.lower(), *initials} - {""}:
            found[short] = found.get(short, frozenset()) | {party.names}
    return found


def _initials(name: str) -> str:
    """Give the initials of a folded name of several words, "" of one word."""
    words = [word for word in name.split() if word not in _SMALL]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


_SMALL = frozenset(["of", "the", "and", "for"])
"""Words that have no part in initials."""


def place_labels(ledger: Ledger) -> dict[str, str]:
    """Give the names of places by id, with the kind where several share a name.

    "Raqqa (town)" and "Raqqa (region)" mean one place each wherever a place is asked.
    """
    places = [place for place, _ in ledger.places()]
    shared = Counter(fold_name(place.name) for place in places)
    return {
        place.id: f"{place.name} ({kind_word(place)})"
        if shared[fold_name(place.name)] > 1
        else place.name
        for place in places
    }


def kind_word(place: Place) -> str:
    """Give the word for a place's kind: "town", "region", "country"."""
    return "town" if place.kind is PlaceKind.SETTLEMENT else str(place.kind)


def _of_kind(ledger: Ledger, wanted: str) -> set[str]:
    """Give the places that "NAME (KIND)" means, none for any other name."""
    name, _, kind = wanted.strip().removesuffix(")").rpartition(" (")
    if not name or not wanted.strip().endswith(")"):
        return set()
    return {
        place.id
        for place, _ in ledger.places()
        if fold_name(place.name) == fold_name(name) and kind_word(place) == kind
    }


def _place(ledger: Ledger, wanted: str) -> Keys:
    pairs = list(ledger.names("place", wanted))
    if any(key == wanted for key, _ in pairs):
        return (wanted,)
    if told := _of_kind(ledger, wanted):
        return tuple(sorted(told))
    known = _aliases(wanted, _place_names)
    same = {fold_name(wanted), *known}
    fits = {key for key, name in pairs if fold_name(name) in same}
    fits |= _joined(ledger, NameKind.PLACE, wanted)
    countries = _countries(wanted)
    fits |= {
        place.id
        for place, _ in ledger.places()
        if place.country in countries or _is_region(place.region, wanted)
    }
    is_known = bool(known or countries)
    if fits or is_known:
        return tuple(sorted(fits or {wanted}))
    near = nearest(wanted, (name for _, name in pairs if name != MASK))
    raise UnknownName("place", wanted, _told_apart(ledger, near), are_nearest=True)


def _told_apart(ledger: Ledger, names: Iterable[str]) -> tuple[str, ...]:
    """Give names of places, each place that shares one with its kind."""
    labels: dict[str, list[str]] = {}
    for label in sorted(place_labels(ledger).values()):
        labels.setdefault(fold_name(label.partition(" (")[0]), []).append(label)
    found = (label for n in names for label in labels.get(fold_name(n), [n]))
    return tuple(dict.fromkeys(found))[:MOST_NEAR]


def _joined(ledger: Ledger, kind: NameKind, wanted: str) -> set[str]:
    """Give the keys that people joined a key or name to, or called by it."""
    naming = ledger.naming()
    own = fold_name(wanted)
    return {
        naming.shown_key(kind, key)
        for (sort, key), name in naming.known.items()
        if sort is kind
        and (key == wanted or fold_name(name) == own)
        and naming.shown_key(kind, key) != key
    }


def _outlet(ledger: Ledger, wanted: str) -> Keys:
    held = [key for key, _ in ledger.names("outlet", wanted)]
    fits = {key for key in held if fold_name(key) == fold_name(wanted)}
    return _found("outlet", wanted, fits, held)


def _language(ledger: Ledger, wanted: str) -> Keys:
    held = {key for key, _ in ledger.names("language", wanted)}
    names = {code: (code, *language_names(code)) for code in (*READ, *held)}
    own = fold_name(wanted)
    fits = {code for code, known in names.items() if own in _folded(known)}
    known = [name for group in names.values() for name in group[::-1]]
    return _found("language", wanted, fits, known)


def language_names(code: str) -> tuple[str, ...]:
    """Give what a language is called: in English, none for one that is not read."""
    return (READ[code].name,) if code in READ else ()


def _status(_ledger: Ledger, wanted: str) -> Keys:
    known = [str(status) for status in Status]
    return _found("status", wanted, {s for s in known if s == wanted}, known)


_RESOLVE: Mapping[str, Callable[[Ledger, str], Keys]] = {
    "measure": _measure,
    "speaker": _speaker,
    "party": _party,
    "place": _place,
    "outlet": _outlet,
    "language": _language,
    "status": _status,
}


def _found(
    kind: str,
    wanted: str,
    fits: set[str],
    known: Iterable[str],
    *,
    is_known: bool = False,
) -> Keys:
    """Give what fits; a name that a pack knows may fit nothing."""
    if not fits and not is_known:
        raise UnknownName(kind, wanted, nearest(wanted, known), are_nearest=True)
    return tuple(sorted(fits or {wanted}))


_Names = Callable[[tuple[Theatre, ...]], Iterator[tuple[str, ...]]]
"""Gives the names of each party, speaker or place of some packs."""


def _aliases(wanted: str, names: _Names) -> frozenset[str]:
    """Give all folded names of whatever has the wanted name among its own."""
    return _index(names, load_own().theatres).get(fold_name(wanted), frozenset())


@lru_cache(maxsize=8)
def _index(names: _Names, packs: tuple[Theatre, ...]) -> Mapping[str, frozenset[str]]:
    """Give each folded name with those that mean the same.

    Made once: thousands of names are folded, and every page with a filter asks.
    """
    found: dict[str, frozenset[str]] = {}
    for group in names(packs):
        folded = frozenset(_folded(group))
        for name in folded:
            found[name] = found.get(name, frozenset()) | folded
    return found


def _folded(names: Iterable[str]) -> set[str]:
    return {fold_name(name) for name in names}


def _party_names(packs: tuple[Theatre, ...]) -> Iterator[tuple[str, ...]]:
    for party in _each_party(packs):
        yield (*party.names, *party.others)


@dataclass(frozen=True, slots=True)
class _Called:
    """What a party is called, in all languages."""

    names: Keys
    """Its own names: "Russian Federation", "РФ"."""
    others: Keys
    """Adjectives and names of its forces."""
    code: str
    """Of its country, "" for no state."""


def _each_party(packs: tuple[Theatre, ...]) -> Iterator[_Called]:
    """Yield each party once, with what all packs and languages call it."""
    names, others = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    codes: dict[str, str] = {}
    for pack in packs:
        for party in pack.parties:
            names[party.id] += (party.id, party.name, *party.names)
            others[party.id] += (*party.adjectives, *party.forces)
            if party.kind is PartyKind.STATE and party.country:
                codes[party.id] = str(party.country)
    for words in map(load_words, WORDS):
        for key in words.parties.keys() & names.keys():
            names[key] += words.parties[key].names
            others[key] += (*words.parties[key].adjectives, *words.parties[key].forces)
    for key, own in names.items():
        yield _Called(_listed(own), _listed(others[key]), codes.get(key, ""))


def _listed(names: Iterable[str]) -> Keys:
    """Give names as they are asked for: a star stands for any ending."""
    return tuple(name for name in dict.fromkeys(names) if "*" not in name)


def _speaker_names(packs: tuple[Theatre, ...]) -> Iterator[tuple[str, ...]]:
    for pack in packs:
        for speaker in pack.speakers:
            others = (w.speakers.get(speaker.name, ()) for w in map(load_words, WORDS))
            yield (speaker.name, *speaker.aliases, *chain(*others))


def _place_names(packs: tuple[Theatre, ...]) -> Iterator[tuple[str, ...]]:
    for pack in packs:
        for place in pack.places:
            yield (place.name, *place.variants)
    for words in map(load_words, WORDS):
        for name, others in words.places.items():
            yield (name, *_listed(others))


def _countries(wanted: str) -> frozenset[str]:
    """Give the codes of the country that has this name."""
    return _states(load_own().theatres).get(fold_name(wanted), frozenset())


@lru_cache(maxsize=2)
def _states(packs: tuple[Theatre, ...]) -> Mapping[str, frozenset[str]]:
    """Give each folded name of a country with the codes that it may mean."""
    found: dict[str, frozenset[str]] = {}
    for party in _each_party(packs):
        for name in _folded(party.names) if party.code else ():
            found[name] = found.get(name, frozenset()) | {party.code}
    return found


def _is_region(region: str | None, wanted: str) -> bool:
    """True for the division's name; "Kursk region" is "Kursk Oblast", "Kursk" not."""
    if region is None:
        return False
    own, other = fold_name(wanted), fold_name(region)
    bare = fold_name(bare_name(wanted))
    return own == other or (bare != own and bare == fold_name(bare_name(region)))
