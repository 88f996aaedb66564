"""Numbers, bounds and units: one row a habit of writing, all sentences our own."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Bound
from sayso.reading.numbers.figure import Change, FigureKind
from sayso.reading.numbers.figures import find_figures, find_quantities
from sayso.reading.numbers.singles import find_single_figures, find_zero_figures
from sayso.vocabulary.languages import ENGLISH

COUNT, KM2, PERCENT = "count", "km2", "percent"


def read(text):
    return [
        (q.span.text, q.low, q.high, q.unit)
        for q in find_quantities(text, language=ENGLISH)
    ]


FIGURES = {
    "comma": ("1,100 tanks", 1100),
    "several groups": ("2,345,678 refugees", 2345678),
    "indian": ("12,34,567 voters", 1234567),
    "space": ("12 500 shells", 12500),
    "thin space": ("12\u202f500 shells", 12500),
    "apostrophe": ("1'100 shells", 1100),
    "dots": ("1.250.000 refugees", 1250000),
    "dot before a count": ("1.100 soldiers", 1100),
    "no separator": ("67000 soldiers", 67000),
    "glued k": ("5k fighters", 5000),
    "glued m before a noun": ("2.5m people", 2500000),
    "bn": ("3bn people", 3 * 10**9),
    "scale word": ("68 thousand people", 68000),
    "two scales": ("4 hundred million people", 4 * 10**8),
    "teen": ("seventeen boats", 17),
    "tens and units": ("forty-one villages", 41),
    "hundreds": ("two hundred and thirty captives", 230),
    "without and": ("six hundred forty-two students", 642),
    "thousands": ("three thousand nine hundred and sixty-five men", 3965),
    "and a half": ("two and a half thousand soldiers", 2500),
    "hyphened and a half": ("two-and-a-half thousand men", 2500),
    "scale and rest": ("10 thousand 500 men", 10500),
    "said twice": ("five (5) boats", 5),
    "scale and a half": ("a million and a half people", 1500000),
    "half a scale": ("half a million people", 500000),
    "hyphened half": ("half-million people", 500000),
    "half a dozen": ("half a dozen boats", 6),
    "dozen": ("a dozen homes", 12),
    "two dozen": ("two dozen homes", 24),
    "a score": ("a score of sheep", 20),
    "quarter of a scale": ("a quarter of a million people", 250000),
    "lakh": ("3 lakh voters", 300000),
    "point": ("one point eight seven million people", 1870000),
}


@pytest.mark.parametrize(("text", "value"), FIGURES.values(), ids=FIGURES)
def test_number_is_read_whole(text, value):
    assert read(text) == [(text, value, value, COUNT)]


VAGUE = {
    "several": ("several barges", 3),
    "several dozen": ("several dozen barges", 36),
    "several hundred": ("several hundred barges", 300),
    "a few thousand": ("a few thousand barges", 3000),
    "dozens": ("dozens of barges", 24),
    "scores": ("scores of barges", 40),
    "hundreds": ("hundreds of barges", 200),
    "thousands": ("thousands of barges", 2000),
    "tens of thousands": ("tens of thousands of barges", 20000),
    "hundreds of thousands": ("hundreds of thousands of barges", 200000),
    "millions": ("millions of barges", 2000000),
}


@pytest.mark.parametrize(("text", "least"), VAGUE.values(), ids=VAGUE)
def test_vague_number_is_a_lower_bound(text, least):
    (quantity,) = find_quantities(text, language=ENGLISH)
    assert (quantity.low, quantity.high) == (least, None)
    assert quantity.bound is Bound.AT_LEAST
    assert quantity.span.text == text


def test_a_couple_is_two_and_open():
    (quantity,) = find_quantities("A couple of barges sank.", language=ENGLISH)
    assert (quantity.low, quantity.high, quantity.bound) == (2, 2, Bound.AT_LEAST)


BOUNDS = {
    "over": ("over 600 men", 600, None, Bound.AT_LEAST),
    "more than": ("more than 600 men", 600, None, Bound.AT_LEAST),
    "hardly more than": ("hardly more than 600 men", 600, 600, Bound.APPROX),
    "at least": ("at least 600 men", 600, None, Bound.AT_LEAST),
    "no fewer than": ("no fewer than 600 men", 600, None, Bound.AT_LEAST),
    "not less than": ("not less than 600 men", 600, None, Bound.AT_LEAST),
    "exceeding": ("exceeding 600 men", 600, None, Bound.AT_LEAST),
    "upwards of": ("upwards of 600 men", 600, None, Bound.AT_LEAST),
    "just over": ("just over 600 men", 600, None, Bound.AT_LEAST),
    "sign": (">600 men", 600, None, Bound.AT_LEAST),
    "plus sign": ("600+ men", 600, None, Bound.AT_LEAST),
    "or more": ("600 or more men", 600, None, Bound.AT_LEAST),
    "noun or more": ("600 men or more", 600, None, Bound.AT_LEAST),
    "at least about": ("at least about 600 men", 600, None, Bound.AT_LEAST),
    "up to": ("up to 600 men", None, 600, Bound.AT_MOST),
    "as many as": ("as many as 600 men", None, 600, Bound.AT_MOST),
    "no more than": ("no more than 600 men", None, 600, Bound.AT_MOST),
    "fewer than": ("fewer than 600 men", None, 600, Bound.AT_MOST),
    "just under": ("just under 600 men", None, 600, Bound.AT_MOST),
    "nearly": ("nearly 600 men", None, 600, Bound.APPROX),
    "almost": ("almost 600 men", None, 600, Bound.APPROX),
    "close to": ("close to 600 men", None, 600, Bound.APPROX),
    "about": ("about 600 men", 600, 600, Bound.APPROX),
    "some": ("some 600 men", 600, 600, Bound.APPROX),
    "an estimated": ("an estimated 600 men", 600, 600, Bound.APPROX),
    "tilde": ("~600 men", 600, 600, Bound.APPROX),
    "or so": ("600 or so men", 600, 600, Bound.APPROX),
    "odd": ("600-odd men", 600, 600, Bound.APPROX),
    "closer to": ("closer to 600 men", 600, 600, Bound.APPROX),
    "something like": ("something like 600 men", 600, 600, Bound.APPROX),
    "just shy of": ("just shy of 600 men", None, 600, Bound.APPROX),
    "as few as": ("as few as 600 men", 600, None, Bound.AT_LEAST),
    "north of": ("north of 600 men", 600, None, Bound.AT_LEAST),
    "in words": ("more than a dozen men", 12, None, Bound.AT_LEAST),
    "in words, about": ("about a hundred men", 100, 100, Bound.APPROX),
}


@pytest.mark.parametrize(("text", "low", "high", "bound"), BOUNDS.values(), ids=BOUNDS)
def test_bound_words_limit_the_number(text, low, high, bound):
    (quantity,) = find_quantities(f"They lost {text}.", language=ENGLISH)
    assert (quantity.low, quantity.high, quantity.bound) == (low, high, bound)
    assert quantity.span.text == text


def test_bound_stays_with_the_number_it_touches():
    first, second = find_quantities(
        "At least 14 people, including two children, fled.", language=ENGLISH
    )
    assert (first.bound, second.bound) == (Bound.AT_LEAST, Bound.EXACT)


def test_over_after_control_is_a_place():
    (quantity,) = find_quantities(
        "The army has control over 1,300 square kilometres.", language=ENGLISH
    )
    assert quantity.bound is Bound.EXACT


RANGES = {
    "hyphen": ("20-30 boats", 20, 30),
    "dash": ("2,000–4,000 boats", 2000, 4000),
    "spaced dash": ("2000 - 2500 boats", 2000, 2500),
    "to": ("20 to 30 boats", 20, 30),
    "between": ("between 20 and 30 boats", 20, 30),
    "between in words": ("between ten and fifteen boats", 10, 15),
    "shared scale": ("5-10 million boats", 5000000, 10000000),
    "shared scale in words": ("four to five thousand boats", 4000, 5000),
    "shared hundred": ("two to three hundred boats", 200, 300),
    "shared thousands": ("15-20,000 boats", 15000, 20000),
    "or": ("three or four boats", 3, 4),
    "or by tens": ("twenty or thirty boats", 20, 30),
    "or not far": ("eight or ten boats", 8, 10),
    "two limits": ("more than 20 and less than 30 boats", 20, 30),
}


@pytest.mark.parametrize(("text", "low", "high"), RANGES.values(), ids=RANGES)
def test_range_has_both_ends(text, low, high):
    (quantity,) = find_quantities(f"They lost {text}.", language=ENGLISH)
    assert (quantity.low, quantity.high) == (low, high)
    assert quantity.bound is Bound.BETWEEN
    assert quantity.span.text == text


def test_range_with_a_unit_on_both_ends():
    (quantity,) = find_quantities(
        "It needs $3 billion to $5 billion.", language=ENGLISH
    )
    assert (quantity.low, quantity.high) == (3 * 10**9, 5 * 10**9)


def test_money_sign_holds_for_both_ends():
    (quantity,) = find_quantities("It needs $3-5 billion.", language=ENGLISH)
    assert (quantity.low, quantity.high) == (3 * 10**9, 5 * 10**9)
    assert quantity.unit == "dollar"


def test_from_to_is_a_change_of_two_figures():
    first, second = find_figures("Losses rose from 430 to 500 men.", language=ENGLISH)
    assert (first.change, second.change) == (Change.FROM, Change.TO)
    assert (first.quantity.low, second.quantity.low) == (430, 500)


def test_ranging_from_to_is_a_range():
    (quantity,) = find_quantities(
        "estimates ranging from 430 to 500 men", language=ENGLISH
    )
    assert (quantity.low, quantity.high) == (430, 500)


UNITS = {
    "square kilometres": ("1,100 square kilometers", 1100, KM2),
    "sq km": ("1.1 thousand sq km", 1100, KM2),
    "superscript": ("32 km²", 32, KM2),
    "square miles": ("18 square miles", 18, "square_mile"),
    "hectares": ("40 hectares", 40, "hectare"),
    "percent": ("86%", 86, PERCENT),
    "per cent": ("86.5 per cent", Decimal("86.5"), PERCENT),
    "decimal comma": ("86,5 %", Decimal("86.5"), PERCENT),
    "percentage points": ("3 percentage points", 3, "percentage_point"),
    "hyphened unit": ("10-kilometre", 10, "kilometre"),
    "hyphened word": ("five-day", 5, "day"),
    "glued": ("155mm", 155, "millimetre"),
    "metre, not million": ("37m", 37, "metre"),
    "wrapped line": ("1,100 square\nkilometres", 1100, KM2),
    "money": ("$3bn", 3 * 10**9, "dollar"),
    "money after": ("2.1 million pesos", 2100000, "peso"),
    "code": ("USD1,700", 1700, "dollar"),
    "degrees": ("30 degrees Celsius", 30, "celsius"),
    "age": ("34-year-old", 34, "year_of_age"),
    "a third": ("a third", Decimal(100) / 3, PERCENT),
    "two thirds": ("two-thirds", Decimal(200) / 3, PERCENT),
    "half": ("half", 50, PERCENT),
    "parts of a unit": ("6 feet 3 inches", Decimal("6.25"), "foot"),
}


@pytest.mark.parametrize(("text", "value", "unit"), UNITS.values(), ids=UNITS)
def test_unit_is_named(text, value, unit):
    (quantity,) = find_quantities(f"It was {text} of the whole.", language=ENGLISH)
    assert (quantity.low, quantity.unit) == (value, unit)
    assert quantity.span.text == text


def test_vague_number_of_a_unit_counts_no_things():
    (quantity,) = find_quantities("It cost millions of dollars.", language=ENGLISH)
    assert (quantity.low, quantity.unit) == (2000000, "dollar")


NOTHING = {
    "models in plural": "They have Mi-8s and T-72s there.",
    "model with hyphen": "The crew of the Su-25 and the Mi-8 landed.",
    "model glued": "An M777 stood beside a BM-21.",
    "model with space": "They showed a Leopard 2 near the river.",
    "model with letter": "They showed a Leopard 2A6 near the river.",
    "brigade ordinal": "The 72nd Brigade and the 3rd Corps held.",
    "brigade number": "Battalion 12 held the bridge.",
    "resolution": "Under Resolution 2254 and Article 5 they met.",
    "road": "Along Route 7 and Highway 66 nothing moved.",
    "list of labels": "Shells fell on blocks 3, 6 and 7.",
    "date": "On March 12, 2025 and 3 April they met.",
    "numeric date": "Dated 12/03/2025 and 12.03.2025 and 2025-03-12.",
    "year": "In 2014 the bridge stood; by 2016 it was gone.",
    "year before a noun": "The 2014 elections were held.",
    "years": "The season 2015-16 was dry.",
    "decade": "It was built in the 1990s.",
    "clock": "At 10:30 and 5 p.m. sirens sounded.",
    "military clock": "They left at 0600 hrs.",
    "hour with a dot": "The meeting began at 16.40 sharp.",
    "hour in words": "They left at six o'clock.",
    "telephone": "Call +44 20 7946 0958 or 555-010-4477.",
    "score": "The match ended 3-1.",
    "round the clock": "It is open 24/7, as since 9/11.",
    "group name": "The G7 met.",
    "nobody": "No one was there, and the one who came left.",
    "one another": "They blamed one another.",
    "tons of": "They had tons of trouble.",
    "storeys": "A five-storey block burned.",
    "link": "See https://example.org/2024/15 for more.",
    "ordinal word": "The third man left.",
    "ordinal with an article": "A third man left.",
    "half of a game": "In the first half of the match nothing happened.",
    "a year and a half": "It took them all that year and a half.",
    "coordinates": "It lies at 43.6463889 and 35.0325123.",
    "note": "So it was said.[3]",
    "list mark": "1. They met.\n2. They left.",
    "code": "Call 0-71757-05642-8 for more.",
    "magnitude": "A quake of magnitude 6.4 was felt.",
    "short year": "In '98 the bridge fell.",
    "second short year": "Between 1997 and '99 it changed hands.",
    "short year of a span": "The war of 1997-'99 ended.",
    "short year of an event": "They recalled the ’98 raid.",
    "short year of a month": "It fell in April '98 at last.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_no_quantity_is_read(text):
    assert read(text) == []


AGES = (
    "Anna Lind, 34, said so.",
    "A dock worker, 34, said so.",
    "Anna Lind (34) said so.",
    "A man aged 34 left.",
    "She was 34.",
    "a man of 34",
)


@pytest.mark.parametrize("text", AGES)
def test_age_is_no_count(text):
    (figure,) = find_figures(text, language=ENGLISH)
    assert (figure.kind, figure.quantity.low) == (FigureKind.AGE, 34)


COUNTS = {
    "subject after a name": ("In Kestra 34 were killed.", 34),
    "after a weekday": ("On Monday, 34, all told, were killed.", 34),
    "after a verb in capitals": ("Rebels Kill 34 including a guard they had held.", 34),
    "level": ("The toll stands at 19.", 19),
    "after the": ("the dozen boats that sank", 12),
    "after that": ("They said that one guard left.", 1),
    "year-like with a noun": ("They freed 2000 captives.", 2000),
    "year-like with a bound": ("They freed more than 2000.", 2000),
    "average": ("It rose by an average of 1500.", 1500),
    "behind a whole month": ("In March 14 guards were hurt.", 14),
    "adjective behind a month": ("During May 30 light guns were lost.", 30),
    "first in a quotation": ("The note told of '14 men taken' and no more.", 14),
}


@pytest.mark.parametrize(("text", "value"), COUNTS.values(), ids=COUNTS)
def test_count_is_not_mistaken_for_a_name_age_or_hour(text, value):
    figure = find_figures(text, language=ENGLISH)[0]
    assert (figure.kind, figure.quantity.low) == (FigureKind.COUNT, value)


NOUNS = {
    "adjective": ("over 600 Kestran troops took part", "Kestran troops", "troops"),
    "participle": ("three wounded sailors were found", "wounded sailors", "sailors"),
    "other": ("29 other people were hurt", "other people", "people"),
    "dead": ("some 40 dead were counted", "dead", "dead"),
    "of": ("dozens of river barges", "river barges", "barges"),
    "partitive": ("two of our colleagues left", "colleagues", "colleagues"),
    "one": ("one armed guard was seen", "armed guard", "guard"),
    "model": ("12 Leopard 2 tanks burned", "Leopard 2 tanks", "tanks"),
    "container": ("90 pieces of weaponry", "pieces of weaponry", "pieces"),
    "modifier": ("four arms depots", "arms depots", "depots"),
    "calibre": ("20 155-mm shells", "155-mm shells", "shells"),
    "aged": ("two 16-year-old boys fled", "16-year-old boys", "boys"),
    "model before": ("two Mi-24 helicopters fell", "Mi-24 helicopters", "helicopters"),
    "adjective that is a verb, too": ("nine live geese fled", "live geese", "geese"),
    "of them": ("12 barges, 4 of them", "barges", "barges"),
    "number behind": ("one barge sank two Ode boats", "barge", "barge"),
    "joined adjectives": (
        "600 Kestran and Odean sailors fled",
        "Kestran and Odean sailors",
        "sailors",
    ),
    "joined nouns": ("six gun or mortar crews fled", "gun or mortar crews", "crews"),
    "joined participles": (
        "30 beaten and wounded men",
        "beaten and wounded men",
        "men",
    ),
    "and of another clause": ("12 dead and hospitals full", "dead", "dead"),
    "two plurals of one name": (
        "14 ferries operators quit",
        "ferries operators",
        "operators",
    ),
    "a time behind": ("12 sailors hours after the storm", "sailors", "sailors"),
    "quoted": ('nine "rebel camps" fell', "rebel camps", "camps"),
}


@pytest.mark.parametrize(("text", "noun", "head"), NOUNS.values(), ids=NOUNS)
def test_counted_noun_is_found(text, noun, head):
    figure = find_figures(text, language=ENGLISH)[0]
    assert figure.noun is not None
    assert figure.head is not None
    assert (figure.noun.text, figure.head.text) == (noun, head)


def test_comparative_counts_nothing():
    (figure,) = find_figures("The boat is 40,000 cheaper than ours.", language=ENGLISH)
    assert figure.noun is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [("They won by 54 to 46 percent.", "percent"), ("a 7- or 8-inch shell", "inch")],
)
def test_first_of_two_that_are_no_range_has_the_unit_of_the_second(text, unit):
    figures = find_figures(text, language=ENGLISH)
    assert [figure.quantity.unit for figure in figures] == [unit, unit]


def test_number_without_a_noun_counts_nothing_named():
    (figure,) = find_figures("They say 430 were killed.", language=ENGLISH)
    assert figure.noun is None
    assert figure.quantity.span.text == "430"


ZEROS = {
    "no": ("There were no civilians in it.", "no civilians"),
    "not one": ("They lost not one village.", "not one village"),
    "not a single": ("Not a single drone flew.", "Not a single drone"),
    "nobody": ("Nobody was hurt.", "Nobody"),
    "none": ("None has been lost.", "None"),
}


@pytest.mark.parametrize(("text", "words"), ZEROS.values(), ids=ZEROS)
def test_zero_is_found_apart(text, words):
    (figure,) = find_zero_figures(text, language=ENGLISH)
    assert figure.quantity.span.text == words
    assert (figure.quantity.low, figure.quantity.high) == (0, 0)


@pytest.mark.parametrize("text", ["no longer", "no fewer than ten", "no doubt"])
def test_other_negations_are_no_zero(text):
    assert find_zero_figures(f"They had {text}.", language=ENGLISH) == ()


SINGLES = {
    "article": ("They hit a nearby field clinic.", "a nearby field clinic"),
    "verb after": ("A drone exploded over it.", "A drone"),
    "participle after": ("A soldier wounded there died.", "A soldier"),
    "noun in -ing": ("They hit a residential building.", "a residential building"),
    "another": ("Another was hurt.", "Another"),
    "pronoun": ("Of these, one was captured.", "one"),
    "single": ("They lost a single boat.", "a single boat"),
    "aged": ("It killed a 68-year-old woman.", "a 68-year-old woman"),
    "age alone": ("Among them was an 11-year-old.", "an 11-year-old"),
    "ordinal": ("A third barge sank.", "A third barge"),
    "model": ("They lost a US-made 155-mm M777.", "a US-made 155-mm M777"),
}


@pytest.mark.parametrize(("text", "words"), SINGLES.values(), ids=SINGLES)
def test_single_is_found_apart(text, words):
    figure = find_single_figures(text, language=ENGLISH)[0]
    assert figure.quantity.span.text == words
    assert figure.quantity.low == 1


def test_part_and_whole_are_two_figures_of_one_noun():
    found = find_figures("They shot down five of seven drones.", language=ENGLISH)
    assert [f.quantity.span.text for f in found] == ["five", "seven drones"]
    assert [f.head and f.head.text for f in found] == ["drones", "drones"]
    (one,) = find_single_figures("One of the two drones fell.", language=ENGLISH)
    assert (one.quantity.span.text, one.head and one.head.text) == ("One", "drones")


def test_first_of_a_change_has_the_unit_and_noun_of_the_second():
    found = find_figures("It rose from 2.20 to 2.90 euros.", language=ENGLISH)
    assert [f.quantity.unit for f in found] == ["euro", "euro"]
    found = find_figures("It rose from 63 to 89 barges.", language=ENGLISH)
    assert [f.head and f.head.text for f in found] == ["barges", "barges"]


def test_over_behind_what_was_counted_is_the_time_it_took():
    found = find_quantities("They sank 45 barges over eleven weeks.", language=ENGLISH)
    assert [q.bound for q in found] == [Bound.EXACT, Bound.EXACT]
    (lasted,) = find_quantities("It lasted over eleven weeks.", language=ENGLISH)
    assert lasted.bound is Bound.AT_LEAST


def test_up_to_behind_a_verb_of_growth_is_the_new_total():
    (told, able) = find_quantities(
        "The toll has risen up to 54 and could go by up to 70.", language=ENGLISH
    )
    assert (told.low, told.high) == (54, 54)
    assert (able.low, able.high) == (None, 70)


def test_one_of_a_group_is_a_partitive_single():
    (figure,) = find_single_figures("One of the barges sank.", language=ENGLISH)
    assert figure.partitive
    assert find_quantities("One of the barges sank.", language=ENGLISH) == ()


def test_headline_capitals_hide_no_count():
    assert read("Raiders Kill 22 in Night Attack on Port")[0][1] == 22


@given(st.text(max_size=200))
def test_spans_are_the_words_of_the_text(text):
    for figure in find_figures(text, language=ENGLISH) + find_single_figures(
        text, language=ENGLISH
    ):
        figure.quantity.span.check(text)
        figure.quantity.number.check(text)


@given(st.integers(min_value=3, max_value=10**12))
def test_grouped_figures_keep_their_value(number):
    (quantity,) = find_quantities(
        f"They counted {number:,} birds there.", language=ENGLISH
    )
    assert quantity.low == number


PIECES = st.sampled_from(
    ["1,", "000", "12", " to ", "-", "five ", "a half ", "of ", "million ", "$", "%"]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_quantities_stand_in_order_and_apart(text):
    spans = [q.number for q in find_quantities(text, language=ENGLISH)]
    assert all(a.end <= b.start for a, b in pairwise(spans))


HOSTILE = (
    "1," * 40_000,
    "11," * 40_000,
    "five " * 20_000,
    "a " * 40_000,
    "-1" * 40_000,
)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:5])
def test_hostile_text_is_read_in_passing(text):
    find_figures(text, language=ENGLISH)


def test_ends_of_a_range_differ():
    assert read("5 to 5 boats") == [("5", 5, 5, COUNT), ("5 boats", 5, 5, COUNT)]


def test_ten_and_eleven_are_neighbours_whatever_their_unit():
    assert read("ten or eleven percent") == [("ten or eleven percent", 10, 11, PERCENT)]


@pytest.mark.parametrize(
    ("age", "kind"), [(15, FigureKind.AGE), (14, FigureKind.COUNT)]
)
def test_two_between_commas_are_ages_from_fifteen_on(age, kind):
    text = f"Two couriers, {age} and 63, fled."
    (found,) = [
        f for f in find_figures(text, language=ENGLISH)
        if f.quantity.span.text == str(age)
    ]  # fmt: skip
    assert found.kind is kind


@pytest.mark.parametrize(
    "text",
    ["more than 10 and fewer than 20 boats", "fewer than 20 and more than 10 boats"],
)
def test_two_limits_make_a_range_in_either_order(text):
    assert read(text) == [(text, 10, 20, COUNT)]


HEADLINES = {
    "Strikes kill 43 Monitor": "43",
    "Shelling kills 12 Officials": "12",
    "Car bomb wounds 17 Police": "17",
    "Air strikes on the port kill 18 War Monitor": "18",
    "Blast Kills 12 Officials": "12 Officials",
    "Strikes kill 43 monitors": "43 monitors",
    "Strikes kill 12 Tarnians": "12 Tarnians",
    "The army lost 12 Leopard": "12 Leopard",
}


@pytest.mark.parametrize(("line", "words"), HEADLINES.items(), ids=HEADLINES)
def test_who_says_it_is_not_what_a_headline_counts(line, words):
    for text in (line, f"{line}\n\nNothing else was known of it."):
        assert [span for span, *_ in read(text)] == [words]


MONTHS = {
    "In the first week of January 20 rebels were killed.": "20 rebels",
    "By the end of March 14 soldiers had been killed.": "14 soldiers",
    "Since April 30 people have been killed.": "30 people",
    "During the month of June 9 houses were destroyed.": "9 houses",
    "In late May 12 drones were shot down.": "12 drones",
}


@pytest.mark.parametrize(("text", "words"), MONTHS.items(), ids=MONTHS)
def test_a_number_behind_a_month_counts_what_follows_it(text, words):
    assert words in [span for span, *_ in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "On January 20 rebels attacked.",
        "Since April 30 rebels have held the town.",
        "On March 14 soldiers came.",
        "The raid of March 3 was the last.",
    ],
)
def test_a_day_of_the_month_counts_nothing(text):
    assert read(text) == []
