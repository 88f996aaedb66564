"""Files of many articles: one document an article, with its own facts."""

import io
from datetime import date

import pytest

import made_exports as made
import made_files
from sayso.intake import FORMATS, Skipped, read_stream
from sayso.model import Document, original_offset

FIRST, SECOND = date(2030, 5, 14), date(2030, 5, 15)
EXPORTS = {
    "Nexis, old": (made.NEXIS_OLD.encode(), "a.txt"),
    "Nexis, new": (made.NEXIS_NEW.encode(), "a.txt"),
    "Nexis in RTF": (made.rtf(made.NEXIS_NEW), "a.rtf"),
    "Nexis in DOCX": (made_files.docx(made.NEXIS_NEW), "a.docx"),
    "Factiva with codes": (made.FACTIVA_CODED.encode(), "a.txt"),
    "Factiva": (made.FACTIVA_PLAIN.encode(), "a.txt"),
    "Factiva as a page": (made.FACTIVA_PAGE.encode(), "a.html"),
    "ProQuest": (made.PROQUEST.encode(), "a.txt"),
    "news service": (made.NEWS_SERVICE.encode(), "a.json"),
    "array": (made.ARRAY.encode(), "a.json"),
    "linked data": (made.LINKED.encode(), "a.jsonld"),
}
CHATS = {
    "Telegram": (made.TELEGRAM.encode(), "result.json"),
    "posts": (made.POSTS.encode(), "tweets.js"),
    "WhatsApp": (made.WHATSAPP.encode(), "WhatsApp Chat with Olmar.txt"),
    "WhatsApp, another form": (made.WHATSAPP_OTHER.encode(), "chat.txt"),
}


def read(data: bytes, name: str) -> list[Document]:
    found = read_stream(io.BytesIO(data), name, FORMATS)
    return [item for item in found if isinstance(item, Document)]


@pytest.mark.parametrize(("data", "name"), EXPORTS.values(), ids=EXPORTS)
def test_each_article_is_a_document_with_its_facts(data, name):
    first, second = read(data, name)
    assert "over 40 soldiers of Tarn" in first.text
    assert second.text.strip().startswith(made.OTHER[:40])
    assert (first.published, second.published) == (FIRST, SECOND)
    assert (first.outlet, second.outlet) == ("Olmar Post", "Tarn Wire")
    assert first.title == "Shelling near Olmar kills over 40"
    assert second.title == "Thousands flee"
    for word in ("Load-Date", "LOAD-DATE", "Copyright", "words", "ProQuest"):
        assert word not in first.text + second.text


@pytest.mark.parametrize(("data", "name"), CHATS.values(), ids=CHATS)
def test_each_message_is_a_document_with_its_day_and_hour(data, name):
    messages = read(data, name)
    first, second = (m for m in messages if "encrypted" not in m.text)
    assert first.text == made_files.WORDS
    assert second.text.startswith(made.OTHER)
    assert (first.published, second.published) == (FIRST, SECOND)
    assert first.hour is not None


@pytest.mark.parametrize("data", [d for d, _ in (*EXPORTS.values(), *CHATS.values())])
def test_an_export_is_known_by_its_content(data):
    if b"WhatsApp" not in data:
        kinds = {d.extractor for d in read(data, "download")}
        assert "text 1" not in kinds


@pytest.mark.parametrize(
    "text", [made.NEXIS_OLD, made.FACTIVA_CODED, made.PROQUEST, made.WHATSAPP_OTHER]
)
def test_words_are_found_again_at_their_place_in_the_file(text):
    for document in read(text.encode(), "a.txt"):
        at = document.text.index("the town")
        there = original_offset(document.stretches, at)
        assert text[there : there + 8] == "the town"


def test_a_channel_keeps_whom_it_forwards_edits_replies_and_media():
    first, second = read(made.TELEGRAM.encode(), "result.json")
    assert (first.outlet, first.via) == ("Olmar Watch", ("General Staff of Tarn",))
    steps = "; ".join(step.what for step in first.custody)
    for words in ("message 2", "forwarded from General", "edited", "photo_1.jpg"):
        assert words in steps
    assert any("answers message 2" in step.what for step in second.custody)


def test_what_a_channel_holds_besides_is_counted():
    found = read_stream(io.BytesIO(made.TELEGRAM.encode()), "result.json", FORMATS)
    reasons = [item.reason for item in found if isinstance(item, Skipped)]
    assert reasons == [
        "1 message passed over: media without words, which are not read",
        "1 message passed over: of the service itself",
    ]


def test_a_post_taken_over_names_from_whom():
    _, second = read(made.POSTS.encode(), "tweets.js")
    assert second.via == ("@tarnwire",)
    assert second.text == made.OTHER


def test_a_writer_is_the_author_of_a_message():
    messages = read(made.WHATSAPP.encode(), "WhatsApp Chat with Olmar.txt")
    assert [m.author for m in messages] == ["Press desk", "Ode Harn", "Press desk"]
    assert messages[-1].text.endswith("in a second line.")
    assert {m.outlet for m in messages} == {"Olmar"}


def test_what_a_service_cuts_is_told():
    first, _ = read(made.NEWS_SERVICE.encode(), "a.json")
    assert "chars" not in first.text
    assert "the beginning only" in first.custody[0].what


REFUSED = {
    "JSON of another kind": ('{"settings": {"a": 1}, "b": [1, 2]}', "JSON of no kind"),
    "a list of numbers": ("[[1, 2], [3, 4]]", "JSON of no kind"),
    "subtitles": (
        "1\n00:00:01,000 --> 00:00:02,000\nHi.\n\n2\n00:00:03,000 --> 00:00:04,000\n40",
        "subtitles",
    ),
    "subtitles of the web": ("WEBVTT\n\n00:01.000 --> 00:02.000\nHello.", "subtitles"),
    "a table": ("a,b,c\n1,2,3\n4,5,6\n7,8,9\n", "table of 3 columns"),
    "code": (
        "import os\n\ndef run(a):\n    return a\n\nclass A:\n    pass\n",
        "program code",
    ),
    "a log": (
        "2030-05-14 10:00:00 INFO started\n" * 3 + "2030-05-14 10:00:01 ERROR 12 a\n",
        "log of a program",
    ),
    "settings": ("a: 1\nb:\n  - 2\n  - 3\nc: {d: 4}\n", "file of settings"),
    "sections": ("[run]\nname = a b\nmost=4\n# why\nlast = 5\n", "file of settings"),
    "markup of another kind": ("<?xml version='1.0'?><kml><a>1</a></kml>", "XML"),
    "data in one piece": ("QUJD" * 1000, "data in one piece"),
    "a packed file": ("PK\x03\x04mimetypeapplication/epub+zip", "EPUB"),
}


@pytest.mark.parametrize(("text", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_prose_is_refused_with_what_would_be_accepted(text, reason):
    (item,) = read_stream(io.BytesIO(text.encode()), "a.txt", FORMATS)
    assert isinstance(item, Skipped)
    assert reason in item.reason


PROSE = (
    "10:00 The army said 12 died.\n10:30 It said 13 died.\n11:00 Quiet.\n12:00 End.",
    "Killed, 12.\nWounded, 30.\nMissing, 4.\nFled, 4,500.\n",
    "[Note] The army said 12 died.",
    "{sic} the army said.",
    "Killed: 12 soldiers\nWounded: 30\nMissing: 4\nFled: 4,500",
    "tanks: 12\ndrones: 30\nvehicles: 41\npersonnel: 900",
    "Losses:\n- tanks: 12\n- drones: 30\n- vehicles: 41",
    "A. Quist: Twelve died by noon\nB. Ode: Who says\nA. Quist: The army\nB. Ode: So",
    "May, 12 died, he said.\nJune, 13 died, she said.\nJuly, 4 died, he said.\nNo, no.",
)


@pytest.mark.parametrize("text", PROSE)
def test_prose_with_odd_forms_is_read(text):
    (item,) = read_stream(io.BytesIO(text.encode()), "a.txt", FORMATS)
    assert isinstance(item, Document), item


CONTENT = {
    "a page called text": (made_files.html(), "a.txt", "html"),
    "a PDF called page": (made_files.pdf(), "a.html", "pdf"),
    "lines of JSON called text": (
        b'{"text": "One."}\n{"text": "Two."}',
        "a.txt",
        "jsonl",
    ),
    "a list called lines": (made.ARRAY.encode(), "a.jsonl", "json"),
    "RTF called DOCX": (made.rtf("Over 40 died."), "a.docx", "rtf"),
    "a table called text": (made_files.table(), "a.txt", "table"),
    "a feed called text": (made_files.rss(), "a.txt", "feed"),
}


@pytest.mark.parametrize(("data", "name", "kind"), CONTENT.values(), ids=CONTENT)
def test_a_file_is_read_as_what_it_is_whatever_it_is_called(data, name, kind):
    found = read(data, name)
    assert found
    assert {document.extractor.split()[0] for document in found} == {kind}


def test_letters_of_rtf_in_all_its_ways():
    data = (
        b"{\\rtf1\\ansi\\ansicpg1251 \\'cf\\'ee \\u1058?\\u1072?rn {\\b 40} died\\par}"
    )
    (document,) = read(data, "a.rtf")
    assert document.text == "По Таrn 40 died"
