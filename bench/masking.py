"""What gets out of a ledger of persons who may not be named, and of those who may.

`python bench/masking.py [IN.jsonl]` reads 200 texts of our own (invented persons, in
English, Russian and Ukrainian), each into a ledger of its own, runs every command that
prints, every export and every page, and looks for the names in all of it. Rules were
made while looking at one half; of the other only the two misses were looked at, late.
Further texts are of offices that several words tell ("commissioner for children's
rights"): all of them were looked at. Writes `bench/results/masking.json`.
"""

import contextlib
import io
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from results import Part, Row, write_part
from starlette.testclient import TestClient

from sayso.cli import main as run_command
from sayso.exports import FORMATS
from sayso.model import Document
from sayso.web.app import make_app
from sayso.workspace import Workspace

TEXTS = Path(__file__).parents[1] / "tests" / "reading" / "persons" / "texts.jsonl"
OFFICES = TEXTS.with_name("offices.jsonl")
COMMANDS = (
    ("claims",),
    ("claims", "--json"),
    ("claims", "--csv"),
    ("speakers", "--json"),
    ("coverage", "--json"),
    ("check", "--all"),
    ("origins", "--least", "1", "--sayings"),
    ("series", "--least", "1", "--json"),
)
PAGES = ("/", "/claims", "/claims.json", "/speakers", "/documents", "/findings", "/map")
HOST = "http://127.0.0.1:8000"


def main(argv: list[str]) -> int:
    """Read the texts, look for the names, print and keep the shares."""
    rows = load_rows(Path(argv[0]) if argv else TEXTS)
    parts = {"looked at": rows[0::2], "held back": rows[1::2]}
    if not argv:
        parts["of offices"] = load_rows(OFFICES)
    counts: Counter[str] = Counter()
    for part, own in parts.items():
        for row in own:
            for key, share in look(row).items():
                counts[f"{part} {key}"] += share
    for key, count in sorted(counts.items()):
        print(f"{count:5} {key}")
    if not argv:
        keep(counts, {part: len(own) for part, own in parts.items()})
    return 0


def load_rows(path: Path) -> list[dict[str, Any]]:
    """Give the texts of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def look(row: dict[str, Any]) -> Counter[str]:
    """Give how many of a text's names came out, and how many were asked for."""
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        ledger = f"{folder}/one.db"
        with Workspace(ledger) as workspace:
            document = Document(row["text"], outlet="Post", name=row.get("id"))
            (stored,) = workspace.read([document])
            shown = list(surfaces(workspace, ledger, stored.document.id))
            text = workspace.view(stored.document.id).text
    for name in row["withhold"]:
        leaks = [where for where, words in shown if name in words]
        found["to withhold"] += 1
        found["withheld"] += not leaks
        if leaks:
            print(f"{row.get('id')}: {name} in {', '.join(leaks[:5])}")
    for name in row.get("show", ()):
        found["to show"] += 1
        found["shown"] += name in text
    return found


def surfaces(
    workspace: Workspace, ledger: str, document: str
) -> Iterator[tuple[str, str]]:
    """Yield the name and the words of everything that shows a ledger."""
    exports = tuple(("export", form.name) for form in FORMATS)
    show = (("show", document), ("show", document, "--json"))
    for command in (*COMMANDS, *show, *exports):
        out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
        with (
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(io.StringIO()),
            contextlib.suppress(SystemExit),
        ):
            run_command([*command, "--ledger", ledger])
        buffer = out.buffer
        assert isinstance(buffer, io.BytesIO)
        yield " ".join(command), buffer.getvalue().decode("utf-8", "replace")
    with TestClient(make_app(workspace), base_url=HOST) as client:
        paths = (*PAGES, f"/documents/{document}", f"/documents/{document}.json")
        for path in paths:
            yield path, client.get(path).text


def keep(counts: Counter[str], texts: dict[str, int]) -> None:
    """Write the shares for BENCHMARKS.md."""
    rows = []
    for part, number in texts.items():
        recall = counts[f"{part} withheld"] / counts[f"{part} to withhold"]
        over = 1 - counts[f"{part} shown"] / counts[f"{part} to show"]
        how = "of offices, all looked at" if part == "of offices" else part
        named = f"{number} texts of our own, {how} while rules were made"
        rows.append(
            Row(
                "names to withhold that came out nowhere", named, round(100 * recall, 1)
            )
        )
        rows.append(
            Row("public speakers wrongly withheld", named, round(100 * over, 1))
        )
    write_part("masking", Part("Names withheld", "python bench/masking.py", rows))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
