"""Time expressions: what is one, its TIMEX3 value, and the days it names."""

import importlib.util
import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import PeriodKind, Precision, TimexType
from sayso.reading.record import to_timex
from sayso.reading.times.timexes import find_timexes
from sayso.vocabulary.languages import ENGLISH
from sayso.vocabulary.languages.time_words import TimeWords

WEDNESDAY = date(2025, 3, 12)
"""Day of publication of every case below; a Wednesday."""


def read(text, *, published=WEDNESDAY, **more):
    return find_timexes(
        text, published=published, language=more.pop("language", ENGLISH), **more
    )


def days(text, **more):
    """First and last day of each period found, as ISO days."""
    return [
        t.period and (t.period.first and str(t.period.first), str(t.period.last))
        for t in read(text, **more)
    ]


def values(text, **more):
    return [(t.span.text, str(t.type), t.value) for t in read(text, **more)]


# --- values ------------------------------------------------------------------------

DATES = {
    "March 12": "2025-03-12",
    "12 March 2025": "2025-03-12",
    "12 March, 2025": "2025-03-12",
    "the 12th of March": "2025-03-12",
    "March 12th, 2024": "2024-03-12",
    "Sept. 30, 2019": "2019-09-30",
    "Monday, 10 March": "2025-03-10",
    "2025-03-12": "2025-03-12",
    "13/03/2025": "2025-03-13",
    "03/04/2025": "2025-03-04",
    "12.03.2025": "2025-03-12",
    "27-07-2016": "2016-07-27",
    "May 17,2019": "2019-05-17",
    "2018.1.5": "2018-01-05",
    "19-Nov-12": "2012-11-19",
    "17-May-19": "2019-05-17",
    "March 2025": "2025-03",
    "mid-March": "2025-03",
    "early 2024": "2024",
    "mid-2024": "2024",
    "the mid-1990s": "199X",
    "the 1800s": "18XX",
    "this winter": "2024-WI",
    "last Christmas": "2024-12-25",
    "late last year": "2024",
    "the end of 2024": "2024",
    "the 1990s": "199X",
    "the '90s": "199X",
    "the 20th century": "19XX",
    "nineteen ninety-six": "1996",
    "spring 2023": "2023-SP",
    "the winter of 2023": "2023-WI",
    "last summer": "2024-SU",
    "the first quarter": "2025-Q1",
    "the third quarter of 2024": "2024-Q3",
    "Q3 2024": "2024-Q3",
    "the second half of 2023": "2023-H2",
    "fiscal 2012": "2012",
    "FY2012": "2012",
    "last week": "2025-W10",
    "this week": "2025-W11",
    "next month": "2025-04",
    "last year": "2024",
    "two weeks ago": "2025-W09",
    "three days ago": "2025-03-09",
    "four years ago": "2021",
    "yesterday": "2025-03-11",
    "tomorrow": "2025-03-13",
    "the day before yesterday": "2025-03-10",
    "last Wednesday": "2025-03-05",
    "next Friday": "2025-03-14",
    "last Friday of this month": "2025-03-28",
    "the first Monday in May 2025": "2025-05-05",
    "last August": "2024-08",
    "Christmas": "2024-12-25",
    "Good Friday 2024": "2024-03-29",
    "Easter 2024": "2024-03-31",
    "Thanksgiving 2023": "2023-11-23",
    "Ramadan": "2025-03-01",
    "the weekend": "2025-W10-WE",
    "now": "PRESENT_REF",
    "Recently": "PAST_REF",
    "the future": "FUTURE_REF",
}


@pytest.mark.parametrize(("phrase", "value"), DATES.items(), ids=DATES)
def test_date_phrase_has_its_value(phrase, value):
    assert values(phrase) == [(phrase, "DATE", value)]


OTHERS = {
    "last night": ("TIME", "2025-03-11TNI"),
    "this morning": ("TIME", "2025-03-12TMO"),
    "Monday evening": ("TIME", "2025-03-10TEV"),
    "the night of 4 March": ("TIME", "2025-03-04TNI"),
    "10:30 on Tuesday": ("TIME", "2025-03-11T10:30"),
    "8 p.m. on 5 March": ("TIME", "2025-03-05T20:00"),
    "15:00 GMT Saturday": ("TIME", "2025-03-08T15:00"),
    "noon Tuesday": ("TIME", "2025-03-11T12:00"),
    "five days": ("DURATION", "P5D"),
    "16-hour": ("DURATION", "PT16H"),
    "two and a half years": ("DURATION", "P2Y6M"),
    "half an hour": ("DURATION", "PT30M"),
    "an hour and a half": ("DURATION", "PT1H30M"),
    "two-and-a-half years": ("DURATION", "P2Y6M"),
    "6 a.m. (1000 GMT) Friday": ("TIME", "2025-03-07T06:00"),
    "Sundays": ("SET", "XXXX-WXX-7"),
    "every few years": ("SET", "PXY"),
    "several weeks": ("DURATION", "PXW"),
    "a couple of years": ("DURATION", "P2Y"),
    "two decades": ("DURATION", "P20Y"),
    "the past five days": ("DURATION", "P5D"),
    "the next decade": ("DURATION", "P10Y"),
    "daily": ("SET", "P1D"),
    "every two weeks": ("SET", "P2W"),
    "every other day": ("SET", "P2D"),
    "each year": ("SET", "P1Y"),
    "every Monday": ("SET", "XXXX-WXX-1"),
}


@pytest.mark.parametrize(("phrase", "read_as"), OTHERS.items(), ids=OTHERS)
def test_other_phrase_has_its_type_and_value(phrase, read_as):
    assert values(phrase) == [(phrase, *read_as)]


NOTHING = [
    "2,000 troops and 1918 people",
    "killing 2000 soldiers",
    "a 34-year-old man and a boy, six years old",
    "shelled 20 times a day",
    "It may march on; the sun sat low after the fall of the town.",
    "costs $1999 and 2012.5 tons",
    "Flight 2010 and room 1999",
    "three-quarters of the town",
    "Resolutions 2254 and 2118",
    "the future of the town",
    "bought by Sun and by Jan Novak",
    "the daily Courier",
]


@pytest.mark.parametrize("text", NOTHING)
def test_quantity_or_homograph_is_no_time(text):
    assert read(text) == ()


def test_modifier_is_kept():
    found = read("In early March, at least 20 days and about two years ago.")
    assert [t.mod for t in found] == ["START", "EQUAL_OR_MORE", "APPROX"]


# --- days --------------------------------------------------------------------------

PERIODS = {
    "They took it in the past five days.": ("2025-03-07", "2025-03-12"),
    "Shells fell over the past 24 hours.": ("2025-03-11", "2025-03-12"),
    "Clashes in the past day numbered ten.": ("2025-03-11", "2025-03-12"),
    "Over the last month it changed hands.": ("2025-02-12", "2025-03-12"),
    "The bridge was hit overnight.": ("2025-03-11", "2025-03-12"),
    "It was quiet over the last week.": ("2025-03-05", "2025-03-12"),
    "It fell a week ago.": ("2025-03-05", "2025-03-05"),
    "It fell a day ago.": ("2025-03-11", "2025-03-11"),
    "It was theirs a year ago.": ("2024-03-12", "2024-03-12"),
    "It fell on the 5th.": ("2025-03-05", "2025-03-05"),
    "It fell on the 21st, late.": ("2025-02-21", "2025-02-21"),
    "It fell on Tuesday the 4th.": ("2025-03-04", "2025-03-04"),
    "Mon 3: two huts burned.": ("2025-03-03", "2025-03-03"),
    "It fell on the 5th day of this month.": ("2025-03-05", "2025-03-05"),
    "It fell on the twenty-first of February.": ("2025-02-21", "2025-02-21"),
    "It fell on 4 April last year.": ("2024-04-04", "2024-04-04"),
    "It fell on 31 May of last year.": ("2024-05-31", "2024-05-31"),
    "It fell in autumn last year.": ("2024-09-01", "2024-11-30"),
    "It fell on 9/3/2025.": ("2025-03-09", "2025-03-09"),
    "It fell on 24.02.24.": ("2024-02-24", "2024-02-24"),
    "It fell on thursday.": ("2025-03-06", "2025-03-06"),
    "Nine fell in the week.": ("2025-03-05", "2025-03-12"),
    "Nine fell in the first half of February.": ("2025-02-01", "2025-02-15"),
    "Nine had fallen by mid-February.": (None, "2025-02-15"),
    "Nine had fallen by 1 May.": (None, "2024-05-01"),
    "They came earlier this month.": ("2025-03-01", "2025-03-12"),
    "They will come later this month.": ("2025-03-12", "2025-03-31"),
    "It fell in the last quarter of 2023.": ("2023-10-01", "2023-12-31"),
    "It was the wettest May.": ("2024-05-01", "2024-05-31"),
    "They came in early 2024.": ("2024-01-01", "2024-04-30"),
    "The year 2024 in numbers": ("2024-01-01", "2024-12-31"),
    "They held it since '91.": ("1991-01-01", "2025-03-12"),
    "They came in the first three months of 2024.": ("2024-01-01", "2024-03-31"),
    "They should be gone by the end of the month.": ("2025-03-12", "2025-03-31"),
    "It was quiet last week.": ("2025-03-03", "2025-03-09"),
    "Two villages fell this week.": ("2025-03-10", "2025-03-12"),
    "Two villages fell this month.": ("2025-03-01", "2025-03-12"),
    "They fled in February.": ("2025-02-01", "2025-02-28"),
    "They fled in early February.": ("2025-02-01", "2025-02-10"),
    "They came in the last week of February.": ("2025-02-21", "2025-02-28"),
    "They came in the first days of February.": ("2025-02-01", "2025-02-10"),
    "They held it in 2006.": ("2006-01-01", "2006-12-31"),
    "The unit is to leave by June.": ("2025-03-12", "2025-06-30"),
    "Talks will run until Friday.": ("2025-03-12", "2025-03-14"),
    "In '98 some forty huts burned.": ("1998-01-01", "1998-12-31"),
    "The fire of '98 took forty huts.": ("1998-01-01", "1998-12-31"),
    "It fell in the summer of ’98.": ("1998-06-01", "1998-08-31"),
    "It fell on the 5th of last month.": ("2025-02-05", "2025-02-05"),
    "It fell on the first of this month.": ("2025-03-01", "2025-03-01"),
    "It fell on the 9th last month, late.": ("2025-02-09", "2025-02-09"),
    "In February 14 guards fell.": ("2025-02-01", "2025-02-28"),
    "During February 20 light guns were lost.": ("2025-02-01", "2025-02-28"),
    "On February 14 guards left.": ("2025-02-14", "2025-02-14"),
}


@pytest.mark.parametrize(("text", "ends"), PERIODS.items(), ids=PERIODS)
def test_period_covers_the_days(text, ends):
    assert days(text) == [ends]


WINDOWS = {
    "Nine fell in the five days to Monday.": ("2025-03-06", "2025-03-10"),
    "Week to 9 March: nine fell.": ("2025-03-03", "2025-03-09"),
    "Nine fell in the week ending 9 March.": ("2025-03-03", "2025-03-09"),
    "Nine fell in the week from 3 March.": ("2025-03-03", "2025-03-09"),
}


@pytest.mark.parametrize(("text", "ends"), WINDOWS.items(), ids=WINDOWS)
def test_length_that_ends_or_begins_on_a_day_lies_beside_it(text, ends):
    assert days(text)[0] == ends


BRIGADES = (
    "The 21st Brigade held.",
    "On the 21st floor it burned.",
    "On the third they rested.",
    "Flags flew on the 5th-floor balcony.",
)


@pytest.mark.parametrize("text", BRIGADES)
def test_an_ordinal_before_a_noun_is_no_day(text):
    assert read(text) == ()


def test_day_of_the_month_is_of_the_month_told_before():
    text = "The raid was on 3 January. On the 16th they came back."
    assert days(text)[1] == ("2025-01-16", "2025-01-16")
    text = "The raid was on 28 January. On the 2nd they came back."
    assert days(text)[1] == ("2025-02-02", "2025-02-02")


def test_date_of_that_year_is_of_the_year_told_before():
    text = "The siege began in 2022. The worst was in May that year."
    assert days(text)[1] == ("2022-05-01", "2022-05-31")


def test_text_of_years_gone_by_counts_from_what_it_told():
    text = (
        "The siege of Harbour Town began on 28 December 2013.\n\n"
        "On 6 January the north gate fell. In April both sides left."
    )
    assert days(text) == [
        ("2013-12-28", "2013-12-28"),
        ("2014-01-06", "2014-01-06"),
        ("2014-04-01", "2014-04-30"),
    ]


def test_report_that_recalls_an_old_date_counts_from_its_own_day():
    text = "The war began on 8 May 2013.\n\nOn 9 January the gate fell, he said Monday."
    assert days(text)[1] == ("2025-01-09", "2025-01-09")


def test_year_said_in_the_sentence_is_that_of_its_dates():
    text = "In 1995, between 4 and 7 August, many left. On 4 March some were back."
    assert days(text)[1:] == [
        ("1995-08-04", "1995-08-07"),
        ("1995-08-04", "1995-08-07"),
        ("2025-03-04", "2025-03-04"),
    ]


SINCE = {
    "They have held it since February.": "2025-02-01",
    "They have held it since 2014.": "2014-01-01",
    "Since the start of the year it has been quiet.": "2025-01-01",
    "It has been quiet since Monday.": "2025-03-10",
    "It has been quiet since late October.": "2024-10-25",
    "It has been quiet since mid-October.": "2024-10-15",
    "They have been there since last August.": "2024-08-01",
    "They have been there since Christmas.": "2024-12-25",
    "No train has run since last night.": "2025-03-11",
    "They have fled since fighting broke out on 3 February.": "2025-02-03",
    "Ten are missing since the ambush of 30 December.": "2024-12-30",
    "Since the country's war began in 2011 many have left.": "2011-01-01",
}


@pytest.mark.parametrize(("text", "first"), SINCE.items(), ids=SINCE)
def test_since_runs_up_to_publication(text, first):
    (found,) = read(text)
    assert found.period.kind is PeriodKind.SINCE
    assert (str(found.period.first), found.period.last) == (first, WEDNESDAY)


RANGES = {
    "between 3 and 12 March": ("2025-03-03", "2025-03-12"),
    "from March 1 to March 5, 2024": ("2024-03-01", "2024-03-05"),
    "6-7 March": ("2025-03-06", "2025-03-07"),
    "March 6-7, 2024": ("2024-03-06", "2024-03-07"),
    "From Friday to Sunday they drilled.": ("2025-03-07", "2025-03-09"),
    "Four died between Tuesday and Saturday.": ("2025-03-04", "2025-03-08"),
    "Talks will run from Monday to Thursday.": ("2025-03-17", "2025-03-20"),
    "from November 2023 to January 2024": ("2023-11-01", "2024-01-31"),
    "from 28 December to 3 January 2024": ("2023-12-28", "2024-01-03"),
    "2014-15": ("2014-01-01", "2015-12-31"),
    "Between 1997 and '99 it changed hands.": ("1997-01-01", "1999-12-31"),
    "Between '97 and '99 it changed hands.": ("1997-01-01", "1999-12-31"),
    "The war of 1997-'99 cost it much.": ("1997-01-01", "1999-12-31"),
    "They fought from the 2nd until March 7.": ("2025-03-02", "2025-03-07"),
    "They fought between the 2nd and March 7.": ("2025-03-02", "2025-03-07"),
    "They fought from the 26th until 4 March.": ("2025-02-26", "2025-03-04"),
    "They fought from the 26th to 4 January 2025.": ("2024-12-26", "2025-01-04"),
    "Between the 3rd and the 9th of last month it burned.": (
        "2025-02-03",
        "2025-02-09",
    ),
}


def test_an_apostrophe_that_opens_a_quotation_makes_no_year():
    assert days("The note told of '14 men taken' and no more.") == []


@pytest.mark.parametrize(("text", "ends"), RANGES.items(), ids=RANGES)
def test_both_ends_of_a_range_cover_all_of_it(text, ends):
    assert days(text) == [ends, ends]


STATEMENTS = {
    "The army said on Monday that it took two hills in the past five days.": (
        "2025-03-05",
        "2025-03-10",
    ),
    "The army reported on Monday. Two hills fell this month, it said.": (
        "2025-03-01",
        "2025-03-10",
    ),
    "Forty huts burned in the past week, the mayor said on Monday.": (
        "2025-03-03",
        "2025-03-10",
    ),
    "The mayor said that two huts burned on Monday and ten in the past week.": (
        "2025-03-05",
        "2025-03-12",
    ),
}


@pytest.mark.parametrize(("text", "ends"), STATEMENTS.items(), ids=STATEMENTS)
def test_what_runs_up_to_a_statement_ends_on_its_day(text, ends):
    assert ends in days(text)


def test_as_of_is_the_end_of_a_count():
    (found,) = read("As of 5 March 40 huts had burned.")
    assert found.period.kind is PeriodKind.AS_OF
    assert (found.period.first, found.period.last) == (None, date(2025, 3, 5))


def test_weekday_tells_the_year():
    assert days("The vote of Sunday, 12 May, was held.") == [
        ("2024-05-12", "2024-05-12")
    ]


def test_night_to_a_day_begins_on_the_day_before():
    assert days("in the night to Sunday") == [("2025-03-08", "2025-03-09")]


def test_same_night_is_the_night_named_last():
    text = "Two huts burned overnight. A barn burned the same night."
    assert days(text) == [("2025-03-11", "2025-03-12")] * 2


def test_that_autumn_is_of_the_year_named_last():
    assert values("In June 2022 they came. They left that autumn.")[1][2] == "2022-FA"


def test_days_in_a_list_stay_apart():
    assert days("on 3 and 5 March") == [
        ("2025-03-03", "2025-03-03"),
        ("2025-03-05", "2025-03-05"),
    ]


# --- direction ---------------------------------------------------------------------

DIRECTIONS = {
    "The mayor said on Wednesday that the road was open.": "2025-03-12",
    "The mayor said on Sunday that the road was open.": "2025-03-09",
    "The envoys will meet on Friday, he said.": "2025-03-14",
    "The convoy is to leave on Sunday.": "2025-03-16",
    "They agreed to meet on Friday.": "2025-03-14",
    "The mayor on Thursday agreed to step down.": "2025-03-06",
    "The road was closed on 5 November.": "2024-11-05",
    "Friday's ruling would stop it.": "2025-03-07",
    "The victims of Saturdays raid were found on": "2025-03-08",
    "It will be paid on 5 November.": "2025-11-05",
    "He was sentenced on 20 March.": "2024-03-20",
    "The deal was agreed on 20 November and will hold.": "2024-11-20",
    "It would cut jobs on 20 November.": "2025-11-20",
    "The crew moved on 20 November.": "2024-11-20",
    "The vote is scheduled for 5 November.": "2025-11-05",
    "After the vote of 20 February the mission will go on.": "2025-02-20",
}


@pytest.mark.parametrize(("text", "day"), DIRECTIONS.items(), ids=DIRECTIONS)
def test_tense_decides_the_direction(text, day):
    assert days(text) == [(day, day)]


COUNTS = {
    "In the first week of January 20 rebels were killed.": "2025-01",
    "By the end of January 14 soldiers had been killed.": "2025-01",
    "In late January 12 drones were shot down.": "2025-01",
    "On January 20 rebels killed 4 soldiers.": "2025-01-20",
}


@pytest.mark.parametrize(("text", "value"), COUNTS.items(), ids=COUNTS)
def test_number_that_counts_is_no_day_of_the_month(text, value):
    assert [found for _, _, found in values(text)] == [value]


MONTHS = {
    "In April 7 people were killed near the ford.": "2024-04",
    "In April a strike killed 7 people.": "2024-04",
    "In April, after heavy shelling, the army lost 40 tanks.": "2024-04",
    "A strike killed 7 people in April.": "2024-04",
    "The shelling of April wounded 30 people in April.": "2024-04",
    "Depot hit\nIn April rebels destroyed 12 trucks.": "2024-04",
    "In April 7 people will be freed.": "2025-04",
    "In April wounded men will be exchanged.": "2025-04",
    "The army will be paid in April.": "2025-04",
    "In April talks were planned.": "2025-04",
    "The minister said talks in April would follow.": "2025-04",
    "In March 7 people were killed.": "2025-03",
}


@pytest.mark.parametrize(("text", "month"), MONTHS.items(), ids=MONTHS)
def test_month_of_a_deed_that_is_done_is_never_to_come(text, month):
    assert {value for _, _, value in values(text)} == {month}


def test_abbreviated_weekday_is_the_last_one():
    assert days("Sun", published=date(2025, 1, 1)) == [("2024-12-29", "2024-12-29")]


def test_last_weekday_of_the_month():
    assert days("last Friday of this month", published=date(2025, 9, 23)) == [
        ("2025-09-26", "2025-09-26")
    ]


# --- story -------------------------------------------------------------------------


def test_earlier_counts_from_what_was_named_last():
    text = "On 3 March the bridge fell. Three days earlier the road was cut."
    assert days(text)[1] == ("2025-02-28", "2025-02-28")


def test_following_day_counts_from_what_was_named_last():
    text = "On 3 March the bridge fell. The following day they left."
    assert days(text)[1] == ("2025-03-04", "2025-03-04")


def test_same_day_is_what_was_named_last():
    text = "On 3 March the bridge fell. The same day a train burned."
    assert days(text)[1] == ("2025-03-03", "2025-03-03")


def test_day_of_the_war_needs_the_first_day():
    text = "On the 1,118th day of the full-scale war it rained."
    assert read(text) == ()
    assert days(text, count_from=date(2022, 2, 24)) == [("2025-03-17", "2025-03-17")]


def test_start_of_the_war_is_the_first_day():
    text = "Since the start of the invasion they have left."
    (found,) = read(text, count_from=date(2022, 2, 24))
    assert found.period.first == date(2022, 2, 24)
    assert found.period.kind is PeriodKind.SINCE


WARS = {
    "Forty have died since the invasion.": "2022-02-24",
    "Forty have died since Russia's full-scale invasion began.": "2022-02-24",
    "Forty have died since the war began.": "2022-02-24",
    "Forty have died since the special military operation began.": "2022-02-24",
    "Forty have died since February 2022.": "2022-02-24",
    "Forty have died since the war of 2006.": "2006-01-01",
}


@pytest.mark.parametrize(("text", "first"), WARS.items(), ids=WARS)
def test_since_the_war_is_from_its_first_day(text, first):
    (found,) = read(text, count_from=date(2022, 2, 24))
    assert (str(found.period.first), found.period.kind) == (first, PeriodKind.SINCE)


def test_an_operation_is_not_the_war():
    text = "Forty have died since the operation began."
    assert read(text, count_from=date(2022, 2, 24)) == ()


def test_nothing_is_dated_without_publication_day_and_year():
    found = read("It fell on 5 March, on Monday and last week.", published=None)
    assert [t.period for t in found] == [None, None, None]
    assert [t.value for t in found] == ["XXXX-03-05", "XXXX-WXX-1", "XXXX"]


def test_full_date_at_the_top_stands_for_the_publication_day():
    text = "HARBOUR TOWN, 12 March 2025 - The road was cut yesterday."
    assert days(text, published=None)[1] == ("2025-03-11", "2025-03-11")


def test_year_of_another_event_does_not_date_a_text():
    found = read("On 5 March it fell. The war of 2006 was longer.", published=None)
    assert found[0].period is None


def test_heading_gives_the_year_of_a_dateline():
    text = "Harbour Guard 2025-03-A-12. HARBOUR TOWN (March 12): It fell yesterday."
    assert days(text, published=None)[-1] == ("2025-03-11", "2025-03-11")


def test_precision_is_the_unit_that_is_named():
    found = read("On 3 March, in February, last week, in 2019, in the 1990s.")
    assert [t.period.precision for t in found] == [
        Precision.DAY,
        Precision.MONTH,
        Precision.WEEK,
        Precision.YEAR,
        Precision.DECADE,
    ]


def test_language_without_time_words_reads_dates_in_digits():
    bare = replace(ENGLISH, times=TimeWords())
    assert values("on 2025-03-12, Monday", language=bare) == [
        ("2025-03-12", "DATE", "2025-03-12")
    ]


# --- properties --------------------------------------------------------------------

WORDS = st.sampled_from(
    "the a an 12 2025 31 March may Monday sun last past next this that early late mid "
    "- – , . ' / : days week year quarter ago earlier before since by until to and of "
    "half first 1990s 10:30 pm every two hundred war start overnight now Q3 in '98 "
    "999999999 0 00 9999 st th \n".split(" ")
)


@given(
    st.lists(WORDS, max_size=40).map(" ".join),
    st.none() | st.dates(),
    st.none() | st.dates(),
)
def test_spans_are_in_order_and_carry_their_words(text, published, war):
    end = 0
    for timex in find_timexes(
        text, published=published, count_from=war, language=ENGLISH
    ):
        timex.span.check(text)
        assert timex.span.start >= end
        end = timex.span.end
        if timex.period is not None and None not in (
            timex.period.start,
            timex.period.end,
        ):
            assert timex.period.start < timex.period.end


@given(st.text(max_size=300), st.none() | st.dates())
def test_any_text_is_read(text, published):
    for timex in find_timexes(text, published=published, language=ENGLISH):
        timex.span.check(text)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.dates(date(1900, 1, 1)))
def test_written_day_is_read_back(day, published):
    text = f"{day.day} {day:%B} {day.year}"
    (found,) = find_timexes(text, published=published, language=ENGLISH)
    assert found.type is TimexType.DATE
    assert (found.value, found.period.first) == (day.isoformat(), day)


@given(st.integers(1, 400), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_past_days_reach_back_their_number(count, published):
    (found,) = find_timexes(
        f"in the past {count} days", published=published, language=ENGLISH
    )
    assert found.period.last == published
    assert found.period.first == published - timedelta(count)


def test_long_text_is_read_stretch_by_stretch():
    text = "On 3 March it rained. " * 5000
    found = read(text)
    assert len(found) == 5000
    assert {t.value for t in found} == {"2025-03-03"}


@pytest.mark.parametrize("unit", ["1999 and ", "1, ", "2014-", "May ", "' ", "a few "])
def test_repeated_words_are_read_without_recursion(unit):
    for timex in read(unit * 3000):
        assert timex.span.text


# --- floors on labelled data -------------------------------------------------------

FLOORS = (
    ("te3_platinum", "value_F1", 86.0),
    ("te3_platinum", "resolvable_value", 90.5),
    ("tbaq", "value_F1", 81.0),
    ("tbaq", "resolvable_value", 85.5),
)
"""Set, measure and F1 that the reader has reached, less about one item."""


@pytest.fixture(scope="module")
def scorer(shared):
    path = shared / "bench" / "score_times.py"
    spec = importlib.util.spec_from_file_location("score_times", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.quality
@pytest.mark.parametrize(("name", "measure", "floor"), FLOORS)
def test_times_keep_their_floor(shared, scorer, name, measure, floor):
    path = shared / "data" / "times" / f"{name}.dev.jsonl"
    gold = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]
    found = []
    for row in gold:
        published = date.fromisoformat(row["published"][:10])
        timexes = find_timexes(row["text"], published=published, language=ENGLISH)
        found.append({"id": row["id"], "timexes": [to_timex(t) for t in timexes]})
    assert scorer.score(gold, found)[measure]["F1"] >= floor
