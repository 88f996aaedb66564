"""Who said what, on sentences of our own with invented people and bodies."""

import pytest

from sayso.model.attribution import Attribution, AttributionKind
from sayso.reading.attribution.attributions import find_attributions
from sayso.reading.tagger.encoder import tag_text
from sayso.vocabulary.languages import ENGLISH


def read(text: str) -> tuple[Attribution, ...]:
    return find_attributions(text, tag_text(text, ENGLISH), ENGLISH)


def words(spans: tuple) -> str:
    return " | ".join(span.text for span in spans)


CASES = {
    "that": (
        "The defence ministry of Ostrava said that its troops had taken two villages.",
        "The defence ministry of Ostrava",
        "two villages",
    ),
    "according to": (
        "According to the Harbour Monitor, 14 people were wounded in the shelling.",
        "the Harbour Monitor",
        "14 people were wounded",
    ),
    "at the end": (
        "Fourteen people were wounded in the shelling, the Harbour Monitor said.",
        "the Harbour Monitor",
        "Fourteen people were wounded",
    ),
    "direct": (
        '"We hold the bridge and the mill," said Colonel Ana Petrik.',
        "Colonel Ana Petrik",
        "We hold the bridge",
    ),
    "unclosed": (
        'Colonel Ana Petrik said: "We hold the bridge and the mill.\n\nAll is quiet.',
        "Colonel Ana Petrik",
        "We hold the bridge",
    ),
    "guillemets": (
        "«We hold the bridge and the mill,» said Colonel Ana Petrik.",
        "Colonel Ana Petrik",
        "We hold the bridge",
    ),
    "mixed marks": (
        '“We hold the bridge and the mill," said Colonel Ana Petrik.',
        "Colonel Ana Petrik",
        "We hold the bridge",
    ),
    "capitals": (
        "THE DEFENCE MINISTRY OF OSTRAVA SAID ITS TROOPS HAD TAKEN TWO VILLAGES.",
        "THE DEFENCE MINISTRY OF OSTRAVA",
        "TWO VILLAGES",
    ),
    "no commas": (
        "Fourteen people were wounded in the shelling the Harbour Monitor said.",
        "the Harbour Monitor",
        "Fourteen people were wounded",
    ),
    "bracket in quotation": (
        '"They [the troops] left the mill at dawn," Colonel Ana Petrik said.',
        "Colonel Ana Petrik",
        "left the mill",
    ),
}


@pytest.mark.parametrize(("text", "source", "content"), CASES.values(), ids=CASES)
def test_source_and_content_are_found(text: str, source: str, content: str) -> None:
    found = read(text)
    assert len(found) == 1
    assert source in words(found[0].source)
    assert content in words(found[0].content)


def test_split_quotation_and_its_continuation_are_one_attribution() -> None:
    found = read(
        '"We hold the bridge," said Colonel Ana Petrik. "Nobody will pass it."'
    )
    assert len(found) == 1
    assert found[0].kind is AttributionKind.DIRECT
    assert [span.text.strip('",.') for span in found[0].content] == [
        "We hold the bridge",
        "Nobody will pass it",
    ]


def test_two_speakers_are_two_attributions() -> None:
    found = read(
        "The Harbour Monitor said 14 people were wounded. The army said nobody was."
    )
    assert [words(a.source) for a in found] == ["The Harbour Monitor", "The army"]


UNMARKED = pytest.mark.xfail(
    reason="the tagger marks no content here since its lower layers learnt claims;"
    " the model card has what it finds on PolNeAR before and after",
    strict=True,
)


@pytest.mark.parametrize(
    "text",
    [
        "Colonel Ana Petrik denied the loss and said that two villages had been taken.",
        pytest.param(
            '"We hold it," Colonel Ana Petrik said,'
            " adding two villages had been taken.",
            marks=UNMARKED,
        ),
        '"We hold it," Colonel Ana Petrik said, adding that two villages were taken.',
        "Colonel Ana Petrik criticised the report, saying two villages had been taken.",
    ],
    ids=["and", "participle behind a quotation", "the same with that", "participle"],
)
def test_second_verb_shares_the_source_of_the_first(text: str) -> None:
    found = [a for a in read(text) if "two villages" in words(a.content)]
    assert {words(a.source) for a in found} == {"Colonel Ana Petrik"}


def test_source_is_not_shared_over_the_sentence() -> None:
    found = read(
        "Colonel Ana Petrik said that the bridge was held."
        " It was announced that two villages had been taken."
    )
    assert [words(a.source) for a in found] == ["Colonel Ana Petrik", ""]


@pytest.mark.parametrize("text", ["", "Said", "NORVALE (AP) -", "\n\n", "🚀"])
def test_text_without_speech_gives_none(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The agency reported, citing a medical source, that 14 people were wounded.",
        "The agency said 14 people were wounded, citing a medical source.",
        "The agency quoted a medical source as saying that 14 people were wounded.",
        pytest.param(
            "The agency said a medical source had reported"
            " that 14 people were wounded.",
            marks=UNMARKED,
        ),
        "The agency said that a medical source reported 14 people were wounded.",
    ],
    ids=["citing", "citing at the end", "quoted", "that said", "that said, in short"],
)
def test_inner_speaker_is_kept_with_its_depth(text: str) -> None:
    found = read(text)
    outer, inner = found[0], [a for a in found if a.depth]
    assert words(outer.source) == "The agency"
    assert outer.depth == 0
    assert [words(a.source) for a in inner] == ["a medical source"]
    assert [(a.depth, a.parent) for a in inner] == [(1, outer.id)]
    assert "14 people were wounded" in words(inner[0].content)


def test_reason_that_is_cited_is_no_speaker() -> None:
    found = read("The agency said the talks were put off, citing bad weather.")
    assert all(a.depth == 0 for a in found)


def test_inner_ones_can_be_left_out() -> None:
    text = "The agency quoted a medical source as saying that 14 people were wounded."
    found = find_attributions(text, tag_text(text, ENGLISH), ENGLISH, nested=False)
    assert [a.depth for a in found] == [0]


def test_spans_hold_their_words() -> None:
    text = "🚀 e\u0301tat: the Harbour Monitor said 14 people were wounded."
    for attribution in read(text):
        for span in attribution.source + attribution.cue + attribution.content:
            span.check(text)


def test_ids_differ_by_document_and_place() -> None:
    text = "The Harbour Monitor said 14 people were wounded."
    tagging = tag_text(text + "\n\n" + text, ENGLISH)
    doubled = text + "\n\n" + text
    ids = {
        a.id
        for document in ("one", "two")
        for a in find_attributions(doubled, tagging, ENGLISH, document=document)
    }
    assert len(ids) == 4
