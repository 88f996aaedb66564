"""Feeds asked again and again: conditions, what is kept, what is refused."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

import made_files
import standin
from sayso.errors import InputError
from sayso.intake import Skipped
from sayso.workspace import Settings, Stored, Workspace
from sayso.workspace.feeds import ask

ITEMS = {"version": "one", "body": made_files.rss("First item, 12 killed.")}


class Server(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/robots.txt":
            self.answer(200, b"User-agent: *\nDisallow: /closed\n", "text/plain")
        elif self.headers["If-None-Match"] == ITEMS["version"]:
            self.answer(304, b"", "application/rss+xml")
        else:
            self.answer(200, ITEMS["body"], "application/rss+xml")

    def answer(self, status, body, media):
        self.send_response(status)
        self.send_header("Content-Type", media)
        self.send_header("ETag", ITEMS["version"])
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words):
        pass


@pytest.fixture
def site():
    ITEMS.update(version="one", body=made_files.rss("First item, 12 killed."))
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def test_only_what_changed_is_sent_also_after_a_stop(site, tmp_path):
    address = f"{site}/feed"
    assert ask(address, tmp_path, may_be_private=True).name.endswith(".warc.gz")
    assert ask(address, tmp_path, may_be_private=True) is None
    ITEMS.update(version="two", body=made_files.rss("Second item."))
    assert ask(address, tmp_path, may_be_private=True) is not None


def test_items_are_read_once(site, tmp_path):
    settings = Settings(reader=standin.OWN)
    with Workspace(str(tmp_path / "a.db"), settings=settings) as workspace:
        (first,) = workspace.ask(f"{site}/feed", may_be_private=True)
        assert isinstance(first, Stored)
        assert list(workspace.ask(f"{site}/feed", may_be_private=True)) == []
    assert len(list((tmp_path / "a-fetched").glob("*.warc.gz"))) == 1


def test_a_private_address_is_refused_unless_told(site, tmp_path):
    with pytest.raises(InputError, match="private network"):
        ask(f"{site}/feed", tmp_path)


def test_robots_are_followed_and_reported(site, tmp_path):
    with Workspace(str(tmp_path / "a.db"), settings=Settings(reader=standin.OWN)) as w:
        (skipped,) = w.ask(f"{site}/closed", may_be_private=True)
    assert isinstance(skipped, Skipped)
    assert "robots.txt" in skipped.reason


def test_versions_that_cannot_be_read_are_none(site, tmp_path):
    (tmp_path / "watched.json").write_text("{cut")
    assert ask(f"{site}/feed", tmp_path, may_be_private=True) is not None
