"""A batch that is killed: what was reported is there, and no process is left."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SCRIPT = """
import sys
sys.path[:0] = [{tests!r}]
import standin, sayso.workspace
from sayso.cli import main
if __name__ == "__main__":
    sayso.workspace.default_reader = lambda: standin.OWN
    main(["read", {path!r}, "--ledger", {ledger!r}, "--json", "--jobs", {jobs!r}])
"""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_killed_batch_keeps_what_it_reported(sayso, tmp_path, jobs):
    path, ledger = tmp_path / "in.jsonl", str(tmp_path / "a.db")
    with path.open("w") as out:
        for number in range(20_000):
            text = f"General Ruk said {number} men of Tarn were killed in Olmar."
            out.write(json.dumps({"id": number, "text": text}) + "\n")
    script = tmp_path / "batch.py"
    tests = str(Path(__file__).parent.parent)
    script.write_text(
        SCRIPT.format(tests=tests, path=str(path), ledger=ledger, jobs=jobs)
    )
    batch = subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, text=True
    )
    reported = [batch.stdout.readline() for _ in range(25)]
    workers = children_of(batch.pid)
    batch.send_signal(signal.SIGKILL)
    reported += batch.stdout.read().splitlines(keepends=True)
    batch.wait()
    batch.stdout.close()
    names = [json.loads(line)["facts"]["name"] for line in reported if line[-1] == "\n"]
    assert sayso("verify", "--ledger", ledger) == 0
    assert sayso("claims", "--count", "--ledger", ledger) == 0
    assert len(names) <= int(sayso.out) <= len(names) + 1
    for name in (names[0], names[-1]):
        assert sayso("show", name, "--ledger", ledger) == 0
    assert all(is_gone(worker) for worker in workers)


def children_of(process: int) -> list[int]:
    """The processes that a process started, where the system tells."""
    folder = Path(f"/proc/{process}/task/{process}/children")
    return [int(word) for word in folder.read_text().split()] if folder.exists() else []


def is_gone(process: int) -> bool:
    """True when a process has ended, or does so within ten seconds."""
    for _ in range(100):
        try:
            os.kill(process, 0)
            stat = Path(f"/proc/{process}/stat").read_text()
        except (ProcessLookupError, FileNotFoundError):
            return True
        if stat.rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.1)
    return False
