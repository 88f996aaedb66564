"""Agreement of two reviewers, field by field; all names are invented."""

from fractions import Fraction

import pytest

import standin
from sayso.model import Decision, Document
from sayso.workspace import Settings, Workspace
from sayso.workspace.agreement import CONFIRMED, READING, find_agreement, kappa_of

TEXT = (
    "Tarn Ministry said 40 soldiers were killed in Olmar. "
    "Tarn Ministry said 12 soldiers were killed in Bren. "
    "Tarn Ministry said 9 soldiers were killed in Bren."
)


@pytest.mark.parametrize(
    ("pairs", "kappa"),
    [
        ([], None),
        ([("a", "a"), ("a", "a")], None),
        ([("a", "a"), ("b", "b")], Fraction(1)),
        ([("a", "b"), ("b", "a")], Fraction(-1)),
        ([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")], Fraction(0)),
    ],
)
def test_kappa(pairs, kappa):
    assert kappa_of(pairs) == kappa


@pytest.fixture
def workspace():
    with Workspace("memory:", settings=Settings(reader=standin.OWN)) as opened:
        list(opened.read([Document(TEXT, name="one")]))
        yield opened


def test_each_field_that_both_looked_at_is_compared(workspace):
    first, second, third = workspace.claims()
    for held in (first, second):
        workspace.rule(held, Decision.CONFIRM, by="ann", reason="")
    workspace.rule(third, Decision.REJECT, by="ann", reason="a table")
    workspace.rule(first, Decision.CONFIRM, by="ben", reason="")
    edit = {"changes": {"actor": "Vessia"}}
    workspace.rule(second, Decision.EDIT, by="ben", reason="", **edit)
    workspace.rule(third, Decision.CONFIRM, by="ben", reason="")
    found = {a.field: a for a in find_agreement(workspace.ledger)}
    assert (found[READING].claims, found[READING].same) == (3, 2)
    assert (found["who did it"].claims, found["who did it"].same) == (2, 1)
    assert (found["where"].claims, found["where"].same) == (2, 2)
    assert found["who did it"].kappa == 0
    assert {(a.one, a.other) for a in found.values()} == {("ann", "ben")}


def test_a_confirmation_of_one_field_speaks_of_no_other(workspace):
    held, *_ = workspace.claims()
    for who in ("ann", "ben"):
        looked = {CONFIRMED: ["where"]}
        workspace.rule(held, Decision.CONFIRM, by=who, reason="", changes=looked)
    assert {a.field for a in find_agreement(workspace.ledger)} == {READING, "where"}


def test_what_was_undone_does_not_count(workspace):
    held, *_ = workspace.claims()
    workspace.rule(held, Decision.CONFIRM, by="ann", reason="")
    workspace.rule(held, Decision.CONFIRM, by="ben", reason="")
    workspace.rule(held, Decision.UNDO, by="ben", reason="")
    assert find_agreement(workspace.ledger) == ()
