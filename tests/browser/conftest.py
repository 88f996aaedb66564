"""The pages of the example reports, served for real and visited by Chromium.

Chromium is the system's; where there is none, or no playwright, these tests skip.
"""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OUTPUT = ROOT / "ci-output" / "pages"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # All other hosts are unresolvable, so a page that wants one fails loudly.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
)
WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 390, "height": 844}


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)


@dataclass
class Site:
    """A served ledger."""

    address: str
    workspace: object
    documents: dict[str, str] = field(default_factory=dict)

    def url(self, path: str) -> str:
        return self.address + path


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Iterator[Site]:
    """The example reports, read by the real reader and checked."""
    pytest.importorskip("uvicorn", reason="the pages need the extra web")
    from sayso.workspace import Workspace

    path = tmp_path_factory.mktemp("site") / "examples.db"
    with Workspace(str(path)) as workspace:
        list(workspace.read([ROOT / "examples/kursk-2025-03/reports.jsonl"]))
        workspace.check()
        with served(workspace) as address:
            held = workspace.ledger.documents()
            yield Site(
                address,
                workspace,
                {document.facts.name: document.id for document in held},
            )


LAYERS = {
    "example-mapping-desk": ("Example Mapping Desk", "assessed control"),
    "sample-survey-office": ("Sample Survey Office", "claimed control"),
}
"""Example file of control layers -> who drew it, and what it is said to be."""


@pytest.fixture(scope="session")
def kursk(tmp_path_factory):
    """The example reports in three languages with layers, read and checked."""
    from sayso.layers import Maker, Status
    from sayso.workspace import Workspace
    from sayso.workspace.layering import add_layers

    pytest.importorskip("shapely", reason="control polygons need the extra layers")
    path = tmp_path_factory.mktemp("three") / "kursk.db"
    with Workspace(str(path)) as workspace:
        for folder in ("kursk-2025-03", "kursk-2025-03-ru-uk"):
            list(workspace.read([ROOT / "examples" / folder / "reports.jsonl"]))
        for name, (authority, status) in LAYERS.items():
            file = ROOT / "examples/kursk-2025-03/layers" / f"{name}.geojson"
            maker = Maker(authority, Status(status), "Ukraine", covers=("Kursk",))
            add_layers(workspace, [file], maker)
        workspace.check()
        yield workspace


@contextmanager
def served(workspace, door=None) -> Iterator[str]:
    """Serve a workspace's pages and give their address.

    `door` makes who reaches them of the address that browsers say.
    """
    import uvicorn

    from sayso.web.app import Door, make_app

    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(64)
    own = f"http://localhost:{listener.getsockname()[1]}"
    app = make_app(workspace, door=Door() if door is None else door(own))
    config = uvicorn.Config(app, log_level="warning", lifespan="off", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(
        target=server.run, kwargs={"sockets": [listener]}, daemon=True
    )
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)
    listener.close()


@pytest.fixture(scope="session")
def chromium():
    """One Chromium for all tests."""
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine: apt-get install chromium")
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="no playwright: pip install playwright"
    )
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


class Visit:
    """A tab that notes everything a good page does not do."""

    def __init__(self, page, site: Site) -> None:
        self.page, self.site, self.faults = page, site, []
        page.on("console", self._note_console)
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("request", self._note_request)
        page.on("response", self._note_response)
        page.on("dialog", lambda dialog: self.faults.append(f"dialog: {dialog}"))

    def go(self, path: str):
        self.page.goto(self.site.url(path), wait_until="load")
        return self.page

    def _note_console(self, message) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(f"console: {message.text}")

    def _note_request(self, request) -> None:
        if not request.url.startswith(self.site.address):
            self.faults.append(f"foreign: {request.url}")

    def _note_response(self, response) -> None:
        if response.status >= 500:
            self.faults.append(f"{response.status}: {response.url}")


@pytest.fixture
def visit(chromium, site):
    """Open a tab; at the end, nothing bad may have happened in any."""
    contexts, visits = [], []

    def open_tab(**options) -> Visit:
        context = chromium.new_context(**{"viewport": WIDE, **options})
        context.set_default_timeout(15_000)
        contexts.append(context)
        visits.append(Visit(context.new_page(), site))
        return visits[-1]

    yield open_tab
    faults = [fault for visited in visits for fault in visited.faults]
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def tab_on(chromium):
    """Serve a workspace of a test's own and open a tab on it."""
    with ExitStack() as stack:
        visits: list[Visit] = []

        def open_tab(workspace) -> Visit:
            address = stack.enter_context(served(workspace))
            context = chromium.new_context(viewport=WIDE, accept_downloads=True)
            context.set_default_timeout(60_000)
            stack.callback(context.close)
            visits.append(Visit(context.new_page(), Site(address, workspace)))
            return visits[-1]

        yield open_tab
        faults = [fault for visited in visits for fault in visited.faults]
    assert faults == []


@pytest.fixture
def serve_behind():
    """Serve a workspace behind a door, at the address that passkeys belong to."""
    with ExitStack() as stack:

        def serve(workspace, door) -> str:
            address = stack.enter_context(served(workspace, door))
            return address.replace("127.0.0.1", "localhost")

        yield serve


@pytest.fixture(scope="session")
def output() -> Path:
    """Where screenshots and prints are kept for people to look at."""
    OUTPUT.mkdir(parents=True, exist_ok=True)
    return OUTPUT
