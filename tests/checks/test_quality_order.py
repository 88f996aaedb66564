"""Findings stand in the order in which an analyst should look at them."""

from itertools import permutations

from sayso.checks import urgency
from sayso.model import Finding, Level, Outcome


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
    for given in permutations(found):
        assert sorted(given, key=urgency) == found
