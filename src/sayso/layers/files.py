"""Files to drawn days: GeoJSON ourselves, GeoPackage, shapefile and KML by pyogrio.

What is read is one drawing a day, with the day from the option, from a field, or from
the file's name. Every fault is told, with its file, and nothing is guessed: a file
without a reference system or a day is refused.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any
from zipfile import BadZipFile, ZipFile

import numpy as np
import pyogrio
import pyproj
import shapely

from sayso.errors import LayerError
from sayso.layers.axes import join_faults
from sayso.layers.drawing import (
    Geometry,
    area_km2,
    join,
    parse_shape,
    settle,
    to_text,
)
from sayso.layers.geojson import parse_features

LARGEST = 128 * 1024 * 1024
"""Bytes of a file, unpacked. 769 days of a front of 1,200 km are 51 million."""
_WGS84 = "EPSG:4326"
_DAY_FIELDS = ("as_of", "date", "day", "timestamp", "begin", "datum", "valid_on")
_NAME_FIELDS = ("name", "name_en", "shapename", "adm1_en", "name_1", "region")
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_./]?([01]\d)[-_./]?([0-3]\d)(?!\d)")
_SAME = 0.01
"""Share two polygons of one day and file may overlap and still be two parts of it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One feature of a file before it is taken."""

    fields: Mapping[str, Any]
    text: str | None
    """GeoJSON as it was written, None where another form was read."""
    read: Geometry | None
    system: str | None
    """Its reference system where that is not WGS84."""
    is_areal: bool = True

    def geometry(self) -> Geometry:
        """Give the geometry, in degrees."""
        shape = parse_shape(self.text) if self.text is not None else self.read
        return shape if self.system is None else _to_degrees(shape, self.system)


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn for one day, or under one name, in one file."""

    key: date | str
    """The day, or the name of a unit."""
    shapes: tuple[Shape, ...]
    source: str
    sha256: str

    def settled(self) -> tuple[Geometry, str, tuple[str, ...]]:
        """Give the polygons, their GeoJSON text and notes of what was mended.

        Raises:
            LayerError: They cannot be taken.
        """
        try:
            whole = join([shape.geometry() for shape in self.shapes])
            made, notes = settle(whole)
        except LayerError as error:
            raise LayerError(f'"{self.source}": {self.key} {error}') from error
        systems = sorted({s.system for s in self.shapes if s.system is not None})
        notes = (*(f"put into degrees from {name}" for name in systems), *notes)
        as_written = self.shapes[0].text if len(self.shapes) == 1 else None
        is_plain = as_written is not None and not notes and not shapely.has_z(whole)
        return made, as_written if is_plain and as_written else to_text(made), notes


def read_days(
    paths: Sequence[str | Path], *, as_of: date | None = None, crs: str | None = None
) -> tuple[Drawing, ...]:
    """Give the drawn days of files and folders, by day and then by file.

    Args:
        paths: Folders are searched for files of the kinds in `READERS`.
        as_of: The day of all that is read; None takes a field's or the file name's.
        crs: Reference system of coordinates whose file names none, such as "EPSG:3857".

    Raises:
        LayerError: A file cannot be read, is too large, or has no day; all such faults
            are told together.
    """
    found: list[Drawing] = []
    faults: list[str] = []
    for path in _files(paths):
        try:
            found += _days_of(path, as_of, crs)
        except LayerError as error:
            faults.append(f'"{path.name}" {error}')
    if faults:
        raise LayerError(join_faults(faults) + "; nothing was stored")
    return tuple(sorted(found, key=lambda d: (str(d.key), d.source)))


def read_units(path: str | Path, *, crs: str | None = None) -> tuple[Drawing, ...]:
    """Give the named polygons of a file of regions, in the file's order.

    Raises:
        LayerError: The file cannot be read, or a polygon has no name.
    """
    (file,) = _files([path])[:1]
    try:
        shapes, digest = _load(file, crs)
        named: dict[str, list[Shape]] = {}
        for shape in shapes:
            named.setdefault(_name_of(shape), []).append(shape)
    except LayerError as error:
        raise LayerError(f'"{file.name}" {error}') from error
    return tuple(
        Drawing(name, tuple(those), file.name, digest) for name, those in named.items()
    )


def _name_of(shape: Shape) -> str:
    name = _field(shape.fields, _NAME_FIELDS)
    if name is None:
        wanted = ", ".join(_NAME_FIELDS)
        raise LayerError(
            f"has a polygon without a name; wanted is a field called {wanted}"
        )
    return str(name)


def _files(paths: Sequence[str | Path]) -> list[Path]:
    found: list[Path] = []
    for given in map(Path, paths):
        if given.is_dir():
            inside = (p for p in given.rglob("*") if p.is_file() and _reader(p))
            found += sorted(inside, key=lambda path: (path.name, str(path)))
        elif not given.is_file():
            raise LayerError(f'"{given}" is no file or folder')
        else:
            found.append(given)
    if not found:
        wanted = ", ".join(READERS)
        raise LayerError(
            f"no file of control polygons there; wanted is one of {wanted}"
        )
    return found


def _days_of(path: Path, as_of: date | None, crs: str | None) -> list[Drawing]:
    """Give a file's days; polygons of one day that overlap are versions of it."""
    shapes, digest = _load(path, crs)
    by_day: dict[date, list[Shape]] = {}
    for shape in shapes:
        day = as_of or _day_of(shape.fields, path)
        if day is None:
            raise LayerError(
                "has no day: wanted is a field called"
                f" {', '.join(_DAY_FIELDS)}, a day in the file's name, or --as-of"
            )
        by_day.setdefault(day, []).append(shape)
    return [
        Drawing(day, tuple(those), path.name, digest)
        for day, drawn in by_day.items()
        for those in _versions(drawn)
    ]


def _versions(drawn: list[Shape]) -> list[list[Shape]]:
    """Give the parts of one day together, or one by one where they lie over others."""
    if len(drawn) == 1 or any(s.text is None and s.read is None for s in drawn):
        return [drawn]
    shapes = [shape.geometry() for shape in drawn]
    if not shapely.is_valid(np.array(shapes)).all():
        return [drawn]
    apart = sum(map(area_km2, shapes))
    is_over = area_km2(join(shapes)) < (1 - _SAME) * apart
    return [[shape] for shape in drawn] if is_over else [drawn]


def _load(path: Path, crs: str | None) -> tuple[list[Shape], str]:
    """Give a file's features and the hash of its bytes."""
    if path.stat().st_size > LARGEST:
        raise LayerError(_too_large(path.stat().st_size))
    reader = _reader(path)
    if reader is None:
        raise LayerError(f"is of no known kind; wanted is one of {', '.join(READERS)}")
    data = path.read_bytes()
    shapes = list(reader(path, data, crs))
    areal = [shape for shape in shapes if shape.is_areal]
    if not areal:
        raise LayerError("has no polygon")
    return areal, sha256(data).hexdigest()


def _too_large(size: int) -> str:
    return (
        f"holds {size / 1e6:,.0f} MB; at most {LARGEST / 1e6:,.0f} MB are read at once:"
        " split it by day or year"
    )


def _read_geojson(path: Path, data: bytes, crs: str | None) -> Iterator[Shape]:
    try:
        if data[:2] == b"\x1f\x8b":
            with gzip.open(path) as packed:
                data = packed.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise LayerError(_too_large(len(data)))
        text = data.decode("utf-8-sig")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise LayerError(f"cannot be unpacked or is no UTF-8 ({error})") from error
    features, named = parse_features(text)
    for one in features:
        yield Shape(one.properties, one.text, None, named or crs, one.is_areal)


def _read_vector(path: Path, data: bytes, crs: str | None) -> Iterator[Shape]:
    del data
    try:
        for name, kind in pyogrio.list_layers(path):
            if kind is not None:
                yield from _read_table(path, str(name), crs)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
        raise LayerError(f"cannot be read ({error})") from error


def _read_table(path: Path, layer: str, crs: str | None) -> Iterator[Shape]:
    """Give the features of one table of a GeoPackage, shapefile or KML."""
    meta, _, shapes, columns = pyogrio.raw.read(path, layer=layer)
    system = meta["crs"] or crs
    if system is None:
        raise LayerError("names no reference system: say it with --crs")
    if pyproj.CRS.from_user_input(system).equals(_WGS84, ignore_axis_order=True):
        system = None
    names = [str(field) for field in meta["fields"]]
    for at, packed in enumerate(shapes):
        fields = {n: column[at] for n, column in zip(names, columns, strict=True)}
        fields.setdefault("layer", layer)
        shape = None if packed is None else shapely.from_wkb(packed)
        areal = shape is None or _has_area(shape)
        yield Shape(fields, None, shape, system, areal)


def _has_area(shape: Geometry) -> bool:
    return bool((shapely.get_dimensions(shapely.get_parts(shape)) == 2).any())


def _read_zip(path: Path, data: bytes, crs: str | None) -> Iterator[Shape]:
    try:
        with ZipFile(path) as packed:
            size = sum(info.file_size for info in packed.infolist())
    except (BadZipFile, OSError) as error:
        raise LayerError(f"is no zip file ({error})") from error
    if size > LARGEST:
        raise LayerError(_too_large(size))
    yield from _read_vector(path, data, crs)


Reader = Callable[[Path, bytes, str | None], Iterator[Shape]]
READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".geojson": _read_geojson,
        ".json": _read_geojson,
        ".geojson.gz": _read_geojson,
        ".json.gz": _read_geojson,
        ".gpkg": _read_vector,
        ".shp": _read_vector,
        ".zip": _read_zip,
        ".kml": _read_vector,
    }
)
"""Ending of a file's name -> what gives its features."""


def _reader(path: Path) -> Reader | None:
    name = path.name.lower()
    return next((read for end, read in READERS.items() if name.endswith(end)), None)


def _day_of(fields: Mapping[str, Any], path: Path) -> date | None:
    """Give the day of a field that is called so, else the one in a name."""
    value = _field(fields, _DAY_FIELDS)
    if value is not None:
        found = _parse_day(str(value))
        if found is None:
            raise LayerError(f'has a day that is none: "{value}"')
        return found
    names = (fields.get("Name"), fields.get("layer"), path.name)
    days = (_parse_day(str(name)) for name in names if name)
    return next((day for day in days if day is not None), None)


def _field(fields: Mapping[str, Any], wanted: Sequence[str]) -> Any:
    """Give the first field that is called so, in any case, and not empty."""
    plain = {str(name).lower(): value for name, value in fields.items()}
    values = (plain.get(name) for name in wanted)
    return next(
        (v for v in values if v is not None and str(v) not in ("", "NaT")), None
    )


def _parse_day(words: str) -> date | None:
    found = _DAY.search(words)
    if found is None:
        return None
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        return None


def _to_degrees(shape: Geometry, system: str) -> Geometry:
    """Give a geometry in longitude and latitude of WGS84."""
    try:
        move = pyproj.Transformer.from_crs(system, _WGS84, always_xy=True)
    except pyproj.exceptions.CRSError as error:
        raise LayerError(f'has an unknown reference system "{system}"') from error
    return shapely.transform(
        shapely.force_2d(shape),
        lambda xy: np.column_stack(move.transform(xy[:, 0], xy[:, 1])),
    )
