"""Several who speak together; persons are invented."""

import pytest

from sayso.model import Access, Attribution, AttributionId, AttributionKind, Span
from sayso.reading.speakers.resolving import resolve_speakers
from sayso.vocabulary.languages import ENGLISH


def resolve(source: str) -> Attribution:
    text = f"{source} said 3 fell."
    span = Span(0, len(source), source)
    bare = Attribution(AttributionId("1"), (span,), (), (), AttributionKind.INDIRECT)
    return resolve_speakers(text, [bare], (), (), language=ENGLISH)[0]


TOGETHER = {
    "offices": ("President {} and Harbour Minister {}", "{} and {}"),
    "offices behind": ("{}, the mayor, and {}, the governor,", "{} and {}"),
    "article": ("Mayor {} and the spokesman {}", "{} and {}"),
}


@pytest.mark.parametrize(("source", "name"), TOGETHER.values(), ids=TOGETHER)
@pytest.mark.parametrize(
    ("one", "two"), [("Clara Wal", "Oscar Mol"), ("Oscar Mol", "Clara Wal")]
)
def test_two_persons_are_both_named(source, name, one, two):
    assert resolve(source.format(one, two)).name == name.format(one, two)


def test_three_persons_and_somebody_without_a_name():
    found = resolve("Mayor Clara Wal, Colonel Oscar Mol and General Jan Venn")
    assert found.name == "Clara Wal, Oscar Mol and Jan Venn"
    assert found.speaker.access is Access.UNKNOWN
    assert resolve("Mayor Clara Wal and her deputy").name == "Clara Wal and her deputy"
    assert resolve("The police and Mayor Clara Wal").name == "police and Clara Wal"


@pytest.mark.parametrize(
    "source",
    [
        "The minister of defence and security, Clara Wal,",
        "Clara Wal, head of the police and the army,",
        "Mayor Clara Wal of Salt and Pepper Harbour",
    ],
)
def test_and_inside_an_office_joins_nobody(source):
    assert resolve(source).name == "Clara Wal"
