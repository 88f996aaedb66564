"""Credit lines: words by which a document says whose report it passes on.

Only names that are known are taken: outlets of the corpus, and outlets and agencies of
the theatre packs. "(AP)" in a line of its own, "Source: ...", "TASS reported", "citing
..." are credits; a name that merely occurs is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from types import MappingProxyType

from sayso.model import Document, Span
from sayso.vocabulary.languages import READ
from sayso.vocabulary.theatres import SpeakerKind, Theatre

_FIRST = "A-ZÀ-ÞА-ЯЁІЇЄҐ"
_NAME = rf"(?P<name>[{_FIRST}][\w.&-]{{1,30}}(?: [{_FIRST}][\w.&-]{{0,30}}){{0,4}})"
_SHAPES = (
    rf"\((?:the )?{_NAME}\)",
    rf"(?:--|—|–) ?{_NAME}\s{{0,3}}(?:$|\n)",
    rf"(?:^|\n)\s{{0,3}}- ?{_NAME}\s{{0,3}}(?:$|\n)",
    rf"(?:^|\n|[.!?] ){_NAME}(?= (?:-|--|–|—) )",
)
"""Credits that need no word of a language: "(Agency)", a dateline, "- Agency"."""


@lru_cache(maxsize=16)
def _contexts(code: str) -> tuple[re.Pattern[str], ...]:
    """Give the shapes of credits in a language; English where it is not read."""
    words = READ[code if code in READ else "en"].credits
    shapes = (
        rf"(?:^|\n|[.!?] )\s{{0,3}}(?:{words.labels}):? [«“\"]?{_NAME}",
        rf"(?i:{words.before}) [«“\"]?{_NAME}",
        rf"{_NAME}[»”\"]?{words.after}",
    )
    return tuple(re.compile(shape) for shape in (*_SHAPES, *shapes))


_EMPTY: Mapping[str, str] = MappingProxyType({})
MOST_TEXT = 200_000
"""Characters at each end of a document in which credits are looked for."""


@dataclass(frozen=True, slots=True)
class Credit:
    """One place where a document names whom it had something from."""

    name: str
    """The outlet or agency, as the corpus or a pack calls it."""
    span: Span


def known_outlets(
    documents: Iterable[Document], theatres: Iterable[Theatre] = ()
) -> Mapping[str, str]:
    """Give the lower-case words for each outlet -> its name.

    Of an outlet's spellings the least counts, so the order of documents says nothing.
    """
    names: dict[str, str] = {}
    for outlet in sorted({d.outlet for d in documents if d.outlet}):
        names.setdefault(outlet.casefold(), outlet)
    for theatre in theatres:
        for speaker in theatre.speakers:
            if speaker.kind is SpeakerKind.OUTLET:
                for word in (speaker.name, *speaker.aliases):
                    names.setdefault(word.casefold(), speaker.name)
    return MappingProxyType(names)


def find_credits(
    document: Document, outlets: Mapping[str, str] = _EMPTY
) -> tuple[Credit, ...]:
    """Give the credits of a document, in the order of the text, each name once.

    Args:
        document: Its own outlet is no credit.
        outlets: What `known_outlets` gave.
    """
    own = (document.outlet or "").casefold()
    text = document.text
    found: dict[str, Credit] = {}
    contexts = _contexts(document.language or "en")
    for pattern, (start, end) in product(contexts, _ends(len(text))):
        for match in pattern.finditer(text, start, end):
            name = _longest(match.group("name"), outlets)
            is_own = name is None or name.casefold() == own
            if name is not None and not is_own and not _is_sign(match, document):
                at = match.start("name")
                span = Span.cut(text, at, min(at + len(name), match.end("name")))
                earlier = found.get(name)
                if earlier is None or span < earlier.span:
                    found[name] = Credit(name, span)
    return tuple(sorted(found.values(), key=lambda credit: credit.span))


def _is_sign(match: re.Match[str], document: Document) -> bool:
    """True for the initials of the document's own outlet: "(PNA)", whoever else is so.

    A dateline carries the sign of who printed it.
    """
    initials = "".join(word[0] for word in (document.outlet or "").split())
    return len(initials) > 1 and match.group("name") == initials.upper()


def _ends(length: int) -> tuple[tuple[int, int], ...]:
    """Give the stretches to look at: all of a usual text, both ends of a huge one."""
    if length <= 2 * MOST_TEXT:
        return ((0, length),)
    return ((0, MOST_TEXT), (length - MOST_TEXT, length))


def _longest(words: str, outlets: Mapping[str, str]) -> str | None:
    """Give the outlet named by the longest run of words from the first."""
    parts = words.split(" ")
    for size in range(len(parts), 0, -1):
        run = " ".join(parts[:size]).casefold()
        for known in (run, run.rstrip(".")):
            if known in outlets:
                return outlets[known]
    return None
