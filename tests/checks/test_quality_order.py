"""Findings stand in the order in which an analyst should look at them."""

from sayso.checks import urgency
from sayso.model import Finding, Level, Outcome


def finding(level: Level, outcome: Outcome) -> Finding:
    return Finding("parts", 1, level, outcome, (), "A: b.", ())


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
