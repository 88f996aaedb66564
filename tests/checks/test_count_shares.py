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


def bare(text: str, *more: tuple[str, object, str], places: tuple = ()) -> Corpus:
    """The figures 51, 17 and a share in percent, of which 17 has no noun."""
    corpus = account(text, ("51 pupils", 51, "pupil"), *more)
    share = "40 percent" if "40 percent" in text else "33 percent"
    corpus.say("17", 17, "people.freed", claimant="Ada Orlan", group=None)
    corpus.places = places
    return corpus.say(
        share,
        percent(int(share[:2])),
        "people.freed",
        claimant="Ada Orlan",
        group="pupil",
    )


def test_a_number_without_a_noun_is_of_what_the_sentence_before_counts():
    text = "Taken were 51 pupils, she said. By then 17, or {}, were free."
    (finding,) = bare(text.format("40 percent")).find(CHECK)
    assert finding.level is Level.LOOK
    assert bare(text.format("33 percent")).find(CHECK) == []


@pytest.mark.parametrize(
    ("text", "more", "places"),
    [
        (
            "She counted 51 pupils and 42 nurses. By then 17, or 40 percent, went.",
            [("42 nurses", 42, "nurse")],
            (),
        ),
        (
            "Taken were 51 pupils. In Olmar 17, or 40 percent, were free.",
            [],
            ("Olmar",),
        ),
        (
            "Taken were 51 pupils. By then 17, or 40 percent more than in May, were.",
            [],
            (),
        ),
        ("Taken were 51 pupils; 17, or 40 percent, of the others were free.", [], ()),
    ],
    ids=["of another", "a place", "a rise", "of the others"],
)
def test_what_a_number_without_a_noun_may_be_a_share_of(text, more, places):
    corpus = bare(text, *more, places=places)
    assert corpus.find(CHECK) == []


def test_a_sentence_that_begins_with_of_says_what_the_next_one_is_of():
    text = (
        "Of 51 pupils 32 were seized at school, she said. At home 17, or {} percent,"
        " were."
    )

    def told(share: int) -> Corpus:
        return bare(text.format(share), ("32", 32, "pupil"))

    (finding,) = told(40).find(CHECK)
    assert 'of "51 pupils"' in finding.sentence
    assert told(33).find(CHECK) == []


def test_a_share_taken_up_behind_two_wholes_is_of_the_nearer():
    text = "Of 92 pupils 51 pupils came; 17 of them, or {} percent, were hurt."

    def told(share: int) -> list[Level]:
        corpus = bare(text.format(share), ("92 pupils", 92, "pupil"))
        return [finding.level for finding in corpus.find(CHECK)]

    assert told(33) == [Level.NOTE]
    assert told(40) == [Level.STRONG]


def test_a_number_set_behind_a_share_and_its_whole():
    text = "Some {share} of the 51 pupils, {part}, are free, she said."
    assert [f.level for f in pupils(text, 33, 17).find(CHECK)] == [Level.NOTE]
    assert [f.level for f in pupils(text, 50, 17).find(CHECK)] == [Level.STRONG]
