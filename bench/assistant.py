"""How long sayso mcp takes to start and to answer, as an assistant's client sees it.

Asked through the official client library, over standard input and output, of a ledger
with the example reports; each question is put several times after one that warms up.
CPU time is the server's own, of all its threads, as the kernel counts it: what an
answer costs on a machine that others keep busy.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

import anyio
from mcp.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from results import Part, Row

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / "examples" / "kursk-2025-03" / "reports.jsonl"
SAYSO = (sys.executable, "-m", "sayso")
STARTS = 7
TIMES = 20
QUIET = (statistics.median, min)
"""What the clock says, and what it says when others leave the machine alone."""
SENTENCE = "Valery Gerasimov said that over 1,100 square kilometers had been retaken."
QUESTIONS = {
    "find_claims": {"measure": "territory", "limit": 10},
    "read_text": {"text": SENTENCE, "published": "2025-03-14"},
    "incident": {},
    "origins": {},
    "findings": {},
    "draft_check": {"text": SENTENCE, "published": "2025-03-14"},
    "quote_stands": {"quote": "had been retaken since the fighting in the region"},
}


def assistant() -> Part:
    """Seconds to start, and milliseconds of each tool, by the client's clock."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = str(Path(folder) / "bench.db")
        for words in (("read", str(REPORTS), "-q"), ("check", "-q")):
            subprocess.run(
                [*SAYSO, *words, "--ledger", ledger], check=True, capture_output=True
            )
        load = os.getloadavg()[0]
        starts = [anyio.run(start, ledger) for _ in range(STARTS)]
        answers = anyio.run(ask, ledger)
    data = "17 example reports"
    rows = [
        Row(
            f"start to the first list of tools, s (median of {STARTS}, then the quickest)",
            data,
            [round(pick(clock for clock, _ in starts), 2) for pick in QUIET],
            "<= 2",
        ),
        Row(
            f"start to the first list of tools, CPU s of the server (median of {STARTS})",
            data,
            round(statistics.median(spent for _, spent in starts), 2),
            "<= 2",
        ),
    ]
    rows += [
        Row(
            f"{name}, ms (median of {TIMES}, the quickest, the slowest)",
            data,
            found,
            "<= 100",
        )
        for name, (found, _) in answers.items()
    ]
    rows += [
        Row(f"{name}, CPU ms of the server an answer", data, spent, "<= 100")
        for name, (_, spent) in answers.items()
    ]
    alone = hasattr(os, "SCHED_FIFO") and os.sched_getscheduler(0) == os.SCHED_FIFO
    before_others = (
        " Server and client went before all other work (`chrt -f 10 make bench ONLY=assistant`), so the clock shows what they take where nothing else runs."
        if alone
        else ""
    )
    note = f"Wall-clock time of a machine shared with others (load of its two cores before: {load:.1f}); the first answer after a start waits for the reader's weights. CPU time is counted by the kernel in steps of 10 ms and given as the mean of {TIMES} answers. The quickest of several is what a machine without other work would take, or less than it; the median is what this one took.{before_others}"
    return Part("Assistant", "make bench ONLY=assistant", rows, [note])


def client(ledger: str) -> Client:
    words = ["-m", "sayso", "mcp", "--ledger", ledger]
    env = {key: os.environ[key] for key in ("PYTHONPATH", "PATH") if key in os.environ}
    asked = StdioServerParameters(command=sys.executable, args=words, env=env)
    return Client(stdio_client(asked))


async def start(ledger: str) -> tuple[float, float]:
    """Give seconds of the clock, and of the server's CPU time."""
    before = children()
    begun = perf_counter()
    async with client(ledger) as opened:
        (server,) = children() - before or (None,)
        await opened.list_tools()
        return perf_counter() - begun, (cpu_ms(server) or 0.0) / 1000


async def ask(ledger: str) -> dict[str, tuple[list[int], float | None]]:
    """Give of each tool [median, quickest, slowest] in ms of the clock, and ms of CPU time."""
    found = {}
    before = children()
    async with client(ledger) as opened:
        (server,) = children() - before or (None,)
        for name, given in QUESTIONS.items():
            await opened.call_tool(name, given)
        for name, given in QUESTIONS.items():
            spent = []
            used = cpu_ms(server)
            for _ in range(TIMES):
                begun = perf_counter()
                answer = await opened.call_tool(name, given)
                spent.append((perf_counter() - begun) * 1000)
                assert not answer.is_error, answer.content
            later = cpu_ms(server)
            each = None if used is None or later is None else (later - used) / TIMES
            clock = [round(pick(spent)) for pick in (*QUIET, max)]
            found[name] = (clock, None if each is None else round(each))
    return found


def children() -> set[int]:
    """Give the processes started here; none where the system does not list them."""
    listed = Path("/proc/self/task").glob("*/children")
    return {int(word) for path in listed for word in path.read_text().split()}


def cpu_ms(process: int | None) -> float | None:
    """Give the CPU time of a process so far; None where the system does not tell."""
    if process is None:
        return None
    after_name = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, after_name[11:13])) * 1000 / os.sysconf("SC_CLK_TCK")
