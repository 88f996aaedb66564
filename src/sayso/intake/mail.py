"""Mails: one message a file (.eml), or many in a mailbox (.mbox).

The body is the plain part, else the words of the HTML part. Attachments are not opened:
each is named, so that it can be saved and read by itself.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from typing import BinaryIO

from sayso.errors import InputError
from sayso.intake.capture import (
    LARGEST_FILE,
    PARSER_FAULTS,
    Format,
    Skipped,
    parse_hour,
    plain_fault,
    quietly,
    read_bounded_bytes,
    take_in,
)
from sayso.intake.decoding import decode_page
from sayso.intake.plain_html import plain_text
from sayso.model import CustodyStep, Document

_FAULTS = (*PARSER_FAULTS, MessageError)
_BEGINS = re.compile(rb"From \S{1,300} .{0,80}\d{4}\s{0,4}$")
_MOST_ATTACHMENTS = 50
"""Attachments of one mail that are named."""


def read_mail(stream: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    """Give the document of one mail, and a `Skipped` for each attachment."""
    try:
        yield from read_message(read_bounded_bytes(stream, LARGEST_FILE), name)
    except InputError as error:
        yield Skipped(name, str(error))


def read_mailbox(stream: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    """Give the documents of a mailbox's messages in order."""
    for number, data in enumerate(_messages(stream), 1):
        where = f"{name} message {number}"
        if data is None:
            yield Skipped(where, f"is larger than {LARGEST_FILE // 2**20} MB")
            continue
        try:
            yield from read_message(data, where)
        except InputError as error:
            yield Skipped(where, str(error))


def read_message(data: bytes, name: str) -> Iterator[Document | Skipped]:
    """Give the document of a mail's bytes and what became of its attachments.

    Raises:
        InputError: It is damaged beyond reading.
    """
    try:
        with quietly():
            message = BytesParser(policy=policy.default).parsebytes(data)
            document = _take_in(message, data, name)
            attachments = [_name_of(part) for part in message.iter_attachments()]
    except _FAULTS as error:
        raise InputError(f"is no mail or damaged ({plain_fault(error)})") from error
    yield document
    for attachment in attachments[:_MOST_ATTACHMENTS]:
        yield Skipped(
            f"{name} attachment {attachment}", "is not opened; save it and read that"
        )


def _take_in(message: EmailMessage, data: bytes, name: str) -> Document | Skipped:
    if not message.keys():
        return Skipped(name, "has no head of a mail")
    body = message.get_body(("plain", "html"))
    if body is None:
        return Skipped(name, "has no body of words")
    payload = body.get_payload(decode=True)
    decoded = decode_page(
        payload if isinstance(payload, bytes) else b"",
        told=body.get_content_charset(),
    )
    is_html = body.get_content_type() == "text/html"
    text = plain_text(decoded.text) if is_html else decoded.text
    sent = _head(message, "Date")
    steps = [
        CustodyStep(f'received: "{" ".join(str(value).split())[:300]}"')
        for value in reversed(message.get_all("Received", [])[:20])
    ]
    identifier = _head(message, "Message-ID")
    part = "HTML part" if is_html else "plain part"
    steps.append(
        CustodyStep(
            f"{part} taken from mail {identifier or 'without an id'},"
            f" {decoded.sentence()}"
        )
    )
    return take_in(
        text.replace("\r\n", "\n"),
        name=name,
        data=data,
        published=_day(sent),
        hour=parse_hour(sent),
        title=_head(message, "Subject"),
        author=_head(message, "From"),
        media_type="message/rfc822",
        extractor="mail 1",
        custody=tuple(steps),
    )


def _head(message: EmailMessage, name: str) -> str | None:
    value = message.get(name)
    return None if value is None else " ".join(str(value).split()) or None


def _day(sent: str | None) -> date | None:
    """Give the day in the sender's own time zone."""
    if sent is None:
        return None
    try:
        return parsedate_to_datetime(sent).date()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _name_of(part: EmailMessage) -> str:
    return str(part.get_filename() or part.get_content_type())


def _messages(stream: BinaryIO) -> Iterator[bytes | None]:
    """Yield each message's bytes, None for one that is too large.

    A message begins at a line "From ", with an address and a year, that is the first
    or follows an empty line.
    """
    buffer, size, is_inside, is_after_blank = io.BytesIO(), 0, False, True
    while line := stream.readline(LARGEST_FILE):
        if is_after_blank and _BEGINS.match(line):
            if is_inside:
                yield buffer.getvalue() if size <= LARGEST_FILE else None
            buffer, size, is_inside = io.BytesIO(), 0, True
        else:
            is_inside = True
            size += len(line)
            if size <= LARGEST_FILE:
                buffer.write(line[1:] if line.startswith(b">From ") else line)
        is_after_blank = line in (b"\n", b"\r\n")
    if is_inside:
        yield buffer.getvalue() if size <= LARGEST_FILE else None


FORMAT = Format("mail", (".eml",), "message/rfc822", read_mail)
MAILBOX = Format("mailbox", (".mbox", ".mbx"), "application/mbox", read_mailbox)
