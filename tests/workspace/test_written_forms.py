"""Figures and days as files write them: broken, short, in figures, in other orders.

Each row is a further member of a kind of fault; what a claim quotes are the words of
the stored text.
"""

import pytest

import sayso

PUBLISHED = "2030-05-08"

FIGURES = {
    "Rescuers said 3,\n450 residents had fled Olmar.": [("3,\n450 residents", 3450)],
    "The general staff put enemy losses at 1\xa0\n240 soldiers killed.": [
        ("1\xa0\n240 soldiers", 1240)
    ],
    "In 2029\xa0\n240 soldiers were killed, the army said.": [("240 soldiers", 240)],
    "Medics counted 2\xad45 wounded in the hospital.": [("2\xad45 wounded", 245)],
    "The monitor said 1\u200b8 civilians were killed.": [("1\u200b8 civilians", 18)],
    "Officials said 12-\n15 guards were killed in the raid.": [("12-\n15 guards", 12)],
    "The army said it had destroyed 1,\n\xad100 tanks.": [("1,\n\xad100 tanks", 1100)],
    "The governor said sev-\nenteen people were wounded.": [
        ("sev-\nenteen people", 17)
    ],
    "Погибли 67\xa0\n240 солдат, сообщило министерство.": [
        ("67\xa0\n240 солдат", 67240)
    ],
    "The army said 15 ﬁghters were killed and 6 ofﬁcers wounded.": [
        ("15 ﬁghters", 15),
        ("6 ofﬁcers", 6),
    ],
    "Ofﬁcials said ﬁfteen people ﬂed Olmar.": [("ﬁfteen people", 15)],
    "The staﬀ said 20 soldiers were killed in the oﬀensive.": [("20 soldiers", 20)],
    "The baﬄed mayor said ﬁfty-ﬁve houses were destroyed.": [("ﬁfty-ﬁve houses", 55)],
    "Police conﬁrmed that 8 people had died in the ﬁre.": [("8 people", 8)],
    "From 1998 to '99 some 13,000 civilians were killed, the tribunal found.": [
        ("some 13,000 civilians", 13000)
    ],
    "The offensive of '68 killed 4,000 marines, the historian said.": [
        ("4,000 marines", 4000)
    ],
    "Since '24 the fighting has killed 3,400 civilians, the mission said.": [
        ("3,400 civilians", 3400)
    ],
    "In October 30 soldiers were killed and 12 wounded, the staff said.": [
        ("30 soldiers", 30),
        ("12 wounded", 12),
    ],
}


@pytest.mark.parametrize(("text", "figures"), FIGURES.items(), ids=[*FIGURES])
def test_figures_are_whole_and_years_no_count(text, figures):
    found = [c.quantity for c in sayso.read(text, published=PUBLISHED).claims]
    assert [(q.span.text, q.low) for q in found] == figures


DAYS = {
    "Shelling on April 3,2028 wounded 14 people, the mayor said.": "2028-04-03",
    "On 2026.11.9 gunmen killed 6 guards, police said.": "2026-11-09",
    "On 03-Feb-29 a mine killed 5 farmers, the governor said.": "2029-02-03",
    "On 5th of March,2029 rockets killed 11 people, medics said.": "2029-03-05",
    "On 2029-3-7 a mortar killed 2 soldiers, the army said.": "2029-03-07",
    "On 12.08.2029 a missile killed 7 people, the mayor said.": "2029-08-12",
    "On Feb 30, 2029 a bomb killed 4 people, police said.": None,
    "Raids between 10/3-11/22/2029 killed 40 rebels, the army said.": "2029-10-03",
    "On Thu, 14 Feb 2030, 8 guards were wounded, police said.": "2030-02-14",
    "On Sat 6 Oct 2029 shelling killed 3 people, medics said.": "2029-10-06",
    "On the 3rd of this month 8 people were wounded, the mayor said.": "2030-05-03",
    "On the 28th of last month shells killed 6 people, medics said.": "2030-04-28",
    "A mine on 25/11/2029 killed 3 farmers, police said, not on 6/12/2029.": (
        "2029-11-25"
    ),
    "Clashes from the 9th to February 12 killed 15 rebels, the army said.": (
        "2030-02-09"
    ),
    "Between the 27th and March 2 shelling killed 21 people, medics said.": (
        "2030-02-27"
    ),
    "From 1998 to '99 some 13,000 civilians were killed, the court found.": (
        "1998-01-01"
    ),
    "2029.1.5 под Ореховом погибли 9 человек, сообщило министерство.": "2029-01-05",
    "17/5/2029 погибли 9 человек, сообщило министерство.": "2029-05-17",
    "У 2029.1.5 загинули 9 людей, повідомило міністерство.": "2029-01-05",
}


@pytest.mark.parametrize(("text", "day"), DAYS.items(), ids=[*DAYS])
def test_days_in_figures_are_the_days_they_say(text, day):
    (claim,) = sayso.read(text, published=PUBLISHED).claims
    first = claim.period and claim.period.first
    assert (first and str(first)) == day


def test_a_weekday_in_short_is_no_place():
    text = "The army said 4 soldiers were killed on Fri and 2 on Sun."
    claims = sayso.read(text, published=PUBLISHED).claims
    assert [claim.place for claim in claims] == [None, None]


def test_a_stretch_of_days_in_figures_is_quoted_whole():
    text = "Raids between 10/3-11/22/2029 killed 40 rebels, the army said."
    found = sayso.read(text, published=PUBLISHED).timexes
    assert {timex.span.text for timex in found} == {"10/3-11/22/2029"}
