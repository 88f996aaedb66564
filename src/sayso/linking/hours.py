"""Which of two documents came first, by day and, where both state it, by hour.

Of one day's reports nobody knows the order unless both say when they were published;
an hour with its zone is only set beside another with one, or of the same outlet's kind.
"""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta

from sayso.model import Document

_HOUR = re.compile(r"(\d{2}):(\d{2})(?:([+-])(\d{2}):(\d{2}))?")


def came_before(a: Document | None, b: Document | None) -> bool:
    """True when the first document is known to be published before the second."""
    if a is None or b is None or a.published is None or b.published is None:
        return False
    first, second = _instant(a), _instant(b)
    if first is not None and second is not None:
        return first < second
    return a.published < b.published


def hour_key(document: Document | None) -> str:
    """Give the key that puts documents of one day by hour, unknown hours last."""
    hour = None if document is None else document.hour
    return hour or "~"


def _instant(document: Document) -> datetime | None:
    """Give when a document was published, in UTC where its zone is known."""
    found = _HOUR.fullmatch(document.hour or "")
    if found is None or document.published is None:
        return None
    hour, minute, sign, away, more = found.groups()
    if int(hour) > 23 or int(minute) > 59:
        return None
    at = datetime.combine(document.published, time(int(hour), int(minute)))
    if sign is None:
        return at
    offset = timedelta(hours=int(away), minutes=int(more))
    return at - offset if sign == "+" else at + offset
