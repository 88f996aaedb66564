"""Two visitors and a running read on one file do not meet."""

import threading
from datetime import date

from starlette.testclient import TestClient
from visitor import HOST

from sayso.model import Document
from sayso.web.app import make_app
from sayso.workspace import Reader, Settings, Workspace
from standin import READER, read_document

DOCUMENTS = 60


def make_document(number: int) -> Document:
    return Document(
        f"Tarn Ministry said {number + 2} soldiers of Vessia were killed in Olmar.",
        outlet="Post",
        published=date(2030, 5, 1 + number % 28),
    )


def test_two_tabs_and_a_running_read(tmp_path):
    path = str(tmp_path / "shared.db")
    settings = Settings(reader=Reader(lambda: READER, read_document))
    faults: list[object] = []
    is_done = threading.Event()

    def read() -> None:
        with Workspace(path, settings=settings) as workspace:
            list(workspace.read(make_document(number) for number in range(DOCUMENTS)))
        is_done.set()

    def visit(workspace: Workspace, number: int) -> None:
        client = TestClient(make_app(workspace), base_url=HOST)
        count = 0
        while not is_done.is_set() or count < 5:
            for address in ("/", "/claims", "/speakers", "/review", "/claims.csv"):
                response = client.get(address)
                if response.status_code != 200:
                    faults.append((address, response.status_code))
            held = next(iter(workspace.claims()), None)
            if held is not None:
                form = {"claim": held.id, "act": "unsure", "reviewer": f"R{number}"}
                response = client.post(
                    "/review",
                    data=form,
                    headers={"origin": HOST},
                    follow_redirects=False,
                )
                if response.status_code != 303:
                    faults.append(("/review", response.status_code))
            count += 1

    with Workspace(path, settings=settings) as workspace:
        threads = [threading.Thread(target=read)]
        threads += [
            threading.Thread(target=visit, args=(workspace, n)) for n in range(2)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=120)
        assert faults == []
        assert workspace.ledger.sums().documents == DOCUMENTS
        assert workspace.verify().faults == ()
