"""Quotations over several paragraphs, with invented people."""

import pytest

from said import who_says
from sayso.reading.attribution.continued import continue_quotations
from sayso.reading.attribution.pairing import Pairing
from sayso.reading.attribution.quotations import find_chains
from sayso.reading.tagger.decoding import Role, RoleSpan
from sayso.reading.tagger.encoder import tag_text
from sayso.vocabulary.languages import ENGLISH

WENT_ON = {
    "straight": (
        "en",
        (
            'Ana Petrik, the mayor, said: "We lost the mill.\n\n"We hold the bridge.'
            '\n\n"The road is cut."\n\nThe army said nothing.'
        ),
        ("We hold", "The road"),
        "Ana Petrik, the mayor",
    ),
    "curly, behind the speaker": (
        "en",
        "“We lost the mill,” Petrik said. “We hold the bridge.\n\n“The road is cut.”",
        ("We hold", "The road"),
        "Petrik",
    ),
    "single": (
        "en",
        "‘We lost the mill,’ Petrik said. ‘We hold the bridge.\n\n‘The road is cut.’",
        ("We hold", "The road"),
        "Petrik",
    ),
    "opened once": (
        "en",
        "Petrik said: “We lost the mill.\n\nWe hold the bridge.\n\nThe road is cut.”",
        ("We hold", "The road"),
        "Petrik",
    ),
    "speaker in the last": (
        "en",
        "“We lost the mill.\n\n“We hold the bridge.\n\n“The road is cut,” said Petrik.",
        ("We lost", "We hold", "The road"),
        "Petrik",
    ),
    "guillemets": (
        "ru",
        (
            "Мэр Анна Петрик сказала: «Мы потеряли мельницу.\n\n«Мост наш.\n\n"
            "«Дорога закрыта»."
        ),
        ("Мост", "Дорога"),
        "Мэр Анна Петрик",
    ),
    "low and high": (
        "uk",
        "„Ми втратили млин“, — сказав мер Петрик. „Міст наш.\n\n„Дорогу закрито“.",
        ("Міст", "Дорогу"),
        "мер Петрик",
    ),
}


@pytest.mark.parametrize(
    ("language", "text", "parts", "source"), WENT_ON.values(), ids=WENT_ON
)
def test_later_paragraphs_keep_the_speaker(language, text, parts, source):
    assert [who_says(text, part, language) for part in parts] == [[source]] * len(parts)


def test_two_speakers_exchanged_are_exchanged():
    text = (
        "{} said: “We lost the mill.\n\n“We hold the bridge.”\n\n{} said it was cold."
    )
    for one, two in (("Petrik", "Walenta"), ("Walenta", "Petrik")):
        whole = text.format(one, two)
        assert who_says(whole, "We hold") == [one]
        assert who_says(whole, "it was cold") == [two]


def test_a_quotation_that_is_closed_does_not_go_on():
    text = "Petrik said: “We lost it.”\n\n“We hold it, and it is cold.”\n\nThey left."
    assert who_says(text, "We hold") == [""]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ('"We lost it, said Petrik.\n\n"We hold it," said Walenta.', ["Walenta"]),
        ("Petrik said: “We lost it.”\n\n“We hold it,” said Walenta.", ["Walenta"]),
        ("Petrik said: “We lost it.”\n\nWe hold it, and it is cold.", []),
    ],
    ids=["own speaker", "closed", "no quotation"],
)
def test_a_paragraph_of_its_own_is_not_taken(text, source):
    assert who_says(text, "We hold") == source


def test_whoever_says_the_end_of_a_paragraph_says_the_next():
    text = "Roe and Mol: “We lost the mill. We hold the bridge.\n\n“The road is cut.”"
    tagging = tag_text(text, ENGLISH)
    ((first, second),) = find_chains(tagging.layout)
    middle = (first.first + first.last) // 2
    roe, mol = (
        Pairing(
            RoleSpan(Role.SOURCE, at, at + 1, 1.0),
            None,
            (RoleSpan(Role.CONTENT, start, end, 1.0),),
            0.5,
        )
        for at, start, end in ((0, first.first, middle), (2, middle, first.last))
    )
    found = continue_quotations(tagging, [roe, mol])
    owners = [
        pairing.source.first
        for pairing in found
        if any(part.last >= second.last for part in pairing.contents)
    ]
    assert owners == [2]
