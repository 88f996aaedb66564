"""Try each small change of meaning in the reader against the tests named for it.

    python tests/mutations/mutate.py [--write] [WORDS ...]

The changes stand in `changes.toml`, one a row: a line of a module, what it is changed
to and the tests that must notice. Nothing on the disk is changed: a process of its own
loads the changed module from memory. WORDS choose changes by file or kind; `--write`
writes docs/mutations.md. Exit code 1 when a change survives.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib.abc import MetaPathFinder, SourceLoader
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
READING = ROOT / "src" / "sayso" / "reading"
LIST = Path(__file__).with_name("changes.toml")
PAGE = ROOT / "docs" / "mutations.md"
HEAD = """# Small changes of meaning

Each row changes one line of the reader so that it still runs and means something else.
The tests named for it must then fail; "killed by" is the first that did.
`python tests/mutations/mutate.py` tries them all again and says which survive; the
changes and their tests stand in `tests/mutations/changes.toml`.
"""


@dataclass(frozen=True)
class Change:
    """One change of a line, and what must notice."""

    file: str
    """Path below `reading`."""
    kind: str
    old: str
    """Words that stand in the file once."""
    new: str
    tests: tuple[str, ...]

    @property
    def room(self) -> str:
        """Give the room of reading that holds the file."""
        return self.file.partition("/")[0].removesuffix(".py")

    @property
    def module(self) -> str:
        """Give the dotted name of the changed module."""
        return "sayso.reading." + self.file.removesuffix(".py").replace("/", ".")

    def source(self) -> str:
        """Give the changed source.

        Raises:
            ValueError: The old words stand in the file more than once, or not at all.
        """
        text = (READING / self.file).read_text(encoding="utf-8")
        if text.count(self.old) != 1:
            raise ValueError(f'"{self.old}" stands {text.count(self.old)} times')
        return text.replace(self.old, self.new)


class Changed(SourceLoader, MetaPathFinder):
    """Finds one module, and loads it with other words."""

    def __init__(self, change: Change) -> None:
        self.change = change

    def find_spec(self, name, path=None, target=None) -> ModuleSpec | None:
        """Give the changed module's spec, None for any other module."""
        return spec_from_loader(name, self) if name == self.change.module else None

    def get_filename(self, fullname: str) -> str:
        """Give the path of the unchanged file."""
        return str(READING / self.change.file)

    def get_data(self, path: str) -> bytes:
        """Give the changed source."""
        return self.change.source().encode()


class FirstFailure:
    """Keeps the first test that fails."""

    name: str | None = None

    def pytest_runtest_logreport(self, report) -> None:
        if report.failed and self.name is None:
            self.name = report.nodeid

    def pytest_collectreport(self, report) -> None:
        if report.failed and self.name is None:
            self.name = report.nodeid


def load_changes(words: Sequence[str] = ()) -> Iterator[Change]:
    """Yield the changes whose file or kind has one of the words, all for no words."""
    for row in tomllib.loads(LIST.read_text(encoding="utf-8"))["change"]:
        change = Change(**{**row, "tests": tuple(row["tests"])})
        if not words or any(w in change.file or w in change.kind for w in words):
            yield change


def try_change(change: Change | None, tests: Sequence[str]) -> str | None:
    """Give the first test that fails with a change, None where all pass."""
    order = {"change": change and asdict(change), "tests": list(tests)}
    done = subprocess.run(
        [sys.executable, __file__, "--one"],
        input=json.dumps(order),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"gave up on {change}: {done.stderr}")
    answer: str | None = json.loads(done.stdout.splitlines()[-1])
    return answer


def run_one(order: str) -> str | None:
    """Give the first test that fails, in this process, which has loaded no reader."""
    import pytest  # slow, and of no use to the process that asks

    told = json.loads(order)
    if told["change"]:
        sys.meta_path.insert(0, Changed(Change(**told["change"])))
    first = FirstFailure()
    paths = [str(ROOT / "tests" / test) for test in told["tests"]]
    code = pytest.main(["-x", "-q", "-p", "no:randomly", *paths], [first])
    return first.name or (None if code == 0 else f"pytest gave up with {code}")


def row_of(change: Change, killer: str) -> str:
    """Give a row of the table."""
    cells = (change.file, change.kind, change.old, change.new)
    file, kind, old, new = (" ".join(c.split()).replace("|", "\\|") for c in cells)
    name = killer.partition("[")[0].removeprefix("tests/")
    return f"| `{file}` | {kind} | `{old}` | `{new}` | `{name}` |"


def main(arguments: Sequence[str]) -> int:
    """Try the changes, say what became of each, write the page where asked to."""
    if "--one" in arguments:
        print("\n" + json.dumps(run_one(sys.stdin.read())))
        return 0
    os.chdir(ROOT)
    words = [word for word in arguments if not word.startswith("-")]
    changes = list(load_changes(words))
    wanted = sorted({test for change in changes for test in change.tests})
    red = try_change(None, wanted)
    if red is not None:
        print(f"fails without any change: {red}")
        return 1
    rows, survived = [], 0
    for change in changes:
        killer = try_change(change, change.tests)
        survived += killer is None
        print(f"{killer or 'SURVIVED'}  {change.file}  {change.kind}", flush=True)
        rows.append(row_of(change, killer or "**none**"))
    rooms = Counter(change.room for change in changes)
    told = ", ".join(f"{room} {count}" for room, count in rooms.items())
    print(f"{len(changes)} changes ({told}), {survived} survived")
    if "--write" in arguments:
        columns = (
            "| file | kind | line | changed to | killed by |\n|---|---|---|---|---|"
        )
        total = f"{len(changes)} changes ({told}), {survived} survive."
        body = "\n".join((HEAD, total, "", columns, *rows))
        PAGE.write_text(body + "\n", encoding="utf-8")
    return int(survived > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
