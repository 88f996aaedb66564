"""Who is told something is not the source of it. Sentences and people are invented."""

import pytest

from said import who_says

SIDES = ["Ukraine", "Russia"]


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize(
    "text",
    [
        "{0}'s commander was told that 40 soldiers had been killed.",
        "The village council was later informed that 40 soldiers had been killed.",
        "Reporters were told that 40 soldiers of {0} had been killed.",
    ],
)
def test_who_was_told_is_no_source(text, side):
    assert who_says(text.format(side), "40 soldiers") in ([""], [])


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("{0}'s army told reporters that 40 soldiers were killed.", "{0}'s army"),
        ("{0}'s army said 40 soldiers were killed.", "{0}'s army"),
        (
            "The council was told by {0}'s army that 40 soldiers were killed.",
            "{0}'s army",
        ),
    ],
)
def test_who_tells_is_the_source(text, source, side):
    assert who_says(text.format(side), "40 soldiers") == [source.format(side)]
