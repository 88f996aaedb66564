"""Facts of plain texts: at their head, in a table, in the names of files."""

import io
from datetime import date

import pytest

from sayso.errors import InputError
from sayso.intake import FORMATS, ToldFacts, load_facts, name_pattern, read_stream
from sayso.model import DateBasis, Document

DAY = date(2030, 6, 2)
WORDS = "\nThe ministry in Tarn said 12 soldiers were killed.\n"


def read(text: str, name: str = "a.txt") -> Document:
    (document,) = read_stream(io.BytesIO(text.encode()), name, FORMATS)
    assert isinstance(document, Document), document
    return document


HEADS = {
    "published": "Published 2 June 2030\n",
    "published with a clock": "Olmar burns\n\nPublished on June 2, 2030 at 12:10\n",
    "posted": "Posted: 2030-06-02\n",
    "in German": "Veröffentlicht am 02.06.2030\n",
    "like a mail": "Title: Olmar burns\nDate: Sun, 2 Jun 2030 10:00:00 +0300\n",
    "a date in a head": "Date: 2 June 2030\n",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_a_head_states_the_day_and_stays_in_the_text(head):
    document = read(head + WORDS)
    assert document.published == DAY
    assert document.published_from == "the head of the text"
    assert document.text == head + WORDS


def test_a_head_like_a_mails_gives_outlet_address_title_and_writer():
    head = "Headline: Olmar burns\nBy: Ode Harn\nSource: Post\nURL: https://a.example\n"
    document = read(head + WORDS)
    assert (document.title, document.author) == ("Olmar burns", "Ode Harn")
    assert (document.outlet, document.url) == ("Post", "https://a.example")


def test_a_stated_day_may_have_other_facts_beside_it():
    document = read("Published 2 June 2030\nSource: Tarn Wire\n" + WORDS)
    assert (document.published, document.outlet) == (DAY, "Tarn Wire")


@pytest.mark.parametrize(
    "text",
    [
        "Published reports said 12 died on 2 June 2030.\n",
        "The army said: 12 died.\n",
        "Published 05/04/2030\n",
        WORDS + "Published 2 June 2030\n" * 9,
    ],
)
def test_what_is_no_head_states_nothing(text):
    assert read(text + WORDS).published in (None, DAY)
    assert read(f"{WORDS}{text}").outlet is None


def table(tmp_path, text: str) -> ToldFacts:
    path = tmp_path / "facts.csv"
    path.write_text(text, encoding="utf-8")
    return load_facts(path)


def test_a_table_states_facts_of_files_by_path_or_last_part(tmp_path):
    facts = table(
        tmp_path,
        "file,published,outlet,url,title\n"
        "x/a.txt,02/06/2030,Post,https://a.example,Olmar\nb.txt,15/06/2030,Wire,,\n",
    )
    first = facts.apply(Document(text="One.", name="x/a.txt"))
    second = facts.apply(Document(text="Two.", name="deep/b.txt", title="Kept"))
    assert (first.published, first.outlet, first.title) == (DAY, "Post", "Olmar")
    assert first.published_basis is DateBasis.GIVEN
    assert first.published_from == "the table facts.csv"
    assert (second.outlet, second.title, second.url) == ("Wire", "Kept", None)
    assert facts.unused(["x/a.txt"]) == ("b.txt",)


FAULTS = {
    "no column of files": ("published\n2030-06-02\n", 'no column "file"'),
    "a day with two readings": ("file,published\na,05/04/2030\n", "not one day"),
    "no day": ("file,published\na,soon\nb,later\n", "row 2"),
}


@pytest.mark.parametrize(("text", "reason"), FAULTS.values(), ids=FAULTS)
def test_a_table_with_faults_is_refused_with_all_of_them(tmp_path, text, reason):
    with pytest.raises(InputError, match=reason):
        table(tmp_path, text)


def test_a_pattern_of_names_states_facts():
    facts = ToldFacts(pattern=name_pattern("{published}_{outlet}_{any}"))
    document = facts.apply(Document(text="One.", name="x/20300602_Olmar Post_3.txt"))
    assert (document.published, document.outlet) == (DAY, "Olmar Post")
    other = Document(text="One.", name="notes.txt")
    assert facts.apply(other) == other


@pytest.mark.parametrize("pattern", ["", "{any}", "{colour}", "{outlet}{outlet}"])
def test_a_pattern_that_states_nothing_is_refused(pattern):
    with pytest.raises(InputError, match="pattern"):
        name_pattern(pattern)
