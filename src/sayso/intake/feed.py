"""RSS and Atom feeds by feedparser: one document an item, as the feed gives it.

Feeds often carry the first lines only; the document is then these lines. A feed that
declares entities of its own is refused: they serve to overwhelm parsers.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, BinaryIO

from sayso.errors import InputError
from sayso.intake.capture import (
    PARSER_FAULTS,
    Format,
    Skipped,
    need,
    plain_fault,
    quietly,
    read_bounded_bytes,
    refuse_open,
    take_day,
    take_in,
)
from sayso.intake.plain_html import plain_text
from sayso.model import CustodyStep, Document

LARGEST_FEED = 32 * 1024 * 1024
DEEPEST = 100
"""Elements inside one another; feeds have 6 or 7."""


def read_feed(stream: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    """Give the documents of a feed's items in its order, or why there are none."""
    try:
        yield from read_items(read_bounded_bytes(stream, LARGEST_FEED), name)
    except InputError as error:
        yield Skipped(name, str(error))


def read_items(data: bytes, name: str, **known: Any) -> Iterator[Document | Skipped]:
    """Give the documents of a feed's bytes.

    Raises:
        InputError: It is no feed, or built to overwhelm.
    """
    _check(data)
    feedparser = need("feedparser", "feedparser")
    try:
        with quietly():
            feed = feedparser.parse(io.BytesIO(data))
    except PARSER_FAULTS as error:
        raise InputError(f"is no feed or damaged ({plain_fault(error)})") from error
    if not feed.get("version") and not feed.get("entries"):
        raise InputError("is no feed of RSS or Atom")
    if not feed.get("entries"):
        raise InputError("is a feed without items")
    steps = known.pop("custody", ())
    if feed.get("bozo"):
        fault = plain_fault(feed.get("bozo_exception") or ValueError("not well-formed"))
        steps = (*steps, CustodyStep(f"the feed is damaged ({fault}), read in parts"))
    by = f"feedparser {feedparser.__version__}"
    for number, entry in enumerate(feed.entries, 1):
        where = f"{name} item {number}"
        try:
            with quietly():
                taken = _take_in(
                    entry, feed.feed, where, (*steps, _step(entry, by)), known
                )
            yield taken
        except PARSER_FAULTS as error:
            yield Skipped(where, f"cannot be taken apart ({plain_fault(error)})")


def _take_in(
    entry: Any,
    feed: Any,
    where: str,
    steps: tuple[CustodyStep, ...],
    known: dict[str, Any],
) -> Document | Skipped:
    markup, kind = _markup(entry)
    text = plain_text(markup) if "html" in kind else markup
    version = (steps[-1].by or "").split()[-1]
    return take_in(
        text,
        name=where,
        data=markup.encode("utf-8", "replace"),
        **_day(entry),
        title=plain_text(str(entry.get("title") or "")),
        outlet=plain_text(str(feed.get("title") or "")),
        url=entry.get("link"),
        author=entry.get("author"),
        media_type="application/feed",
        extractor=f"feed 2 (feedparser {version})",
        custody=steps,
        **known,
    )


def _step(entry: Any, by: str) -> CustodyStep:
    identifier = str(entry.get("id") or entry.get("link") or "without an id")[:300]
    return CustodyStep(f"taken from the feed's item {identifier}", by)


def _markup(entry: Any) -> tuple[str, str]:
    """Give the longest that the item says of itself, and its media type."""
    parts = [*entry.get("content", ()), entry.get("summary_detail") or {}]
    found = [(str(p.get("value") or ""), str(p.get("type") or "")) for p in parts]
    best = max(found, key=lambda part: len(part[0]), default=("", ""))
    if best[0].strip():
        return best
    return str(entry.get("title") or ""), "text/html"


def _day(entry: Any) -> dict[str, Any]:
    """Give the day as written, in the outlet's zone.

    feedparser's own reading of unusual forms is not taken: it makes 1 November of
    "2016/6/29".
    """
    stated = str(entry.get("published") or entry.get("updated") or "")
    return take_day(stated, place="the feed's item")


def _check(data: bytes) -> None:
    """Refuse entities and depth before a parser sees them."""
    if b"<!ENTITY" in data or b"<!ENTITY" in data.replace(b"\0", b""):
        raise InputError("declares entities, which feeds do not")
    refuse_open(data.count(b"<"), data.count(b">"))
    depth = deepest = 0
    at = data.find(b"<")
    while at >= 0:
        after = data[at + 1 : at + 2]
        end = data.find(b">", at)
        if data.startswith(b"<![CDATA[", at):
            end = data.find(b"]]>", at)
        elif after == b"/":
            depth = max(depth - 1, 0)
        elif after not in b"!?" and end > 0 and data[end - 1 : end] != b"/":
            depth += 1
            deepest = max(deepest, depth)
        if end < 0:
            break
        at = data.find(b"<", end)
    if deepest > DEEPEST:
        raise InputError(f"has {deepest:,} elements inside one another")


FORMAT = Format(
    "feed",
    (".rss", ".atom", ".rdf", ".xml"),
    "application/feed",
    read_feed,
    keeps=(
        "each item's longest text; day, title, address, author, the feed's title as "
        "outlet"
    ),
    loses="enclosures; what the item leaves to its page",
)
