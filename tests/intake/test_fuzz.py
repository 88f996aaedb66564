"""Anything handed in gives documents or sentences: no exception, bounded memory.

Made bytes and files of every kind with bytes changed, cut and doubled. The bound in
time is hypothesis's own deadline a case, generous, as machines differ; that in memory
is what Python allocates at its peak.
"""

import io
import tracemalloc
from encodings.aliases import aliases

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import made_exports
import made_files
from sayso.intake import FORMATS, Skipped, detect_language, read_stream
from sayso.intake.decoding import _NOT_TEXT, decode_page
from sayso.intake.page_facts import find_page_facts
from sayso.intake.plain_html import plain_text
from sayso.model import Document

SEEDS = {
    "a.html": made_files.html(),
    "a.pdf": made_files.pdf("One page.", "Two pages."),
    "a.docx": made_files.docx(),
    "a.eml": made_files.mail(attachment="map.png"),
    "a.mbox": made_files.mailbox(made_files.mail(), made_files.mail("Two.")),
    "a.rss": made_files.rss(),
    "a.warc.gz": made_files.warc(),
    "a.warc": made_files.warc(gzip=False),
    "a.rtf": made_exports.rtf(made_exports.NEXIS_NEW),
    "result.json": made_exports.TELEGRAM.encode(),
    "tweets.js": made_exports.POSTS.encode(),
    "a.json": made_exports.NEWS_SERVICE.encode(),
    "nexis.txt": made_exports.NEXIS_OLD.encode(),
    "factiva.txt": made_exports.FACTIVA_CODED.encode(),
    "proquest.txt": made_exports.PROQUEST.encode(),
    "chat.txt": made_exports.WHATSAPP.encode(),
    "a.wacz": made_files.wacz(),
    "a.csv": made_files.table(),
    "a.md": made_files.markdown(),
    "a.jsonl": b'{"text": "Words.", "published": "2030-05-14"}\n',
}
MOST_MEMORY = 400 * 2**20
BOUNDED = settings(
    max_examples=15,
    deadline=20_000,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.fixture(scope="module", autouse=True)
def memory():
    """What is allocated at the peak of all cases, parsers loaded before."""
    for name, data in SEEDS.items():
        read_all(data, name)
    tracemalloc.start()
    yield
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < MOST_MEMORY


def read_all(data: bytes, name: str) -> None:
    for item in read_stream(io.BytesIO(data), name, FORMATS):
        if isinstance(item, Skipped):
            assert item.reason
            assert "\n" not in item.reason
        else:
            assert isinstance(item, Document)
            assert item.text.strip()
            assert len(item.id) == 64
            item.text.encode("utf-8")


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """The bytes with some of them changed, put in, taken out or doubled."""
    made = bytearray(data)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(made)))
        length = draw(st.integers(0, 40))
        match draw(st.sampled_from(("change", "insert", "cut", "double", "end"))):
            case "change":
                made[at : at + length] = draw(st.binary(max_size=40))
            case "insert":
                made[at:at] = draw(st.binary(max_size=40))
            case "cut":
                del made[at : at + length]
            case "double":
                made[at:at] = made[at : at + length * 20]
            case "end":
                del made[at:]
    return bytes(made)


@pytest.mark.parametrize("name", SEEDS)
@BOUNDED
@given(data=st.data())
def test_a_damaged_file_gives_documents_or_sentences(name, data):
    read_all(data.draw(damaged(SEEDS[name])), name)


@pytest.mark.parametrize("name", [*SEEDS, "unknown"])
@settings(BOUNDED, max_examples=10)
@given(data=st.binary(max_size=500))
def test_bytes_of_any_kind_give_documents_or_sentences(name, data):
    read_all(data, name)


@BOUNDED
@given(text=st.text(max_size=500), label=st.text(max_size=20))
def test_words_of_any_kind_are_decoded_and_looked_through(text, label):
    data = text.encode("utf-8", "surrogatepass")
    decode_page(data, told=label).text.encode("utf-8", "surrogatepass")
    find_page_facts(text)
    plain_text(text)
    assert detect_language(text) is None or len(detect_language(text)) == 2


@pytest.mark.parametrize("label", sorted({*aliases.values(), *_NOT_TEXT}))
def test_every_name_that_python_has_for_an_encoding_is_decoded(label):
    decode_page("Ten men — десять".encode(), told=label)


REPEATED = {
    "open meta": b"<meta " * 200_000,
    "open tags": b"<a href='" * 200_000,
    "open script": b"<script " * 200_000,
    "data blocks": b"<script type=application/ld+json>{" * 20_000,
    "many links": b"<link rel=canonical " * 100_000,
    "half tags": b"<" * 500_000,
    "entities": b"&amp;" * 100_000,
    "front matter": b"---\n" * 200_000,
    "heads of mails": b"From a 2030\n\n" * 10_000,
}


@pytest.mark.parametrize("data", REPEATED.values(), ids=REPEATED)
@pytest.mark.parametrize("name", ["a.html", "a.rss", "a.md", "a.mbox", "a.eml"])
def test_what_is_repeated_without_end_costs_no_squares(name, data):
    head = b"<html><body>" if name == "a.html" else b""
    read_all(head + data, name)
