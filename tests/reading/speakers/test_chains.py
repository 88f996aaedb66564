"""Who relays whom: attributions inside the content of another. Made by hand."""

from dataclasses import replace

from sayso.model import Attribution, AttributionId, AttributionKind, Span
from sayso.reading.speakers.chains import find_parents, link_chain

TEXT = "Wire said Roe told Post that Lind says 3 fell"


def said(name, content, text=TEXT):
    """Give an attribution of words to a name, both as they stand in the text."""
    spans = []
    for words in (name, content):
        start = text.index(words)
        spans.append(Span(start, start + len(words), words))
    source, words = spans
    return Attribution(
        AttributionId(name), (source,), (), (words,), AttributionKind.INDIRECT, name
    )


CHAIN = (
    said("Wire", "Roe told Post that Lind says 3 fell"),
    said("Roe", "Lind says 3 fell"),
    said("Lind", "3 fell"),
)


def test_each_is_inside_the_nearest_that_holds_it():
    assert find_parents(CHAIN) == {1: 0, 2: 1}
    assert find_parents(CHAIN[::-1]) == {1: 2, 0: 1}


def test_the_inner_speaker_has_the_outer_ones_as_via_nearest_first():
    parents = find_parents(CHAIN)
    linked = link_chain(dict(enumerate(CHAIN)), 2, parents)
    assert (linked.via, linked.depth, linked.parent) == (("Roe", "Wire"), 2, "Roe")


def test_the_outermost_has_no_via():
    linked = link_chain(dict(enumerate(CHAIN)), 0, find_parents(CHAIN))
    assert (linked.via, linked.depth, linked.parent) == ((), 0, None)


def test_nobody_is_via_himself_and_none_twice():
    again = (replace(CHAIN[0], name="Roe"), CHAIN[1], CHAIN[2])
    assert link_chain(dict(enumerate(again)), 2, find_parents(again)).via == ("Roe",)
    assert link_chain(dict(enumerate(again)), 1, find_parents(again)).via == ()


def test_two_that_hold_each_other_are_not_nested():
    one = said("Wire", "Roe told Post")
    other = said("Roe", "Wire said")
    assert find_parents((one, other)) == {}


def test_one_without_a_source_is_no_link():
    unnamed = replace(CHAIN[1], source=())
    assert find_parents((CHAIN[0], unnamed, CHAIN[2])) == {2: 0}
