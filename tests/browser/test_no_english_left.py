"""Nothing English is left on a Russian or Ukrainian page but names and quoted words.

Every kind of page is rendered on the example reports in three languages, checked and
with control layers. A word in Latin letters that stands in no element marked as of
another language is one that somebody forgot to translate, unless it is a name that
the ledger holds (of an outlet, speaker, document, map-maker) or one of `ALLOWED`.
"""

import json
import re
from html.parser import HTMLParser

import pytest
from addresses import PAGES, fill

from conftest import LAYERS, Site
from sayso.web.interface import INTERFACES
from sayso.workspace.installed import every_export

CODES = ("ru", "uk")
ALLOWED = {
    "Sayso": "the program's name",
    "sayso": "its commands",
    **dict.fromkeys(("import", "annotations"), "a command"),
    **dict.fromkeys(("Enter", "Shift"), "keys"),
    "English": "a language's own name, in the menu of languages",
    "GeoNames": "a gazetteer",
    **dict.fromkeys(("Natural", "Earth", "visionscarto"), "of maps"),
    "JavaScript": "a language of programs",
    **dict.fromkeys("SVG PNG JSON CSV PDF HTML URL ISO SHA".split(), "of files"),
    **dict.fromkeys("jsonl trafilatura".split(), "of a file's record"),
    **dict.fromkeys("Hypothesis FollowTheMoney ACLED UCDP".split(), "of others"),
    **dict.fromkeys("Claim LegalEntity low high".split(), "of their formats"),
    **dict.fromkeys(("nothing", "soon"), "asked for in an address of this test"),
    **dict.fromkeys((form.name for form in every_export()), "forms to take out"),
}
"""Word -> why it is no word of ours."""
MAKERS = {word for maker, _ in LAYERS.values() for word in maker.split()}
VOID = {"meta", "link", "input", "br", "img", "option", "hr", "use", "path", "rect"}
UNREAD = {"script", "style", "code", "kbd"}
READ_OUT = ("title", "alt", "placeholder", "aria-label", "aria-valuetext", "data-why")
ADDRESS = re.compile(r"https?://\S+")
QUOTED = re.compile('«[^»]*»|“[^”]*”|"[^"]*"')
LATIN = re.compile(r"(?<![\w./:@#-])[A-Za-z][A-Za-z'’]+(?![\w@/]|\.\w)")


class Spoken(HTMLParser):
    """Collects what a page says in its own language."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code, self.open, self.words = code, [], []

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        outer = self.open[-1][1] if self.open else self.code
        language = told.get("lang", outer) or ""
        if tag in UNREAD:
            language = ""
        if language == self.code:
            self.words += [told[name] for name in READ_OUT if told.get(name)]
        if tag not in VOID:
            self.open.append((tag, language))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if self.open and self.open[-1][1] == self.code:
            self.words.append(data)


def spoken_words(html: str, code: str) -> str:
    page = Spoken(code)
    page.feed(html)
    return "\n".join(" ".join(piece.split()) for piece in page.words)


def held_names(workspace) -> set[str]:
    """Give the words of names that the ledger holds: nobody translates these."""
    ledger = workspace.ledger
    names = [
        f"{d.facts.outlet} {d.facts.title} {d.facts.name}" for d in ledger.documents()
    ]
    names += [held.speaker.name for held in ledger.speakers()]
    names += [
        " ".join(filter(None, pair))
        for kind in ("speaker", "party", "place")
        for pair in ledger.names(kind, "")
    ]
    for held in workspace.claims():
        claim = held.claim
        said = (claim.claimant, claim.place, claim.group, *claim.via)
        names += [word for word in said if word]
    return {word for name in names for word in re.findall(r"[A-Za-z'’]+", name)}


def english_in(html: str, code: str, names: set[str]) -> list[str]:
    """Give the lines of a page with a Latin word that is no name."""
    left = []
    for line in spoken_words(html, code).split("\n"):
        words = LATIN.findall(ADDRESS.sub("", QUOTED.sub("", line)))
        odd = [w for w in words if w not in ALLOWED and w not in names]
        if odd:
            left.append(f"{odd}: {line[:120]}")
    return left


@pytest.fixture(scope="module")
def kursk_pages(kursk):
    """The pages in process, the ledger as addresses are filled, and its names."""
    from starlette.testclient import TestClient

    from sayso.web.app import make_app

    host = "http://127.0.0.1:8000"
    documents = {d.facts.name: d.id for d in kursk.ledger.documents()}
    site = Site(host, kursk, documents)
    names = held_names(kursk) | MAKERS
    return TestClient(make_app(kursk), base_url=host), site, names


@pytest.mark.parametrize("code", CODES)
def test_the_search_sees_english(code):
    html = f'<html lang="{code}"><p>Слово</p><p title="Close it">Some words</p></html>'
    assert len(english_in(html, code, set())) == 2
    assert english_in(html.replace("<p", '<p lang="en"'), code, set()) == []


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", PAGES)
def test_no_english_is_left(kursk_pages, name, code):
    pages, site, names = kursk_pages
    path = fill(site, PAGES[name])
    mark = "&" if "?" in path else "?"
    response = pages.get(f"{path}{mark}lang={code}")
    assert response.status_code in (200, 404)
    assert english_in(response.text, code, names) == []


@pytest.mark.parametrize("code", CODES)
def test_no_english_is_left_in_what_the_map_asks_for(kursk_pages, code):
    pages, _, names = kursk_pages
    record = pages.get(f"/map.json?spoken={code}").json()
    rest = pages.get(f"/map.json?spoken={code}&told=rest").json()["claims"]
    told = [claim for claim in record["claims"] if "voice" in claim]
    assert len(told) + len(rest) == len(record["claims"])
    said = [
        claim[key]
        for claim in (*told, *rest)
        for key in ("what", "when", "status", "verb")
    ]
    said += [layer["words"] for layer in record["layers"]]
    left = [w for text in said for w in LATIN.findall(text) if w not in names]
    assert [w for w in left if w not in MAKERS] == []
    places = [place["name"] for place in (*record["places"], *record["landmarks"])]
    latin = [name for name in places if LATIN.search(name)]
    assert len(latin) < len(places) / 4, json.dumps(latin)
    assert set(INTERFACES) > {code}
