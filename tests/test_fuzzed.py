"""Anything at all as text, file or address: an answer or a sentence, never a fault.

More examples with `SAYSO_FUZZ=N`, N times as many.
"""

import io
import os
from urllib.parse import parse_qsl

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.intake import FORMATS, Skipped, read_stream
from sayso.model import Document
from sayso.reading.persons.persons import find_persons
from sayso.web.page import Asked
from sayso.web.query import parse_question
from sayso.workspace.batch import read_bounded
from sayso.workspace.own_data import read_document

TIMES = int(os.environ.get("SAYSO_FUZZ", "1"))
PARTS = (
    "Governor Ivan Belan said 12 soldiers were killed in Olmar. ",
    "Пленный Иван Белан сказал: «нас 40».\n",
    "over 1,100 km2 ",
    "“",
    "”",
    "(34)",
    "'s wife",
    "—",
    "\u202e",
    "\x00",
    "👩‍🚀",
    "\r\n",
    "… ",
    "half of the 20 tanks, three of them burnt, ",
    "on 31 February ",
)
WORDS = st.lists(st.sampled_from(PARTS) | st.text(max_size=6), max_size=12).map("".join)
HEADS = (
    b"From: a@b.c\nSubject: =?utf-8?q?x?=\n\n",
    b"<html><body><p>",
    b"WARC/1.0\r\nContent-Length: 99\r\n\r\n",
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b'{"id": "1", "text": "12 killed"}\n',
    b"<rss><channel><item>",
    b"date,value\n2030-01-01,3\n",
)
BYTES = st.builds(
    bytes.__add__, st.sampled_from((b"", *HEADS)), st.binary(max_size=300)
)
OFTEN = {"deadline": None, "suppress_health_check": list(HealthCheck)}


@settings(max_examples=25 * TIMES, **OFTEN)
@given(WORDS)
def test_any_text_is_read(text):
    document = Document(text)
    reading = read_bounded(document, read_document)
    for claim in reading.claims:
        claim.quantity.span.check(text)
        claim.sentence.check(text)


@settings(max_examples=200 * TIMES, **OFTEN)
@given(WORDS)
def test_persons_of_any_text_lie_in_it(text):
    for person in find_persons(text):
        for span in person.mentions:
            span.check(text)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@settings(max_examples=15 * TIMES, **OFTEN)
@given(BYTES)
def test_any_bytes_are_taken_in_or_refused_with_a_sentence(form, data):
    for item in read_stream(io.BytesIO(data), f"a{form.suffixes[0]}", FORMATS):
        assert isinstance(item, (Document, Skipped))
        if isinstance(item, Skipped):
            assert item.reason


@settings(max_examples=200 * TIMES, **OFTEN)
@given(st.text(max_size=80))
def test_any_query_is_a_question(query):
    pairs = tuple(parse_qsl(query, keep_blank_values=True))
    for name in ("text", "since", "page", "order", "measure", "speaker"):
        question = parse_question(Asked("/claims", query=((name, query), *pairs)))
        assert question.number >= 1
