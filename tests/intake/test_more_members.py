"""More members of the kinds of fault that intake met, each in a shape of its own."""

import base64
import gzip
import io
from datetime import date
from email.message import EmailMessage

import pytest

import made_files
from sayso.intake import FORMATS, Skipped, read_stream
from sayso.model import Document, PartKind

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
WPS = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'


def read(data: bytes, name: str) -> list[Document | Skipped]:
    return list(read_stream(io.BytesIO(data), name, FORMATS))


def only(data: bytes, name: str) -> Document:
    (document,) = read(data, name)
    assert isinstance(document, Document), document
    return document


# --- publication day of pages ---------------------------------------------------------

OWN = '<meta property="article:published_time" content="2030-05-14T08:00:00Z">'


def data(body: str) -> str:
    return f'<script type="application/ld+json">{body}</script>'


PAGES = {
    "list of most read articles": OWN
    + data(
        '{"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":'
        '{"@type":"NewsArticle","headline":"Dam bursts","url":"/dam",'
        '"datePublished":"2029-11-02T10:00:00+02:00"}}]}'
    ),
    "founding day of the outlet": OWN
    + data(
        '{"@type":"NewsMediaOrganization","name":"Post","foundingDate":"1998-02-01",'
        '"datePublished":"1998-02-01"}'
    ),
    "podcast beside the article": OWN
    + data('{"@type":"PodcastEpisode","datePublished":"2030-06-01T06:00:00+03:00"}'),
    "a later change": OWN
    + '<meta property="article:modified_time" content="2030-06-09T10:00:00+03:00">'
    + '<meta property="og:updated_time" content="2030-06-09T10:00:00+03:00">',
    "review and answer": data(
        '[{"@type":"Review","datePublished":"2031-01-01"},{"@type":"Answer",'
        '"dateCreated":"2031-01-02"},{"@type":["NewsArticle","Article"],'
        '"headline":"Fighting near Olmar","datePublished":"2030-05-14T07:00+03:00"}]'
    ),
    "an event that the page tells of": OWN
    + data('{"@type":"Event","startDate":"2030-07-01","datePublished":"2030-07-01"}'),
}


@pytest.mark.parametrize("head", PAGES.values(), ids=PAGES)
def test_day_of_a_page_is_its_own(head):
    document = only(made_files.html(head=head), "a.html")
    assert document.published == date(2030, 5, 14)


ASIDES = {
    "times of other cards": '<aside><article><h2><a href="/b">Flood</a></h2>'
    '<time class="published" datetime="2028-02-02">2 Feb</time></article></aside>',
    "a reader's comment": '<section id="comments"><div class="comment">'
    '<time itemprop="datePublished" datetime="2030-06-30">30 June</time>'
    "<p>Nobody believes that 900 soldiers were killed there.</p></div></section>",
    "a ticker": '<div class="breaking-news-ticker"><time datetime="2030-05-20">20 May'
    "</time> 55 people were killed at Tarn</div>",
}


@pytest.mark.parametrize("body", ASIDES.values(), ids=ASIDES)
def test_day_beside_an_article_is_not_its_own(body):
    document = only(made_files.html(head=OWN, body=body), "a.html")
    assert document.published == date(2030, 5, 14)
    assert "900" not in document.text
    assert "55 people" not in document.text


# --- words of DOCX --------------------------------------------------------------------


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def docx(body: str) -> Document:
    words = f"<w:document {W} {MC} {WPS}><w:body>{body}</w:body></w:document>"
    return only(made_files.zipped({"word/document.xml": words.encode()}), "a.docx")


INLINE = {
    "control in a tag": '<w:smartTag w:element="a"><w:sdt><w:sdtContent>'
    f"{run('17')}</w:sdtContent></w:sdt></w:smartTag>",
    "insertion in a link": f'<w:hyperlink w:anchor="a"><w:ins w:id="1">{run("17")}'
    "</w:ins></w:hyperlink>",
    "moved from and to": '<w:moveFrom w:id="1"><w:r><w:t>31</w:t></w:r></w:moveFrom>'
    f'<w:moveTo w:id="2">{run("17")}</w:moveTo>',
    "deletion in a control": '<w:sdt><w:sdtContent><w:del w:id="1"><w:r><w:delText>31'
    f"</w:delText></w:r></w:del>{run('17')}</w:sdtContent></w:sdt>",
    "a hyphen that may break": run("17<w:softHyphen/>").replace(
        "17<w:softHyphen/></w:t>", "17</w:t><w:softHyphen/>"
    ),
}


@pytest.mark.parametrize("inside", INLINE.values(), ids=INLINE)
def test_words_of_a_letter_stand_where_they_were_put(inside):
    document = docx(paragraph(run("At Olmar ") + inside + run(" people were killed.")))
    assert document.text.replace("\xad", "") == "At Olmar 17 people were killed."


def test_a_box_with_a_fallback_is_read_once():
    box = f"<w:txbxContent>{paragraph(run('In a box 4 were hurt.'))}</w:txbxContent>"
    both = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = docx(paragraph(run("Outside 9 were killed.") + both))
    assert document.text == "Outside 9 were killed.\n\nIn a box 4 were hurt."


def test_equal_cells_below_each_other_stay():
    rows = "".join(
        "<w:tr>"
        + "".join(f"<w:tc>{paragraph(run(cell))}</w:tc>" for cell in row)
        + "</w:tr>"
        for row in (("Olmar", "12", "12"), ("Tarn", "12", "12"))
    )
    text = docx(f"<w:tbl>{rows}</w:tbl>").text
    assert text == "Olmar | 12 | 12\n\nTarn | 12 | 12"


def test_a_list_in_a_control_keeps_its_items():
    items = "".join(paragraph(run(f"{n} killed.")) for n in (3, 5))
    body = (
        f"<w:sdt><w:sdtContent>{items}</w:sdtContent></w:sdt>{paragraph(run('End.'))}"
    )
    assert docx(body).text == "3 killed.\n\n5 killed.\n\nEnd."


# --- mails ----------------------------------------------------------------------------

STUBS = (
    "Your mail program does not show HTML messages.",
    "View this email in your browser: https://post.example/m/1",
    "--",
    "Sent from my phone",
    "If you cannot read this message, click here.",
    "https://post.example/newsletter/14",
)


@pytest.mark.parametrize("stub", STUBS)
def test_a_plain_part_that_is_a_stub_gives_way(stub):
    made = EmailMessage()
    made["From"] = "Desk <desk@post.example>"
    made["Date"] = "Tue, 14 May 2030 09:00:00 +0000"
    made.set_content(stub)
    made.add_alternative(f"<p>{made_files.WORDS}</p>", subtype="html")
    assert "over 40 soldiers" in only(made.as_bytes(), "a.eml").text


def test_a_short_plain_part_that_says_the_same_is_kept():
    made = EmailMessage()
    made["From"] = "Desk <desk@post.example>"
    made.set_content("The army said 4 soldiers were killed near Olmar.")
    made.add_alternative(
        "<p>The army said <b>4 soldiers</b> were killed near Olmar.</p>", subtype="html"
    )
    document = only(made.as_bytes(), "a.eml")
    assert document.text.strip() == "The army said 4 soldiers were killed near Olmar."


QUOTED = {
    "marked lines": "On Mon, 5 Feb 2029 at 09:12, Desk <d@x.example> wrote:\n"
    "> The army said 60 rebels were killed.",
    "forwarded": "-------- Forwarded Message --------\nFrom: Ann <a@x.example>\n"
    "Date: Fri, 2 Mar 2029\nSubject: Blast\n\nThe army said 60 soldiers were killed.",
    "in German": "Am 03.02.2029 um 10:00 schrieb Desk <d@x.example>:\n"
    "> The army said 60 soldiers were killed.",
    "in Russian": "В пн, 5 февр. 2029 г. в 09:12, Desk <d@x.example> написал:\n"
    "> The army said 60 soldiers were killed.",
    "rule and head": "________________________________\nFrom: Desk\nSent: Monday, 5"
    " February 2029 09:12\nTo: Ann\nSubject: Blast\n\nThe army said 60 were killed.",
    "a name that wrote": "2029-02-05 9:12 GMT+02:00 Desk <d@x.example>:\n"
    "> The army said 60 soldiers were killed.",
}


@pytest.mark.parametrize("below", QUOTED.values(), ids=QUOTED)
def test_an_earlier_mail_is_a_part(below):
    words = f"The ministry now says 9 people were killed.\n\n{below}\n"
    document = only(made_files.mail(words), "a.eml")
    quoted = [p for p in document.parts if p.kind is PartKind.QUOTED]
    assert quoted, document.parts
    assert "60" in document.text[quoted[0].start : quoted[-1].end]
    assert "9 people" not in document.text[quoted[0].start : quoted[-1].end]


# --- other articles' headlines --------------------------------------------------------

RELATED = {
    "also read": "<p><em>Also read:</em> <a href='/c'>Blast kills 55 at Tarn</a></p>",
    "box by class": "<div class='read-also-box'><a href='/c'>Blast kills 55</a></div>",
    "aside": "<aside class='inline-related'><h4>More on this</h4><ul><li><a href='/c'>"
    "Blast kills 55 people at Tarn</a></li></ul></aside>",
    "arrow": "<p>READ MORE → <a href='/c'>Blast kills 55 people at Tarn</a></p>",
    "in Ukrainian": "<p><b>Читайте також:</b> <a href='/c'>Вибух: 55 загиблих</a></p>",
    "link list": "<div class='related-links'><p>Related articles</p>"
    "<p><a href='/c'>Blast kills 55 people at Tarn</a></p></div>",
    "don't miss": "<p>DON'T MISS: <a href='/c'>Blast kills 55 people at Tarn</a></p>",
}


@pytest.mark.parametrize("inside", RELATED.values(), ids=RELATED)
def test_another_headline_is_no_words_of_the_article(inside):
    more = "The mayor said that the shops had opened again by the evening."
    page = made_files.html().replace(
        b"</article>", f"{inside}<p>{more}</p></article>".encode()
    )
    document = only(page, "a.html")
    own = document.text
    for part in reversed(document.parts):
        own = own[: part.start] + own[part.end :]
    assert "55" not in own
    assert "the shops had opened" in own


# --- days of feeds --------------------------------------------------------------------

FEED_DAYS = {
    "2030/5/14 6:02:11": "2030-05-14",
    "14.05.2030 18:20": "2030-05-14",
    "Di, 14 Mai 2030 11:41:36 +0200": "2030-05-14",
    "Tue, 14 May 30 00:01:01 +0200": "2030-05-14",
    "mar., 14 mai 2030 08:00:00 +0200": "2030-05-14",
    "20300514T081500Z": "2030-05-14",
    "Tuesday, May 14, 2030 - 08:15": "2030-05-14",
    "05/06/2030 08:15": None,
    "yesterday": None,
    "0030-05-14": None,
}


@pytest.mark.parametrize(("words", "day"), FEED_DAYS.items(), ids=FEED_DAYS)
def test_day_of_a_feed_is_right_or_unknown(words, day):
    feed = made_files.rss().replace(b"Tue, 14 May 2030 23:30:00 +0300", words.encode())
    document = only(feed, "a.rss")
    assert (document.published and str(document.published)) == day


# --- web archives ---------------------------------------------------------------------


def record(page: bytes, number: int, *, length: int = 0, more: str = "") -> bytes:
    block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{more}\r\n".encode() + page
    return (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012d}>\r\n"
        f"WARC-Target-URI: https://post.example/{number}\r\n"
        "WARC-Date: 2030-05-15T08:00:00Z\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block) + length}\r\n\r\n"
    ).encode() + block + b"\r\n\r\n"  # fmt: skip


PAGE = made_files.html()
SECOND = made_files.html(made_files.WORDS.replace("40", "17"), title="Second")
BROTLI = pytest.importorskip("brotli").compress(PAGE)

UNTOLD = {
    "a page said to be bytes": (PAGE, b"Content-Type: application/octet-stream\r\n"),
    "a page of no stated kind": (PAGE, b""),
    "a feed said to be text": (made_files.rss(), b"Content-Type: text/plain\r\n"),
    "a feed of no stated kind": (made_files.rss(), b""),
    "a PDF said to be bytes": (
        made_files.pdf(),
        b"Content-Type: application/octet-stream\r\n",
    ),
}


@pytest.mark.parametrize(("content", "head"), UNTOLD.values(), ids=UNTOLD)
def test_an_answer_whose_kind_is_not_told_is_looked_into(content, head):
    packed = record(content, 1)
    plain = packed.replace(b"Content-Type: text/html\r\n", head)
    cut = len(packed) - len(plain)
    length = plain.index(b"Content-Length: ") + 16
    stated = int(plain[length : plain.index(b"\r\n", length)])
    plain = plain.replace(b"%d\r\n" % stated, b"%d\r\n" % (stated - cut), 1)
    (document,) = read(plain, "a.warc")
    assert isinstance(document, Document), document
    assert "over 40 soldiers" in document.text


def test_bytes_of_no_kind_are_passed_over_and_told():
    packed = record(b"\x00\x01\x02" * 40, 1).replace(b"text/html", b"image/png")
    found = read(packed, "a.warc")
    assert any(
        "image/png" in told.reason for told in found if isinstance(told, Skipped)
    )
    assert all(isinstance(told, Skipped) for told in found)


ARCHIVES = {
    "brotli": record(BROTLI, 1, more="Content-Encoding: br\r\n"),
    "deflate said to be gzip": record(
        gzip.compress(PAGE), 1, more="Content-Encoding: x-gzip\r\n"
    ),
    "length too long by three": record(PAGE, 1, length=3),
    "length too short by nine": record(PAGE, 1, length=-9),
    "length of another record": record(PAGE, 1, length=70_000),
}


@pytest.mark.parametrize("first", ARCHIVES.values(), ids=ARCHIVES)
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
def test_a_record_is_read_or_told_and_the_next_one_read(first, packed):
    records = [first, record(SECOND, 2)]
    if packed:
        records = [gzip.compress(part, mtime=0) for part in records]
    found = read(b"".join(records), "a.warc.gz" if packed else "a.warc")
    pages = [f for f in found if isinstance(f, Document)]
    told = [f for f in found if isinstance(f, Skipped)]
    assert any("17 soldiers" in page.text for page in pages)
    assert len(pages) == 2 or told


def test_a_member_cut_in_its_middle_is_told_and_the_next_one_read():
    one, two = (gzip.compress(record(p, n)) for n, p in enumerate((PAGE, SECOND)))
    found = read(one[: len(one) // 2] + two, "a.warc.gz")
    assert any(isinstance(f, Skipped) for f in found)
    assert any("17 soldiers" in f.text for f in found if isinstance(f, Document))


# --- tables ---------------------------------------------------------------------------

FIRST = "The ministry said 12 soldiers were killed near Olmar."
LAST = "The mayor said 30 houses were destroyed at Tarn."


def rows(text: str, name: str = "a.csv") -> tuple[list[Document], list[Skipped]]:
    found = read(text.encode(), name)
    return (
        [f for f in found if isinstance(f, Document)],
        [f for f in found if isinstance(f, Skipped)],
    )


def test_a_quotation_never_closed_costs_its_row_alone():
    documents, told = rows(f'id;text\n1;"{FIRST}\n2;"{LAST}"\n3;"{FIRST} Again."\n')
    assert [d.text for d in documents] == [LAST, f"{FIRST} Again."]
    assert len(told) == 1


def test_quotation_marks_inside_a_cell_stay():
    words = 'The ministry said "12 soldiers" were killed, and "all" were young.'
    documents, told = rows(f'text,id\n"{words}",1\n"{LAST}",2\n')
    assert [d.text for d in documents] == [words, LAST] or len(told) == 1


def test_a_line_that_names_the_separator_is_no_row():
    documents, told = rows(f"sep=;\nid;text;date\n1;{FIRST};14 May 2030\n")
    assert [(d.text, str(d.published)) for d in documents] == [(FIRST, "2030-05-14")]
    assert not told


def test_days_of_a_table_are_read_by_its_other_days():
    documents, _ = rows(f"day,text\n03/05/2030,{FIRST}\n25/05/2030,{LAST}\n")
    assert [str(d.published) for d in documents] == ["2030-05-03", "2030-05-25"]


def test_a_day_with_two_readings_is_left_open_and_told():
    documents, _ = rows(f"day,text\n03/05/2030,{FIRST}\n04/05/2030,{LAST}\n")
    assert [d.published for d in documents] == [None, None]
    assert all("two readings" in d.doubts[0] for d in documents)


def test_a_list_of_headlines_is_read_as_headlines():
    head = "stories_id,publish_date,media_name,title,url"
    documents, told = rows(f'{head}\n7,2030-05-14,Post,"{FIRST}",https://p.example/7\n')
    (document,) = documents
    assert (document.text, str(document.published)) == (FIRST, "2030-05-14")
    assert any("headline only" in step.what for step in document.custody)
    assert not told


def test_a_line_break_inside_a_cell_is_no_new_row():
    documents, told = rows(f'id,text\n1,"{FIRST}\n\n{LAST}"\n2,"{FIRST} Again."\n')
    assert [d.text for d in documents] == [f"{FIRST}\n\n{LAST}", f"{FIRST} Again."]
    assert not told


# --- years of publication -------------------------------------------------------------

YEARS = {
    '{"text":"W","published":"0205-05-08"}': "a.jsonl",
    '{"text":"W","published":"2405-05-08T10:00:00Z"}': "a.jsonl",
    '{"text":"W","published":"1030-05-08"}': "a.jsonl",
    "text,date\nW,0019-05-08\n": "a.csv",
    "Published 8 May 0024\n\nW": "a.txt",
    "---\ndate: 0001-01-01\n---\n\nW": "a.md",
}


@pytest.mark.parametrize(("words", "name"), YEARS.items(), ids=YEARS)
def test_a_year_no_report_was_published_in_is_no_day(words, name):
    said = made_files.WORDS.replace("on Tuesday", "there")
    for item in read(words.replace("W", said).encode(), name):
        assert isinstance(item, Skipped) or item.published is None


def test_a_first_page_of_another_shape_is_still_base_64():
    made = EmailMessage()
    made["From"] = "Desk <desk@post.example>"
    made.set_content(" ")
    made.add_alternative(f"<p>{made_files.WORDS}</p>", subtype="html", cte="base64")
    assert base64.b64encode(b"<p>General")[:8] in made.as_bytes()
    assert "over 40 soldiers" in only(made.as_bytes(), "a.eml").text
