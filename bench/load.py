"""Many visitors at once, two reviewers on one claim, a server that is killed; a soak.

Serves a ledger of synthetic claims (`pages.build`) by `sayso serve`, once from a file
and once from a PostgreSQL server that is started here, and asks the addresses of the
page bench with 16 clients. Wall time, so the figures say something on a quiet machine
only; its load is noted. Writes bench/results/load.json.

With --cost it asks each kind of page in this process instead, one after another, and
counts processor time, that of PostgreSQL's own processes too, so that a busy machine
changes nothing. Writes bench/results/load-cost.json.

    python bench/load.py [--claims 200000] [--requests 10000] [--soak 300]
    python bench/load.py --requests 0 --kills 0 --soak 1200   # nothing but the soak
    python bench/load.py --cost [--claims 100000] [--rounds 12]
    python bench/load.py --pages --only postgresql [--claims 1000000] [--rounds 30]
    python bench/load.py ... --at postgresql://maker@/news?host=/tmp/folder

With --pages it does what `bench/pages.py` does on a ledger in PostgreSQL, and writes
bench/results/pages-postgresql.json. With --at a ledger is used that was moved already,
to a server on this machine whose data lie beside its socket.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import pages
from measure import SAYSO
from psycopg.conninfo import conninfo_to_dict
from results import Part, Row, page_rows, write_part
from scores import ROOT
from starlette.testclient import TestClient

sys.path.append(str(ROOT / "tests"))
import team_server
from sayso.ledger import open_ledger
from sayso.ledger.moving import copy_log
from sayso.web.app import make_app
from sayso.workspace import Workspace

CLIENTS = 16
HOST = "127.0.0.1"
RULERS = 2
"""Clients of a soak that rule; the others read."""
_BEFORE_A_KILL = 10
"""Rulings that are waited for, so that a kill can lose something."""
_WAIT = 60.0
"""Seconds a request or a start may take before it counts as an error."""


class Served:
    """`sayso serve` in a process of its own."""

    def __init__(self, ledger: str, port: int) -> None:
        self.ledger, self.port = ledger, port
        self.start()

    def start(self) -> None:
        words = ["serve", "--ledger", self.ledger, "--port", f"{self.port}"]
        self.process = subprocess.Popen(
            [*SAYSO, *words, "--no-token", "--quiet"], stdout=subprocess.DEVNULL
        )
        until = time.monotonic() + _WAIT
        while time.monotonic() < until:
            try:
                if ask(self.port, "/static/icon.svg")[0] == 200:
                    return
            except OSError:
                time.sleep(0.1)
        raise SystemExit(f"sayso serve did not start on {self.ledger}")

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    @property
    def seconds(self) -> float:
        """Processor time so far."""
        path = Path(f"/proc/{self.process.pid}/stat")
        stat = path.read_text().rpartition(")")[2].split()
        return sum(map(int, stat[11:13])) / os.sysconf("SC_CLK_TCK")

    @property
    def megabytes(self) -> float:
        """What the process holds in memory now."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        line = next(x for x in status.splitlines() if x.startswith("VmRSS"))
        return int(line.split()[1]) / 1024


def ask(port: int, path: str, form: dict[str, str] | None = None) -> tuple[int, str]:
    """Send one request; give status and where it leads."""
    connection = http.client.HTTPConnection(HOST, port, timeout=_WAIT)
    try:
        headers = {"Origin": f"http://{HOST}:{port}", "Accept-Encoding": "gzip"}
        if form is None:
            connection.request("GET", path, headers=headers)
        else:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            connection.request("POST", path, urlencode(form), headers)
        answer = connection.getresponse()
        answer.read()
        return answer.status, answer.headers.get("location") or ""
    finally:
        connection.close()


@dataclass
class Seen:
    """What clients met; appending to a list is one step for all threads."""

    spent: list[float] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    """Requests without an answer."""
    ruled: list[tuple[str, str]] = field(default_factory=list)
    """(claim, name) of rulings that were answered as done."""

    def ask(self, port: int, path: str, form: dict[str, str] | None = None) -> int:
        begun = time.monotonic()
        try:
            status, _ = ask(port, path, form)
        except (OSError, http.client.HTTPException) as error:
            self.lost.append(f"{path}: {error}")
            return 0
        self.spent.append(time.monotonic() - begun)
        self.statuses.append(status)
        return status

    @property
    def errors(self) -> int:
        """Answers of a fault of ours, and none at all."""
        return len(self.lost) + sum(status >= 500 for status in self.statuses)

    def at(self, share: float) -> float:
        """Seconds in which that share of the answers came."""
        ordered = sorted(self.spent)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def addresses(ledger: str) -> tuple[list[str], list[str]]:
    """Give what is asked for, mixed, and ids of claims to rule on."""
    with Workspace(ledger, create=False) as workspace:
        asked = pages.questions(workspace, random.Random(11))
        from sayso.ledger import Page

        claims = [held.id for held in workspace.ledger.claims(page=Page(2000))]
    mixed = [path for paths in asked.values() for path in (paths * 40)[:40]]
    random.Random(5).shuffle(mixed)
    return mixed, claims


def together(count: int, work) -> None:
    """Run `work(number)` in so many threads and wait for all."""
    threads = [threading.Thread(target=work, args=(n,)) for n in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def rule(seen: Seen, port: int, claim: str, name: str, act: str = "confirm") -> None:
    form = {"claim": claim, "act": act, "reviewer": name, "reason": "as it stands"}
    if seen.ask(port, "/review", form) == 303:
        seen.ruled.append((claim, name))


def storm(
    served: Served,
    mixed: list[str],
    requests: int,
    beside: Callable[[], float] | None = None,
) -> tuple[Seen, list[float], list[float]]:
    """Ask all at once; give what came, and the memory before and after each quarter.

    Args:
        served: Of whom to ask.
        mixed: What to ask for.
        requests: How often.
        beside: Gives the megabytes of a server of the database, given last.
    """
    seen, memory, others = Seen(), [served.megabytes], []
    if beside is not None:
        others.append(beside())
    for quarter in range(4):
        share = requests // 4 // CLIENTS

        def work(number: int, quarter: int = quarter, share: int = share) -> None:
            chance = random.Random(quarter * 100 + number)
            for _ in range(share):
                seen.ask(served.port, chance.choice(mixed))

        together(CLIENTS, work)
        memory.append(served.megabytes)
        if beside is not None:
            others.append(beside())
    return seen, memory, others


def soak(
    served: Served, mixed: list[str], claims: list[str], seconds: float
) -> tuple[Seen, list[float]]:
    """Read and rule for so long; give what came, and the memory at each tenth."""
    seen, memory = Seen(), []
    until = time.monotonic() + seconds

    def work(number: int) -> None:
        chance = random.Random(number)
        while time.monotonic() < until:
            if number < RULERS:
                rule(seen, served.port, chance.choice(claims), f"reviewer {number}")
                time.sleep(0.2)
            else:
                seen.ask(served.port, chance.choice(mixed))

    def watch() -> None:
        while time.monotonic() < until:
            memory.append(served.megabytes)
            time.sleep(seconds / 10)

    watcher = threading.Thread(target=watch)
    watcher.start()
    together(CLIENTS, work)
    watcher.join()
    return seen, memory


def two_on_one(served: Served, claims: list[str]) -> tuple[int, int]:
    """Two rule on each claim at one instant; give rulings kept, claims disputed."""
    seen = Seen()
    acts = (("ann", "confirm"), ("ben", "reject"))
    for claim in claims:
        together(2, lambda n, claim=claim: rule(seen, served.port, claim, *acts[n]))
    with Workspace(served.ledger, create=False) as workspace:
        ledger = workspace.ledger
        kept = sum(
            {"ann", "ben"} <= {r.reviewer for r in ledger.rulings(claim)}
            for claim in claims
        )
        disputed = sum(ledger.claim(claim).status == "disputed" for claim in claims)
    return kept, disputed


def killed(
    served: Served, mixed: list[str], claims: list[str], rounds: int
) -> tuple[int, int]:
    """Kill the server under load again and again; give rulings told done, and lost."""
    done: list[tuple[str, str]] = []
    for number in range(rounds):
        seen, over = Seen(), threading.Event()

        def work(at: int, seen: Seen = seen, over=over, number: int = number) -> None:
            chance = random.Random(number * 100 + at)
            while not over.is_set():
                if at < 4:
                    name = f"round {number} client {at}"
                    rule(seen, served.port, chance.choice(claims), name)
                else:
                    seen.ask(served.port, chance.choice(mixed))
                if seen.lost:
                    return

        def end(_: int = 0, over=over, seen: Seen = seen) -> None:
            until = time.monotonic() + _WAIT
            while len(seen.ruled) < _BEFORE_A_KILL and time.monotonic() < until:
                time.sleep(0.1)
            served.kill()
            over.set()

        together(CLIENTS + 1, lambda n, w=work, e=end: e() if n == CLIENTS else w(n))
        done += seen.ruled
        served.start()
    with Workspace(served.ledger, create=False) as workspace:
        rulings = workspace.ledger.rulings
        held = {claim: {r.reviewer for r in rulings(claim)} for claim, _ in done}
    return len(done), sum(name not in held[claim] for claim, name in done)


def processor_seconds(folder: Path | None) -> float:
    """Give the processor time of this process, and of a server whose folder it is."""
    return time.process_time() + server_seconds(folder)


def server_seconds(folder: Path | None) -> float:
    """Give the processor time of PostgreSQL's processes, 0 without a server.

    Of those that run to the nanosecond, of those that ended in hundredths of a second.
    """
    if folder is None:
        return 0.0
    first, *others = postgres_processes(folder)
    # behind the name, which may have blanks: state, parent, ...
    stat = Path(f"/proc/{first}/stat").read_text().rpartition(")")[2].split()
    spent = sum(map(int, stat[13:15])) / os.sysconf("SC_CLK_TCK")
    for process in (first, *others):
        with suppress(OSError):  # it ended meanwhile
            on_a_core = Path(f"/proc/{process}/schedstat").read_text().split()[0]
            spent += int(on_a_core) / 1e9
    return spent


def postgres_processes(folder: Path) -> list[str]:
    """Give the processes of a server whose folder it is, the first one first."""
    first = (folder / "data" / "postmaster.pid").read_text().split()[0]
    return [first, *Path(f"/proc/{first}/task/{first}/children").read_text().split()]


def server_megabytes(folder: Path) -> float:
    """Give what PostgreSQL's processes hold beside the buffers that they share."""
    held = 0
    for process in postgres_processes(folder):
        with suppress(OSError):
            status = Path(f"/proc/{process}/status").read_text().splitlines()
            lines = [line for line in status if line.startswith("RssAnon")]
            held += sum(int(line.split()[1]) for line in lines)
    return held / 1024


def cost_rows(title: str, ledger: str, rounds: int, folder: Path | None) -> list[Row]:
    """Give what a request of each kind of page costs, masks made before and kept."""
    rows, means = [], {}
    with Workspace(ledger, create=False) as workspace:
        data = f"{title}, {workspace.ledger.count_claims():,} synthetic claims"
        client = TestClient(make_app(workspace), base_url="http://127.0.0.1:8000")
        asked = pages.questions(workspace, random.Random(11))
        for paths in asked.values():
            for path in (paths * rounds)[:rounds]:
                client.get(path)
        workspace.ledger.close()
    with Workspace(ledger, create=False) as workspace:
        client = TestClient(make_app(workspace), base_url="http://127.0.0.1:8000")
        client.get("/claims")
        for kind, paths in asked.items():
            begun = processor_seconds(folder)
            for path in (paths * rounds)[:rounds]:
                client.get(path, headers={"Accept-Encoding": "gzip"})
            means[kind] = 1000 * (processor_seconds(folder) - begun) / rounds
            print(f"{title}: {kind}: {means[kind]:.1f}", flush=True)
    every = sum(means.values()) / len(means)
    rows.append(
        Row("CPU ms a request, mean of 21 kinds of pages", data, round(every, 1))
    )
    dearest = sorted(means.items(), key=lambda item: -item[1])[:5]
    rows += [
        Row(f"{kind}: CPU ms a request", data, round(ms, 1)) for kind, ms in dearest
    ]
    return rows


def page_cost_rows(
    title: str, ledger: str, rounds: int, folder: Path | None
) -> list[Row]:
    """Give what `bench/pages.py` measures, with the time of the database's server."""
    with Workspace(ledger, create=False) as workspace:
        data = f"{title}, {workspace.ledger.count_claims():,} synthetic claims"
        found = pages.measure(workspace, rounds, lambda: server_seconds(folder))
    return page_rows(found, data)


def of_store(
    title: str,
    ledger: str,
    port: int,
    options: argparse.Namespace,
    folder: Path | None = None,
):
    """Give the rows of one store."""
    mixed, claims = addresses(ledger)
    with Workspace(ledger, create=False) as workspace:
        held = workspace.ledger.count_claims()
    data = f"{title}, {held:,} synthetic claims"
    served = Served(ledger, port)
    rows = []

    def add(what: str, figure, target: str | None = None) -> None:
        rows.append(Row(what, data, figure, target))
        print(f"{title}: {what}: {figure}", flush=True)

    try:
        if options.requests:
            beside = None if folder is None else lambda: server_megabytes(folder)
            spent = -served.seconds - server_seconds(folder)
            seen, memory, others = storm(served, mixed, options.requests, beside)
            spent += served.seconds + server_seconds(folder)
            counted = dict(sorted(Counter(seen.statuses).items()))
            add("requests answered, by 16 clients", len(seen.statuses))
            print(counted, seen.lost[:3], flush=True)
            add("errors", seen.errors, "0")
            add("p50, p99 in s", [round(seen.at(x), 3) for x in (0.5, 0.99)],
                "p99 <= 1.5")  # fmt: skip
            add("CPU ms a request", round(1000 * spent / len(seen.statuses), 1))
            add("MB of the pages' server before and after each quarter",
                [round(m) for m in memory], "flat")  # fmt: skip
            if others:
                add("MB of PostgreSQL's processes, shared buffers aside",
                    [round(m) for m in others], "flat")  # fmt: skip
            kept, disputed = two_on_one(served, claims[:20])
            what = "two reviewers on one claim: both kept, disputed, of 20"
            add(what, [kept, disputed])
        if options.kills:
            done, lost = killed(served, mixed, claims[100:], options.kills)
            what = f"rulings told done over {options.kills} kills, lost"
            add(what, [done, lost], "0 lost")
        if options.soak:
            seen, memory = soak(served, mixed, claims[100:], options.soak)
            what = f"soak of {options.soak} s:"
            add(f"{what} answers, rulings among them",
                [len(seen.statuses), len(seen.ruled)])  # fmt: skip
            add(f"{what} errors", seen.errors, "0")
            add(f"{what} p50, p99 in s", [round(seen.at(x), 3) for x in (0.5, 0.99)])
            ends = [round(m) for m in (memory[0], memory[len(memory) // 2], memory[-1])]
            add(f"{what} MB at the start, half way, at the end", ends, "flat")
    finally:
        served.kill()
    with Workspace(ledger, create=False) as workspace:
        add("faults that verify finds afterwards", len(workspace.verify().faults), "0")
    return rows


def write_cost(rows: list[Row], options: argparse.Namespace) -> None:
    """Write the part of `--cost`."""
    notes = [
        "Processor time of the pages' process and, with PostgreSQL, of all of the server's; each kind is asked for one after another. Masks are kept from an earlier round, and a fresh process has none in memory.",
    ]
    only = f" --only {options.only}" if options.only else ""
    command = f"python bench/load.py --cost --claims {options.claims}{only}"
    title = "What a page costs on a large ledger"
    write_part("load-cost", Part(title, command, rows, notes))


def write_pages(
    rows: list[Row], options: argparse.Namespace, load: tuple[float, ...]
) -> None:
    """Write the part of `--pages`."""
    loads = " / ".join(f"{one:.1f}" for one in load)
    notes = [
        "CPU ms of the pages' process and of all of PostgreSQL's together, median and 95th percentile of the first visit by a fresh process, and KB as sent, gzipped; masks of all documents were kept beforehand, as they are when one is read.",
        f"The machine's load on its two cores was {loads} (1, 5, 15 minutes).",
    ]
    command = f"python bench/load.py --pages --claims {options.claims}"
    command += f" --only postgresql --rounds {options.rounds}"
    write_part("pages-postgresql", Part("Pages: PostgreSQL", command, rows, notes))


def main() -> None:
    """Build what is missing, measure both stores, write the part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=200_000)
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=3)
    parser.add_argument("--soak", type=float, default=300, help="seconds; 0 for none")
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    parser.add_argument("--cost", action="store_true", help="processor time only")
    parser.add_argument("--pages", action="store_true", help="as the page bench does")
    parser.add_argument("--at", help="address of a ledger that was moved already")
    parser.add_argument("--rounds", type=int, default=12, help="requests a kind")
    options = parser.parse_args()
    path = ROOT / "build" / f"load-{options.claims}.db"
    if not (options.at or path.exists()):
        path.parent.mkdir(exist_ok=True)
        pages.build(path, options.claims)
    load, rows = os.getloadavg(), []

    def measure(title: str, ledger: str, port: int, folder: Path | None) -> list[Row]:
        if options.cost:
            return cost_rows(title, ledger, options.rounds, folder)
        if options.pages:
            return page_cost_rows(title, ledger, options.rounds, folder)
        return of_store(title, ledger, port, options, folder)

    if options.at:
        folder = Path(str(conninfo_to_dict(options.at)["host"]))
        rows += measure("PostgreSQL", options.at, 8921, folder)
    elif options.only != "sqlite":
        server = team_server.Server(
            fsync="on", full_page_writes="on", shared_buffers="256MB"
        )
        try:
            begun = time.monotonic()
            address = server.address(server.make_database())
            with ExitStack() as held:
                source = held.enter_context(closing(open_ledger(str(path))))
                target = held.enter_context(closing(open_ledger(address)))
                copy_log(source, target)
                target.keep("masks", source.kept("masks"))
            spent = time.monotonic() - begun
            print(f"moved in {spent:.0f} s", flush=True)
            rows += measure("PostgreSQL", address, 8921, server.folder)
        finally:
            server.remove()
    if options.only != "postgresql" and not options.at:
        copy = path.with_suffix(".asked.db")
        copy.unlink(missing_ok=True)
        with Workspace(str(path), create=False) as workspace:
            workspace.ledger.backup(str(copy))
        rows += measure("SQLite", str(copy), 8922, None)
    if options.cost:
        write_cost(rows, options)
        return
    if options.pages:
        write_pages(rows, options, load)
        return
    notes = [
        f"Wall time with clients and server on the same two cores, whose load before was {load[0]:.1f} / {load[1]:.1f} / {load[2]:.1f} (1, 5, 15 minutes).",
        "Pages are those of the page bench, mixed. A killed server is started again on the same ledger; a ruling was told done when its form was answered 303.",
    ]
    command = f"python bench/load.py --claims {options.claims} --soak {options.soak:g}"
    name, title = "load", "Many at once"
    if options.only:
        name, title = f"load-{options.only}", f"{title}: {options.only}"
        command += f" --only {options.only}"
    command += f" --requests {options.requests} --kills {options.kills}"
    write_part(name, Part(title, command, rows, notes))


if __name__ == "__main__":
    main()
