"""JSON files by what they hold: an export of Telegram or X, articles in a list, or one.

What is JSON of none of these kinds is refused, with what would be read: as a text it
would give speakers that are keys and figures that are ids.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from sayso.errors import InputError
from sayso.intake.capture import Format, Skipped, plain_fault, read_bounded_bytes
from sayso.intake.jsonl import read_jsonl
from sayso.intake.listed import find_listed, read_listed
from sayso.intake.telegram import find_chats, read_chats
from sayso.intake.text import decode_text
from sayso.intake.tweets import find_posts, read_posts
from sayso.model import Document

LARGEST_JSON = 256 * 1024 * 1024
_SCRIPT = re.compile(r"\s*window\.[\w.]{1,80}\s*=\s*")
"""What stands before the value in files of an X archive."""
_WANTED = (
    'a result.json of Telegram, tweets.js of X, or a list of objects with "text" or'
    ' "content" and "title", "published", "outlet", "url"'
)

Find = Callable[[Any], list[Any] | None]
Read = Callable[[list[Any], str], Iterator[Document | Skipped]]

SHAPES: tuple[tuple[str, Find, Read], ...] = (
    ("telegram", find_chats, read_chats),
    ("posts", find_posts, read_posts),
    ("articles", find_listed, read_listed),
)
"""What a value may be, the most telling first: name, finder, reader."""


def read_json(stream: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    """Give the documents of a JSON file in its order, or why there are none."""
    try:
        data = read_bounded_bytes(stream, LARGEST_JSON)
        text = decode_text(data)
        value = _parse(text)
    except InputError as error:
        yield Skipped(name, str(error))
        return
    if value is None:
        yield from read_jsonl(io.BytesIO(data), name)
        return
    for _, find, read in SHAPES:
        found = find(value)
        if found is not None:
            yield from read(found, name)
            return
    yield Skipped(name, f"is JSON of no kind that is read; read are {_WANTED}")


def _parse(text: str) -> Any:
    """Give the value of a JSON text, None where it is several lines of JSON.

    Raises:
        InputError: It is no JSON.
    """
    script = _SCRIPT.match(text)
    plain = text[script.end() :].rstrip().rstrip(";") if script else text
    try:
        return json.loads(plain, strict=False)
    except RecursionError:
        raise InputError("is JSON nested too deeply") from None
    except ValueError as error:
        first, _, rest = plain.strip().partition("\n")
        if rest and _is_object(first):
            return None
        raise InputError(f"is no JSON or damaged ({plain_fault(error)})") from error


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


FORMAT = Format(
    "json",
    (".json", ".js", ".jsonld"),
    "application/json",
    read_json,
    keeps=(
        "one document an article, post or message; of Telegram channel, hour, "
        "forwarded-from, edits, replies"
    ),
    loses="media (named), messages of the service, other keys",
)
