"""What a page states of itself in its mark-up: day, address, title, outlet.

Several days are often stated. Publication goes before modification; a day with the
outlet's own time or zone before one in UTC, which may be the day before or after.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import Any

_META = re.compile(r"<meta\b[^<>]{1,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""([\w:.-]{1,40})\s{0,3}=\s{0,3}("[^"]{0,1500}"|'[^']{0,1500}')"""
)
_DATA = "application/ld+json"
_LONGEST_DATA = 500_000
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_UTC = re.compile(r"(?:Z|[+-]00:?00)$")
_MOST_TAGS = 500
"""Meta elements and data blocks of one page that are looked at."""
_DEEPEST = 12
"""Levels of a page's structured data that are followed."""
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "dc.date.created",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "article.published",
    "published_at",
    "datecreated",
    "last-modified-original",
)
"""Names under which pages state their day of publication, most telling first."""
_OUTLET = ("og:site_name", "application-name", "dc.publisher", "publisher")
_TITLE = ("og:title", "twitter:title", "headline", "dc.title")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page's mark-up states."""

    published: date | None
    stated: str | None
    """The words of that day, for the custody log."""
    title: str | None
    outlet: str | None
    url: str | None
    language: str | None


def find_page_facts(markup: str) -> PageFacts:
    """Give what the mark-up of a page states of it; None where it states nothing."""
    metas = dict(reversed(list(_metas(markup))))
    stated = [value for value in map(metas.get, _PUBLISHED) if value]
    stated += list(_data_days(markup))
    day, words = choose_day(stated)
    return PageFacts(
        published=day,
        stated=words,
        title=_first(metas, _TITLE),
        outlet=_first(metas, _OUTLET),
        url=_canonical(markup) or metas.get("og:url"),
        language=_language(markup),
    )


def choose_day(stated: list[str]) -> tuple[date | None, str | None]:
    """Give the day of publication among days as written, with its words."""
    known = [(_parse(value), value.strip()) for value in stated]
    days = [(day, words) for day, words in known if day is not None]
    local = [pair for pair in days if not _UTC.search(pair[1])]
    best = local or days
    return best[0] if best else (None, None)


def _parse(value: str) -> date | None:
    found = _DAY.match(value.strip())
    if found is None:
        return None
    try:
        return date.fromisoformat(found.group())
    except ValueError:
        return None


def _metas(markup: str) -> Iterator[tuple[str, str]]:
    """Yield the (name, value) pairs of meta elements, names in lower case."""
    for number, tag in enumerate(_META.finditer(markup)):
        if number == _MOST_TAGS:
            return
        pairs = {
            name.lower(): unescape(value[1:-1])
            for name, value in _ATTRIBUTE.findall(tag.group())
        }
        name = pairs.get("property") or pairs.get("name") or pairs.get("itemprop")
        if name and pairs.get("content"):
            yield name.lower(), pairs["content"]


def _data_days(markup: str) -> Iterator[str]:
    """Yield what structured data (JSON-LD) calls the day of publication."""
    at = markup.find(_DATA)
    for _ in range(_MOST_TAGS):
        start = markup.find(">", at) + 1 if at >= 0 else 0
        end = markup.find("</", start) if start else -1
        if end < 0:
            return
        if end - start < _LONGEST_DATA:
            yield from _find_days(_parse_json(markup[start:end]), _DEEPEST)
        at = markup.find(_DATA, end)


def _parse_json(data: str) -> Any:
    """Give the value of JSON text, None where it is none."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _find_days(value: Any, left: int) -> Iterator[str]:
    if not left:
        return
    if isinstance(value, dict):
        day = value.get("datePublished")
        if isinstance(day, str):
            yield day
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _find_days(value.get(key), left - 1)
    elif isinstance(value, list):
        for item in value[:_MOST_TAGS]:
            yield from _find_days(item, left - 1)


_LINK = re.compile(r"<link\b[^<>]{1,2000}>", re.IGNORECASE)
_HTML = re.compile(r"<html\b[^<>]{0,1000}>", re.IGNORECASE)


def _canonical(markup: str) -> str | None:
    for number, tag in enumerate(_LINK.finditer(markup)):
        if number == _MOST_TAGS:
            break
        pairs = dict(_ATTRIBUTE.findall(tag.group()))
        if pairs.get("rel", "")[1:-1].lower() == "canonical" and "href" in pairs:
            return unescape(pairs["href"][1:-1])
    return None


def _language(markup: str) -> str | None:
    tag = _HTML.search(markup[:20_000])
    if tag is None:
        return None
    pairs = {k.lower(): v[1:-1] for k, v in _ATTRIBUTE.findall(tag.group())}
    code = pairs.get("lang", "")[:2].lower()
    return code if len(code) == 2 and code.isalpha() else None


def _first(known: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((known[name] for name in names if known.get(name)), None)
