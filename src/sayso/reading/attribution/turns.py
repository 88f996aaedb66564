"""Turns of a transcript: what stands behind a label is said by whom it names.

"MR. BONDAR: ...", "A. Quist: ...", "Q: ..." at the beginning of a line, two of them at
least. A label names a person, or says who asks and who answers; "Killed: 14" and
"Orikhiv: rain" are none. A turn goes on over paragraphs up to the next label; behind
the last label only its own paragraph is a turn.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from sayso.reading.attribution.pairing import Pairing
from sayso.reading.tagger.decoding import ENTITIES, Role, RoleSpan
from sayso.reading.tagger.encoder import Tagging
from sayso.vocabulary.languages.turn_labels import ANSWERS, ASKS

LONGEST = 10
"""Words of a label at most."""
DENSE = 0.4
"""Share of the lines from the first label to the last that begin with one, at least,
for a turn to go on over paragraphs: an article has a few labels far apart."""
LONGEST_TURN = 30
"""Paragraphs of a turn at most: behind more an article has gone on."""
ABBREVIATED = 4
"""Letters of an initial or a title before a full stop, at most."""
SHORT = ("Q", "A")
"""Labels that a full stop may end."""
_LABEL = re.compile(r"[^\W\d_][^\W_]*|[.()’'-]")
_PERSON = frozenset(at for at, name in enumerate(ENTITIES) if name.endswith("person"))
_PLACE = frozenset(at for at, name in enumerate(ENTITIES) if name.endswith("place"))


@dataclass(frozen=True, slots=True)
class _Label:
    """Words of a label and the number of the mark behind it."""

    first: int
    mark: int


def hold_turns(tagging: Tagging, pairings: Sequence[Pairing]) -> list[Pairing]:
    """Give the pairings, each turn of a transcript with its label."""
    lines = np.append(
        np.flatnonzero(tagging.layout.breaks > 0), len(tagging.tokens)
    ).tolist()
    labels = list(_find_labels(tagging, lines))
    if len(labels) < 2:
        return list(pairings)
    found = list(pairings)
    begun = [line for line in lines if labels[0].first <= line <= labels[-1].first]
    is_dense = len(labels) >= DENSE * len(begun)
    for at, label in enumerate(labels):
        starts = [line for line in lines if line > label.mark]
        goes_on = is_dense and at + 1 < len(labels)
        stop = labels[at + 1].first if goes_on else starts[0]
        cuts = [label.mark + 1, *(s for s in starts if s < stop), stop]
        if len(cuts) <= LONGEST_TURN and cuts[0] < stop:
            found = list(_with_turn(found, label, cuts))
    return sorted(found, key=lambda pairing: pairing.contents[0].first)


def _with_turn(
    pairings: Sequence[Pairing], label: _Label, cuts: Sequence[int]
) -> Iterator[Pairing]:
    """Yield the pairings with those of a turn: the label's, and others' inside it."""
    first, stop = cuts[0], cuts[-1]
    yield Pairing(
        RoleSpan(Role.SOURCE, label.first, label.mark, 0.0),
        RoleSpan(Role.CUE, label.mark, label.mark + 1, 0.0),
        tuple(
            RoleSpan(Role.CONTENT, start, end, 0.0)
            for start, end in itertools.pairwise(cuts)
            if start < end
        ),
        0.5,
    )
    for pairing in pairings:
        source = pairing.source
        if source is not None and first <= source.first < stop:
            yield pairing
            continue
        rest = tuple(
            part
            for part in pairing.contents
            if part.last <= label.first or part.first >= stop
        )
        if len(rest) == len(pairing.contents):
            yield pairing
        elif rest and source is not None:
            yield replace(pairing, contents=rest)


def _find_labels(tagging: Tagging, lines: Sequence[int]) -> Iterator[_Label]:
    """Yield the labels that name who speaks."""
    words = tagging.tokens.words
    found = [label for line in lines[:-1] if (label := _read(tagging, line))]
    texts = [_text(words, label) for label in found]
    named = _persons(tagging)
    tagged = {
        _text(words, label)
        for label in found
        for span in tagging.spans
        if span.role is Role.SOURCE
        and (span.first, span.last) == (label.first, label.mark)
    }
    for label, text in zip(found, texts, strict=True):
        rows = {int(tagging.entities[at]) for at in range(label.first, label.mark)}
        keys = [word.lower() for word in text.split()]
        is_name = bool(rows & _PERSON) or not named.isdisjoint(keys)
        is_shaped = text in tagged or _is_abbreviated(words[label.first : label.mark])
        is_told = is_name or (is_shaped and not rows & _PLACE)
        is_side = len(keys) == 1 and keys[0] in ANSWERS | ASKS
        if is_side or (is_told and not _says(tagging, label)):
            yield label


def _is_abbreviated(words: Sequence[str]) -> bool:
    """True for "A. Mol" and "MS. MOL", which read as names whoever they are."""
    return (
        len(words) > 2
        and len(words[0]) <= ABBREVIATED
        and words[1] == "."
        and words[2][0].isupper()
    )


def _says(tagging: Tagging, label: _Label) -> bool:
    """True for "Mol added:", which leads in one quotation and is no label."""
    return any(
        span.role is Role.CUE and label.first <= span.first < label.mark
        for span in tagging.spans
    )


def _read(tagging: Tagging, line: int) -> _Label | None:
    """Give the label that a line begins with, None where it has none."""
    words, breaks = tagging.tokens.words, tagging.layout.breaks
    if not words[line][0].isupper():
        return None
    for at in range(line + 1, min(line + LONGEST, len(words) - 1)):
        if breaks[at]:
            break
        if words[at] == ":":
            return _Label(line, at)
        if not _LABEL.fullmatch(words[at]):
            break
    is_short = line + 2 < len(words) and words[line] in SHORT and words[line + 1] == "."
    return _Label(line, line + 1) if is_short and not breaks[line + 1] else None


def _text(words: Sequence[str], label: _Label) -> str:
    """Give a label's words without marks and asides."""
    return re.sub(
        r"\(.*?\)|[.]", " ", " ".join(words[label.first : label.mark])
    ).strip()


def _persons(tagging: Tagging) -> set[str]:
    """Give the last words and the initials of the persons that a text names."""
    found: set[str] = set()
    words, rows = tagging.tokens.words, tagging.entities
    run: list[str] = []
    for word, row in zip([*words, ""], [*rows.tolist(), 0], strict=True):
        if run and (row not in _PERSON or ENTITIES[row].startswith("B-")):
            found.add(run[-1].lower())
            if len(run) > 1:
                found.add("".join(part[0] for part in run).lower())
            run = []
        if row in _PERSON:
            run.append(word)
    return found
