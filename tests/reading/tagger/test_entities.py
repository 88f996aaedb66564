"""Names and their kinds, on sentences of our own."""

import itertools

import pytest

from sayso.reading.tagger.encoder import tag_text
from sayso.reading.tagger.entities import EntityKind, find_entities
from sayso.vocabulary.languages import ENGLISH

TEXT = "Ana Petrik of the United Nations spoke in Damascus about Syrian families."


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ana Petrik", EntityKind.PERSON),
        ("United Nations", EntityKind.BODY),
        ("Damascus", EntityKind.PLACE),
        ("Syrian", EntityKind.NATIONALITY),
    ],
)
def test_names_have_their_kind(name: str, kind: EntityKind) -> None:
    found = {
        entity.span.text: entity.kind
        for entity in find_entities(TEXT, tag_text(TEXT, ENGLISH))
    }
    assert found.get(name) is kind


def test_names_are_ordered_and_apart() -> None:
    spans = [entity.span for entity in find_entities(TEXT, tag_text(TEXT, ENGLISH))]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


def test_no_names_in_nothing() -> None:
    assert find_entities("", tag_text("", ENGLISH)) == ()
