"""Feeds and pages that are asked again and again: only what changed is sent.

What a server said of an answer's version (ETag, Last-Modified) is kept beside what was
fetched, so that asking again after a stop costs nothing. robots.txt is asked each time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from sayso.errors import InputError
from sayso.workspace.fetching import check_allowed, fetch, is_private_address, store

STATE = "watched.json"
"""File that keeps the versions seen, in the folder of what was fetched."""
_ASKED = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
_UNCHANGED = "304"


def ask(url: str, folder: Path, *, may_be_private: bool = False) -> Path | None:
    """Ask for an address once, and give the WARC file of what is new.

    Args:
        url: Of a feed or page, by http or https.
        folder: Where files and versions are kept.
        may_be_private: Whether the user allows this machine's own network.

    Returns:
        None when nothing changed since the last answer.

    Raises:
        InputError: No answer, an error, not allowed by robots.txt, or an address of
            this machine's own network that was not allowed.
    """
    if not may_be_private and is_private_address(url):
        raise InputError("is an address of a private network; --private allows it")
    check_allowed(url)
    known = _load(folder)
    try:
        fetched = fetch(url, headers=dict(_conditions(known.get(url, {}))))
    except LookupError as error:
        raise InputError(str(error)) from error
    if fetched.status.startswith(_UNCHANGED):
        return None
    told = {name.lower(): value for name, value in fetched.headers}
    version = {name: told[name] for name in _ASKED if name in told}
    path = store(fetched, url, folder, datetime.now(UTC))
    _save(folder, {**known, url: version})
    return path


def _conditions(version: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, header in _ASKED.items():
        if name in version:
            yield header, version[name]


def _load(folder: Path) -> dict[str, dict[str, str]]:
    """Give the versions kept; none where the file is missing or cannot be read."""
    try:
        known = json.loads((folder / STATE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _save(folder: Path, known: Mapping[str, Mapping[str, str]]) -> None:
    """Keep the versions; the old file is replaced whole."""
    part = folder / f"{STATE}.part"
    part.write_text(json.dumps(known, indent=1, sort_keys=True), encoding="utf-8")
    part.replace(folder / STATE)
