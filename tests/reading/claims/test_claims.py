"""Claims: which figures an event counts. Sentences and places are ours and invented."""

from datetime import date

import pytest

from sayso.model import (
    Attribution,
    AttributionId,
    AttributionKind,
    Claim,
    Document,
    Place,
    PlaceId,
    PlaceKind,
    Span,
    Timex,
    Toponym,
)
from sayso.reading.claims.claims import read_claims
from sayso.reading.claims.context import Found
from sayso.reading.claims.scene import is_bulletin, standing_of
from sayso.reading.events.candidates import find_candidates
from sayso.reading.numbers.figures import find_figures
from sayso.reading.numbers.singles import find_single_figures, find_zero_figures
from sayso.reading.parties.sides import Parties
from sayso.reading.places.local import add_local_names
from sayso.reading.reader import read_document
from sayso.reading.text.sentences import SentenceIndex
from sayso.reading.times.timexes import find_timexes
from sayso.vocabulary.languages import ENGLISH
from sayso.vocabulary.measures import load_measures

PLACES = ("Merova", "Tarkhan", "Oleska")


def read(text: str) -> list[Claim]:
    """Read with figures and three known towns, without names, dates or speakers."""
    return list(read_claims(Document(text), found_in(text), reader="test"))


def found_in(text: str, timexes: tuple[Timex, ...] = ()) -> Found:
    """Find figures and three known towns."""
    figures = sorted(
        (
            *find_figures(text, language=ENGLISH),
            *find_single_figures(text, language=ENGLISH),
            *find_zero_figures(text, language=ENGLISH),
        ),
        key=lambda figure: figure.quantity.span,
    )
    return Found(
        figures=tuple(find_candidates(figures, ENGLISH)),
        timexes=timexes,
        toponyms=tuple(towns(text)),
        attributions=(),
        parties=Parties((), words=ENGLISH.parties),
        sentences=SentenceIndex.of(text, ENGLISH),
    )


def find(text: str, words: str) -> Span:
    """Give the first place in a text where words stand."""
    start = text.index(words)
    return Span.cut(text, start, start + len(words))


def towns(text: str) -> list[Toponym]:
    """Find the three towns in a text, in order."""
    found = []
    for name in PLACES:
        start = text.lower().find(name.lower())
        while start >= 0:
            place = Place(PlaceId(name), name, PlaceKind.SETTLEMENT, 0.0, 0.0, None)
            found.append(Toponym(Span.cut(text, start, start + len(name)), place))
            start = text.lower().find(name.lower(), start + 1)
    return sorted(found, key=lambda toponym: toponym.span)


def summary(text: str) -> list[tuple[str, str]]:
    """Give (words, measure) of each claim, in order."""
    return [(c.quantity.span.text, c.measure) for c in read(text)]


EXAMPLES = [
    pytest.param(measure.id, example, id=f"{measure.id}-{number}")
    for measure in load_measures()
    for number, example in enumerate(measure.examples)
]


@pytest.mark.parametrize(("measure", "example"), EXAMPLES)
def test_each_measure_reads_its_own_examples(measure, example):
    assert (example.words, measure) in summary(example.text)


CASES = {
    "object of an active verb": (
        "The blast killed 12 people and wounded 30 others.",
        [("12 people", "people.killed"), ("30 others", "people.wounded")],
    ),
    "subject of a passive": (
        "At least 5 civilians were killed and 4 injured near Merova.",
        [("At least 5 civilians", "people.killed"), ("4 injured", "people.wounded")],
    ),
    "participle behind its noun": (
        "Over 40 soldiers captured in the raid were shown on television.",
        [("Over 40 soldiers", "people.captured")],
    ),
    "a list shares its verb": (
        "Gunners destroyed 14 tanks, two howitzers and a truck.",
        [
            ("14 tanks", "equipment.destroyed"),
            ("two howitzers", "equipment.destroyed"),
            ("a truck", "equipment.destroyed"),
        ],
    ),
    "a list before its verb": (
        "24 villages and 259 sq km liberated in a week.",
        [("24 villages", "settlements.gained"), ("259 sq km", "territory.gained")],
    ),
    "a split with including": (
        "Shells killed 14 people, including three children.",
        [("14 people", "people.killed"), ("three children", "people.killed")],
    ),
    "killed and wounded together": (
        "Some 200 men were killed or wounded on the ridge.",
        [("Some 200 men", "people.casualties")],
    ),
    "A of B": (
        "Air defence shot down 28 of 31 drones.",
        [("28", "attacks.intercepted"), ("31 drones", "attacks.launched")],
    ),
    "A of whose B": (
        "The army controls 14 of the region's 17 townships.",
        [("14", "settlements.held")],
    ),
    "A of B where B is not said to be so": (
        "Shells killed three of the 12 guards at the post.",
        [("three", "people.killed")],
    ),
    "A of B where B has a state of its own": (
        "The army freed 30 of the 40 hostages seized in May.",
        [("30", "people.freed"), ("40 hostages", "people.captured")],
    ),
    "a share of B where B has a state of its own": (
        "Half of the 300 soldiers killed at the ford were conscripts.",
        [("300 soldiers", "people.killed")],
    ),
    "a share of an area": (
        "Norland retook 86% of the 1,260 square kilometers that Sudria had seized.",
        [
            ("86%", "territory.gained"),
            ("1,260 square kilometers", "territory.gained"),
        ],
    ),
    "of B, A": (
        "Of the 12 hostages, three were freed and four died.",
        [("three", "people.freed"), ("four", "people.killed")],
    ),
    "of B with a verb of its own, A": (
        "Of the 112 drones the coast guard counted, 89 were shot down.",
        [("112 drones", "attacks.launched"), ("89", "attacks.intercepted")],
    ),
    "of B, A where B was sent": (
        "Of 90 drones, 47 were shot down.",
        [("90 drones", "attacks.launched"), ("47", "attacks.intercepted")],
    ),
    "the number of those killed": (
        "The shelling brought the number of guards killed in Merova to 31.",
        [("31", "people.killed")],
    ),
    "a share of B": (
        "Nearly half of the town's 300 people fled.",
        [],
    ),
    "drones that came through": (
        "The air force shot down 12 drones and three hit the port.",
        [("12 drones", "attacks.intercepted"), ("three", "attacks.struck")],
    ),
    "a strike that is only the cause": (
        "Two people died when a drone hit the coast.",
        [("Two people", "people.killed")],
    ),
    "a part of the dead named ahead": (
        "Five officers were among the 23 dead.",
        [("Five officers", "people.killed"), ("23 dead", "people.killed")],
    ),
    "what a figure is set against": (
        "The tide killed 204 people in May, up from 190 in April.",
        [("204 people", "people.killed"), ("190", "people.killed")],
    ),
    "the fallen are not freed": (
        "The bodies of 12 guards were handed over.",
        [("12 guards", "people.killed")],
    ),
    "a tally": (
        "The death toll from the market blast has risen to 43.",
        [("43", "people.killed")],
    ),
    "losses": (
        "Enemy losses exceeded 2,300 personnel and 41 tanks.",
        [
            ("exceeded 2,300 personnel", "people.casualties"),
            ("41 tanks", "equipment.lost"),
        ],
    ),
    "a verb whose rest stands behind its object": (
        "The unit took 25 fighters prisoner.",
        [("25 fighters", "people.captured")],
    ),
    "an area put as a share": (
        "Troops retook over 1,100 square kilometers, which he put at 86% of the land.",
        [
            ("over 1,100 square kilometers", "territory.gained"),
            ("86%", "territory.gained"),
        ],
    ),
    "zero is a claim": (
        "No civilians were harmed in the strike.",
        [("No civilians", "people.casualties")],
    ),
    "a named place": (
        "Rebels captured Merova and Tarkhan on Friday.",
        [("Merova", "place.gained"), ("Tarkhan", "place.gained")],
    ),
    "the longer words decide": (
        "Troops took control of Merova and three more villages.",
        [("Merova", "place.gained"), ("three more villages", "settlements.gained")],
    ),
    "what is put between commas": (
        "Merova, the last town near Tarkhan, was liberated on Monday.",
        [("Merova", "place.gained")],
    ),
    "figures with more said of them": (
        "About 900 others, drivers and cooks, are listed as missing.",
        [("About 900 others", "people.missing")],
    ),
    "a part of an area": (
        "Some 40 square miles of our stony land are free again.",
        [("Some 40 square miles", "territory.gained")],
    ),
    "among them ends a list, not the whole": (
        "Forty were hurt; raids killed 60 people, among them nine women.",
        [
            ("Forty", "people.wounded"),
            ("60 people", "people.killed"),
            ("nine women", "people.killed"),
        ],
    ),
    "prisoners are no casualties": (
        "The column lost 300 soldiers, 90 dead and 12 prisoners.",
        [
            ("300 soldiers", "people.casualties"),
            ("90 dead", "people.killed"),
            ("12 prisoners", "people.captured"),
        ],
    ),
    "killed or disabled": (
        "Some 40 men have been killed or permanently disabled.",
        [("Some 40 men", "people.casualties")],
    ),
    "a word inside a state": (
        "More than 60 sailors, nine of them cooks, remain in their captivity.",
        [("More than 60 sailors", "people.captured"), ("nine", "people.captured")],
    ),
    "no one is of people": (
        "A shell set a school ablaze; no one was killed.",
        [("a school", "damage.buildings"), ("no one", "people.killed")],
    ),
    "a strike that is the news": (
        "A missile strike had targeted the port of Oleska.",
        [("A missile strike", "attacks.struck")],
    ),
    "another one": (
        "One man was killed and another injured when shells fell.",
        [("One man", "people.killed"), ("another injured", "people.wounded")],
    ),
    "all of a list before their verb": (
        "He named Merova and Tarkhan, both won in a day.",
        [("Merova", "place.gained"), ("Tarkhan", "place.gained")],
    ),
    "a place held by somebody": (
        "They marched on Oleska, held by the rebels since May.",
        [("Oleska", "place.held")],
    ),
    "named between commas": (
        "The last town of the valley, Merova, had been taken from the rebels.",
        [("Merova", "place.gained")],
    ),
    "a part of what was held": (
        "They retook 90 square miles, or 86% of the land that the rebels had held.",
        [("90 square miles", "territory.gained"), ("86%", "territory.gained")],
    ),
    "an advance": (
        "The army advanced over some 18 square miles (47 square kilometres) of land.",
        [
            ("over some 18 square miles", "territory.gained"),
            ("47 square kilometres", "territory.gained"),
        ],
    ),
    "people traded for people": (
        "Some 31 wounded men were traded for 15 wounded sailors.",
        [
            ("Some 31 wounded men", "people.freed"),
            ("15 wounded sailors", "people.freed"),
        ],
    ),
    "the second part of a split": (
        "Sixteen men were found dead, eight of them in a ravine and eight on a road.",
        [
            ("Sixteen men", "people.killed"),
            ("eight", "people.killed"),
            ("eight", "people.killed"),
        ],
    ),
    "a toll behind another number": (
        "The toll of the raid on two villages has risen to at least 112 so far.",
        [("at least 112", "people.killed")],
    ),
    "a headline without a stop": (
        "Death toll in market blast hits 43 Monitor",
        [("43 Monitor", "people.killed")],
    ),
    "one person taken": (
        "The force confirmed the arrest of a rebel leader responsible for the blast.",
        [("a rebel leader", "people.detained")],
    ),
    "a name with of before a noun": (
        "Troops detained an Army of Hanra courier and two other men.",
        [
            ("an Army of Hanra courier", "people.detained"),
            ("two other men", "people.detained"),
        ],
    ),
    "pieces of something": (
        "Gunners destroyed more than 7,000 pieces of heavy military equipment.",
        [
            (
                "more than 7,000 pieces of heavy military equipment",
                "equipment.destroyed",
            )
        ],
    ),
    "a place that fell": ("Oleska fell to the rebels.", [("Oleska", "place.gained")]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_claims_of_a_sentence(text, expected):
    assert summary(text) == expected


QUIET = {
    "a place merely aimed at": "They launched an offensive to take Merova.",
    "ages, dates and money": "The man, 34, paid 500 dollars on 3 May 2021.",
    "a unit's number": "The 72nd Brigade moved through 4 checkpoints.",
    "a place of an event": "Fighting went on in Merova.",
    "a name before another noun": "The Merova index fell by a third.",
    "a province": "The army controls most of Merova province.",
    "the mere cause": "A missile woke everybody, and a strike failed.",
    "two ages": "Police detained couriers, 24 and 63, with money on them.",
    "one person sought": "Troops seized papers in search of a rebel leader.",
    "one person aimed at": "They planned for the capture of a rebel leader.",
    "meetings": "They met 3 times in two days.",
    "an unstressed one in passing": "A soldier told reporters of the fighting.",
}


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET.keys())
def test_no_claim(text):
    assert summary(text) == []


def test_ids_are_the_same_for_the_same_text():
    text = CASES["a list shares its verb"][0]
    assert [c.id for c in read(text)] == [c.id for c in read(text)]


def test_spans_give_their_words():
    text = " ".join(case[0] for case in CASES.values())
    for claim in read(text):
        claim.quantity.span.check(text)
        claim.sentence.check(text)
        assert claim.sentence.contains(claim.quantity.span)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A blast killed nine villagers near Merova.", "flow"),
        ("Three drones were shot down over Tarkhan.", "flow"),
        ("Fighting has killed 41,000 soldiers.", "total"),
        ("They have captured 60 rifles.", "total"),
        ("They have captured Merova.", None),
        ("They lost +7 tanks in all.", "flow"),
        ("He said they had captured 60 rifles.", "flow"),
        ("Gunners fired 5,100 shells.", "flow"),
        ("Some 300 villagers have fled.", "total"),
        ("Nine villagers are missing.", "total"),
        ("They retook 30 percent of the land.", "total"),
    ],
)
def test_a_figure_of_one_event_is_a_flow_and_a_large_one_a_total(text, expected):
    (claim,) = read(text)
    assert claim.accrual == expected


def test_a_town_named_late_does_not_set_the_figures_before_it():
    tally = "The army said 40 soldiers were killed. " + "Nothing else was told. " * 8
    late = [c.place for c in read(tally + "A shell wounded two men in Oleska.")]
    assert late == [None, "Oleska"]
    lead = [c.place for c in read("Forty men were killed. The mine blew up in Oleska.")]
    assert lead == ["Oleska"]


def test_a_place_that_opens_a_report_holds_for_all_of_it():
    late = "\nIt rained.\nTarkhan, Oleska, Merova.\nThe army lost 4 tanks."
    places = [c.place for c in read("Shells killed 3 men in Merova." + late)]
    assert places == ["Merova", "Merova"]
    assert [c.place for c in read("Shells fell." + late)] == [None]


def test_ground_is_not_at_a_place_taken_with_it():
    found = [(c.quantity.span.text, c.place) for c in read("They took 9 villages.")]
    assert found == [("9 villages", None)]
    found = [
        (c.quantity.span.text, c.place)
        for c in read("They captured Merova and 9 villages.")
    ]
    assert found == [("Merova", "Merova"), ("9 villages", None)]


def test_a_river_gives_way_to_the_town_on_it():
    text = "Guards at Tarkhan, a fort on the Merova River, killed 5 men."
    assert [c.place for c in read(text)] == ["Tarkhan"]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "expected"),
    [
        ("An aide in Merova said 3 fell.", "An aide in Merova", "said", "3", "source"),
        ("3 fell at Merova, he wrote.", "Merova, he", "wrote", "3 fell at", "told"),
        ("He told us in Merova that 3 fell.", "He", "told", "that 3 fell", "saying"),
        ("In Merova, he said 3 fell.", "he", "said", "3 fell", "told"),
        ("He said 3 fell in Merova.", "He", "said", "3 fell in Merova", "told"),
    ],
)
def test_places_stand_in_what_is_said_or_beside_it(
    text, source, cue, content, expected
):
    parts = [(find(text, part),) for part in (source, cue, content)]
    attribution = Attribution(AttributionId("a"), *parts, AttributionKind.INDIRECT)
    place = find(text, "Merova")
    assert standing_of(place, [attribution]) == expected


def test_a_bulletin_of_named_days_carries_no_town_on():
    text = "From 3 to 9 May it lost 8 tanks. Shells hit Merova. It lost 5 guns."
    when = find_timexes(text, published=date(2024, 5, 9), language=ENGLISH)
    assert is_bulletin(when, date(2024, 5, 9))
    assert not is_bulletin(when, date(2024, 8, 1))
    found = found_in(text, timexes=when)
    document = Document(text, published=date(2024, 5, 9))
    claims = read_claims(document, found, reader="test")
    assert [claim.place for claim in claims] == [None, None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A raid on the road into Merova killed 5 men.", ["Merova"]),
        ("Shells hit the quarter of Oleska in Merova and killed 5 men.", ["Oleska"]),
        ("Five men were killed in Merova-held land.", [None]),
        ("MEROVA SECTOR\nFive men were killed.", ["MEROVA"]),
        ("A blast in a town killed 5 men. It was the town of Oleska.", ["Oleska"]),
        ("They swapped men in Merova.\nThe army freed 9 soldiers.", [None]),
        ("They captured Merova. Five tanks were destroyed.", ["Merova", None]),
        ("MEROVA (Tarkhan Press) - A blast killed 5 men.", [None]),
        ("Ten people fled Oleska, the Merova capital.", ["Oleska"]),
        ("They fired 9 rockets into Merova.", ["Merova"]),
        ("Ten people fled. The 80 km from Merova took a day.", [None]),
        ("The ministry in Merova met. It lost 4 tanks.", [None]),
    ],
)
def test_place_of_a_claim(text, expected):
    assert [claim.place for claim in read(text)] == expected


def test_a_place_70_km_away_opens_no_report():
    late = "\nIt rained.\nTarkhan, Oleska, Merova.\nThe army lost 4 tanks."
    away = read("The camp lies 70 km from Merova." + late)
    assert [claim.place for claim in away] == [None]


def test_a_name_found_once_is_found_again():
    text = "Guards left Merova. The loss of Merova, Merova Street and Amerova hurt."
    (first, *_) = towns(text)
    again = add_local_names(text, [first], language=ENGLISH)
    assert [t.span.start for t in again] == [12, 32]
    assert {t.place for t in again} == {first.place}


def test_a_name_between_commas_is_the_place_that_was_taken():
    text = "She said that the last settlement in the valley, Merova, had been taken."
    assert summary(text) == [("Merova", "place.gained")]


def test_a_share_of_what_was_held_is_what_its_own_verb_says():
    text = "Troops retook 40 sq km, 86% of the land that the army of Tarn had held."
    assert summary(text) == [
        ("40 sq km", "territory.gained"),
        ("86%", "territory.gained"),
    ]


PUBLISHED = date(2024, 5, 9)


def periods(text: str) -> list[tuple[str | None, str | None]]:
    """Give first and last day of each claim's period, in order."""
    found = found_in(
        text, timexes=find_timexes(text, published=PUBLISHED, language=ENGLISH)
    )
    claims = read_claims(Document(text, published=PUBLISHED), found, reader="test")
    days = [(c.period.start, c.period.last) if c.period else () for c in claims]
    return [tuple(day and day.strftime("%d.%m") for day in pair) for pair in days]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They moved on 2 May. Since the start of the raid 9 men were killed.",
            [("02.05", "09.05")],
        ),
        ("Bandits killed 9 men here in the past.", [(None, "09.05")]),
        (
            "Aides indicated on 8 May that shells had killed 9 men on 3 May.",
            [("03.05", "03.05")],
        ),
        (
            "Nine men were wounded on Tuesday, and 4 men were killed in the last week.",
            [("07.05", "07.05"), ("02.05", "09.05")],
        ),
        (
            "From 3 to 9 May it destroyed 80 guns. Guards shot down 1,100 drones.",
            [("03.05", "09.05"), ("03.05", "09.05")],
        ),
        (
            "On 4 May they met. Shells killed 9 men.\nAt dawn 4 men were wounded.",
            [("04.05", "04.05"), ("04.05", "04.05")],
        ),
        (
            "Since 2 May 9 men died. Some 300 villagers have fled.",
            [("02.05", "09.05"), (None, "09.05")],
        ),
    ],
)
def test_period_of_a_claim(text, expected):
    assert periods(text) == expected


def test_a_count_from_a_day_on_is_not_of_the_last_scene():
    text = (
        "It rained in Oleska.\nTen men lay there.\n"
        "It hit Merova and Tarkhan. Since 2 May mines have killed 50 men."
    )
    found = found_in(
        text, timexes=find_timexes(text, published=PUBLISHED, language=ENGLISH)
    )
    claims = read_claims(Document(text, published=PUBLISHED), found, reader="test")
    assert [claim.place for claim in claims] == ["Oleska"]


def test_a_figure_of_weeks_before_is_not_of_the_last_scene():
    text = "Shells fell at Oleska on 8 May. A mine killed 4 men in March."
    found = found_in(
        text, timexes=find_timexes(text, published=PUBLISHED, language=ENGLISH)
    )
    claims = read_claims(Document(text, published=PUBLISHED), found, reader="test")
    assert [claim.place for claim in claims] == [None]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "It rained in Oleska. Russia holds a fifth of Ukraine's territory.",
            "Ukraine",
        ),
        ("It rained in Oleska. Some 90 men were killed across the country.", None),
    ],
)
def test_a_figure_of_a_whole_country_is_not_of_the_last_scene(text, place):
    claims = read_document(Document(text, published=PUBLISHED)).claims
    assert [claim.place for claim in claims] == [place]


def test_the_number_of_guards_killed_counts_guards_in_all():
    text = "The number of guards killed at the dam has reached 44."
    (claim,) = read_document(Document(text)).claims
    assert (claim.group, claim.accrual) == ("guard", "total")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Shells killed 204 people in May, up from 190 in April.",
            ["2025-05-01", "2025-04-01"],
        ),
        (
            "Shells killed 204 people, compared with 190 in April.",
            ["2025-06-02", "2025-04-01"],
        ),
        ("Shells killed 204 people, up from 190.", ["2025-06-02", None]),
    ],
)
def test_what_a_figure_is_set_against_has_a_day_of_its_own(text, days):
    claims = read_document(Document(text, published=date(2025, 6, 2))).claims
    assert [c.period and str(c.period.start) for c in claims] == days


def test_some_of_them_are_of_what_was_counted_just_before():
    text = "Gunners fired 472 drones overnight. Guards said 385 of them were shot down."
    first, second = read_document(Document(text)).claims
    assert (first.measure, second.measure) == (
        "attacks.launched",
        "attacks.intercepted",
    )
    assert second.group == "drone"


def test_the_country_of_who_counts_is_not_where_it_happened():
    text = "Swiss researchers said the war had killed 130,000 people so far."
    (claim,) = read_document(Document(text)).claims
    assert (claim.claimant, claim.place) == ("Swiss researchers", None)
