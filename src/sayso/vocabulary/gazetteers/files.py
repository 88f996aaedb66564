"""From a user's file to a gazetteer: GeoNames dumps, JSON lines, CSV.

`.txt`, `.tsv`: a GeoNames dump, its 19 tab-separated columns without a heading.
`.jsonl`, `.json`: objects with name, lat, lon and, where known, id, cc, admin1, f
(feature class and code), pop, and other names under ascii, latin, uk, ru, cyr, old.
`.csv`: a heading with name, lat, lon and, where known, id, country, region, kind,
population, precision_m, variants (split at "|").

Any of them may be gzipped. A row without name or point is left out and told.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sayso.errors import VocabularyError
from sayso.model import Place, PlaceId, PlaceKind
from sayso.vocabulary.gazetteers.listed import ListedGazetteer, Listing

PRECISION_M = {
    PlaceKind.SETTLEMENT: 5_000,
    PlaceKind.DISTRICT: 30_000,
    PlaceKind.REGION: 150_000,
    PlaceKind.COUNTRY: 500_000,
    PlaceKind.AREA: 20_000,
}
"""Radius assumed where a file gives none: our own estimate of how far from the point a
place of the kind may lie."""
SUSPECT_M = 20_000
"""Radius where the file marks its point as doubtful (`coord_suspect`)."""

_GEONAMES_COLUMNS = 19
_SHOWN_FAULTS = 20
_NAME_KEYS = ("ascii", "latin", "uk", "ru", "cyr", "old", "variants")
_REGION_CODES = {"ADM1": PlaceKind.REGION, "ADM1H": PlaceKind.REGION}


def read_gazetteer(source: Path, *, regions: Mapping[str, str]) -> ListedGazetteer:
    """Give the gazetteer in a file that is not packed; see `load_gazetteer`.

    Args:
        source: The file.
        regions: Names of regions by code, "UA.05" -> "Donetsk".
    """
    suffixes = [part.lower() for part in source.suffixes]
    try:
        data = source.read_bytes()
        if suffixes[-1:] == [".gz"]:
            data, suffixes = gzip.decompress(data), suffixes[:-1]
        text = data.decode("utf-8-sig")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise VocabularyError(f"{source}: cannot be read: {reason}") from error
    kind = suffixes[-1] if suffixes else ""
    if kind not in READERS:
        known = ", ".join(READERS)
        raise VocabularyError(f'{source}: ends in "{kind}"; expected one of {known}')
    listings: list[Listing] = []
    faults: list[str] = []
    for number, row in READERS[kind](text):
        listing = _listing(row, regions)
        if isinstance(listing, Listing):
            listings.append(listing)
        else:
            faults.append(f"{source}: row {number}: {listing}")
    if not listings:
        shown = faults[:_SHOWN_FAULTS] or [f"{source}: no row; expected places"]
        raise VocabularyError("\n".join(shown))
    return ListedGazetteer(source.name, listings, faults)


def _read_geonames(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(io.StringIO(text), start=1):
        parts = line.rstrip("\n").split("\t")
        if len(parts) != _GEONAMES_COLUMNS:
            yield (
                number,
                {"fault": f"{len(parts)} columns; expected the 19 of GeoNames"},
            )
            continue
        yield (
            number,
            {
                "id": f"gn:{parts[0]}",
                "name": parts[1],
                "ascii": parts[2],
                "variants": parts[3].split(","),
                "lat": parts[4],
                "lon": parts[5],
                "f": f"{parts[6]}.{parts[7]}",
                "cc": parts[8],
                "admin1": parts[10],
                "pop": parts[14],
            },
        )


def _read_lines(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(io.StringIO(text), start=1):
        if line.strip():
            try:
                row = json.loads(line)
            except ValueError:
                row = None
            is_row = isinstance(row, dict)
            yield number, row if is_row else {"fault": "no JSON object"}


def _read_csv(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, row in enumerate(csv.DictReader(io.StringIO(text)), start=2):
        found: dict[str, Any] = {str(k).strip().lower(): v for k, v in row.items()}
        found["variants"] = [v for v in (found.get("variants") or "").split("|") if v]
        yield number, found


READERS = {
    ".txt": _read_geonames,
    ".tsv": _read_geonames,
    ".jsonl": _read_lines,
    ".json": _read_lines,
    ".csv": _read_csv,
}
"""Ending of the file, and what reads it."""


def _listing(row: dict[str, Any], regions: Mapping[str, str]) -> Listing | str:
    """Give the place of a row, or what is wrong with the row."""
    if "fault" in row:
        return str(row["fault"])
    name = str(row.get("name") or "").strip()
    try:
        lat, lon = float(row["lat"]), float(row["lon"])
    except (KeyError, TypeError, ValueError):
        return "no lat and lon; expected degrees as decimal numbers"
    if not name:
        return "no name"
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return f"point {lat}, {lon}; expected degrees"
    kind = _kind(row)
    precision = SUSPECT_M if row.get("coord_suspect") else PRECISION_M[kind]
    country = str(row.get("cc") or row.get("country") or "") or None
    place = Place(
        id=PlaceId(str(row.get("id") or f"user:{name}:{lat}:{lon}")),
        name=name,
        kind=kind,
        lat=lat,
        lon=lon,
        country=country,
        region=_region(row, country, regions) if kind != PlaceKind.REGION else None,
        population=_whole(row.get("pop") or row.get("population")),
        precision_m=_whole(row.get("precision_m")) or precision,
    )
    return Listing(place, tuple(_others(row)))


def _others(row: dict[str, Any]) -> Iterator[str]:
    for key in _NAME_KEYS:
        value = row.get(key) or ()
        for name in [value] if isinstance(value, str) else value:
            if isinstance(name, str) and name.strip():
                yield name.strip()


def _region(
    row: dict[str, Any], country: str | None, regions: Mapping[str, str]
) -> str | None:
    stated = str(row.get("region") or row.get("oblast") or row.get("admin1") or "")
    return regions.get(f"{country}.{stated}", stated) or None


def _kind(row: dict[str, Any]) -> PlaceKind:
    stated = str(row.get("kind") or "")
    if stated in set(PlaceKind):
        return PlaceKind(stated)
    group, _, code = str(row.get("f") or "P").partition(".")
    if group == "A":
        is_country = code.startswith("PCL")
        return (
            PlaceKind.COUNTRY
            if is_country
            else _REGION_CODES.get(code, PlaceKind.DISTRICT)
        )
    return PlaceKind.SETTLEMENT if group == "P" else PlaceKind.AREA


def _whole(value: Any) -> int:
    try:
        return max(0, int(float(value)))
    except (TypeError, ValueError, OverflowError):
        return 0
