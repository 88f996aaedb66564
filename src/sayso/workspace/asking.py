"""What a user asks claims for, in names: aliases, packs, places within places.

A name that nobody knows is an error that names the nearest known ones, so that an
empty list always means that nothing is claimed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from itertools import islice

from sayso.errors import UnknownName
from sayso.ledger import Filters, Ledger, NameKind, Status
from sayso.ledger.filters import NOBODY, SHORTEST_PREFIX, UNATTRIBUTED
from sayso.model import Place, PlaceKind
from sayso.model.withheld import MASK
from sayso.vocabulary.gazetteers import bare_name, find_candidates
from sayso.vocabulary.languages import READ
from sayso.vocabulary.measures import MEASURES, load_measures
from sayso.workspace.own_data import load_own
from sayso.workspace.pack_names import (
    Keys,
    aliases_of,
    codes_of,
    fold_name,
    fold_names,
    party_names,
    place_names,
    shortened,
    speaker_names,
)

MOST_NEAR = 5
"""Known names that are offered for one that is not."""
_ALIKE = 0.6
"""Share of letters in common from which a name is near; difflib's own default."""
_MUCH_ALIKE = 0.8
"""The same for words within a longer name: short words are alike by chance."""
_MOST_PARTED = 5000
"""Names whose words are compared; a hundred thousand take a second."""


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


def nearest(wanted: str, known: Iterable[str]) -> tuple[str, ...]:
    """Give the known names most like one, at most a few, the likest first."""
    folded: dict[str, str] = {}
    for name in known:
        folded.setdefault(fold_name(name), name)
    own = fold_name(wanted)
    if not own:
        return ()
    holds = sorted((f for f in folded if own in f), key=lambda f: (len(f), f))
    alike = get_close_matches(own, folded, n=MOST_NEAR, cutoff=_ALIKE)
    found = dict.fromkeys((*holds, *alike)) or dict.fromkeys(
        _with_part_like(own, folded)
    )
    return tuple(folded[f] for f in found)[:MOST_NEAR]


def _with_part_like(own: str, folded: Iterable[str]) -> Iterator[str]:
    """Yield longer names with words in them that are much like a name."""
    length = len(own.split())
    parts: dict[str, str] = {}
    for name in islice(folded, _MOST_PARTED):
        words = name.split()
        for at in range(len(words) - length + 1 if length < len(words) else 0):
            parts.setdefault(" ".join(words[at : at + length]), name)
    for part in get_close_matches(own, parts, n=MOST_NEAR, cutoff=_MUCH_ALIKE):
        yield parts[part]


def _measure(ledger: Ledger, wanted: str) -> Keys:
    held = {key for key, _ in ledger.names("measure", wanted)}
    ids = {*MEASURES, *held}
    fits = {key for key in ids if key == wanted or key.startswith(f"{wanted}.")}
    titled = {m.id for m in load_measures() if fold_name(m.title) == fold_name(wanted)}
    return _found("measure", wanted, fits or titled, sorted(ids))


def _speaker(ledger: Ledger, wanted: str) -> Keys:
    if wanted == UNATTRIBUTED:
        return (wanted,)
    every = tuple(ledger.names("speaker", wanted))
    pairs = [pair for pair in every if pair[1] not in (MASK, NOBODY)]
    if any(key == wanted for key, _ in pairs):
        return (wanted,)
    known = aliases_of(wanted, speaker_names) | aliases_of(wanted, party_names)
    part = wanted.casefold()
    fits = {k for k, name in pairs if part in name.casefold()}
    fits |= _joined(ledger, NameKind.SPEAKER, wanted, in_part=True)
    fits |= {k for k, name in pairs if fold_name(name) in known}
    if not fits and len(wanted) >= SHORTEST_PREFIX:  # also "Name withheld (fa63)"
        fits = {key for key, _ in every if key.startswith(wanted)}
    return _found("speaker", wanted, fits, [n for _, n in pairs], is_known=bool(known))


def _party(ledger: Ledger, wanted: str) -> Keys:
    held = [key for key, _ in ledger.names("party", wanted)]
    known = aliases_of(wanted, party_names)
    same = {fold_name(wanted), *known}
    fits = {key for key in held if fold_name(key) in same}
    fits |= _joined(ledger, NameKind.PARTY, wanted) & {*held}
    if fits or known:
        return tuple(sorted(fits or {wanted}))
    meant = shortened(wanted)
    named = [frozenset(fold_names(group)) for group in meant]
    likely = sorted({key for key in held for g in named if fold_name(key) in g})
    if len(meant) == 1:
        return tuple(likely or [wanted])
    near = (*likely, *nearest(wanted, held))
    raise UnknownName(
        "party", wanted, tuple(dict.fromkeys(near))[:MOST_NEAR], are_nearest=True
    )


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
    places = [place for place, _ in ledger.places()]
    countries = codes_of(wanted)
    fits = _with_places(named_places(ledger, wanted), places) | {
        place.id
        for place in places
        if place.country in countries or _is_region(place.region, wanted)
    }
    if fits or countries or aliases_of(wanted, place_names):
        return tuple(sorted(fits or {wanted}))
    near = nearest(wanted, (name for _, name in pairs if name != MASK))
    raise UnknownName("place", wanted, _told_apart(ledger, near), are_nearest=True)


def named_places(ledger: Ledger, wanted: str) -> set[str]:
    """Give the places that a name means themselves, without what lies in them."""
    if told := _of_kind(ledger, wanted):
        return told
    same = {fold_name(wanted), *aliases_of(wanted, place_names)}
    fits = {key for key, n in ledger.names("place", wanted) if fold_name(n) in same}
    fits |= _joined(ledger, NameKind.PLACE, wanted)
    places = [place for place, _ in ledger.places()]
    countries = codes_of(wanted)
    fits |= {p.id for p in places if _is_called(p, wanted, countries)}
    return fits or _listed_places(wanted) & {place.id for place in places}


def _is_called(place: Place, wanted: str, countries: Collection[str]) -> bool:
    """True for the region or country that a name means."""
    if place.kind is PlaceKind.REGION:
        return _is_region(place.name, wanted)
    return place.kind is PlaceKind.COUNTRY and place.country in countries


def _listed_places(wanted: str) -> set[str]:
    """Give the places that the gazetteers know by a name, in either script."""
    from sayso.vocabulary.gazetteers import load_cyrillic, load_geonames  # slow: arrays

    gazetteers = (*load_own().gazetteers, load_geonames(), load_cyrillic())
    return {found.place.id for found in find_candidates(wanted, gazetteers)}


def _with_places(fits: set[str], places: Iterable[Place]) -> set[str]:
    """Give places and, of a region or country among them, all that lie in it."""
    places = tuple(places)
    known = [place for place in places if place.id in fits]
    names = {
        (place.country, name)
        for place in known
        if place.kind is PlaceKind.REGION
        for name in {fold_name(place.name), *aliases_of(place.name, place_names)}
    }
    states = {p.country for p in known if p.kind is PlaceKind.COUNTRY and p.country}
    return fits | {
        place.id
        for place in places
        if place.country in states
        or (place.country, fold_name(place.region or "")) in names
    }


def _told_apart(ledger: Ledger, names: Iterable[str]) -> tuple[str, ...]:
    """Give names of places, each place that shares one with its kind."""
    labels: dict[str, list[str]] = {}
    for label in sorted(place_labels(ledger).values()):
        labels.setdefault(fold_name(label.partition(" (")[0]), []).append(label)
    found = (label for n in names for label in labels.get(fold_name(n), [n]))
    return tuple(dict.fromkeys(found))[:MOST_NEAR]


def _joined(
    ledger: Ledger, kind: NameKind, wanted: str, *, in_part: bool = False
) -> set[str]:
    """Give the keys that people joined a key or name to, or called by it.

    Args:
        ledger: Where the rulings are.
        kind: What the name is of.
        wanted: Key or name.
        in_part: True to look for it in longer names as well.
    """
    naming = ledger.naming()
    own, part = fold_name(wanted), wanted.casefold()
    return {
        naming.shown_key(kind, key)
        for (sort, key), name in naming.known.items()
        if sort is kind
        and (
            key == wanted
            or fold_name(name) == own
            or (in_part and part in name.casefold())
        )
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
    fits = {code for code, known in names.items() if own in fold_names(known)}
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


def _is_region(region: str | None, wanted: str) -> bool:
    """True for the division's name; "Kursk region" is "Kursk Oblast", "Kursk" not."""
    if region is None:
        return False
    own, other = fold_name(wanted), fold_name(region)
    bare = fold_name(bare_name(wanted))
    return own == other or (bare != own and bare == fold_name(bare_name(region)))
