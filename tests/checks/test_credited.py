import pytest

from checks.in_marked import find_in
from sayso.checks.credited import CHECK
from sayso.model import Level, Outcome

REPORTS = """
== w | Continental Wire | 2031-05-16
@ day=2031-05-16 place=Halden by="Halden Police"
{Nine}[killed 9 person by=] killed in Halden market

{Nine people}[killed 9 person] were killed in Halden on Friday, the police said.

== p | Lowland Post | 2031-05-17
@ day=2031-05-16 place=Halden by="Halden Police"
"""
NINETEEN = "{19 people}[killed 19 person] died in Halden, Continental Wire reported."


def test_figure_that_the_credited_report_does_not_have():
    (finding,) = find_in(CHECK, REPORTS + NINETEEN)
    assert finding.outcome is Outcome.INCONSISTENT
    assert finding.level is Level.LOOK
    assert finding.sentence == (
        'Halden Police stated "19 people" in Lowland Post, which credits Continental '
        'Wire; the title of its report has "Nine".'
    )


QUIET = {
    "the same figure": NINETEEN.replace("19", "9"),
    "within a tenth": NINETEEN.replace("19 people", "over 9 people").replace(
        "killed 19", "killed >=9.5"
    ),
    "no credit": NINETEEN.replace(", Continental Wire reported", ""),
    "an outlet not held": NINETEEN.replace("Continental", "Northern"),
    "another place": NINETEEN.replace("person]", "person place=Kesten]"),
    "another day": NINETEEN.replace("person]", "person day=2031-05-15]"),
    "another measure": NINETEEN.replace("[killed", "[wounded"),
    "credited for something else": NINETEEN.replace(
        ", Continental Wire reported.", ". The sky was blue, Continental Wire reported."
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_credited_quiet(text):
    assert find_in(CHECK, REPORTS + text) == []


TITLED = """
== r | Lowland Post | 2031-05-17
@ day=2031-05-16 place=Brask by="Relief Office"
The office counted {340 families}[displaced 340 family] that had fled Brask.

Source: Continental Wire, "{Over 430 families}[displaced >=430 family by=] flee Brask"

== w | Continental Wire | 2031-05-16
Nothing else is new.
"""


def test_figure_of_the_text_beside_the_title_that_its_credit_quotes():
    (finding,) = find_in(CHECK, TITLED)
    assert finding.outcome is Outcome.INCONSISTENT
    assert '"340 families"' in finding.sentence
    assert '"Over 430 families"' in finding.sentence


def test_a_title_with_the_figure_of_the_text_is_no_finding():
    fits = TITLED.replace("340", "440")
    assert find_in(CHECK, fits) == []


SIGNED = """
== d | Polder News Agency | 2031-05-16
@ day=2031-05-16 place=Halden by="Halden Police"
HALDEN, May 16 (PNA) - {Nine people}[killed 9 person] were killed on Friday.

{Twelve people}[killed 12 person] died, police said.
"""


def test_the_line_that_a_dateline_stands_in_is_no_title():
    other = SIGNED.replace("Polder News Agency", "Lowland Post") + (
        "== e | PNA | 2031-05-16\n@ by=Police\nOf {nine}[killed 9 person] all spoke.\n"
    )
    assert find_in(CHECK, other) == []
