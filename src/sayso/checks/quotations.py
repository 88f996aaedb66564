"""A quotation whose words differ between two documents."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from sayso.checks.support.check import WITHHELD, Check, CheckContext
from sayso.model import (
    Claim,
    Document,
    DocumentId,
    Finding,
    Input,
    Level,
    Outcome,
    Span,
)

_QUOTED = re.compile(r'[“"]([^“”"\n]{25,600})[”"]')
_WORD = re.compile(r"[\w’'-]{1,40}")
_MARKED = re.compile(r"…|\.\.\.|\[")
"""Signs that an editor left something out or put something in, and said so."""
LEAST_WORDS = 6
"""Shorter quotations agree or differ by chance."""
MOST_WORDS = 100
LEAST_ALIKE = 0.72
"""Share of words in common, in order, of what is one quotation altered; below it two
translations or two sentences of one speech are as likely."""
MOST_CHANGED = 4
"""Words that may differ: more is another sentence."""
LEAST_SPELLING = 0.75
"""Likeness of letters from which two words are two spellings of one."""
RUN = 3
"""Words in a row that two quotations must share to be compared at all."""
MOST_HOLDERS = 50
"""Quotations that share a run: more, and the run is a stock phrase."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks, with their lower-case words for comparing."""

    document: DocumentId
    span: Span
    words: tuple[str, ...]


def check_quotations(
    claims: Sequence[Claim], context: CheckContext
) -> Iterator[Finding]:
    """Give pairs of quotations that differ in a few words."""
    keys = sorted({claim.document for claim in claims})
    held = [context.documents[key] for key in keys if key in context.documents]
    quotations = [q for document in held for q in _find(document)]
    for first, second in _candidates(quotations):
        if _is_altered(first, second) and not _speakers_differ(first, second, context):
            yield _finding(*_in_time(first, second, context), context)


def _find(document: Document) -> Iterator[Quotation]:
    for found in _QUOTED.finditer(document.text):
        words = tuple(w.lower().replace("’", "'") for w in _WORD.findall(found[1]))
        if LEAST_WORDS <= len(words) <= MOST_WORDS and not _MARKED.search(found[1]):
            span = Span.cut(document.text, found.start(1), found.end(1))
            yield Quotation(document.id, span, words)


def _candidates(
    quotations: list[Quotation],
) -> Iterator[tuple[Quotation, Quotation]]:
    """Give the pairs of two documents that share a run of words, each once."""
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, quotation in enumerate(quotations):
        words = quotation.words
        for run in {words[i : i + RUN] for i in range(len(words) - RUN + 1)}:
            holders[run].append(number)
    pairs: set[tuple[int, int]] = set()
    for numbers in holders.values():
        if len(numbers) <= MOST_HOLDERS:
            pairs |= {(a, b) for i, a in enumerate(numbers) for b in numbers[i + 1 :]}
    for a, b in sorted(pairs):
        if quotations[a].document != quotations[b].document:
            yield quotations[a], quotations[b]


def _is_altered(a: Quotation, b: Quotation) -> bool:
    """True when words inside were put in place of others, or added or left out.

    A quotation that only begins later or ends sooner is shortened, not altered.
    """
    if a.words == b.words:
        return False
    matcher = SequenceMatcher(None, a.words, b.words, autojunk=False)
    changes = [op for op in matcher.get_opcodes() if op[0] != "equal"]
    inner = [op for op in changes if not _at_edge(op, a, b)]
    inner = [op for op in inner if not _is_spelling(op, a, b)]
    changed = sum(max(i2 - i1, j2 - j1) for _, i1, i2, j1, j2 in inner)
    shorter = min(len(a.words), len(b.words))
    same = sum(block.size for block in matcher.get_matching_blocks())
    return 0 < changed <= MOST_CHANGED and same >= LEAST_ALIKE * shorter


def _at_edge(
    change: tuple[str, int, int, int, int], a: Quotation, b: Quotation
) -> bool:
    kind, i1, i2, j1, j2 = change
    begins, ends = i1 == j1 == 0, i2 == len(a.words) and j2 == len(b.words)
    return kind in ("insert", "delete") and (begins or ends)


def _is_spelling(
    change: tuple[str, int, int, int, int], a: Quotation, b: Quotation
) -> bool:
    """True when words are replaced by other spellings of themselves."""
    kind, i1, i2, j1, j2 = change
    if "".join(a.words[i1:i2]) == "".join(b.words[j1:j2]):
        return True
    if kind != "replace" or i2 - i1 != j2 - j1:
        return False
    pairs = zip(a.words[i1:i2], b.words[j1:j2], strict=True)
    return all(
        SequenceMatcher(None, one, other).ratio() >= LEAST_SPELLING
        and not any(c.isdigit() for c in one + other)
        for one, other in pairs
    )


def _speakers_differ(a: Quotation, b: Quotation, context: CheckContext) -> bool:
    speakers = {_speaker(a, context), _speaker(b, context)} - {None}
    return len(speakers) > 1


def _speaker(quotation: Quotation, context: CheckContext) -> str | None:
    """Give who is said to have said it, where a reading tells."""
    reading = context.readings.get(quotation.document)
    for attribution in reading.attributions if reading is not None else ():
        if any(span.overlaps(quotation.span) for span in attribution.content):
            known = attribution.speaker
            if known is not None and known.private:
                return WITHHELD
            name = known.name if known is not None else attribution.name
            if name is not None:
                return context.names.speakers.get(name.casefold(), name)
    return None


def _in_time(
    a: Quotation, b: Quotation, context: CheckContext
) -> tuple[Quotation, Quotation]:
    """Give the two with the earlier publication first."""

    def order(quotation: Quotation) -> tuple[str, str]:
        published = context.documents[quotation.document].published
        return (str(published or "9999"), quotation.document)

    first, second = sorted((a, b), key=order)
    return first, second


def _finding(a: Quotation, b: Quotation, context: CheckContext) -> Finding:
    matcher = SequenceMatcher(None, a.words, b.words, autojunk=False)
    changes = [
        f'"{" ".join(a.words[i1:i2])}" / "{" ".join(b.words[j1:j2])}"'
        for kind, i1, i2, j1, j2 in matcher.get_opcodes()
        if kind != "equal"
    ]
    outlets = [_outlet(q, context) for q in (a, b)]
    speaker = _speaker(a, context) or _speaker(b, context)
    begin = speaker or f"Unattributed in {outlets[0]}"
    return CHECK.find(
        Outcome.INCONSISTENT,
        Level.LOOK,
        (
            Input(a.document, a.span, None, "earlier quotation"),
            Input(b.document, b.span, None, "later quotation"),
        ),
        f"{begin}: one quotation stands in {outlets[0]} and {outlets[1]} in different "
        "words.",
        changes,
        "the words as first published, or signs where they were cut",
    )


def _outlet(quotation: Quotation, context: CheckContext) -> str:
    document = context.documents[quotation.document]
    return document.outlet or document.name or "an unnamed outlet"


CHECK = Check(
    name="quotations",
    version=1,
    title="Quotation altered between documents",
    explanation=(
        "Two quotations of six words or more that agree but for up to four words "
        "inside. Shortened ends, other spellings, and cuts that are marked are left "
        "alone; so are quotations of two speakers."
    ),
    run=check_quotations,
)
