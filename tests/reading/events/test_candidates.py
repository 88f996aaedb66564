"""What could be a claim: figures in a claim's unit, ones, nones."""

import pytest

from sayso.model import Span, Toponym
from sayso.reading.events.candidates import CandidateKind, find_candidates, line_up
from sayso.reading.numbers.figures import find_figures
from sayso.reading.numbers.singles import find_single_figures, find_zero_figures
from sayso.vocabulary.languages import CASED, ENGLISH


def candidates(text, language=ENGLISH):
    """Give words and classes of each candidate, in order."""
    figures = sorted(
        (
            *find_figures(text, language=language),
            *find_single_figures(text, language=language),
            *find_zero_figures(text, language=language),
        ),
        key=lambda f: (f.quantity.span.start, -f.quantity.span.end),
    )
    found = find_candidates(figures, language)
    return [(c.quantity.span.text, c.classes) for c in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One injured 6 dockers and one 4.", ["6 dockers", "4"]),
        ("1 dead 5 injured.", ["1 dead", "5 injured"]),
        ("One injured, 6 dockers fled.", ["One injured", "6 dockers"]),
    ],
)
def test_one_that_does_something_counts_nobody(text, words):
    assert [found for found, _ in candidates(text)] == words


@pytest.mark.parametrize(
    ("text", "language", "words", "kind"),
    [
        ("They shot down a Russian T-90M.", ENGLISH, "a Russian T-90M", "equipment"),
        ("A second Il-76 fell.", ENGLISH, "A second Il-76", "equipment"),
        ("It hurt an 11-year-old.", ENGLISH, "an 11-year-old", "person"),
        ("It killed a 68-year-old woman.", ENGLISH, "a 68-year-old woman", "person"),
        ("Сбили Су-34.", CASED["ru"], "Су-34", "equipment"),
    ],
)
def test_model_or_age_tells_what_a_single_is(text, language, words, kind):
    ((found, classes),) = candidates(text, language)
    assert found == words
    assert kind in classes


def test_loss_by_the_day_is_counted_and_a_price_by_the_unit_is_not():
    ((words, _),) = candidates("They lose 150 to 200 men a day.")
    assert words == "150 to 200 men"
    assert candidates("It uses 20 shells per gun.") == []


def lined_up(text, *names):
    """Give words and kind of each candidate among figures and places."""
    places = [
        Toponym(Span(text.index(n), text.index(n) + len(n), n), None) for n in names
    ]
    figures = find_figures(text, language=ENGLISH)
    found = line_up(figures, places, ENGLISH)
    return [(c.quantity.span.text, c.kind) for c in found]


FIGURE, PLACE = CandidateKind.FIGURE, CandidateKind.PLACE


def test_figures_and_places_stand_in_the_order_of_the_text():
    text = "In Merova 12 tanks burned, and 3 in Tarn."
    assert lined_up(text, "Merova", "Tarn") == [
        ("Merova", PLACE),
        ("12 tanks", FIGURE),
        ("3", FIGURE),
        ("Tarn", PLACE),
    ]


def test_of_a_figure_and_a_place_that_overlap_the_figure_stays():
    text = "They lost 12 Merova tanks."
    ((words, kind),) = lined_up(text, "Merova")
    assert "12" in words
    assert kind is FIGURE


def test_of_figures_that_overlap_the_earlier_stays_and_one_beside_it_too():
    text = "12 tanks"
    (figure,) = find_figures(text, language=ENGLISH)
    assert len(line_up([figure, figure], (), ENGLISH)) == 1
    (beside,) = find_figures("        3 guns", language=ENGLISH)
    assert len(line_up([figure, beside], (), ENGLISH)) == 2


def test_another_before_a_number_is_no_one_of_its_own():
    assert [words for words, _ in candidates("They lost another 12 tanks.")] == [
        "12 tanks"
    ]
    found = [words for words, _ in candidates("Another tank and 12 guns burned.")]
    assert found == ["Another tank", "12 guns"]
