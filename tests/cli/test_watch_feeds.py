"""`sayso watch --feed` from the command line, against a server of this machine."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

import made_files
from sayso.workspace import watching


class Server(BaseHTTPRequestHandler):
    def do_GET(self):
        is_feed = self.path == "/feed"
        is_same = is_feed and self.headers.get("If-None-Match") == '"a"'
        self.send_response(304 if is_same else 200 if is_feed else 404)
        self.send_header("ETag", '"a"')
        self.send_header("Content-Type", "application/rss+xml")
        self.end_headers()
        if is_feed and not is_same:
            self.wfile.write(made_files.rss())

    def log_message(self, *words):
        pass


@pytest.fixture
def feed(monkeypatch):
    monkeypatch.setattr(watching, "PAUSE", 0.0)
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/feed"
        server.shutdown()
        thread.join()


def test_a_feed_is_read_once_and_a_later_start_goes_on(sayso, feed):
    assert sayso("watch", "--feed", feed, "--local", "--looks", "1") == 0
    assert "read: Item 1 (" in sayso.err
    assert "1 address asked: 1 new, 0 held already, 0 skipped" in sayso.err
    assert sayso("watch", feed, "--local", "--looks", "1", "--json") == 0
    assert sayso.out == ""
    assert "0 new, 0 held already, 0 skipped" in sayso.err


def test_the_local_network_is_asked_only_when_told(sayso, feed):
    assert sayso("watch", "--feed", feed, "--looks", "1") == 0
    assert "local network" in sayso.err


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ((), "name a folder"),
        (("in", "--feed", "https://a.example/"), "not both"),
        (("--feed", "https://a.example/", "--every", "5s"), "60 seconds"),
        (("in", "--every", "soon"), "no length of time"),
        (("in", "--every", "0m"), "no length of time"),
    ],
)
def test_what_cannot_be_watched_is_wrong_use(sayso, given, words):
    assert sayso("watch", *given) == 2
    assert words in sayso.err
