"""Set every pin and the oldest versions of pyproject.toml beside known faults.

python .ci/audit.py                    against .ci/advisories.toml
python .ci/audit.py --osv all.zip      against OSV records (a zip or a folder of JSON)
python .ci/audit.py --in CHECKOUT      of another checkout

No network is asked. The file beside this script is written by hand and covers what it
names; a whole database is brought by whoever has one, say the PyPI export of OSV. How
old the facts are, and how many packages have none, is said every time.

Ends with 0 where no version has a listed fault, 1 where one has, 2 where the facts
cannot be read.
"""

import json
import re
import sys
import tomllib
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
PINNED = Path(__file__).with_name("advisories.toml")
PIN = re.compile(r"([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^\s;\\]+)")


class Fault(NamedTuple):
    """A known fault of one package."""

    package: str
    """Normalised name."""
    id: str
    first: Version
    """First version that has it."""
    fixed: Version | None
    """First version without it; None where there is none."""
    listed: frozenset[str] = frozenset()
    """Versions that have it whatever the range says."""

    def hits(self, version: Version) -> bool:
        """Tell whether a version has it."""
        below = self.fixed is None or version < self.fixed
        return (self.first <= version and below) or str(version) in self.listed


class Used(NamedTuple):
    """A version that somebody may install."""

    package: str
    version: Version
    where: str


def pins(folder: Path) -> Iterator[Used]:
    """Give every pin of every requirements file."""
    for path in sorted(folder.glob("requirements*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if match := PIN.match(line):
                name = canonicalize_name(match[1])
                yield Used(name, Version(match[2]), path.name)


def floors(folder: Path) -> Iterator[Used]:
    """Give the oldest version allowed of every dependency that users install."""
    text = (folder / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    extras = project.get("optional-dependencies", {})
    for words in [
        *project["dependencies"],
        *(one for e in extras.values() for one in e),
    ]:
        wanted = Requirement(words)
        for clause in wanted.specifier:
            if clause.operator in (">=", "==", "~="):
                name = canonicalize_name(wanted.name)
                yield Used(name, Version(clause.version), f"pyproject.toml: {words}")


def hearsay(path: Path = PINNED) -> str:
    """Give the sentence on rows that nobody found again when they were looked up."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    listed = {fault for faults in told["faults"].values() for fault, *_ in faults}
    doubtful = set(told["unconfirmed"])
    if missing := doubtful - listed:
        raise ValueError(f"unconfirmed, but no fault: {', '.join(sorted(missing))}")
    return (
        f"rows looked up on {told['looked_up']};"
        f" {len(doubtful)} of {len(listed)} ids are from memory alone"
    )


def own_faults(path: Path = PINNED) -> tuple[list[Fault], date]:
    """Give the faults written down beside this script, and the day they were read."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    rows = [
        Fault(name, fault, Version(first), Version(fixed))
        for name, faults in told["faults"].items()
        for fault, first, fixed in faults
    ]
    return rows, told["read_until"]


def osv_faults(path: Path) -> tuple[list[Fault], date]:
    """Give the faults of OSV records, and the day of the latest change in them.

    Records that were withdrawn, of other ecosystems, or with ranges of commits alone
    are left out.
    """
    rows: list[Fault] = []
    latest = ""
    for record in _records(path):
        if "withdrawn" not in record:
            rows += _faults_of(record)
            latest = max(latest, record.get("modified", ""))
    return rows, date.fromisoformat(latest[:10]) if latest else date.min


def _records(path: Path) -> Iterator[dict[str, Any]]:
    if path.is_dir():
        for one in sorted(path.rglob("*.json")):
            yield json.loads(one.read_bytes())
        return
    with zipfile.ZipFile(path) as packed:
        for name in packed.namelist():
            if name.endswith(".json"):
                yield json.loads(packed.read(name))


def _faults_of(record: dict[str, Any]) -> Iterator[Fault]:
    for affected in record.get("affected", ()):
        package = affected.get("package", {})
        if package.get("ecosystem") != "PyPI":
            continue
        name = canonicalize_name(package["name"])
        listed = frozenset(affected.get("versions", ()))
        spans = [
            span
            for told in affected.get("ranges", ())
            if told.get("type") == "ECOSYSTEM"
            for span in _spans(told["events"])
        ]
        for first, fixed in spans:
            yield Fault(name, record["id"], first, fixed, listed)
        if not spans and listed:
            never = Version("0.dev0")
            yield Fault(name, record["id"], never, never, listed)


def _spans(
    events: Iterable[dict[str, str]],
) -> Iterator[tuple[Version, Version | None]]:
    """Give [introduced, fixed) of a list of events; the last affected one included."""
    first: Version | None = None
    for event in events:
        if "introduced" in event:
            first = Version(event["introduced"])
        elif first is not None and "fixed" in event:
            yield first, Version(event["fixed"])
            first = None
        elif first is not None and "last_affected" in event:
            yield first, Version(event["last_affected"] + ".post999999")
            first = None
    if first is not None:
        yield first, None


def report(used: list[Used], faults: list[Fault], day: date, today: date) -> int:
    """Print what was found and what was looked at; give how many were found."""
    by_name: dict[str, list[Fault]] = {}
    for fault in faults:
        by_name.setdefault(fault.package, []).append(fault)
    found = sorted(
        {
            f"{one.package} {one.version} has {fault.id}"
            f" (mended in {fault.fixed or 'no version'}): {one.where}"
            for one in used
            for fault in by_name.get(one.package, ())
            if fault.hits(one.version)
        }
    )
    names = {one.package for one in used}
    known = names & set(by_name)
    age = (today - day).days
    print(*found, sep="\n", end="\n" if found else "")
    print(
        f"{len(found)} known faults in {len(used)} pins and oldest versions;"
        f" facts until {day} ({age} days old):"
        f" {sum(len(by_name[n]) for n in known)} faults of {len(known)} packages;"
        f" the other {len(names) - len(known)} packages have none listed,"
        " which says nothing of them"
    )
    return len(found)


def main(words: list[str]) -> int:
    """Check the checkout; see the top of the file."""
    given = dict(zip(words[::2], words[1::2], strict=False))
    if len(words) != 2 * len(given) or not given.keys() <= {"--osv", "--in"}:
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(given.get("--in", ROOT))
    try:
        osv = given.get("--osv")
        faults, day = own_faults() if osv is None else osv_faults(Path(osv))
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        print(f"the facts cannot be read: {error}", file=sys.stderr)
        return 2
    used = [*pins(folder), *floors(folder)]
    if osv is None:
        print(hearsay())
    return 1 if report(used, faults, day, datetime.now(UTC).date()) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
