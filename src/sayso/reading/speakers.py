"""Who a source is: the fullest name in the document, and the packs' canonical speaker.

Short sources ("he", "the general", "the ministry", a surname, an acronym) are resolved
inside the document only. It refuses to guess: a source that the document does not
name more fully keeps its own words. A relaying outlet is no speaker of what it
relays (see `sayso.reading.relays`).

Source: our own rules; chains follow CLAIMS.md: the claimant is the innermost speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from sayso.model import Attribution, Span, hull
from sayso.reading.cast import Cast, spans_of
from sayso.reading.known_speakers import find_speaker
from sayso.reading.names import to_key
from sayso.reading.parties import MentionKind, find_parties
from sayso.reading.relays import Outlets, find_relays, load_outlets, split_citing
from sayso.reading.sentences import SentenceIndex
from sayso.vocabulary.languages import ENGLISH, Language
from sayso.vocabulary.languages.speaker_words import SpeakerWords
from sayso.vocabulary.theatres import Theatre

_WORD = re.compile(r"[^\W_]+(?:['’](?!s\b)[^\W_]+)?")
_TAIL = re.compile(
    r"(?:,|\s)\s*(?:who|which|whose|whom|in an? \w+|on condition|speaking|citing|"
    r"quoting|told)\b.*$|[,;:\s\-–—]+$",
    re.DOTALL,
)
_ACRONYM = re.compile(r"\s*\([^()]{1,40}\)?$")
_LEAD = re.compile(
    r"^(?:according to|by|from|per|and|but|as|a statement by)\s+", re.IGNORECASE
)
_EDGES = ' \t\r\n,;:."“”‘()[]-–—'
_NEARBY = 600
"""Characters before a source in which the one it stands for is looked for."""


class _Sort(StrEnum):
    """What kind of pronoun may later stand for a speaker."""

    PERSON = "person"
    BODY = "body"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class _Heard:
    """A speaker resolved earlier in the document."""

    start: int
    name: str
    sort: _Sort
    via: tuple[str, ...]


@dataclass(slots=True)
class _Story:
    """One document while its sources are resolved, in order of the text."""

    text: str
    cast: Cast
    words: SpeakerWords
    outlets: Outlets
    packs: tuple[Theatre, ...]
    sentences: SentenceIndex
    heard: list[_Heard] = field(default_factory=list)

    def last(self, start: int, *sorts: _Sort) -> _Heard | None:
        """Give the last speaker of those sorts within reach before the offset."""
        for heard in reversed(self.heard):
            if heard.start < start and heard.sort in sorts:
                return heard if start - heard.start < 3 * _NEARBY else None
        return None


def resolve_speakers(
    text: str,
    attributions: Sequence[Attribution],
    entities: Iterable[object] = (),
    packs: Sequence[Theatre] = (),
    *,
    language: Language = ENGLISH,
) -> tuple[Attribution, ...]:
    """Give the attributions with name, speaker, via, depth and parent filled in.

    Args:
        text: The document's text.
        attributions: As found; their order is kept.
        entities: Named things with `span` and `kind` "person" or "body"; without
            them persons are known by their offices and the packs only.
        packs: Theatre packs that apply, most evident first.
        language: Supplies words for offices, bodies and relays.
    """
    chosen = tuple(packs)
    words = language.speakers
    known = spans_of(entities, "person") + [
        mention.span
        for mention in find_parties(text, chosen)
        if mention.kind == MentionKind.PERSON
    ]
    story = _Story(
        text,
        Cast(text, words, persons=known),
        words,
        load_outlets(chosen, words),
        chosen,
        SentenceIndex.of(text),
    )
    order = sorted(range(len(attributions)), key=lambda at: _start(attributions[at]))
    nested = _nest(attributions)
    done: dict[int, Attribution] = {}
    for at in order:
        done[at] = _resolve(story, attributions[at])
    return tuple(_chain(done, at, nested) for at in range(len(attributions)))


def _start(attribution: Attribution) -> int:
    spans = attribution.source or attribution.cue or attribution.content
    return spans[0].start if spans else 0


def _nest(attributions: Sequence[Attribution]) -> dict[int, int]:
    """Give for each attribution the one whose content holds its source and cue."""
    held = [hull_ends((*a.source, *a.cue)) for a in attributions]
    order = sorted(range(len(attributions)), key=lambda at: held[at][0])
    parents: dict[int, int] = {}
    for rank, at in enumerate(order):
        best: tuple[int, int] | None = None
        for other in order[max(0, rank - 12) : rank + 12]:
            if (
                other == at
                or not attributions[at].source
                or not attributions[other].source
            ):
                continue
            for content in attributions[other].content:
                inside = content.start <= held[at][0] and held[at][1] <= content.end
                width = content.end - content.start
                if inside and (best is None or width < best[0]):
                    best = (width, other)
        if best is not None:
            parents[at] = best[1]
    for at, other in list(parents.items()):
        if parents.get(other) == at:  # each inside the other: neither is nested
            del parents[at]
    return parents


def hull_ends(spans: Sequence[Span]) -> tuple[int, int]:
    """Give the offsets around some spans; (0, 0) for none."""
    if not spans:
        return (0, 0)
    return min(s.start for s in spans), max(s.end for s in spans)


def _chain(
    done: dict[int, Attribution], at: int, parents: dict[int, int]
) -> Attribution:
    """Give the attribution with its outer ones as via, innermost first."""
    attribution = done[at]
    via = list(attribution.via)
    depth, outer, parent = 0, parents.get(at), None
    seen = {at}
    while outer is not None and outer not in seen:
        seen.add(outer)
        depth += 1
        parent = parent or done[outer].id
        for name in (done[outer].name, *done[outer].via):
            if name and name != attribution.name and name not in via:
                via.append(name)
        outer = parents.get(outer)
    return replace(
        attribution,
        via=tuple(via),
        depth=depth or attribution.depth,
        parent=parent or attribution.parent,
    )


def _resolve(story: _Story, attribution: Attribution) -> Attribution:
    """Fill name, speaker and via of one attribution from what stands before it."""
    source = hull(story.text, attribution.source)
    if source is None or not source.text.strip():
        return replace(attribution, name=None, speaker=None)
    via: tuple[str, ...] = ()
    words = source.text
    cited = split_citing(words)
    if cited is not None:
        outlet = story.outlets.read(cited[0]) or cited[0].strip(_EDGES)
        words, via = cited[1], (outlet,)
    name, sort, inherited = _name(story, words, source)
    sentence = story.sentences.sentences[story.sentences.at(source.start)]
    ends = [span.end for span in attribution.cue] + [source.end]
    relays = find_relays(
        story.text, source.start, min(sentence.end, max(ends) + 120), story.outlets
    )
    via = _distinct((*via, *relays, *inherited), name)
    story.heard.append(_Heard(source.start, name, sort, via))
    speaker = find_speaker(name, story.packs, words=story.words)
    return replace(attribution, name=name, speaker=speaker, via=via)


def _distinct(names: Sequence[str], name: str) -> tuple[str, ...]:
    kept: list[str] = []
    for via in names:
        if via not in kept and to_key(via) not in to_key(name):
            kept.append(via)
    return tuple(kept)


def _name(
    story: _Story, words: str, source: Span
) -> tuple[str, _Sort, tuple[str, ...]]:
    """Give the fullest name of a source, what it is, and the relays it inherits."""
    phrase = _clean(words)
    keys = [to_key(word) for word in _WORD.findall(phrase)]
    if not keys:
        return words.strip(), _Sort.BODY, ()
    pronoun = _pronoun(story, keys, source)
    if pronoun is not None:
        return pronoun
    person = _person(story, keys, source)
    if person is not None:
        return person, _Sort.PERSON, ()
    office = _office(story, phrase, keys, source)
    if office is not None:
        return office, _Sort.PERSON, ()
    body = _body(story, phrase, keys, source)
    return body, _sort(keys, story.words), ()


def _clean(words: str) -> str:
    """Give the words without cue words, relative clauses and quotation marks."""
    phrase = _LEAD.sub("", words.strip(_EDGES))
    phrase = _ACRONYM.sub("", _TAIL.sub("", phrase)).strip(_EDGES)
    return phrase or words.strip(_EDGES)


def _pronoun(
    story: _Story, keys: list[str], source: Span
) -> tuple[str, _Sort, tuple[str, ...]] | None:
    """Resolve a pronoun to who was heard or named last; None when it is none."""
    words, key = story.words, keys[0]
    if len(keys) > 1:
        return None
    if key in words.relatives and key not in words.definite:
        near = story.cast.names_in(source.start - 60, source.start)
        if near and source.start - near[-1].end <= 3:
            own = story.cast.strip_titles(near[-1])
            full = story.cast.fullest_person(own) or " ".join(own)
            return full, _Sort.PERSON, ()
        key = next(iter(words.person_pronouns), key)
    if key in words.person_pronouns:
        heard = story.last(source.start, _Sort.PERSON)
        named = story.cast.last_person(source.start)
        if heard is None and named is not None:
            return named, _Sort.PERSON, ()
        heard = heard or story.last(source.start, *_Sort)
    elif key in words.body_pronouns:
        heard = story.last(source.start, _Sort.BODY, _Sort.SEVERAL)
        if heard is None:
            named = _last_party(story, source.start)
            if named is not None:
                return named, _Sort.BODY, ()
    elif key in words.group_pronouns:
        heard = story.last(source.start, _Sort.SEVERAL, _Sort.BODY)
    elif key in words.own_pronouns:
        heard = story.last(source.start, *_Sort)
    else:
        return None
    if heard is None:
        return source.text.strip(), _Sort.PERSON, ()
    return heard.name, heard.sort, heard.via


def _last_party(story: _Story, start: int) -> str | None:
    """Give the party named last before an offset in its sentence or the one before."""
    before = story.text[max(0, start - _NEARBY // 2) : start]
    mentions = [
        mention
        for mention in find_parties(before, story.packs)
        if mention.kind not in (MentionKind.PERSON, MentionKind.ADJECTIVE)
    ]
    return mentions[-1].name if mentions else None


def _person(story: _Story, keys: list[str], source: Span) -> str | None:
    """Give the full name of the person that a phrase names, None when it names none."""
    cast, words = story.cast, story.words
    for name in cast.names_in(source.start, source.end):
        before = story.text[source.start : name.start].split()
        if before and to_key(before[-1].strip(_EDGES)) in words.prepositions:
            return None
        after = story.text[name.end : source.end]
        if after[:2] in ("'s", "’s") and after[2:].strip(_EDGES):
            continue
        own = cast.strip_titles(name)
        if cast.is_person(name):
            return cast.fullest_person(own) or " ".join(own)
        if cast.is_known_person(name.start, name.end):
            return cast.fullest_person(own) or " ".join(own)
        full = cast.fullest_person(own) if len(own) <= 2 else None
        is_alone = len(keys) <= len(name.words) + 1
        has_office = bool(set(keys) & words.roles)
        is_likely = full is not None and (is_alone or has_office)
        if is_likely and not find_parties(" ".join(own), story.packs):
            return full
    return None


def _office(story: _Story, phrase: str, keys: list[str], source: Span) -> str | None:
    """Give the person who holds the office that a phrase names, or None.

    Only a known one: "the governor", "its spokesman", "Army spokesman"; of "a police
    officer" nobody is meant by name.
    """
    words = story.words
    if keys[0] in words.indefinite or len(keys) > 6:
        return None
    held = [key for key in keys if key in words.roles]
    if not held or (keys[-1] not in words.roles and keys[0] not in words.definite):
        return None
    if keys[0] not in words.definite and not phrase[0].isupper():
        return None
    if any(key in words.prepositions for key in keys):
        keys = keys[: next(at for at, k in enumerate(keys) if k in words.prepositions)]
        held = [key for key in keys if key in words.roles]
        if not held:
            return None
    others = frozenset(keys) - words.definite
    return story.cast.holder(held[-1], others, source.start)


def _body(story: _Story, phrase: str, keys: list[str], source: Span) -> str:
    """Give the fullest name of a body, or the phrase itself."""
    cast, words = story.cast, story.words
    is_definite, is_indefinite = keys[0] in words.definite, keys[0] in words.indefinite
    has_article = (is_definite or is_indefinite) and len(keys) > 1
    core = phrase.split(None, 1)[-1] if has_article else phrase
    inner = _WORD.findall(core)
    if len(inner) == 1 and inner[0].isupper() and len(inner[0]) > 1:
        return cast.spell_out(inner[0]) or core
    if keys[-1] in words.kinds and has_article and core.islower():
        kind = cast.of_kind(keys[-1], source.start)
        if kind is not None:
            return kind
        heard = story.last(source.start, _Sort.BODY)
        if is_definite and heard is not None:
            return heard.name
    if not is_indefinite and (is_definite or core[0].isupper()):
        fuller = _fuller_body(story, inner, source.start)
        if fuller is not None:
            return fuller
    if is_definite and keys[0] != "the":
        holder = _last_party(story, source.start)
        return core if holder is None else f"{holder}'s {core}"
    shown = phrase if is_indefinite else core
    if is_indefinite:
        return shown[0].lower() + shown[1:]
    is_plain = not any(word[0].isupper() for word in _WORD.findall(shown)[1:])
    known = words.private | words.roles | words.indefinite
    first = to_key(shown.split()[0])
    if is_plain and (first in known or first.removesuffix("s") in known):
        return shown[0].lower() + shown[1:]
    return shown


def _fuller_body(story: _Story, inner: list[str], start: int) -> str | None:
    """Give the body heard last that a short form fits, else the fullest in the text."""
    wanted = set(map(to_key, inner))
    for heard in reversed(story.heard):
        own = [to_key(word) for word in _WORD.findall(heard.name)]
        if heard.sort != _Sort.PERSON and wanted < set(own) and len(own) > len(inner):
            return heard.name
    return story.cast.fullest_body(inner, start)


def _sort(keys: list[str], words: SpeakerWords) -> _Sort:
    last = keys[-1]
    if last in words.roles:
        return _Sort.PERSON
    if last in words.bodies:
        return _Sort.BODY
    is_plural = last.endswith("s") and last.removesuffix("s") in words.roles
    is_several = is_plural or "and" in keys or last in ("sources", "reports", "people")
    return _Sort.SEVERAL if is_several else _Sort.BODY
