"""Who a source is: the fullest name in the document, and the packs' canonical speaker.

Short sources ("he", "the general", "the ministry", a surname, an acronym) are resolved
inside the document only. It refuses to guess: a source that the document does not
name more fully keeps its own words. A relaying outlet is no speaker of what it
relays (see `sayso.reading.speakers.relays`).

Source: our own rules; chains follow CLAIMS.md: the claimant is the innermost speaker.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.model import Access, Attribution, Span, hull
from sayso.reading.parties.mentions import MentionKind, find_parties
from sayso.reading.persons.hiding import find_hidden, hide_names
from sayso.reading.persons.known import known_names
from sayso.reading.persons.persons import Names, find_persons
from sayso.reading.speakers.cast import Cast, spans_of
from sayso.reading.speakers.chains import find_parents, link_chain
from sayso.reading.speakers.known import find_together
from sayso.reading.speakers.labelled import find_labelled
from sayso.reading.speakers.papers import find_author
from sayso.reading.speakers.pronouns import find_meant, first_party
from sayso.reading.speakers.relays import (
    find_relays,
    is_handed_on,
    load_outlets,
    split_citing,
)
from sayso.reading.speakers.several import join_names, split_several
from sayso.reading.speakers.source_words import EDGES, WORD, clean_source, is_nobody
from sayso.reading.speakers.story import HEARD, Heard, Sort, Story
from sayso.reading.text.names import to_key
from sayso.reading.text.sentences import SentenceIndex
from sayso.vocabulary.languages import Language
from sayso.vocabulary.languages.speaker_words import SpeakerWords
from sayso.vocabulary.theatres import KnownSpeaker, SpeakerKind, Theatre

_NO_PERSONS = ("body", "place", "nationality")
_REACH = 120
"""Characters behind source and cue in which relays are looked for."""
_LONGEST_OFFICE = 9
_BASES = frozenset({"britain", "uk", "us", "based", "london", "british"})
"""Words by which reports say where a monitor sits."""
QUOTING = frozenset("\"“«„‘'")
"""Marks that open what somebody else says."""
OFFICIALS = "officials"
"""Who speaks in what "was officially announced" (CLAIMS.md, "Rulings on doubts")."""


def resolve_speakers(
    text: str,
    attributions: Sequence[Attribution],
    entities: Iterable[object] = (),
    packs: Sequence[Theatre] = (),
    *,
    language: Language,
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
    named = tuple(entities)
    mentions = find_parties(text, chosen)
    told = spans_of(named, "person")
    known = list(told)
    known += [m.span for m in mentions if m.kind == MentionKind.PERSON]
    others = [span for kind in _NO_PERSONS for span in spans_of(named, kind)]
    others += [m.span for m in mentions if m.kind != MentionKind.PERSON]
    sentences = SentenceIndex.of(text, language)
    story = Story(
        text,
        Cast(text, words, persons=known, others=others, firsts=sentences.starts),
        words,
        load_outlets(chosen, words),
        chosen,
        sentences,
        hide_names(find_persons(text, _names(chosen, others), told)),
    )
    order = sorted(range(len(attributions)), key=lambda at: _start(attributions[at]))
    nested = find_parents(attributions)
    done: dict[int, Attribution] = {}
    for at in order:
        if _is_own(story, attributions[at]):
            done[at] = replace(attributions[at], name=None, speaker=None)
        else:
            done[at] = _resolve(story, attributions[at])
    for at in order:
        if done[at].name is None and _is_own(story, attributions[at]):
            done[at] = _by_quoted(story, done, at, nested)
    return tuple(link_chain(done, at, nested) for at in range(len(attributions)))


def _is_own(story: Story, attribution: Attribution) -> bool:
    """True when a source is a speaker's word for himself: "we", "I"."""
    source = " ".join(span.text for span in attribution.source).strip(EDGES)
    return to_key(source) in story.words.own_pronouns


def _by_quoted(
    story: Story, done: Mapping[int, Attribution], at: int, nested: Mapping[int, int]
) -> Attribution:
    """Give an attribution to "we" the speaker in whose words it stands.

    Nobody where it stands in the narrator's own.
    """
    attribution, outer = done[at], nested.get(at)
    if outer is not None:
        said = done[outer]
        return replace(attribution, name=said.name, speaker=said.speaker)
    start = _start(attribution)
    sentence = story.sentences.sentences[story.sentences.at(start)]
    before = story.text[sentence.start : start]
    if not any(mark in before for mark in QUOTING):
        return attribution
    return _resolve(story, attribution)


def _names(packs: Sequence[Theatre], others: Sequence[Span]) -> Names:
    """Give the names known to be of public persons, and of no persons."""
    known = known_names(packs)
    return Names(known.public, {*known.others, *(o.text.lower() for o in others)})


def _start(attribution: Attribution) -> int:
    spans = attribution.source or attribution.cue or attribution.content
    return spans[0].start if spans else 0


def _resolve(story: Story, attribution: Attribution) -> Attribution:
    """Fill name, speaker and via of one attribution from what stands before it."""
    source = hull(story.text, attribution.source)
    if source is None or not source.text.strip():
        return replace(attribution, name=_official(story, attribution), speaker=None)
    if is_nobody(source.text, story.words):
        return replace(attribution, name=None, speaker=None)
    relay: tuple[str, ...] = ()
    author = find_author(clean_source(source), story.words)
    if author is None:
        return replace(attribution, name=None, speaker=None)
    phrase = author
    cited = split_citing(story.text, source.start, source.end)
    if cited is not None:
        name, _, _ = _name(story, clean_source(_find(source, cited[0])))
        relay = (story.outlets.read(cited[0]) or name,)
        start = story.text.find(cited[1], source.start)
        phrase = Span.cut(story.text, start, start + len(cited[1]))
    elif is_handed_on(story.text, source.start):
        subject = _subject(story, source.start)
        if subject is not None:
            relay, phrase = (story.outlets.read(source.text) or phrase.text,), subject
    several = _several(story, phrase)
    name, sort, inherited = (
        (join_names(several), Sort.SEVERAL, ()) if several else _name(story, phrase)
    )
    label = find_labelled(story.cast, source) if _is_label(attribution) else None
    if label is not None:
        name, sort = label, Sort.PERSON
    name = " ".join(name.split())  # a name may be wrapped at the end of a line
    sentence = story.sentences.sentences[story.sentences.at(source.start)]
    ends = [span.end for span in attribution.cue] + [source.end]
    reach = min(sentence.end, max(ends) + _REACH)
    relays = find_relays(story.text, source.start, reach, story.outlets)
    via = _distinct((*relay, *relays, *inherited), name)
    story.heard.append(Heard(source.start, name, sort, via))
    speaker = find_together(several or [name], story.packs, words=story.words)
    if speaker.access is Access.UNKNOWN and find_hidden(name, story.private):
        speaker = replace(speaker, access=Access.WITNESS, private=True)
    return replace(attribution, name=name, speaker=speaker, via=via)


def _is_label(attribution: Attribution) -> bool:
    """True for the label of a turn: its cue is the mark behind it."""
    return [span.text for span in attribution.cue] in ([":"], ["."])


def _several(story: Story, phrase: Span) -> list[str]:
    """Give the names of several who speak together, none for one speaker."""

    def is_person(part: Span) -> bool:
        keys = [to_key(word) for word in WORD.findall(part.text)]
        return bool(keys) and _person(story, keys, part) is not None

    parts = split_several(phrase, story.words, is_person)
    names = [" ".join(_name(story, part)[0].split()) for part in parts]
    return names if len(set(names)) == len(names) > 1 else []


def _official(story: Story, attribution: Attribution) -> str | None:
    """Give "officials" for what was officially, or then also, announced; else None."""
    cue = {to_key(w) for span in attribution.cue for w in WORD.findall(span.text)}
    start = _start(attribution)
    last = story.heard[-1] if story.heard else None
    again = last is not None and last.name == OFFICIALS and "also" in cue
    if "officially" not in cue and not again:
        return None
    story.heard.append(Heard(start, OFFICIALS, Sort.SEVERAL, ()))
    return OFFICIALS


def _find(source: Span, words: str) -> Span:
    """Give the span of words that the source begins with."""
    return Span(source.start, source.start + len(words), words)


def _subject(story: Story, start: int) -> Span | None:
    """Give the first words of the sentence as the source of what is handed on."""
    sentence = story.sentences.sentences[story.sentences.at(start)]
    first = WORD.match(story.text, sentence.start)
    if first is None:
        return None
    end = first.end()
    if to_key(first.group()) in story.words.definite:
        second = WORD.search(story.text, end, end + 30)
        end = second.end() if second is not None else end
    words = story.text[sentence.start : end]
    keys = [to_key(word) for word in WORD.findall(words)]
    pronouns = story.words.person_pronouns | story.words.body_pronouns
    pronouns |= story.words.group_pronouns
    is_short = keys[-1] in story.words.documents or keys[-1] in pronouns
    return Span.cut(story.text, sentence.start, end) if is_short else None


def _distinct(names: Sequence[str], name: str) -> tuple[str, ...]:
    kept: list[str] = []
    for via in names:
        if via not in kept and to_key(via) not in to_key(name):
            kept.append(via)
    return tuple(kept)


def _name(story: Story, phrase: Span) -> tuple[str, Sort, tuple[str, ...]]:
    """Give the fullest name of a source, what it is, and the relays it inherits."""
    keys = [to_key(word) for word in WORD.findall(phrase.text)]
    if not keys:
        return phrase.text.strip(), Sort.BODY, ()
    pronoun = find_meant(story, keys, phrase)
    if pronoun is not None:
        return pronoun
    body = _apposed_body(story, phrase)
    if body is not None:
        return body, Sort.BODY, ()
    person = _person(story, keys, phrase)
    if person is not None:
        return person, Sort.PERSON, ()
    office = _office(story, keys, phrase)
    if office is not None:
        return office, Sort.PERSON, ()
    body = _body(story, keys, phrase)
    return body, _sort(keys, story.words), ()


def _apposed_body(story: Story, source: Span) -> str | None:
    """Give the name that a source itself calls a body: "Mudwatch, a channel near X"."""
    name, comma, rest = source.text.partition(", ")
    keys = [to_key(word) for word in WORD.findall(rest)]
    words = story.words
    if not comma or not name[0].isupper() or " " in name or len(keys) < 2:
        return None
    cuts = [at for at, key in enumerate(keys) if key in words.prepositions]
    head = keys[: cuts[0]] if cuts else keys
    is_article = keys[0] in words.indefinite | words.definite
    is_body = bool(head) and head[-1] in words.bodies | words.kinds | words.outlets
    return name if is_article and is_body else None


def _person(story: Story, keys: list[str], source: Span) -> str | None:
    """Give the full name of the person that a phrase names, None when it names none."""
    cast, words = story.cast, story.words
    for name in cast.names_in(source.start, source.end):
        before = story.text[source.start : name.start].split()
        if before and to_key(before[-1].strip(EDGES)) in words.prepositions:
            return None
        after = story.text[name.end : source.end]
        if after[:2] in ("'s", "’s") and after[2:].strip(EDGES):
            continue
        own = cast.own_words(name)
        if story.outlets.index.match_words(own):
            continue
        if cast.is_person(name):
            return cast.fullest_person(own) or cast.own_text(name)
        full = cast.fullest_person(own) if len(own) <= 2 else None
        is_alone = len(keys) <= len(name.words)
        has_office = bool(set(keys) & words.roles)
        is_likely = full is not None and (is_alone or has_office)
        if is_likely and not find_parties(" ".join(own), story.packs):
            return full
    return None


def _office(story: Story, keys: list[str], source: Span) -> str | None:
    """Give the person who holds the office that a phrase names, or None.

    Only a known one: "the governor", "its spokesman", "Army spokesman"; of "a police
    officer" and "near the governor" nobody is meant by name.
    """
    words = story.words
    if keys[0] in words.indefinite or len(keys) > _LONGEST_OFFICE:
        return None
    others = frozenset(keys) - words.definite
    cuts = [at for at, key in enumerate(keys) if key in words.prepositions]
    head = keys[: cuts[0]] if cuts else keys
    held = [key for key in head if key in words.roles]
    if not head or head[-1] in words.bodies:  # "the General Staff" is no general
        return None
    if not held or (head[-1] not in words.roles and keys[0] not in words.definite):
        return None
    if keys[0] not in words.definite and not source.text[0].isupper():
        return None
    holder = story.cast.holder(held[-1], others, source.start)
    return holder or _known_holder(story, others)


def _known_holder(story: Story, keys: frozenset[str]) -> str | None:
    """Give the one person of those in the document whose known office has the words."""
    wanted = keys - story.words.prepositions
    found = set()
    for pack in story.packs:
        for speaker in pack.speakers:
            if speaker.kind != SpeakerKind.PERSON or not wanted <= _role_keys(speaker):
                continue
            named = story.named(speaker)
            if named is not None:
                words = WORD.findall(named)
                found.add(story.cast.fullest_person(words) or named)
    return found.pop() if len(found) == 1 else None


def _role_keys(speaker: KnownSpeaker) -> frozenset[str]:
    return frozenset(to_key(word) for word in WORD.findall(speaker.role or ""))


def _body(story: Story, keys: list[str], source: Span) -> str:
    """Give the fullest name of a body, or the phrase itself."""
    cast, words, phrase = story.cast, story.words, source.text
    is_definite, is_indefinite = keys[0] in words.definite, keys[0] in words.indefinite
    is_indefinite &= not (phrase[0].isupper() and phrase[1:2] in ("", "."))  # "A. Mol"
    has_article = (is_definite or is_indefinite) and len(keys) > 1
    core = phrase.split(None, 1)[-1] if has_article else phrase
    inner = WORD.findall(core)
    if len(inner) == 1 and inner[0].isupper() and len(inner[0]) > 1:
        return cast.spell_out(inner[0]) or core
    kind = _of_kind(story, keys, source) if has_article else None
    if kind is not None:
        return kind
    if not is_indefinite and (is_definite or core[0].isupper()):
        fuller = _fuller_body(story, inner, source.start)
        if fuller is not None:
            return fuller
    if is_indefinite:
        return phrase[0].lower() + phrase[1:]
    if is_definite and keys[0] != "the":
        is_office = set(keys) & words.roles and not _is_staff(keys, words)
        holder = None if is_office else _owner(story, keys, source)
        return phrase if holder is None else f"{holder}'s {core}"
    is_plain = not any(word[0].isupper() for word in inner[1:])
    known = words.private | words.roles
    if is_plain and (keys[0] in known or keys[0].removesuffix("s") in known):
        return core[0].lower() + core[1:]
    return core


def _is_staff(keys: Sequence[str], words: SpeakerWords) -> bool:
    """True for "its General Staff", which is no general."""
    return keys[-1] in words.bodies and not set(keys[1:-2]) & words.roles


def _owner(story: Story, keys: Sequence[str], source: Span) -> str | None:
    """Give the party whose a body is: "Russia lost 12 tanks. Its ministry said".

    That of the sentence before only where nothing stands before "its" in its own, and
    never across a paragraph.
    """
    words, at = story.words, story.sentences.at(source.start)
    opens = not story.text[story.sentences.sentences[at].start : source.start].strip()
    is_its = keys[0] in words.body_pronouns | words.group_pronouns
    paragraphs = story.sentences.paragraphs
    goes_back = opens and is_its and not words.bodies.isdisjoint(keys)
    if goes_back and at and paragraphs[at] == paragraphs[at - 1]:
        return first_party(story, source.start, sentences=2)
    return first_party(story, source.start)


def _of_kind(story: Story, keys: list[str], source: Span) -> str | None:
    """Give the body meant by a word for its kind: "a monitor", "the group"."""
    words = story.words
    named = [w for w in WORD.findall(source.text)[1:5] if w[0].isupper()]
    kinds = [key for key in keys[1:5] if key in words.kinds]
    if not kinds or not set(map(to_key, named)) <= _BASES:
        return None
    for kind in kinds:
        found = story.cast.of_kind(kind, source.start) or _known_kind(story, kind)
        if found is not None:
            return found
    is_bare = all(key in words.kinds for key in keys[1:])
    heard = story.last(source.start, Sort.BODY)
    if heard is None or not is_bare or keys[0] not in words.definite:
        return None
    return heard.name if _may_be(heard.name, set(kinds), words) else None


def _may_be(name: str, kinds: set[str], words: SpeakerWords) -> bool:
    """True when a body of that name may be called so: a ministry is no monitor."""
    own = set(map(to_key, WORD.findall(name)))
    if own & kinds:
        return True
    is_named = any(word[0].isupper() for word in WORD.findall(name))
    return is_named and (
        bool(kinds & words.loose_kinds) or not own & (words.bodies - words.kinds)
    )


def _known_kind(story: Story, kind: str) -> str | None:
    """Give the body of that kind by the packs that the document names, or None."""
    for pack in story.packs:
        for speaker in pack.speakers:
            is_body = speaker.kind == SpeakerKind.BODY
            if not is_body or kind not in _role_keys(speaker):
                continue
            named = story.named(speaker)
            if named is not None:
                return named
    return None


def _fuller_body(story: Story, inner: list[str], start: int) -> str | None:
    """Give the body heard last that a short form fits, else the fullest in the text."""
    wanted = set(map(to_key, inner))
    for heard in reversed(story.heard[-HEARD:]):
        own = [to_key(word) for word in WORD.findall(heard.name)]
        if heard.sort != Sort.PERSON and wanted < set(own) and len(own) > len(inner):
            return heard.name
    return story.cast.fullest_body(inner, start)


def _sort(keys: list[str], words: SpeakerWords) -> Sort:
    """Say by its head noun what a phrase names: "an official at the port" a person."""
    cuts = [at for at, key in enumerate(keys) if at and key in words.prepositions]
    head = keys[: cuts[0]] if cuts else keys
    last = head[-1]
    if last in words.roles:
        return Sort.PERSON
    if last in words.bodies:
        return Sort.BODY
    is_plural = last.endswith("s") and last.removesuffix("s") in words.roles
    is_several = is_plural or "and" in head or last in words.private
    return Sort.SEVERAL if is_several else Sort.BODY
