"""A page is fetched politely, kept as it came, and read from what was kept."""

import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

import made_files
import standin
from sayso.errors import InputError
from sayso.intake import Skipped
from sayso.workspace import Settings, Stored, Workspace, fetching
from sayso.workspace.addresses import is_address
from sayso.workspace.fetching import LOCAL, check_allowed, fetch

PAGES = {
    "/robots.txt": (200, b"User-agent: *\nDisallow: /closed\n", "text/plain"),
    "/page": (200, made_files.html(), "text/html; charset=utf-8"),
    "/closed": (200, made_files.html(), "text/html"),
    "/large": (200, b"a" * 5000, "text/plain"),
    "/drip": (200, b"a", "text/plain"),
    "/cut": (200, b"a" * 50, "text/plain"),
    "/fault": (500, b"", "text/plain"),
    "/away": (302, b"file:///etc/hostname", "text/plain"),
}


ASKED: list[str] = []


class Server(BaseHTTPRequestHandler):
    def do_GET(self):
        ASKED.append(self.headers["User-Agent"])
        status, body, media = PAGES.get(self.path, (404, b"", "text/plain"))
        self.send_response(status)
        self.send_header("Content-Type", media)
        if status == 302:
            self.send_header("Location", body.decode())
        if self.path == "/cut":
            self.send_header("Content-Length", str(len(body) + 7))
        self.end_headers()
        self.wfile.write(body)
        while self.path == "/drip":
            time.sleep(0.02)
            try:
                self.wfile.write(b".")
            except OSError:  # the other side gave up
                return

    def log_message(self, *words):
        pass


@pytest.fixture(scope="module")
def site():
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def test_a_named_page_is_kept_and_read_with_its_address_and_instant(site, tmp_path):
    settings = Settings(reader=standin.OWN)
    with Workspace(str(tmp_path / "a.db"), settings=settings) as workspace:
        (stored,) = workspace.read([f"{site}/page"], local=True)
    assert isinstance(stored, Stored)
    facts = stored.document.facts
    assert facts.url == f"{site}/page"
    assert facts.retrieved.endswith("Z")
    assert "digest sha1:" in facts.custody[0].what
    assert len(list((tmp_path / "a-fetched").glob("*.warc.gz"))) == 1
    assert {agent.partition("/")[0] for agent in ASKED} == {"sayso"}


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/closed", "robots.txt"),
        ("/none", "status 404"),
        ("/fault", "status 500"),
        ("/away", "status 302"),
    ],
)
def test_what_cannot_or_must_not_be_fetched_costs_a_sentence(
    site, tmp_path, path, reason
):
    settings = Settings(reader=standin.OWN)
    with Workspace(str(tmp_path / "a.db"), settings=settings) as workspace:
        (skipped,) = workspace.read([site + path], local=True)
    assert isinstance(skipped, Skipped)
    assert reason in skipped.reason


def test_a_larger_answer_is_refused(site):
    with pytest.raises(InputError, match="larger"):
        fetch(f"{site}/large", largest=1000, terms=LOCAL)


def test_an_answer_that_drips_without_end_is_given_up(site, monkeypatch):
    monkeypatch.setattr(fetching, "LONGEST", 0.1)
    with pytest.raises(InputError, match="takes longer"):
        fetch(f"{site}/drip", terms=LOCAL)


def test_a_server_that_says_nothing_is_given_up(monkeypatch):
    monkeypatch.setattr(fetching, "PATIENCE", 0.1)
    with (
        socket.create_server(("127.0.0.1", 0)) as silent,
        pytest.raises(InputError, match="cannot be fetched"),
    ):
        fetch(f"http://127.0.0.1:{silent.getsockname()[1]}/", terms=LOCAL)


def test_an_answer_that_breaks_off_is_not_taken_for_whole(site):
    with pytest.raises(InputError, match="breaks off 7 bytes"):
        fetch(f"{site}/cut", terms=LOCAL)


def test_a_server_without_robots_rules_allows(site, monkeypatch):
    monkeypatch.delitem(PAGES, "/robots.txt")
    check_allowed(f"{site}/closed", local=True)


@pytest.mark.parametrize("url", ["ftp://a.example/", "file:///etc/passwd", "http://"])
def test_only_addresses_of_the_web_are_fetched(url):
    with pytest.raises(InputError, match="no address"):
        fetch(url)


def test_a_path_is_no_address():
    assert is_address("HTTPS://a.example")
    assert not is_address("http-notes.txt")


def test_the_local_network_is_refused_unless_told(site, tmp_path):
    settings = Settings(reader=standin.OWN)
    with Workspace(str(tmp_path / "a.db"), settings=settings) as workspace:
        (skipped,) = workspace.read([f"{site}/page"])
    assert "local network" in skipped.reason
