"""Feeds and pages that are asked now and then: what is new is kept, and read once.

Polite: robots.txt is asked first and again after a day, two requests of one host stand
apart, what has not changed is not sent again (conditional requests, RFC 9110, 13.1),
and a server that asks to wait is left alone so long. What was seen stands in a file
beside the captures; a later start goes on where this one ended. Refuses addresses of
the local network unless told, and of those a feed names any but its own host's.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from email.utils import parsedate_to_datetime
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from sayso.errors import InputError
from sayso.workspace.fetching import (
    Fetched,
    Terms,
    check_rules,
    fetch,
    for_the_owner,
    read_rules,
    store_answer,
)

PAUSE = 2.0
"""Seconds between two requests of one host, where robots.txt asks for no more."""
LONGEST_PAUSE = 60.0
RULES_HOLD = 86_400.0
"""Seconds that rules of robots.txt are kept (RFC 9309, 2.4: a day)."""
LONGEST_WAIT = 86_400.0
WAITS = 900.0
"""Seconds for which a server is left alone that asks to wait and says not how long."""
NOTES = "watched.json"
"""Name of the file with what was seen, beside the captures."""
_SAME, _WAIT = 304, (429, 503)


@dataclass(frozen=True, slots=True)
class Clock:
    """Where the instant comes from, in seconds, and how to wait."""

    now: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True)
class Seen:
    """What an address answered when it was read last."""

    digest: str
    """SHA-256 of the body."""
    etag: str | None = None
    modified: str | None = None


class Watch:
    """Asks addresses again and again, and gives what they newly answer."""

    def __init__(
        self, folder: Path, *, local: bool = False, clock: Clock = Clock()
    ) -> None:
        """Take up what was seen before.

        Args:
            folder: Where captures and notes are kept; made when it is not there.
            local: Whether addresses of the local network may be asked.
            clock: Seconds since 1970, and how to wait.

        Raises:
            InputError: The notes are there and damaged.
        """
        self._folder = folder
        self._local = local
        self._clock = clock
        self._seen = _load(folder / NOTES)
        self._new: dict[str, Seen] = {}
        self._rules: dict[str, tuple[float, RobotFileParser | None]] = {}
        self._asked: dict[str, float] = {}
        self._until: dict[str, float] = {}

    def knows(self, url: str) -> bool:
        """True when what an address answered has been read."""
        return url in self._seen

    def ask(self, url: str, *, named_by: str | None = None) -> Path | None:
        """Give the capture of what an address newly answers, None for nothing new.

        Args:
            url: A feed or a page.
            named_by: The feed that names it; None when the user did.

        Raises:
            InputError: It may not be asked, or gives no answer.
        """
        host = urlsplit(url).netloc.lower()
        left = self._until.get(host, 0.0) - self._clock.now()
        if left > 0:
            raise InputError(f"is left alone for {left:.0f} s more, as its server asks")
        local = self._local and named_by in (None, _at_host(named_by, host))
        rules = self._rules_of(url, host, local=local)
        check_rules(rules, url)
        self._pause(host, rules)
        seen = self._seen.get(url)
        try:
            answer = fetch(url, terms=Terms(local, _conditions(seen), _ANSWERS))
        except LookupError as error:
            raise InputError(str(error)) from error
        if answer.code in _WAIT:
            self._leave_alone(host, answer)
        digest = sha256(answer.body).hexdigest()
        if answer.code == _SAME or (seen is not None and seen.digest == digest):
            return None
        header = {name.lower(): value for name, value in answer.headers}
        self._new[url] = Seen(digest, header.get("etag"), header.get("last-modified"))
        return store_answer(answer, url, self._folder)

    def keep(self, url: str) -> None:
        """Note on the disk that what an address newly answered has been read."""
        if url not in self._new:
            return
        self._seen[url] = self._new.pop(url)
        path = self._folder / NOTES
        beside = path.with_suffix(".new")
        notes = {address: asdict(seen) for address, seen in self._seen.items()}
        with open(beside, "w", encoding="utf-8", opener=for_the_owner) as out:
            json.dump(notes, out, indent=1, sort_keys=True)
        beside.replace(path)

    def _rules_of(self, url: str, host: str, *, local: bool) -> RobotFileParser | None:
        at, rules = self._rules.get(host, (0.0, None))
        if host not in self._rules or self._clock.now() - at > RULES_HOLD:
            rules = read_rules(url, local=local)
            self._asked[host] = self._clock.now()
            self._rules[host] = self._clock.now(), rules
        return rules

    def _pause(self, host: str, rules: RobotFileParser | None) -> None:
        """Wait until the host was not asked for a while."""
        asked = float((rules and rules.crawl_delay("sayso")) or 0)
        pause = min(max(PAUSE, asked), LONGEST_PAUSE)
        left = self._asked.get(host, 0.0) + pause - self._clock.now()
        if left > 0:
            self._clock.sleep(left)
        self._asked[host] = self._clock.now()

    def _leave_alone(self, host: str, answer: Fetched) -> None:
        wait = min(_wait_of(answer, self._clock.now()), LONGEST_WAIT)
        self._until[host] = self._clock.now() + wait
        raise InputError(
            f"answers with status {answer.code}: left alone for {wait:.0f} s"
        )


_ANSWERS = frozenset({_SAME, *_WAIT})


def _at_host(url: str | None, host: str) -> str | None:
    """Give the address where it is of the host, an empty one where it is not."""
    return url if url is None or urlsplit(url).netloc.lower() == host else ""


def _conditions(seen: Seen | None) -> tuple[tuple[str, str], ...]:
    if seen is None:
        return ()
    stated = (("If-None-Match", seen.etag), ("If-Modified-Since", seen.modified))
    return tuple((name, value) for name, value in stated if value)


def _wait_of(answer: Fetched, now: float) -> float:
    """Give the seconds that a server asks to wait for."""
    header = {name.lower(): value for name, value in answer.headers}
    stated = header.get("retry-after", "").strip()
    if stated.isascii() and stated.isdigit():
        return float(stated)
    try:
        return max(parsedate_to_datetime(stated).timestamp() - now, 0.0)
    except (TypeError, ValueError, IndexError):
        return WAITS


def _load(path: Path) -> dict[str, Seen]:
    try:
        notes: Mapping[str, Mapping[str, str]] = json.loads(path.read_text("utf-8"))
        return {url: Seen(**seen) for url, seen in notes.items()}
    except FileNotFoundError:
        return {}
    except (ValueError, TypeError, AttributeError) as error:
        raise InputError(
            f'"{path}" is damaged ({error}): delete it to ask for everything again'
        ) from error
