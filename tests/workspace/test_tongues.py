"""Words of another language inside a document are read by the reader of theirs."""

from dataclasses import replace
from datetime import date

from sayso.model import ClaimField, Document
from sayso.reading.reader import read_document
from sayso.workspace.batch import read_bounded
from sayso.workspace.tongues import LEAST_LETTERS

QUOTE = "За минулу добу знищено 1 250 окупантів і 14 танків ворога під Купянськом"
ENGLISH = (
    "General Orlan said 40 soldiers of Tarn were killed.\n\n"
    f"The Ukrainian General Staff wrote: “{QUOTE}”."
)


def read(text, language="en"):
    document = Document(text, published=date(2025, 5, 9), language=language)
    return read_bounded(document, read_document)


def test_a_quotation_is_read_in_its_language_and_said_by_whom_the_text_says():
    reading = read(ENGLISH)
    words = {c.quantity.span.text: c for c in reading.claims}
    assert list(words)[1:] == ["1 250 окупантів", "14 танків"]
    claim = words["1 250 окупантів"]
    span = claim.quantity.span
    assert reading.document.text[span.start : span.end] == span.text
    assert claim.document == reading.document.id
    assert claim.claimant == "Ukrainian General Staff"
    evidence = claim.evidence_of(ClaimField.CLAIMANT)
    assert evidence is not None
    assert evidence.spans[0].text.endswith("General Staff")
    assert claim.attribution in {said.id for said in reading.attributions}
    assert not [gap for gap in reading.gaps if "another language" in gap.reason]


def test_what_the_documents_own_reader_says_stays_as_it_is():
    alone = ENGLISH.replace(QUOTE, " " * len(QUOTE))
    own = [c.quantity.span for c in read(alone).claims]
    assert [c.quantity.span for c in read(ENGLISH).claims][: len(own)] == own


def test_a_stretch_too_short_to_tell_stays_a_gap():
    short = "Знищено 14 танків"
    assert sum(map(str.isalpha, short)) < LEAST_LETTERS
    reading = read(f"The staff wrote: “{short} усього”.")
    assert [gap.span.text for gap in reading.gaps if "language" in gap.reason]


def test_parts_that_are_not_the_articles_own_are_not_read_in_any_language():
    document = Document(ENGLISH, published=date(2025, 5, 9), language="en")
    seen = []

    def note(document):
        seen.append(document.language)
        return read_document(replace(document, text="", parts=()))

    read_bounded(document, note)
    assert seen == ["en", "uk"]
