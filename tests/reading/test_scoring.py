"""Readings in the forms of the scorers."""

from dataclasses import replace

from sayso.model import Attribution, AttributionId, AttributionKind, Span
from sayso.reading.scoring import to_attributions

TEXT = "Ode said that Kern said nine died. Two also fell."


def made(identity, source, cue, content, **fields):
    spans = [
        (Span.cut(TEXT, TEXT.index(words), TEXT.index(words) + len(words)),)
        for words in (source, cue, content)
    ]
    return Attribution(
        AttributionId(identity), *spans, kind=AttributionKind.INDIRECT, **fields
    )


OUTER = made("a", "Ode", "said", "that Kern said nine died")
INNER = made("b", "Kern", "said nine", "nine died", depth=1, parent=AttributionId("a"))


def test_attribution_inside_a_content_stands_under_the_outer_one():
    (record,) = to_attributions([OUTER, INNER])
    assert record["source"] == [[0, 3]]
    assert [inner["source"] for inner in record["inner"]] == [[[14, 18]]]
    assert record["carried"] == []


def test_sentence_that_goes_on_is_carried():
    content = (Span.cut(TEXT, 35, len(TEXT)),)
    on = replace(OUTER, id=AttributionId("c"), content=content)
    (record,) = to_attributions([OUTER, on])
    assert record["carried"] == [[35, len(TEXT)]]


def test_attribution_whose_holder_is_not_given_is_outermost():
    assert len(to_attributions([INNER])) == 1
