"""Every shell block of the README and the docs, as printed: it runs, or it is told why.

A block runs in a folder of its own that holds what the docs name, line by line, with
the tiny reader of the tests: what is tried is the command as it stands, not what is
read. A line that needs a network, a server or another machine stands in `ELSEWHERE`
with the reason; those of our own commands are still parsed, and each option has to be
in the command's help.
"""

import gzip
import io
import json
import re
import shlex
import shutil
from contextlib import redirect_stdout
from pathlib import Path

import pytest

import standin
from sayso.cli import build_parser, main

ROOT = Path(__file__).resolve().parent.parent
PAGES = [
    ROOT / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "docs" / "users").glob("*.md")),
]
BLOCK = re.compile(r"^```(?:sh|bash|console)\n(.*?)^```$", re.DOTALL | re.MULTILINE)

ELSEWHERE = {
    "make demo": "installs packages; CI runs it on a fresh copy",
    "make test": "is the suite itself",
    "pip install": "a package index",
    "pipx install": "a package index",
    "python -m venv packed": "a package index",
    "packed/bin/venv-pack": "the environment of the line above",
    "curl ": "the pages being served",
    "sayso extract 'news/*.jsonl.gz' --spark": "Apache Spark and Java; tests/cluster",
    "sayso import readings claims/": "what Spark wrote in the line above",
    "sayso reuse claims/ --spark": "Apache Spark and Java; tests/cluster",
    "sayso origins claims/ --spark": "Apache Spark and Java; tests/cluster",
    "PYSPARK_PYTHON=": "a cluster",
    "cat > job.py": "a cluster runs the file",
    "spark-submit ": "a cluster",
    ".venv/bin/python .ci/contents.py": "a wheel; `make package` builds and lists it",
    "ssh-keygen ": "a key of yours",
    "openssl ": "a time stamping service",
    "sayso verify --seal seal.json --signature": "what the lines above made",
    "sayso serve": "a server; tests/cli/test_serve.py",
    "sayso mcp": "an assistant at the other end; tests/assistant",
    "sayso watch --feed": "the network; tests/cli/test_watch_feeds.py",
    "sayso watch https:": "the network; tests/cli/test_watch_feeds.py",
    "createdb ": "a PostgreSQL server; tests/ledger",
    "sayso read reports/ --ledger postgresql:": "a PostgreSQL server; tests/cli",
    "sayso claims --text soldiers": "the PostgreSQL server of the line above",
    "sayso move-ledger news.db postgresql:": "a PostgreSQL server; tests/cli",
    "sayso move-ledger postgresql:": "a PostgreSQL server; tests/cli",
    "sayso verify --ledger news-again.db": "what the line above copied",
    "sayso restore news-2030-05-02.db --ledger postgresql:": "a PostgreSQL server",
    "export SAYSO_LEDGER=": "a PostgreSQL server",
    "cp deploy/sayso.service": "systemd",
    "systemctl ": "systemd",
    "journalctl ": "systemd",
    "docker ": "Docker",
    "ssh -L": "another machine",
}
"""Beginning of a line -> what it needs that a test has not."""

STANDS_FOR = {
    "3f2a90c1": "document",
    "5be1c02f": "claim",
    "ID": "document",
}
"""Ids that are of somebody's own ledger -> what of the folder's ledger is taken."""

TYPED = {"sayso users add": "a long phrase of mine\n"}
"""Beginning of a line -> what is typed at it."""

FRESH = ("sayso restore ",)
"""Commands that make a ledger where there is none."""

WITH_FINDINGS = ("--strict",)
"""Options under which 1 says that something was found, and no fault."""

TEXTS = (
    "General Orlan said over 40 soldiers of Tarn were killed in Olmar.",
    "Vessia Army Staff said 12 soldiers of Tarn were captured in Bren.",
    "Tarn Ministry said 7 soldiers were killed in Olmar by RSF.",
    "Tarn Ministry said 9 soldiers were killed in Bren by Rapid Support Forces.",
)
LOSSES = {
    "speaker": "Staff of Vessia",
    "measure": "claimed Tarnish losses, cumulative",
    "start": "2030-01-02",
    "series": {"tank": {"from": "2030-01-02", "values": [1, 2, 4]}},
}
READER = """\
import json, sys
for line in sys.stdin:
    print(json.dumps({"id": json.loads(line)["id"], "reader": "made 1", "claims": []}))
    sys.stdout.flush()
"""


def sayso(line: str) -> int:
    """Run a line that begins with our name; a ">" is where its output goes."""
    words = shlex.split(line, comments=True)
    target = None
    if ">" in words:
        words, target = words[: words.index(">")], Path(words[-1])
    out = io.StringIO()
    try:
        with redirect_stdout(out):
            code = main(words[1:])
    except SystemExit as stop:
        code = stop.code
    if target is not None:
        target.write_text(out.getvalue(), encoding="utf-8")
    return code


def lines_of(block: str) -> list[str]:
    """Give a block's commands; a line that ends in "\\" goes on, and so does "<<"."""
    joined = re.sub(r"\\\n\s*", "", block)
    joined = re.sub(r"<<'(\w+)'\n.*?^\1$", "", joined, flags=re.DOTALL | re.MULTILINE)
    lines = [re.sub(r"^\$ ", "", line).strip() for line in joined.splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


BLOCKS = {
    f"{path.relative_to(ROOT)} {number}": lines_of(block)
    for path in PAGES
    for number, block in enumerate(BLOCK.findall(path.read_text("utf-8")), 1)
}


def reason_of(line: str) -> str | None:
    """Give why a line runs elsewhere, None for one that runs here."""
    found = [key for key in ELSEWHERE if line.startswith(key)]
    return ELSEWHERE[max(found, key=len)] if found else None


@pytest.fixture(scope="module")
def furnished(tmp_path_factory):
    """A folder with everything that the docs name, and a ledger."""
    folder = tmp_path_factory.mktemp("docs") / "folder"
    (folder / "reports").mkdir(parents=True)
    (folder / "news").mkdir()
    (folder / "maps").mkdir()
    (folder / "examples").symlink_to(ROOT / "examples")
    rows = [{"id": f"n{at}", "text": text} for at, text in enumerate(TEXTS)]
    records = "".join(json.dumps(row) + "\n" for row in rows)
    for at, text in enumerate(TEXTS):
        (folder / "reports" / f"{at}.txt").write_text(f"{text}\n", "utf-8")
    for name in ("reports.jsonl", "news/reports.jsonl"):
        (folder / name).write_text(records, "utf-8")
    for name in ("reports.jsonl.gz", "news.jsonl.gz"):
        (folder / name).write_bytes(gzip.compress(records.encode()))
    layers = ROOT / "examples" / "kursk-2025-03" / "layers"
    shutil.copy(layers / "example-mapping-desk.geojson", folder / "maps")
    (folder / "losses.json.gz").write_bytes(gzip.compress(json.dumps(LOSSES).encode()))
    (folder / "front.csv").write_text("name,lat,lon\nMerova,50.1,34.2\n", "utf-8")
    theatres = (ROOT / "docs" / "theatres.md").read_text("utf-8")
    pack = re.search(
        r'^```toml\n(name = "elbonia".*?)^```$', theatres, re.DOTALL | re.MULTILINE
    )
    (folder / "elbonia.toml").write_text(pack[1], "utf-8")
    (folder / "article.txt").write_text(f"{TEXTS[0]}\n", "utf-8")
    (folder / "facts.csv").write_text("file,published\n0.txt,2030-05-02\n", "utf-8")
    (folder / "my_reader.py").write_text(READER, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        settle(folder, folder.parent / "settings", patch)
        fill(folder)
    return folder


def settle(folder, settings, patch):
    """Make a folder the working one, with settings of its own and the tiny reader."""
    patch.chdir(folder)
    patch.setattr("sayso.workspace.default_reader", lambda: standin.OWN)
    for name in ("RSF", "Rapid Support Forces"):
        patch.setitem(standin.PARTIES, name, name)
    patch.setenv("SAYSO_CONFIG", str(settings))
    patch.delenv("SAYSO_LEDGER", raising=False)


@pytest.fixture
def folder(furnished, tmp_path, monkeypatch):
    """A copy of it, with settings of its own, as the working folder."""
    here = tmp_path / "here"
    shutil.copytree(furnished, here, symlinks=True)
    settle(here, tmp_path / "settings", monkeypatch)
    return here


def fill(folder: Path) -> None:
    """Read the reports and make what other lines take in."""
    assert sayso("sayso read reports/ -q --outlet Post --published 2030-05-02") == 0
    assert sayso("sayso claims --json > claims.json") == 0
    assert sayso("sayso export labelstudio -o corrected.json") == 0
    for name in ("seal-2030-05-02.json", "seal.json"):
        assert sayso(f"sayso seal -o {name}") == 0
    for name in ("news.db", "sayso-2030-05-02.db", "news-2030-05-02.db"):
        shutil.copy(folder / "sayso.db", folder / name)


@pytest.mark.parametrize("block", BLOCKS)
def test_a_shell_block_runs_as_printed(block, folder, monkeypatch):
    here = [line for line in BLOCKS[block] if reason_of(line) is None]
    if not here:
        return
    strange = [line for line in here if not line.startswith("sayso ")]
    assert strange == [], "list it in ELSEWHERE, with the reason"
    claim = json.loads((folder / "claims.json").read_text("utf-8").splitlines()[0])
    ids = {"claim": claim["id"], "document": claim["document"]}
    for made in ("seal-2030-05-02.json", "sayso-2030-05-02.db", "news-2030-05-02.db"):
        if any(re.search(rf"(?:-o|backup) {made}", line) for line in here):
            (folder / made).unlink()
    for line in here:
        if line.startswith(FRESH):
            (folder / "sayso.db").unlink()
        for key, text in TYPED.items():
            if line.startswith(key):
                monkeypatch.setattr("sys.stdin", io.StringIO(text))
        run = line
        for printed, meant in STANDS_FOR.items():
            run = re.sub(rf"\b{printed}\b", ids[meant], run)
        allowed = {0, 1} if any(o in line for o in WITH_FINDINGS) else {0}
        assert sayso(run) in allowed, line


@pytest.mark.parametrize("block", BLOCKS)
def test_what_runs_elsewhere_is_said_as_help_has_it(block, capsys):
    for line in BLOCKS[block]:
        if reason_of(line) is None or not line.startswith("sayso "):
            continue
        words = shlex.split(line, comments=True)[1:]
        build_parser(words).parse_args(words)
        with pytest.raises(SystemExit):
            main([words[0], "--help"])
        shown = capsys.readouterr().out
        options = [w for w in words if w.startswith("--")]
        assert [option for option in options if option not in shown] == []


def test_every_reason_is_of_a_line_that_is_printed():
    lines = [line for block in BLOCKS.values() for line in block]
    assert [k for k in ELSEWHERE if not any(ln.startswith(k) for ln in lines)] == []


def test_ids_that_stand_for_others_are_printed():
    text = "\n".join(line for block in BLOCKS.values() for line in block)
    assert [one for one in STANDS_FOR if not re.search(rf"\b{one}\b", text)] == []
