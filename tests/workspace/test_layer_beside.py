"""What map-makers drew beside claims, on the command line and in charts."""

from dataclasses import replace

import pytest

from checks.test_layers_checks import DESK, ground
from sayso.ledger import HeldClaim, Status
from sayso.linking.series import line_up
from sayso.web.chart import draw_chart
from sayso.web.wording import show_claim
from sayso.workspace.layer_beside import drawn_beside


@pytest.fixture
def corpus():
    return ground("64 km2", (64, 64, "exact", "km2"))


def test_a_claim_has_the_interval_of_each_authority(corpus):
    (beside,) = drawn_beside(corpus.claims, corpus.context())[corpus.claims[0].id]
    assert beside.words == f"{DESK}, assessed control by Tarn"
    assert str(beside.interval) == "[42.59, 84.74]"
    assert beside.days == "from 2030-05-03 to 2030-05-08"


def test_claims_that_layers_say_nothing_of_are_left_out(corpus):
    corpus.claims[0] = replace(corpus.claims[0], actor="Vessia")
    assert drawn_beside(corpus.claims, corpus.context()) == {}
    corpus.claims[0] = replace(corpus.claims[0], measure="people.killed", actor="Tarn")
    assert drawn_beside(corpus.claims, corpus.context()) == {}


def test_a_chart_shows_it_as_a_bar_and_never_as_a_mark(corpus):
    context = corpus.context()
    lines = line_up(corpus.claims, context.documents)
    claim = corpus.claims[0]
    held = HeldClaim(claim.id, 1, claim, Status.UNREVIEWED, None, "Wire One")
    shown = {claim.id: show_claim(held)}
    drawn = drawn_beside(corpus.claims, context)
    plain, chart = draw_chart(lines, shown), draw_chart(lines, shown, drawn=drawn)
    assert len(chart.marks) == len(plain.marks) == 1
    assert (plain.bars, plain.makers) == ((), ())
    (bar,) = chart.bars
    assert bar.label.startswith(
        f"Drawn by {DESK}, assessed control by Tarn: from 42.59"
    )
    assert bar.x > chart.marks[0].x
    assert bar.y_high < chart.marks[0].y < bar.y_low
    assert chart.makers == (f"{DESK}, assessed control by Tarn",)
