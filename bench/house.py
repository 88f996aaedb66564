"""How the house is built: the table of docs/architecture.md, counted over the source.

    python bench/house.py [SRC]

Modules and imports by grimp, which import-linter brings; the longest chain is of
modules or parts that import each other downwards. Prints one row a line.
"""

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parent.parent
WORD = re.compile(r"[A-Za-z]{2,}")
Pairs = Mapping[str, set[str]]


def main(source: Path) -> None:
    """Print what is counted, a row a line."""
    sys.path.insert(0, str(source))
    graph = grimp.build_graph("sayso", cache_dir=None)
    modules = sorted(graph.modules)
    links = {m: graph.find_modules_directly_imported_by(m) for m in modules}
    package = source / "sayso"
    files = sorted(package.rglob("*.py"))
    reading = {m for m in modules if m.startswith("sayso.reading.")}
    inside = {m: links[m] & reading for m in reading}
    parts = grouped(inside, 3)
    rows = {
        "modules": len(modules),
        "packages": sum(f.name == "__init__.py" for f in files),
        "imports between the first level's packages and modules, pairs": count(
            grouped(links, 2)
        ),
        "imports between the parts of reading, pairs": count(parts),
        "parts of reading": len({part_of(m, 3) for m in reading}),
        "longest chain inside reading, of parts": longest(parts),
        "longest chain inside reading, of modules": longest(inside),
        "largest folder of reading, files": largest(package / "reading"),
        "largest folder of all, files": largest(package),
        "longest file, lines": longest_file(files),
        "longest file of reading, lines": longest_file(
            sorted((package / "reading").rglob("*.py"))
        ),
        "English words in literals of reading": sum(
            words_of(f) for f in (package / "reading").rglob("*.py")
        ),
    }
    for what, figure in rows.items():
        print(f"| {what} | {figure} |")


def part_of(module: str, depth: int) -> str:
    """Give the first names of a module's path."""
    return ".".join(module.split(".")[:depth])


def grouped(links: Pairs, depth: int) -> dict[str, set[str]]:
    """Give the imports between packages of a depth, those inside one left out."""
    found: dict[str, set[str]] = {}
    for module, imported in links.items():
        own = part_of(module, depth)
        others = {part_of(other, depth) for other in imported} - {own}
        found.setdefault(own, set()).update(others)
    return found


def count(links: Pairs) -> int:
    """Give the number of pairs."""
    return sum(len(others) for others in links.values())


def longest(links: Pairs) -> int:
    """Give how many stand in the longest chain of imports; circles count once."""

    @cache
    def depth(name: str) -> int:
        return 1 + max((depth(other) for other in links.get(name, ())), default=0)

    return max(map(depth, links), default=0)


def largest(folder: Path) -> str:
    """Give the most modules that one folder below holds, and which it is."""
    folders = [folder, *(f for f in folder.rglob("*") if f.is_dir())]
    sizes = {
        f: sum(1 for p in f.glob("*.py") if p.name != "__init__.py") for f in folders
    }
    most = max(sizes, key=lambda f: sizes[f])
    return f"{sizes[most]} (`{most.name}`)"


def longest_file(files: list[Path]) -> str:
    """Give the lines of the longest file, and which it is."""
    lines = {f: len(f.read_text(encoding="utf-8").splitlines()) for f in files}
    most = max(files, key=lambda f: lines[f])
    return f"{lines[most]} (`{most.parent.name}/{most.stem}`)"


def words_of(path: Path) -> int:
    """Give the English words in a module's text constants, docstrings left out."""
    return sum(len(WORD.findall(text)) for text in literals(path))


def literals(path: Path) -> Iterator[str]:
    """Yield the text constants of a module, docstrings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and id(node) not in told:
            yield node.value


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "src")
