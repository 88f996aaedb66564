"""Exports of Telegram Desktop (result.json): one document a message.

Channel, hour, whom it was forwarded from, edits and replies are kept; media are named
and not read. Messages of the service itself ("joined the channel") are passed over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from sayso.intake.capture import Skipped, take_day, take_in
from sayso.model import CustodyStep, Document

_MEDIA = (
    "photo",
    "file",
    "media_type",
    "poll",
    "location_information",
    "contact_information",
)
_GROUPS = ("group", "chat")


def find_chats(value: Any) -> list[Any] | None:
    """Give the chats of an export, None where the value is none."""
    if not isinstance(value, dict):
        return None
    chats = value.get("chats")
    if isinstance(chats, dict) and isinstance(chats.get("list"), list):
        found = [chat for chat in chats["list"] if _is_chat(chat)]
        return found or None
    return [value] if _is_chat(value) else None


def read_chats(chats: list[Any], name: str) -> Iterator[Document | Skipped]:
    """Give the documents of all messages with words, then what was passed over."""
    for chat in chats:
        title = str(chat.get("name") or "") or None
        passed = Counter[str]()
        for message in chat["messages"]:
            if not isinstance(message, dict) or message.get("type") != "message":
                passed["of the service itself"] += 1
                continue
            text = _words(message.get("text"))
            if not text.strip():
                passed["media without words, which are not read"] += 1
                continue
            where = f"{name} message {message.get('id', 'without an id')}"
            yield _take_in(message, text, where, chat)
        for reason, count in sorted(passed.items()):
            noun = "message" if count == 1 else "messages"
            told = f"{count:,} {noun} passed over: {reason}"
            yield Skipped(f"{name}, {title}:" if title else f"{name}:", told)


def _is_chat(value: Any) -> bool:
    if not isinstance(value, dict) or not isinstance(value.get("messages"), list):
        return False
    first = next((m for m in value["messages"] if isinstance(m, dict)), None)
    return (
        first is not None and "type" in first and ("date" in first or "text" in first)
    )


def _words(text: Any) -> str:
    """Give the words of a message, which come in pieces where some are marked."""
    if isinstance(text, str):
        return text
    if not isinstance(text, list):
        return ""
    parts = (p if isinstance(p, str) else p.get("text") for p in text if p)
    return "".join(part for part in parts if isinstance(part, str))


def _take_in(
    message: dict[str, Any], text: str, where: str, chat: dict[str, Any]
) -> Document | Skipped:
    forwarded = message.get("forwarded_from") or message.get("saved_from")
    is_group = any(word in str(chat.get("type") or "") for word in _GROUPS)
    author = message.get("author") or (message.get("from") if is_group else None)
    outlet = chat.get("name") or message.get("from")
    return take_in(
        text,
        name=where,
        data=text.encode("utf-8", "surrogatepass"),
        outlet=str(outlet) if outlet else None,
        author=str(author) if author else None,
        via=(str(forwarded),) if isinstance(forwarded, str) else (),
        media_type="application/json",
        extractor="telegram 1",
        custody=tuple(_steps(message)),
        **take_day(str(message.get("date") or ""), place="the message"),
    )


def _steps(message: dict[str, Any]) -> Iterator[CustodyStep]:
    number = message.get("id", "without an id")
    yield CustodyStep(f"message {number} of an export of Telegram Desktop")
    if isinstance(message.get("forwarded_from"), str):
        yield CustodyStep(f"forwarded from {message['forwarded_from'][:200]}")
    if message.get("edited"):
        yield CustodyStep("edited after it was sent", None, str(message["edited"])[:40])
    if message.get("reply_to_message_id"):
        yield CustodyStep(f"answers message {message['reply_to_message_id']}")
    media = [key for key in _MEDIA if message.get(key)]
    if media:
        named = ", ".join(
            f"{key.partition('_')[0]} {_name(message[key])}" for key in media
        )
        yield CustodyStep(f"comes with media that are not read: {named}"[:300])


def _name(value: Any) -> str:
    return value[:80] if isinstance(value, str) and not value.startswith("(") else ""
