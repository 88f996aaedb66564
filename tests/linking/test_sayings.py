from dataclasses import replace
from datetime import timedelta

import pytest

from made import DAY, claim, document
from sayso.linking.names import NO_NAMES
from sayso.linking.sayings import find_sayings
from sayso.model import Attribution, AttributionId, AttributionKind, Reading, Span

FIRST = "the remaining boats should leave the harbour before winter"


def reading(
    content: str, *, name: str = "Ada Orlan", days: int = 0, verb: str = "said"
) -> Reading:
    text = f"{name} {verb} {content}."
    made = document(text, outlet=f"Outlet {content[:9]}", on=DAY + timedelta(days=days))
    start = text.index(content)
    said = Attribution(
        AttributionId("a"),
        (Span.cut(text, 0, len(name)),),
        (Span.cut(text, start - 4, start - 1),),
        (Span.cut(text, start, start + len(content)),),
        AttributionKind.INDIRECT,
        name=name,
    )
    return Reading(made, (said,), (), (), (), (), (), "test")


def test_one_utterance_in_two_wordings():
    again = "all remaining boats must leave the harbour as soon as winter nears"
    (saying,) = find_sayings([reading(again, days=1), reading(FIRST)], NO_NAMES)
    assert saying.speaker == "Ada Orlan"
    assert saying.day == DAY
    assert [span.text for _, span in saying.contents] == [FIRST, again]


@pytest.mark.parametrize(
    "other",
    [
        reading("all boats must leave the harbour in winter", name="Bo Renn"),
        reading("all remaining boats must leave the harbour in winter", days=9),
        reading("bread would be dearer in the villages next winter"),
        reading("boats leave"),
        reading("all remaining boats must leave the harbour", verb="did not say"),
    ],
    ids=["speaker", "day", "words", "short", "not said"],
)
def test_other_utterances_stay_apart(other):
    assert find_sayings([reading(FIRST), other], NO_NAMES) == ()


def test_what_holds_a_claim_is_no_saying():
    one, other = reading(FIRST), reading(f"{FIRST} comes", days=1)
    held = claim(one.document, "the remaining boats", 3, "people.freed")
    assert len(find_sayings([one, other], NO_NAMES)) == 1
    assert find_sayings([replace(one, claims=(held,)), other], NO_NAMES) == ()


def test_repetition_in_one_document_is_no_saying():
    one = reading(FIRST)
    assert find_sayings([one, one], NO_NAMES) == ()
    assert find_sayings([], NO_NAMES) == ()
