"""Articles in JSON: arrays, answers of news services, JSON Feed, JSON-LD.

Each service calls the same facts by other names; the table says which. What it gives
shortened ("[+2345 chars]") is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from sayso.intake.capture import Skipped, shorten, take_day, take_in
from sayso.intake.plain_html import plain_text
from sayso.model import CustodyStep, Document

_KEYS: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text",
        "content",
        "articleBody",
        "body",
        "full_text",
        "fulltext",
        "maintext",
        "content_text",
        "content_html",
        "article_text",
        "story_text",
        "article",
        "description",
        "summary",
    ),
    "title": ("title", "headline", "name"),
    "published": (
        "published",
        "publishedAt",
        "published_at",
        "publish_date",
        "publication_date",
        "datePublished",
        "date_published",
        "date_publish",
        "pubDate",
        "pubdate",
        "date",
        "dateTime",
        "created_at",
        "webPublicationDate",
        "seendate",
    ),
    "outlet": (
        "outlet",
        "publisher",
        "media_name",
        "source",
        "publication",
        "source_name",
        "source_domain",
        "site",
        "site_name",
        "domain",
    ),
    "url": ("url", "link", "webUrl", "canonical_url", "uri", "permalink"),
    "author": ("author", "byline", "authors", "creator"),
    "language": ("language", "lang", "inLanguage"),
    "id": ("id", "_id", "stories_id", "guid", "uri"),
}
"""Field -> keys, the first that says something counts."""
_HOLDERS = (
    "articles",
    "stories",
    "results",
    "items",
    "documents",
    "docs",
    "data",
    "hits",
    "response",
    "@graph",
    "news",
    "posts",
)
"""Keys under which answers of services hold their list."""
_CUT = re.compile(r"…?\s*\[\+?\d[\d,]* (?:chars|characters)\]\s*$")
_MARKUP = re.compile(
    r"<(?:p|br|div|a|b|i|em|strong|span|ul|li|h\d)\b[^<>]{0,300}>", re.IGNORECASE
)
_LANGUAGE = re.compile(r"([a-zA-Z]{2})(?:[-_]|$)")
_DEEPEST = 3
_LEAST = 0.3
"""Share of a list's objects that must have a text, so that it is one of articles."""
_ARTICLE_TYPES = re.compile(r"(?:\w*Article|\w*BlogPosting|Report|SocialMediaPosting)$")


def find_listed(value: Any) -> list[Any] | None:
    """Give the objects of articles in a JSON value, None where there are none."""
    found = _find(value, _DEEPEST)
    if not found:
        return None
    texts = sum(isinstance(o, dict) and bool(_text(o)) for o in found)
    return found if texts and texts >= _LEAST * len(found) else None


def read_listed(objects: list[Any], name: str) -> Iterator[Document | Skipped]:
    """Give the documents of objects in order, or why one gave none."""
    for number, item in enumerate(objects, 1):
        where = f"{name} article {number}"
        if not isinstance(item, dict):
            yield Skipped(where, "is no object")
            continue
        text = _text(item)
        if not text:
            yield Skipped(where, "has no text")
            continue
        yield _take_in(item, text, where)


def _find(value: Any, left: int) -> list[Any] | None:
    if isinstance(value, list):
        return value or None
    if not isinstance(value, dict) or not left:
        return None
    for holder in _HOLDERS:
        inside = value.get(holder)
        found = _find(inside, left - 1) if isinstance(inside, list | dict) else None
        if found and any(isinstance(o, dict) and _text(o) for o in found):
            return found
    return [value] if _text(value) else None


def _text(item: dict[str, Any]) -> str:
    kind = item.get("@type")
    kinds = kind if isinstance(kind, list) else [kind] if kind else []
    if kinds and not any(_ARTICLE_TYPES.match(str(k)) for k in kinds):
        return ""
    for key in _KEYS["text"]:
        value = item.get(key)
        if isinstance(value, dict):
            value = value.get("rendered") or value.get("text")
        if isinstance(value, str) and value.strip():
            return value
    return ""


def _take_in(item: dict[str, Any], text: str, where: str) -> Document | Skipped:
    steps: list[CustodyStep] = []
    cut = _CUT.search(text)
    if cut:
        text = text[: cut.start()]
        steps.append(CustodyStep(f"the service gives the beginning only{cut.group()}"))
    facts: dict[str, Any] = {
        field: _value(item, field) for field in ("title", "outlet", "url", "author")
    }
    facts["title"] = plain_text(facts["title"] or "") or None
    language = _LANGUAGE.match(_value(item, "language") or "")
    identifier = _value(item, "id")
    words = plain_text(text) if _MARKUP.search(text) else text
    return take_in(
        words,
        name=shorten(f"{where} ({identifier})" if identifier else where, limit=200),
        data=text.encode("utf-8", "surrogatepass"),
        language=language[1].lower() if language else None,
        media_type="application/json",
        extractor="json 1",
        custody=tuple(steps),
        **facts,
        **take_day(_value(item, "published") or "", place="the file's article"),
    )


def _value(item: dict[str, Any], field: str) -> str | None:
    for key in _KEYS[field]:
        value = item.get(key)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, dict):
            value = value.get("name") or value.get("title") or value.get("rendered")
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None
