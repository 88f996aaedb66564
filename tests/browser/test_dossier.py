"""The dossier as a file: opened without a server, printed to PDF, nothing fetched."""

import io

import pytest

from sayso.exports import FORMATS
from sayso.workspace.exporting import gather

DOSSIER = next(form for form in FORMATS if form.name == "dossier")


@pytest.fixture
def dossier(site, tmp_path):
    path = tmp_path / "dossier.html"
    with path.open("w", encoding="utf-8") as out:
        DOSSIER.write(gather(site.workspace), out)
    return path


def test_the_print_of_a_dossier_has_claims_words_chain_findings_and_hashes(
    chromium, site, dossier, output
):
    pypdf = pytest.importorskip("pypdf", reason="the extra intake reads PDF")
    asked: list[str] = []
    page = chromium.new_context().new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(dossier.as_uri())
    printed = page.pdf(format="A4", print_background=True)
    page.context.close()
    assert asked == [dossier.as_uri()]
    (output / "dossier.pdf").write_bytes(printed)
    pages = pypdf.PdfReader(io.BytesIO(printed)).pages
    # A hash may break at the end of a line, wherever its letters are wide enough.
    text = "".join("".join(page.extract_text() for page in pages).split())
    assert len(pages) > 5
    for held in site.workspace.claims():
        assert held.claim.document[:16] in text
    for wanted in (
        "Valery Gerasimov claims: “over 1,100 square kilometers”",
        "no person has looked at this",
        "earliest held:",
        "inconsistent as reported",
        "text SHA-256",
        site.workspace.verify().head[:32],
    ):
        assert "".join(wanted.split()) in text


def test_letters_of_a_printed_dossier_are_the_letters_of_its_page(
    chromium, site, dossier
):
    """A hash with "ff" in it, copied from the print, is the same hash."""
    pypdf = pytest.importorskip("pypdf", reason="the extra intake reads PDF")
    head = site.workspace.verify().head
    changed = dossier.with_name("letters.html")
    changed.write_text(
        dossier.read_text(encoding="utf-8").replace(head, "ff" * 8 + "office fire fl"),
        encoding="utf-8",
    )
    page = chromium.new_context().new_page()
    page.goto(changed.as_uri())
    printed = page.pdf(format="A4")
    page.context.close()
    text = pypdf.PdfReader(io.BytesIO(printed)).pages[0].extract_text()
    assert "".join(("ff" * 8 + "office fire fl").split()) in "".join(text.split())
