"""Whose request a proxy passed on, where whoever runs the pages trusts the proxy.

Anybody can write the header, so it is read only from a proxy that was named, and from
its end: the proxy of ours added the last address, and what stands before is whatever
the visitor sent. Method: as `real_ip_recursive` of nginx; RFC 7239, section 8.1.
"""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

Network = IPv4Network | IPv6Network
_HEADER = "x-forwarded-for"
_LONGEST = 2000
"""Characters of the header; a longer one is nobody's honest way."""


def parse_proxy(words: str) -> Network | None:
    """Give the addresses that an address or network names, None where it names none."""
    try:
        return ip_network(words.strip())
    except ValueError:
        return None


class Forwarded:
    """Tells what is behind where a request came from before it met a trusted proxy."""

    def __init__(self, app: ASGIApp, proxies: Sequence[Network]) -> None:
        """Stand before an application.

        Args:
            app: What is behind.
            proxies: Whose word is taken.
        """
        self._app, self._proxies = app, tuple(proxies)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on with its visitor's address in place of the proxy's."""
        if scope["type"] == "http" and scope.get("client"):
            host, port = scope["client"]
            came_from = find_visitor(host, Headers(scope=scope), self._proxies)
            if came_from != host:
                scope = {**scope, "client": (came_from, port)}
        await self._app(scope, receive, send)


def find_visitor(peer: str, headers: Headers, proxies: Sequence[Network]) -> str:
    """Give the address of whoever sent a request.

    Args:
        peer: Who is connected to us.
        headers: Of the request.
        proxies: Whose word is taken.

    Returns:
        The last address in the header that is no trusted proxy's; the peer's own where
        the peer is not trusted, or the header names nobody who can be told.
    """
    if not _is_trusted(_address(peer), proxies):
        return peer
    given = ",".join(headers.getlist(_HEADER))
    if len(given) > _LONGEST:
        given = given[-_LONGEST:].partition(",")[2]
    for words in reversed(given.split(",")):
        address = _address(words)
        if address is None:
            return peer
        if not _is_trusted(address, proxies):
            return str(address)
    return peer


def _is_trusted(
    address: IPv4Address | IPv6Address | None, proxies: Sequence[Network]
) -> bool:
    return address is not None and any(address in network for network in proxies)


def _address(words: str) -> IPv4Address | IPv6Address | None:
    """Give the address of "192.0.2.7", "192.0.2.7:443" or "[2001:db8::7]:443"."""
    words = words.strip()
    if words.startswith("["):
        words = words[1:].partition("]")[0]
    elif words.count(":") == 1:
        words = words.partition(":")[0]
    try:
        address = ip_address(words.partition("%")[0])
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address
