"""How long sayso mcp takes to start and to answer, as an assistant's client sees it.

Asked through the official client library, over standard input and output, of a ledger
with the example reports; each question is put several times after one that warms up.
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
STARTS = 5
TIMES = 11
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
        starts = [anyio.run(start, ledger) for _ in range(STARTS)]
        answers = anyio.run(ask, ledger)
    data = "17 example reports"
    rows = [
        Row(
            "start to the first list of tools, s (median of 5)",
            data,
            round(statistics.median(starts), 2),
            "<= 2",
        )
    ]
    rows += [
        Row(f"{name}, ms (median of 10, then the slowest)", data, found, "<= 100")
        for name, found in answers.items()
    ]
    note = "Wall-clock time of a machine shared with others; the first answer after a start waits for the reader's weights."
    return Part("Assistant", "make bench ONLY=assistant", rows, [note])


def client(ledger: str) -> Client:
    words = ["-m", "sayso", "mcp", "--ledger", ledger]
    env = {key: os.environ[key] for key in ("PYTHONPATH", "PATH") if key in os.environ}
    asked = StdioServerParameters(command=sys.executable, args=words, env=env)
    return Client(stdio_client(asked))


async def start(ledger: str) -> float:
    begun = perf_counter()
    async with client(ledger) as opened:
        await opened.list_tools()
        return perf_counter() - begun


async def ask(ledger: str) -> dict[str, list[int]]:
    found = {}
    async with client(ledger) as opened:
        for name, given in QUESTIONS.items():
            spent = []
            for _ in range(TIMES):
                begun = perf_counter()
                answer = await opened.call_tool(name, given)
                spent.append((perf_counter() - begun) * 1000)
                assert not answer.is_error, answer.content
            later = spent[1:]
            found[name] = [round(statistics.median(later)), round(max(later))]
    return found
