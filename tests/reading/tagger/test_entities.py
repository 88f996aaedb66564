"""Names and their kinds, on sentences of our own."""

import itertools

import pytest

from sayso.model import Span
from sayso.reading.tagger.encoder import tag_text
from sayso.reading.tagger.entities import (
    Entity,
    EntityKind,
    find_entities,
    join_names,
)
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


def named(text, *names):
    """Entities of a text, each (words, kind)."""
    found = []
    for words, kind in names:
        start = text.index(words)
        found.append(Entity(Span.cut(text, start, start + len(words)), kind))
    return found


PERSON, BODY, NATION = EntityKind.PERSON, EntityKind.BODY, EntityKind.NATIONALITY


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        ([("Пётр", PERSON), ("Ивлев", PERSON)], ["Пётр Ивлев"]),
        ([("Ивлев", PERSON), ("Мария", PERSON)], ["Ивлев", "Мария"]),
        ([("Ивлев", PERSON), ("штаба", BODY)], ["Ивлев"]),
        ([("российских", NATION)], ["российских"]),
    ],
    ids=["one-person", "two-persons", "no-capital", "adjective"],
)
def test_names_that_a_tagger_cuts_are_joined(names, joined):
    text = "Пётр Ивлев, Мария Гай из штаба российских войск."
    found = join_names(text, named(text, *names))
    assert [entity.span.text for entity in found] == joined
