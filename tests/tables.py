"""Every table of what exists, and the files that want a row in it.

Read from the source, so that a file nobody lists is seen although nothing imports it.
A file wants a row when it holds what the table's rows are made of (`FORMAT = ...`, a
class `...Ledger`, a measure's TOML); one that holds none and that no other file imports
has been forgotten, too.
"""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src" / "sayso"


@dataclass(frozen=True)
class Table:
    """One table and where its rows lie, as paths below the package."""

    name: str
    stands_in: str
    folder: str
    row: str
    """How a row is written for a file: "{stem}.FORMAT"."""
    wants: Callable[[Path], bool]
    """True for a file of the folder that must have a row."""
    key: Callable[[str], str] = str
    """Turns a file's stem into the word of its row."""
    quoted: bool = False
    """True where rows are words in quotation marks, else names of modules."""


def defines(name: str) -> Callable[[Path], bool]:
    """True for a module, or a package, that assigns the name."""

    def wants(path: Path) -> bool:
        module = path / "__init__.py" if path.is_dir() else path
        if module.suffix != ".py" or not module.is_file():
            return False
        return any(
            isinstance(node, ast.Assign | ast.AnnAssign) and name in _targets(node)
            for node in _parse(module).body
        )

    return wants


def is_toml(path: Path) -> bool:
    return path.suffix == ".toml"


def is_backend(path: Path) -> bool:
    """True for a module with a ledger of its own; the protocol is none."""
    if path.suffix != ".py":
        return False
    return any(
        isinstance(node, ast.ClassDef)
        and node.name.endswith("Ledger")
        and not any("Protocol" in ast.unparse(base) for base in node.bases)
        for node in _parse(path).body
    )


TABLES = (
    Table("CHECKS", "checks/__init__.py", "checks", "{}.CHECK", defines("CHECK")),
    Table("FORMATS", "exports/__init__.py", "exports", "{}.FORMAT", defines("FORMAT")),
    Table("FORMATS", "intake/__init__.py", "intake", "{}.FORMAT", defines("FORMAT")),
    Table("TOOLS", "assistant/__init__.py", "assistant", "{}.TOOL", defines("TOOL")),
    Table("PAGES", "web/__init__.py", "web/pages", "{}.PAGE", defines("PAGE")),
    Table(
        "LANGUAGES",
        "vocabulary/languages/__init__.py",
        "vocabulary/languages",
        '"{}"',
        defines("NAME"),
        quoted=True,
    ),
    Table(
        "MEASURES",
        "vocabulary/measures/__init__.py",
        "vocabulary/measures",
        '"{}"',
        is_toml,
        key=lambda stem: stem.replace("_", ".", 1),
        quoted=True,
    ),
    Table(
        "THEATRES",
        "vocabulary/theatres/__init__.py",
        "vocabulary/theatres",
        '"{}"',
        is_toml,
        quoted=True,
    ),
    Table(
        "COMMANDS",
        "cli/__init__.py",
        "cli",
        'Command("{}", ...)',
        defines("EXAMPLE"),
        quoted=True,
    ),
    Table(
        "BACKENDS",
        "ledger/__init__.py",
        "ledger",
        '"{0}": "sayso.ledger.{0}:...Ledger"',
        is_backend,
        quoted=True,
    ),
)


def missing_rows(source: Path = SOURCE) -> list[str]:
    """Give what to write where, for every file that no table lists."""
    found: list[str] = []
    for table in TABLES:
        known = _rows(source / table.stands_in, quoted=table.quoted)
        for path in sorted((source / table.folder).iterdir()):
            key = table.key(path.stem)
            if not path.name.startswith("_") and table.wants(path) and key not in known:
                row = table.row.format(key)
                found.append(
                    f"list {row} in {table.name} ({table.stands_in})"
                    f" for {table.folder}/{path.name}"
                )
    return [*found, *_forgotten(source)]


def _forgotten(source: Path) -> Iterator[str]:
    """Yield files of these folders that hold no row and that nothing imports."""
    modules = [path.resolve() for path in source.rglob("*.py")]
    imported = {name for path in modules for name in _imports(path)}
    for table in TABLES:
        for path in sorted((source / table.folder).glob("*.py")):
            module = ".".join(("sayso", *table.folder.split("/"), path.stem))
            is_helper = module in imported or path.name.startswith("_")
            is_helper |= "__main__" in path.read_text(encoding="utf-8")
            if not (is_helper or table.wants(path)):
                row = table.row.format(table.key(path.stem))
                yield (
                    f"nothing uses {table.folder}/{path.name}: list {row} in"
                    f" {table.name} ({table.stands_in}), or import it"
                )


def _rows(path: Path, *, quoted: bool) -> set[str]:
    tree = _parse(path)
    if quoted:
        words = (n.value for n in ast.walk(tree) if isinstance(n, ast.Constant))
        texts = {word for word in words if isinstance(word, str)}
        return texts | {
            module
            for text in texts
            for module in re.findall(r"^sayso\.ledger\.(\w+):", text)
        }
    called = {
        alias.asname: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.asname
    }
    names = (
        node.value.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    )
    return {called.get(name, name) for name in names}


@cache
def _imports(path: Path) -> tuple[str, ...]:
    """Give what a module imports, and the modules that its strings name."""
    return tuple(_find_imports(path))


def _find_imports(path: Path) -> Iterator[str]:
    for node in ast.walk(_parse(path)):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value.split(":")[0]


def _targets(node: ast.Assign | ast.AnnAssign) -> set[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return {target.id for target in targets if isinstance(target, ast.Name)}


def _parse(path: Path) -> ast.Module:
    return _parse_file(path.resolve())


@cache
def _parse_file(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))
