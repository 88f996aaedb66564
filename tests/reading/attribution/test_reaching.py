"""Attributions that reach over their sentence. Names and places are invented."""

import pytest

from sayso.model import Attribution, AttributionId, AttributionKind, Document, Span
from sayso.reading.attribution.reaching import continue_attributions
from sayso.reading.reader import read_document
from sayso.reading.text.sentences import SentenceIndex
from sayso.vocabulary.languages import ENGLISH


def going_on(text, *attributions):
    return continue_attributions(text, attributions, SentenceIndex.of(text, ENGLISH))


def cut(text, words):
    start = text.index(words)
    return Span.cut(text, start, start + len(words))


def test_an_announcement_names_the_speaker_of_the_sentence_before():
    text = (
        "Troops took 14 villages. This announcement was made by General Ana Ode, head "
        "of the staff, during a visit."
    )
    (found,) = going_on(text)
    assert [s.text for s in found.source] == ["General Ana Ode, head of the staff"]
    assert [s.text for s in found.content] == ["Troops took 14 villages."]


def test_reportedly_goes_on_with_the_speaker_before():
    text = "The ministry said nine died. The raid reportedly wounded 12."
    said = Attribution(
        AttributionId("a"),
        (cut(text, "The ministry"),),
        (cut(text, "said"),),
        (cut(text, "nine died"),),
        AttributionKind.INDIRECT,
    )
    found = going_on(text, said)
    assert found[1].source == said.source
    assert [s.text for s in found[1].content] == ["The raid reportedly wounded 12."]


def test_a_headline_is_not_said_by_whom_the_next_line_names():
    text = "Nine dead in Tarkhan\n\nMinister Ana Ode said nine had died."
    said = Attribution(
        AttributionId("a"),
        (cut(text, "Minister Ana Ode"),),
        (cut(text, "said"),),
        (cut(text, "Nine dead in Tarkhan"), cut(text, "nine had died")),
        AttributionKind.INDIRECT,
    )
    (found,) = going_on(text, said)
    assert [s.text for s in found.content] == ["nine had died"]


def test_who_speaks_within_what_an_outlet_hands_on_is_found():
    text = "Nine died, Colonel Ana Ode said, according to Mara News."
    handed_on = Attribution(
        AttributionId("a"),
        (cut(text, "Mara News"),),
        (cut(text, "according to"),),
        (cut(text, "Nine died, Colonel Ana Ode said"),),
        AttributionKind.INDIRECT,
    )
    claimed = [cut(text, "Nine")]
    found = continue_attributions(
        text, [handed_on], SentenceIndex.of(text, ENGLISH), claimed=claimed
    )
    assert "Colonel Ana Ode" in [s.text for a in found for s in a.source]


def test_reportedly_without_a_speaker_before_stays_alone():
    assert going_on("It rained. The raid reportedly wounded 12.") == ()


def test_paragraphs_below_a_colon_belong_to_the_speaker():
    text = "Minister Ana Ode said:\n\nWe lost 12 men. We hold.\n\nWe go on.\n"
    (found,) = going_on(text)
    assert [s.text for s in found.source] == ["Minister Ana Ode"]
    assert found.content[0].text == "We lost 12 men. We hold.\n\nWe go on."


def test_paragraphs_below_a_colon_end_where_another_speaks():
    text = (
        "Minister Ana Ode said:\n\nWe lost 12.\n\nIt rained. Rebels claimed 20 fell.\n"
    )
    other = Attribution(
        AttributionId("a"),
        (cut(text, "Rebels"),),
        (cut(text, "claimed"),),
        (cut(text, "20 fell"),),
        AttributionKind.INDIRECT,
    )
    found = going_on(text, other)
    assert [s.text for s in found[0].content] == ["We lost 12."]


def test_a_quotation_of_no_one_below_a_colon_is_not_given_twice():
    text = "Ana Ode said:\n\n“We lost 12 men.”\n\nThe market was closed.\n"
    alone = Attribution(
        AttributionId("a"),
        (),
        (),
        (cut(text, "We lost 12 men"),),
        AttributionKind.DIRECT,
    )
    (found,) = going_on(text, alone)
    assert [s.text for s in found.source] == ["Ana Ode"]


def test_a_quoted_block_ends_with_its_quotation_marks():
    text = "Ana Ode said:\n\n“We lost 12 men.”\n\nThe market was closed.\n"
    (found,) = going_on(text)
    assert found.content[0].text == "“We lost 12 men.”"


@pytest.mark.parametrize("who", ["resistance", "rebels", "junta", "opposition"])
def test_a_headline_may_end_with_a_side_that_says_so(who):
    text = f"Strike on Olmar school kills 22, {who} says\n\nSmoke rose over Olmar."
    (claim,) = read_document(Document(text)).claims
    assert who in (claim.claimant or "").lower()


def test_what_the_air_force_adds_is_the_air_forces():
    text = (
        "Tarn claims 84 drones\n\nTarn was hit by 110 drones and four missiles"
        " overnight, the air force said on Tuesday, adding that 84 of the drones had"
        " been shot down and 21 more were lost.\n\nLater it rained."
    )
    claims = read_document(Document(text)).claims
    assert {c.claimant for c in claims if c.quantity.low in (84, 21)} <= {
        "air force",
        "Tarn",
    }
