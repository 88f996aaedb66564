"""The same model asked for words that a person chose; all names are invented."""

from datetime import date

import pytest

from sayso.model import Document, Span
from sayso.reading.asking import read_span

TEXT = (
    "The governor of Tarn, Omar Sabet, said 40 soldiers were killed in Olmar on "
    "Monday. The raid cost the army dearly, 31 never came back. Six bridges stand "
    "in Bren."
)
DOCUMENT = Document(TEXT, published=date(2030, 5, 7))


def ask(words):
    start = TEXT.index(words)
    return read_span(DOCUMENT, Span.cut(TEXT, start, start + len(words)))


@pytest.mark.parametrize("words", ["40 soldiers", "31", "Six bridges", "never came"])
def test_any_words_give_a_claim_with_these_words(words):
    claim = ask(words)
    assert claim.quantity.span.text == words
    claim.sentence.check(TEXT)
    assert not claim.measure.startswith("place.")


def test_what_the_reader_reads_itself_is_read_the_same():
    claim = ask("40 soldiers")
    assert (claim.quantity.low, claim.group) == (40, "soldier")
    assert claim.measure.startswith("people.")
    assert claim.evidence


def test_a_part_of_a_figure_keeps_its_number():
    claim = ask("40")
    assert (claim.quantity.span.text, claim.quantity.low) == ("40", 40)


def test_a_named_place_is_its_name():
    claim = ask("in Olmar on")
    assert claim.quantity.span.text == "Olmar"
