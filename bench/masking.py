"""What gets out of a ledger of persons who may not be named, and of those who may.

`make bench ONLY=masking` reads 200 texts of our own (invented persons, in English,
Russian and Ukrainian), each into a ledger of its own, runs every command that prints,
every export and every page, and looks for the names in all of it. Rules were made while
looking at one half; the other was held back then and has been looked at since, so no
half is unseen. Further texts are of offices that several words tell ("commissioner for
children's rights"): all of them were looked at. The last are of offices in other
words and of persons who look like their holders ("the mayor's bodyguard"); they were
written before the rules that they ask for and counted once before they were looked at.
The three sets behind them are of names of many peoples in reports, obituaries, verdicts
and posts, and of offices told in hard ways: of all the first counts are written down
in docs/security.md.

`python bench/masking.py IN.jsonl` does so with a file of your own and prints counts.
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

from results import Part, Row
from starlette.testclient import TestClient

from sayso.cli import main as run_command
from sayso.exports import FORMATS
from sayso.model import Document
from sayso.web.app import make_app
from sayso.workspace import Workspace

TEXTS = Path(__file__).parents[1] / "tests" / "reading" / "persons" / "texts.jsonl"
OFFICES = TEXTS.with_name("offices.jsonl")
PUBLIC = TEXTS.with_name("public.jsonl")
PEOPLE = TEXTS.with_name("people.jsonl")
AGAIN = TEXTS.with_name("again.jsonl")
THIRD = TEXTS.with_name("third.jsonl")
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


LOOKED_AT = "looked at while rules were made"
SINCE = "looked at since"
OF_OFFICES = "of offices, looked at while rules were made"
OF_PUBLIC = (
    "of offices and their look-alikes, written before the rules, looked at since"
)

OF_PEOPLE = "of names of many peoples, written before the rules were read, looked at"
OF_THIRD = "of the same kind, written and counted last, one kind of miss mended"
OF_AGAIN = "of the same kind, counted once after that, looked at since"


def masking() -> Part:
    """Shares of names that came out nowhere, and of public speakers withheld."""
    rows = load_rows(TEXTS)
    texts = {
        LOOKED_AT: rows[0::2],
        SINCE: rows[1::2],
        OF_OFFICES: load_rows(OFFICES),
        OF_PUBLIC: load_rows(PUBLIC),
        OF_PEOPLE: load_rows(PEOPLE),
        OF_AGAIN: load_rows(AGAIN),
        OF_THIRD: load_rows(THIRD),
    }
    shown = [row for part, own in texts.items() for row in shares(part, own)]
    return Part("Names withheld", "make bench ONLY=masking", shown)


def main(argv: list[str]) -> int:
    """Look for the names of one file's texts and print the counts."""
    for key, count in sorted(count_all(load_rows(Path(argv[0]))).items()):
        print(f"{count:5} {key}")
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


def count_all(rows: list[dict[str, Any]]) -> Counter[str]:
    """Give how many names were asked for and came out, of all texts."""
    return sum(map(look, rows), Counter())


def shares(part: str, rows: list[dict[str, Any]]) -> list[Row]:
    """Give the two shares of one part's texts."""
    counts = count_all(rows)
    recall = counts["withheld"] / counts["to withhold"]
    over = 1 - counts["shown"] / counts["to show"]
    data = f"{len(rows)} texts of our own, {part}"
    what = f"names to withhold that came out nowhere, of {counts['to withhold']}"
    wrong = f"public speakers wrongly withheld, of {counts['to show']}"
    return [
        Row(what, data, round(100 * recall, 1), ">= 98"),
        Row(wrong, data, round(100 * over, 1), "<= 3"),
    ]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
