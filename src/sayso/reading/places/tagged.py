"""Places that no gazetteer lists, in languages that decline: as the tagger sees them.

The words alone are kept, in the case in which they stand; nothing is interpolated. A
name that the tagger calls a person's is no place's, unless a word for being somewhere
stands before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.model import Span
from sayso.reading.places.names import PlaceName
from sayso.reading.tagger.entities import Entity, EntityKind
from sayso.reading.text.letters import fold_letters
from sayso.vocabulary.gazetteers import Candidate
from sayso.vocabulary.languages import CasedLanguage

SHORTEST = 3
"""Letters of a name."""
Named = tuple[PlaceName, tuple[Candidate, ...]]


def add_tagged_names(
    text: str,
    listed: Iterable[Named],
    entities: Sequence[Entity],
    language: CasedLanguage,
) -> tuple[Named, ...]:
    """Give the listed names of places with those that the tagger alone sees, in order.

    Args:
        text: The document's text.
        listed: What gazetteers and words beside names tell, in order.
        entities: Named things with `span` and `kind`, as `find_entities` gives them.
        language: Its words that are never a place's name, and for being somewhere.

    Returns:
        Names without overlap; the added ones stand for no known place.
    """
    places = [e for e in entities if e.kind is EntityKind.PLACE]
    persons = [e for e in entities if e.kind is EntityKind.PERSON]
    kept = [
        (name, candidates)
        for name, candidates in listed
        if name.kind is not None
        or not _is_inside(name.span, persons)
        or _word_before(text, name.span) in language.places.locating
    ]
    taken = [name.span for name, _ in kept]
    for entity in places:
        span = _trimmed(text, entity.span)
        if span is None or any(_overlap(span, other) for other in taken):
            continue
        if not _is_common(span, language):
            kept.append((PlaceName(span, None, span.text), ()))
    return tuple(sorted(kept, key=lambda named: named[0].span.start))


def _trimmed(text: str, span: Span) -> Span | None:
    """Give a span from its first capital on; None for a number or a short word."""
    start = next((n for n in range(span.start, span.end) if text[n].isupper()), None)
    if start is None or span.end - start < SHORTEST:
        return None
    return Span.cut(text, start, span.end)


def _is_common(span: Span, language: CasedLanguage) -> bool:
    word = fold_letters(span.text.lower())
    return word in language.places.never or word in language.numbers.stops


def _word_before(text: str, span: Span) -> str:
    """Give the word before a span in the same sentence, folded."""
    before = text[max(0, span.start - 24) : span.start].rstrip(" \u00a0")
    words = before.split()
    return fold_letters(words[-1].lower()) if words and before else ""


def _is_inside(span: Span, entities: Sequence[Entity]) -> bool:
    return any(e.span.start <= span.start and span.end <= e.span.end for e in entities)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
