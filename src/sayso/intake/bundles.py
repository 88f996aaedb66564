"""Texts that hold many articles: what databases and messengers export.

One row of `BUNDLES` a kind; each says whether a text is of its kind and cuts it. A
document's words are slices of the text, and where they stood is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from sayso.intake.capture import Skipped, take_in
from sayso.model import CustodyStep, Document

BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a bundle."""

    pieces: tuple[tuple[int, int], ...]
    """Where its words stand, half-open, in order; joined by an empty line."""
    facts: dict[str, Any] = field(default_factory=dict)
    """Fields of the document."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """One kind of export."""

    name: str
    fits: Callable[[str], bool]
    split: Callable[[str, str], Iterator[Article | str]]
    """Takes the text and the file's name; yields articles, or why one gave none."""
    unit: str = "article"
    """What one of its documents is called."""


def read_bundle(text: str, name: str, bundle: Bundle) -> Iterator[Document | Skipped]:
    """Give the documents of a bundle in order, each with the hash of its own words.

    Args:
        text: All of it.
        name: What to call the file.
        bundle: Its kind.
    """
    number = 0
    for number, found in enumerate(bundle.split(text, name), 1):
        where = f"{name} {bundle.unit} {number}"
        if isinstance(found, str):
            yield Skipped(where, found)
            continue
        words, stretches = _join(text, found.pieces)
        facts = dict(found.facts)
        steps = (
            CustodyStep(f"cut out of an export of {bundle.name}"),
            *facts.pop("custody", ()),
        )
        yield take_in(
            words,
            name=where,
            data=words.encode("utf-8", "surrogatepass"),
            stretches=stretches,
            media_type="text/plain",
            extractor=f"{bundle.name.lower()} 1",
            custody=steps,
            **facts,
        )
    if not number:
        yield Skipped(name, f"looks like an export of {bundle.name} and holds nothing")


def _join(
    text: str, pieces: tuple[tuple[int, int], ...]
) -> tuple[str, tuple[int, ...]]:
    """Give the words of the pieces, and the pairs of offsets here and there."""
    words: list[str] = []
    stretches: list[int] = []
    length = 0
    for start, end in pieces:
        whole = text[start:end]
        inside = whole.strip()
        if not inside:
            continue
        if words:
            length += len(BETWEEN)
        stretches += (length, start + len(whole) - len(whole.lstrip()))
        words.append(inside)
        length += len(inside)
    return BETWEEN.join(words), tuple(stretches)


def with_next(
    found: Iterable[re.Match[str]],
) -> Iterator[tuple[re.Match[str], re.Match[str] | None]]:
    """Give each match with the one behind it, None for the last."""
    matches = list(found)
    return zip_longest(matches, matches[1:]) if matches else iter(())


def lines_of(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Give start, end and stripped words of the lines that are not blank."""
    found, at = list[tuple[int, int, str]](), start
    for line in text[start:end].splitlines(keepends=True):
        if line.strip():
            found.append((at, at + len(line), line.strip()))
        at += len(line)
    return found
