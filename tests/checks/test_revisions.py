import pytest

from checks.in_marked import find_in
from sayso.checks import contradictions, drift
from sayso.checks.revisions import CHECK
from sayso.model import Level, Outcome

UPDATE = """
== {name} | Harbour Wire | 2031-05-15{hour}
@ day=2031-05-15 place=Halden by="{by}" aff=Sarova acc=flow
{{{value} people}}[killed {value} person] were killed in Halden on Thursday, said {by}.
"""


def update(name: str, value: int, hour: str = "", by: str = "Halden Police") -> str:
    return UPDATE.format(name=name, value=value, hour=f" {hour}" if hour else "", by=by)


def test_a_toll_that_comes_down_within_a_day_is_shown():
    reports = update("a", 14, "14:00") + update("b", 11, "19:30")
    (finding,) = find_in(CHECK, reports)
    assert finding.outcome is Outcome.REVISED
    assert finding.level is Level.LOOK
    assert finding.sentence == (
        'Halden Police stated "11 people" (person) on 2031-05-15 at 19:30, in place of '
        '"14 people" on 2031-05-15 at 14:00.'
    )


def test_a_toll_that_grows_is_only_noted():
    (finding,) = find_in(CHECK, update("a", 11, "14:00") + update("b", 14, "19:30"))
    assert finding.level is Level.NOTE


QUIET = {
    "no hours": update("a", 14) + update("b", 11),
    "the same figure": update("a", 14, "14:00") + update("b", 14, "19:30"),
    "two speakers": update("a", 14, "14:00") + update("b", 11, "19:30", by="Ada Orlan"),
}


@pytest.mark.parametrize("reports", QUIET.values(), ids=QUIET)
def test_revisions_quiet(reports):
    assert find_in(CHECK, reports) == []


def test_two_speakers_at_two_hours_are_no_contradiction_when_the_toll_grew():
    grown = update("a", 11, "14:00") + update("b", 14, "19:30", by="Ada Orlan")
    (finding,) = find_in(contradictions.CHECK, grown)
    assert finding.outcome is Outcome.NOT_COMPARABLE
    assert finding.level is Level.NOTE
    fallen = update("a", 14, "14:00") + update("b", 11, "19:30", by="Ada Orlan")
    (finding,) = find_in(contradictions.CHECK, fallen)
    assert finding.outcome is Outcome.INCONSISTENT


COPY = """
== a | Continental Wire | 2031-05-23 07:00
@ day=2031-05-22 place=Orrin by="Orrin's Hospital"
{At least twelve people}[killed >=12 person] were killed in Orrin, the hospital said.

== b | River News | 2031-05-23 09:30
@ day=2031-05-22 place=Orrin by="Orrin's Hospital"
{Twelve people}[killed 12 person] were killed, the hospital said. (Continental Wire)
"""


def test_a_small_figure_that_loses_its_bound_under_a_credit_is_shown():
    (finding,) = find_in(drift.CHECK, COPY)
    assert "the bound changed" in finding.sentence
    assert find_in(drift.CHECK, COPY.replace(" (Continental Wire)", "")) == []


def test_totals_up_to_two_days_are_no_repetition():
    text = """
== a | Lowland Post | 2031-05-14
@ span=2031-01-01..2031-05-14 place=Tarn by="Civil Count Office" acc=total
The office counts {1,204 people}[detained 1204 person] who were detained.

== b | Lowland Post | 2031-05-15
@ span=2031-01-01..2031-05-15 place=Tarn by="Civil Count Office" acc=total
The office counts {1,260 people}[detained 1260 person] who were detained.
"""
    assert find_in(drift.CHECK, text) == []


PART = "Of {six civilians}[killed 6 civilian] {two people}[killed 2 person] were old."


@pytest.mark.parametrize(("total", "shown"), [(31, 0), (14, 0), (12, 1)])
def test_a_part_of_a_count_that_stands_or_grew_replaces_nothing(total, shown):
    later = update("b", 2, "19:30") + f"It counts {{{total}}}[killed {total} body].\n"
    found = find_in(CHECK, update("a", 14, "14:00") + later)
    assert sum(f.level is Level.LOOK for f in found) == shown


UPDATED = """
== a | Continental Wire | 2031-05-23 07:00
@ day=2031-05-22 place=Orrin by="Orrin's Hospital"
{417 people}[wounded 417 person] were hurt, and {1,318 homes}[buildings 1318 home] lost.

== b | {outlet} | 2031-05-23 {hour}
@ day=2031-05-22 place=Orrin by="the clinic"
Now it is {over 400 people}[wounded >=400 person], the clinic said.

== c | River News | 2031-05-23 20:30
@ day=2031-05-22 place=Orrin by="Orrin's Hospital" via="Continental Wire"
{Over 400 people}[wounded >=400 person] were hurt and {1,318 homes}[buildings 1318 home]
lost, the hospital said, Continental Wire reported.
"""


@pytest.mark.parametrize(
    ("outlet", "hour", "flags"),
    [
        ("Continental Wire", "12:00", 0),
        ("Continental Wire", "22:00", 1),
        ("Lowland Post", "12:00", 1),
    ],
    ids=["the outlet's update", "an update too late", "another outlet's"],
)
def test_a_copy_of_an_update_repeats_no_earlier_figure(outlet, hour, flags):
    reports = UPDATED.replace("{outlet}", outlet).replace("{hour}", hour)
    found = [f for f in find_in(drift.CHECK, reports) if '"417 people"' in f.sentence]
    assert len(found) == flags
