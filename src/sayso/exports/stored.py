"""Claims and attributions in the ledger's own JSON: spans as offsets, without words.

Who holds the document can put the words back; who does not gets no full sentence.
"""

from __future__ import annotations

from typing import Any

from sayso.errors import InputError
from sayso.model import Attribution, Claim, from_json, to_json

_SPANS = (("quantity", "span"), ("quantity", "number"), ("period", "phrase"))
_ROLES = ("source", "cue", "content")
_UNFIT = (ArithmeticError, LookupError, TypeError, ValueError)


def to_stored(claim: Claim) -> dict[str, Any]:
    """Give every field of a claim, spans as [start, end]."""
    stored: dict[str, Any] = to_json(claim)
    stored["sentence"] = stored["sentence"][:2]
    for part, key in _SPANS:
        if isinstance(stored.get(part), dict) and key in stored[part]:
            stored[part][key] = stored[part][key][:2]
    return stored


def from_stored(stored: dict[str, Any], text: str) -> Claim:
    """Give the claim of `to_stored`, with the words its spans have in the text.

    Raises:
        InputError: It is no claim, or a span lies outside of the text.
    """
    try:
        whole = {**stored, "sentence": _with_words(stored["sentence"], text)}
        for part, key in _SPANS:
            if isinstance(whole.get(part), dict) and key in whole[part]:
                words = _with_words(whole[part][key], text)
                whole[part] = {**whole[part], key: words}
        return from_json(Claim, whole)
    except _UNFIT as error:
        raise InputError(f"holds no claim of ours ({error})") from error


def to_stored_attribution(said: Attribution) -> dict[str, Any]:
    """Give every field of an attribution, spans as [start, end]."""
    stored: dict[str, Any] = to_json(said)
    for role in _ROLES:
        if role in stored:
            stored[role] = [span[:2] for span in stored[role]]
    return stored


def from_stored_attribution(stored: dict[str, Any], text: str) -> Attribution:
    """Give the attribution of `to_stored_attribution`, with the words of its spans.

    Raises:
        InputError: It is no attribution, or a span lies outside of the text.
    """
    try:
        spans = {
            role: [_with_words(ends, text) for ends in stored.get(role, ())]
            for role in _ROLES
        }
        return from_json(Attribution, {**stored, **spans})
    except _UNFIT as error:
        raise InputError(f"holds no attribution of ours ({error})") from error


def _with_words(ends: Any, text: str) -> list[Any]:
    start, end = ends
    if not (isinstance(start, int) and isinstance(end, int)):
        raise InputError(f"has a span {ends} that is no pair of offsets")
    if not 0 <= start <= end <= len(text):
        raise InputError(f"has a span {ends} outside of the text")
    return [start, end, text[start:end]]
