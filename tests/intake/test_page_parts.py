"""What of a text is not the article's own."""

import pytest

from sayso.intake.parts import find_parts
from sayso.model import PartKind

OWN = "The ministry in Tarn said 12 drones were shot down over the town overnight.\n"
PARTS = {
    "read more": ("Read more: Blast kills 55 in Tarn\n", PartKind.RELATED),
    "more on a story": ("More on this story: Flood kills 900\n", PartKind.RELATED),
    "also read in capitals": ("ALSO READ | Flood kills 900\n", PartKind.RELATED),
    "a list below a heading": (
        "Related stories\n- Blast kills 55 in Tarn\n- Flood kills 900\n\n",
        PartKind.RELATED,
    ),
    "a list with blank lines": (
        "Most read\n\nBlast kills 55 people in Tarn\n\nFlood kills 900 in Bren now\n\n",
        PartKind.RELATED,
    ),
    "other news": (
        "In other news\nFlood kills 900 on the coast\n\n",
        PartKind.RELATED,
    ),
    "in Ukrainian": ("Читайте також: 55 загиблих у Тарні\n", PartKind.RELATED),
    "a caption": ("Photo: 55 houses lie in ruins / Tarn Wire\n", PartKind.CAPTION),
    "a newsletter": ("Sign up for our 55-minute newsletter\n", PartKind.NOTICE),
    "cookies": ("We use cookies and 55 partners.\n", PartKind.NOTICE),
    "a note": ("Correction: An earlier version said 31.\n", PartKind.CORRECTION),
    "a note with a day": (
        "Correction (May 15): The toll was given as 31.\n",
        PartKind.CORRECTION,
    ),
    "a note in words": (
        "An earlier version of this article said 31 had died.\n",
        PartKind.CORRECTION,
    ),
    "a teaser": ("Flood in Tarn: 900 people died. Read more »\n", PartKind.RELATED),
    "an earlier mail": (
        "On Thu, 3 Jan 2030, Ode wrote:\n> The army said 77 died.\n> More later.\n",
        PartKind.QUOTED,
    ),
}


@pytest.mark.parametrize(("words", "kind"), PARTS.values(), ids=PARTS)
def test_a_part_is_found_and_the_article_around_it_left(words, kind):
    text = f"{OWN}{OWN}\n{words}{OWN}"
    (part,) = find_parts(text)
    assert part.kind is kind
    assert text[part.start : part.end].strip() == words.strip()


def test_a_forwarded_mail_is_a_part_to_its_end():
    head = "----- Original message -----\nFrom: Desk\nSent: 3 January 2030\n\n"
    text = f"{OWN}\n{head}The army said 77 were killed."
    (part,) = find_parts(text)
    assert part.kind is PartKind.QUOTED
    assert text[part.start : part.end].endswith("77 were killed.")


def test_headlines_inside_a_line_are_a_part():
    text = f"{OWN.strip()} Read more: Blast kills 55\n{OWN}"
    (part,) = find_parts(text)
    assert text[part.start : part.end] == "Read more: Blast kills 55"


def test_teasers_are_parts_of_a_short_letter_too():
    end = "Sign up for our newsletter, it is free.\n\n2 Comments\nI heard 55 died.\n"
    teaser = "Flood in Tarn: 900 died on the coast. Read more\n"
    parts = find_parts(f"{OWN}\n{teaser}\n{end}")
    assert [part.kind for part in parts] == [
        PartKind.RELATED,
        PartKind.NOTICE,
        PartKind.COMMENTS,
    ]


def test_a_heading_below_a_list_is_the_articles():
    text = f"{OWN}\nRelated stories\n\nBlast kills 55 people in Tarn\n\nLosses\n\n{OWN}"
    (part,) = find_parts(text)
    assert text[part.start : part.end].endswith("people in Tarn")


def test_comments_below_are_a_part_to_the_end():
    text = f"{OWN}{OWN}\n2 Comments\nI heard 55 died.\n\nNo, 900!\n"
    (part,) = find_parts(text)
    assert part.kind is PartKind.COMMENTS
    assert text[part.start : part.end].endswith("No, 900!")


@pytest.mark.parametrize(
    "text",
    [
        "Read more than 300 pages of documents, the court was told.\n",
        "Photographs show 12 tanks near the town.\n",
        "The related figures were 12 and 15.\n",
        "Comments by the minister drew 12 replies.\n",
        "Flood in Tarn: 900 people died. Read more",
    ],
)
def test_an_articles_own_words_are_no_part(text):
    assert find_parts(text) == ()
