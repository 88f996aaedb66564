import gzip
import io
import json
from datetime import date

import pytest

from sayso.errors import InputError
from sayso.intake import FORMATS, Skipped, Told, parse_day, read_path, read_stream
from sayso.model import DateBasis, Document


def read_bytes(data: bytes, name: str) -> list[Document | Skipped]:
    return list(read_stream(io.BytesIO(data), name, FORMATS))


def only(items: list[Document | Skipped]) -> Document:
    (document,) = items
    assert isinstance(document, Document)
    return document


BAD_BYTES = {
    "empty": (b"", "is empty"),
    "blank": (b" \n\t ", "is empty"),
    "binary": (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 4, "binary data"),
    "binary in UTF-8": (b"abc\x00\x01\x02\x03\x04\x05\x06" * 50, "binary data"),
    "latin-1": ("Übermorgen in Brën".encode("latin-1"), "is not UTF-8 text (byte 0)"),
}


@pytest.mark.parametrize(("data", "reason"), BAD_BYTES.values(), ids=BAD_BYTES)
def test_bytes_that_are_no_text_are_skipped_with_the_reason(data, reason):
    (item,) = read_bytes(data, "a.txt")
    assert isinstance(item, Skipped)
    assert reason in item.reason
    assert item.name == "a.txt"


def test_text_keeps_every_character_and_hashes_its_bytes():
    document = only(read_bytes("A 👍 b\r\nc\u0301".encode(), "a.txt"))
    assert document.text == "A 👍 b\r\nc\u0301"
    assert document.raw_sha256 is not None


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding(encoding):
    assert only(read_bytes("Brën".encode(encoding), "a.txt")).text == "Brën"


def test_a_nul_in_a_text_becomes_the_replacement_character():
    text = "One nul\0 in a text that is otherwise long enough to be one."
    assert only(read_bytes(text.encode(), "a.txt")).text == text.replace("\0", "\ufffd")


def test_a_file_above_the_bound_is_not_taken_into_memory(monkeypatch):
    monkeypatch.setattr("sayso.intake.text.LARGEST_TEXT", 2**20)
    (item,) = read_bytes(b"a" * (2**20 + 1), "a.txt")
    assert item == Skipped("a.txt", "is larger than 1 MB")


def test_json_lines_give_documents_with_their_facts():
    row = {
        "id": 7,
        "text": "Words.",
        "published": "2030-05-02T08:00:00Z",
        "outlet": "Post",
        "url": "https://post.example/7",
        "title": "Title",
    }
    document = only(read_bytes(json.dumps(row).encode(), "a.jsonl"))
    assert document.name == "7"
    assert document.published == date(2030, 5, 2)
    assert document.published_basis is DateBasis.METADATA
    assert (document.outlet, document.title) == ("Post", "Title")


BAD_LINES = {
    "not JSON": (b"{", "is not JSON"),
    "no object": (b"[1]", "is not a JSON object"),
    "no text": (b'{"id": "a"}', 'has no "text"'),
    "wrong date": (b'{"text": "a", "published": "2030-02-30"}', "is not a day"),
    "wrong type": (b'{"text": "a", "outlet": 3}', 'has "outlet": 3'),
    "not UTF-8": (b'{"text": "\xff"}', "is not UTF-8"),
    "too deep": (b"[" * 200_000, "is nested too deeply"),
    "long number": (b'{"text": ' + b"9" * 5000 + b"}", "too long a number"),
}


@pytest.mark.parametrize(("line", "reason"), BAD_LINES.values(), ids=BAD_LINES)
def test_a_bad_line_is_skipped_with_its_number_and_the_rest_is_read(line, reason):
    data = b'{"text": "first"}\n' + line + b'\n\n{"text": "last"}\n'
    first, bad, last = read_bytes(data, "a.jsonl")
    assert isinstance(bad, Skipped)
    assert bad.name == "a.jsonl line 2"
    assert reason in bad.reason
    assert [d.text for d in (first, last)] == ["first", "last"]


def test_lone_surrogates_are_replaced_and_offsets_stay():
    document = only(read_bytes(rb'{"text": "a\ud800b", "id": "\ud800"}', "a.jsonl"))
    assert document.text == "a\ufffdb"
    assert document.name == "\ufffd"


def test_gzipped_lines_are_read_and_a_cut_file_keeps_what_came_before():
    whole = gzip.compress(b"".join(b'{"text": "w%d"}\n' % n for n in range(5000)))
    assert len(read_bytes(whole, "a.jsonl.gz")) == 5000
    *documents, last = read_bytes(whole[: len(whole) // 2], "a.jsonl.gz")
    assert isinstance(last, Skipped)
    assert "cannot be unpacked" in last.reason
    assert documents


def test_a_file_that_is_no_gzip_is_skipped():
    (item,) = read_bytes(b'{"text": "a"}', "a.jsonl.gz")
    assert isinstance(item, Skipped)


def test_a_line_above_the_bound_is_skipped_and_the_next_is_read(monkeypatch):
    monkeypatch.setattr("sayso.intake.jsonl.LARGEST_TEXT", 1000)
    data = b'{"text": "' + b"a" * 5000 + b'"}\n{"text": "b"}\n'
    long, document = read_bytes(data, "a.jsonl")
    assert isinstance(long, Skipped)
    assert isinstance(document, Document)


def test_a_folder_gives_its_files_in_order_and_passes_over_others(tmp_path):
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.md", "sub/c.txt", ".hidden.txt", "d.bin"):
        (tmp_path / name).write_text(f"Words of {name}")
    (tmp_path / "loop").symlink_to(tmp_path)
    *documents, passed = read_path(tmp_path, FORMATS)
    texts = [document.text for document in documents]
    assert texts == ["Words of a.md", "Words of b.txt", "Words of sub/c.txt"]
    assert passed.reason.startswith('holds 1 file of no kind that is read: "d.bin";')


def test_files_of_no_kind_are_counted_and_the_first_named(tmp_path):
    for number in range(1200):
        (tmp_path / f"{number:04d}.png").touch()
    (item,) = read_path(tmp_path, FORMATS)
    assert "1,200 files" in item.reason
    assert '"0004.png" and 1,195 more' in item.reason


def test_a_folder_without_a_known_file_says_so(tmp_path):
    (item,) = read_path(tmp_path, FORMATS)
    assert isinstance(item, Skipped)


def test_a_missing_path_says_so(tmp_path):
    (item,) = read_path(tmp_path / "none.txt", FORMATS)
    assert item == Skipped(str(tmp_path / "none.txt"), "does not exist")


def test_what_the_user_says_overrules_what_the_file_says():
    document = Document(text="a", outlet="Post", published=date(2030, 1, 1))
    told = Told(published=date(2030, 5, 2), url="https://a.example/")
    known = told.apply(document)
    assert (known.published, known.published_basis) == (
        date(2030, 5, 2),
        DateBasis.GIVEN,
    )
    assert (known.outlet, known.url) == ("Post", "https://a.example/")


@pytest.mark.parametrize("value", ["", "2030", "2030-13-01", "tomorrow", "2030-02-30"])
def test_a_wrong_date_is_refused_with_an_example(value):
    with pytest.raises(InputError, match="2025-03-13"):
        parse_day(value)
