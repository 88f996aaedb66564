"""Ids and hashes: SHA-256 over one fixed way of writing JSON.

Why not Python's `hash` or a random id: the same text read twice must give the
same ids on any machine, and a stranger must be able to recompute them.
"""

import hashlib
import json
from typing import Any

ID_LENGTH = 20
"""Hexadecimal digits of a short id: 80 bits, so that a billion claims collide with
a chance of about 1 in 2 million (birthday bound)."""


def canonical_json(value: Any) -> str:
    """Give the one JSON text for a value: sorted keys, no spaces, no escapes.

    Raises:
        ValueError: The value holds a float that is not finite.
        TypeError: The value holds something JSON has no form for.

    Source: the idea of RFC 8785; numbers here are integers or strings, so its
    rules for floats are not needed.
    """
    return json.dumps(
        value,
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
        allow_nan=False,
    )


def digest_text(text: str) -> str:
    """Give the SHA-256 of the text's UTF-8 bytes as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def digest_json(value: Any) -> str:
    """Give the SHA-256 of a value's canonical JSON as 64 hexadecimal digits."""
    return digest_text(canonical_json(value))


def short_id(*fields: Any) -> str:
    """Give the 20-digit id of identifying fields, which must be JSON values."""
    return digest_json(fields)[:ID_LENGTH]
