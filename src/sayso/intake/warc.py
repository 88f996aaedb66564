"""Web archives by warcio: WARC and ARC, plain or gzipped, one document a page.

Record id, target address, instant and payload digest stay in the custody log; a digest
that does not fit its payload is said. A damaged record costs itself and is told; in
an ARC file, where nothing marks the next, it ends the archive. Pictures, scripts and
redirects are counted, not listed.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass
from importlib.util import find_spec
from io import StringIO
from typing import Any, BinaryIO

from sayso.errors import InputError
from sayso.intake.capture import (
    DIGEST_DIFFERS,
    PARSER_FAULTS,
    Format,
    Skipped,
    need,
    plain_fault,
    quietly,
    take_in,
)
from sayso.intake.decoding import decode_page
from sayso.intake.feed import read_items
from sayso.intake.html import LARGEST_PAGE, read_page
from sayso.intake.kinds import GZIP, suffix_of, with_peek
from sayso.intake.pdf import read_pages
from sayso.intake.unpacking import Unpacked
from sayso.intake.warc_records import split_records
from sayso.model import CustodyStep, Document

_HTML = ("text/html", "application/xhtml+xml")
_FEED = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")
_XML = ("text/xml", "application/xml")
_SAYS_NOTHING = ("", "application/octet-stream", "binary/octet-stream", "text/plain")
"""Media types of answers that are looked into."""
_BY_CONTENT = {
    ".html": "text/html",
    ".rss": "application/rss+xml",
    ".atom": "application/atom+xml",
    ".rdf": "application/rdf+xml",
    ".pdf": "application/pdf",
}
"""How content begins -> its media type."""
_ARC = b"filedesc://"
_LARGEST = LARGEST_PAGE + 1024 * 1024
"""Bytes of one record that are held: a page and its heads."""
_KINDS = ("response", "resource", "conversion")
"""Record types that hold what was published; requests and metadata are passed over."""


def read_warc(stream: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    """Give the documents of an archive's records, then what was passed over."""
    try:
        archive = need("warcio.archiveiterator", "warcio")
        version = need("importlib.metadata", "warcio").version("warcio")
        faults = _faults()
    except InputError as error:
        yield Skipped(name, str(error))
        return
    passed: Counter[str] = Counter()
    whole = 0
    for number, record in enumerate(_records(stream, archive), 1):
        where = f"{name} record {number}"
        if isinstance(record, str):
            yield Skipped(where, record)
            continue
        whole += 1
        try:
            with quietly(), redirect_stderr(StringIO()):
                taken = _payload(record.record)
        except faults as error:
            yield Skipped(where, f"cannot be read ({plain_fault(error)})")
            continue
        if record.fault:
            yield Skipped(where, f"{record.fault}; what is there is read")
        if isinstance(taken, str):
            passed[taken] += 1
            continue
        step = _step(record.record, version, has_id=record.has_id)
        yield from _documents(record.record, taken, where, step)
    if passed.total() == whole:
        yield Skipped(name, "holds no page")
    for reason, count in sorted(passed.items()):
        if reason:
            noun = "record" if count == 1 else "records"
            yield Skipped(name, f"{count:,} {noun} passed over: {reason}")


@dataclass(frozen=True, slots=True)
class _Taken:
    """A record as warcio gives it."""

    record: Any
    has_id: bool
    """False in ARC files, which give their records no ids."""
    fault: str | None = None


def _records(stream: BinaryIO, archive: Any) -> Iterator[_Taken | str]:
    """Yield the records of an archive; in words those that are lost."""
    buffered = with_peek(stream)
    unpacked = Unpacked(buffered) if buffered.peek(2)[:2] == GZIP else None
    plain = buffered if unpacked is None else io.BufferedReader(unpacked)
    if plain.peek(len(_ARC)).startswith(_ARC):
        yield from _arc_records(plain, archive, unpacked)
        return
    for raw in split_records(plain, largest=_LARGEST, unpacked=unpacked):
        if not raw.data:
            yield raw.fault or "cannot be read"
            continue
        try:
            with quietly(), redirect_stderr(StringIO()):
                record = next(_iterate(archive, io.BytesIO(raw.data)), None)
        except _faults() as error:
            yield f"cannot be read ({plain_fault(error)})"
            continue
        if record is not None:
            yield _Taken(record, has_id=True, fault=raw.fault)


def _arc_records(
    plain: BinaryIO, archive: Any, unpacked: Unpacked | None
) -> Iterator[_Taken | str]:
    """Yield the records of an ARC file; a fault ends it, as nothing marks the next."""
    records = _iterate(archive, plain)
    while True:
        try:
            with quietly(), redirect_stderr(StringIO()):
                record = next(records, None)
        except _faults() as error:
            yield f"and what follows cannot be read ({plain_fault(error)})"
            return
        if record is None:
            break
        yield _Taken(record, has_id=False)
    if unpacked is not None and unpacked.faults:
        yield f"and what follows cannot be read ({unpacked.faults[0]})"


def _iterate(archive: Any, plain: Any) -> Any:
    return archive.ArchiveIterator(
        plain, arc2warc=True, check_digests=True, verify_http=False
    )


def _faults() -> tuple[type[Exception], ...]:
    exceptions = need("warcio.exceptions", "warcio")
    http = need("warcio.statusandheaders", "warcio")
    return (
        *PARSER_FAULTS,
        exceptions.ArchiveLoadFailed,
        http.StatusAndHeadersParserException,
    )


def _payload(record: Any) -> bytes | str:
    """Give a record's payload, or in words what it holds; "" for what is no content."""
    if record.rec_type not in _KINDS or _is_about_crawl(record):
        return "" if record.rec_type != "revisit" else "held in an earlier record"
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if status and status != "200":
        return f"an answer with status {status[:3]}"
    media = _media(record)
    known = (*_HTML, *_FEED, *_XML, "text/plain", "application/pdf")
    if media not in (*known, *_SAYS_NOTHING):
        return f"{media}, which is not read"
    packing = _packing(record)
    if packing:
        return packing
    data = _content(record)
    if _looked_into(media, data) not in known:
        return f"{media or 'an unstated kind'}, which is not read"
    if len(data) > LARGEST_PAGE:
        return f"more than {LARGEST_PAGE // 2**20} MB"
    return data if data.strip() else f"{media} without content"


def _packing(record: Any) -> str:
    """Give in words how an answer is packed, where that cannot be undone here."""
    if not record.http_headers:
        return ""
    told = str(record.http_headers.get_header("Content-Encoding") or "").strip().lower()
    known = ("", "identity", "gzip", "x-gzip", "deflate")
    if told in known or (told == "br" and find_spec("brotli") is not None):
        return ""
    if told == "br":
        return "packed with brotli; install sayso[intake] to read it"
    return f'packed as "{told[:20]}", which is not read'


def _content(record: Any) -> bytes:
    """Give the answer's content, unpacked, up to a byte more than is read."""
    heads = record.http_headers
    told = str(heads.get_header("Content-Encoding") or "") if heads else ""
    if told.strip().lower() != "br":
        content: bytes = record.content_stream().read(LARGEST_PAGE + 1)
        return content
    brotli = need("brotli", "brotli")
    heads.remove_header("Content-Encoding")
    packed = record.content_stream().read(LARGEST_PAGE + 1)
    try:
        unpacked: bytes = brotli.Decompressor().process(
            packed, output_buffer_limit=LARGEST_PAGE + 1
        )
    except brotli.error as error:
        raise ValueError(f"not packed with brotli as it says: {error}") from error
    return unpacked


def _is_about_crawl(record: Any) -> bool:
    """True for logs and settings that crawlers keep as if they were pages."""
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    return str(address).startswith("metadata:")


def _media(record: Any) -> str:
    heads = record.http_headers or record.rec_headers
    value = heads.get_header("Content-Type") or ""
    return str(value).partition(";")[0].strip().lower()


def _looked_into(media: str, data: bytes) -> str:
    """Give the media type by how content begins, where the stated one says nothing."""
    if media not in _SAYS_NOTHING:
        return media
    return _BY_CONTENT.get(suffix_of(data) or "", media)


def _documents(
    record: Any, data: bytes, where: str, step: CustodyStep
) -> Iterator[Document | Skipped]:
    """Give the documents of one record by its media type."""
    head = record.rec_headers.get_header
    captured = head("WARC-Date")
    known: dict[str, Any] = {
        "retrieved": captured,
        "custody": (step,),
    }
    url = head("WARC-Target-URI")
    media = _looked_into(_media(record), data)
    try:
        if media in _HTML:
            yield read_page(data, where, encoding=_charset(record), url=url, **known)
        elif media == "application/pdf":
            yield read_pages(data, where, url=url, **known)
        elif media in _FEED or _is_feed(media, data):
            yield from read_items(data, where, **known)
        else:
            decoded = decode_page(data, told=_charset(record))
            yield take_in(
                decoded.text,
                name=where,
                data=data,
                url=url,
                media_type=media,
                extractor="text 1",
                **known,
            )
    except InputError as error:
        yield Skipped(where, f"({(url or '')[:200]}) {error}")


def _is_feed(media: str, data: bytes) -> bool:
    return media in _XML and (b"<item" in data or b"<entry" in data)


def _charset(record: Any) -> str | None:
    value = (
        record.http_headers.get_header("Content-Type") if record.http_headers else None
    )
    return str(value or "").lower().partition("charset=")[2].strip("\"' ;") or None


def _step(record: Any, version: str, *, has_id: bool) -> CustodyStep:
    """Give where a record comes from; ARC files give their records no ids."""
    head = record.rec_headers.get_header
    words = [f"captured from {(head('WARC-Target-URI') or 'no address')[:500]}"]
    if has_id:
        words.append(f"record {head('WARC-Record-ID') or 'without an id'}")
    digest = head("WARC-Payload-Digest") or head("WARC-Block-Digest")
    if digest:
        fits = (
            record.digest_checker is None or record.digest_checker.passed is not False
        )
        says = "" if fits else f" ({DIGEST_DIFFERS})"
        words.append(f"digest {digest[:120]}{says}")
    return CustodyStep(", ".join(words), f"warcio {version}", head("WARC-Date"))


FORMAT = Format(
    "warc",
    (".warc", ".warc.gz", ".arc", ".arc.gz"),
    "application/warc",
    read_warc,
    keeps=(
        "pages, feeds, PDF and texts of answers with status 200; address, instant, "
        "record id, digest"
    ),
    loses="pictures, scripts, redirects (counted); damaged records (each said)",
)
