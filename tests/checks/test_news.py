"""Flags on reports of ordinary news: each was read and judged; a new one wants it."""

import pytest

from news import HALVES, find_flags, load_disagreements, load_judged
from sayso.checks import CHECKS

pytestmark = pytest.mark.quality


@pytest.mark.parametrize("half", HALVES)
def test_flags_on_ordinary_news_are_the_judged_ones(half):
    judged = [j for j in load_judged() if j.half == half and "now" in j.runs]
    found = find_flags(half)
    new = [flag for flag in found if flag not in [j.flag for j in judged]]
    assert new == [], "judge it in tests/corpora/news/judged.txt"
    gone = [j.flag for j in judged if j.flag not in found]
    assert gone == [], 'no longer found: take "now" off its line in judged.txt'
    assert all(j.is_right for j in judged)


def test_lists_name_checks_that_there_are():
    known = {check.name for check in CHECKS}
    assert {d.check for d in load_disagreements()} <= known
    assert {j.flag.check for j in load_judged()} <= known
