"""Gazetteers as a few numpy arrays in one file, read in a tenth of a second.

Names are found by a hash of their folded form (`folding.hash_key`), so the other
names of a place take five bytes each and only the first is kept as text. The one in
the package is of this form; a user's file can be put into it once (`write_packed`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.model import Place, PlaceId, PlaceKind
from sayso.vocabulary.gazetteers.folding import fold_name, hash_key
from sayso.vocabulary.gazetteers.listed import Candidate, Listing

KINDS = (
    PlaceKind.COUNTRY,
    PlaceKind.REGION,
    PlaceKind.DISTRICT,
    PlaceKind.SETTLEMENT,
    PlaceKind.AREA,
)
"""Kind by the number stored for it."""

_DEGREE = 10_000
"""Stored units in a degree: 11 m."""
_OTHER = 1 << 30
"""Set on a row number that a name is only another name of."""
_KEPT = 8192
"""Names whose places are remembered: reports of one war name the same ones."""
_MOST_KM = 60_000
_MOST_PEOPLE = 2**32 - 1


class PackedGazetteer:
    """Places in arrays; `find` gives all that have a name."""

    __slots__ = ("_columns", "_names", "find", "name")
    faults: tuple[str, ...] = ()
    """Nothing is left out of a packed file."""

    def __init__(self, name: str, columns: dict[str, NDArray[Any]]) -> None:
        """Keep the arrays that `write_packed` stored."""
        self.name = name
        keys = np.cumsum(columns["keys"].astype(np.uint64), dtype=np.uint64)
        ends = np.cumsum(columns["lengths"].astype(np.int64))
        self._columns = {**columns, "keys": keys, "ends": ends}
        self._names = columns["names"].tobytes()
        self.find = lru_cache(_KEPT)(self._find)

    @classmethod
    def load(cls, file: Any, *, name: str) -> PackedGazetteer:
        """Give the gazetteer stored in an open .npz file or its path."""
        with np.load(file, allow_pickle=False) as stored:
            return cls(name, {key: stored[key] for key in stored.files})

    def __len__(self) -> int:
        """Give the number of places."""
        return len(self._columns["kind"])

    def _find(self, name: str) -> tuple[Candidate, ...]:
        """Give the places of that name, most people first."""
        key = np.uint64(hash_key(fold_name(name)))
        keys = self._columns["keys"]
        left = int(np.searchsorted(keys, key, side="left"))
        right = int(np.searchsorted(keys, key, side="right"))
        found = []
        for stored in self._columns["rows"][left:right].tolist():
            row = stored & (_OTHER - 1)
            found.append(Candidate(self._place(row), not stored & _OTHER))
        return tuple(sorted(found, key=lambda item: -item.place.population))

    def region_names(self) -> Mapping[str, str]:
        """Give the regions' names by code, "UA.05" -> "Donetsk", where stored."""
        codes, names = self._columns["region_codes"], self._columns["regions"]
        pairs = zip(codes.tolist(), names.tolist(), strict=True)
        return {code: name for code, name in pairs if code}

    def settlements(
        self, box: tuple[float, float, float, float]
    ) -> tuple[NDArray[Any], NDArray[Any], list[tuple[str, str]]]:
        """Give longitudes, latitudes and (country, region) of settlements in a box.

        Args:
            box: West, south, east, north in degrees.
        """
        columns = self._columns
        west, south, east, north = (edge * _DEGREE for edge in box)
        lon, lat = columns["lon"], columns["lat"]
        inside = (lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)
        inside &= columns["kind"] == KINDS.index(PlaceKind.SETTLEMENT)
        inside &= columns["region"] >= 0
        rows = inside.nonzero()[0]
        countries = columns["countries"][columns["country"][rows]].tolist()
        regions = columns["regions"][columns["region"][rows]].tolist()
        named = list(zip(countries, regions, strict=True))
        return lon[rows] / _DEGREE, lat[rows] / _DEGREE, named

    def largest(
        self, box: tuple[float, float, float, float], kind: PlaceKind, most: int
    ) -> tuple[Place, ...]:
        """Give the places of a kind in a box, most people first, then as stored.

        Args:
            box: West, south, east, north in degrees, the edges included.
            kind: Of all places given.
            most: Places given at most.
        """
        columns = self._columns
        west, south, east, north = (edge * _DEGREE for edge in box)
        lon, lat = columns["lon"], columns["lat"]
        inside = (lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)
        rows = (inside & (columns["kind"] == KINDS.index(kind))).nonzero()[0]
        people = columns["population"][rows].astype(np.int64)
        if len(rows) > most:  # sort those alone that may be among them
            least = np.partition(people, -most)[-most]
            rows, people = rows[people >= least], people[people >= least]
        ranked = rows[np.argsort(-people, kind="stable")[:most]]
        return tuple(self._place(int(row)) for row in ranked)

    def _place(self, row: int) -> Place:
        columns = self._columns
        name = self._name(row)
        country = str(columns["countries"][columns["country"][row]])
        above = int(columns["region"][row])
        region = str(columns["regions"][above]) if above >= 0 else ""
        number = int(columns["id"][row])
        own = str(columns["ids"][row]) if len(columns["ids"]) else ""
        derived = f"gn:{number}" if number else f"adm:{country}.{region}.{name}"
        return Place(
            id=PlaceId(own or derived),
            name=name,
            kind=KINDS[columns["kind"][row]],
            lat=int(columns["lat"][row]) / _DEGREE,
            lon=int(columns["lon"][row]) / _DEGREE,
            country=country or None,
            region=region or None,
            population=int(columns["population"][row]),
            precision_m=int(columns["km"][row]) * 1000,
        )

    def _name(self, row: int) -> str:
        end = int(self._columns["ends"][row])
        start = end - int(self._columns["lengths"][row])
        return self._names[start:end].decode("utf-8")


def write_packed(
    path: Path, listings: Sequence[Listing], *, codes: Mapping[str, str] | None = None
) -> None:
    """Write places so that `PackedGazetteer.load` reads them.

    Coordinates are rounded to 0.0001 degrees, radii to whole kilometres.

    Args:
        path: File to write; its name ends in .npz.
        listings: Places with their names; equal input gives equal bytes.
        codes: Names of regions by code, "UA.05" -> "Donetsk", to be kept.
    """
    places = [listing.place for listing in listings]
    countries = sorted({place.country or "" for place in places})
    regions = sorted((codes or {}).items(), key=lambda item: item[0])
    named = {name for _, name in regions}
    found = {place.region for place in places if place.region}
    regions += [("", name) for name in sorted(found - named)]
    columns: dict[str, Any] = {
        **_name_columns(listings),
        **_place_columns(places, countries, [name for _, name in regions]),
        "countries": np.array(countries),
        "regions": np.array([name for _, name in regions], dtype=np.str_),
        "region_codes": np.array([code for code, _ in regions], dtype=np.str_),
    }
    np.savez_compressed(path, allow_pickle=False, **columns)


def _name_columns(listings: Sequence[Listing]) -> dict[str, NDArray[Any]]:
    pairs: dict[tuple[int, int], int] = {}
    for at, listing in enumerate(listings):
        for rank, name in enumerate((listing.place.name, *listing.others)):
            stored = at if rank == 0 else at | _OTHER
            pairs.setdefault((hash_key(fold_name(name)), at), stored)
    keyed = sorted((key, stored) for (key, _), stored in pairs.items())
    keys = np.array([key for key, _ in keyed], dtype=np.uint64)
    shown = [_cut(listing.place.name) for listing in listings]
    return {
        "keys": np.diff(keys, prepend=np.uint64(0)),
        "rows": np.array([stored for _, stored in keyed], dtype=np.uint32),
        "lengths": np.array([len(name) for name in shown], dtype=np.uint8),
        "names": np.frombuffer(b"".join(shown), dtype=np.uint8),
    }


def _place_columns(
    places: Sequence[Place], countries: Sequence[str], regions: Sequence[str]
) -> dict[str, NDArray[Any]]:
    country_at = {code: at for at, code in enumerate(countries)}
    region_at = {name: at for at, name in enumerate(regions)}
    numbers = [_number(place.id) for place in places]
    is_plain = all(
        number or place.id.startswith("adm:")
        for number, place in zip(numbers, places, strict=True)
    )
    return {
        "kind": np.array([KINDS.index(p.kind) for p in places], dtype=np.uint8),
        "lat": np.array([round(p.lat * _DEGREE) for p in places], dtype=np.int32),
        "lon": np.array([round(p.lon * _DEGREE) for p in places], dtype=np.int32),
        "country": np.array(
            [country_at[p.country or ""] for p in places], dtype=np.uint16
        ),
        "region": np.array(
            [region_at[p.region] if p.region else -1 for p in places], dtype=np.int32
        ),
        "population": np.array(
            [min(p.population, _MOST_PEOPLE) for p in places], dtype=np.uint32
        ),
        "id": np.array(numbers, dtype=np.uint32),
        "ids": np.array([] if is_plain else [p.id for p in places], dtype=np.str_),
        "km": np.array(
            [max(1, min(round(p.precision_m / 1000), _MOST_KM)) for p in places],
            dtype=np.uint16,
        ),
    }


def _number(place: PlaceId) -> int:
    """Give the number of a GeoNames id, 0 for another gazetteer's."""
    source, _, number = place.partition(":")
    is_short = number.isdecimal() and len(number) < 10
    return int(number) if source == "gn" and is_short else 0


def _cut(name: str) -> bytes:
    """Give a name's bytes, at most 255 of them."""
    return name.encode("utf-8")[:255].decode("utf-8", "ignore").encode("utf-8")
