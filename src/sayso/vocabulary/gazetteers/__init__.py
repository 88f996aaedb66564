"""Gazetteers: which places a name may stand for; which of them it is, the story says.

The one in the package is GeoNames (places of 500 people and more, divisions of first
and second order, countries; CC BY 4.0, see NOTICE.md here) with areas of our own.
Users add files of theirs (`load_gazetteer`), which are asked first.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files as resource_files
from pathlib import Path
from typing import Protocol
from zipfile import BadZipFile

from sayso.errors import VocabularyError
from sayso.model import PlaceId, PlaceKind
from sayso.vocabulary.gazetteers.areas import load_abbreviations, load_areas
from sayso.vocabulary.gazetteers.files import read_gazetteer
from sayso.vocabulary.gazetteers.folding import fold_name
from sayso.vocabulary.gazetteers.listed import Candidate, ListedGazetteer, Listing
from sayso.vocabulary.gazetteers.packed import PackedGazetteer, write_packed

__all__ = [
    "Candidate",
    "Gazetteer",
    "ListedGazetteer",
    "Listing",
    "PackedGazetteer",
    "bare_name",
    "find_candidates",
    "fold_name",
    "load_abbreviations",
    "load_areas",
    "load_cyrillic",
    "load_gazetteer",
    "load_geonames",
    "load_spoken",
    "write_packed",
]


_SPOKEN = ("ru", "uk")
"""Columns of spoken.tsv.gz behind the id."""
_DIVISIONS = frozenset({"oblast", "province", "governorate", "region", "state"})


class Gazetteer(Protocol):
    """What gives the places of a name."""

    name: str

    def find(self, name: str) -> tuple[Candidate, ...]:
        """Give the places that bear the name, in no matter which spelling."""
        ...


@cache
def load_geonames() -> PackedGazetteer:
    """Give the gazetteer that comes with Sayso, read once, in about 0.1 s."""
    file = resource_files(__name__).joinpath("geonames.npz")
    with file.open("rb") as stored:
        return PackedGazetteer.load(stored, name="GeoNames")


@cache
def load_cyrillic() -> PackedGazetteer:
    """Give the places of Ukraine and around, and larger ones, by Cyrillic names.

    The ids are those of `load_geonames` where both hold a place.
    """
    file = resource_files(__name__).joinpath("cyrillic.npz")
    with file.open("rb") as stored:
        return PackedGazetteer.load(stored, name="GeoNames, Cyrillic names")


@cache
def load_spoken(code: str) -> Mapping[PlaceId, str]:
    """Give what places are called in a language of the pages, by id.

    A place whose name in that language is not known has its country's own where that
    is of the same script. None but Russian ("ru") and Ukrainian ("uk") has any.
    """
    if code not in _SPOKEN:
        return {}
    file = resource_files(__name__).joinpath("spoken.tsv.gz")
    with file.open("rb") as stored, gzip.open(stored, "rt", encoding="utf-8") as rows:
        found = [row.rstrip("\n").split("\t") for row in rows]
    at = _SPOKEN.index(code)
    return {PlaceId(key): names[at] or names[1 - at] for key, *names in found}


def load_gazetteer(path: str | Path) -> ListedGazetteer | PackedGazetteer:
    """Give the gazetteer in a user's file.

    Args:
        path: A GeoNames dump (.txt, .tsv), JSON lines, a CSV, each also gzipped (see
            `sayso.vocabulary.gazetteers.files`), or a packed file (.npz), which
            loads ten times faster: `write_packed(path, gazetteer.listings)`.

    Raises:
        VocabularyError: The file cannot be read, is of no known kind, or lists no
            place; faults of rows are told together, the first twenty of them.
    """
    source = Path(path)
    if source.suffix.lower() != ".npz":
        return read_gazetteer(source, regions=load_geonames().region_names())
    try:
        return PackedGazetteer.load(source, name=source.name)
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise VocabularyError(f"{source}: cannot be read: {error}") from error


def find_candidates(
    name: str, gazetteers: Sequence[Gazetteer]
) -> tuple[Candidate, ...]:
    """Give the places of a name from all gazetteers, in their order.

    A place that an earlier gazetteer gave is not given again: the same id, or the
    same kind of place within a kilometre or so, or the same region or country.
    """
    found: list[Candidate] = []
    seen: set[object] = set()
    for gazetteer in gazetteers:
        for candidate in gazetteer.find(name):
            place = candidate.place
            spot = (place.kind, round(place.lat, 2), round(place.lon, 2))
            area = (place.kind, place.country, bare_name(place.name))
            is_listed = place.kind != PlaceKind.SETTLEMENT and area in seen
            if place.id in seen or spot in seen or is_listed:
                continue
            seen |= {place.id, spot}
            if place.kind in (PlaceKind.REGION, PlaceKind.COUNTRY):
                seen.add(area)
            found.append(candidate)
    return tuple(found)


def bare_name(name: str) -> str:
    """Give a division's folded name without the noun for divisions behind it."""
    first, _, last = fold_name(name).rpartition(" ")
    return first if first and last in _DIVISIONS else fold_name(name)
