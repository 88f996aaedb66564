import pytest

from checks.corpus import Corpus
from sayso.checks.count_shares import CHECK
from sayso.model import Level, Outcome


def account(text: str, *claims: tuple[str, object, str]) -> Corpus:
    corpus = Corpus().write(text)
    for words, value, group in claims:
        corpus.say(words, value, "people.freed", claimant="Ada Orlan", group=group)
    return corpus


def percent(value: float) -> tuple[float, float, str, str]:
    return (value, value, "exact", "percent")


def pupils(text: str, share: int, part: int) -> Corpus:
    told = text.format(share=f"{share}%", part=part)
    words = f"{part} pupils"
    return account(
        told,
        ("51 pupils", 51, "pupil"),
        (f"{share}%", percent(share), "pupil"),
        (words if words in told else str(part), part, "pupil"),
    )


OF = "Of 51 pupils who were taken, {share}, or {part} in all, are free, she said."
OF_THE = "She said {part} of the 51 pupils, or {share}, are free."
THEN = "Taken were 51 pupils. By May {part} of them, {share}, were free, she said."
BRACKET = "Taken were 51 pupils. By May {part} pupils ({share}) were free, she said."

FIRES = [
    pytest.param(pupils(OF, 30, 17), Level.STRONG, id="of 51"),
    pytest.param(pupils(OF_THE, 30, 17), Level.STRONG, id="17 of the 51"),
    pytest.param(pupils(THEN, 30, 17), Level.STRONG, id="of them"),
    pytest.param(pupils(BRACKET, 30, 17), Level.LOOK, id="the one earlier figure"),
]


@pytest.mark.parametrize(("corpus", "level"), FIRES)
def test_count_shares_fires(corpus, level):
    (finding,) = corpus.find(CHECK)
    assert finding.outcome is Outcome.INCONSISTENT
    assert finding.level is level
    assert "share x whole: [15.04, 15.56)" in finding.working


@pytest.mark.parametrize("text", [OF, OF_THE, THEN])
def test_shares_that_fit_are_noted(text):
    (finding,) = pupils(text, 33, 17).find(CHECK)
    assert finding.level is Level.NOTE


def test_a_share_in_words_may_be_off_by_an_eighth():
    def quarter(part: int) -> Corpus:
        return account(
            f"A quarter of the 48 hostages held there, {part}, were freed, she said.",
            ("48 hostages", 48, "hostage"),
            (f"{part}", part, "hostage"),
        )

    (finding,) = quarter(16).find(CHECK)
    assert finding.outcome is Outcome.INCONSISTENT
    (finding,) = quarter(13).find(CHECK)
    assert finding.outcome is Outcome.CONSISTENT


QUIET = [
    pytest.param(pupils(BRACKET, 33, 17), id="inferred and fits"),
    pytest.param(
        account(
            "Free are 60 guards and 51 guards of another camp; 17 guards, or 30%, are.",
            ("60 guards", 60, "guard"),
            ("51 guards", 51, "guard"),
            ("17 guards", 17, "guard"),
            ("30%", percent(30), "guard"),
        ),
        id="two figures can be the whole",
    ),
    pytest.param(
        account(
            "Taken were 51 pupils. She said 17 pupils, or 30% of the district's, came.",
            ("51 pupils", 51, "pupil"),
            ("17 pupils", 17, "pupil"),
            ("30%", percent(30), "pupil"),
        ),
        id="a share of something else",
    ),
    pytest.param(
        account(
            "Of 51 pupils 17 are free; in April it was 30% of fewer.",
            ("51 pupils", 51, "pupil"),
            ("17", 17, "pupil"),
            ("30%", percent(30), "pupil"),
        ),
        id="share and number apart",
    ),
]


@pytest.mark.parametrize("corpus", QUIET)
def test_count_shares_quiet(corpus):
    assert corpus.find(CHECK) == []
