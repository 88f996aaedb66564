"""Utterances without figures that several documents report.

"He wanted the units driven out soon" and "wants the units driven out as soon as
possible" are one saying: the same speaker, about the same day, mostly the same words.
Claims have their own rules (`origins`); this is for all that is said besides. What
private persons say is left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.linking.forest import Forest
from sayso.linking.names import Names
from sayso.linking.series import document_order
from sayso.model import Attribution, DocumentId, Reading, Span

WINDOW = timedelta(days=3)
"""Days within which reports of one utterance appear."""
LEAST_WORDS = 4
"""Longer words in common, at least: fewer and two sentences agree by chance."""
LEAST_ALIKE = 0.6
"""Share of the shorter content's longer words that the other has too."""
MOST_EARLIER = 60
"""Contents of one speaker that each new one is compared with: the last ones."""
NEARBY = 40
"""Characters before the end of a cue in which it may be denied."""
_NOT = re.compile(r"\b(?:not|n[’']t|never) \w{1,20}\Z")
"""What stands before the end of a cue that denies the saying."""
_WORD = re.compile(r"[^\W\d_]{4,40}")


@dataclass(frozen=True, slots=True)
class Saying:
    """One utterance as several documents report it."""

    speaker: str
    day: date
    """Publication of the earliest document held."""
    documents: tuple[DocumentId, ...]
    """Earliest held first, two or more."""
    contents: tuple[tuple[DocumentId, Span], ...]
    """What is reported, in the order of the documents."""


@dataclass(frozen=True, slots=True)
class _Said:
    reading: Reading
    speaker: str
    published: date
    content: Span
    words: frozenset[str]


def find_sayings(readings: Iterable[Reading], names: Names) -> tuple[Saying, ...]:
    """Give the utterances that two or more documents report, by day and speaker."""
    ordered = sorted(readings, key=lambda reading: document_order(reading.document))
    said = [item for reading in ordered for item in _said(reading, names)]
    forest = Forest([None] * len(said))
    recent: defaultdict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(said):
        for other in reversed(recent[item.speaker][-MOST_EARLIER:]):
            if item.published - said[other].published > WINDOW:
                break
            if _is_alike(said[other], item):
                forest.join(other, number)
        recent[item.speaker].append(number)
    groups = ([said[n] for n in group] for group in forest.groups())
    sayings = (_saying(group) for group in groups)
    return tuple(saying for saying in sayings if len(saying.documents) > 1)


def _said(reading: Reading, names: Names) -> Iterator[_Said]:
    """Give the contents of a reading that can be compared and hold no claim."""
    published = reading.document.published
    if published is None:
        return
    figures = [claim.quantity.span for claim in reading.claims]
    for attribution in reading.attributions:
        if _is_unsaid(attribution, reading.document.text):
            continue
        speaker = _speaker(attribution, names)
        for content in attribution.content if speaker is not None else ():
            words = frozenset(w.casefold() for w in _WORD.findall(content.text))
            if len(words) >= LEAST_WORDS and not any(map(content.overlaps, figures)):
                yield _Said(reading, str(speaker), published, content, words)


def _is_unsaid(attribution: Attribution, text: str) -> bool:
    """True for what somebody "did not say"."""
    cue = attribution.cue[0] if attribution.cue else None
    return (
        cue is not None
        and _NOT.search(text, max(0, cue.end - NEARBY), cue.end) is not None
    )


def _speaker(attribution: Attribution, names: Names) -> str | None:
    known = attribution.speaker
    if known is not None and known.private:
        return None
    name = known.name if known is not None else attribution.name
    return None if name is None else names.speakers.get(name.casefold(), name)


def _is_alike(a: _Said, b: _Said) -> bool:
    common = len(a.words & b.words)
    return (
        common >= LEAST_WORDS
        and common >= LEAST_ALIKE * min(len(a.words), len(b.words))
        and a.reading.document.id != b.reading.document.id
    )


def _saying(group: list[_Said]) -> Saying:
    documents = tuple(dict.fromkeys(item.reading.document.id for item in group))
    contents = tuple((item.reading.document.id, item.content) for item in group)
    return Saying(group[0].speaker, group[0].published, documents, contents)
