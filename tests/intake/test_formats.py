"""Every kind of file gives words, facts and custody; damage is one sentence."""

import gzip
import io
import zipfile
from datetime import date
from email.message import EmailMessage

import pytest

import made_exports
import made_files
from sayso.intake import FORMATS, Skipped, format_of, read_path, read_stream
from sayso.intake.capture import parse_hour
from sayso.intake.decoding import decode_page
from sayso.model import DateBasis, Document

DAY = date(2030, 5, 14)


def read(data: bytes, name: str) -> list[Document | Skipped]:
    return list(read_stream(io.BytesIO(data), name, FORMATS))


def one(data: bytes, name: str) -> Document:
    document, *rest = read(data, name)
    assert isinstance(document, Document), document
    assert all(isinstance(item, Skipped) for item in rest)
    return document


KINDS = {
    "html": (made_files.html(), "a.html", DAY),
    "pdf": (made_files.pdf(), "a.pdf", None),
    "docx": (made_files.docx(), "a.docx", None),
    "mail": (made_files.mail(), "a.eml", DAY),
    "mail in HTML": (
        made_files.mail(f"<p>{made_files.WORDS}</p>", subtype="html"),
        "b.eml",
        DAY,
    ),
    "mailbox": (made_files.mailbox(made_files.mail()), "a.mbox", DAY),
    "feed": (made_files.rss(), "a.rss", DAY),
    "WARC": (made_files.warc(), "a.warc.gz", DAY),
    "WACZ": (made_files.wacz(), "a.wacz", DAY),
    "table": (made_files.table(), "a.csv", DAY),
    "Markdown": (made_files.markdown(), "a.md", DAY),
    "RTF": (made_exports.rtf(made_files.WORDS), "a.rtf", None),
    "text": (made_files.WORDS.encode(), "a.txt", None),
    "JSON lines": (made_files.line(more="\n{}\n"), "a.jsonl", DAY),
    "gzipped JSON lines": (
        gzip.compress(made_files.line(more="\n{}\n")),
        "a.jsonl.gz",
        DAY,
    ),
    "JSON": (b"[" + made_files.line() + b"]", "a.json", DAY),
    "gzipped page": (gzip.compress(made_files.html()), "a.html.gz", DAY),
}


@pytest.mark.parametrize(("data", "name", "day"), KINDS.values(), ids=KINDS)
def test_a_kind_of_file_gives_words_day_hash_and_extractor(data, name, day):
    document = one(data, name)
    assert "over 40 soldiers of Tarn were killed near Olmar" in document.text
    assert document.published == day
    assert (document.published_basis is DateBasis.UNKNOWN) == (day is None)
    if "jsonl" not in name:
        assert document.raw_sha256 is not None
        assert len(document.raw_sha256) == 64
    assert document.extractor
    assert document.language == "en"


def test_every_kind_is_tried_and_says_what_it_keeps_and_loses():
    tried = {format_of(name, FORMATS) for _, name, _ in KINDS.values()}
    assert tried == set(FORMATS)
    assert all(form.keeps and form.loses for form in FORMATS)


@pytest.mark.parametrize(("data", "name", "day"), KINDS.values(), ids=KINDS)
def test_a_file_without_a_telling_name_is_known_by_its_beginning(data, name, day):
    if name == "a.md":
        pytest.skip("text without marks of its own")
    document = one(data, "download")
    assert document.extractor == one(data, name).extractor


def test_a_page_gives_title_outlet_address_and_where_its_day_stands():
    document = one(made_files.html(), "a.html")
    assert document.title == "Fighting near Olmar"
    assert document.outlet == "Olmar Post"
    assert document.url == "https://post.example/olmar"
    assert document.published_basis is DateBasis.METADATA
    assert "2030-05-14T22:10+03:00" in document.custody[1].what
    assert "trafilatura" in document.extractor


DAYS = {
    "local before UTC": (
        (
            '<meta property="article:published_time" content="2030-05-15T00:30:41Z">'
            '<script type="application/ld+json">{"@graph": [{"datePublished":'
            ' "2030-05-14 16:30:41"}]}</script>'
        ),
        date(2030, 5, 14),
    ),
    "UTC alone": (
        '<meta name="date" content="2030-05-15T00:30:41Z">',
        date(2030, 5, 15),
    ),
    "no day of the calendar": ('<meta name="date" content="2030-02-31">', None),
    "modified only": ('<meta itemprop="dateModified" content="2030-05-16">', None),
}


@pytest.mark.parametrize(("head", "day"), DAYS.values(), ids=DAYS)
def test_the_day_a_page_states_is_that_of_publication_in_its_own_zone(head, day):
    document = one(made_files.html(head=head), "a.html")
    stated = document.published_basis is DateBasis.METADATA
    assert (document.published if stated else None) == day


def test_a_broken_day_is_no_day_and_is_not_guessed():
    stated = made_files.STATED_DAY.encode()
    broken = stated.replace(b"2030-05-14T", b"2005-14T")
    document = one(made_files.html().replace(stated, broken), "a.html")
    assert (document.published, document.published_basis) == (None, "unknown")


def test_a_page_of_nothing_but_script_costs_what_its_words_cost():
    body = "<script>" + "var a = '<p>word</p>';" * 200_000 + "</script>"
    document = one(made_files.html(body=body), "a.html")
    assert "not for reading" not in document.text
    assert "var a" not in document.text


def test_pages_of_a_pdf_keep_where_they_begin():
    document = one(made_files.pdf("First page of words.", "Second page."), "a.pdf")
    starts = document.pages
    assert document.text[starts[0] :].startswith("First page")
    assert document.text[starts[1] :].startswith("Second page")


def test_a_day_a_file_was_made_is_not_a_day_of_publication():
    document = one(made_files.docx(), "a.docx")
    assert document.published is None
    assert document.custody[0].at is not None
    assert "killed | 40" in document.text


def test_attachments_of_a_mail_are_named_and_not_opened():
    _, attachment = read(made_files.mail(attachment="map.png"), "a.eml")
    assert isinstance(attachment, Skipped)
    assert "map.png" in attachment.name


def test_messages_of_a_mailbox_are_told_apart():
    box = made_files.mailbox(
        made_files.mail("One."), made_files.mail("From here: two.")
    )
    assert [item.text.strip() for item in read(box, "a.mbox")] == [
        "One.",
        "From here: two.",
    ]


def test_records_of_an_archive_keep_address_instant_id_and_digest():
    document = one(made_files.warc(), "a.warc.gz")
    assert document.url == "https://post.example/1"
    assert document.retrieved == "2030-05-15T08:00:00Z"
    step = document.custody[0]
    assert step.at == "2030-05-15T08:00:00Z"
    for part in ("https://post.example/1", "<urn:uuid:", "sha1:"):
        assert part in step.what


def test_a_digest_that_does_not_fit_is_said():
    data = made_files.warc(gzip=False).replace(b"heavy shelling", b"light shelling")
    assert "does not fit" in one(data, "a.warc").custody[0].what


def test_a_cut_archive_keeps_what_came_before():
    whole = made_files.warc(
        *(made_files.html(f"{made_files.WORDS} {n}") for n in range(9))
    )
    *documents, last = read(whole[: len(whole) * 2 // 3], "a.warc.gz")
    assert len(documents) > 2
    assert isinstance(last, Skipped)
    assert "cannot be read" in last.reason


def test_an_archive_gzipped_as_one_piece_is_read():
    plain = made_files.warc(
        made_files.html(), made_files.html("Other. " * 20), gzip=False
    )
    assert len(read(gzip.compress(plain), "a.warc.gz")) == 2


def test_a_row_without_text_is_skipped_and_a_table_without_texts_says_what_it_needs():
    document, skipped = read(made_files.table(), "a.csv")
    assert (document.name, document.outlet) == ("a1", "Olmar Post")
    assert skipped == Skipped("a.csv row 2", "has no text")
    (refused,) = read(b"a,b\n1,2\n", "a.csv")
    assert "no column of texts" in refused.reason
    assert "is called one of: text, content" in refused.reason


def test_front_matter_of_markdown_is_taken_for_facts_and_stays_in_the_text():
    document = one(made_files.markdown(), "a.md")
    assert document.title == "Olmar"
    assert document.text.startswith("---\ntitle")


def test_a_byte_that_is_no_text_is_lost_and_counted():
    decoded = decode_page(b'<meta charset="utf-8">a\xffb')
    assert decoded.text.endswith("a\ufffdb")
    assert decoded.lost == 1


def test_an_undeclared_encoding_is_said_to_be():
    decoded = decode_page("Brën".encode("latin-1"))
    assert (decoded.text, decoded.is_declared) == ("Brën", False)
    assert "nothing declares" in decoded.sentence()


def bomb() -> bytes:
    return made_files.zipped({"word/document.xml": b"a" * 300_000_000})


def escaping() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("../../word/document.xml", b"a")
    return out.getvalue()


ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b'
    b' "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title>'
    b"</item></channel></rss>"
)
HOSTILE = {
    "zip bomb": (bomb, "a.docx", "unpacks to"),
    "zip bomb in a WACZ": (
        lambda: made_files.zipped({"archive/a.warc": b"a" * 300_000_000}),
        "a.wacz",
        "unpacks to",
    ),
    "path escape": (escaping, "a.docx", "a path outside of it"),
    "entities": (lambda: ENTITIES, "a.rss", "declares entities"),
    "entities in DOCX": (
        lambda: made_files.zipped({"word/document.xml": ENTITIES}),
        "a.docx",
        "declares entities",
    ),
    "deep HTML": (
        lambda: b"<html><body>" + b"<div>" * 200_000 + b"words</body></html>",
        "a.html",
        "inside one another",
    ),
    "deep feed": (
        lambda: b"<rss><channel>" + b"<item>" * 50_000,
        "a.rss",
        "inside one another",
    ),
    "no HTML": (lambda: b"words only", "a.html", "is no HTML"),
    "no PDF": (lambda: b"%PDF-1.7 and nothing more", "a.pdf", "is no PDF or damaged"),
    "no DOCX": (lambda: b"PK\x03\x04 word/ cut", "a.docx", "is no zip file"),
    "no mail": (lambda: b"", "a.eml", "no head"),
    "no archive": (lambda: b"words only", "a.warc", "holds no page"),
    "empty page": (
        lambda: b"<html><body><nav>Home</nav></body></html>",
        "a.html",
        "no main text",
    ),
    "cut gzip": (
        lambda: gzip.compress(made_files.html())[:200],
        "a.html.gz",
        "cannot be unpacked",
    ),
}


@pytest.mark.parametrize(("make", "name", "reason"), HOSTILE.values(), ids=HOSTILE)
def test_damaged_and_hostile_files_cost_one_clear_sentence(make, name, reason):
    *_, last = read(make(), name)
    assert isinstance(last, Skipped)
    assert reason in last.reason
    assert len(last.reason) < 300


def test_a_missing_package_is_named_with_the_extra_that_brings_it(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pypdf", None)
    (skipped,) = read(made_files.pdf(), "a.pdf")
    assert "sayso[intake]" in skipped.reason


def test_a_folder_of_all_kinds_is_read_whole(tmp_path):
    for data, name, _ in KINDS.values():
        (tmp_path / name).write_bytes(data)
    documents = [i for i in read_path(tmp_path, FORMATS) if isinstance(i, Document)]
    assert len(documents) == len(KINDS)


def test_the_longest_suffix_decides():
    assert format_of("A.JSONL.GZ", FORMATS).name == "jsonl.gz"
    assert format_of("a.html.gz", FORMATS).name == "html"
    assert format_of("a.bin", FORMATS) is None


@pytest.mark.quality
def test_saved_pages_give_text_title_and_day_or_a_reason(shared):
    good = 0
    pages = sorted((shared / "data" / "intake" / "html").glob("*.html.gz"))
    for path in pages:
        (item,) = read_path(path, FORMATS)
        assert isinstance(item, Document), item
        good += bool(item.text and item.title and item.published)
    assert len(pages) == 35
    assert good >= 33


@pytest.mark.quality
def test_archives_of_others_are_read_and_damaged_ones_survived(shared):
    read_whole = 0
    for path in sorted((shared / "data" / "intake" / "warc").iterdir()):
        items = list(read_path(path, FORMATS))
        assert items
        read_whole += any(isinstance(item, Document) for item in items)
    assert read_whole >= 12


@pytest.mark.parametrize(
    ("stated", "hour"),
    [
        ("2031-03-04T09:40:00Z", "09:40+00:00"),
        ("2031-03-04T09:40:00.120+02:00", "09:40+02:00"),
        ("2031-03-04 09:40", "09:40"),
        ("Tue, 04 Mar 2031 09:40:10 +0300", "09:40+03:00"),
        ("2031-03-04", None),
        ("2031-03-04T00:00:00Z", None),
        ("2031-03-04T29:40", None),
        (None, None),
    ],
)
def test_the_hour_is_kept_where_it_is_stated(stated, hour):
    assert parse_hour(stated) == hour


STUBS = {
    "empty": "\n",
    "a notice": "This message is in HTML. Please view it in a web browser.",
    "a first line": "Statement on Olmar",
}


@pytest.mark.parametrize("stub", STUBS.values(), ids=STUBS)
def test_a_plain_part_that_is_a_stub_gives_way_to_the_other(stub):
    made = EmailMessage()
    made["From"], made["Subject"] = "press@vessia.example", "Olmar"
    made.set_content(stub)
    made.add_alternative(f"<p>{made_files.WORDS}</p>", subtype="html")
    document = one(made.as_bytes(), "a.eml")
    assert "12 drones" in document.text
    assert "HTML part" in document.custody[-1].what


def test_a_day_of_no_calendar_in_a_mails_head_costs_the_day_only():
    odd = made_files.mail().replace(b"Tue, 14 May 2030", b"Tue, 14 May 9999999999999")
    document = one(odd, "a.eml")
    assert document.published is None
    assert "no day of the calendar" in document.doubts[0]


ROWS = {
    "a quotation inside": (b'a,"He said ""12"" died."\n', ['He said "12" died.']),
    "one that is not doubled": (b'a,"He said "12" died."\n', ['He said "12" died.']),
    "one that never closes": (
        b'a,"He said 12 died.\nb,"Three fled."\n',
        ["has a quotation mark that is never closed", "Three fled."],
    ),
    "a cell over two lines": (b'a,"One.\nTwo, three."\n', ["One.\nTwo, three."]),
    "more cells than the head": (b"a,One, two\n", ["has 3 cells below a head of 2"]),
}


@pytest.mark.parametrize(("rows", "texts"), ROWS.values(), ids=ROWS)
def test_rows_are_as_written_or_skipped_with_a_reason(rows, texts):
    found = read(b"id,text\n" + rows, "a.csv")
    assert [i.text if isinstance(i, Document) else i.reason for i in found] == texts


def test_a_first_line_names_the_delimiter():
    (document,) = read(b"sep=;\nid;text\na;One, two.\n", "a.csv")
    assert document.text == "One, two."


def test_days_of_a_table_are_read_together():
    table = b"date,text\n%s,One.\n%s,Two.\n"
    first, _ = read(table % (b"05/04/2030", b"14/05/2030"), "a.csv")
    assert first.published == date(2030, 4, 5)
    alone, _ = read(table % (b"05/04/2030", b"14 May 2030"), "a.csv")
    assert alone.published is None
    assert "two readings" in alone.doubts[0]
