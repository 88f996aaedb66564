"""Quotations over several paragraphs, with invented people."""

import pytest

from said import who_says

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
