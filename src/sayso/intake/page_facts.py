"""What a page states of itself in its mark-up: day, address, title, outlet.

Which day counts is worked out in `page_days`, what structured data says in `page_data`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from sayso.intake.page_data import data_objects, find_data_days, find_publisher
from sayso.intake.page_days import Candidate, Chosen, Trust, choose

_META = re.compile(r"<meta\b[^<>]{1,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""([\w:.-]{1,40})\s{0,3}=\s{0,3}("[^"]{0,1500}"|'[^']{0,1500}'|[^\s"'<>=`]{1,300})"""
)
_MOST_TAGS = 500
"""Meta elements of one page that are looked at."""
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "og:published_time",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.issued",
    "citation_publication_date",
    "article.published",
    "article_date_original",
    "publication_date",
    "publish-date",
    "publishdate",
    "published_at",
    "publish_date",
    "pubdate",
    "datepublished",
)
"""Names that say publication, most telling first."""
_NAMED = (
    "date",
    "sailthru.date",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "dc.date.created",
    "datecreated",
    "date.created",
    "created",
    "last-modified-original",
)
"""Names of a day that may be that of publication."""
_OUTLET = ("og:site_name", "application-name", "dc.publisher", "publisher")
_TITLE = ("og:title", "twitter:title", "headline", "dc.title")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page's mark-up states."""

    published: Chosen
    title: str | None
    outlet: str | None
    url: str | None
    language: str | None


def find_page_facts(
    markup: str, *, url: str | None = None, times: Sequence[Candidate] = ()
) -> PageFacts:
    """Give what the mark-up of a page states of it; None where it states nothing.

    Args:
        markup: With its scripts, which hold structured data.
        url: Where the page was fetched.
        times: What stands in its elements, see `page_parts`.
    """
    metas = dict(reversed(list(_metas(markup))))
    title = _first(metas, _TITLE)
    titles = [t for t in (title, _titled(markup)) if t]
    canonical = _canonical(markup) or metas.get("og:url")
    addresses = [a for a in (canonical, url) if a]
    objects = list(data_objects(markup))
    stated = [
        *_named(metas),
        *find_data_days(objects, addresses, titles),
        *times,
    ]
    return PageFacts(
        published=choose(stated),
        title=title,
        outlet=metas.get("og:site_name")
        or find_publisher(objects, addresses, titles)
        or _first(metas, _OUTLET),
        url=canonical,
        language=_language(markup),
    )


def _named(metas: dict[str, str]) -> Iterator[Candidate]:
    for names, trust in ((_PUBLISHED, Trust.PUBLISHED), (_NAMED, Trust.NAMED)):
        for name in names:
            if metas.get(name):
                yield Candidate(metas[name], f'meta "{name}"', trust)


def _metas(markup: str) -> Iterator[tuple[str, str]]:
    """Yield the (name, value) pairs of meta elements, names in lower case."""
    for number, tag in enumerate(_META.finditer(markup)):
        if number == _MOST_TAGS:
            return
        pairs = {
            name.lower(): unescape(_bare(value))
            for name, value in _ATTRIBUTE.findall(tag.group())
        }
        content = pairs.get("content")
        for key in ("property", "name"):
            if content and pairs.get(key):
                yield pairs[key].lower(), content


def _bare(value: str) -> str:
    return value[1:-1] if value[:1] in "\"'" else value.removesuffix("/")


_LINK = re.compile(r"<link\b[^<>]{1,2000}>", re.IGNORECASE)
_HTML = re.compile(r"<html\b[^<>]{0,1000}>", re.IGNORECASE)
_TITLED = re.compile(r"<title\b[^<>]{0,500}>([^<]{1,500})<", re.IGNORECASE)


def _titled(markup: str) -> str | None:
    found = _TITLED.search(markup)
    return unescape(found[1]).strip() or None if found else None


def _canonical(markup: str) -> str | None:
    for number, tag in enumerate(_LINK.finditer(markup)):
        if number == _MOST_TAGS:
            break
        pairs = {k.lower(): _bare(v) for k, v in _ATTRIBUTE.findall(tag.group())}
        if pairs.get("rel", "").lower() == "canonical" and "href" in pairs:
            return unescape(pairs["href"])
    return None


def _language(markup: str) -> str | None:
    tag = _HTML.search(markup[:20_000])
    if tag is None:
        return None
    pairs = {k.lower(): _bare(v) for k, v in _ATTRIBUTE.findall(tag.group())}
    code = pairs.get("lang", "")[:2].lower()
    return code if len(code) == 2 and code.isalpha() else None


def _first(known: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((known[name] for name in names if known.get(name)), None)
