"""A sitting and what people add: told by the rulings, undone ones left out."""

from datetime import UTC, datetime, timedelta

import pytest

import standin
from sayso.ledger import Filters
from sayso.model import Decision
from sayso.workspace import Settings, Workspace
from sayso.workspace.adding import add_claim, cut_words
from sayso.workspace.recall import find_recall, recall_words
from sayso.workspace.ruled import Ruled
from sayso.workspace.sittings import find_sitting

TEXT = (
    "Tarn Ministry said 40 soldiers were killed in Olmar.\n"
    "Tarn Ministry said 12 soldiers were captured in Bren.\n"
    "Tarn Ministry said 9 soldiers were killed in Bren.\n"
    "The mayor counted 15 boats lost at the quay."
)


class Clock:
    """Tells the time that a test sets."""

    def __init__(self):
        self.now = datetime(2030, 5, 3, 12, tzinfo=UTC)

    def __call__(self):
        self.now += timedelta(seconds=20)
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def workspace(clock):
    settings = Settings(reader=standin.OWN, now=clock)
    with Workspace("memory:", settings=settings) as opened:
        list(opened.read([standin.make_document(TEXT)]))
        yield opened


def held(workspace, number):
    return next(
        h
        for h in workspace.claims()
        if h.claim.quantity.span.text.startswith(str(number))
    )


def rule(workspace, number, decision, by="Ada", **changes):
    workspace.rule(held(workspace, number), decision, by=by, reason="", changes=changes)


def test_each_reading_counts_once_with_its_last_ruling(workspace):
    rule(workspace, 40, Decision.CONFIRM, confirmed=["where", "when"])
    rule(workspace, 40, Decision.CONFIRM, confirmed=["where"])
    rule(workspace, 12, Decision.EDIT, place="Olmar")
    rule(workspace, 9, Decision.REJECT)
    rule(workspace, 9, Decision.CONFIRM, by="Bo")
    sitting = find_sitting(workspace, "Ada")
    assert sitting.looked_at == 3
    assert dict(sitting.decisions) == {
        Decision.CONFIRM: 1,
        Decision.EDIT: 1,
        Decision.REJECT: 1,
    }
    fields = {f.field: (f.looked_at, f.changed) for f in sitting.fields}
    assert fields == {"where": (2, 1)}
    assert find_sitting(workspace, "Nobody").looked_at == 0


def test_what_was_undone_does_not_count(workspace):
    rule(workspace, 40, Decision.CONFIRM)
    rule(workspace, 40, Decision.UNDO)
    assert find_sitting(workspace, "Ada").looked_at == 0
    assert find_recall(workspace.ledger)[0].share is None


def test_a_break_of_more_than_half_an_hour_ends_a_sitting(workspace, clock):
    rule(workspace, 40, Decision.CONFIRM)
    clock.now += timedelta(minutes=29)
    rule(workspace, 12, Decision.CONFIRM)
    assert find_sitting(workspace, "Ada").looked_at == 2
    clock.now += timedelta(minutes=31)
    rule(workspace, 9, Decision.CONFIRM)
    assert find_sitting(workspace, "Ada").looked_at == 1


def test_claims_that_people_added_count_as_missed(workspace):
    assert "No person has" in recall_words(find_recall(workspace.ledger)[0])
    rule(workspace, 40, Decision.CONFIRM)
    rule(workspace, 12, Decision.EDIT, place="Olmar")
    rule(workspace, 9, Decision.REJECT)
    whole, *measures = find_recall(workspace.ledger)
    assert (whole.had, whole.added, whole.share) == (2, 0, 1)
    assert {m.measure: m.had for m in measures} == {
        "people.killed": 1,
        "people.captured": 1,
    }
    assert workspace.ledger.count_claims(Filters(status="added")) == 0


def test_an_added_claim_lowers_the_share(workspace):
    rule(workspace, 40, Decision.CONFIRM)
    document = held(workspace, 40).claim.document
    start = TEXT.index("15 boats")
    span = cut_words(workspace, document, start, start + len("15 boats"))
    ruled = Ruled("Ada", "missed")
    add_claim(workspace, document, span, {"measure": "equipment.lost"}, ruled)
    whole = find_recall(workspace.ledger)[0]
    assert (whole.had, whole.added, float(whole.share)) == (1, 1, 0.5)
    assert recall_words(whole) == (
        "Of 2 claims that people confirmed, corrected or added, the reader had 1"
        " (50.0%); people added 1."
    )
    assert dict(find_sitting(workspace, "Ada").decisions)[Decision.ADD] == 1
