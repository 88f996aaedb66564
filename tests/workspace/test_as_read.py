"""The reader sees a mended copy; what it finds stands in the stored text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.parts import find_parts
from sayso.model import ClaimField, Document, Part, PartKind, Stance
from sayso.workspace import default_reader
from sayso.workspace.as_read import make_view, read_as_seen

DAY = date(2030, 5, 14)
SEEN = {
    "a figure over two lines": ("67,\n000 soldiers", "67,000 soldiers"),
    "one after a long line": ("1,\n200 died", "1,200 died"),
    "a range over two lines": ("12-\n15 died", "12-15 died"),
    "a soft hyphen": ("12\xad000 died", "12000 died"),
    "no width": ("3\u200b5 died", "35 died"),
    "ligatures": ("ofﬁcers ﬂed", "officers fled"),
    "a word over two lines": ("the sol-\ndiers", "the soldiers"),
    "a day without a blank": ("On May 17,2029 12 died", "On 17 May 2029 12 died"),
    "a day with points": ("On 2028.1.5 12 died", "On 5 January 2028 12 died"),
    "a day of a form": ("On 17-May-29 12 died", "On 17 May 2029 12 died"),
    "a year first": ("On 2028 March 18 12 died", "On 18 March 2028 12 died"),
    "a short weekday": (
        "On Thu, 3 Jan 2029, 12 died",
        "On Thursday, 3 Jan 2029, 12 died",
    ),
    "a stretch of slashes": (
        "between 10/1-11/20/2029 90 died",
        "between 1 October 2029 and 20 November 2029 90 died",
    ),
    "a stretch with two readings": (
        "from 10/1-11/2/2029 90 died",
        "from 1 January to 31 December 2029 90 died",
    ),
    "slashes by another day": (
        "On 17/5/2029 and on 2/8/2029",
        "On 17 May 2029 and on 2 August 2029",
    ),
    "a word with a hyphen of its own": (
        "long-range fire; the long-\nrange",
        "long-range fire; the long-range",
    ),
}


@pytest.mark.parametrize(("stored", "seen"), SEEN.values(), ids=SEEN)
def test_broken_words_are_whole_in_the_view(stored, seen):
    assert make_view(stored).text == seen


@pytest.mark.parametrize(
    "text",
    [
        "On 2/8/2029 12 died",
        "Version 1.2.3",
        "In 2023,\n200 died",
        "12 died,\nand 200 fled",
        "plain",
        "",
    ],
)
def test_a_text_in_order_is_its_own_view(text):
    assert make_view(text) is None


@given(st.text(alphabet="ﬁ\xad\u200b ,-\na1230", max_size=60))
def test_every_character_of_a_view_stands_in_the_text(text):
    view = make_view(text)
    if view is None:
        return
    places = [view.start(at) for at in range(len(view.text))]
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)
    for at, place in enumerate(places):
        assert view.text[at] == text[place] or text[place] in "ﬁ\n -0123,"


def read(text: str, **facts: object):
    document = Document(text=text, published=DAY, parts=find_parts(text), **facts)
    return document, read_as_seen(document, default_reader().read)


def test_claims_of_a_mended_text_quote_the_stored_words():
    text = "The ministry said 67,\n000 ofﬁcers were killed near Olmar."
    document, reading = read(text)
    (claim,) = reading.claims
    assert claim.quantity.low == 67000
    assert claim.document == document.id
    for span in (claim.quantity.span, claim.sentence):
        span.check(text)


def test_what_is_not_the_articles_own_gives_a_gap_and_no_claim():
    own = "The ministry said 12 soldiers were killed near Olmar.\n"
    text = f"{own}Read more: Blast kills 55 people in Tarn\n{own}"
    document, reading = read(text)
    assert {claim.quantity.low for claim in reading.claims} == {12}
    assert any("leads to another article" in gap.reason for gap in reading.gaps)
    assert document.parts == (Part(54, 94, PartKind.RELATED),)


NOTES = (
    "Correction: An earlier version said 31 soldiers were killed.",
    "An earlier version of this page put the number of dead at 31. It is 17.",
    "Correction (15 May): An earlier version misstated the dead. It was 17, not 31.",
    "This report has been corrected to say that 17 soldiers were killed, not 31.",
    "This page was amended to correct the number of soldiers killed from 31 to 17.",
    "Correction: The number of soldiers killed is 17, not 31 as previously stated.",
    "This story has been corrected. 17 soldiers, rather than 31, were killed.",
)


@pytest.mark.parametrize("note", NOTES)
def test_a_figure_that_a_note_takes_back_is_denied_by_the_outlet(note):
    text = f"The ministry said 17 soldiers were killed near Olmar.\n\n{note}"
    _, reading = read(text, outlet="Tarn Wire")
    now, old = reading.claims
    assert (now.quantity.low, now.stance) == (17, Stance.ASSERTED)
    assert (old.quantity.low, old.stance) == (31, Stance.DENIED)
    assert (old.claimant, old.place, old.measure) == ("Tarn Wire", "Olmar", now.measure)
    assert old.evidence_of(ClaimField.STANCE).spans[0].text in note
    assert not any("note" in gap.reason for gap in reading.gaps)


CASED = {
    "ru": (
        "Министерство сообщило, что под Ореховом погибли 17 солдат.",
        "Исправление: в более ранней версии говорилось о 31 погибшем.",
        "В предыдущей версии этого материала сообщалось, что погибли 31 солдат.",
        "Исправление (15 мая): погибли 17 солдат, а не 31.",
        "Материал исправлен: погибли 17 солдат, а не 31, как сообщалось ранее.",
        "Уточнение: число погибших солдат исправлено с 31 на 17.",
        "В первоначальной версии ошибочно говорилось, что погиб 31 солдат. На деле 17.",
        "Поправка: ранее в тексте было указано, что погибли 31 солдат.",
    ),
    "uk": (
        "Міністерство повідомило, що під Оріховом загинули 17 солдатів.",
        "Виправлення: у попередній версії йшлося про 31 загиблого.",
        "У більш ранній версії цього матеріалу повідомлялося, що загинули 31 солдат.",
        "Виправлення (15 травня): загинули 17 солдатів, а не 31.",
        "Матеріал виправлено: загинули 17 солдатів, а не 31, як повідомлялося раніше.",
        "Уточнення: кількість загиблих солдатів виправлено з 31 на 17.",
        "У початковій версії помилково йшлося, що загинув 31 солдат. Насправді 17.",
        "Від редакції: раніше в тексті було вказано, що загинули 31 солдат.",
    ),
}
CASED_NOTES = [(code, note) for code, (_, *notes) in CASED.items() for note in notes]


@pytest.mark.parametrize(("code", "note"), CASED_NOTES)
def test_a_note_in_russian_and_ukrainian_takes_its_figure_back(code, note):
    text = f"{CASED[code][0]}\n\n{note}"
    _, reading = read(text, outlet="Вести", language=code)
    now, old = reading.claims
    assert (now.quantity.low, now.stance) == (17, Stance.ASSERTED)
    assert (old.quantity.low, old.stance) == (31, Stance.DENIED)
    assert (old.claimant, old.place, old.measure) == ("Вести", now.place, now.measure)
    assert reading.gaps == ()


@pytest.mark.parametrize(
    ("code", "note"),
    [
        ("ru", "Этот материал был обновлен в 14:00."),
        (
            "ru",
            "Исправление: в ранней версии неверно указан возраст мэра, ему 45 лет.",
        ),
        ("uk", "Цей матеріал було оновлено о 14:00."),
        (
            "uk",
            "Виправлення: у попередній версії неправильно вказано вік мера, йому 45.",
        ),
    ],
)
def test_a_note_in_russian_and_ukrainian_without_a_figure_is_left(code, note):
    _, reading = read(f"{CASED[code][0]}\n\n{note}", language=code)
    assert [claim.quantity.low for claim in reading.claims] == [17]
    assert any("note" in gap.reason for gap in reading.gaps)


@pytest.mark.parametrize(
    "note",
    [
        "This page was updated at 14:00.",
        "Correction: An earlier version misspelled the name of the mayor, who is 45.",
        "Correction: An earlier version left out that 17 soldiers were killed.",
    ],
)
def test_a_note_that_takes_no_figure_back_is_left_to_a_person(note):
    _, reading = read(
        f"The ministry said 17 soldiers were killed near Olmar.\n\n{note}"
    )
    assert [claim.quantity.low for claim in reading.claims] == [17]
    assert any("note" in gap.reason for gap in reading.gaps)


def test_whom_a_file_names_as_forwarded_is_via():
    _, reading = read("12 soldiers were killed near Olmar.", via=("Tarn Wire",))
    assert reading.claims[0].via == ("Tarn Wire",)
