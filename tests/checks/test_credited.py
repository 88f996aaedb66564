from dataclasses import replace
from decimal import Decimal

import pytest

from checks.in_marked import find_in
from marked import parse_marked
from sayso.checks import make_context
from sayso.checks.credited import CHECK
from sayso.model import ClaimField, Evidence, Level, Outcome
from sayso.reading.numbers.figures import find_figures, state_quantities
from sayso.vocabulary.languages import load_language

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


OTHER = """
== v | Continental Wire | {day}
@ day=2031-05-16 place=Mirova by="Mirova Police"
{19 people}[killed 19 person] died in Mirova, police said.
"""


@pytest.mark.parametrize(
    ("report", "flags"),
    [
        (OTHER, 0),
        (OTHER.replace("19", "12"), 1),
        (OTHER.replace("[killed", "[wounded"), 1),
        (OTHER.replace("Continental", "Northern"), 1),
    ],
    ids=["the figure", "another figure", "another measure", "another outlet"],
)
def test_a_figure_of_another_report_of_the_credited_outlet(report, flags):
    report = report.replace("{day}", "2031-05-16")
    assert len(find_in(CHECK, report + REPORTS + NINETEEN)) == flags


@pytest.mark.parametrize(
    ("hours", "flags"), [(("09:00", "12:00"), 1), (("12:00", "09:00"), 0)]
)
def test_a_report_of_a_later_hour_is_not_what_was_credited(hours, flags):
    reports = REPORTS.replace("2031-05-16\n", f"2031-05-17 {hours[0]}\n", 1)
    reports = reports.replace(
        "Lowland Post | 2031-05-17", f"Lowland Post | 2031-05-17 {hours[1]}"
    )
    assert len(find_in(CHECK, reports + NINETEEN)) == flags


def test_one_man_who_is_told_of_is_no_count_of_the_credited_report():
    reports = REPORTS.replace("{Nine}[killed 9", "{A ninth man}[killed 1")
    reports = reports.replace("{Nine people}[killed 9 person]", "A ninth man")
    assert find_in(CHECK, reports + NINETEEN) == []


IN_HOSPITAL = (
    "{Twenty people}[wounded 20 person] are in hospital, Continental Wire said."
)


@pytest.mark.parametrize(("tail", "flags"), [("in hospital", 0), ("hurt", 1)])
def test_those_in_hospital_are_no_count_of_the_wounded(tail, flags):
    reports = REPORTS.replace("[killed", "[wounded")
    assert (
        len(find_in(CHECK, reports + IN_HOSPITAL.replace("in hospital", tail))) == flags
    )


@pytest.mark.parametrize(("words", "flags"), [("19 shells", 0), ("20 shells", 1)])
def test_a_number_that_the_credited_report_has_as_whatever_it_was_read(words, flags):
    text = (REPORTS + NINETEEN).replace("on Friday", f"on Friday by {words}")
    readings = [m.reading for m in parse_marked(text)]
    figures = find_figures(readings[0].document.text, language=load_language("en"))
    readings[0] = replace(readings[0], quantities=state_quantities(figures))
    context = make_context(readings)
    claims = [c for r in readings for c in r.claims]
    assert len(list(CHECK.run(claims, context))) == flags


@pytest.mark.parametrize(
    ("speaker", "flags"),
    [("Dale Front", 0), ("Continental Wire", 1), ("", 1), ("Halden Police", 1)],
)
def test_what_another_speaker_counts_is_not_set_beside_the_report(speaker, flags):
    text = NINETEEN.replace("19 person", f'19 person by="{speaker}"')
    reports = REPORTS.replace("by=]", "person]").replace("person person", "person")
    assert len(find_in(CHECK, reports + text)) == flags


MOVED = {
    "a toll that grew": ("{Twelve}[killed 12 person]", 0),
    "a toll that more than grew": ("{Twenty}[killed 20 person]", 1),
    "a toll that came down": ("{Four}[killed 4 person]", 1),
    "the sum of two": ("{Sixteen}[killed 16 person]", 0),
}


@pytest.mark.parametrize(("figure", "flags"), MOVED.values(), ids=MOVED)
def test_a_later_report_may_have_moved_a_toll_or_added_it_up(figure, flags):
    more = (
        "\n== x | Continental Wire | 2031-05-17\n@ day=2031-05-15 place=Mirova\n"
        '{Seven people}[killed 7 person by="Mirova Police"] died in Mirova.\n'
    )
    text = f"{figure} died in Halden, Continental Wire reported."
    assert len(find_in(CHECK, REPORTS + text + more)) == flags


def test_a_figure_that_is_read_with_doubt_is_set_beside_no_report():
    readings = [m.reading for m in parse_marked(REPORTS + NINETEEN)]
    doubted = Evidence(ClaimField.EVENT, (), Decimal("0.5"))
    claims = [c for r in readings for c in r.claims]
    context = make_context(readings)
    assert len(list(CHECK.run(claims, context))) == 1
    claims[-1] = replace(claims[-1], evidence=(doubted,))
    assert list(CHECK.run(claims, context)) == []


SWAP = """
== w | Continental Wire | 2031-05-16
@ day=2031-05-16
Home came {205 men}[freed 205 man] on Friday.

== p | Lowland Post | 2031-05-17
@ day=2031-05-17
"""


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("{250 men}[freed 250 man] came home, Continental Wire reported.", 1),
        ("{230 men}[freed 230 man] came home, Continental Wire reported.", 0),
        ("{Some 250 men}[freed ~250 man] came home, Continental Wire reported.", 0),
        ("{250 men}[freed 250 man place=Brask] came home, Continental Wire says.", 0),
    ],
    ids=["exchanged", "another number", "about", "of a place"],
)
def test_digits_exchanged_on_the_way_ask_for_no_place(text, flags):
    assert len(find_in(CHECK, SWAP + text)) == flags
