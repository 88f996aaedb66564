"""A document: its words unchanged, spans drawn, private names withheld."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

import standin
from sayso.model import Decision, Document
from sayso.web.marked import Mark, cut_text, find_paragraphs
from sayso.workspace import Settings, Workspace


def test_the_words_are_all_there(pages):
    held = pages.workspace.view("first")
    page = pages.get(f"/documents/{held.held.id}")
    shown = "\n\n".join(p.raw for p in page.all("p", "text"))
    assert shown == held.text


def test_earlier_readers_are_named(workspace, pages):
    address = f"/documents/{pages.documents['first']}"
    assert "Read before by" not in pages.client.get(address).text
    settings = Settings(reader=standin.BETTER)
    with Workspace(workspace.ledger.address, settings=settings) as later:
        list(later.read(later.held()))
    page = pages.client.get(address).text
    assert "Read before by" in page
    assert page.index("standin 2") < page.index("standin 1, ")


def test_a_text_in_a_language_that_is_not_read_says_so(workspace, pages):
    (stored,) = workspace.read([standin.make_document("أسقطت 5 طائرات.", name="ar")])
    page = pages.client.get(f"/documents/{stored.document.id}").text
    assert "Kept and not read: the language of the text (“ar”)" in page
    assert "all (ar)" in pages.client.get("/documents").text


def test_spans_overlap_as_they_were_read(pages):
    page = pages.get(f"/documents/{pages.documents['first']}")
    quantity = page.all("a", "quantity")[0]
    assert quantity.text == "over 1,100 soldiers"
    assert "content" in quantity.classes
    assert (
        page.one("div", "reading").all("span", "source")[0].text == "Vessia Army Staff"
    )


def test_claims_stand_beside_in_order_of_the_text(pages):
    page = pages.get(f"/documents/{pages.documents['first']}")
    words = [s.one("a", "exact").text for s in page.all("div", "beside-claim")]
    assert words == ["over 1,100 soldiers", "40 soldiers", "24 settlements"]


def test_focus_goes_both_ways(pages):
    page = pages.get(f"/documents/{pages.documents['first']}")
    for words in page.all("a", "quantity"):
        section = page.one("div", id=words["href"].removeprefix("#"))
        assert section.one("a", "exact")["href"] == f"#{words['id']}"


def test_a_private_speaker_is_named_nowhere(pages):
    address = f"/documents/{pages.documents['second']}"
    for path in (address, f"{address}.json", "/claims", "/claims.json", "/claims.csv"):
        assert "Kell" not in pages.client.get(path).text, path
    assert "name withheld" in pages.client.get(address).text


def test_an_address_that_is_no_web_address_is_no_link(pages):
    page = pages.get(f"/documents/{pages.documents['second']}")
    assert not [a for a in page.all("a") if a["href"].startswith("javascript")]


def test_hostile_words_are_shown_not_run(pages):
    text = pages.client.get(f"/documents/{pages.documents['third']}").text
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text
    assert "\u202e" not in text
    assert "⟨U+202E⟩" in text


def test_an_erased_document_says_so_and_shows_nothing(pages):
    pages.workspace.erase("second", by="Ada", reason="a court said so")
    response = pages.client.get(f"/documents/{pages.documents['second']}")
    assert response.status_code == 410
    assert "a court said so" in response.text
    assert "soldiers" not in response.text


def test_a_document_that_is_not_held(pages):
    assert pages.get("/documents/0000000000", status=404).one("h1")


MARKS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from("abc")).map(
        lambda m: Mark(min(m[:2]), max(m[:2]) + 1, "content", m[2])
    ),
    max_size=12,
)


@given(st.text(min_size=1, max_size=60), MARKS)
def test_stretches_give_back_the_text(text, marks):
    cut = cut_text(text, 0, len(text), marks)
    assert "".join(stretch.text for stretch in cut) == text


@given(st.text(alphabet="ab \n", max_size=80))
def test_paragraphs_cover_all_words(text):
    inside = {i for start, end in find_paragraphs(text) for i in range(start, end)}
    assert all(at in inside for at, c in enumerate(text) if c not in " \n")


PRISONER = Document(
    text=(
        "Prisoner Ivo Bel said 30 soldiers were captured on the night march in Bren.\n"
        "\n"
        "Tarn Ministry said 4 soldiers were killed in Olmar."
    ),
    title="Ivo Bel tells of a night",
    outlet="Harbour Sheet",
    published=date(2030, 5, 5),
    name="prisoner",
)


def test_what_a_prisoner_says_is_withheld_and_the_figure_stays(pages):
    list(pages.workspace.read([PRISONER]))
    document = next(
        held.id
        for held in pages.workspace.ledger.documents()
        if held.facts.name == "prisoner"
    )
    page = pages.get(f"/documents/{document}")
    assert "night march" not in page.text
    assert "30 soldiers" in page.text
    assert "words withheld" in page.text
    assert "killed in Olmar" in page.text
    claim = next(c for c in pages.claims() if c.claim.document == document)
    prisoner = next(
        c for c in pages.claims() if c.claim.quantity.span.text == "30 soldiers"
    )
    assert claim.claim.document == prisoner.claim.document
    lists = ("/", "/claims", "/review", "/claims.json", "/claims.csv")
    for path in (*lists, "/documents", "/documents.csv", "/origins"):
        text = pages.client.get(path).text
        assert "night march" not in text, path
        assert "Bel" not in text, path
    assert "Bel" not in pages.client.get(f"/documents/{document}").text
    assert "Bel" not in pages.client.get(f"/documents/{document}.json").text
    review = f"/review?claim={prisoner.id}"
    assert "night march" not in pages.client.get(review).text
    pages.workspace.rule(prisoner, Decision.UNMASK, by="Ada", reason="he asked for it")
    assert "night march" in pages.client.get(review).text
    assert "night march" in pages.client.get(f"/documents/{document}").text
