"""Accounts that lack a place or a sure day: what joins them, and what does not."""

from dataclasses import replace
from datetime import date

import pytest

from made import claim, document, on
from sayso.linking.incidents import find_incidents
from sayso.model import Place, PlaceKind, Span, Stance

MONDAY, TUESDAY, WEDNESDAY = (date(2030, 5, day) for day in (13, 14, 15))


def town(name: str, *, lat: float = 50.0) -> Place:
    return Place(f"made:{name}", name, PlaceKind.SETTLEMENT, lat, 30.0, None)


def told(text: str, words: str, value: int, measure: str, **fields):
    """A report of one claim; its day is the publication's unless it is told."""
    day = fields.pop("published", TUESDAY)
    report = document(text, outlet=fields.pop("outlet", "Wire One"), on=day)
    phrase = fields.pop("phrase", None)
    period = fields.pop("period", on(day))
    if phrase is not None:
        start = text.index(phrase)
        period = replace(period, phrase=Span(start, start + len(phrase), phrase))
    return report, claim(report, words, value, measure, period=period, **fields)


def count(*reports) -> int:
    """Number of incidents that the reports are put to."""
    documents = {report.id: report for report, _ in reports}
    return len(find_incidents([c for _, c in reports], documents))


def taken(text: str, value: int = 45, **fields):
    return told(text, str(value), value, "people.captured", **fields)


def night(text: str, last: date, phrase: str, **fields):
    first = date.fromordinal(last.toordinal() - 1)
    period = on(first, last)
    return told(
        text,
        "40",
        40,
        "attacks.launched",
        published=last,
        period=period,
        phrase=phrase,
        place="Tarn",
        **fields,
    )


def hit(text: str, words: str, value: int, **fields):
    return told(text, words, value, "people.killed", **fields)


KNOWN = town("Mirstadt")
JOINED = [
    pytest.param(
        [
            taken("In Mirova 45 were taken.", place="Mirova", located=KNOWN),
            taken("Of Mirova's pupils 45 were taken.", outlet="Post"),
        ],
        id="a place in the text, by the name that another report writes",
    ),
    pytest.param(
        [
            taken("In Mirova 45 were taken.", place="Mirova", located=KNOWN),
            taken("Of them 45 were taken at Mirova.", place="Mirova", outlet="Post"),
        ],
        id="a name that no gazetteer gave in one report",
    ),
    pytest.param(
        [
            night("In the night to Tuesday 40 came.", TUESDAY, "night to Tuesday"),
            told(
                "On Tuesday 40 came.",
                "40",
                40,
                "attacks.launched",
                phrase="On Tuesday",
                place="Tarn",
                outlet="Post",
            ),
        ],
        id="a night and its morning",
    ),
    pytest.param(
        [
            hit(
                "On Monday a hospital in Olmar was hit and 4 died.",
                "4",
                4,
                period=on(MONDAY),
                phrase="On Monday",
                place="Olmar",
            ),
            hit(
                "It denied on Tuesday that 4 died at a hospital in Olmar.",
                "4",
                4,
                phrase="on Tuesday",
                place="Olmar",
                stance=Stance.DENIED,
                outlet="Post",
            ),
        ],
        id="a denial on the next day",
    ),
]


@pytest.mark.parametrize("reports", JOINED)
def test_an_account_with_a_gap_joins_the_event_that_its_words_show(reports):
    assert count(*reports) == 1
    assert count(*reversed(reports)) == 1


APART = [
    pytest.param(
        [
            taken("In Mirova 45 were taken.", place="Mirova", located=KNOWN),
            taken("In Mirova 45 were taken.", place="Mirova", located=town("B", lat=9)),
            taken("Here 45 were taken at Mirova.", place="Mirova", published=MONDAY),
        ],
        3,
        id="one name for two towns",
    ),
    pytest.param(
        [
            night("In the night to Tuesday 40 came.", TUESDAY, "night to Tuesday"),
            night("In the night to Wednesday 40 came.", WEDNESDAY, "night to"),
        ],
        2,
        id="two nights running",
    ),
    pytest.param(
        [
            taken("In Mirova 45 were taken.", place="Mirova", located=KNOWN),
            taken("Again 45 were taken.", outlet="Post"),
        ],
        1,
        id="a figure and a day, and no place in the text: put to no event",
    ),
]


@pytest.mark.parametrize(("reports", "incidents"), APART)
def test_an_account_with_a_gap_is_joined_on_nothing(reports, incidents):
    assert count(*reports) == incidents
    documents = {report.id: report for report, _ in reports}
    found = find_incidents([c for _, c in reports], documents)
    assert all(len(incident.claims) == 1 for incident in found)
