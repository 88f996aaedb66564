"""Who may be a claimant, before anybody is chosen. Names are invented."""

import pytest

from sayso.model import Attribution, AttributionId, AttributionKind, Document, Span
from sayso.reading.claims.offer import make_offer
from sayso.reading.claims.phrases import find_phrases
from sayso.reading.claims.sources import SourceSort, find_sources, without_hearers
from sayso.reading.finding import find_all
from sayso.reading.parties.mentions import MentionKind, PartyMention
from sayso.reading.tagger.entities import Entity, EntityKind
from sayso.vocabulary.languages import load_language


def span(text, words):
    start = text.index(words)
    return Span(start, start + len(words), words)


def test_sources_of_attributions_come_first():
    text = "Mara Quist said 3 fell. The Harbour Union counts 4."
    said = Attribution(
        AttributionId("a"),
        (span(text, "Mara Quist"),),
        (span(text, "said"),),
        (span(text, "3 fell"),),
        AttributionKind.INDIRECT,
        name="Mara Quist",
    )
    union = Entity(span(text, "Harbour Union"), EntityKind.BODY)
    found = find_sources(text, (said,), (union,), ())
    assert [(s.sort, s.name) for s in found] == [
        (SourceSort.SAID, "Mara Quist"),
        (SourceSort.NAME, "Harbour Union"),
    ]


def test_a_short_name_takes_the_fullest_of_the_document():
    text = "Mara Quist came. Quist spoke."
    first = Entity(span(text, "Mara Quist"), EntityKind.PERSON)
    again = Entity(Span(17, 22, "Quist"), EntityKind.PERSON)
    assert {s.name for s in find_sources(text, (), (first, again), ())} == {
        "Mara Quist"
    }


def test_labels_of_lines_ends_and_asides():
    text = "GENERAL STAFF: 3 fell.\nMerova: 4 fell (police)\n5 fell — Harbour Union"
    found = [s.name for s in find_sources(text, (), (), ())]
    assert found == ["GENERAL STAFF", "Merova", "police", "Harbour Union"]


def test_a_force_keeps_its_own_words_a_country_its_name():
    text = "Norlandic troops and Norland"
    force = PartyMention(
        span(text, "Norlandic troops"), "n", "Norland", MentionKind.FORCE
    )
    state = PartyMention(Span(21, 28, "Norland"), "n", "Norland", MentionKind.COUNTRY)
    found = find_sources(text, (), (), (force, state))
    assert [s.name for s in found] == ["Norlandic troops", "Norland"]


def test_labels_behind_the_hour_with_initials_and_without_a_colon():
    text = "[06:14] Huda: 3 fell\n10:05 A. Quist: 4 fell\nМ.Кравет     Кравет Марк"
    found = [s.name for s in find_sources(text, (), (), ())]
    assert found == ["Huda", "A. Quist", "М.Кравет"]


def test_a_phrase_is_a_source_unless_one_is_there_already():
    text = "Police said 3 fell; aid groups counted 4."
    police = Entity(span(text, "Police"), EntityKind.BODY)
    phrases = (span(text, "Police"), span(text, "aid groups"))
    found = find_sources(text, (), (police,), (), phrases)
    assert [(s.sort, s.name) for s in found] == [
        (SourceSort.NAME, "Police"),
        (SourceSort.LABEL, "aid groups"),
    ]


def phrases_of(text, code):
    document = Document(text, language=code)
    offer = make_offer(document, find_all(document, load_language(code)))
    return [span.text for span in find_phrases(offer.ground, load_language(code))]


def test_english_phrases_are_those_who_do_or_have():
    text = "A second soldier's statement gave nine; in Tarn the aid groups counted 40."
    assert phrases_of(text, "en") == [
        "second soldier",
        "second soldier's statement",
        "aid groups",
    ]


def test_phrases_of_languages_that_decline_are_capitals_and_quoted_names():
    text = "Список дал Панас Кушнир. ДСНС: 3. «Рубеж» насчитал 28."
    assert phrases_of(text, "ru") == ["Панас Кушнир", "ДСНС", "Рубеж"]


@pytest.mark.parametrize("side", ["Norland", "Sudland"])
def test_who_is_told_something_may_not_be_the_claimant(side):
    text = f"{side} was told that 40 had died, its army said."
    country = PartyMention(span(text, side), "n", side, MentionKind.COUNTRY)
    army = PartyMention(span(text, "its army"), None, "its army", MentionKind.FORCE)
    sources = find_sources(text, (), (), (country, army))
    hearing = load_language("en").speech.hearing
    found = without_hearers(text, sources, hearing)
    assert [s.name for s in found] == ["its army"]
