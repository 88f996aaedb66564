"""Labels laid onto offers: for each candidate, what the network is to answer.

Where a label allows several answers, or its words stand several times in the text,
all are right and the loss takes the sum of their chances. `NONE` among words or
sources is "not said".
"""

import re
from dataclasses import dataclass, field

import numpy as np

from claims.matching import overlap, readings_of, same_period, same_text
from sayso.vocabulary.measures import MEASURES

NONE = -1
STANCES = ("asserted", "denied", "hedged", "goal")
ACCRUALS = ("none", "flow", "total")
POINTED = ("affected", "actor", "place")
"""Fields that point at words, in the order of the weights."""
NUMBERS = {measure: number for number, measure in enumerate(("none", *MEASURES))}
NEAR = 0.005
STEM = 5
"""Letters by which a form of a name's word is found in a text."""
WORD = 4
"""Letters from which a name's word is looked for by its stem."""


@dataclass
class Target:
    """What is right for one candidate."""

    measures: list[int]
    """Rows of "none" and `MEASURES`; [0] where it is no claim."""
    gold: int | None = None
    """Number of its label; None where it is no claim."""
    is_partial: bool = False
    """True where the label names nothing but the measure."""
    stance: int = 0
    accrual: int = 0
    event: list[int] = field(default_factory=list)
    """Words that say what happened."""
    words: dict[str, tuple[list[int], list[int]]] = field(default_factory=dict)
    """By field of `POINTED`: words that are right, and those marked as evidence."""
    claimant: list[int] = field(default_factory=list)
    """Numbers of sources; empty where none fits."""
    period: list[int] = field(default_factory=list)
    """Numbers of options of days; empty where none fits."""


def find_targets(document, *, is_implied_named=False):
    """Give one target for each candidate of a document, in their order.

    Args:
        document: The document.
        is_implied_named: True where a party that a label names without words that
            carry it is to be named when the text names it anywhere; else "not said" is
            right as well.
    """
    labels = match_labels(document.gold, document.candidates)
    return [
        make_target(document, labels[number], is_implied_named=is_implied_named)
        if number in labels
        else Target([0])
        for number in range(len(document.candidates))
    ]


def match_labels(gold, candidates):
    """Give number of a candidate -> number of the label that it is.

    Each label goes to the candidate that overlaps it best, equal values first; a
    candidate that is best for several labels keeps the best of them.
    """
    ranked = []
    for i, label in enumerate(gold):
        span = label["quantity"]["span"]
        is_place = any(m.startswith("place.") for m in readings_of(label, "measure"))
        for j, candidate in enumerate(candidates):
            share = overlap(span, candidate.span)
            if share > 0 and is_place == (candidate.kind == "place"):
                ranked.append((has_value(label, candidate), share, -i, -j))
    found, used = {}, set()
    for _, _, i, j in sorted(ranked, reverse=True):
        if -i not in used:
            used.add(-i)
            found.setdefault(-j, -i)
    return found


def has_value(label, candidate):
    """True when a label's value is the candidate's, or both are open alike."""
    quantity = label["quantity"]
    ends = (quantity["low"], candidate.low), (quantity["high"], candidate.high)
    return all(
        (a is None) == (b is None)
        and (a is None or abs(a - b) <= NEAR * max(abs(a), 1e-9))
        for a, b in ends
    )


def make_target(document, number, *, is_implied_named=False):
    """Give the target of a candidate that a label names; see `find_targets`."""
    label = document.gold[number]
    if document.row.get("partial"):
        return Target([NUMBERS[label["measure"]]], gold=number, is_partial=True)
    evidence = label.get("evidence")
    accrual = (label.get("accrual") or "none").split(" | ")[0]
    return Target(
        measures=[NUMBERS[m] for m in readings_of(label, "measure") if m in NUMBERS],
        gold=number,
        stance=STANCES.index(label["stance"].split(" | ")[0]),
        accrual=ACCRUALS.index(accrual if accrual in ACCRUALS else "none"),
        event=words_in(document, (evidence or {}).get("event") or []),
        words={
            slot: found
            for slot in POINTED
            if (
                found := pointed_words(
                    document, label, slot, is_implied_named=is_implied_named
                )
            )
            is not None
        },
        claimant=right_sources(document.sources, label.get("claimant")),
        period=right_days(document.days, readings_of(label, "period")),
    )


def pointed_words(document, label, slot, *, is_implied_named=False):
    """Give words that are right for a field and those marked; None where none is.

    A party whose words are not marked is implied: "not said" is right as well, unless
    `is_implied_named` and the text names it.
    """
    value, evidence = label.get(slot), label.get("evidence")
    if value is None:
        return [NONE], []
    marked = words_in(document, (evidence or {}).get(slot) or [])
    named = words_in(document, find_mentions(document.text, value))
    right = sorted(set(named) | set(marked))
    is_implied = evidence is not None and not marked and slot != "place"
    is_empty_right = is_implied and not (is_implied_named and named)
    if is_empty_right or "null" in value.split(" | "):
        right = [NONE, *right]
    return (right, marked) if right else None


def right_sources(sources, value):
    """Give the numbers of the sources that are a label's claimant."""
    if value is None:
        return [NONE]
    found = [n for n, s in enumerate(sources) if s.name and same_text(value, s.name)]
    return [NONE, *found] if "null" in value.split(" | ") else found


def right_days(days, readings):
    """Give the numbers of the options that are a label's days; exact ones alone."""
    close = [
        number
        for number, day in enumerate(days)
        if any(same_days(reading, day.period) for reading in readings)
    ]
    return [n for n in close if any(days[n].period == r for r in readings)] or close


def same_days(reading, period):
    """True when both are empty or both are given and close."""
    if reading is None or period is None:
        return reading is period
    return same_period(reading, period)


def find_mentions(text, value):
    """Give spans where a label's readings stand, whole or by the stems of words."""
    found = []
    for name in value.split(" | "):
        if name == "null":
            continue
        whole = rf"(?<!\w){re.escape(name)}(?!\w)"
        hits = [m.span() for m in re.finditer(whole, text, re.IGNORECASE)]
        words = re.findall(r"\w+", name)
        stems = [] if hits else [w for w in words if len(w) >= WORD][-2:]
        if len(words) == 1 and len(words[0]) >= WORD:
            stems.append(words[0])
        for stem in stems:
            pattern = rf"\b{re.escape(stem[:STEM])}\w*"
            hits += [m.span() for m in re.finditer(pattern, text, re.IGNORECASE)]
        found += hits
    return found


def words_in(document, spans):
    """Give the numbers of the words that share a character with spans, in order."""
    found = set()
    for start, end in spans:
        first = int(np.searchsorted(document.ends, start, side="right"))
        last = int(np.searchsorted(document.starts, end, side="left"))
        found.update(range(first, last))
    return sorted(word for word in found if word < len(document.words))
