"""Files of every kind that intake reads, made from a few words of our own."""

import base64
import gzip as packing
import hashlib
import io
import json
import zipfile
from collections.abc import Iterable
from email.message import EmailMessage

WORDS = (
    "General Orlan of Vessia said over 40 soldiers of Tarn were killed near Olmar on"
    " Tuesday. The ministry in Tarn said 12 drones were shot down overnight, and that"
    " the town had not been taken. Witnesses spoke of heavy shelling in the morning."
)
"""Three sentences about invented lands: enough words to be a page's main text."""

STATED_DAY = '<meta property="article:published_time" content="2030-05-14T22:10+03:00">'


def html(
    words: str = WORDS,
    *,
    title: str = "Fighting near Olmar",
    head: str = STATED_DAY,
    body: str = "",
) -> bytes:
    paragraphs = "".join(f"<p>{line}</p>" for line in words.split("\n"))
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>"
        f"<title>{title}</title>{head}"
        '<meta property="og:site_name" content="Olmar Post">'
        '<link rel="canonical" href="https://post.example/olmar">'
        "<script>var words = '<p>not for reading</p>';</script></head>"
        f"<body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{paragraphs}"
        f"</article>{body}<footer>All rights reserved</footer></body></html>"
    ).encode()


def pdf(*pages: str) -> bytes:
    """A PDF of one line of text a page; only letters of Latin-1."""
    return _pdf([[(20, 700, page)] for page in pages or (WORDS,)], (2000, 800))


def placed_pdf(*pages: list[tuple[int, int, str]]) -> bytes:
    """A PDF of words at places (points from left, from below), drawn in this order."""
    return _pdf(pages, (612, 792))


def _pdf(pages: Iterable[list[tuple[int, int, str]]], size: tuple[int, int]) -> bytes:
    box = f"{size[0]} {size[1]}"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    for page in pages:
        drawn = " ".join(f"1 0 0 1 {x} {y} Tm ({_plain(w)}) Tj" for x, y, w in page)
        stream = f"BT /F1 9 Tf {drawn} ET"
        number = len(objects) + 1
        kids.append(f"{number} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {box}] /Contents"
            f" {number + 1} 0 R /Resources << /Font << /F1 {font} >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = io.BytesIO(b"%PDF-1.4\n"), []
    out.seek(0, io.SEEK_END)
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1"))
    start = out.tell()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    count = len(objects) + 1
    out.write(f"xref\n0 {count}\n0000000000 65535 f \n{table}".encode())
    out.write(f"trailer << /Size {count} /Root 1 0 R >>\n".encode())
    out.write(f"startxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def _plain(words: str) -> str:
    """Words as a string of a PDF."""
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def docx(words: str = WORDS) -> bytes:
    from docx import Document

    made = Document()
    made.core_properties.title = "Fighting near Olmar"
    for line in words.split("\n"):
        made.add_paragraph(line)
    table = made.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "killed"
    table.rows[0].cells[1].text = "40"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def mail(
    words: str = WORDS, *, subtype: str = "plain", attachment: str | None = None
) -> bytes:
    made = EmailMessage()
    made["From"] = "Press office <press@vessia.example>"
    made["Subject"] = "Statement on Olmar"
    made["Date"] = "Tue, 14 May 2030 23:30:00 +0300"
    made["Message-ID"] = "<1@vessia.example>"
    made.set_content(words, subtype=subtype)
    if attachment:
        made.add_attachment(
            b"bytes", maintype="image", subtype="png", filename=attachment
        )
    return made.as_bytes()


def mailbox(*messages: bytes) -> bytes:
    return b"".join(b"From press Tue May 14 2030\n" + m + b"\n\n" for m in messages)


def rss(*items: str) -> bytes:
    inside = "".join(
        f"<item><title>Item {number}</title><link>https://post.example/{number}</link>"
        f"<guid>{number}</guid><pubDate>Tue, 14 May 2030 23:30:00 +0300</pubDate>"
        f"<description>&lt;p&gt;{words}&lt;/p&gt;</description></item>"
        for number, words in enumerate(items or (WORDS,), 1)
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>'
        f"<title>Olmar Post</title>{inside}</channel></rss>"
    ).encode()


def warc(
    *pages: bytes, gzip: bool = True, media: str = "text/html; charset=utf-8"
) -> bytes:
    """Written by hand, record by record, each a gzip member of its own."""
    records = []
    for number, page in enumerate(pages or (html(),), 1):
        digest = base64.b32encode(hashlib.sha1(page).digest()).decode()
        block = f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\n\r\n".encode() + page
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012d}>\r\n"
            f"WARC-Target-URI: https://post.example/{number}\r\n"
            "WARC-Date: 2030-05-15T08:00:00Z\r\n"
            f"WARC-Payload-Digest: sha1:{digest}\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(block)}\r\n\r\n"
        )
        record = head.encode() + block + b"\r\n\r\n"
        records.append(packing.compress(record, mtime=0) if gzip else record)
    return b"".join(records)


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return out.getvalue()


def wacz(*archives: bytes) -> bytes:
    return zipped(
        {f"archive/{n}.warc.gz": data for n, data in enumerate(archives or (warc(),))}
        | {"datapackage.json": b"{}"}
    )


def table(words: str = WORDS) -> bytes:
    return (
        "id,date,outlet,text\r\n"
        f'a1,2030-05-14,Olmar Post,"{words}"\r\n'
        "a2,2030-05-15,Olmar Post,\r\n"
    ).encode()


def markdown(words: str = WORDS) -> bytes:
    return (
        f"---\ntitle: Olmar\ndate: 2030-05-14\n---\n\n# Heading\n\n{words}\n".encode()
    )


def line(words: str = WORDS, *, more: str = "") -> bytes:
    """One line of JSON lines, and what stands behind it."""
    row = {"id": "a1", "published": "2030-05-14", "text": words}
    return (json.dumps(row) + more).encode()
