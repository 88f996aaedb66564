"""Connections to addresses that were checked: the one checked is the one used.

A name may be answered with one address for the check and another for the connection;
so it is asked once, what it gives is checked, and that very address is connected to.
Ranges that carry an IPv4 address inside (NAT64, 6to4, Teredo) lead into the local
network by another door and are refused whole.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import urllib.request
from functools import partial
from typing import Any

from sayso.errors import InputError

_CARRIERS = tuple(
    ipaddress.IPv6Network(net)
    for net in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96")
)
"""NAT64 (RFC 6052, 8215), 6to4 (RFC 3056), Teredo (RFC 4380), IPv4-compatible."""


def is_open(address: str) -> bool:
    """True for an address of the open network."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            return is_open(str(found.ipv4_mapped))
        if any(found in net for net in _CARRIERS):
            return False
    return found.is_global and not found.is_multicast


def addresses_of(host: str, port: int | None) -> list[tuple[Any, ...]]:
    """Give what a name stands for, as `socket.getaddrinfo` does.

    Raises:
        InputError: It is not found.
    """
    try:
        return list(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    except (OSError, UnicodeError) as error:
        raise InputError(f'names "{host}", which is not found') from error


def is_private(host: str) -> bool:
    """True when a name stands for this machine or its own network."""
    return any(not is_open(found[4][0]) for found in addresses_of(host, None))


def reach(
    host: str, port: int, timeout: float | None, *, may_be_private: bool
) -> socket.socket:
    """Give a connection to one of the addresses of a name, each checked.

    Raises:
        InputError: One of them is private and may not be.
        OSError: None of them answers.
    """
    found = addresses_of(host, port)
    if not may_be_private and any(not is_open(one[4][0]) for one in found):
        raise InputError(f'names "{host}", which is in the local network')
    last: OSError | None = None
    for family, kind, protocol, _, address in found:
        made = socket.socket(family, kind, protocol)
        try:
            made.settimeout(timeout)
            made.connect(address)
        except OSError as error:
            made.close()
            last = error
        else:
            return made
    raise last or OSError("no address")


class _Plain(http.client.HTTPConnection):
    """A connection that is made to checked addresses."""

    def __init__(self, *given: Any, may_be_private: bool, **named: Any) -> None:
        super().__init__(*given, **named)
        self._may_be_private = may_be_private

    def connect(self) -> None:
        """Connect, through the proxy's tunnel where there is one."""
        self.sock = reach(
            self.host, self.port, self.timeout, may_be_private=self._may_be_private
        )
        if getattr(self, "_tunnel_host", None):
            getattr(self, "_tunnel")()  # noqa: B009 - as the base class does


class _Secured(http.client.HTTPSConnection):
    """The same under TLS; the certificate has to be the name's."""

    def __init__(self, *given: Any, may_be_private: bool, **named: Any) -> None:
        super().__init__(*given, **named)
        self._may_be_private = may_be_private

    def connect(self) -> None:
        """Connect, through the proxy's tunnel where there is one, and be secured."""
        _Plain.connect(self)  # type: ignore[arg-type]  # the same but for TLS
        name = getattr(self, "_tunnel_host", None) or self.host
        context = getattr(self, "_context")  # noqa: B009 - as the base class does
        self.sock = context.wrap_socket(self.sock, server_hostname=name)


class CheckedHttp(urllib.request.HTTPHandler):
    """Opens addresses of http."""

    def __init__(self, *, may_be_private: bool) -> None:
        super().__init__()
        self._may_be_private = may_be_private

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        """Give the answer to a request."""
        may = self._may_be_private or req.has_proxy()
        return self.do_open(partial(_Plain, may_be_private=may), req)


class CheckedHttps(urllib.request.HTTPSHandler):
    """Opens addresses of https."""

    def __init__(self, *, may_be_private: bool) -> None:
        super().__init__()
        self._may_be_private = may_be_private

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        """Give the answer to a request."""
        may = self._may_be_private or bool(getattr(req, "_tunnel_host", None))
        return self.do_open(partial(_Secured, may_be_private=may), req)
