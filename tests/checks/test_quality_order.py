"""Findings stand in the order in which an analyst should look at them."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from sayso.checks import RULES, urgency
from sayso.ledger import HeldFinding, Status
from sayso.ledger.findings import sort_by_urgency
from sayso.model import DocumentId, Finding, Input, Level, Outcome, Span
from sayso.workspace.handed.checked import BY_URGENCY


def finding(
    level: Level, outcome: Outcome, rule: str = "parts", said: str = "A: b."
) -> Finding:
    return Finding(rule, 1, level, outcome, (), said, ())


def test_what_is_strong_and_inconsistent_comes_first():
    found = [
        finding(Level.NOTE, Outcome.INCONSISTENT),
        finding(Level.LOOK, Outcome.REVISED),
        finding(Level.STRONG, Outcome.INCONSISTENT),
        finding(Level.LOOK, Outcome.INCONSISTENT),
        finding(Level.NOTE, Outcome.CONSISTENT),
    ]
    ordered = [(f.level, f.outcome) for f in sorted(found, key=urgency)]
    assert ordered == [
        (Level.STRONG, Outcome.INCONSISTENT),
        (Level.LOOK, Outcome.INCONSISTENT),
        (Level.LOOK, Outcome.REVISED),
        (Level.NOTE, Outcome.INCONSISTENT),
        (Level.NOTE, Outcome.CONSISTENT),
    ]


def test_within_a_level_sums_come_before_speakers_and_copies_in_one_order():
    told = (("parts", "A."), ("contradictions", "B."), ("drift", "A."), ("mine", "A."))
    found = [finding(Level.LOOK, Outcome.INCONSISTENT, *one) for one in told]
    found.append(finding(Level.LOOK, Outcome.INCONSISTENT, "mine", "B."))
    for mixed in permutations(found):
        assert sorted(mixed, key=urgency) == found


INPUTS = st.builds(
    Input,
    st.sampled_from(["a" * 64, "b" * 64]).map(DocumentId),
    st.builds(lambda at, n: Span(at, at + n, "x" * n), *[st.integers(1, 120)] * 2),
    st.none(),
    st.sampled_from(["part", "parts", "whole", ""]),
)
FOUND = st.builds(
    Finding,
    st.sampled_from([*RULES[:3], "mine"]),
    st.just(1),
    st.sampled_from(Level),
    st.sampled_from(Outcome),
    st.lists(INPUTS, max_size=4).map(tuple),
    st.just("A: b."),
    st.just(()),
)


@given(st.lists(FOUND, max_size=12))
def test_a_ledger_gives_them_in_the_same_order(found):
    held = [HeldFinding(7, one, Status.UNREVIEWED) for one in found]
    listed = [one.finding for one in sort_by_urgency(held, BY_URGENCY)]
    assert listed == sorted(found, key=urgency)
