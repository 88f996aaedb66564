"""Where a report lay on somebody's machine leaves by no page, command or export."""

import pytest

from sayso.model import Document
from sayso.workspace.shown_names import shown_document, shown_name

PLACES = [
    ("/home/ada/desk/report.txt", "report.txt"),
    ("/home/ada/desk/all.jsonl line 3", "all.jsonl line 3"),
    ("/home/ada/page.wacz/data.warc.gz record 2", "data.warc.gz record 2"),
    ("~/desk/report.txt", "report.txt"),
    ("../desk/report.txt", "report.txt"),
    ("C:\\Users\\ada\\report.txt", "report.txt"),
    ("\\\\desk\\ada\\report.txt", "report.txt"),
    ("file:///home/ada/report.html", "report.html"),
]
KEPT = ["reports/may/one.txt", "wire-12", "pasted text", "desk/7", "a:b", ""]


@pytest.mark.parametrize(("given", "shown"), PLACES)
def test_a_place_on_a_machine_is_cut_to_the_name(given, shown):
    assert shown_name(given) == shown
    assert shown_name(shown) == shown


@pytest.mark.parametrize("name", KEPT)
def test_other_names_stay(name):
    assert shown_name(name) == name


def test_an_address_of_a_machine_is_no_address():
    given = Document("Text.", name="/home/ada/a.html", url="file:///home/ada/a.html")
    shown = shown_document(given)
    assert (shown.name, shown.url) == ("a.html", None)
    held = shown_document(Document("Text.", name="a", url="https://example.org/a"))
    assert held.url == "https://example.org/a"
