"""Where a text names places: spans, with what stands around them.

The encoder says which words name places; the gazetteers say where such a name begins
and ends ("San" is mended to "San Jose", "eastern Tark province" to "Tark"), and find
what the encoder did not. Names of persons and organisations that hold a place's name
("Lima Smith", "Lima University") are no places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.model import PlaceKind, Span
from sayso.reading.text.names import NameIndex, Token, find_windows
from sayso.vocabulary.gazetteers import (
    Candidate,
    Gazetteer,
    find_candidates,
    load_abbreviations,
)
from sayso.vocabulary.languages.place_words import PlaceWords
from sayso.vocabulary.theatres import PartyKind, Theatre

_LONGEST = 5
"""Words of a place name looked up in gazetteers at most."""
_BIG = 100_000
"""People from which a town's name counts without the encoder's word for it."""
_GAPS = (" ", "-", "'", "’", "\n", ". ", "‑")
_JOINING = frozenset(
    {"of", "the", "and", "de", "la", "el", "al", "s", "du", "sur", "upon"}
)
_HYPHENS = "-‐‑"
_MODEL = re.compile(r"[-‐‑](?:[A-Z]{1,2}\d{0,3}|\d{1,3}[A-Za-z]?|type|class|style)\b")
"""What behind a name makes it a model's."""
_MODEL_NAME = re.compile(rf"[^-‐‑]+{_MODEL.pattern}")
_NAMING = (PlaceKind.SETTLEMENT, PlaceKind.DISTRICT, PlaceKind.REGION)


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place's name in the text and what the words around it say of it."""

    span: Span
    kind: PlaceKind | None
    """Kind that a noun beside it says ("Tark province"), None without one."""
    key: str
    """Name as it is looked up, the full form of an abbreviation."""


@dataclass(frozen=True, slots=True)
class _Found:
    first: int
    last: int
    key: str


class _Labels:
    """Entity kinds of the tokens of one window, by position in the text."""

    def __init__(self, entities: Iterable[object]) -> None:
        self._spans = sorted(
            (entity.span.start, entity.span.end, str(entity.kind))  # type: ignore[attr-defined]
            for entity in entities
        )
        self._at = 0

    def of(self, tokens: Sequence[Token]) -> list[tuple[str, int, int]]:
        """Give kind and offsets of the entity over each token, "" for none.

        Must be asked window by window in the order of the text.
        """
        found = []
        for token in tokens:
            while (
                self._at < len(self._spans) and self._spans[self._at][1] <= token.start
            ):
                self._at += 1
            label = ("", token.start, token.end)
            if self._at < len(self._spans):
                start, end, kind = self._spans[self._at]
                if start < token.end and token.start < end:
                    label = (kind, start, end)
            found.append(label)
        return found


def find_place_names(
    text: str,
    *,
    entities: Iterable[object],
    gazetteers: Sequence[Gazetteer],
    theatres: Sequence[Theatre],
    words: PlaceWords,
) -> Iterator[PlaceName]:
    """Yield the names of places in a text in order, without overlap.

    Args:
        text: Any text.
        entities: Named things with `span` and `kind`; those of kind "place" are
            kept even where no gazetteer lists them.
        gazetteers: Asked for names, in order.
        theatres: Packs that apply; their places and countries are known names.
        words: The language's words around places.
    """
    labels = _Labels(entities)
    known = _Known(_known_names(tuple(theatres)), gazetteers, words)
    for tokens in find_windows(text):
        finder = _Finder(text, tokens, labels.of(tokens), known)
        yield from finder.find()


@lru_cache(maxsize=32)
def _known_names(packs: tuple[Theatre, ...]) -> NameIndex[str | None]:
    """Index names that need no look-up; the value is None for what is no place."""
    names: list[tuple[str, str | None]] = []
    for pack in packs:
        for place in pack.places:
            names += [(name, name) for name in (place.name, *place.variants)]
    for pack in packs:
        for party in pack.parties:
            is_state = party.kind == PartyKind.STATE
            listed = (party.name, *party.names)
            names += [
                (
                    n.removeprefix("the ").removeprefix("The "),
                    party.name if is_state else None,
                )
                for n in listed
            ]
            names += [(n, None) for n in (*party.forces, *party.adjectives)]
            if is_state and party.name[-1] != "s":
                names.append((f"{party.name}s", party.name))
        for speaker in pack.speakers:
            names += [(n, None) for n in (speaker.name, *speaker.aliases)]
    names += [
        (short, full)
        for short, full in load_abbreviations().items()
        if "." in short or len(short) > 2
    ]
    return NameIndex(names)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of names, whatever the text."""

    names: NameIndex[str | None]
    gazetteers: Sequence[Gazetteer]
    words: PlaceWords


class _Finder:
    """Finds the place names of one window."""

    def __init__(
        self,
        text: str,
        tokens: list[Token],
        labels: list[tuple[str, int, int]],
        known: _Known,
    ) -> None:
        self.text, self.tokens, self.labels = text, tokens, labels
        self.known, self.gazetteers = known.names, known.gazetteers
        self.words = known.words
        self._seen: dict[str, tuple[Candidate, ...]] = {}
        self._diseases: set[str] = set()

    def find(self) -> Iterator[PlaceName]:
        """Yield the names in order."""
        at = 0
        while at < len(self.tokens):
            if not self.tokens[at].text[0].isupper() and not self._starts_al(at):
                at += 1
                continue
            found, after = self._at(at)
            if found is not None:
                yield self._name(found)
            at = max(after, at + 1)

    def _at(self, at: int) -> tuple[_Found | None, int]:
        """Give the name that starts at a token, and the token to go on from."""
        match = self.known.match(self.text, self.tokens, at)
        listed = self._longest(at)
        if match is not None and (listed is None or match.last >= listed.last):
            if match.value is None:
                return None, match.last
            found = _Found(at, match.last, match.value)
            return (found if self._accepts_known(found) else None), match.last
        if listed is not None and self._accepts(listed):
            whole = self._labelled(at) if self._is_part(listed) else None
            found = whole if whole is not None else listed
            return found, found.last
        if self.labels[at][0] == "place":
            whole = self._labelled(at)
            if whole is not None and self._is_borrowed(whole):
                return None, whole.last
            return whole, whole.last if whole else at + 1
        named = self._by_noun(at)
        return named, named.last if named else at + 1

    def _by_noun(self, at: int) -> _Found | None:
        """Give a name that a noun for places stands by: "the Tark neighbourhood".

        "village of Tark" too; the name need not be known.
        """
        if (
            self.labels[at][0] == "nationality"
            or self.tokens[at].key in self.words.never
        ):
            return None
        last = at + 1
        while last < len(self.tokens) and last - at < _LONGEST and self._joins(last):
            if not self.tokens[last].text[0].isupper():
                break
            last += 1
        behind = self.tokens[last : last + 1] if self._next_touches(last) else []
        is_named = any(
            token.text.islower() and self.words.divisions.get(token.key) in _NAMING
            for token in behind
        )
        before = [token.key for token in self.tokens[max(0, at - 2) : at]]
        is_of = len(before) == 2 and before[1] == "of"
        is_named |= is_of and self.words.divisions.get(before[0]) in _NAMING
        name = self.text[self.tokens[at].start : self.tokens[last - 1].end]
        return _Found(at, last, name) if is_named and len(name) > 2 else None

    def _next_touches(self, at: int) -> bool:
        return at < len(self.tokens) and self._gap(at) == " "

    def _is_part(self, found: _Found) -> bool:
        """True for a weak name that the encoder sees go on: "Fort" of "Fort Mudd"."""
        kind, _, end = self.labels[found.first]
        goes_on = end > self.tokens[found.last - 1].end + 1
        return kind == "place" and goes_on and not self._is_strong(found)

    def _starts_al(self, at: int) -> bool:
        """True for "al-" and "el-" before a capital."""
        tokens = self.tokens
        return (
            tokens[at].key in ("al", "el", "ar", "as", "ad", "an")
            and at + 1 < len(tokens)
            and tokens[at + 1].text[0].isupper()
            and self._gap(at + 1) in ("-", "‑")
        )

    def _gap(self, at: int) -> str:
        return self.text[self.tokens[at - 1].end : self.tokens[at].start]

    def _joins(self, at: int) -> bool:
        """True when a token may go on a name: a full stop only ends a short word."""
        gap = self._gap(at)
        return gap in _GAPS and (gap != ". " or len(self.tokens[at - 1].text) <= 3)

    def _look_up(self, name: str) -> tuple[Candidate, ...]:
        if name not in self._seen:
            self._seen[name] = find_candidates(name, self.gazetteers)
        return self._seen[name]

    def _longest(self, at: int) -> _Found | None:
        """Give the longest run of words from a token that a gazetteer lists."""
        if self.tokens[at].key in self.words.never and not self._run_goes_on(at):
            return None
        is_the = self.tokens[at].key in self.words.articles
        ends = [at + 1]
        for last in range(at + 1, min(len(self.tokens), at + _LONGEST)):
            if not self._joins(last):
                break
            token = self.tokens[last]
            if token.text[0].isupper():
                ends.append(last + 1)
            elif token.key not in _JOINING and self._gap(last) not in _HYPHENS:
                break
        for last in reversed(ends):
            name = self.text[self.tokens[at].start : self.tokens[last - 1].end]
            if last - at == 1 and self.tokens[at].key in self.words.never:
                continue
            found = _Found(at, last, name)
            if len(name) > 2 and self._look_up(name):
                if is_the and not self._is_town(found):
                    continue
                return found
        return None

    def _run_goes_on(self, at: int) -> bool:
        following = at + 1 < len(self.tokens) and self.tokens[at + 1]
        return bool(
            following and following.text[0].isupper() and self._gap(at + 1) in _GAPS
        )

    def _accepts_known(self, found: _Found) -> bool:
        """True when a known country or place of a pack is meant as a place here."""
        kind, start, end = self.labels[found.first]
        last = self.tokens[found.last - 1]
        is_money = self.text[last.end : last.end + 1] == "$"
        if is_money or self._is_disease(found) or self._is_borrowed(found):
            return False
        if self._after_title(found):
            return False
        inside = (
            self.tokens[found.first].start >= start
            and end > self.tokens[found.last - 1].end + 1
        )
        return not (kind in ("body", "person") and inside)

    def _accepts(self, found: _Found) -> bool:
        """True when a name that a gazetteer lists is meant as a place here."""
        kind, start, end = self.labels[found.first]
        last = self.tokens[found.last - 1]
        is_whole = end <= last.end + 1 and start >= self.tokens[found.first].start - 4
        if self._is_disease(found) or self._is_borrowed(found):
            return False
        if kind == "place":
            return True
        if kind == "nationality" and found.last - found.first == 1:
            return False
        if self._after_title(found) or self._in_institution(found):
            return False
        if kind in ("body", "person"):
            is_placed = self._before(found) in self.words.placing
            is_known = kind == "body" and self._is_strong(found)
            return is_whole and (is_placed or is_known)
        located = self._is_located(found)
        if self._touches_capital(found):
            return False
        return self._is_strong(found) and (
            located or found.last - found.first > 1 or self._is_division(found)
        )

    def _is_strong(self, found: _Found) -> bool:
        """True when the name is first of all a country's, region's or big town's."""
        return any(
            candidate.is_first_name
            and (
                candidate.place.kind != PlaceKind.SETTLEMENT
                or candidate.place.population >= _BIG
            )
            for candidate in self._look_up(found.key)
        )

    def _is_town(self, found: _Found) -> bool:
        """True for a big town whose name has an article: "The Hague"."""
        return any(
            candidate.is_first_name
            and candidate.place.kind == PlaceKind.SETTLEMENT
            and candidate.place.population >= _BIG
            for candidate in self._look_up(found.key)
        )

    def _is_division(self, found: _Found) -> bool:
        return any(
            candidate.is_first_name
            and candidate.place.kind in (PlaceKind.COUNTRY, PlaceKind.AREA)
            for candidate in self._look_up(found.key)
        )

    def _before(self, found: _Found) -> str:
        return self.tokens[found.first - 1].key if found.first else ""

    def _is_located(self, found: _Found) -> bool:
        """True when a word for being somewhere stands before, or a list goes on."""
        at = found.first - 1
        while (
            at >= 0
            and self.tokens[at].key in self.words.directions
            and at > found.first - 4
        ):
            at -= 1
        return at >= 0 and self.tokens[at].key in self.words.locating

    def _after_title(self, found: _Found) -> bool:
        return (
            found.first > 0
            and self._gap(found.first) in (" ", ". ")
            and self.tokens[found.first - 1].key in self.words.titles
            and self.tokens[found.first - 1].text[0].isupper()
        )

    def _is_disease(self, found: _Found) -> bool:
        following = self.tokens[found.last : found.last + 1]
        if any(token.key in self.words.diseases for token in following):
            self._diseases.add(found.key)
        return found.key in self._diseases

    def _in_institution(self, found: _Found) -> bool:
        following = self.tokens[found.last : found.last + 1]
        return any(
            token.key in self.words.institutions
            and token.text[0].isupper()
            and self._gap(found.last) == " "
            for token in following
        )

    def _is_borrowed(self, found: _Found) -> bool:
        """True for a name that a weapon or an outlet has taken over.

        "Iskander-M", "Shahed-type", "Nile Wire".
        """
        end = self.tokens[found.last - 1].end
        if _MODEL.match(self.text, end) or _MODEL_NAME.fullmatch(found.key):
            return True
        following = self.tokens[found.last : found.last + 1]
        if not self._look_up(found.key):  # "Newport News" is a town
            following = [*self.tokens[found.first + 1 : found.last], *following]
        return any(
            token.key in self.words.outlets
            and token.text[0].isupper()
            and self.text[token.start - 1] == " "
            for token in following
        )

    def _touches_capital(self, found: _Found) -> bool:
        """True when the run of capitals goes on before or behind."""
        before = (
            found.first > 0
            and self._gap(found.first) == " "
            and self.tokens[found.first - 1].text[0].isupper()
        )
        after = (
            found.last < len(self.tokens)
            and self._gap(found.last) == " "
            and self.tokens[found.last].text[0].isupper()
        )
        small = self.words.never | self.words.locating
        if before and self.tokens[found.first - 1].key in small:
            before = False
        return before or after

    def _labelled(self, at: int) -> _Found | None:
        """Give the words that the encoder calls a place, cleaned; None if none stay."""
        last = at + 1
        while last < len(self.tokens) and last - at < _LONGEST and self._joins(last):
            token, label = self.tokens[last], self.labels[last][0]
            is_same = label == "place" and (
                token.text[0].isupper() or token.key in _JOINING
            )
            is_rest = (
                label == ""
                and token.text[0].isupper()
                and token.key not in self.words.never
            )
            if not is_same and not is_rest:
                break
            last += 1
        while last > at and self.tokens[last - 1].key in _JOINING:
            last -= 1
        first = at
        while (
            first < last
            and self.tokens[first].key in self.words.never | self.words.directions
            and last - first == 1
        ):
            first += 1
        if first >= last:
            return None
        name = self.text[self.tokens[first].start : self.tokens[last - 1].end]
        is_acronym = name.isupper() and " " not in name and self._is_mixed(first)
        return None if len(name) < 2 or is_acronym else _Found(first, last, name)

    def _is_mixed(self, at: int) -> bool:
        """True when the words around are not in capitals."""
        around = self.tokens[max(0, at - 3) : at] + self.tokens[at + 1 : at + 4]
        return any(token.text.islower() for token in around)

    def _name(self, found: _Found) -> PlaceName:
        start, end = self.tokens[found.first].start, self.tokens[found.last - 1].end
        is_short = self.text[end : end + 1] == "." and (
            self.text[end - 2 : end - 1] == "."
            or self.text[start : end + 1] in load_abbreviations()
        )
        if is_short:
            end += 1
        word = self.text[start:end]
        if word == f"{found.key}s" and found.key[-1] != "s":
            end -= 1  # a possessive that lost its apostrophe: "Syrias"
        return PlaceName(
            Span.cut(self.text, start, end), self._said_kind(found), found.key
        )

    def _said_kind(self, found: _Found) -> PlaceKind | None:
        """Give the kind that a noun behind or "city of" before says."""
        divisions = self.words.divisions
        if found.last < len(self.tokens) and self._gap(found.last) in (" ", "\n"):
            kind = divisions.get(self.tokens[found.last].key)
            if kind is not None:
                return kind
        before = self.tokens[max(0, found.first - 2) : found.first]
        if len(before) == 2 and before[1].key == "of":
            return divisions.get(before[0].key)
        return (
            divisions.get(before[-1].key)
            if before and before[-1].text.islower()
            else None
        )
