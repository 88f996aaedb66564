import pytest

from checks.in_marked import find_in
from sayso.checks.headlines import CHECK
from sayso.model import Level, Outcome

REPORT = """
== h1 | Lowland Post | 2031-05-12
@ day=2031-05-12 place=Mirova by="Interior Ministry"
{head}

{body}
"""
FOURTEEN = "{Fourteen}[killed 14 person by=] killed in Mirova"


def found(head: str, body: str):
    return find_in(CHECK, REPORT.replace("{head}", head).replace("{body}", body))


def test_headline_that_no_figure_of_the_body_bears_out():
    body = "A bomb killed {eleven people}[killed 11 person], the ministry said."
    (finding,) = found(FOURTEEN, body)
    assert finding.outcome is Outcome.INCONSISTENT
    assert finding.level is Level.LOOK
    assert [i.role for i in finding.inputs] == ["headline", "body"]
    assert finding.sentence.startswith('Interior Ministry stated "eleven people"')


QUIET = {
    "the same figure": "It killed {14 people}[killed 14 person], the ministry said.",
    "a bound left out": "It killed {at least 14}[killed >=14 person], it said.",
    "the sum of two": "Dead: {nine men}[killed 9 man] and {5 women}[killed 5 woman].",
    "another measure": "It wounded {eleven people}[wounded 11 person], it said.",
    "another place": "In Kesten {eleven}[killed 11 person place=Kesten] died, it said.",
    "not read as a claim": "Of fourteen {eleven}[killed 11 person] were men, it said.",
    "another side": "It killed {11 soldiers}[killed 11 civilian], it said.",
}  # fmt: skip


@pytest.mark.parametrize("body", QUIET.values(), ids=QUIET)
def test_headlines_quiet(body):
    head = FOURTEEN
    if "civilian]" in body:
        head = "{Fourteen soldiers}[killed 14 child by=] killed in Mirova"
    assert found(head, body) == []


def test_a_first_sentence_is_no_headline():
    head = "{Fourteen}[killed 14 person by=] were killed in Mirova."
    assert found(head, "It killed {eleven}[killed 11 person], it said.") == []


def test_a_thing_told_without_a_number_is_no_figure():
    head = "{A man}[killed 1 man by=] is killed in Mirova"
    assert found(head, "It killed {eleven}[killed 11 person], it said.") == []


NO_LEAD = {
    "farther down": "The ministry named no place.\n\nOn the road {six}[killed 6 person]"
    " were killed, a councillor said.",
    "a part of the people": "It killed {six men}[killed 6 man] and others, it said.",
    "one who is told of": "It killed {a boy}[killed 1 child], it said.",
}  # fmt: skip


@pytest.mark.parametrize("body", NO_LEAD.values(), ids=NO_LEAD)
def test_a_headline_is_set_beside_the_count_of_its_lead_alone(body):
    assert found(FOURTEEN, body) == []
