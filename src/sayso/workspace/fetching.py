"""One page from the network, only when a user names its address; kept as a WARC file.

Polite: robots.txt is asked first, one request, our own name, nothing followed but
redirects, and these never from the open network to this machine's own. What came is
stored beside the ledger as it came, and intake reads it from there.
"""

from __future__ import annotations

import os
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from http.client import HTTPException, HTTPMessage, HTTPResponse
from io import BytesIO
from itertools import count
from pathlib import Path
from time import monotonic
from typing import IO
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from sayso import __version__
from sayso.errors import InputError
from sayso.intake.capture import need
from sayso.workspace.reaching import CheckedHttp, CheckedHttps, is_private

AGENT = f"sayso/{__version__} (one page, asked for by a person)"
LARGEST = 32 * 1024 * 1024
_ROBOTS_LARGEST = 512 * 1024
"""Bytes of robots.txt that are looked at (RFC 9309, 2.5, asks for 500 KiB)."""
PATIENCE = 20.0
"""Seconds without a byte after which a server is given up."""
LONGEST = 300.0
"""Seconds that one answer may take in all: the largest page over a slow line."""
_PIECE = 64 * 1024
_SCHEMES = ("http", "https")
_MOST_REDIRECTS = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server answered."""

    url: str
    """After redirects."""
    code: int
    status: str
    """With its words: "200 OK"."""
    headers: tuple[tuple[str, str], ...]
    body: bytes


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms an address is asked."""

    local: bool = False
    """Whether it may be in the local network."""
    headers: tuple[tuple[str, str], ...] = ()
    """Of the request, beside our name."""
    also: frozenset[int] = frozenset()
    """Statuses other than success whose answers are given all the same."""


LOCAL = Terms(local=True)
_OPEN = Terms()


def fetch_to_archive(url: str, folder: Path, *, local: bool = False) -> Path:
    """Fetch one page and give the WARC file it was stored in.

    Args:
        url: As the user gave it.
        folder: Where the file is put; made when it is not there.
        local: Whether the address may be in the local network.

    Raises:
        InputError: Not allowed by robots.txt, no answer, too large, or no page.
    """
    check_allowed(url, local=local)
    try:
        fetched = fetch(url, terms=Terms(local))
    except LookupError as error:
        raise InputError(str(error)) from error
    return store_answer(fetched, url, folder)


def store_answer(fetched: Fetched, url: str, folder: Path) -> Path:
    """Keep an answer as a WARC file, and give the file.

    Args:
        fetched: The answer.
        url: The address that was asked.
        folder: Where the file is put; made when it is not there.
    """
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = f"{now.replace(':', '')}-{sha256(url.encode()).hexdigest()[:12]}"
    paths = (folder / f"{name}{more}.warc.gz" for more in _more())
    path = next(path for path in paths if not path.exists())
    with open(path, "xb", opener=for_the_owner) as out:
        out.write(_to_warc(fetched, now))
    return path


def _more() -> Iterator[str]:
    """Yield what a name goes on with where an earlier capture has it."""
    yield ""
    yield from (f"-{number}" for number in count(2))


def for_the_owner(path: str, flags: int) -> int:
    """Open a file that nobody but its owner may read."""
    return os.open(path, flags, 0o600)


def check_allowed(url: str, *, local: bool = False) -> None:
    """Refuse an address that its server asks robots to leave alone.

    Raises:
        InputError: robots.txt says so, or cannot be had although it is there.
    """
    check_rules(read_rules(url, local=local), url)


def read_rules(url: str, *, local: bool = False) -> RobotFileParser | None:
    """Give what the robots.txt of an address' server says, None where there is none.

    Raises:
        InputError: It cannot be had although it is there.
    """
    robots = urljoin(url, "/robots.txt")
    try:
        answer = fetch(robots, largest=_ROBOTS_LARGEST, cuts=True, terms=Terms(local))
    except LookupError:  # 4xx: no rules (RFC 9309, 2.3.1.3)
        return None
    rules = RobotFileParser(robots)
    rules.parse(answer.body.decode("utf-8", "replace").splitlines())
    return rules


def check_rules(rules: RobotFileParser | None, url: str) -> None:
    """Refuse an address that the rules of its server close to robots.

    Raises:
        InputError: They do.
    """
    if rules is not None and not rules.can_fetch("sayso", url):
        raise InputError("is left alone, as its server's robots.txt asks")


def fetch(
    url: str, *, largest: int = LARGEST, cuts: bool = False, terms: Terms = _OPEN
) -> Fetched:
    """Give what a server answers to one request.

    Args:
        url: Of http or https.
        largest: Bytes of the answer that are taken.
        cuts: Whether a larger answer is cut; else it is refused.
        terms: Whether it may be local, and what else is asked.

    Raises:
        InputError: No answer, an error of the server, too large, or in the local
            network, which the terms do not allow.
        LookupError: The server has no such page.
    """
    parts = urlsplit(url)
    if parts.scheme.lower() not in _SCHEMES or not parts.hostname:
        raise InputError("is no address of http or https")
    starts_private = is_private(parts.hostname)
    if starts_private and not terms.local:
        raise InputError("is in the local network, which is asked with --local alone")
    opener = urllib.request.build_opener(
        _Redirects(parts.hostname if starts_private else None),
        CheckedHttp(may_be_private=starts_private),
        CheckedHttps(may_be_private=starts_private),
    )
    headers = {**dict(terms.headers), "User-Agent": AGENT}
    asked = urllib.request.Request(url, headers=headers)  # noqa: S310 - the scheme was checked
    try:
        with opener.open(asked, timeout=PATIENCE) as answer:
            body = _read_within(answer, largest + 1)
            given = tuple(answer.headers.items())
            final, code = answer.geturl(), answer.status
            status = f"{code} {answer.reason}"
    except urllib.error.HTTPError as error:
        with error:
            code = error.code
            if code in terms.also:
                told = tuple(error.headers.items())
                return Fetched(url, code, f"{code} {error.reason}", told, b"")
        if 400 <= code < 500:
            raise LookupError(f"answers with status {code}") from error
        raise InputError(f"answers with status {code}") from error
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise InputError(f"cannot be fetched ({reason})") from error
    if len(body) > largest:
        if not cuts:
            raise InputError(f"is larger than {largest // 2**20} MB")
        body = body[:largest]
    return Fetched(final, code, status, given, body)


def _read_within(answer: HTTPResponse, most: int) -> bytes:
    """Give the body, at most so many bytes of it.

    Raises:
        InputError: It breaks off, or takes longer than `LONGEST`.
    """
    until = monotonic() + LONGEST
    parts: list[bytes] = []
    while most > 0:
        if monotonic() > until:
            raise InputError(f"takes longer than {LONGEST:.0f} seconds")
        part = answer.read1(min(most, _PIECE))
        if not part:
            break
        parts.append(part)
        most -= len(part)
    if most > 0 and answer.length:
        raise InputError(f"breaks off {answer.length:,} bytes before its end")
    return b"".join(parts)


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows few redirects, none into the local network, none out of it."""

    max_redirections = _MOST_REDIRECTS

    def __init__(self, private: str | None) -> None:
        """Prepare; `private` is the host that was asked where it is a private one."""
        self._private = private

    def redirect_request(  # noqa: PLR0913, PLR0917 - urllib's own signature
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Give the request that follows a redirect."""
        parts = urlsplit(newurl)
        if parts.scheme.lower() not in _SCHEMES or not parts.hostname:
            raise InputError(f'redirects to "{newurl[:80]}", which is not followed')
        if self._private is not None and parts.hostname != self._private:
            raise InputError("redirects from the local network to another host")
        if self._private is None and is_private(parts.hostname):
            raise InputError("redirects into the local network")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _to_warc(fetched: Fetched, at: str) -> bytes:
    """Give the answer as a WARC file of one record."""
    writer_module = need("warcio.warcwriter", "warcio")
    heads = need("warcio.statusandheaders", "warcio")
    kept = [
        (name, value)
        for name, value in fetched.headers
        if name.lower() not in ("transfer-encoding", "content-length")
    ]
    kept.append(("Content-Length", str(len(fetched.body))))
    out = BytesIO()
    writer = writer_module.WARCWriter(out, gzip=True)
    record = writer.create_warc_record(
        fetched.url,
        "response",
        payload=BytesIO(fetched.body),
        length=len(fetched.body),
        http_headers=heads.StatusAndHeaders(fetched.status, kept, protocol="HTTP/1.1"),
        warc_headers_dict={"WARC-Date": at},
    )
    writer.write_record(record)
    return out.getvalue()
