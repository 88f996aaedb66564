"""A page's structured data (JSON-LD): of this article, of others, of the site.

An object counts as the page's own by its address, else by its headline. Lists of other
articles, videos, comments and the site itself are no articles of the page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from sayso.intake.page_days import Candidate, Trust

_MARK = "application/ld+json"
_LONGEST = 500_000
_MOST = 500
"""Blocks and objects of one page that are looked at."""
_DEEPEST = 12
"""Levels of a page's structured data that are followed."""
_FOLLOWED = ("@graph", "mainEntity", "mainEntityOfPage")
_ARTICLES = re.compile(
    r"(?:\w*Article|\w*BlogPosting|Report|SocialMediaPosting|Review|PressRelease)$"
)
"""Types of schema.org under Article; a live blog is one too."""
_PAGES = frozenset(("WebPage", "ItemPage", "MedicalWebPage", "AboutPage"))
_WORD = re.compile(r"\w{2,40}")
_SAME_WORDS, _OTHER_WORDS = 0.5, 0.25
"""Shares of a headline's words in the page's own title, from which it is the same, and
up to which it is another. Own count on saved pages: same ones have 0.6 and more."""


def data_objects(markup: str) -> Iterator[dict[str, Any]]:
    """Yield the objects of a page's structured data that may be of the page itself."""
    lower = markup.lower()
    if len(lower) != len(markup):
        lower = markup
    at = lower.find(_MARK)
    for _ in range(_MOST):
        start = markup.find(">", at) + 1 if at >= 0 else 0
        end = lower.find("</script", start) if start else -1
        if end < 0:
            return
        if end - start < _LONGEST:
            yield from _objects(_parse(markup[start:end]), _DEEPEST)
        at = lower.find(_MARK, end)


def find_data_days(
    objects: Sequence[dict[str, Any]], addresses: Sequence[str], titles: Sequence[str]
) -> Iterator[Candidate]:
    """Yield the days of publication that structured data states of this page.

    Args:
        objects: From `data_objects`.
        addresses: The page's own.
        titles: The page's own.
    """
    articles = [item for item in objects if _is_article(item)]
    for item in objects:
        words = item.get("datePublished") or item.get("dateCreated")
        if not isinstance(words, str):
            continue
        own = is_own(item, addresses, titles)
        trust = _trust(item, own=own, is_only=len(articles) == 1)
        if trust is not None:
            yield Candidate(words, f"JSON-LD {_kind(item)}".strip(), trust)


def find_publisher(
    objects: Sequence[dict[str, Any]], addresses: Sequence[str], titles: Sequence[str]
) -> str | None:
    """Give the publisher's name that the page's own article states."""
    for item in objects:
        if _is_article(item) and is_own(item, addresses, titles) is not False:
            named = item.get("publisher")
            named = named[0] if isinstance(named, list) and named else named
            name = named.get("name") if isinstance(named, dict) else named
            if isinstance(name, str) and name.strip() and "://" not in name:
                return unescape(name.strip())
    return None


def is_own(
    item: dict[str, Any], addresses: Sequence[str], titles: Sequence[str]
) -> bool | None:
    """True when an object is of this page, False if of another, None if open."""
    headline = item.get("headline") or item.get("name")
    by_words = None
    if isinstance(headline, str) and titles:
        share = max(_shared(headline, title) for title in titles)
        by_words = (
            True if share >= _SAME_WORDS else False if share <= _OTHER_WORDS else None
        )
    if by_words:
        return True
    named = {place for place in map(_place, _addresses(item)) if place}
    own = {place for place in map(_place, addresses) if place}
    if named and own:
        return bool(named & own)
    return by_words


def _trust(item: dict[str, Any], *, own: bool | None, is_only: bool) -> Trust | None:
    if own is False:
        return None
    if _is_article(item):
        if own:
            return Trust.OWN_DATA
        return Trust.ONLY_DATA if is_only else Trust.UNTYPED
    if not _kinds(item):
        return Trust.UNTYPED
    return Trust.PAGE_DATA if _kinds(item) & _PAGES else None


def _kinds(item: dict[str, Any]) -> set[str]:
    kind = item.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return {k.rpartition("/")[2] for k in kinds if isinstance(k, str)}


def _kind(item: dict[str, Any]) -> str:
    return next(iter(sorted(_kinds(item))), "")[:40]


def _is_article(item: dict[str, Any]) -> bool:
    return any(_ARTICLES.match(kind) for kind in _kinds(item))


def _addresses(item: dict[str, Any]) -> Iterator[str]:
    for value in (item.get("url"), item.get("@id"), item.get("mainEntityOfPage")):
        if isinstance(value, dict):
            yield from (v for v in map(value.get, ("@id", "url")) if isinstance(v, str))
        elif isinstance(value, str):
            yield value


def _place(address: str) -> str | None:
    """Give an address's path, by which it is compared; None for none or the front."""
    try:
        path = urlsplit(address).path
    except ValueError:
        return None
    path = path.rstrip("/").removesuffix(".amp").removesuffix("/amp").lower()
    return path or None


def _shared(one: str, other: str) -> float:
    words = {w.lower() for w in _WORD.findall(unescape(one))}
    others = {w.lower() for w in _WORD.findall(unescape(other))}
    return len(words & others) / min(len(words), len(others)) if words and others else 0


def _parse(data: str) -> Any:
    """Give the value of JSON text, None where it is none."""
    plain = data.strip().removeprefix("<!--").removesuffix("-->").strip()
    plain = plain.removeprefix("//").removeprefix("<![CDATA[").removesuffix("]]>")
    for words in (plain, unescape(plain)):
        try:
            return json.loads(words.removesuffix("//").strip(), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(value: Any, left: int) -> Iterator[dict[str, Any]]:
    if not left:
        return
    if isinstance(value, dict):
        yield value
        for key in _FOLLOWED:
            yield from _objects(value.get(key), left - 1)
    elif isinstance(value, list):
        for item in value[:_MOST]:
            yield from _objects(item, left - 1)
