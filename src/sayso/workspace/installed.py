"""Parts that other installed packages bring, by the entry points of their metadata.

A package names them in its pyproject.toml:

    [project.entry-points."sayso.checks"]
    rations = "my_package.rations:CHECK"

They stand behind our own rows and never in their place: a name that is taken is
refused, and so is a value of another kind, with the package that brought it. Nothing is
asked of a network. Whoever installs a package lets its code run; see docs/extending.md.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sayso.errors import VocabularyError
from sayso.vocabulary.languages import READ, AnyLanguage, join_language, load_package
from sayso.vocabulary.theatres import THEATRES, Theatre, load_theatre

if TYPE_CHECKING:
    from sayso import exports, intake
    from sayso.checks import Check

GROUPS = (
    "sayso.checks",
    "sayso.exports",
    "sayso.intake",
    "sayso.theatres",
    "sayso.languages",
)
"""Names of entry points that are looked for."""
Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Brought:
    """One entry point: what it is called, and which package brings it."""

    name: str
    package: str
    """Name and version of the distribution; "?" where its metadata say none."""
    value: Any

    def refuse(self, reason: str) -> VocabularyError:
        """Give the error that says which package is at fault and why."""
        return VocabularyError(f'"{self.name}" of package {self.package} {reason}')


@cache
def brought(group: str) -> tuple[Brought, ...]:
    """Give what installed packages bring for a group, by package and name.

    Raises:
        VocabularyError: One cannot be loaded.
    """
    found = [_load(point) for point in entry_points(group=group)]
    return tuple(sorted(found, key=lambda one: (one.package, one.name)))


def _load(point: EntryPoint) -> Brought:
    package = f"{point.dist.name} {point.dist.version}" if point.dist else "?"
    try:
        value = point.load()
    except (ImportError, AttributeError) as error:
        empty = Brought(point.name, package, None)
        raise empty.refuse(f"cannot be loaded: {error}") from error
    return Brought(point.name, package, value)


def _named(group: str, kinds: Any, taken: Collection[str]) -> Iterator[Any]:
    """Yield the values of a group that are of a kind and have a name of their own."""
    seen = set(taken)
    for one in brought(group):
        if not isinstance(one.value, kinds):
            wanted = getattr(kinds, "__name__", "Format or FileFormat")
            raise one.refuse(f"is no {wanted}")
        if one.value.name in seen:
            raise one.refuse(f'is called "{one.value.name}", which is taken')
        seen.add(one.value.name)
        yield one.value


@cache
def every_check() -> tuple[Check, ...]:
    """Give our checks and those that packages bring.

    Raises:
        VocabularyError: One that is brought is no check, or its name is taken.
    """
    from sayso.checks import CHECKS, Check  # slow: numpy

    return (*CHECKS, *_named("sayso.checks", Check, [c.name for c in CHECKS]))


@cache
def every_export() -> tuple[exports.Format | exports.FileFormat, ...]:
    """Give our exports and those that packages bring.

    Raises:
        VocabularyError: One that is brought is no format, or its name is taken.
    """
    from sayso.exports import FILE_FORMATS, FORMATS, FileFormat, Format

    own: tuple[Format | FileFormat, ...] = (*FORMATS, *FILE_FORMATS)
    kinds = (Format, FileFormat)
    return (*own, *_named("sayso.exports", kinds, [form.name for form in own]))


@cache
def every_intake() -> tuple[intake.Format, ...]:
    """Give our kinds of files and those that packages bring.

    Raises:
        VocabularyError: One that is brought is no format, or its name is taken.
    """
    from sayso.intake import FORMATS, Format

    more = tuple(_named("sayso.intake", Format, [form.name for form in FORMATS]))
    return (*FORMATS, *more) if more else FORMATS


@cache
def more_theatres() -> tuple[Theatre, ...]:
    """Give the theatre packs that packages bring: paths of TOML files, or packs.

    Raises:
        VocabularyError: One cannot be read, or its name is taken.
    """
    found: list[Theatre] = []
    for one in brought("sayso.theatres"):
        pack = one.value
        if isinstance(pack, (str, os.PathLike)):
            pack = load_theatre(Path(pack))
        if not isinstance(pack, Theatre):
            raise one.refuse("is no theatre and no path of one")
        if pack.name in {*THEATRES, *(other.name for other in found)}:
            raise one.refuse(f'is called "{pack.name}", which is taken')
        found.append(pack)
    return tuple(found)


@cache
def join_languages() -> None:
    """Let the languages be read that packages bring: a module with NAME, and its parts.

    Raises:
        VocabularyError: One lacks parts, or its code is taken.
    """
    made: list[AnyLanguage] = []
    for one in brought("sayso.languages"):
        package = getattr(one.value, "__name__", None)
        if package is None or not hasattr(one.value, "NAME"):
            raise one.refuse("is no package with a NAME")
        if one.name in READ:
            raise one.refuse("has a code that is read already")
        made.append(load_package(package, one.name))
    for language in made:
        join_language(language)


def edition() -> str:
    """Give the packages whose packs and languages decide what is read, "" for none."""
    kinds = ("sayso.theatres", "sayso.languages")
    return "\n".join(
        f"{kind} {one.name} {one.package}" for kind in kinds for one in brought(kind)
    )


def forget() -> None:
    """Look again at the next question: for tests, and after an installation."""
    for kept in (brought, every_check, every_export, every_intake, more_theatres):
        _clear(kept)
    join_languages.cache_clear()


def _clear(kept: Callable[..., Any]) -> None:
    clear = getattr(kept, "cache_clear", None)
    if clear is not None:
        clear()
