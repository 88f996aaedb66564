"""The gazetteer in the package: GeoNames in a few numpy arrays, read in 0.1 s.

Names are found by a hash of their folded form (`folding.hash_key`), so the other
names of a place take five bytes each and only the first is kept as text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.model import Place, PlaceId, PlaceKind
from sayso.vocabulary.gazetteers.folding import fold_name, hash_key
from sayso.vocabulary.gazetteers.listed import Candidate

KINDS = (
    PlaceKind.COUNTRY,
    PlaceKind.REGION,
    PlaceKind.DISTRICT,
    PlaceKind.SETTLEMENT,
)
"""Kind by the number stored for it."""

_DEGREE = 10_000
"""Stored units in a degree: 11 m."""
_OTHER = 1 << 30
"""Set on a row number that a name is only another name of."""

Row = tuple[int, float, float, str, str, int, int, float]
"""Kind, lat, lon, country, admin1, population, GeoNames id or 0, kilometres off."""


class PackedGazetteer:
    """Places in arrays; `find` gives all that have a name."""

    __slots__ = ("_columns", "_names", "name")

    def __init__(self, name: str, columns: dict[str, NDArray[Any]]) -> None:
        """Keep the arrays that `write_packed` stored."""
        self.name = name
        keys = np.cumsum(columns["keys"].astype(np.uint64), dtype=np.uint64)
        ends = np.cumsum(columns["lengths"].astype(np.int64))
        self._columns = {**columns, "keys": keys, "ends": ends}
        self._names = columns["names"].tobytes()

    @classmethod
    def load(cls, file: Any, *, name: str) -> PackedGazetteer:
        """Give the gazetteer stored in an open .npz file or its path."""
        with np.load(file, allow_pickle=False) as stored:
            return cls(name, {key: stored[key] for key in stored.files})

    def find(self, name: str) -> tuple[Candidate, ...]:
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

    def _place(self, row: int) -> Place:
        columns = self._columns
        kind = KINDS[columns["kind"][row]]
        country = str(columns["countries"][columns["country"][row]])
        number = int(columns["id"][row])
        above = int(columns["region"][row])
        region = self._name(above) if above >= 0 else ""
        name = self._name(row)
        return Place(
            id=PlaceId(f"gn:{number}" if number else f"adm:{country}.{region}.{name}"),
            name=name,
            kind=kind,
            lat=int(columns["lat"][row]) / _DEGREE,
            lon=int(columns["lon"][row]) / _DEGREE,
            country=country,
            region=region or None,
            population=int(columns["population"][row]),
            precision_m=int(columns["km"][row]) * 1000,
        )

    def _name(self, row: int) -> str:
        end = int(self._columns["ends"][row])
        start = end - int(self._columns["lengths"][row])
        return self._names[start:end].decode("utf-8")


def write_packed(
    path: Path,
    rows: Sequence[Row],
    names_of: Sequence[Sequence[str]],
    *,
    fold: Callable[[str], str] = fold_name,
    digest: Callable[[str], int] = hash_key,
) -> None:
    """Write places so that `PackedGazetteer.load` reads them.

    Args:
        path: File to write, .npz.
        rows: Places, see `Row`.
        names_of: For each place its names, the one that is shown first.
        fold: Gives the form of a name that is compared.
        digest: Gives the hash of that form.
    """
    countries = sorted({row[3] for row in rows})
    order = {code: at for at, code in enumerate(countries)}
    regions = {
        (row[3], row[4]): at
        for at, row in enumerate(rows)
        if KINDS[row[0]] == PlaceKind.REGION
    }
    pairs: dict[tuple[int, int], int] = {}
    for at, names in enumerate(names_of):
        for rank, name in enumerate(names):
            pairs.setdefault((digest(fold(name)), at), at if rank == 0 else at | _OTHER)
    keyed = sorted((key, stored) for (key, _), stored in pairs.items())
    keys = np.array([key for key, _ in keyed], dtype=np.uint64)
    shown = [names[0].encode("utf-8") for names in names_of]
    columns: dict[str, Any] = {
        "keys": np.diff(keys, prepend=np.uint64(0)),
        "rows": np.array([stored for _, stored in keyed], dtype=np.uint32),
        "kind": np.array([row[0] for row in rows], dtype=np.uint8),
        "lat": np.array([round(row[1] * _DEGREE) for row in rows], dtype=np.int32),
        "lon": np.array([round(row[2] * _DEGREE) for row in rows], dtype=np.int32),
        "country": np.array([order[row[3]] for row in rows], dtype=np.uint8),
        "region": np.array(
            [
                -1
                if KINDS[row[0]] in (PlaceKind.COUNTRY, PlaceKind.REGION)
                else regions.get((row[3], row[4]), -1)
                for row in rows
            ],
            dtype=np.int32,
        ),
        "population": np.array([row[5] for row in rows], dtype=np.uint32),
        "id": np.array([row[6] for row in rows], dtype=np.uint32),
        "km": np.array(
            [max(1, min(round(row[7]), 60_000)) for row in rows], dtype=np.uint16
        ),
        "countries": np.array(countries),
        "lengths": np.array([len(name) for name in shown], dtype=np.uint8),
        "names": np.frombuffer(b"".join(shown), dtype=np.uint8),
    }
    np.savez_compressed(path, allow_pickle=False, **columns)
