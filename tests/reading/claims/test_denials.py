"""What is denied or doubted outright is no assertion. The sentences are invented."""

from datetime import date

import pytest

import sayso
from sayso.model import Document, Stance
from sayso.reading.reader import read_document

PUBLISHED = date(2024, 5, 9)
SIDES = [("Russia", "Ukraine"), ("Ukraine", "Russia")]


def stances(text: str) -> dict[str, Stance]:
    """Give the figure of each claim -> how its claimant stands to it."""
    claims = read_document(Document(text, published=PUBLISHED)).claims
    return {c.quantity.span.text: c.stance for c in claims}


@pytest.mark.parametrize(("one", "other"), SIDES)
@pytest.mark.parametrize(
    "text",
    [
        "{one} denied that it had lost 40 tanks.",
        "{one} on Monday rejected reports that {other} had destroyed 40 tanks.",
        "The spokesman dismissed as baseless a report that {one} had lost 40 tanks.",
        "The commander called the claim that {other} had lost 40 tanks a lie.",
        "The ministry in Tarn denies that 40 soldiers were killed near Olmar.",
    ],
)
def test_what_is_denied_is_denied_by_either_side(text, one, other):
    found = stances(text.format(one=one, other=other))
    assert set(found.values()) == {Stance.DENIED}


@pytest.mark.parametrize(("one", "other"), SIDES)
@pytest.mark.parametrize(
    "text",
    [
        "{one} said it had lost 40 tanks.",
        "{one} did not deny that it had lost 40 tanks.",
        '{one} denied the report: "We lost 12 tanks, all of them old."',
        "{one} said {other} had lost 40 tanks, which {other} denied.",
    ],
)
def test_what_stands_beside_a_denial_is_not_denied(text, one, other):
    found = stances(text.format(one=one, other=other))
    assert found
    assert Stance.DENIED not in found.values()


def test_what_is_said_behind_a_denial_is_asserted():
    found = stances(
        "The minister dismissed reports that 40 pilots had been captured and said 12"
        " were wounded."
    )
    assert found["12"] is Stance.ASSERTED


@pytest.mark.parametrize(
    "text",
    [
        "Сообщения о гибели 30 бойцов в штабе назвали выдумкой.",
        "Повідомлення про загибель 30 бійців у штабі назвали брехнею.",
    ],
)
def test_what_is_called_invented_is_denied(text):
    claims = sayso.read(text).claims
    assert [claim.stance for claim in claims] == [Stance.DENIED]


def test_a_denial_names_its_cue():
    text = "Russia denied that it had lost 40 tanks."
    (claim,) = read_document(Document(text, published=PUBLISHED)).claims
    evidence = {str(e.field): [s.text for s in e.spans] for e in claim.evidence}
    assert evidence["stance"] == ["denied"]


def test_doubt_is_of_the_next_figure_alone():
    found = stances(
        "Police said 12 soldiers were killed and reportedly 30 civilians wounded."
    )
    assert found["12 soldiers"] is Stance.ASSERTED
    assert found["30 civilians"] is Stance.HEDGED


@pytest.mark.parametrize(("one", "other"), SIDES)
@pytest.mark.parametrize(
    "text",
    [
        "{one}'s General Staff did not immediately confirm the loss of 40 tanks.",
        "{one} has not confirmed that {other} destroyed 40 tanks.",
    ],
)
def test_who_does_not_confirm_is_no_claimant(text, one, other):
    document = Document(text.format(one=one, other=other), published=PUBLISHED)
    for claim in read_document(document).claims:
        assert (claim.claimant, claim.stance) == (None, Stance.HEDGED)


@pytest.mark.parametrize(("one", "other"), SIDES)
def test_who_confirms_is_the_claimant(one, other):
    text = f"{one} confirmed that it had lost 40 tanks."
    document = Document(text, published=PUBLISHED)
    (claim,) = read_document(document).claims
    assert (claim.claimant, claim.stance) == (one, Stance.ASSERTED)


@pytest.mark.parametrize(("one", "other"), SIDES)
@pytest.mark.parametrize(
    "text",
    [
        "It is not true that {one} lost 40 tanks, the ministry in Tarn said.",
        "{one}'s army said reports that it had lost 40 tanks were untrue.",
        "{one} said claims that {other} had destroyed 40 tanks were baseless.",
        "{one} said the figure of 40 lost tanks was invented.",
        "{one} called the claim that it had lost 40 tanks false.",
    ],
)
def test_what_is_said_not_to_be_so_is_denied(text, one, other):
    assert set(stances(text.format(one=one, other=other)).values()) == {Stance.DENIED}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Министр сказал, что цифра в 40 погибших выдумана.", Stance.DENIED),
        ("Министр сказал, что цифра в 40 погибших верна.", Stance.ASSERTED),
        ("Міністр сказав, що цифра в 40 загиблих вигадана.", Stance.DENIED),
        ("Міністр сказав, що цифра в 40 загиблих правильна.", Stance.ASSERTED),
        ("The mayor said the claim of 40 killed soldiers was not false.", None),
        ("The mayor said the figure of 40 dead in the false alarm held.", None),
    ],
)
def test_a_figure_that_is_called_invented_is_denied(text, stance):
    found = {claim.stance for claim in sayso.read(text, published=PUBLISHED).claims}
    assert found == {stance} if stance else Stance.DENIED not in found


def test_a_figure_in_whose_place_another_is_given_is_denied():
    found = stances("The mayor said not 205 but 207 people were killed.")
    assert (found["205"], found["207 people"]) == (Stance.DENIED, Stance.ASSERTED)


@pytest.mark.parametrize(("one", "other"), SIDES)
@pytest.mark.parametrize(
    "text",
    [
        "It is true that {one} lost 40 tanks, the ministry in Tarn said.",
        "{one} said reports that {other} had fled were untrue: it had lost 40 tanks.",
        "Not one day passed, and {one} lost 40 tanks, the ministry in Tarn said.",
    ],
)
def test_what_stands_beside_an_untruth_is_not_denied(text, one, other):
    found = stances(text.format(one=one, other=other))
    assert Stance.DENIED not in found.values()


@pytest.mark.parametrize(
    ("code", "text", "stance"),
    [
        ("ru", "Минобороны опровергло потерю 40 танков.", Stance.DENIED),
        ("ru", "Неправда, что погибли 40 военных, заявил мэр.", Stance.DENIED),
        ("ru", "Якобы погибли 40 военных, пишет канал.", Stance.HEDGED),
        ("ru", "Минобороны сообщило о потере 40 танков.", Stance.ASSERTED),
        ("uk", "Міноборони заперечило втрату 40 танків.", Stance.DENIED),
        ("uk", "Неправда, що загинули 40 військових, заявив мер.", Stance.DENIED),
        ("uk", "Нібито загинули 40 військових, пише канал.", Stance.HEDGED),
        ("uk", "Міноборони повідомило про втрату 40 танків.", Stance.ASSERTED),
    ],
)
def test_each_language_denies_and_doubts_by_its_own_words(code, text, stance):
    document = Document(text, published=PUBLISHED, language=code)
    assert {c.stance for c in read_document(document).claims} == {stance}


def test_a_doubt_is_of_the_figure_behind_it_and_of_no_later_one():
    text = "The mayor said reportedly 12 people were killed and 40 people were wounded."
    found = stances(text)
    assert found["12 people"] is Stance.HEDGED
    assert found["40 people"] is Stance.ASSERTED


NEGATED = {
    "en": (
        ("Tarn", "Vessia"),
        "The {one} army did not lose 40 tanks, the ministry said.",
        "{one} lost no fewer than 40 tanks, the ministry said.",
    ),
    "ru": (
        ("Россия", "Украина"),
        "{one} не теряла 40 танков, заявили в министерстве.",
        "{one} потеряла не менее 40 танков, заявили в министерстве.",
    ),
    "uk": (
        ("Росія", "Україна"),
        "{one} не втрачала 40 танків, заявили в міністерстві.",
        "{one} втратила не менш як 40 танків, заявили в міністерстві.",
    ),
}


@pytest.mark.parametrize("code", NEGATED)
def test_what_did_not_happen_is_denied_and_a_bound_is_no_negation(code):
    sides, negated, bound = NEGATED[code]
    for one in sides:
        for text, stance in ((negated, Stance.DENIED), (bound, Stance.ASSERTED)):
            document = Document(
                text.format(one=one), published=PUBLISHED, language=code
            )
            found = {c.stance for c in read_document(document).claims}
            assert found == {stance}, text


@pytest.mark.parametrize(("one", "other"), SIDES)
def test_a_place_not_taken_is_denied(one, other):
    text = f"{one} has not captured Pokrovsk, {other} said."
    assert stances(text) == {"Pokrovsk": Stance.DENIED}


AGAINST = {
    "en": (
        "The army of {one} said 30, not 40, soldiers had been killed.",
        "{one} lost 30 tanks, not the 40 that {other} claims, the ministry said.",
        "{one} lost 30 tanks, no fewer than 40 guns, the ministry said.",
        "{one} lost 30 tanks, not only 40 guns, the ministry said.",
    ),
    "ru": (
        "{one} потеряла 30 танков, а не 40, заявили в министерстве.",
        "{one} потеряла 30, не 40 танков, заявили в министерстве.",
        "{one} потеряла 30 танков, не менее 40 орудий, заявили в министерстве.",
        "{one} потеряла 30 танков, а не только 40 орудий, заявили в министерстве.",
    ),
    "uk": (
        "{one} втратила 30 танків, а не 40, заявили в міністерстві.",
        "{one} втратила 30, не 40 танків, заявили в міністерстві.",
        "{one} втратила 30 танків, не менш як 40 гармат, заявили в міністерстві.",
        "{one} втратила 30 танків, а не тільки 40 гармат, заявили в міністерстві.",
    ),
}


@pytest.mark.parametrize("turn", [1, -1])
@pytest.mark.parametrize("code", AGAINST)
def test_a_figure_set_against_the_one_before_it_is_denied_and_a_bound_is_not(
    code, turn
):
    one, other = NEGATED[code][0][::turn]
    for text in AGAINST[code]:
        told = text.format(one=one, other=other)
        document = Document(told, published=PUBLISHED, language=code)
        found = {
            c.quantity.number.text: c.stance for c in read_document(document).claims
        }
        is_denied = text in AGAINST[code][:2]
        second = Stance.DENIED if is_denied else Stance.ASSERTED
        assert found == {"30": Stance.ASSERTED, "40": second}, told
