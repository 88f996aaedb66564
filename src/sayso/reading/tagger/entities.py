"""Names in a text: persons, bodies, places and nationalities, as the tagger sees them.

What a name refers to is found elsewhere: places in a gazetteer, speakers and parties
in a theatre pack.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from sayso.model.span import Span
from sayso.reading.tagger.encoder import Tagging


class EntityKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    BODY = "body"
    """An organisation: ministry, army, agency, monitor, armed group."""
    PLACE = "place"
    """Country, region, settlement, facility or other named area."""
    NATIONALITY = "nationality"
    """People or adjective of a nation, faith or party: "Syrian", "Kurds"."""


KINDS = tuple(EntityKind)
"""In the order of the labels of `sayso.reading.tagger.decoding.ENTITIES`."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in the text and what kind of thing it names."""

    span: Span
    kind: EntityKind


def join_names(text: str, entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Give names with those joined that stand beside each other and are of one kind.

    For taggers that begin a name anew at each of its words: "Валерий" and "Ивлев" are
    one person. What has no capital is no name of a person, body or place and is left
    out; an adjective of a nation may have none.

    Args:
        text: The text that was tagged.
        entities: Its names, in order.
    """
    found: list[Entity] = []
    for entity in entities:
        is_name = any(letter.isupper() for letter in entity.span.text)
        if not is_name and entity.kind is not EntityKind.NATIONALITY:
            continue
        last = found[-1] if found else None
        if (
            last is not None
            and last.kind is entity.kind
            and text[last.span.end : entity.span.start] == " "
        ):
            span = Span.cut(text, last.span.start, entity.span.end)
            found[-1] = Entity(span, entity.kind)
        else:
            found.append(entity)
    return tuple(found)


def find_entities(text: str, tagging: Tagging) -> tuple[Entity, ...]:
    """Give the names of a text in order; they do not overlap.

    Args:
        text: The text that was tagged.
        tagging: What `tag_text` gave for it.
    """
    labels = tagging.entities
    starts, ends = tagging.tokens.starts, tagging.tokens.ends
    found = []
    for begin in np.flatnonzero(labels % 2 == 1).tolist():
        first, last = begin, begin + 1
        while last < len(labels) and labels[last] == labels[begin] + 1:
            last += 1
        if last - first > 1 and tagging.tokens.words[first].lower() == "the":
            first += (
                1  # the teacher's labels hold the article of a body, a name does not
            )
        span = Span.cut(text, int(starts[first]), int(ends[last - 1]))
        found.append(Entity(span, KINDS[(labels[last - 1] - 1) // 2]))
    return tuple(found)
