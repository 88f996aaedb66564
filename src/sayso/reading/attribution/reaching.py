"""Attributions that reach over the sentence they are made in.

Three plain forms that a tagger of single attributions misses: a sentence that says who
made the statement before it ("This announcement was made by ..."), one that goes on
with "reportedly" after an attributed one, and "X said:" with paragraphs below.

Source: our own; CLAIMS.md, "Rulings on doubts".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from sayso.model import (
    Attribution,
    AttributionId,
    AttributionKind,
    Span,
    short_id,
    trim_span,
)
from sayso.reading.attribution.claimants import is_made_in, makes_claims, part_of
from sayso.reading.attribution.going_on import goes_on
from sayso.reading.attribution.plain_speech import find_plain_speech
from sayso.reading.text.sentences import SentenceIndex
from sayso.vocabulary.languages import Language
from sayso.vocabulary.languages.speech_words import SpeechWords

HEADING = re.compile(r"(?:[^\n]*\n\s*|[A-Z/ ]{3,40} [-–—] )(?=\S)")
BULLET = re.compile(r"[▪•●◾*–—▫🔹🔸➡✅❗-]")
OPENING = "\"“‘«„'"
BLOCK_PARAGRAPHS = 12
"""Paragraphs a statement below "X said:" may have at most."""


def continue_attributions(
    text: str,
    attributions: Sequence[Attribution],
    index: SentenceIndex[Language],
    *,
    claimed: Sequence[Span] = (),
    document: str = "",
) -> tuple[Attribution, ...]:
    """Give the attributions with those that reach over their sentence added.

    Args:
        text: The document's text.
        attributions: As the tagger found them, in order of their content.
        index: The text's sentences, and its language.
        claimed: What claims will be made of; a sentence that leaves one to no one, or
            to a relaying outlet, is read again for plain words of saying.
        document: Id of the document; enters the new ids.

    Returns:
        All attributions in order of their content. Nothing is added to a sentence that
        has an attribution of its own.
    """
    speech = index.language.speech
    attributions = [_within_paragraph(text, a, index) for a in attributions]
    plain = _plain(speech, text, attributions, claimed, index)
    added = [_with_id(attribution, document) for attribution in plain]
    taken = _taken(speech, (*attributions, *added), index)
    last: dict[int, Attribution] = dict(taken)
    figures: dict[int, list[Span]] = {}
    for figure in claimed:
        figures.setdefault(index.at(figure.start), []).append(figure)
    for number, sentence in enumerate(index.sentences):
        new = _announced(speech, text, number, index=index, taken=taken)
        if new is not None:
            at = number - 1
            added.append(_with_id(new, document))
            last[at] = last[number] = taken[at] = added[-1]
            continue
        before = last.get(number - 1)
        if number in taken or before is None or not before.source:
            continue
        if not _in_paragraph(index, number - 1, number):
            continue
        near = _in_paragraph(index, number, number + 1)
        following = taken.get(number + 1) if near else None
        if goes_on(speech, sentence, figures.get(number, ()), before, following):
            added.append(_with_id(replace(before, content=(sentence,)), document))
            last[number] = taken[number] = added[-1]
    longer, below = _blocks(speech, text, attributions, index, document)
    tagged = (longer.get(a.id, a) for a in attributions if not _stands_in(a, below))
    found = [*tagged, *added, *below]
    return tuple(map(_without_heading, sorted(found, key=_start)))


def _within_paragraph(
    text: str, attribution: Attribution, index: SentenceIndex[Language]
) -> Attribution:
    """Give the attribution, what is not quoted cut to the paragraph of its cue.

    A headline is not said by whom the sentence below it names.
    """
    is_quoted = attribution.kind is not AttributionKind.INDIRECT
    if is_quoted or not attribution.cue or attribution.cue[-1].text.endswith(":"):
        return attribution
    start, end = _paragraph(index, attribution.cue[0].start)
    kept = tuple(
        trim_span(text, max(part.start, start), min(part.end, end))
        for part in attribution.content
        if part.start < end and start < part.end
    )
    if not kept or kept == attribution.content:
        return attribution
    return replace(attribution, content=kept)


def _paragraph(index: SentenceIndex[Language], offset: int) -> tuple[int, int]:
    """Give the offsets of the paragraph that holds an offset."""
    number = index.paragraphs[index.at(offset)]
    first = bisect_left(index.paragraphs, number)
    last = bisect_right(index.paragraphs, number) - 1
    return index.sentences[first].start, index.sentences[last].end


def _in_paragraph(index: SentenceIndex[Language], first: int, second: int) -> bool:
    """True when both are sentences of one paragraph."""
    known = first >= 0 and second < len(index.sentences)
    return known and index.paragraphs[first] == index.paragraphs[second]


def _relays(speech: SpeechWords, text: str, attribution: Attribution) -> bool:
    """True for ", TASS reported." or ", according to TASS." behind its content.

    The speaker may stand inside.
    """
    if not attribution.cue or not attribution.content or not attribution.source:
        return False
    cue, content = attribution.cue[-1], attribution.content[-1]
    words = cue.text.lower()
    end = attribution.source[-1].end if words == "according to" else cue.end
    is_last = content.end <= cue.start and text[end : end + 1] in (".", "", "\n")
    return is_last and words in speech.relaying


def _without_heading(attribution: Attribution) -> Attribution:
    """Give the attribution, its source without a heading or dateline before it."""
    if not attribution.source:
        return attribution
    first = attribution.source[0]
    heading = HEADING.match(first.text)
    if heading is None:
        return attribution
    start = first.start + heading.end()
    kept = Span(start, first.end, first.text[heading.end() :])
    return replace(attribution, source=(kept, *attribution.source[1:]))


def _plain(
    speech: SpeechWords,
    text: str,
    attributions: Sequence[Attribution],
    claimed: Sequence[Span],
    index: SentenceIndex[Language],
) -> Iterator[Attribution]:
    """Yield what plain words attribute of the figures that no attribution holds.

    Where one made elsewhere reaches into a figure's part of the sentence, plain words
    of that part alone are asked: "... he said. Nine fled, according to the police."
    """
    reaching = _reaching(speech, attributions, index)
    left: dict[tuple[int, int], Span] = {}
    for figure in claimed:
        number = index.at(figure.start)
        stretch = index.sentences[number]
        holding = [
            a
            for a in reaching.get(number, ())
            if _holds(a.content, figure) and not _relays(speech, text, a)
        ]
        if holding:
            stretch = part_of(stretch, figure)
            if any(is_made_in(attribution, stretch) for attribution in holding):
                continue
        left.setdefault((stretch.start, stretch.end), figure)
    stretches = [Span.cut(text, *ends) for ends in left]
    known: dict[tuple[Span, ...], list[Span]] = {}
    for attribution in attributions:
        known.setdefault(attribution.source, []).extend(attribution.content)
    for found in find_plain_speech(speech, text, stretches, list(left.values())):
        said = known.get(found.source, ())
        figures = [f for f in left.values() if _holds(found.content, f)]
        if not all(_holds(said, figure) for figure in figures):
            yield found


def _holds(content: Sequence[Span], figure: Span) -> bool:
    return any(part.start <= figure.start < part.end for part in content)


def _reaching(
    speech: SpeechWords,
    attributions: Sequence[Attribution],
    index: SentenceIndex[Language],
) -> dict[int, list[Attribution]]:
    """Give sentence number -> who speaks in it, those with a source only."""
    found: dict[int, list[Attribution]] = {}
    for attribution in attributions:
        if attribution.source and makes_claims(speech, attribution):
            for span in attribution.content:
                last = index.at(max(span.start, span.end - 1))
                for number in range(index.at(span.start), last + 1):
                    found.setdefault(number, []).append(attribution)
    return found


def _start(attribution: Attribution) -> int:
    spans = attribution.content or attribution.cue or attribution.source
    return spans[0].start if spans else 0


def _taken(
    speech: SpeechWords,
    attributions: Sequence[Attribution],
    index: SentenceIndex[Language],
) -> dict[int, Attribution]:
    """Give sentence number -> the last attribution whose content is in it."""
    taken: dict[int, Attribution] = {}
    for attribution in attributions:
        if not makes_claims(speech, attribution):
            continue
        for span in attribution.content:
            last = index.at(max(span.start, span.end - 1))
            for number in range(index.at(span.start), last + 1):
                taken[number] = attribution
    return taken


def _announced(
    speech: SpeechWords,
    text: str,
    number: int,
    *,
    index: SentenceIndex[Language],
    taken: dict[int, Attribution],
) -> Attribution | None:
    """Give the attribution of the sentence before, when this one says who made it."""
    sentence = index.sentences[number]
    match = re.compile(speech.announced).match(sentence.text)
    if match is None or number == 0 or number - 1 in taken:
        return None
    if index.paragraphs[number - 1] != index.paragraphs[number]:
        return None
    start = sentence.start + match.start("source")
    stretch = match.group("source")
    office = re.compile(speech.office).search(stretch)
    ends = re.compile(speech.source_end).search(stretch, office.end() if office else 0)
    end = start + (ends.start() if ends else len(stretch.rstrip()))
    cue = sentence.start + match.start("cue"), sentence.start + match.end("cue")
    return Attribution(
        AttributionId(""),
        (Span.cut(text, start, end),),
        (Span.cut(text, *cue),),
        (index.sentences[number - 1],),
        AttributionKind.INDIRECT,
    )


def _blocks(
    speech: SpeechWords,
    text: str,
    attributions: Sequence[Attribution],
    index: SentenceIndex[Language],
    document: str,
) -> tuple[dict[AttributionId, Attribution], list[Attribution]]:
    """Give what stands below each "X said:".

    Returns:
        Id -> attribution with its longer content, for those the tagger found, and the
        attributions that it did not find.
    """
    longer: dict[AttributionId, Attribution] = {}
    new: list[Attribution] = []
    by_cue = {index.at(a.cue[-1].start): a for a in attributions if a.cue}
    others = {
        index.at(a.cue[0].start) for a in attributions if _is_other_speaker(speech, a)
    }
    for number, sentence in enumerate(index.sentences):
        cue = re.compile(speech.introduces).search(sentence.text)
        content = (
            _block(speech, text, number, index, others) if cue is not None else None
        )
        if cue is None or content is None:
            continue
        found = by_cue.get(number)
        if found is not None:
            longer[found.id] = replace(found, content=(content,))
            continue
        start = sentence.start
        source = trim_span(text, start, start + cue.start(), strip=" \t\n,")
        made = Attribution(
            AttributionId(""),
            (source,) if source.text else (),
            (Span.cut(text, start + cue.start("cue"), start + cue.end("cue")),),
            (content,),
            AttributionKind.DIRECT,
        )
        new.append(_with_id(made, document))
    return longer, new


def _stands_in(attribution: Attribution, blocks: Sequence[Attribution]) -> bool:
    """True for a quotation of no one within the statement of somebody."""
    return not (attribution.source or attribution.cue) and any(
        all(block.content[0].contains(span) for span in attribution.content)
        for block in blocks
    )


def _is_other_speaker(speech: SpeechWords, attribution: Attribution) -> bool:
    """True when somebody but the narrator or "I" says something."""
    return (
        attribution.depth == 0
        and bool(attribution.source and attribution.cue)
        and attribution.source[0].text.lower() not in speech.own
        and re.compile(speech.reporting).search(attribution.cue[0].text) is not None
    )


def _block(
    speech: SpeechWords,
    text: str,
    number: int,
    index: SentenceIndex[Language],
    others: Container[int],
) -> Span | None:
    """Give the paragraphs below a sentence that belong to it, None for none.

    Where the first opens with a quotation mark or a bullet, all must; else the
    statement runs on to the next "X said:" or to the paragraph in which another
    speaks.
    """
    last = None
    mark: str | None = None
    for at in range(number + 1, len(index.sentences)):
        sentence = index.sentences[at]
        breaks = index.paragraphs[at] - index.paragraphs[at - 1]
        if at == number + 1:
            if not breaks:
                return None
            mark = _mark(sentence)
        elif breaks and mark is not None and _mark(sentence) != mark:
            break
        paragraphs = index.paragraphs[at] - index.paragraphs[number]
        if paragraphs > 2 * BLOCK_PARAGRAPHS or re.compile(speech.introduces).search(
            sentence.text
        ):
            break
        if mark is None and at in others:
            first = bisect_left(index.paragraphs, index.paragraphs[at])
            last = first - 1 if first > number + 1 else None
            break
        last = at
    if last is None:
        return None
    first = index.sentences[number + 1].start
    return Span.cut(text, first, index.sentences[last].end)


def _mark(sentence: Span) -> str | None:
    """Give what a paragraph of a list or a long quotation opens with."""
    if sentence.text[0] in OPENING:
        return "quotation"
    return "bullet" if BULLET.match(sentence.text) else None


def _with_id(attribution: Attribution, document: str) -> Attribution:
    roles = (attribution.source, attribution.cue, attribution.content)
    offsets = [[[s.start, s.end] for s in role] for role in roles]
    return replace(
        attribution, id=AttributionId(short_id("attribution", document, *offsets))
    )
