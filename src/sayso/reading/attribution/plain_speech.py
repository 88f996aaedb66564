"""Plain forms of saying, for sentences with figures that the tagger left to no one.

"Ode said nine had died.", "Nine died the monitoring group said on Sunday.", "By his
account ...", "Ode put losses at 900.", "14.05 Defence Ministry: 246 returned". They
are explicit, so a lost comma or quotation mark must not lose the speaker of a figure.
Refuses anything that needs more than the sentence.

Source: our own; a net under the learned reader, no replacement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.model import Attribution, AttributionId, AttributionKind, Span, trim_span
from sayso.reading.attribution.claimants import is_no_claimant
from sayso.reading.text.sentences import find_words
from sayso.vocabulary.languages.speech_words import SpeechWords

CLOSINGS = {")": "(", "”": "“", '"': '"', "»": "«"}
"""Marks that close a name or an acronym behind it -> those that open it."""
TRAILING = 9
"""Words after a closing cue: "said late on Sunday in a statement"."""
SUBJECT_REACH = 30
"""Words between a subject and its "saying"."""
INSERTED = 7
"""Words from the cue to the comma that closes ", its spokesman told NORA, "."""
NAMED_IN = 8
"""Words of a name in quotation marks or of an acronym in brackets."""
ASIDE = 9
"""Words between the commas of an aside: ", head of the region,"."""
CLOSING = 3
"""Words that may follow the source of an inverted cue: "said the mayor on Sunday"."""
LEADING = 14
"""Words of a source that opens a sentence."""


def find_plain_speech(
    speech: SpeechWords, text: str, sentences: Sequence[Span], figures: Sequence[Span]
) -> Iterator[Attribution]:
    """Yield an attribution for each sentence whose figures plain words attribute.

    Args:
        speech: The language's verbs of saying and their frames.
        text: The document's text.
        sentences: Sentences without an attribution of the figures in them, in order.
        figures: A figure of each.

    Returns:
        Attributions without an id; source, cue and content are spans of the sentence.
    """
    for sentence, figure in zip(sentences, figures, strict=True):
        found = (
            _of_pattern(text, sentence, re.compile(speech.account))
            or _of_verb(speech, text, sentence, figure)
            or _of_pattern(text, sentence, re.compile(speech.according))
            or _of_slug(speech, text, sentence, figure)
        )
        if found is not None:
            yield found


def _made(source: Span, cue: Span, content: Sequence[Span]) -> Attribution:
    kept = tuple(span for span in content if span.text)
    return Attribution(
        AttributionId(""), (source,), (cue,), kept, AttributionKind.INDIRECT
    )


def _of_pattern(
    text: str, sentence: Span, pattern: re.Pattern[str]
) -> Attribution | None:
    """Give the attribution of "by his account" or "according to the ministry"."""
    match = pattern.search(sentence.text)
    if match is None:
        return None
    if match["source"].lower() == "the" and sentence.text[match.end() :][:4] == " of ":
        return None  # "by the data of Ode" names whose they are
    start = sentence.start
    end = match.end("source")
    if "noun" in pattern.groupindex and match["source"].lower() in ("the", "the same"):
        end = match.end("noun")
    source = trim_span(text, start + match.start("source"), start + end)
    cue = Span.cut(text, start + match.start("cue"), start + match.end("cue"))
    before = trim_span(text, start, start + match.start(), strip=" ,\n")
    after = trim_span(text, start + match.end(), sentence.end, strip=" ,.\n")
    return _made(source, cue, (before, after))


def _of_slug(
    speech: SpeechWords, text: str, sentence: Span, figure: Span
) -> Attribution | None:
    """Give the attribution of a headline: "Ode: 22 villages taken", "12 dead: monitor".

    Only words for a speaker or a lone surname count; "Tark front: 24 villages" says
    where.
    """
    for pattern in (re.compile(speech.slug), re.compile(speech.end_slug)):
        match = pattern.search(sentence.text.rstrip("."))
        if match is None:
            continue
        start, end = (sentence.start + match.start("source")), match.end("source")
        source = trim_span(text, start, sentence.start + end)
        if source.overlaps(figure) or not _is_speaker_word(speech, source.text):
            continue
        is_first = pattern is re.compile(speech.slug)
        rest = (
            _stretch(text, sentence.start + match.end(), sentence.end)
            if is_first
            else _stretch(text, sentence.start, sentence.start + match.start())
        )
        if rest.contains(figure):
            return Attribution(
                AttributionId(""), (source,), (), (rest,), AttributionKind.INDIRECT
            )
    return None


def _is_speaker_word(speech: SpeechWords, words: str) -> bool:
    last = words.rsplit(maxsplit=1)[-1].lower()
    return last in speech.roles or (" " not in words and words[:1].isupper())


def _of_verb(
    speech: SpeechWords, text: str, sentence: Span, figure: Span
) -> Attribution | None:
    """Give the attribution of the saying verb that governs a figure."""
    words = [
        (a, b, text[a:b]) for a, b in find_words(text, sentence.start, sentence.end)
    ]
    for at, (start, end, word) in enumerate(words):
        following = words[at + 1][2].lower() if at + 1 < len(words) else ""
        is_saying = (
            word.lower() in speech.saying
            or (word.lower(), following) in speech.saying_pairs
        )
        if not is_saying or figure.start <= start < figure.end:
            continue
        quoted = _quoted_source(speech, text, words, at)
        if quoted is not None and figure.start >= quoted.end:
            cue = Span.cut(text, start, end)
            return _made(quoted, cue, (_stretch(text, quoted.end, sentence.end),))
        inverted = None
        if word.lower() in speech.inverted:
            inverted = _source_after(speech, text, words, at)
        if inverted is not None and figure.start < start:
            tail = [w for a, _, w in words if a >= inverted.end and w.isalnum()]
            if len(tail) <= CLOSING:
                cue = Span.cut(text, start, end)
                before = _stretch(text, sentence.start, start)
                return _made(inverted, cue, (before,))
        source = _source_before(speech, text, words, at)
        if source is None and word.lower() in speech.participles:
            source = _subject_source(speech, text, words, at)
        if source is None or not _puts(speech, words, at, figure):
            continue
        if is_no_claimant(speech, f"{source.text} {word}"):
            continue  # "Initial reports indicate": a noun
        content = _governed(speech, text, (sentence, source, figure), words, at)
        if content:
            return _made(source, Span.cut(text, start, end), content)
    return None


def _governed(
    speech: SpeechWords,
    text: str,
    held: tuple[Span, Span, Span],
    words: Sequence[tuple[int, int, str]],
    at: int,
) -> tuple[Span, ...]:
    """Give the parts of a sentence that a cue governs, none when not the figure's."""
    sentence, source, figure = held
    end = words[at][1]
    before = _stretch(text, sentence.start, source.start)
    if figure.start >= end:
        after = _stretch(text, end, sentence.end)
        is_inside = before.text and source.start - sentence.start > 1
        return (before, after) if is_inside else (after,)
    inserted = _insertion_end(words, source, at)
    if inserted is not None:
        after = _stretch(text, inserted, sentence.end)
        return (
            (before,)
            if re.compile(speech.according).match(after.text)
            else (before, after)
        )
    return (before,) if _closes(words, at) else ()


def _quoted_source(
    speech: SpeechWords, text: str, words: Sequence[tuple[int, int, str]], at: int
) -> Span | None:
    """Give the source of "quoted a source at the ministry as saying"."""
    if words[at][2].lower() not in speech.quoting:
        return None
    for here in range(at + 2, min(at + LEADING, len(words) - 1)):
        if (words[here][2].lower(), words[here + 1][2].lower()) == ("as", "saying"):
            return Span.cut(text, words[at + 1][0], words[here - 1][1])
    return None


def _stretch(text: str, start: int, end: int) -> Span:
    return trim_span(text, start, end, strip=" ,.;\n")


def _puts(
    speech: SpeechWords, words: Sequence[tuple[int, int, str]], at: int, figure: Span
) -> bool:
    """False for "put" without the figure and its "at" behind it."""
    if words[at][2].lower() not in speech.putting:
        return True
    following = [word.lower() for _, _, word in words[at + 1 : at + 14]]
    return figure.start >= words[at][1] and "at" in following


def _insertion_end(
    words: Sequence[tuple[int, int, str]], source: Span, at: int
) -> int | None:
    """Give where ", its spokesman told NORA, " ends, None when it is no insertion."""
    before = [word for start, _, word in words[:at] if start < source.start]
    if not before or before[-1] != ",":
        return None
    for start, _, word in words[at + 1 : at + INSERTED]:
        if word in (",", ":"):
            return start + 1
    return None


def _closes(words: Sequence[tuple[int, int, str]], at: int) -> bool:
    """True when little but a day follows the cue, or a comma right behind it."""
    left = [word for _, _, word in words[at + 1 :] if word.isalnum()]
    return len(left) <= TRAILING or words[at + 1][2] in (",", ".")


def _source_before(
    speech: SpeechWords, text: str, words: Sequence[tuple[int, int, str]], at: int
) -> Span | None:
    """Give the noun phrase that ends right before a cue, None for none."""
    here = at - 1
    while here >= 0 and words[here][2].lower() in speech.before_cue:
        here -= 1
    last = here
    if last >= 0 and words[last][2].lower() in speech.pronouns:
        return Span.cut(text, words[last][0], words[last][1])
    if last >= 0 and words[last][2] == ",":
        last = here = _before_aside(words, last)
    if last >= 1 and words[last][2].lower() in ("which", "who"):
        last = here = last - 2 if words[last - 1][2] == "," else last - 1
    first = None
    while here >= 0 and last - here < LEADING:
        opened = _opening_of(words, here)
        if opened is not None:
            here = opened - 1
            continue
        word = words[here][2]
        lower = word.lower().removesuffix("'s").removesuffix("’s")
        is_name = (word[:1].isupper() and lower not in speech.days) or "-" in word
        if not (
            is_name
            or lower in speech.roles
            or lower in speech.links
            or lower in speech.openers
        ):
            break
        if is_name or lower in speech.roles or lower in speech.openers:
            first = here
        if lower in speech.openers and not words[here - 1][2][:1].isupper():
            break
        here -= 1
    if first is None or not _names_someone(speech, words[first : last + 1]):
        return None
    if words[first][2].lower() == "it":
        return None
    return Span.cut(text, words[first][0], words[last][1])


def _opening_of(words: Sequence[tuple[int, int, str]], at: int) -> int | None:
    """Give the position of the mark that a closing one answers, None for no mark."""
    if words[at][2] not in CLOSINGS:
        return None
    for here in range(at - 1, max(-1, at - NAMED_IN), -1):
        if words[here][2] in CLOSINGS[words[at][2]]:
            return here
    return None


def _before_aside(words: Sequence[tuple[int, int, str]], comma: int) -> int:
    """Give the position before ", for its part," or before the comma alone."""
    for here in range(comma - 1, max(-1, comma - ASIDE), -1):
        if words[here][2] == ",":
            return here - 1
    return comma - 1


def _subject_source(
    speech: SpeechWords, text: str, words: Sequence[tuple[int, int, str]], at: int
) -> Span | None:
    """Give the last phrase for a speaker before "saying": "state TV ..., saying"."""
    for here in range(at - 1, max(-1, at - SUBJECT_REACH), -1):
        if words[here][2].lower() in speech.roles:
            return _source_before(speech, text, words, here + 1)
    return None


def _source_after(
    speech: SpeechWords, text: str, words: Sequence[tuple[int, int, str]], at: int
) -> Span | None:
    """Give the noun phrase right behind an inverted cue: "said the Observatory"."""
    last = None
    for here in range(at + 1, min(at + LEADING, len(words))):
        word = words[here][2]
        lower = word.lower().removesuffix("'s")
        if lower in speech.days:
            break
        if word[:1].isupper() or lower in speech.roles:
            last = here
        elif lower not in speech.links and lower not in speech.openers:
            break
    if last is None or not _names_someone(speech, words[at + 1 : last + 1]):
        return None
    return Span.cut(text, words[at + 1][0], words[last][1])


def _names_someone(speech: SpeechWords, words: Sequence[tuple[int, int, str]]) -> bool:
    """True when the phrase has a capitalised word or a word for a speaker."""
    return any(
        (word[:1].isupper() and word.lower() not in speech.openers)
        or word.lower() in speech.roles - {"state", "local", "human", "head"}
        for _, _, word in words
    )
