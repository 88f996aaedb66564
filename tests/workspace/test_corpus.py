"""A check of one's own works end to end, and what a corpus is made of."""

from dataclasses import replace
from datetime import date

import pytest

import standin
from sayso.checks import CHECKS, Check, CheckContext
from sayso.checks.support.check import claim_input, words_of
from sayso.errors import UnknownName
from sayso.model import Decision, Level, Outcome
from sayso.workspace import Settings, Workspace
from sayso.workspace.corpus import choose_checks, load_corpus

TEXT = "General Orlan said over 40 soldiers of Tarn were killed in Olmar."


def check_round(claims, context: CheckContext):
    """Give figures that end in zero."""
    for claim in claims:
        if claim.quantity.low and claim.quantity.low % 10 == 0:
            yield MINE.find(
                Outcome.CANNOT_CHECK,
                Level.LOOK,
                [claim_input(claim, "figure")],
                f"{context.voice(claim)} states {words_of(claim)}, a round figure.",
                ["ends in zero"],
                "the figure in full",
            )


MINE = Check("round", 1, "Round figure", "Shows round figures.", check_round)


@pytest.fixture
def workspace():
    settings = Settings(reader=standin.OWN, checks=(*CHECKS, MINE))
    with Workspace("memory:", settings=settings) as opened:
        document = standin.make_document(TEXT, published=date(2030, 5, 2))
        list(opened.read([document]))
        yield opened


def test_own_check_is_run_recorded_and_shown(workspace):
    checked = workspace.check(only=["round"])
    (finding,) = checked.findings
    assert (
        finding.sentence == 'General Orlan states "over 40 soldiers", a round figure.'
    )
    assert checked.new == {finding.fingerprint}
    (held,) = workspace.ledger.findings(rule="round")
    assert held.finding == finding
    assert workspace.check().new == frozenset()


def test_a_new_version_of_a_check_replaces_its_findings(workspace):
    workspace.check()
    newer = replace(MINE, version=2, run=lambda claims, context: iter(()))
    settings = Settings(reader=standin.OWN, checks=(newer,))
    workspace._settings = settings
    checked = workspace.check()
    assert [f.rule for f in checked.withdrawn] == ["round"]
    held = workspace.ledger.findings(rule="round")
    assert [h.withdrawn is not None for h in held] == [True]


def test_rejected_readings_are_left_out(workspace):
    (claim,) = workspace.claims()
    workspace.rule(claim, Decision.REJECT, by="ann", reason="misread")
    assert load_corpus(workspace.ledger).claims == ()
    assert workspace.check().findings == ()


def test_erased_documents_are_left_out(workspace):
    (claim,) = workspace.claims()
    workspace.check()
    workspace.erase(claim.claim.document, by="ann", reason="a request")
    assert load_corpus(workspace.ledger).context.documents == {}
    assert workspace.check().findings == ()


def test_checks_are_chosen_by_name():
    assert choose_checks([], CHECKS) == CHECKS
    assert [c.name for c in choose_checks(["parts", "shares"], CHECKS)] == [
        "shares",
        "parts",
    ]
    with pytest.raises(UnknownName, match="known: shares"):
        choose_checks(["magic"], CHECKS)
