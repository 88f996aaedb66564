"""Feeds are asked politely, what is new is read once, and a restart goes on."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

import made_files
import standin
from sayso.errors import InputError
from sayso.intake import Skipped
from sayso.workspace import Settings, Stored, Workspace
from sayso.workspace.watching import PAUSE, Clock, Watch

FIRST, SECOND = (made_files.WORDS.replace("40", str(n)) for n in (41, 42))


class Site:
    """What the server answers, and what it was asked."""

    def __init__(self):
        self.asked = []
        self.pages = {}

    def paths(self):
        return [path for path, _ in self.asked]


SITE = Site()


class Server(BaseHTTPRequestHandler):
    def do_GET(self):
        SITE.asked.append((self.path, dict(self.headers)))
        status, body, headers = SITE.pages.get(self.path, (404, b"", {}))
        if self.headers.get("If-None-Match", "-") == headers.get("ETag"):
            status, body = 304, b""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

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


@pytest.fixture(autouse=True)
def pages():
    SITE.asked.clear()
    SITE.pages = {
        "/robots.txt": (200, b"User-agent: *\nDisallow: /closed\n", {}),
        "/feed": (200, made_files.rss(FIRST), {"ETag": '"a"', "Content-Type": RSS}),
    }
    return SITE.pages


RSS = "application/rss+xml"
HTML = "text/html; charset=utf-8"


class Time:
    """A clock that goes on only while something waits."""

    def __init__(self):
        self.at = 1_000_000.0
        self.waited = []

    def clock(self):
        return Clock(lambda: self.at, self.sleep)

    def sleep(self, seconds):
        self.waited.append(seconds)
        self.at += seconds


@pytest.fixture
def watch(tmp_path):
    return Watch(tmp_path / "a-fetched", local=True, clock=Time().clock())


@pytest.fixture
def workspace(tmp_path):
    settings = Settings(reader=standin.OWN)
    with Workspace(str(tmp_path / "a.db"), settings=settings) as opened:
        yield opened


def test_what_has_not_changed_is_not_sent_or_read_again(site, watch, workspace):
    (stored,) = workspace.look(watch, f"{site}/feed")
    assert isinstance(stored, Stored)
    assert stored.document.facts.outlet == "Olmar Post"
    assert list(workspace.look(watch, f"{site}/feed")) == []
    assert SITE.paths() == ["/robots.txt", "/feed", "/feed"]
    assert SITE.asked[2][1]["If-None-Match"] == '"a"'


def test_a_new_item_is_read_and_the_others_are_held(site, watch, workspace, pages):
    list(workspace.look(watch, f"{site}/feed"))
    pages["/feed"] = (200, made_files.rss(FIRST, SECOND), {"ETag": '"b"'})
    found = list(workspace.look(watch, f"{site}/feed"))
    assert [stored.is_new for stored in found] == [False, True]


def test_a_later_start_goes_on_where_the_first_ended(site, watch, workspace, tmp_path):
    list(workspace.look(watch, f"{site}/feed"))
    again = Watch(tmp_path / "a-fetched", local=True, clock=Time().clock())
    assert list(workspace.look(again, f"{site}/feed")) == []
    assert "If-None-Match" in SITE.asked[-1][1]
    assert len(list((tmp_path / "a-fetched").glob("*.warc.gz"))) == 1


def test_what_was_not_read_is_asked_for_again(site, watch, tmp_path):
    assert watch.ask(f"{site}/feed") is not None  # nobody said that it was read
    again = Watch(tmp_path / "a-fetched", local=True, clock=Time().clock())
    assert again.ask(f"{site}/feed") is not None


def test_the_same_body_without_a_tag_is_nothing_new(site, watch, workspace, pages):
    pages["/feed"] = (200, made_files.rss(FIRST), {})
    assert len(list(workspace.look(watch, f"{site}/feed"))) == 1
    assert list(workspace.look(watch, f"{site}/feed")) == []


def test_requests_of_one_host_stand_apart(site, tmp_path, pages):
    pages["/robots.txt"] = (200, b"User-agent: *\nCrawl-delay: 7\n", {})
    time = Time()
    watch = Watch(tmp_path, local=True, clock=time.clock())
    watch.ask(f"{site}/feed")
    watch.ask(f"{site}/feed")
    assert time.waited == [7, 7]
    assert PAUSE < 7


def test_robots_are_asked_once_a_day(site, tmp_path):
    time = Time()
    watch = Watch(tmp_path, local=True, clock=time.clock())
    for _ in range(3):
        watch.ask(f"{site}/feed")
    time.at += 90_000
    watch.ask(f"{site}/feed")
    assert SITE.paths().count("/robots.txt") == 2


def test_what_robots_close_is_left_alone(site, watch, workspace):
    (skipped,) = workspace.look(watch, f"{site}/closed")
    assert isinstance(skipped, Skipped)
    assert "robots.txt" in skipped.reason
    assert "/closed" not in SITE.paths()


def test_a_server_that_asks_to_wait_is_left_alone(site, tmp_path, pages):
    time = Time()
    watch = Watch(tmp_path, local=True, clock=time.clock())
    pages["/feed"] = (429, b"", {"Retry-After": "3600"})
    with pytest.raises(InputError, match="left alone for 3600 s"):
        watch.ask(f"{site}/feed")
    time.at += 1800
    with pytest.raises(InputError, match="1800 s more"):
        watch.ask(f"{site}/feed")
    assert SITE.paths().count("/feed") == 1
    time.at += 1900
    with pytest.raises(InputError, match="429"):
        watch.ask(f"{site}/feed")


def test_a_redirect_to_a_file_is_not_followed(site, watch, workspace, pages):
    pages["/feed"] = (302, b"", {"Location": "file:///etc/hostname"})
    (skipped,) = workspace.look(watch, f"{site}/feed")
    assert isinstance(skipped, Skipped)


def test_a_redirect_on_the_host_is_followed(site, watch, workspace, pages):
    pages["/old"] = (301, b"", {"Location": "/feed"})
    (stored,) = workspace.look(watch, f"{site}/old")
    assert stored.is_new


def test_the_local_network_is_refused_unless_told(site, tmp_path, workspace):
    watch = Watch(tmp_path, clock=Time().clock())
    (skipped,) = workspace.look(watch, f"{site}/feed")
    assert "local network" in skipped.reason
    assert SITE.asked == []


def feed_of(*links):
    items = made_files.rss(*[FIRST] * len(links)).decode()
    for number, link in enumerate(links, 1):
        items = items.replace(f"https://post.example/{number}<", f"{link}<")
    return 200, items.encode(), {}


def test_pages_of_items_are_read_in_their_place(site, watch, workspace, pages):
    pages["/feed"] = feed_of(f"{site}/one", f"{site}/gone")
    pages["/one"] = (200, made_files.html(SECOND), {"Content-Type": HTML})
    found = list(workspace.look(watch, f"{site}/feed", pages=True))
    page, told, item = found
    assert "42" in workspace.ledger.text(page.document.id)
    assert "status 404" in told.reason
    assert "41" in workspace.ledger.text(item.document.id)
    pages["/feed"] = feed_of(f"{site}/one")
    SITE.asked.clear()
    assert list(workspace.look(watch, f"{site}/feed", pages=True)) == []
    assert SITE.paths() == ["/feed"]


def test_a_page_of_another_host_in_the_local_network_is_refused(
    site, watch, workspace, pages
):
    other = site.replace("127.0.0.1", "localhost")
    pages["/feed"] = feed_of(f"{other}/one")
    pages["/one"] = (200, made_files.html(SECOND), {"Content-Type": HTML})
    told, item = workspace.look(watch, f"{site}/feed", pages=True)
    assert "local network" in told.reason
    assert isinstance(item, Stored)


def test_damaged_notes_are_told(tmp_path):
    (tmp_path / "watched.json").write_text("[1", encoding="utf-8")
    with pytest.raises(InputError, match=r"watched.json.*damaged"):
        Watch(tmp_path)
