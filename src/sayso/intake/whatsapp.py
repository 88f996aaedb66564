"""Chats exported from WhatsApp: one document a message, with its writer and hour.

Media are named and not read. Days are read in the order that the whole chat shows; of
one that shows none they stay open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from sayso.intake.bundles import Article, Bundle, with_next
from sayso.intake.capture import take_day
from sayso.intake.days import find_order

_MESSAGE = re.compile(
    r"(?m)^[\u200e\u200f]?\[?(\d{1,4}[./-]\d{1,2}[./-]\d{2,4}),? "
    r"(\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[ \u202f\xa0]?[AaPp]\.?[Mm]\.?)?)"
    r"(?:\] | [-–] )(?:[\u200e~ ]{0,3}([^:\n]{1,60}): )?"
)
_MEDIA = re.compile(
    r"(?i)[\u200e ]*(?:<[^<>]{0,40}(?:omitted|ausgeschlossen|omis|опущены)>"
    r"|(?:image|video|audio|sticker|gif|document|photo) omitted"
    r"|<attached: [^<>]{1,100}>)\s*$"
)
_DELETED = re.compile(r"(?i)[\u200e ]*(?:this message was deleted|you deleted this)")
_CHAT = re.compile(r"(?i)^_?whatsapp chat(?: with| -)?\s*")
_LOOK = 30


def _fits(text: str) -> bool:
    lines = [line for line in text[:20_000].splitlines() if line.strip()][:_LOOK]
    fits = sum(bool(_MESSAGE.match(line)) for line in lines)
    return fits >= 2 and fits * 3 >= len(lines)


def _split(text: str, name: str) -> Iterator[Article | str]:
    found = list(_MESSAGE.finditer(text))
    order = find_order(message[1] for message in found)
    chat = _CHAT.sub("", PurePath(name).stem.partition(".txt")[0]).strip() or None
    for message, after in with_next(found):
        end = after.start() if after else len(text)
        words = text[message.end() : end].strip()
        if message[3] is None:
            continue
        if _MEDIA.match(words) or _DELETED.match(words) or not words:
            yield "holds media or nothing, which is not read"
            continue
        clock = message[2].replace(".", ":") if "." in message[2][:3] else message[2]
        stated = f"{message[1]} {' '.join(clock.split())}"
        facts: dict[str, Any] = take_day(stated, place="the chat", order=order)
        facts |= {"outlet": chat, "author": message[3].strip()}
        yield Article(((message.end(), end),), facts)


WHATSAPP = Bundle("WhatsApp", _fits, _split, unit="message")
