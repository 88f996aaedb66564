"""Mails: one message a file (.eml), or many in a mailbox (.mbox).

The body is the plain part, or the words of the HTML part where that one is a stub.
Attachments are not opened: each is named, so that it can be saved and read by itself.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from typing import BinaryIO

from sayso.errors import InputError
from sayso.intake.capture import (
    LARGEST_FILE,
    PARSER_FAULTS,
    Format,
    Skipped,
    plain_fault,
    quietly,
    read_bounded_bytes,
    take_day,
    take_in,
)
from sayso.intake.decoding import Decoded, decode_page
from sayso.intake.plain_html import plain_text
from sayso.model import CustodyStep, Document

_FAULTS = (*PARSER_FAULTS, MessageError)
_BEGINS = re.compile(rb"From \S{1,300} .{0,80}\d{4}\s{0,4}$")
_STUB = 2
"""Times as many words as the plain part has, from which the HTML part is the mail."""
_FEW = 40
"""Words of a plain part that may only say where the mail is."""
_SAYS_HTML = re.compile(r"(?i)\bhtml\b|\bview (?:it|this)\b|web ?browser")
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
    body = _choose_body(message)
    if body is None:
        return Skipped(name, "has no body of words")
    sent = _raw_head(message, "date") or ""
    steps = [
        CustodyStep(f'received: "{" ".join(str(value).split())[:300]}"')
        for value in reversed(message.get_all("Received", [])[:20])
    ]
    identifier = _head(message, "Message-ID")
    steps.append(
        CustodyStep(
            f"{body.part} taken from mail {identifier or 'without an id'},"
            f" {body.decoded.sentence()}"
        )
    )
    return take_in(
        body.text.replace("\r\n", "\n"),
        name=name,
        data=data,
        **take_day(sent, place="the mail's head"),
        title=_head(message, "Subject"),
        author=_head(message, "From"),
        media_type="message/rfc822",
        extractor="mail 2",
        custody=tuple(steps),
    )


@dataclass(frozen=True, slots=True)
class _Body:
    """The words of one part of a mail."""

    text: str
    decoded: Decoded
    part: str


def _choose_body(message: EmailMessage) -> _Body | None:
    """Give the plain part, or the HTML part where the plain one is empty or a stub."""
    plain, marked = (_body_of(message, kind) for kind in ("plain", "html"))
    if plain is None or marked is None:
        return plain or marked
    words, others = len(plain.text.split()), len(marked.text.split())
    is_stub = words * _STUB < others or (words < _FEW and _SAYS_HTML.search(plain.text))
    return marked if others and is_stub else plain


def _body_of(message: EmailMessage, kind: str) -> _Body | None:
    part = message.get_body((kind,))
    if part is None:
        return None
    payload = part.get_payload(decode=True)
    decoded = decode_page(
        payload if isinstance(payload, bytes) else b"",
        told=part.get_content_charset(),
    )
    if kind == "html":
        return _Body(plain_text(decoded.text), decoded, "HTML part")
    return _Body(decoded.text, decoded, "plain part")


def _head(message: EmailMessage, name: str) -> str | None:
    value = message.get(name)
    return None if value is None else " ".join(str(value).split()) or None


def _raw_head(message: EmailMessage, name: str) -> str | None:
    """Give a line of the head as written: the parser fails on days of no calendar."""
    found = (str(value) for key, value in message.raw_items() if key.lower() == name)
    value = next(found, None)
    return None if value is None else " ".join(value.split()) or None


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


FORMAT = Format(
    "mail",
    (".eml",),
    "message/rfc822",
    read_mail,
    keeps=(
        "the plain part, or the HTML part where that one is a stub; sender, "
        "subject, day and hour, path"
    ),
    loses="attachments (named); an earlier mail below is a part without claims",
)
MAILBOX = Format(
    "mailbox",
    (".mbox", ".mbx"),
    "application/mbox",
    read_mailbox,
    keeps="as mail, one document a message",
    loses="as mail",
)
