"""Quoted words say their language; the pages speak theirs."""

from collections.abc import Iterator
from datetime import date

import pytest
from visitor import Pages

from sayso.model import Document
from sayso.web.interface import choose_interface
from sayso.web.passages import foreign_passages, passage_language
from sayso.workspace import Reader, Settings, Workspace
from standin import READER, read_document

RUSSIAN = "Сводка о потерях была подготовлена в областном центре вечером."
UKRAINIAN = "Зведення про втрати підготували в обласному центрі ввечері."
ENGLISH = "The bulletin on losses was written in the capital in the evening."


@pytest.fixture
def three(tmp_path) -> Iterator[Pages]:
    """Pages of one report in each language, each with a claim that is read."""
    settings = Settings(reader=Reader(lambda: READER, read_document))
    claim = "Tarn Ministry said 40 soldiers of Tarn were killed in Olmar."
    reports = [
        Document(
            text=f"{words}\n\n{words} {claim}",
            title=words,
            outlet=f"Outlet {code}",
            language=code,
            published=date(2030, 5, 2),
            name=code,
        )
        for code, words in (("en", ENGLISH), ("ru", RUSSIAN), ("uk", UKRAINIAN))
    ]
    with Workspace(str(tmp_path / "three.db"), settings=settings) as opened:
        list(opened.read(reports))
        yield Pages(opened)


def test_a_document_says_its_language_and_the_page_its_own(three):
    for code, document in three.documents.items():
        page = three.get(f"/documents/{document}")
        assert page.one("html")["lang"] == "en"
        assert page.one("h1")["lang"] == code
        assert page.one("div", "reading")["lang"] == code
        assert {node["lang"] for node in page.all("div", "beside")} <= {"en"}


@pytest.mark.parametrize("path", ["/", "/claims", "/review"])
def test_every_quotation_says_its_language(three, path):
    page = three.get(path)
    quoted = [*page.all("q"), *page.all("a", "exact")]
    assert quoted
    assert all(node.get("lang") for node in quoted)


def test_words_of_another_language_inside_a_text_say_so():
    text = f"{RUSSIAN} Штаб сообщил: «{UKRAINIAN}» И всё."
    found = list(foreign_passages(text, 0, len(text), "ru"))
    assert [(text[a:b], code) for a, b, code in found] == [(UKRAINIAN, "uk")]
    assert list(foreign_passages(ENGLISH, 0, len(ENGLISH), "en")) == []


@pytest.mark.parametrize(
    ("words", "document", "language"),
    [
        (RUSSIAN, "ru", "ru"),
        (UKRAINIAN, "ru", "uk"),
        (RUSSIAN, "uk", "ru"),
        (RUSSIAN, "en", "ru"),
        (ENGLISH, "uk", "en"),
        ("ВСУ", "en", "en"),
        (RUSSIAN, "", "ru"),
        (RUSSIAN, "bg", "bg"),
        (ENGLISH, "de", "de"),
    ],
)
def test_words_are_in_the_language_that_their_letters_show(words, document, language):
    assert passage_language(words, document) == language


@pytest.mark.parametrize(
    ("asked", "kept", "setting", "accepted"),
    [("", "", "", ""), ("xx", "", "", "de, fr;q=0.5"), ("", "", "", ";;q=,,en;q=x")],
)
def test_english_is_spoken_where_nothing_else_is_asked_for(
    asked, kept, setting, accepted
):
    assert choose_interface(asked, kept, setting, accepted) == "en"
