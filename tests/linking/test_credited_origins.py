"""One report and its copies, in the ways in which ordinary news copies."""

import pytest

from marked import parse_marked
from sayso.linking.credits import find_credits
from sayso.linking.origins import find_origins
from sayso.linking.roundings import rounding_of, roundings_of
from sayso.model import Document

REPORT = """
== a | Continental Wire | 2031-06-03 08:10
@ day=2031-06-03 place=Orrin by="Health Office"
ORRIN (Continental Wire) - {At least 12 people}[killed >=12 person] were killed.
{47 wounded}[wounded 47 person] people were in hospital in Orrin, it said.
"""
COPY = """
== b | Lowland Post | 2031-06-04
@ day=2031-06-03 place=Orrin by="Health Office"
"""

UNSAID = "killed 12 person by="
COPIES = {
    "bound dropped": f"{{Twelve people}}[{UNSAID}] died in Orrin, CW reported.",
    "as carried by": f"{{12 people}}[{UNSAID}] died in Orrin, as carried by CW.",
    "told": "{12}[killed 12 person] died, the health office told CW.",
    "with reporting from": f"{{12}}[{UNSAID}] died. With reporting from CW.",
    "another sentence behind": f"{{12}}[{UNSAID}'CW'] died, according to CW. It rains.",
    "in brackets": f"{{Twelve}}[{UNSAID}] died in Orrin. (CW)",
    "a line of its own": f"{{12}}[{UNSAID}] died in Orrin.\n\n- CW",
    "via": f"{{12}}[{UNSAID}] died, via CW.",
    "rounded": "{Nearly 50}[wounded ~<50 person by=] are hurt, CW reported.",
    "rounded down": "{More than 10}[killed >=10 person] died, CW reported.",
}


def origins_of(text: str):
    readings = [m.reading for m in parse_marked(text)]
    documents = {r.document.id: r.document for r in readings}
    return find_origins([c for r in readings for c in r.claims], documents)


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES)
def test_a_copy_with_a_credit_has_the_origin_of_its_report(copy):
    (origin,) = origins_of(REPORT + COPY + copy.replace("CW", "Continental Wire"))
    assert len(origin.documents) == 2
    assert origin.speaker == "Health Office"
    assert origin.credited == ("Continental Wire",)


@pytest.mark.parametrize(
    "text",
    [
        "{19 people}[killed 19 person] died in Orrin, Continental Wire reported.",
        "{10 people}[killed 10 person] died in Orrin, Continental Wire reported.",
        "{12 people}[killed 12 person by=] died in Kesten this week.".replace(
            "by=", "by= place=Kesten"
        ),
    ],
    ids=["another figure", "a round figure that does not say so", "another place"],
)
def test_what_is_no_copy_stays_another_origin(text):
    assert len(origins_of(REPORT + COPY + text)) == 2


def test_a_speaker_who_rounds_in_another_report_has_one_origin():
    exact = REPORT.replace("At least 12", "417").replace(">=12", "417")
    text = "{Over 400 people}[killed >=400 person] died there, the health office said."
    (origin,) = origins_of(exact + COPY + text)
    assert len(origin.documents) == 2


RUSSIAN = """
== c | River News | 2031-06-03 | ru
@ day=2031-06-03 place=Orrin by="Управление здравоохранения"
{12 человек}[killed 12 человек] погибли в Оррине, сообщает Continental Wire.
"""


def test_a_copy_in_another_language_names_the_speaker_in_its_own():
    (origin,) = origins_of(REPORT + RUSSIAN)
    assert len(origin.documents) == 2
    assert origin.speaker == "Health Office"


def test_hours_order_copies_of_one_day():
    later = COPY.replace("2031-06-04", "2031-06-03 18:00") + COPIES["told"]
    first = COPY.replace("b | Lowland Post | 2031-06-04", "z | Zone | 2031-06-03 09:00")
    text = first + COPIES["in brackets"] + later + REPORT
    text = text.replace("CW", "Continental Wire")
    (origin,) = origins_of(text)
    outlets = {
        m.reading.document.id: m.reading.document.outlet for m in parse_marked(text)
    }
    assert [outlets[key] for key in origin.documents] == [
        "Continental Wire",
        "Zone",
        "Lowland Post",
    ]


def test_names_in_cyrillic_are_credits():
    known = {"степной вестник": "Степной вестник"}
    text = "Погибли 12 человек, пишет Степной вестник. Магазины закрыты."
    document = Document(text, language="ru", outlet="Other")
    assert [c.name for c in find_credits(document, known)] == []  # not in capitals
    titled = Document(text.replace("вестник", "Вестник"), language="ru")
    assert [c.name for c in find_credits(titled, known)] == ["Степной вестник"]


def test_roundings_of_a_figure_and_of_none():
    (report,) = parse_marked(REPORT)
    twelve, hurt = report.reading.claims
    assert [str(r.value) for r in roundings_of(hurt)] == ["4E+1", "5E+1"]
    assert rounding_of(hurt) is None
    assert rounding_of(twelve) is not None


def test_the_initials_of_its_own_outlet_are_no_credit():
    text = "HALDEN, May 16 (PNA) - Nine people were killed on Friday."
    known = {"pna": "Northern Agency", "northern agency": "Northern Agency"}
    own = Document(text, outlet="Polder News Agency")
    other = Document(text, outlet="Lowland Post")
    assert find_credits(own, known) == ()
    assert [c.name for c in find_credits(other, known)] == ["Northern Agency"]
