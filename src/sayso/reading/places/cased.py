"""Where a text in a language that declines names places, in whatever case.

A capitalised word is asked of the gazetteers in every nominative it may have
("Покровську" is Покровськ); "Курской области" and "на Донеччині" are regions, "село
Вязовое" is a village. Which place a name stands for, the story says, as in English.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.model import PlaceKind
from sayso.reading.places.names import PlaceName
from sayso.reading.text.folded import DASHES, Folded, fold_text
from sayso.reading.text.inflected import (
    SHORTEST,
    is_form,
    nominatives_of,
    starts_of,
)
from sayso.reading.text.letters import fold_letters
from sayso.vocabulary.gazetteers import Candidate, Gazetteer, find_candidates
from sayso.vocabulary.languages import CasedLanguage
from sayso.vocabulary.theatres.words import load_words

ACRONYM = 5
"""Letters from which a word in capitals may be a town's name."""
LONGEST = 4
"""Words of a name looked up, at most."""
LIST_REACH = 9
"""Items of a list of adjectives before their noun."""
ADJECTIVE = 2
KNOWN = 1_000
"""People from which a town's name may begin a sentence without more."""
FORMS = 240
"""Spellings of a name of several words that are looked up, at most."""
_DIVISIONS = (" Oblast", " oblast", " Krai", " Republic")
_QUOTES = frozenset('«»„“”"')


@dataclass(frozen=True, slots=True)
class Sources:
    """What is asked for names."""

    language: CasedLanguage
    gazetteers: tuple[Gazetteer, ...]
    common: frozenset[str]
    """Words that the text writes with a small letter somewhere."""
    names: frozenset[str]
    """Words that it writes with a capital inside a sentence."""


def find_cased_place_names(
    text: str, language: CasedLanguage, gazetteers: Sequence[Gazetteer]
) -> Iterator[tuple[PlaceName, tuple[Candidate, ...]]]:
    """Yield the names of places in a text with the places they may stand for.

    Args:
        text: Any text in the language.
        language: Its endings and the words around places.
        gazetteers: Asked for names, in order; one of them lists Cyrillic names.

    Returns:
        In the order of the text, none overlapping another; a name's key is the
        nominative by which it was found.
    """
    line = fold_text(text)
    common = frozenset(
        line.words[at]
        for at in range(line.count)
        if line.is_word(at) and line.text[line.starts[at]].islower()
    )
    names = frozenset(
        line.words[at]
        for at in range(line.count)
        if line.is_capital(at) and not _begins_sentence(line, at)
    )
    sources = Sources(language, tuple(gazetteers), common, names)
    at = 0
    while at < line.count:
        found = _at(line, at, sources)
        if found is None:
            at += 1
            continue
        after, name, candidates = found
        yield name, candidates
        at = after


_Found = tuple[int, PlaceName, tuple[Candidate, ...]]


def _at(line: Folded, at: int, sources: Sources) -> _Found | None:
    """Give the name that begins at an item with the item after it."""
    if not line.is_capital(at) or not line.is_word(at):
        return None
    kind = _said_before(line, at, sources)
    if kind is None and _is_other(line, at, sources):
        return None
    listed = _listed(line, at, sources)
    if listed is not None:
        return listed
    named_after = _division(line, at, sources) or _land(line, at, sources)
    if named_after is not None:
        return named_after
    ends = _ends(line, at, sources)
    for after in reversed(ends if kind is None else ends[-1:]):
        single = after == at + 1 and kind is None
        if single and not _is_name(line, at, sources):
            continue
        found = _look_up(line, at, after, sources, kind)
        doubtful = single and _begins_sentence(line, at)
        if found is not None and not (
            doubtful and _is_chance(line, at, found, sources)
        ):
            return found
    if kind is None:
        return None
    after = ends[-1]
    span = line.span(at, after)
    return after, PlaceName(span, kind, span.text), ()


def _is_name(line: Folded, at: int, sources: Sources) -> bool:
    """True unless a lone capitalised word may be a common one: "Всего", "ОВА"."""
    language, word = sources.language, line.words[at]
    if word in language.places.never or word in language.numbers.stops:
        return False
    shown = line.text[line.starts[at] : line.ends[at]]
    if shown.isupper() and len(shown) < ACRONYM:
        return False
    before = line.words[at - 1] if at else ""
    if not (_begins_sentence(line, at) or shown.isupper()):
        return True
    if word in language.things.forms or word in sources.common:
        return False
    long = tuple(e for e in language.places.adjectives if len(e) > ADJECTIVE)
    return before in language.places.locating or not word.endswith(long)


def _is_chance(line: Folded, at: int, found: _Found, sources: Sources) -> bool:
    """True when a sentence's first word is more likely no place's name."""
    word, (after, name, candidates) = line.words[at], found
    if line.words[after] in ",.:;)—–" or word in sources.names:
        return False
    known = max((c.place.population for c in candidates), default=0)
    return known < KNOWN or name.key != word


def _begins_sentence(line: Folded, at: int) -> bool:
    if not at:
        return True
    before = line.words[at - 1]
    return "\n" in line.gap(at) or before in '.!?…:«“„"—–-•'


def _ends(line: Folded, at: int, sources: Sources) -> list[int]:
    """Give where a run of capitals from an item may end, nearest first."""
    ends = [at + 1]
    index = at + 1
    while len(ends) < LONGEST and index < line.count:
        hyphen = line.words[index] in DASHES and line.touches(index)
        if hyphen and line.touches(index + 1) and line.is_word(index + 1):
            ends.append(index + 2)
            index += 2
            continue
        if not line.is_capital(index) or not line.is_word(index):
            break
        if line.gap(index) not in (" ", "\n", "\u00a0"):
            break
        if _division(line, index, sources) is not None:
            break
        ends.append(index + 1)
        index += 1
    return ends


def _look_up(
    line: Folded, at: int, after: int, sources: Sources, kind: PlaceKind | None
) -> _Found | None:
    """Give the name in [at, after) when a gazetteer lists a nominative of it."""
    span = line.span(at, after)
    shown = tuple(line.words[at:after])
    if len(span.text) < 3:
        return None
    for spelling in spellings_of(shown, sources.language):
        candidates = _candidates(spelling, sources, kind)
        if candidates:
            return after, PlaceName(span, kind, spelling), candidates
    return None


def spellings_of(words: tuple[str, ...], language: CasedLanguage) -> Iterator[str]:
    """Yield the nominatives that a name's words may have together."""
    made = [""]
    for word in words:
        if not word[:1].isalpha():
            made = [head + word for head in made]
            continue
        joined = made[0].endswith(tuple(DASHES)) or not made[0]
        gap = "" if joined else " "
        options = list(nominatives_of(word, language.endings))
        made = [head + gap + option for head in made for option in options][:FORMS]
    yield from dict.fromkeys(made)


def _candidates(
    name: str, sources: Sources, kind: PlaceKind | None
) -> tuple[Candidate, ...]:
    letters = sources.language.places.letters.get(fold_letters(name[0]), "")
    listed = _find(name, sources.gazetteers)
    own = tuple(c for c in listed if c.place.name[0].lower() in letters)
    found = own or tuple(replace(c, is_first_name=False) for c in listed)
    if kind is None:
        return found
    divisions = (PlaceKind.REGION, PlaceKind.DISTRICT, PlaceKind.AREA)
    wanted = (kind,) if kind is PlaceKind.SETTLEMENT else divisions
    return tuple(c for c in found if c.place.kind in wanted) or found


@lru_cache(maxsize=20_000)
def _find(name: str, gazetteers: tuple[Gazetteer, ...]) -> tuple[Candidate, ...]:
    """Give the places of a name; in these lists no name comes before another."""
    found = find_candidates(name, gazetteers)
    return tuple(replace(c, is_first_name=True) for c in found)


def _listed(line: Folded, at: int, sources: Sources) -> _Found | None:
    """Give a place that the language's own list names: "Донеччина", "Чорне море"."""
    best: tuple[int, str] | None = None
    for name, canonical in _own_names(sources.language).get(
        line.words[at][:SHORTEST], ()
    ):
        after = _match(line, at, name, sources.language)
        if after is not None and (best is None or after > best[0]):
            best = after, canonical
    if best is None or not line.is_capital(at):
        return None
    after, canonical = best
    kind = PlaceKind.REGION if canonical.endswith(_DIVISIONS) else None
    candidates = tuple(
        c
        for c in _find(canonical, sources.gazetteers)
        if c.place.name[0] == canonical[0]
    )
    if not candidates and kind is not None:
        bare = canonical.rsplit(" ", 1)[0]
        regions = _find(bare, sources.gazetteers)
        candidates = tuple(c for c in regions if c.place.kind is PlaceKind.REGION)
    span = line.span(at, after)
    return after, PlaceName(span, kind, canonical), candidates


def _match(
    line: Folded, at: int, words: tuple[str, ...], language: CasedLanguage
) -> int | None:
    for offset, word in enumerate(words):
        if offset and not line.follows(at + offset):
            return None
        if not is_form(line.words[at + offset], word, language.endings):
            return None
    return at + len(words)


@lru_cache(maxsize=8)
def _own_names(
    language: CasedLanguage,
) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for canonical, names in load_words(language.code).places.items():
        for name in names:
            words = tuple(name.split())
            for start in starts_of(words[0], language.endings):
                found.setdefault(start, []).append((words, canonical))
    return {start: tuple(listed) for start, listed in found.items()}


def _said_before(line: Folded, at: int, sources: Sources) -> PlaceKind | None:
    """Give the kind that a noun before a name says: "село Вязовое"."""
    if not at or line.gap(at).count("\n"):
        return None
    words = sources.language.places
    before = line.words[at - 1]
    if before == "." and at > 1 and line.words[at - 2] in words.before:
        if at > 2 and line.is_number(at - 3):
            return None
        before = line.words[at - 2]
    if line.words[at] in sources.language.numbers.stops:
        return None
    return words.before.get(before)


def _division(line: Folded, at: int, sources: Sources) -> _Found | None:
    """Read "Шебекинский округ", "Вугледарський напрямок": an adjective and its noun."""
    words = sources.language.places
    after = at + 1
    listed = line.words[after] in words.list_words
    if not (line.follows(after) or listed):
        return None
    if not line.words[at].endswith(words.adjectives):
        return None
    kind = _kind_behind(line, after, sources)
    if kind is None:
        return None
    whole = (
        kind is not PlaceKind.SETTLEMENT and line.words[after] not in words.list_words
    )
    after += whole
    span = line.span(at, after)
    for base in _bases(line.words[at], sources.language):
        candidates = _candidates(base, sources, kind)
        if candidates:
            return after, PlaceName(span, kind, base), candidates
    return after, PlaceName(span, kind, span.text), ()


def _kind_behind(line: Folded, at: int, sources: Sources) -> PlaceKind | None:
    """Give what the noun behind an adjective says, behind a list of them, too."""
    words = sources.language.places
    for index in range(at, min(at + LIST_REACH, line.count)):
        word = line.words[index]
        stem = next((s for s in words.behind if word.startswith(s)), None)
        if stem is not None and (len(stem) > 1 or word == stem):
            return words.behind[stem]
        adjective = line.is_capital(index) and word.endswith(words.adjectives)
        if not adjective and word not in words.list_words:
            return None
    return None


def _land(line: Folded, at: int, sources: Sources) -> _Found | None:
    """Read "Нікопольщину", "Кременчуччині": the land around a town."""
    words, word = sources.language.places, line.words[at]
    for end, others in words.lands:
        for ending in words.land_endings:
            if not word.endswith(end + ending):
                continue
            stem = word[: -len(end + ending)]
            for other in others:
                found = _candidates(stem + other, sources, PlaceKind.DISTRICT)
                if found:
                    name = PlaceName(
                        line.span(at, at + 1), PlaceKind.DISTRICT, stem + other
                    )
                    return at + 1, name, found
    return None


def _bases(word: str, language: CasedLanguage) -> Iterator[str]:
    """Yield the names that an adjective may be made of."""
    words = language.places
    yield from nominatives_of(word, language.endings)
    for ending in sorted(words.adjectives, key=len, reverse=True):
        if not word.endswith(ending):
            continue
        stem = word[: len(word) - len(ending) + len(ending.rstrip("аоуиіїйюяеємгх"))]
        for end, others in words.bases:
            if stem.endswith(end):
                yield from (stem[: -len(end)] + other for other in others)


def _is_other(line: Folded, at: int, sources: Sources) -> bool:
    """True for a person's, a street's or a body's name, and for quoted titles."""
    words = sources.language.places
    before = line.words[at - 1] if at else ""
    if before == "." and at > 1 and line.words[at - 2] in words.streets:
        return True
    if before in words.persons_before or before in words.streets:
        return True
    closed = line.words[at + 1] in _QUOTES or line.words[at + 2] in _QUOTES
    if before in _QUOTES and line.touches(at) and closed:
        return True
    dotted = before == "." and at > 1 and len(line.words[at - 2]) == 1
    if dotted and line.touches(at):
        return True
    joined = line.words[at + 1] in DASHES and line.touches(at + 1)
    return joined and line.is_number(at + 2)
