"""The public names of every package, as one JSON object; `make names` rewrites it.

A name is public when it stands in a package's `__all__`, or, where there is none, when
the package's own file defines it without an underscore. The tables of what exists
(measures, checks, commands, ...) are listed by their keys or names, so that a new row
shows up in the diff of `tests/golden/names.json`.
"""

import importlib
import json
import pkgutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import sayso

GOLDEN = Path(__file__).parent / "golden" / "names.json"


def packages() -> Iterator[ModuleType]:
    """Yield Sayso's root and every package below it, in the order of their names."""
    yield sayso
    found = pkgutil.walk_packages(sayso.__path__, "sayso.")
    for info in sorted(found, key=lambda info: info.name):
        if info.ispkg:
            yield importlib.import_module(info.name)


def row_name(row: Any) -> str:
    """Give the name that a row of a table goes by."""
    for attribute in ("name", "id", "code"):
        value = getattr(row, attribute, None)
        if isinstance(value, str):
            return value
    return str(row)


def table_names(table: Any) -> list[str] | None:
    """Give the names in a table, in its own order; None for what is no table."""
    if isinstance(table, Mapping):
        return [str(key) for key in table]
    if isinstance(table, tuple):
        return [row_name(row) for row in table]
    return None


def exported(package: ModuleType) -> list[str]:
    """Give a package's public names, sorted; submodules are not among them."""
    names = getattr(package, "__all__", None)
    if names is not None:
        return list(names)
    return sorted(
        name
        for name, value in vars(package).items()
        if not name.startswith("_")
        and not isinstance(value, ModuleType)
        and getattr(value, "__module__", package.__name__) == package.__name__
    )


def public_names() -> dict[str, Any]:
    """Give package -> {"names": [...], "tables": {table: [row names]}}."""
    result: dict[str, Any] = {}
    for package in packages():
        names = exported(package)
        tables = {
            name: listed
            for name in names
            if name.isupper()
            and (listed := table_names(getattr(package, name))) is not None
        }
        if names:
            result[package.__name__] = {"names": names, "tables": tables}
    return result


def as_text(names: dict[str, Any]) -> str:
    """Give the names in the form in which they are stored."""
    return json.dumps(names, indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    text = as_text(public_names())
    if "--write" in sys.argv[1:]:
        GOLDEN.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
