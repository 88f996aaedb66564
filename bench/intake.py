"""A thousand documents of mixed kinds in one `sayso read`: time, memory, what was lost.

python bench/intake.py writes bench/results/intake.json. The files are made here from
words of our own; a few are damaged, to see that the rest goes on.
"""

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measure import SAYSO
from results import Part, Row, write_part
from scores import SHARED

from sayso.intake import FORMATS, Skipped, read_path
from sayso.model import Document

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
import made_files  # noqa: E402 - the files of the tests

DOCUMENTS = 1000
DAMAGED = 4
NAMES = ("Orlan", "Vask", "Teren", "Molik", "Sarova")


def words(number: int) -> str:
    """Give a report of its own for each number, so that no two are one document."""
    pick = random.Random(number)
    name, count = pick.choice(NAMES), pick.randint(10, 900)
    return made_files.WORDS.replace("Orlan", name).replace("40", str(count)) + (
        f" Report {number} adds that {count + 3} people had left the town by noon."
    )


def make(folder: Path) -> None:
    """Write files that hold a thousand documents, and the damaged ones."""
    numbers = iter(range(DOCUMENTS))

    def write(count: int, name: str, build) -> None:
        for _ in range(count):
            number = next(numbers)
            path = folder / f"{number:04d}-{name}"
            path.write_bytes(build(words(number)))

    write(300, "page.html", made_files.html)
    write(100, "paper.pdf", made_files.pdf)
    write(100, "letter.docx", made_files.docx)
    write(150, "mail.eml", made_files.mail)
    write(100, "note.md", made_files.markdown)
    write(50, "note.txt", str.encode)
    few = [words(next(numbers)) for _ in range(50)]
    (folder / "box.mbox").write_bytes(made_files.mailbox(*map(made_files.mail, few)))
    few = [words(next(numbers)) for _ in range(50)]
    (folder / "feed.rss").write_bytes(made_files.rss(*few))
    few = [words(next(numbers)) for _ in range(50)]
    (folder / "pages.warc.gz").write_bytes(made_files.warc(*map(made_files.html, few)))
    lines = [json.dumps({"text": words(next(numbers))}) for _ in range(50)]
    (folder / "lines.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (folder / "x-cut.pdf").write_bytes(made_files.pdf()[:90])
    (folder / "x-empty.html").write_bytes(b"<html></html>")
    (folder / "x-zip.docx").write_bytes(b"PK\x03\x04")
    (folder / "x-bytes.txt").write_bytes(bytes(range(256)) * 20)


def saved_files() -> list[Row]:
    """Score pages and archives of others, where they are at hand."""
    folder = SHARED / "data" / "intake"
    if not folder.is_dir():
        return []
    pages = sorted((folder / "html").glob("*.html.gz"))
    found = [item for path in pages for item in read_path(path, FORMATS)]
    whole = [
        item
        for item in found
        if isinstance(item, Document) and item.title and item.published
    ]
    archives = sorted((folder / "warc").iterdir())
    items = [list(read_path(path, FORMATS)) for path in archives]
    read = sum(any(isinstance(i, Document) for i in given) for given in items)
    told = sum(all(isinstance(i, Skipped) for i in given) for given in items)
    data = f"{len(pages)} saved pages of trafilatura's test set"
    said = f"{len(archives)} test files of warcio, good and damaged"
    return [
        Row("pages with text, title and day", data, len(whole), "33"),
        Row("archives with pages read", said, read),
        Row("archives without a page, each with the reason", said, told),
    ]


def main() -> int:
    """Read them all and write what it cost."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "in"
        folder.mkdir()
        make(folder)
        began = time.monotonic()
        done = subprocess.run(
            [*SAYSO, "read", str(folder), "--json", "--ledger", f"{place}/a.db"],
            capture_output=True,
            text=True,
            check=False,
        )
        wall = time.monotonic() - began
    if done.returncode:
        print(done.stderr[-2000:], file=sys.stderr)
        return 1
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    skipped = [record for record in records if "skipped" in record]
    held = len({record["id"] for record in records if "id" in record})
    cpu = used.ru_utime + used.ru_stime
    data = f"{DOCUMENTS:,} made documents in ten kinds, {DAMAGED} damaged files"
    rows = [
        Row("documents held", data, held, f"{DOCUMENTS:,}"),
        Row("damaged files reported", data, len(skipped), str(DAMAGED)),
        Row("peak memory, MB", data, used.ru_maxrss // 1024, "< 1,200"),
        Row("documents per CPU s, reading included", data, round(held / cpu, 1)),
    ]
    rows += saved_files()
    notes = [f"{cpu:.0f} CPU s, {wall:.0f} s by the clock, one process."]
    write_part("intake", Part("Intake", "python bench/intake.py", rows, notes))
    for row in rows:
        print(row.what, row.figure, row.target or "")
    return 0


if __name__ == "__main__":
    sys.exit(main())
