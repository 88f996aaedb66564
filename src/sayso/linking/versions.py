"""Versions: captures of one address with other words, in the order they were seen.

An address is compared without what does not name the page: scheme, "www", AMP forms,
what measures visitors. A front page or an address given to a whole folder is the same
for documents that share little; those are no versions of each other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit

from sayso.linking.gist import Gist
from sayso.model import Document, DocumentId

_HOST = re.compile(r"^(?:www|m|mobile|amp)\.")
_CACHE = re.compile(r"^/(?:amp|c|v)/(?:s/)?([\w.-]+\.[a-z]{2,})(/.*)")
_MEASURED = re.compile(
    r"(?i)(?:utm_\w+|fbclid|gclid|dclid|yclid|igshid|mc_[ce]id|cmpid?|cmp|ns_\w+|ref|"
    r"ref_src|share|amp|outputtype|output|at_\w+|xtor|ftag|smid|__twitter_impression)"
)
"""Parts of a query that say where a visitor came from, or ask for the AMP form."""
_WORD = re.compile(r"\w{3,40}")
_LEAST_SHARED = 0.3
"""Share of the shorter text's different words that two versions have together: two
articles of one war share 0.1 to 0.2, rewritten ones 0.5 and more (our own count)."""


def canonical_address(url: str) -> str | None:
    """Give what names a page in an address, None for a front page or no address."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    path = parts.path
    cached = _CACHE.match(path)
    if cached and (host.endswith("ampproject.org") or host.startswith("www.google.")):
        host, path = cached[1].lower(), cached[2]
    path = re.sub(r"(?:/amp|\.amp|/amp\.html)/?$|/+$", "", path)
    path = re.sub(r"^/amp(?=/)", "", path)
    kept = sorted(
        (key, value)
        for key, value in parse_qsl(parts.query)
        if not _MEASURED.fullmatch(key)
    )
    if not host or (not path and not kept):
        return None
    query = f"?{urlencode(kept)}" if kept else ""
    return f"{_HOST.sub('', host)}{path}{query}"


def find_versions(documents: Iterable[Document]) -> tuple[tuple[Document, ...], ...]:
    """Give the groups of versions, each from the first seen to the last.

    Returns:
        Groups of two or more, in the order of their addresses.
    """
    places: defaultdict[str, list[Document]] = defaultdict(list)
    for document in documents:
        address = canonical_address(document.url) if document.url else None
        if address is not None:
            places[address].append(document)
    found = []
    for address in sorted(places):
        group = sorted(places[address], key=_seen)
        kept = [group[0]]
        kept += [one for one in group[1:] if _is_alike(kept[-1], one)]
        if len(kept) > 1:
            found.append(tuple(kept))
    return tuple(found)


def find_superseded(documents: Mapping[DocumentId, Document]) -> frozenset[DocumentId]:
    """Give the documents of which a later version is held: they count once, as that."""
    return frozenset(
        document.id
        for group in find_versions(documents.values())
        for document in group[:-1]
    )


def _seen(document: Document) -> tuple[str, str, str, str]:
    """Give the key that orders versions: when captured, published, then the id."""
    day = document.published.isoformat() if document.published else ""
    return (document.retrieved or "", day, document.hour or "", document.id)


def is_order_known(one: Document, other: Document) -> bool:
    """True where captures, days or hours tell which of two versions came first."""
    return _seen(one)[:3] != _seen(other)[:3]


def _is_alike(one: Document, other: Document) -> bool:
    words, others = (
        d.words if isinstance(d, Gist) else words_of(d.text) for d in (one, other)
    )
    least = min(len(words), len(others))
    return least > 0 and len(words & others) >= _LEAST_SHARED * least


def words_of(text: str) -> frozenset[str]:
    """Give the different words by which two captures are told to be of one article."""
    return frozenset(w.lower() for w in _WORD.findall(text))
