"""Who reads which words: a reader reads its own language, and the rest is a gap.

The language is what was told of a document, unless its script shows another; else what
its words show; else, in Latin script, that of the first row of READ. A document in
a language without a row is kept whole and not read. Words in another language inside a
document, a quotation or a line, are set apart: whatever the reader made of them is
dropped and a gap says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.intake import (
    Foreign,
    detect_language,
    find_foreign,
    find_script,
    script_of_language,
)
from sayso.ledger import HeldDocument
from sayso.model import UNDETERMINED, Document, Gap, Reading, Span, language_code
from sayso.vocabulary.languages import READ

UNREAD = "the language of the text"
"""How the reason of a document that is not read begins."""
_LOOK = 20_000
"""Characters whose script decides."""
_GAP_WORDS = 80
"""Characters of a document that is not read which its gap quotes."""


def language_of(document: Document) -> str:
    """Give the code of the language that decides who reads a document."""
    told = language_code(document.language)
    script = find_script(document.text[:_LOOK])
    if told and script in (None, script_of_language(told) or script):
        return told
    found = detect_language(document.text)
    if found is not None:
        return found
    first = next(iter(READ))
    return first if script in (None, script_of_language(first)) else UNDETERMINED


def with_language(document: Document) -> Document:
    """Give a document with the language of its words, where none that fits was told."""
    language = language_of(document)
    is_told = language_code(document.language) == language
    return document if is_told else replace(document, language=language)


def unread_language(held: HeldDocument) -> str | None:
    """Give the language of a document that is not read, None of one that is."""
    language = language_code(held.facts.language)
    is_read = not language or language in READ
    return None if is_read or held.claims or held.attributions else language


def leave_unread(document: Document, language: str, *, reader: str) -> Reading:
    """Give the reading of a document in a language that is not read: one gap."""
    text = document.text
    start = len(text) - len(text.lstrip())
    words = Span.cut(text, start, min(start + _GAP_WORDS, len(text)))
    reason = f'{UNREAD} ("{language}") is not read'
    return Reading(document, (), (), (), (), (), (Gap(words, reason),), reader)


def set_apart(reading: Reading, text: str, language: str) -> Reading:
    """Give a reading without what lies in words of another language, which are gaps.

    Args:
        reading: Of a text in `language`.
        text: The words that were read.
        language: Whose reader read them.
    """
    foreign = find_foreign(text, language)
    if not foreign:
        return reading

    def is_own(span: Span) -> bool:
        return not any(f.start < span.end and span.start < f.end for f in foreign)

    said = tuple(
        a for a in reading.attributions if all(map(is_own, (*a.source, *a.cue)))
    )
    kept = {attribution.id for attribution in said}
    return replace(
        reading,
        attributions=said,
        claims=tuple(
            claim
            for claim in reading.claims
            if is_own(claim.quantity.span)
            and (claim.attribution is None or claim.attribution in kept)
        ),
        quantities=tuple(q for q in reading.quantities if is_own(q.span)),
        timexes=tuple(t for t in reading.timexes if is_own(t.span)),
        toponyms=tuple(t for t in reading.toponyms if is_own(t.span)),
        gaps=_with_foreign(reading.gaps, foreign, text),
    )


def _with_foreign(
    gaps: Sequence[Gap], foreign: Sequence[Foreign], text: str
) -> tuple[Gap, ...]:
    """Give the gaps outside foreign words, and one for each stretch of these."""
    outside = [
        gap
        for gap in gaps
        if not any(f.start < gap.span.end and gap.span.start < f.end for f in foreign)
    ]
    apart = [
        Gap(
            Span.cut(text, f.start, f.end),
            f'words in another language ("{f.language or UNDETERMINED}") are not read',
        )
        for f in foreign
    ]
    return tuple(sorted((*outside, *apart), key=lambda gap: gap.span.start))
