from dataclasses import replace
from decimal import Decimal

import pytest

from checks.in_marked import find_in
from marked import parse_marked
from sayso.checks import make_context
from sayso.checks.headlines import CHECK
from sayso.model import ClaimField, Evidence, Level, Outcome

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


ROUNDED = {
    "passed": "climbs past {530}[killed 530 person by=] / {546}[killed 546 person]",
    "few, passed": "Toll passes {40}[killed 40 person by=] / {43}[killed 43 person]",
    "zeros": "{4,280}[killed 4280 person by=] dead / {4,283}[killed 4283 person]",
    "other words": "{Over 900}[intercepted >=900 drone by=] downed / {912}[launched 912"
    " drone] came, all downed; in May {61}[intercepted 61 drone]",
}  # fmt: skip


@pytest.mark.parametrize("text", ROUNDED.values(), ids=ROUNDED)
def test_a_headline_may_round_what_its_body_counts(text):
    head, body = text.split(" / ")
    assert found(head, f"The count came to {body}, the ministry said.") == []


UNLIKE = {
    "not passed": "climbs past {530}[killed 530 person by=] / {431}[killed 431 person]",
    "no zeros": "{535}[killed 535 person by=] dead / {531}[killed 531 person]",
    "too few": "{30}[killed 30 person by=] dead / {31}[killed 31 person]",
    "the hurt come near": "{Over 900}[killed >=900 person by=] dead / {61}[killed 61"
    " person] dead, {912}[wounded 912 person] hurt",
}  # fmt: skip


@pytest.mark.parametrize("text", UNLIKE.values(), ids=UNLIKE)
def test_a_headline_may_not_round_farther_than_that(text):
    head, body = text.split(" / ")
    (finding,) = found(head, f"The count came to {body}, the ministry said.")
    assert finding.outcome is Outcome.INCONSISTENT


AFTER_GREATER = {
    "a part of it": "It killed {21 people}[killed 21 person], {11}[killed 11 person] of"
    " them soldiers.",
    "of another year": "It killed {21 people}[killed 21 person]; a year ago {11}[killed"
    " 11 person] died.",
}  # fmt: skip


@pytest.mark.parametrize("body", AFTER_GREATER.values(), ids=AFTER_GREATER)
def test_a_headline_is_set_beside_the_count_that_the_body_begins_with(body):
    (finding,) = found(FOURTEEN, body)
    assert finding.sentence.startswith('Interior Ministry stated "21 people"')


def test_a_share_in_words_is_no_counted_one():
    body = "It took {64 percent}[territory.gained 64%] back, the ministry said."
    head = "Army takes {two-thirds}[territory.gained 66.7% by=] back"
    assert found(head, body) == []
    assert found(head.replace("two-thirds", "66.7 percent"), body)
    assert found(head, body.replace("64", "54"))


DAYS = "{Fourteen}[killed 14 person by= span=2031-05-05..2031-05-12] killed in a week"


def test_a_headline_on_a_week_is_no_count_of_one_of_its_days():
    body = (
        "On Sunday {eleven}[killed 11 person day=2031-05-11] died, the ministry said."
    )
    assert found(DAYS, body) == []
    week = "span=2031-05-05..2031-05-12"
    (finding,) = found(DAYS, body.replace("day=2031-05-11", week))
    assert finding.outcome is Outcome.INCONSISTENT


@pytest.mark.parametrize(("body", "flags"), [("30", 1), ("3", 0)])
def test_what_is_hundreds_of_times_a_figure_counts_something_else(body, flags):
    head = "Mirova shelled, {300}[killed 300 person by=] on the roads"
    text = f"It killed {{{body}}}[killed {body} person] by noon, the ministry said."
    assert len(found(head, text)) == flags


@pytest.mark.parametrize("words", ["Fourteen more", "Another 14"])
def test_a_headline_of_what_was_added_is_set_beside_no_total(words):
    body = "A bomb killed {eleven people}[killed 11 person], the ministry said."
    assert found(f"{{{words}}}[killed 14 person by=] die in Mirova", body) == []


def test_what_is_added_in_the_lead_is_no_count_of_the_headline():
    body = "A bomb killed {eleven more people}[killed 11 person], the ministry said."
    assert found(FOURTEEN, body) == []


@pytest.mark.parametrize(("sure", "flags"), [("0.9", 1), ("0.5", 0)])
@pytest.mark.parametrize("doubtful", [0, 1])
def test_what_happened_must_be_read_with_certainty(doubtful, sure, flags):
    text = REPORT.replace("{head}", FOURTEEN).replace(
        "{body}", "It killed {eleven people}[killed 11 person], the ministry said."
    )
    (marked,) = parse_marked(text)
    read = (Evidence(ClaimField.EVENT, (), Decimal(sure)),)
    claims = list(marked.reading.claims)
    claims[doubtful] = replace(claims[doubtful], evidence=read)
    context = make_context([replace(marked.reading, claims=tuple(claims))])
    assert len(list(CHECK.run(claims, context))) == flags


def test_a_headline_may_sum_up_what_its_first_paragraph_tells_place_by_place():
    more = "{another two}[killed 2 person] in a field, and the rest in their homes"
    body = f"{{Two people}}[killed 2 person] died at a well, {more}, it said."
    assert found(FOURTEEN, body) == []
    alone = "{Two people}[killed 2 person] died at a well, the ministry said."
    assert len(found(FOURTEEN, alone)) == 1


def test_a_list_of_its_parts_sums_up_no_second_count():
    parts = "{nine}[killed 9 person] at a well and {two}[killed 2 person] in a field"
    body = f"A bomb killed {{eleven people}}[killed 11 person]: {parts}."
    (finding,) = found(FOURTEEN, body)
    assert '"eleven people"' in finding.sentence


MISTYPED = "{112 drones}[launched 112 drone by= day=2031-05-13] flown at Mirova"


@pytest.mark.parametrize(
    ("body", "flags"),
    [
        ("{121 drones}[launched 121 drone] came, the ministry said.", 1),
        ("{131 drones}[launched 131 drone] came, the ministry said.", 0),
        ("{Over 121 drones}[launched >=121 drone] came, the ministry said.", 0),
        ("Of 112 lights {121}[launched 121 drone] were drones, it said.", 0),
    ],
    ids=["exchanged", "another number", "a bound", "the number stands below"],
)
def test_digits_exchanged_in_a_headline_ask_for_no_day(body, flags):
    assert len(found(MISTYPED, body)) == flags


@pytest.mark.parametrize(("second", "flags"), [(157, 0), (147, 1)])
def test_a_headline_may_sum_up_two_nights(second, flags):
    head = "Two nights, {371 drones}[launched 371 drone by=]"
    body = (
        "After {214 drones}[launched 214 drone] on Sunday {NEXT} flew at Mirova on"
        " Monday, the ministry said."
    )
    day = f"{{{second}}}[launched {second} drone day=2031-05-13]"
    assert len(found(head, body.replace("{NEXT}", day))) == flags


@pytest.mark.parametrize(
    ("more", "flags"),
    [
        ("A twelfth died in the night.", 0),
        ("It was the 12th death of the month.", 0),
        ("A thirteenth is hurt.", 1),
        ("{One more}[freed 1 person by=] came home.", 1),
        ("{One more}[killed 1 person by= stance=hedged] may be dead.", 0),
    ],
    ids=["a twelfth", "the 12th", "a thirteenth", "another measure", "not certain"],
)
def test_a_headline_may_count_the_last_one(more, flags):
    head = "{Twelve}[killed 12 person by=] killed in Mirova"
    body = f"It killed {{eleven people}}[killed 11 person], it said. {more}"
    assert len(found(head, body)) == flags
