"""Many at once, on small ledgers of both stores: nothing fails, nothing is lost.

The same steps as `python bench/load.py`, which measures them on large ones.
"""

import socket
import sys
from contextlib import closing
from pathlib import Path

import pytest

import team_server
from sayso.ledger import open_ledger
from sayso.ledger.moving import copy_log
from sayso.workspace import Workspace

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))
import load
import pages

SOAK = 20
"""Seconds in which pages are read and claims ruled on."""


@pytest.fixture(scope="module")
def synthetic(tmp_path_factory) -> str:
    path = tmp_path_factory.mktemp("load") / "synthetic.db"
    pages.build(path, 1_000)
    return str(path)


@pytest.fixture(params=["sqlite", "postgresql"])
def served(request, synthetic, tmp_path):
    """`sayso serve` on a copy of the ledger in each store."""
    address = str(tmp_path / "served.db")
    if request.param == "postgresql":
        if reason := team_server.missing():
            pytest.skip(reason)
        server = team_server.shared_server()
        address = server.address(server.emptied_database())
    with (
        closing(open_ledger(synthetic)) as source,
        closing(open_ledger(address)) as target,
    ):
        copy_log(source, target)
    with closing(socket.socket()) as free:
        free.bind((load.HOST, 0))
        port = free.getsockname()[1]
    running = load.Served(address, port)
    yield running
    running.kill()


def test_a_server_read_and_ruled_on_fails_nobody_and_loses_nothing(served):
    mixed, claims = load.addresses(served.ledger)
    seen, memory = load.soak(served, mixed, claims[100:], SOAK)
    assert seen.errors == 0, (seen.lost, sorted(set(seen.statuses)))
    assert seen.ruled
    assert len(seen.statuses) > len(seen.ruled)
    assert memory[-1] < 500
    kept, disputed = load.two_on_one(served, claims[:3])
    assert (kept, disputed) == (3, 3)
    with Workspace(served.ledger, create=False) as workspace:
        for claim, name in seen.ruled:
            assert name in {r.reviewer for r in workspace.ledger.rulings(claim)}
        assert workspace.verify().faults == ()


def test_a_server_killed_under_load_starts_again_with_all_it_had_told(served):
    mixed, claims = load.addresses(served.ledger)
    done, lost = load.killed(served, mixed, claims[100:], rounds=1)
    assert done > 0
    assert lost == 0
    assert load.ask(served.port, "/claims")[0] == 200
    with Workspace(served.ledger, create=False) as workspace:
        assert workspace.verify().faults == ()
