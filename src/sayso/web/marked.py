"""A text with overlapping spans, cut into stretches that carry all of their roles.

HTML nests and spans do not, so a text is cut wherever a span begins or ends, and each
stretch says everything it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.model import Span
from sayso.model.withheld import find_signs
from sayso.web.carried import evidence_spans
from sayso.web.passages import foreign_passages
from sayso.workspace.handed.held import HeldAttribution, HeldClaim

ROLES = (
    "content",
    "source",
    "cue",
    "place",
    "period",
    "quantity",
    "unread",
    "withheld",
    "unsaid",
)
"""What a stretch can be, in the order of the legend."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A span's ends with its role, and the claim it belongs to, "" for none."""

    start: int
    end: int
    role: str
    claim: str = ""
    carries: str = ""
    """The field of a claim that these words carry, "" for none."""
    why: str = ""
    """Why it was not read, "" for what was."""
    language: str = ""
    """What its words are in, "" for the document's own language."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters that belong to the same spans."""

    text: str
    roles: tuple[str, ...]
    claim: str
    """The claim whose quantity this is, "" for none."""
    is_first: bool
    """True for the stretch with which that quantity begins."""
    carries: tuple[str, ...] = ()
    """The fields of claims that these words carry."""
    begins: tuple[str, ...] = ()
    """Those of them whose first words begin here."""
    why: str = ""
    """Why these words were not read, "" where they were."""
    language: str = ""
    """What they are in, "" for the document's own language."""


def marks_of(
    claims: Iterable[HeldClaim], attributions: Iterable[HeldAttribution]
) -> tuple[Mark, ...]:
    """Give the marks of all spans that the readings of a document name."""
    marks: list[Mark] = []
    for held in attributions:
        for role in ("source", "cue", "content"):
            spans: tuple[Span, ...] = getattr(held.attribution, role)
            marks += [Mark(span.start, span.end, role) for span in spans]
    for claim in claims:
        span = claim.claim.quantity.span
        marks.append(Mark(span.start, span.end, "quantity", claim.id))
        marks += _around(claim)
        marks += (
            Mark(start, end, "", carries=key)
            for key, start, end in evidence_spans(claim)
        )
    return tuple(dict.fromkeys(marks))


def _around(held: HeldClaim) -> Iterable[Mark]:
    """Yield the words of the period, and of the place where the sentence has it."""
    claim = held.claim
    if claim.period is not None and claim.period.phrase is not None:
        phrase = claim.period.phrase
        yield Mark(phrase.start, phrase.end, "period")
    if claim.place:
        at = claim.sentence.text.find(claim.place)
        if at >= 0:
            start = claim.sentence.start + at
            yield Mark(start, start + len(claim.place), "place")


def withhold_words(text: str, marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Give the marks with those of what is withheld: names, and words as "unsaid".

    Figures stay; all other marks inside withheld words go, so that each stretch of
    them is one.
    """
    signs = tuple(find_signs(text, 0, len(text)))
    spans = [(start, end) for start, end, is_words in signs if is_words]
    kept = tuple(
        mark
        for mark in marks
        if mark.claim or not any(a < mark.end and mark.start < b for a, b in spans)
    )
    found = (
        Mark(start, end, "unsaid" if is_words else "withheld")
        for start, end, is_words in signs
    )
    return (*kept, *found)


def cut_text(
    text: str, start: int, end: int, marks: Sequence[Mark]
) -> tuple[Stretch, ...]:
    """Give the stretches of `text[start:end]`, in order, all of it.

    Args:
        text: The document's whole text.
        start: First character.
        end: Character after the last.
        marks: Those that may touch the stretch, in any order.
    """
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    cuts = {start, end}
    for mark in inside:
        cuts |= {max(mark.start, start), min(mark.end, end)}
    edges = sorted(cuts)
    firsts: dict[str, int] = {}
    for mark in sorted(marks, key=lambda m: m.start):
        if mark.carries:
            firsts.setdefault(mark.carries, mark.start)
    opening: dict[int, list[Mark]] = {}
    for mark in inside:
        opening.setdefault(max(mark.start, start), []).append(mark)
    stretches: list[Stretch] = []
    active: list[Mark] = []
    for here, there in pairwise(edges):
        active = [m for m in active if m.end > here] + opening.get(here, [])
        stretches.append(_stretch(text[here:there], here, active, firsts))
    return tuple(stretches)


def _stretch(
    words: str, at: int, active: list[Mark], firsts: Mapping[str, int]
) -> Stretch:
    quantity = next((m for m in active if m.claim), None)
    held = {mark.role for mark in active}
    carries = tuple(sorted({mark.carries for mark in active} - {""}))
    return Stretch(
        text=words,
        roles=tuple(role for role in ROLES if role in held),
        claim=quantity.claim if quantity else "",
        is_first=quantity is not None and quantity.start == at,
        carries=carries,
        begins=tuple(key for key in carries if firsts[key] == at),
        why=next((mark.why for mark in active if mark.why), ""),
        language=next((mark.language for mark in active[::-1] if mark.language), ""),
    )


def language_marks(text: str, start: int, end: int, language: str) -> tuple[Mark, ...]:
    """Give the marks of what is in another language than the document's own."""
    found = foreign_passages(text, start, end, language)
    return tuple(Mark(a, b, "", language=code) for a, b, code in found)


def find_paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Give the ends of the paragraphs: runs of text between line feeds."""
    found: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            found.append((at, at + len(line)))
        at += len(line) + 1
    return tuple(found)
