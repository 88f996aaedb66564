"""What every claim of the learned reader promises, whatever it reads."""

from dataclasses import replace
from datetime import date

import pytest

from sayso.errors import VocabularyError
from sayso.model import ClaimField, Document
from sayso.reading.claims import weights
from sayso.reading.claims.offer import make_offer
from sayso.reading.claims.scores import BLOCK, score_candidates
from sayso.reading.finding import find_all
from sayso.reading.reader import read_document
from sayso.vocabulary.languages import ENGLISH, READ

REPORT = """MEROVA, March 3 (Shore Wire) - Shelling killed 12 people in Merova on
Sunday, the regional governor, Mara Quist, said on Monday.

She said 30 houses were damaged. The Norlandic army denied firing on the town.

"We lost two trucks near Tarkhan," a spokesman for the Sudrian army told reporters.
"""
PUBLISHED = date(2025, 3, 4)


def read(text=REPORT):
    return read_document(Document(text, published=PUBLISHED))


def test_spans_give_their_words():
    for claim in read().claims:
        for span in (claim.quantity.span, claim.sentence):
            assert REPORT[span.start : span.end] == span.text
        for evidence in claim.evidence:
            for span in evidence.spans:
                assert REPORT[span.start : span.end] == span.text


@pytest.mark.parametrize("field", ["affected", "actor", "place", "claimant"])
def test_a_field_that_is_filled_names_the_words_it_rests_on(field):
    for claim in read().claims:
        evidence = claim.evidence_of(ClaimField(field))
        assert evidence is not None
        assert bool(evidence.spans) == (getattr(claim, field) is not None)


def test_every_field_has_a_chance_between_nothing_and_one():
    for claim in read().claims:
        assert len(claim.evidence) == len(ClaimField)
        assert all(0 <= e.confidence <= 1 for e in claim.evidence)
        assert 0 <= claim.confidence <= 1


def test_the_same_text_is_read_the_same():
    assert [c.to_record() for c in read().claims] == [
        c.to_record() for c in read().claims
    ]


@pytest.mark.parametrize(
    "text", ["", " \n", "Nothing was counted.", "7", "«", "\x00 9"]
)
def test_texts_that_hold_little_do_not_break_it(text):
    assert isinstance(read(text).claims, tuple)


def test_no_side_is_on_both_sides():
    for claim in read().claims:
        assert claim.actor is None or claim.actor != claim.affected


def test_a_figure_in_a_later_block_is_read():
    filler = "The road was dry and nobody came. " * (BLOCK // 6)
    text = filler + "\n\nShelling killed 12 people in Merova, the governor said."
    found = [c.quantity.span.text for c in read(text).claims]
    assert found == ["12 people"]


def test_chances_add_up():
    document = Document(REPORT, published=PUBLISHED)
    offer = make_offer(document, find_all(document, ENGLISH))
    for scores in score_candidates(offer, weights.model_for(ENGLISH)):
        rows = (scores.measures, scores.stances, scores.claimants, scores.days)
        for chances in (*rows, *scores.words.values()):
            assert float(chances.sum()) == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize("code", READ)
def test_weights_of_every_language_load(code):
    assert weights.model_for(READ[code]).weights


def test_weights_trained_on_other_signs_are_refused(monkeypatch):
    monkeypatch.setattr(weights, "SIGNS", (1, 2, 3))
    weights.load_model.cache_clear()
    with pytest.raises(VocabularyError, match="train them anew"):
        weights.load_model(weights.FOLDERS[0])
    weights.load_model.cache_clear()


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("ru", "Минобороны сообщило, что за сутки сбиты 45 беспилотников.", "45"),
        ("uk", "Генштаб повідомив, що за добу знищено 12 танків.", "12 танків"),
    ],
)
def test_a_document_is_read_in_its_language(language, text, words):
    document = replace(Document(text, published=PUBLISHED), language=language)
    (claim,) = read_document(document).claims
    assert words in claim.quantity.span.text
    assert claim.claimant is not None


def test_a_withheld_person_is_no_place_though_a_village_bears_the_name():
    text = "Жительница Нина Петровна Сомова сказала: погибли 5 соседей у Сомовой."
    document = Document(text, published=PUBLISHED, language="ru")
    assert {c.place for c in read_document(document).claims} <= {None}
