"""A document in a language without a row is a stated gap, and so are foreign words."""

import io
import json
from dataclasses import replace

import pytest

import standin
from sayso.exports import FORMATS
from sayso.exports.bundle import unread_sentence
from sayso.exports.table import describe_csv
from sayso.ledger import Filters
from sayso.model import Document, Gap, Span
from sayso.workspace import Reader, Settings, Workspace, own_data
from sayso.workspace.batch import read_bounded
from sayso.workspace.exporting import gather
from sayso.workspace.routing import language_of, unread_language

RUSSIAN = "Сбиты 5 БПЛА."
ARABIC = "أسقطت 5 طائرات."
ENGLISH = "General Orlan said over 40 soldiers of Tarn were killed in Olmar."
OVER = "over 40 soldiers"


def refuse(document):
    if document.text:
        raise AssertionError("the reader of another language ran over these words")
    return standin.read_document(document)


@pytest.mark.parametrize(
    ("text", "told", "language"),
    [
        (RUSSIAN, None, "ru"),
        (RUSSIAN, "en", "ru"),
        (ENGLISH, None, "en"),
        (ENGLISH, "en-GB", "en"),
        (ENGLISH, "fr", "fr"),
        ("40; 1,100", None, "en"),
        ("ⵜⴰⵎⴰⵣⵉⵖⵜ ⵜⴰⵎⴰⵣⵉⵖⵜ", None, "en"),
    ],
)
def test_language_is_what_was_told_unless_the_script_says_otherwise(
    text, told, language
):
    assert language_of(Document(text, language=told)) == language


@pytest.mark.parametrize("text", [ARABIC, "Fünf Soldaten wurden getötet."])
def test_no_reader_runs_over_another_language(text):
    reading = read_bounded(Document(text), refuse)
    (gap,) = reading.gaps
    assert gap.span.text == text
    assert "is not read" in gap.reason
    assert reading.reader == "standin 1"
    assert reading.document == Document(text)


@pytest.mark.parametrize("told", [None, "ar"])
def test_our_own_reader_leaves_a_gap_where_the_language_was_told_too(told):
    """A stand-in takes any language; ours refuses one without a row."""
    reading = read_bounded(Document(ARABIC, language=told), own_data.read_document)
    (gap,) = reading.gaps
    assert gap.reason == 'the language of the text ("ar") is not read'
    assert reading.reader == own_data.reader_name()
    assert not reading.claims


def test_what_lies_in_foreign_words_is_dropped():
    text = f"{ENGLISH}\nأسقطت 5 طائرات فوق المدينة."
    reading = read_bounded(Document(text), standin.read_document)
    assert [claim.quantity.span.text for claim in reading.claims] == [OVER]
    quoted = "“أسقطت 5 طائرات فوق المدينة”"
    text = f"General Orlan said {quoted}. 12 men were killed."

    def read_all_numbers(document):
        reading = standin.read_document(document)
        at = text.index("5")
        return replace(reading, gaps=(Gap(Span.cut(text, at, at + 1), "a figure"),))

    reading = read_bounded(Document(text), read_all_numbers)
    (gap,) = reading.gaps
    assert gap.span.text == quoted.strip("“”")
    assert gap.reason == 'words in another language ("ar") are not read'
    assert [claim.quantity.span.text for claim in reading.claims] == ["12 men"]


@pytest.fixture
def workspace(tmp_path):
    settings = Settings(reader=Reader(lambda: "standin 1", standin.read_document))
    with Workspace(str(tmp_path / "a.db"), settings=settings) as opened:
        documents = [
            standin.make_document(ENGLISH, name="en", outlet="Post"),
            standin.make_document(ARABIC, name="ar", outlet="Wire"),
        ]
        list(opened.read(documents))
        yield opened


def test_a_ledger_knows_which_documents_are_not_read(workspace):
    assert unread_language(workspace.document("en")) is None
    assert unread_language(workspace.document("ar")) == "ar"
    assert workspace.document("ar").facts.language == "ar"
    (gap,) = workspace.view("ar").gaps
    assert gap.reason == 'the language of the text ("ar") is not read'


def test_exports_know_them_too(workspace):
    (paper,) = gather(workspace).unread()
    assert (paper.name, paper.language) == ("ar", "ar")
    assert gather(workspace, Filters(outlet="Post")).unread() == ()
    assert gather(workspace, Filters(outlet="Wire")).unread() == (paper,)


@pytest.mark.parametrize("name", ["geojson", "sarif", "dossier"])
def test_forms_with_room_for_it_state_it(workspace, name):
    (form,) = (form for form in FORMATS if form.name == name)
    out = io.StringIO()
    form.write(gather(workspace), out)
    assert (
        unread_sentence(gather(workspace).unread()[0]).split(":")[0] in out.getvalue()
    )


def test_the_description_beside_a_table_states_it(workspace):
    package = json.loads(describe_csv("claims.csv", gather(workspace)))
    (sentence,) = package["not_read"]
    assert sentence.startswith('Wire, 2030-05-02: its language ("ar") is not read')
