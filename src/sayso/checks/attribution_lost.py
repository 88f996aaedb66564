"""A figure that is repeated without the speaker it had."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sayso.checks.support.account import headline_end, lead_end
from sayso.checks.support.check import (
    Check,
    CheckContext,
    claim_input,
    claim_order,
    words_of,
)
from sayso.linking.joining import is_telling
from sayso.linking.origins import Origin
from sayso.linking.statements import figure_of
from sayso.model import Claim, DocumentId, Finding, Level, Outcome

NEARBY = 250
"""Characters around a figure's sentence in which its speaker may be named: one or two
sentences on each side."""
FARTHEST = 600
"""Characters from a figure's sentence to its speaker and cue: a paragraph.
What is put down to somebody farther off may be the narrator's again."""


def check_attribution_lost(
    claims: Sequence[Claim], context: CheckContext
) -> Iterator[Finding]:
    """Give telling figures in the narrator's voice that a speaker stated before."""
    wanted = set(map(claim_order, claims))
    for origin in context.origins:
        if origin.speaker is None or len(origin.documents) < 2:
            continue
        for earlier, later in _lost(origin, context):
            level = _least(
                _mention(later, speaker, context)
                for speaker in _speakers(earlier, origin, context)
            )
            if _is_credited(later, earlier, context):
                level = None
            both = map(claim_order, (earlier, later))
            if level is not None and wanted.issuperset(both):
                yield _finding(earlier, later, level, context)


def _least(levels: Iterable[Level | None]) -> Level | None:
    """Give the level of a loss that one of several speakers makes least."""
    found = set(levels)
    if None in found:
        return None
    return Level.NOTE if Level.NOTE in found else Level.LOOK


def _speakers(earlier: Claim, origin: Origin, context: CheckContext) -> list[str]:
    """Give all who state a figure of an origin, by its document or others.

    A headline has it of "Ukraine", the text of the air force in Kyiv.
    """
    reading = context.readings.get(earlier.document)
    told = (*origin.claims, *(() if reading is None else reading.claims))
    figure = figure_of(earlier)
    names = (context.names.speaker(c) for c in told if figure_of(c) == figure)
    return sorted({str(origin.speaker), *(name for name in names if name)})


def _lost(origin: Origin, context: CheckContext) -> Iterator[tuple[Claim, Claim]]:
    """Give the earlier claim with a speaker, and the later one without.

    A document that names the speaker beside the same figure elsewhere has lost
    nothing: its first sentence may stand alone.
    """
    named: dict[DocumentId, set[object]] = {}
    first: dict[object, Claim] = {}
    for claim in origin.claims:
        if context.names.speaker(claim) is not None:
            figure = figure_of(claim)
            named.setdefault(claim.document, set()).add(figure)
            if _is_near_its_speaker(claim, context):
                first.setdefault(figure, claim)
    done: set[tuple[object, object]] = set()
    for claim in origin.claims:
        figure = figure_of(claim)
        earlier = first.get(figure)
        here = (claim.document, figure)
        if (
            context.names.speaker(claim) is None
            and earlier is not None
            and earlier.document != claim.document
            and figure not in named.get(claim.document, ())
            and here not in done
            and is_telling(claim)
            and not _is_earlier(claim, earlier, context)
        ):
            done.add(here)
            yield earlier, claim


def _is_near_its_speaker(claim: Claim, context: CheckContext) -> bool:
    """True when speaker and words of saying stand near, or are not known."""
    reading = context.readings.get(claim.document)
    held = reading.attributions if reading is not None else ()
    roles = [r for a in held if a.id == claim.attribution for r in (a.source, a.cue)]
    start, end = claim.sentence.start - FARTHEST, claim.sentence.end + FARTHEST
    return all(any(start <= s.start <= end for s in spans) for spans in roles if spans)


def _is_earlier(claim: Claim, other: Claim, context: CheckContext) -> bool:
    """True when the claim's document was published before the other's."""
    return context.is_later(other, than=claim)


def _mention(claim: Claim, speaker: str, context: CheckContext) -> Level | None:
    """Give how much the loss matters, None where the speaker stands near the figure.

    Somebody named elsewhere in the document is not lost to a reader of all of it.
    """
    document = context.documents.get(claim.document)
    text = "" if document is None else document.text
    start, end = claim.sentence.start, claim.sentence.end
    around = text[max(0, start - NEARBY) : end + NEARBY]
    names = _names_of(speaker, context)
    if _stands(names, around):
        return None
    return Level.NOTE if _stands(names, text) else Level.LOOK


def _is_credited(claim: Claim, earlier: Claim, context: CheckContext) -> bool:
    """True when the figure's paragraph names the outlet that had it, or a headline's.

    The words that a headline stands on are those of the first paragraph.
    """
    document = context.documents.get(claim.document)
    source = context.documents.get(earlier.document)
    if document is None or source is None or not source.outlet:
        return False
    end = headline_end(document)
    start = claim.quantity.span.start
    if start < end:
        paragraph = document.text[end : lead_end(document)]
    else:
        first = document.text.rfind("\n", 0, start) + 1
        stop = document.text.find("\n", start)
        paragraph = document.text[first : stop if stop >= 0 else None]
    return source.outlet.casefold() in paragraph.casefold()


def _names_of(speaker: str, context: CheckContext) -> list[str]:
    """Give the words by which a text may name the speaker.

    The aliases of the packs ("UN"), and the words of the name that tell it from
    others: those of parties stand in every sentence of a war.
    """
    words = [word.strip(".,'’").removesuffix("'s") for word in speaker.split()]
    capital = [w for w in words if w[:1].isupper() and len(w) > 2]
    kept = [w for w in capital if w.casefold() not in context.names.parties]
    known = (context.names.speakers, context.names.parties)
    aliases = [a for table in known for a, name in table.items() if name == speaker]
    return [*(kept or capital or words), *aliases]


def _stands(names: list[str], text: str) -> bool:
    """True when the text has one of the names as whole words, in any case."""
    either = "|".join(re.escape(name) for name in names)
    return re.search(rf"(?i)\b(?:{either})", text) is not None


def _finding(
    earlier: Claim, later: Claim, level: Level, context: CheckContext
) -> Finding:
    return CHECK.find(
        Outcome.CANNOT_CHECK,
        level,
        (claim_input(earlier, "with speaker"), claim_input(later, "without speaker")),
        f"{context.voice(later)}: {words_of(later)}, with no speaker; "
        f"{context.stated(earlier)} {words_of(earlier)} in "
        f"{context.outlet(earlier)}.",
        (
            f"stated by: {context.voice(earlier)}",
            f"repeated in: {context.outlet(later)}, in the narrator's voice",
        ),
        f"the speaker named beside the figure: {context.voice(earlier)}",
    )


CHECK = Check(
    name="attribution_lost",
    version=4,
    title="Speaker lost on repetition",
    explanation=(
        "A figure of an origin with a known speaker that another document prints in "
        "the narrator's voice, when that document names the speaker beside none of "
        "its mentions nor near the figure. Small figures, which may agree by chance, "
        "and figures far from the words that name their speaker are left alone; a "
        "speaker whom the later document names farther off makes it a note. A figure "
        "in whose paragraph the outlet that had it is credited has lost nothing."
    ),
    run=check_attribution_lost,
)
