"""HTML pages: the main text by trafilatura, the facts by what the page states.

Scripts and styles are cut out before anything is parsed, so that a page of many
megabytes costs what its words cost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from html import unescape
from typing import Any, BinaryIO

from sayso.errors import InputError
from sayso.intake.bundles import read_bundle
from sayso.intake.capture import (
    PARSER_FAULTS,
    Format,
    Skipped,
    need,
    parse_hour,
    plain_fault,
    quietly,
    read_bounded_bytes,
    refuse_open,
    take_in,
)
from sayso.intake.decoding import Decoded, decode_page
from sayso.intake.factiva import FACTIVA
from sayso.intake.languages import detect_language
from sayso.intake.page_days import Chosen
from sayso.intake.page_facts import find_page_facts
from sayso.intake.page_parts import find_times, take_out
from sayso.intake.plain_html import plain_text
from sayso.model import CustodyStep, DateBasis, Document, PartKind

LARGEST_PAGE = 32 * 1024 * 1024
"""Bytes of a page: the largest news pages we met have 4 MB, nearly all of it script."""
LARGEST_MARKUP = 4_000_000
"""Characters left after scripts are cut out; a book-length page has 1.5 million."""
DEEPEST = 500
"""Elements inside one another; the deepest page of our saved ones has 43."""
SHORTEST = 25
"""Characters of a main text: less is a menu or a notice."""
_CUT = ("script", "style", "svg", "noscript", "template", "object")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})\b")
_ONCE = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li td tr"
    " th dt dd option".split()
)
"""Elements that are empty or close by themselves."""
_NUMBERED = re.compile(rb"Document [A-Za-z][A-Za-z0-9]{14,40}\s*<")
"""How every article of a Factiva export ends."""
_NO_CLOCK = "2100-01-01"
"""Last day of publication that is believed where the day of capture is not known: the
same page gives the same document on any day."""
_MOST_LINES = 200
"""Lines of the text that are looked up in the page."""


def read_html(stream: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    """Give the one document of a saved page, or why it is none."""
    try:
        data = read_bounded_bytes(stream, LARGEST_PAGE)
        exported = _exported(data)
        if exported is None:
            yield read_page(data, name)
        else:
            yield from read_bundle(exported, name, FACTIVA)
    except InputError as error:
        yield Skipped(name, str(error))


def _exported(data: bytes) -> str | None:
    """Give the words of a list of articles saved from a database, None for a page."""
    if not _NUMBERED.search(data):
        return None
    text = plain_text(without_scripts(decode_page(data).text))
    return text if FACTIVA.fits(text) else None


def read_page(
    data: bytes,
    name: str,
    *,
    encoding: str | None = None,
    url: str | None = None,
    **known: Any,
) -> Document | Skipped:
    """Give the document of a page's bytes.

    Args:
        data: The page.
        name: What to call it.
        encoding: What the server said of it.
        url: Where it was fetched; what the page calls its own address otherwise.
        known: Further fields of the document, such as "retrieved" and "custody".

    Raises:
        InputError: It is no page, or larger or deeper than pages are.
    """
    decoded = decode_page(data, told=encoding)
    markup = without_scripts(decoded.text)
    _check(markup)
    tree = _parse(markup)
    left_out = take_out(tree)
    facts = find_page_facts(decoded.text, url=url, times=tuple(find_times(tree)))
    taken, version = _extract(tree, url or facts.url, known.get("retrieved"))
    text = taken.get("text") or ""
    if len(text.strip()) < SHORTEST:
        return Skipped(name, "has no main text beside menus and notices")
    published, basis, place, how = _published(facts.published, taken.get("date"))
    steps = (
        *known.pop("custody", ()),
        CustodyStep(_sentence(data, decoded, text, markup), f"trafilatura {version}"),
        *_left_out(left_out),
        CustodyStep(how),
    )
    return take_in(
        text,
        name=name,
        data=data,
        published=published,
        hour=parse_hour(facts.published.words),
        basis=basis,
        published_from=place,
        doubts=facts.published.doubts,
        title=taken.get("title") or facts.title,
        outlet=facts.outlet or taken.get("sitename") or taken.get("hostname"),
        url=url or facts.url or taken.get("url"),
        author=taken.get("author"),
        language=detect_language(text) or facts.language,
        media_type="text/html",
        extractor=f"html 2 (trafilatura {version})",
        custody=steps,
        **known,
    )


def without_scripts(markup: str) -> str:
    """Give the mark-up without scripts, styles and drawings, in one pass."""
    for tag in _CUT:
        markup = _without(markup, tag)
    return markup


def _without(markup: str, tag: str) -> str:
    lower = markup.lower()
    if len(lower) != len(markup):  # a few letters change length in lower case
        lower = "".join(c.lower() if c.isascii() else c for c in markup)
    parts, at = list[str](), 0
    opening, closing = f"<{tag}", f"</{tag}"
    while True:
        start = lower.find(opening, at)
        if start < 0:
            break
        after = start + len(opening)
        if lower[after : after + 1].isalnum():
            parts.append(markup[at:after])
            at = after
            continue
        end = lower.find(closing, after)
        parts.append(markup[at:start])
        if end < 0:
            at = len(markup)
            break
        at = lower.find(">", end) + 1 or len(markup)
    parts.append(markup[at:])
    return "".join(parts)


def _check(markup: str) -> None:
    """Refuse what no page is: no elements, too much of them, too deep."""
    if "\0" in markup[:200_000] or "<" not in markup:
        raise InputError("is no HTML")
    refuse_open(markup.count("<"), markup.count(">"))
    if len(markup) > LARGEST_MARKUP:
        raise InputError(
            f"has {len(markup):,} characters besides scripts;"
            f" pages of up to {LARGEST_MARKUP:,} are read"
        )
    depth = deepest = 0
    for end, tag in _TAG.findall(markup):
        if tag.lower() not in _ONCE:
            depth = max(depth - 1, 0) if end else depth + 1
            deepest = max(depth, deepest)
    if deepest > DEEPEST:
        raise InputError(f"has {deepest:,} elements inside one another")


def _parse(markup: str) -> Any:
    """Give the elements of a page."""
    loading = need("trafilatura.utils", "trafilatura")
    try:
        with quietly():
            tree = loading.load_html(markup)
    except PARSER_FAULTS as error:
        raise InputError(f"cannot be taken apart ({plain_fault(error)})") from error
    if tree is None:
        raise InputError("is no HTML")
    return tree


def _extract(
    tree: Any, url: str | None, retrieved: str | None
) -> tuple[dict[str, Any], str]:
    trafilatura = need("trafilatura", "trafilatura")
    days = {
        "original_date": True,
        # else words of any 200 languages are tried: ten seconds of loading, and a day
        # guessed from what is none; the same 34 of 35 saved pages have their day
        "extensive_search": False,
        "max_date": (retrieved or _NO_CLOCK)[:10],
    }
    try:
        with quietly():
            taken = trafilatura.bare_extraction(
                tree,
                url=url,
                with_metadata=True,
                include_comments=False,
                include_links=False,
                date_extraction_params=days,
            )
    except PARSER_FAULTS as error:
        raise InputError(f"cannot be taken apart ({plain_fault(error)})") from error
    return ({} if taken is None else taken.as_dict()), trafilatura.__version__


def _published(
    stated: Chosen, found: str | None
) -> tuple[date | None, DateBasis, str | None, str]:
    """Give the day of publication, its basis and place, and a sentence on that."""
    if stated.day is not None:
        how = f'the page states its day as "{stated.words}" in {stated.place}'
        return stated.day, DateBasis.METADATA, stated.place, how
    try:
        day = None if found is None else date.fromisoformat(found)
    except ValueError:
        day = None
    if day is None:
        how = "the page states no day of publication"
        return None, DateBasis.UNKNOWN, None, how
    how = "the day was found in the page's text or address"
    return day, DateBasis.TEXT, "the page's text or address", how


_TOLD = {
    PartKind.RELATED: "of other articles",
    PartKind.CAPTION: "of captions",
    PartKind.NOTICE: "of notices",
    PartKind.COMMENTS: "of readers' comments",
}


def _left_out(taken: Counter[PartKind]) -> Iterator[CustodyStep]:
    """Yield one step that says what of the page is not in the text."""
    if taken:
        told = ", ".join(
            f"{taken[kind]:,} {what}" for kind, what in _TOLD.items() if taken[kind]
        )
        yield CustodyStep(f"boxes left out: {told}")


def _sentence(data: bytes, decoded: Decoded, text: str, markup: str) -> str:
    """Give what was done and how much of the text stands in the page as it is."""
    page = "".join(unescape(re.sub(r"<[^<>]{0,5000}>", "", markup)).split())
    lines = [
        plain for line in text.splitlines()[:_MOST_LINES] if (plain := _plain(line))
    ]
    held = sum(line in page for line in lines)
    return (
        f"main text taken from a page of {len(data):,} bytes, {decoded.sentence()};"
        f" {held:,} of {len(lines):,} lines stand in it as they are"
    )


def _plain(line: str) -> str:
    return "".join(line.lstrip("-| ").split())


FORMAT = Format(
    "html",
    (".html", ".htm", ".xhtml", ".shtml"),
    "text/html",
    read_html,
    keeps=(
        "the main text, tables as rows; day with its place, outlet, title, author, "
        "address"
    ),
    loses=(
        "menus, scripts, captions, boxes of other articles, notices, readers' "
        "comments (counted)"
    ),
)
