"""What could be a claim: figures in a claim's unit, ones, nones."""

import pytest

from sayso.reading.events.candidates import find_candidates
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
