"""Who may be a claimant, before anybody is chosen. Names are invented."""

from sayso.model import Attribution, AttributionId, AttributionKind, Span
from sayso.reading.claims.sources import SourceSort, find_sources
from sayso.reading.parties.mentions import MentionKind, PartyMention
from sayso.reading.tagger.entities import Entity, EntityKind


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
