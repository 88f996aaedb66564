"""Runs of a local Spark, in a process of their own: python spark_runs.py FOLDER.

Writes FOLDER/runs.json: of every run what it added and the rows of its output. All
texts are the project's examples or name invented parties.
"""

import io
import json
import os
import random
import signal
import sys
from contextlib import redirect_stdout
from dataclasses import asdict
from pathlib import Path

import pyarrow
from pyarrow import parquet

import made_files
import standin
from sayso.cli import main as command
from sayso.cluster import (
    Job,
    LinkWorkers,
    Workers,
    link_on_spark,
    open_session,
    read_on_spark,
    share_on_spark,
)
from sayso.cluster.linked import settle, take_notes
from sayso.cluster.rows import own_reader
from sayso.cluster.shares import align_pairs
from sayso.exports.reading_parquet import to_row
from sayso.linking.pooling.linked import incident_record, link, origin_record
from sayso.linking.reuse import find_reuse, find_shared
from sayso.model import Document
from sayso.vocabulary.theatres import load_theatres
from sayso.workspace import Reader, Workspace
from sayso.workspace.cluster_output import import_readings, load_readings
from sayso.workspace.streams import extract

EXAMPLES = Path(__file__).parents[2] / "examples" / "kursk-2025-03" / "reports.jsonl"
TEXTS = [f"General Ruk said {n} men of Tarn were killed in Olmar." for n in range(3, 9)]

STOCK = (
    "Officials who spoke on the record asked not to be quoted by name in this report "
)
STORIES = [
    " ".join(
        f"{word}{story}" for word in "river bridge market school tower field".split()
    )
    for story in "abcdefg"
]
TOLD = [
    f"General Ruk said {n} men were killed. {STOCK * (n % 4 > 0)}{STORIES[n % 7]} and "
    + " ".join(f"own{n}x{at}" for at in range(45))
    + f" then {STORIES[(n * n) % 7]} {STORIES[n % 5]} again."
    for n in range(100, 140)
]
"""Texts that share passages, and a stock phrase that more than twenty of them have."""


def own():
    return standin.OWN


def dying():
    """Give a reader whose first process dies in the middle of its part."""
    mark = Path(os.environ["SAYSO_TEST_MARK"])

    def read(document):
        if " 6 men" in document.text and not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return standin.read_document(document)

    return Reader(standin.reader_name, read)


def dying_align(batches):
    """Align, but the first process dies in the middle of its part."""
    mark = Path(os.environ["SAYSO_TEST_MARK"] + "-shares")
    for at, batch in enumerate(align_pairs(batches)):
        if at == 0 and not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        yield batch


def dying_once(work, name):
    """Give batches of a worker, whose first process dies in the middle of its part."""

    def run(batches, **given):
        mark = Path(os.environ["SAYSO_TEST_MARK"] + name)
        for at, batch in enumerate(work(batches, **given)):
            if at == 0 and not mark.exists():
                mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)
            yield batch

    return run


class Runs:
    """The runs so far, by name."""

    def __init__(self, session, folder):
        self.session, self.folder, self.found = session, folder, {}

    def run(self, name, path, *, get_reader=own_reader, parts=None, into=None):
        """Read a file into a folder of that name and note what is there then."""
        out = self.folder / (into or name)
        job = Job([str(path)], str(out), partitions=parts)
        added = read_on_spark(self.session, job, get_reader=get_reader)
        self.found[name] = {"added": asdict(added), "rows": rows_in(out)}

    def share(self, name, readings, *, parts, into=None, workers=None):
        """Find what documents share, into a folder of that name."""
        out = self.folder / (into or name)
        self.session.conf.set("spark.sql.shuffle.partitions", parts)
        held = share_on_spark(
            self.session, str(self.folder / readings), str(out), workers=workers
        )
        self.found[name] = {"held": asdict(held), "rows": pairs_in(out)}

    def link(self, name, readings, shares, *, parts, into=None, workers=None):
        """Find origins and incidents, into a folder of that name."""
        out = self.folder / (into or name)
        self.session.conf.set("spark.sql.shuffle.partitions", parts)
        given = (str(self.folder / folder) for folder in (readings, shares))
        held = link_on_spark(self.session, *given, str(out), workers=workers)
        self.found[name] = {"held": asdict(held), **linked_in(out)}


def linked_in(folder):
    """The rows of origins and incidents, in their order, days as words."""
    found = {}
    for kind in ("origins", "incidents"):
        paths = sorted((folder / kind).glob("*.parquet"))
        rows = [row for path in paths for row in parquet.read_table(path).to_pylist()]
        found[kind] = json.loads(json.dumps(rows, default=str))
    return found


def rows_in(folder):
    rows = [
        row
        for path in folder.glob("*.parquet")
        for row in parquet.read_table(path).to_pylist()
    ]
    return sorted(rows, key=lambda row: (row["input"], row["id"]))


def pairs_in(folder):
    rows = [
        row
        for path in (folder / "pairs").glob("*.parquet")
        for row in parquet.read_table(path).to_pylist()
    ]
    return sorted(rows, key=lambda row: (row["a"], row["b"]))


def shared_embedded():
    """What one process gives, over the documents in the order of their hashes."""
    texts = sorted((Document(text).id, text) for text in TOLD)
    return [
        {
            "a": pair.a,
            "b": pair.b,
            "passages": [
                {
                    "a_start": p.a.start,
                    "a_end": p.a.end,
                    "b_start": p.b.start,
                    "b_end": p.b.end,
                    "grams": p.grams,
                }
                for p in pair.passages
            ],
            "covered_a": pair.covered_a,
            "words_a": pair.words_a,
            "covered_b": pair.covered_b,
            "words_b": pair.words_b,
        }
        for pair in sorted(find_shared(texts), key=lambda pair: (pair.a, pair.b))
    ]


def run_shares(runs, folder):
    """What documents share, the work cut differently, stopped, and done again."""
    lines = "".join(json.dumps({"text": text}) + "\n" for text in TOLD)
    (folder / "told.jsonl").write_text(lines)
    for parts in (1, 2, 7):
        runs.run(f"told {parts}", folder / "told.jsonl", get_reader=own, parts=parts)
        runs.share(f"shares {parts}", f"told {parts}", parts=parts)
    runs.share("shares again", "told 7", parts=3, into="shares 2")
    dying = Workers(align_pairs=dying_align)
    runs.share("shares killed", "told 2", parts=2, workers=dying)
    first = "".join(json.dumps({"text": text}) + "\n" for text in TOLD[:20])
    (folder / "fewer.jsonl").write_text(first)
    runs.run("fewer", folder / "fewer.jsonl", get_reader=own, parts=2)
    runs.share("shares fewer", "fewer", parts=2, into="shares 1")
    runs.share("shares grown", "told 1", parts=2, into="shares 1")
    given, out = str(folder / "told 2"), folder / "shares command"
    code = command(["reuse", given, "--spark", "local", "-o", str(out), "-q"])
    runs.found["shares command"] = {"code": code, "rows": pairs_in(out)}


def linked_embedded(readings):
    """What one process gives of the same readings and what their texts share."""
    held = sorted(load_readings(readings), key=lambda one: one.document.id)
    documents = {one.document.id: one.document for one in held}
    claims = [claim for one in held for claim in one.claims]
    shared = list(find_reuse(documents.values()))
    found = link(claims, documents, shared=shared, theatres=load_theatres())
    return {
        "origins": [origin_record(origin) for origin in found.origins],
        "incidents": [incident_record(incident) for incident in found.incidents],
    }


def linked_in_ledger(readings, folder):
    """What commands show of a ledger that took in the readings."""
    ledger = folder / "imported.db"
    with Workspace(str(ledger)) as workspace:
        list(import_readings(workspace, str(readings)))
    found = {}
    for name in ("origins", "incidents"):
        out = io.StringIO()
        with redirect_stdout(out):
            command([name, "--ledger", str(ledger), "--least", "1", "--json", "-q"])
        found[name] = [json.loads(line) for line in out.getvalue().splitlines()]
    return found


def run_links(runs, folder):
    """Origins and incidents, the work cut differently, stopped, and done again."""
    rows = [json.loads(x) for x in EXAMPLES.read_text(encoding="utf-8").splitlines()]
    copy = dict(rows[0], id="copy", published="2031-01-01", outlet="Another")
    inputs = {"reports": rows, "mixed": [copy, *rows[::-1]], "eight": rows[:8]}
    for name, given in inputs.items():
        lines = "".join(json.dumps(row) + "\n" for row in given)
        (folder / f"{name}.jsonl").write_text(lines, encoding="utf-8")
        runs.run(name, folder / f"{name}.jsonl", parts=3)
        runs.share(f"{name} shares", name, parts=2)
    for parts in (1, 2, 7):
        runs.link(f"links {parts}", "reports", "reports shares", parts=parts)
    runs.link("links again", "reports", "reports shares", parts=3, into="links 2")
    dying = LinkWorkers(
        take_notes=dying_once(take_notes, "-notes"),
        settle=dying_once(settle, "-settle"),
    )
    runs.link("links killed", "reports", "reports shares", parts=2, workers=dying)
    runs.link("links mixed", "mixed", "mixed shares", parts=3)
    runs.link("links eight", "eight", "eight shares", parts=2, into="links grown")
    runs.link("links grown", "reports", "reports shares", parts=2)


def run_link_command(runs, folder):
    """The command, which starts and ends a Spark of its own."""
    given, out = str(folder / "reports"), folder / "links command"
    code = command(["origins", given, "--spark", "local", "-o", str(out), "-q"])
    runs.found["links command"] = {"code": code, **linked_in(out)}


def write_inputs(folder):
    """Write the inputs of every form, and give them."""
    lines = EXAMPLES.read_bytes().splitlines()[:5]
    (folder / "in.jsonl").write_bytes(b"\n".join([*lines, b"no json", b""]))
    random.Random(7).shuffle(lines)
    (folder / "shuffled.jsonl").write_bytes(b"\n".join([b"no json", *lines]))
    rows = [
        {"id": str(n), "text": t, "published": "2030-05-14"}
        for n, t in enumerate(TEXTS)
    ]
    small = "".join(json.dumps(row) + "\n" for row in rows)
    (folder / "small.jsonl").write_text(small)
    parquet.write_table(pyarrow.Table.from_pylist(rows), folder / "small.parquet")
    pages = [text.encode() for text in TEXTS]
    archive = made_files.warc(*pages, gzip=False, media="text/plain; charset=utf-8")
    (folder / "small.warc").write_bytes(archive)


def main(folder):
    folder.mkdir(exist_ok=True)
    write_inputs(folder)
    session = open_session("local", cores=2)
    runs = Runs(session, folder)
    given = folder / "in.jsonl"
    for parts in (1, 2, 7):
        runs.run(f"{parts} parts", given, parts=parts)
    runs.run("shuffled", folder / "shuffled.jsonl", parts=3)
    runs.run("again", given, into="2 parts")
    for form in ("jsonl", "parquet", "warc"):
        runs.run(form, folder / f"small.{form}", get_reader=own, parts=2)
    runs.run("killed", folder / "small.jsonl", get_reader=dying, parts=2)
    run_links(runs, folder)
    run_shares(runs, folder)
    run_link_command(runs, folder)
    out = str(folder / "command")
    code = command(["extract", str(given), "--spark", "local", "-o", out, "--strict"])
    runs.found["command"] = {"code": code, "rows": rows_in(Path(out))}
    embedded = [to_row(item) for item in extract(str(given)) if isinstance(item, dict)]
    died = Path(os.environ["SAYSO_TEST_MARK"]).exists()
    found = {"runs": runs.found, "embedded": embedded, "died": died}
    found["shared"] = shared_embedded()
    found["linked reports"] = linked_embedded(folder / "reports")
    found["ledger"] = linked_in_ledger(folder / "reports", folder)
    found["link died"] = all(
        Path(os.environ["SAYSO_TEST_MARK"] + name).exists()
        for name in ("-notes", "-settle")
    )
    found["share died"] = Path(os.environ["SAYSO_TEST_MARK"] + "-shares").exists()
    (folder / "runs.json").write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
