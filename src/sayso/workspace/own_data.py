"""A user's own gazetteers and theatre packs, kept in one folder outside the package.

The folder is $SAYSO_CONFIG, else "sayso" where the system keeps settings
($XDG_CONFIG_HOME, %APPDATA% or ~/.config). Each file added is kept as a copy in the
form that loads fastest, under its name; one of the same name is put in its place.
What is kept marks the reader's name, so that documents read without it are read anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sized
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from sayso.errors import InputError, UnknownName, VocabularyError
from sayso.model import Claim, Document, Reading, Span
from sayso.vocabulary.gazetteers import (
    Gazetteer,
    ListedGazetteer,
    load_gazetteer,
    write_packed,
)
from sayso.vocabulary.theatres import THEATRES, Theatre, load_theatre
from sayso.workspace.configured import settings_folder
from sayso.workspace.installed import edition, join_languages, more_theatres

ENVIRONMENT = "SAYSO_CONFIG"
"""Variable that names the folder."""
_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Kept:
    """One file of the user's own, as it is kept."""

    name: str
    """What it is called in lists; the name of its file without the ending."""
    path: Path
    holds: str
    """What is in it, in words: "36,027 places"."""
    faults: tuple[str, ...] = ()
    """Rows left out, or why the file can no longer be read."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of data a user may add."""

    folder: str
    ending: str
    keep: Callable[[Path, Path], Kept]
    """Checks a user's file and writes it into the folder (second argument)."""
    describe: Callable[[Path], str]
    """Says what a kept file holds; raises `VocabularyError` where it cannot be read."""


@dataclass(frozen=True, slots=True)
class OwnData:
    """All that is kept, ready for the reader."""

    gazetteers: tuple[Gazetteer, ...]
    """In the order of their names; asked in that order."""
    theatres: tuple[Theatre, ...]
    """Those that come with Sayso, and the user's in place of them or behind them."""
    edition: str
    """Short hash of the user's files; empty where there are none."""


def folder() -> Path:
    """Give the folder of the user's own data; it need not exist."""
    return settings_folder()


def add(kind: str, path: str | Path) -> Kept:
    """Check a user's file and keep a copy of it.

    Args:
        kind: A key of `KINDS`.
        path: A gazetteer (see `load_gazetteer`) or a theatre pack (TOML).

    Raises:
        VocabularyError: The file has faults, or holds nothing.
        InputError: It cannot be kept, for want of room or rights.
    """
    sort = KINDS[kind]
    target = folder() / sort.folder
    try:
        target.mkdir(parents=True, exist_ok=True)
        kept = sort.keep(Path(path), target)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(f'"{target}" cannot be written ({reason})') from error
    load_own.cache_clear()
    return kept


def kept(kind: str) -> tuple[Kept, ...]:
    """Give what is kept of a kind, by name; a file that broke carries its fault."""
    sort = KINDS[kind]
    found = []
    for path in _files(sort):
        try:
            found.append(Kept(path.stem, path, sort.describe(path)))
        except VocabularyError as error:
            found.append(Kept(path.stem, path, "unreadable", (str(error),)))
    return tuple(found)


def remove(kind: str, name: str) -> Path:
    """Delete what is kept under a name and give where it lay.

    Raises:
        UnknownName: Nothing of the kind is kept under that name.
    """
    paths = {path.stem: path for path in _files(KINDS[kind])}
    if name not in paths:
        raise UnknownName(f"{kind} of your own", name, paths)
    paths[name].unlink()
    load_own.cache_clear()
    return paths[name]


@cache
def load_own() -> OwnData:
    """Give all that is kept, read once.

    Raises:
        VocabularyError: A kept file can no longer be read; `remove` takes it out.
    """
    gazetteers = [load_gazetteer(path) for path in _files(KINDS["gazetteer"])]
    packs = [load_theatre(path) for path in _files(KINDS["theatre"])]
    named = {pack.name: pack for pack in packs}
    shipped = [named.get(name) or load_theatre(name) for name in THEATRES]
    others = [pack for pack in packs if pack.name not in THEATRES]
    brought = [pack for pack in more_theatres() if pack.name not in named]
    join_languages()
    return OwnData(tuple(gazetteers), (*shipped, *brought, *others), own_edition())


def read_document(document: Document) -> Reading:
    """Give the reading of a document with the user's own data; see `sayso.reading`."""
    from sayso.reading import reader  # slow: loads the encoder's runtime

    own = load_own()
    return reader.read_document(
        document,
        theatres=own.theatres,
        gazetteers=own.gazetteers,
        edition=own.edition,
    )


def read_span(document: Document, span: Span) -> Claim:
    """Give the claim that some words would be; see `sayso.reading.asking`."""
    from sayso.reading import asking  # slow: loads the encoder's runtime

    own = load_own()
    return asking.read_span(
        document, span, theatres=own.theatres, gazetteers=own.gazetteers
    )


def reader_name() -> str:
    """Give the reader's name, marked by the user's own data."""
    from sayso.reading import reader  # slow: loads the encoder's runtime

    return reader.reader_name(load_own().edition)


def _keep_gazetteer(source: Path, target: Path) -> Kept:
    gazetteer = load_gazetteer(source)
    path = target / f"{_stem(source)}.npz"
    part = path.with_suffix(".part.npz")
    if isinstance(gazetteer, ListedGazetteer):
        write_packed(part, gazetteer.listings)
    else:
        part.write_bytes(source.read_bytes())
    part.replace(path)
    return Kept(path.stem, path, _describe_gazetteer(path), gazetteer.faults)


def _describe_gazetteer(path: Path) -> str:
    return _count(load_gazetteer(path), "place", "places")


def _keep_theatre(source: Path, target: Path) -> Kept:
    pack = load_theatre(source)
    path = target / f"{pack.name}.toml"
    part = path.with_suffix(".part")
    part.write_bytes(source.read_bytes())
    part.replace(path)
    return Kept(pack.name, path, _describe_theatre(path))


def _describe_theatre(path: Path) -> str:
    pack = load_theatre(path)
    parts = (
        _count(pack.parties, "party", "parties"),
        _count(pack.speakers, "speaker", "speakers"),
        _count(pack.places, "place", "places"),
        _count(pack.constants, "constant", "constants"),
    )
    shipped = "; in place of the one that comes with Sayso"
    end = shipped if pack.name in THEATRES else ""
    return f"{pack.title}: {', '.join(parts)}{end}"


def _count(items: Sized, one: str, many: str) -> str:
    return f"{len(items):,} {one if len(items) == 1 else many}"


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "gazetteer": Kind("gazetteers", ".npz", _keep_gazetteer, _describe_gazetteer),
        "theatre": Kind("theatres", ".toml", _keep_theatre, _describe_theatre),
    }
)
"""Word after `sayso` -> how data of that kind is kept."""


def _files(kind: Kind) -> list[Path]:
    """Give the kept files of a kind in the order of their names."""
    found = (folder() / kind.folder).glob(f"*{kind.ending}")
    return sorted(path for path in found if ".part." not in path.name)


def _stem(source: Path) -> str:
    """Give the name of a file without its endings: "front.jsonl.gz" is "front"."""
    return source.name.split(".")[0] or "gazetteer"


def own_edition() -> str:
    """Give the short hash of all kept files' names and bytes, empty for none.

    Packages that bring packs or languages count by their names and versions.
    """
    installed = edition()
    found = sha256(installed.encode())
    paths = [path for kind in KINDS.values() for path in _files(kind)]
    for path in paths:
        found.update(f"{path.name}\n".encode())
        found.update(sha256(path.read_bytes()).digest())
    return found.hexdigest()[:_DIGITS] if paths or installed else ""
