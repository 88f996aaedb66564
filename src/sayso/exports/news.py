"""An Atom feed (RFC 4287) of what is new in a saved question, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.exports.atom import plain_xml


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One entry of a feed."""

    id: str
    category: str
    at: str
    """Instant, ISO 8601 in UTC."""
    title: str
    link: str | None


def write_feed(
    name: str, items: Iterable[FeedItem], *, maker: str, made: str
) -> Iterator[str]:
    """Yield the lines of a feed.

    Args:
        name: The question's name; part of the feed's id.
        items: Newest first.
        maker: Who made the feed.
        made: When the feed last changed where it has no entry.
    """
    rows = tuple(items)
    updated = max((row.at for row in rows if row.at), default=made)
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield '<feed xmlns="http://www.w3.org/2005/Atom">\n'
    yield f"<title>{plain_xml(f'New in “{name}”')}</title>\n"
    yield f"<id>urn:sayso:question:{plain_xml(name)}</id>\n"
    yield f"<updated>{plain_xml(updated)}</updated>\n"
    yield f"<author><name>{plain_xml(maker)}</name></author>\n"
    for row in rows:
        yield "<entry>\n"
        yield f"<id>urn:sayso:{plain_xml(row.id)}</id>\n"
        yield f"<title>{plain_xml(row.title)}</title>\n"
        yield f"<updated>{plain_xml(row.at or made)}</updated>\n"
        yield f'<category term="{plain_xml(row.category)}"/>\n'
        if row.link:
            yield f'<link rel="related" href="{plain_xml(row.link)}"/>\n'
        yield f'<content type="text">{plain_xml(row.title)}</content>\n'
        yield "</entry>\n"
    yield "</feed>\n"
