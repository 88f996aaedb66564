"""Web archives with damage: what is lost is told, what stands behind it is read."""

import gzip
import io

import made_files
from sayso.intake import FORMATS, Skipped, read_stream
from sayso.model import Document


def read(data: bytes) -> tuple[list[str], list[str]]:
    """The last words of each document, and the reasons."""
    found = list(read_stream(io.BytesIO(data), "a.warc", FORMATS))
    texts = [d.text.split()[-1] for d in found if isinstance(d, Document)]
    return texts, [s.reason for s in found if isinstance(s, Skipped)]


def pages(number: int) -> list[bytes]:
    return [made_files.html(f"{made_files.WORDS} end{n}") for n in range(number)]


def test_a_length_that_is_too_long_costs_nothing_and_is_told():
    data = made_files.warc(*pages(3), gzip=False)
    at = data.index(b"Content-Length: ")
    long = data[:at] + b"Content-Length: 9" + data[at + len(b"Content-Length: ") :]
    texts, reasons = read(long)
    assert texts == ["end0", "end1", "end2"]
    assert any("states a length" in reason for reason in reasons)


def test_a_length_that_is_too_short_costs_nothing_and_is_told():
    data = made_files.warc(*pages(3), gzip=False)
    at = data.index(b"Content-Length: ") + len(b"Content-Length: ")
    end = data.index(b"\r", at)
    texts, reasons = read(data[:at] + b"300" + data[end:])
    assert texts == ["end0", "end1", "end2"]
    assert any("states a length of 300 bytes" in reason for reason in reasons)


def test_records_behind_a_damaged_member_are_read():
    members = [made_files.warc(page) for page in pages(3)]
    damaged = bytearray(members[1])
    damaged[40:60] = b"\xff" * 20
    texts, reasons = read(members[0] + bytes(damaged) + members[2])
    assert texts[0] == "end0"
    assert texts[-1] == "end2"
    assert "end1" not in texts
    assert reasons


def test_bytes_between_records_are_told():
    data = made_files.warc(*pages(2), gzip=False)
    first = made_files.warc(*pages(1), gzip=False)
    texts, reasons = read(first + b"odd bytes\r\n\r\n" + data)
    assert texts == ["end0", "end0", "end1"]
    assert reasons


def test_an_answer_packed_with_brotli_is_read():
    import brotli

    page = brotli.compress(made_files.html())
    block = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\n"
        + page
    )
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\n"
        "WARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2030-05-15T08:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    texts, _ = read(gzip.compress(head.encode() + block + b"\r\n\r\n"))
    assert texts == ["morning."]
