"""Origins, findings and the map, on reports that repeat each other."""

from datetime import date

import pytest
from visitor import REPORTS, Pages

from sayso.ledger import Status
from sayso.model import Document, Finding, Input, Level, Outcome
from sayso.web import whole
from sayso.web.pages import findings
from sayso.workspace import Reader, Settings, Workspace
from standin import READER, read_document

STORY = (
    "Vessia Army Staff said over 1,100 soldiers of Tarn were killed in Olmar.\n\n"
    "The road from the hills to the river was closed for a week, and nobody in the"
    " town could say when the bridge would be open to carts again.\n"
)


@pytest.fixture
def repeated(tmp_path):
    settings = Settings(reader=Reader(lambda: READER, read_document))
    with Workspace(str(tmp_path / "repeated.db"), settings=settings) as workspace:
        first = Document(STORY, outlet="Steppe Post", published=date(2030, 5, 2))
        copy = STORY.replace("over 1,100", "1,100") + "Harbour Sheet adds no more."
        second = Document(copy, outlet="Harbour Sheet", published=date(2030, 5, 3))
        list(workspace.read((first, second)))
        yield Pages(workspace)


def make_finding(pages) -> Finding:
    held = pages.claims()[:2]
    return Finding(
        rule="parts",
        version=1,
        level=Level.LOOK,
        outcome=Outcome.INCONSISTENT,
        inputs=tuple(
            Input(h.claim.document, h.claim.quantity.span, h.id, "part") for h in held
        ),
        sentence="Two figures <b>differ</b>.",
        working=("1,100 - 40 = 1,060",),
        remedy="one of them were another",
    )


@pytest.fixture
def found(pages):
    from sayso.ledger import Stamp, record_finding

    finding = make_finding(pages)
    stamp = Stamp("2030-06-01T00:00:00Z", "test")
    pages.workspace.ledger.append([record_finding(finding, stamp)])
    return pages, finding


def test_an_origin_is_a_chain_with_what_drifted(repeated):
    page = repeated.get("/origins")
    chain = page.one("article", "origin-chain")
    assert "Vessia Army Staff: 2 documents, 2 outlets, one origin" in chain.text
    steps = chain.all("li", "step")
    assert "Steppe Post" in steps[0].text
    assert "goes back to Steppe Post" in steps[1].text
    assert "bound" in [s.text for s in steps[1].all("span", "status")]


def test_passages_are_aligned(repeated):
    aligned = repeated.get("/origins").one("div", "aligned")
    earlier, later = (p.text for p in aligned.all("p"))
    assert earlier.removeprefix("Steppe Post")[-40:] == later[-40:]


def test_a_document_shows_its_copies(repeated):
    documents = repeated.workspace.ledger.documents()
    page = repeated.get(f"/documents/{documents[0].id}")
    assert page.one("section", "copies").one("a")["href"].startswith("/documents/")


def test_origins_follow_what_is_read(repeated):
    repeated.get("/origins")
    repeated.post(
        "/", text=STORY + "A third paper.", outlet="Third", published="2030-05-04"
    )
    assert "3 documents, 3 outlets" in repeated.get("/origins").text


def test_a_finding_shows_working_and_inputs_as_quoted_words(found):
    pages, finding = found
    article = pages.get("/findings").one("article", "finding")
    assert article.one("ol", "working").text == "1,100 - 40 = 1,060"
    words = [a.text for a in article.all("a", "exact")]
    assert words == [given.span.text for given in finding.inputs]
    assert all("#claim-" in a["href"] for a in article.all("a", "exact"))
    assert "<b>differ" not in pages.client.get("/findings").text


def test_a_finding_is_accepted_or_dismissed_with_a_reason(found):
    pages, finding = found
    form = {"finding": finding.fingerprint, "reviewer": "Ada"}
    assert pages.post("/findings", act="dismiss", **form).status_code == 400
    pages.post("/findings", act="dismiss", reason="two areas", **form)
    (held,) = pages.workspace.ledger.findings()
    assert held.status is Status.DISMISSED
    assert "two areas" in pages.get("/findings").text
    pages.post("/findings", act="undo", **form)
    (held,) = pages.workspace.ledger.findings()
    assert held.status is Status.UNREVIEWED


def test_findings_narrow_by_address(found):
    pages, _ = found
    assert pages.get("/findings?check=parts").all("article", "finding")
    assert not pages.get("/findings?check=rate").all("article", "finding")
    assert not pages.get("/findings?outcome=revised").all("article", "finding")
    assert "Two figures" in pages.client.get("/findings.csv").text


def test_the_newest_findings_stand_on_the_start_page(found):
    pages, finding = found
    link = pages.get("/").one("ul", "findings").one("a")
    assert link["href"] == f"/findings#finding-{finding.fingerprint}"


def test_claims_of_a_finding_are_a_filter_and_a_queue(found):
    pages, finding = found
    assert len(pages.get("/claims?rule=parts").all("li", "claim")) == 2
    queued = pages.client.get("/review.json?queue=finding").json()
    assert queued["claim"] in {given.claim for given in finding.inputs}


def test_checks_run_from_the_page(pages):
    assert pages.post("/findings", act="check").status_code == 303


def test_the_map_lists_places_without_its_script(pages):
    page = pages.get("/map")
    places = page.one("ul", "places").all("a")
    assert [a.text for a in places] == ["Olmar", "Bren"]
    assert page.one("canvas")["aria-label"]


def test_the_maps_data_has_precision_days_and_authority(pages):
    data = pages.client.get("/map.json?measure=people.killed").json()
    (place,) = data["places"]
    assert (place["name"], place["count"]) == ("Olmar", 2)
    assert place["precision_m"] > 0
    assert "Natural Earth" in data["authority"]
    assert {c["first"] for c in data["claims"]} == {"2030-05-02"}
    assert all(c["voice"] for c in data["claims"])


def test_private_names_are_withheld_on_the_map(pages):
    assert "Kell" not in pages.client.get("/map.json").text


def test_private_names_are_withheld_in_findings(pages):
    from sayso.ledger import Filters, Stamp, record_finding

    (held,) = pages.workspace.claims(Filters(measure="people.captured"))
    finding = Finding(
        rule="parts",
        version=1,
        level=Level.LOOK,
        outcome=Outcome.INCONSISTENT,
        inputs=(
            Input(held.claim.document, held.claim.quantity.span, held.id, "part"),
            Input(held.claim.document, held.claim.sentence, None, "sentence"),
        ),
        sentence='Ana Kell states "12"; Kell stated another figure.',
        working=("Ana Kell: 12", held.claim.sentence.text),
    )
    stamp = Stamp("2030-06-01T00:00:00Z", "test")
    pages.workspace.ledger.append([record_finding(finding, stamp)])
    for path in ("/", "/findings", "/findings.json", "/findings.csv"):
        text = pages.client.get(path).text
        assert "Kell" not in text, path
        assert "were captured in Bren" not in text, path


def test_private_names_are_withheld_in_shared_passages(tmp_path):
    text = (
        "Prisoner Ana Kell said 12 soldiers were captured in Bren. The road from the"
        " hills to the river was closed for a week, and nobody in the town could say"
        " when the bridge would be open again.\n"
    )
    settings = Settings(reader=Reader(lambda: READER, read_document))
    with Workspace(str(tmp_path / "private.db"), settings=settings) as workspace:
        first = Document(text, outlet="Post", published=date(2030, 5, 2))
        second = Document(text + "More.", outlet="Sheet", published=date(2030, 5, 3))
        list(workspace.read((first, second)))
        pages = Pages(workspace)
        for path in ("/origins", "/origins.json", "/origins.csv"):
            assert "Kell" not in pages.client.get(path).text, path
        for held in workspace.ledger.documents():
            assert "Kell" not in pages.client.get(f"/documents/{held.id}").text


@pytest.fixture
def large(repeated, monkeypatch):
    """The same pages, of a ledger too large to be worked out while a reader waits."""

    def is_small(_workspace, most=whole.MOST_DOCUMENTS):
        return most > whole.MOST_DOCUMENTS

    for module in (whole, findings):
        monkeypatch.setattr(module, "is_small", is_small)
    return repeated


def finish(pages):
    whole._BESIDE[pages.workspace].join(timeout=60)


def test_chains_of_a_larger_ledger_are_worked_out_beside_the_pages(large):
    first = large.get("/origins").one("p", "lead").text
    assert "being worked out" in first
    finish(large)
    assert large.get("/origins").one("article", "origin-chain")
    list(large.workspace.read([REPORTS[2]]))
    page = large.get("/origins")
    assert page.one("article", "origin-chain")
    assert "worked out anew" in page.one("p", "note").text
    finish(large)
    assert not large.get("/origins").all("p", "note")


def test_checks_of_a_larger_ledger_run_beside_the_pages(large):
    assert large.post("/findings", act="check").status_code == 303
    finish(large)
    assert large.workspace.ledger.findings()


def test_a_very_large_ledger_names_the_commands(large, monkeypatch):
    for module in (whole, findings):
        monkeypatch.setattr(module, "is_small", lambda *_: False)
    assert "sayso origins" in large.get("/origins").one("p", "lead").text
    assert large.post("/findings", act="check").status_code == 400
    assert not large.get("/findings", status=200).all("button", value="check")
