"""What reading costs: CPU seconds, memory, start, size of an installation."""

import gzip
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from measure import SAYSO, median_cost, run
from results import Part, Row
from scores import BUILD, ROOT, SHARED

from sayso.vocabulary.languages import ENGLISH

WORD = re.compile(r"\w+")
HELD = [
    ROOT / "bench" / "held" / f"{name}.jsonl" for name in ("ru", "uk", "later_ru_uk")
]
PRESS = 500
"""Words of a press report of usual length."""
EXAMPLE = ROOT / "examples" / "kursk-2025-03" / "reports.jsonl"


def cost() -> Part:
    """Speed, memory and start of the commands, speed of the parts."""
    BUILD.mkdir(parents=True, exist_ok=True)
    found = [*_starting(), *_reading(), *_parts(), *_reuse()]
    note = (
        "One process, one thread; CPU seconds of the whole child process, its start"
        " included unless a row says otherwise. Compare ratios: the seconds are those"
        " of two shared cores. Children have byte code, as an installation has."
    )
    return Part("Cost", "make bench ONLY=cost", found, [note])


def _starting() -> list[Row]:
    one = BUILD / "one.jsonl"
    one.write_text(EXAMPLE.read_text(encoding="utf-8").splitlines()[0] + "\n")
    shown = median_cost([*SAYSO, "--help"])
    first = median_cost([*SAYSO, "extract", str(one), "--quiet"])
    return [
        Row("start of sayso --help, CPU s", "-", round(shown.cpu, 2), "< 0.3"),
        Row(
            "first report read, start included, CPU s",
            "one example report",
            round(first.cpu, 2),
            "<= 1.2",
            "spaCy starts in 2.1",
        ),
    ]


def _reading() -> list[Row]:
    texts = _speed_articles()
    data = BUILD / "speed30.jsonl"
    data.write_text("".join(json.dumps(row) + "\n" for row in texts), encoding="utf-8")
    words = sum(len(WORD.findall(row["text"])) for row in texts)
    whole = run([*SAYSO, "extract", str(data), "--quiet"])
    one = BUILD / "one.jsonl"
    start = run([*SAYSO, "extract", str(one), "--quiet"])
    folder = SHARED / "data" / "reports"
    reports = [folder / "dev.jsonl", folder / "constructed.jsonl"]
    spent = sum(run([*SAYSO, "extract", str(p), "--quiet"]).cpu for p in reports)
    count = sum(len(p.read_text(encoding="utf-8").splitlines()) for p in reports)
    label = "PolNeAR dev, 30 articles"
    others = {"Russian": "ru", "Ukrainian": "uk"}
    return [
        *(_reading_of(name, code) for name, code in others.items()),
        Row(
            "words read per CPU s",
            label,
            round(words / whole.cpu),
            ">= 4,800",
            "Citron 2,800; Gender Gap Tracker 6,800 (attribution alone)",
        ),
        Row(
            "words read per CPU s, start left out",
            label,
            round(words / max(whole.cpu - start.cpu, 1e-9)),
        ),
        Row(
            "peak memory, MB",
            label,
            round(whole.peak_mb),
            "<= 400",
            "Citron 332 and more",
        ),
        Row(
            "reports read per CPU s",
            "64 gold reports",
            round(count / spent, 1),
            None,
            "glued peers 3.4",
        ),
    ]


def _reading_of(name: str, code: str) -> Row:
    """Read held-back reports of a language, joined to texts of a press report's length.

    Denser in figures than the press: nearly every sentence has a claim.
    """
    rows = [row for path in HELD for row in _rows(path) if row["language"] == code]
    texts = list(_joined(row["text"] for row in rows))
    data = BUILD / f"speed_{code}.jsonl"
    lines = [
        json.dumps({"id": str(at), "text": text, "language": code})
        for at, text in enumerate(texts)
    ]
    data.write_text("\n".join(lines) + "\n", encoding="utf-8")
    spent = run([*SAYSO, "extract", str(data), "--quiet"]).cpu
    words = sum(len(WORD.findall(text)) for text in texts)
    return Row(
        f"words read per CPU s, {name}",
        f"{len(rows)} held-back reports, joined to {len(texts)} texts",
        round(words / spent),
        ">= 4,000",
    )


def _joined(texts: Iterable[str]) -> Iterator[str]:
    """Join texts until each has `PRESS` words."""
    held: list[str] = []
    for text in texts:
        held.append(text)
        if sum(len(WORD.findall(part)) for part in held) >= PRESS:
            yield "\n\n".join(held)
            held = []


def _rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _speed_articles() -> list[dict[str, str]]:
    folder = SHARED / "data" / "polnear"
    ids = set((folder / "dev_speed30_ids.txt").read_text(encoding="utf-8").split("\n"))
    with gzip.open(folder / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    keys = ("id", "text", "published")
    return [{k: a[k] for k in keys} for a in articles if a["id"] in ids]


def _parts() -> list[Row]:
    from sayso.reading.numbers.figures import find_quantities
    from sayso.reading.times.timexes import find_timexes

    texts = _texts(SHARED / "data" / "quantities" / "newsquant.dev.jsonl")
    news = _texts(SHARED / "data" / "times" / "tbaq.dev.jsonl")
    per_text = _seconds(lambda text: find_quantities(text, language=ENGLISH), texts)
    per_news = _seconds(
        lambda text: find_timexes(text, published=date(1998, 2, 13), language=ENGLISH),
        news,
    )
    return [
        Row(
            "texts per CPU s, numbers alone",
            "NewsQuant dev",
            round(len(texts) / per_text),
            ">= 400",
            "Duckling 384; quantulum3 292; CQE 42",
        ),
        Row(
            "characters per CPU s, periods alone",
            "TBAQ dev",
            round(sum(map(len, news)) / per_news),
            ">= 50,000",
            "dateparser 147,000; Duckling 69,000; HeidelTime 5,000",
        ),
    ]


def _texts(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]


def _seconds(read: Callable[[str], object], texts: Iterable[str]) -> float:
    """Give the CPU seconds of a second pass: patterns are compiled by the first."""
    texts = list(texts)
    for text in texts[:20]:
        read(text)
    started = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - started


def _reuse() -> list[Row]:
    data = SHARED / "data" / "reuse" / "docs.jsonl.gz"
    spent = run([*SAYSO, "reuse", str(data)]).cpu
    return [
        Row(
            "documents per CPU s, shared passages",
            "PAN 2013 dev, 1,740 texts",
            round(1740 / spent),
            ">= 300",
            "winnowing 510 to 550; rensa 180 to 240",
        )
    ]


def size() -> Part:
    """Size of an installation of the core, made in a fresh environment."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "site"
        pip = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--target",
            str(place),
        ]
        wanted = ["--require-hashes", "-r", str(ROOT / "requirements.txt")]
        subprocess.run([*pip, *wanted], check=True, stderr=subprocess.DEVNULL)
        source = Path(folder) / "source"
        source.mkdir()
        for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
            shutil.copy(ROOT / name, source)
        shutil.copytree(ROOT / "src" / "sayso", source / "src" / "sayso")
        local = ["--no-deps", "--no-build-isolation", str(source)]
        subprocess.run([*pip, *local], check=True, stderr=subprocess.DEVNULL)
        sizes = {
            path.name: _megabytes(path)
            for path in place.iterdir()
            if path.is_dir() and not path.name.endswith(".dist-info")
        }
        whole = _megabytes(place)
    largest = sorted(sizes.items(), key=lambda item: -item[1])[:5]
    note = "Largest: " + ", ".join(f"{name} {mb:.0f}" for name, mb in largest) + " MB."
    row = Row("size of a core installation, MB", "-", round(whole), "<= 350")
    return Part("Size", "make bench ONLY=size", [row], [note])


def _megabytes(path: Path) -> float:
    files = (p for p in path.rglob("*") if p.is_file() and not p.is_symlink())
    return sum(p.stat().st_size for p in files) / 1e6
