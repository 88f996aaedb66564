"""Who the source of an attribution is, by the language of the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.model import Access, Attribution, Speaker
from sayso.reading.persons.hiding import HiddenNames, find_hidden, hide_names
from sayso.reading.persons.known import known_names
from sayso.reading.persons.persons import find_persons
from sayso.reading.speakers.cased import find_cased_speaker
from sayso.reading.speakers.meant import Heard, Told, clean_source, find_meant
from sayso.reading.speakers.resolving import resolve_speakers
from sayso.reading.tagger.entities import Entity, EntityKind
from sayso.vocabulary.languages import AnyLanguage, CasedLanguage, Language
from sayso.vocabulary.languages.case_pronouns import PAST, PRONOUNS, Agreement
from sayso.vocabulary.theatres import Theatre


def name_speakers(
    text: str,
    attributions: Sequence[Attribution],
    cast: Sequence[Entity],
    packs: Sequence[Theatre],
    language: AnyLanguage,
) -> tuple[Attribution, ...]:
    """Give attributions with name and speaker filled in, their order kept."""
    if isinstance(language, Language):
        return resolve_speakers(text, attributions, cast, packs, language=language)
    found: list[Attribution] = []
    heard: list[Heard] = []
    heard_of = Told(text, heard, cast, language)
    told = [entity.span for entity in cast if entity.kind is EntityKind.PERSON]
    persons = find_persons(text, known_names(packs), told) if attributions else ()
    private = hide_names(persons)
    for attribution in attributions:
        source = " ".join(span.text for span in attribution.source)
        source = clean_source(source, language)
        name = _resolve(source, attribution, heard_of)
        if name and name == source and source.lower() not in _unnamed(language):
            agreement = _agreement(attribution, language)
            heard.append(Heard(name, agreement, _is_person(attribution, cast)))
        speaker = find_cased_speaker(name, packs, language) if name else None
        if speaker is not None:
            speaker = _without_office(speaker, name, private)
        found.append(replace(attribution, name=name, speaker=speaker))
    return tuple(found)


def _without_office(
    speaker: Speaker, name: str | None, private: HiddenNames
) -> Speaker:
    """Give a speaker who is marked where the text gives no office to whom it names."""
    if speaker.name != name or not find_hidden(speaker.name, private):
        return speaker
    is_unknown = speaker.access is Access.UNKNOWN
    access = Access.WITNESS if is_unknown else speaker.access
    return replace(speaker, access=access, private=True)


def _resolve(source: str, attribution: Attribution, told: Told) -> str | None:
    """Give whom a source means: itself, or somebody named before.

    A pronoun keeps its own words where nobody heard lately agrees with it.
    """
    if not source:
        return None
    meant = find_meant(source, attribution.source[0].start, told)
    if meant == source and told.heard and _is_short(source):
        is_pronoun = source in _unnamed(told.language)
        return source if is_pronoun else told.heard[-1].name
    return meant


def _unnamed(language: CasedLanguage) -> Mapping[str, Agreement]:
    """Give the words that name nobody by themselves."""
    return PRONOUNS.get(language.code, {})


def _is_person(attribution: Attribution, cast: Sequence[Entity]) -> bool:
    """True where a person's name stands in a source."""
    return any(
        entity.kind is EntityKind.PERSON
        and span.start < entity.span.end
        and entity.span.start < span.end
        for span in attribution.source
        for entity in cast
    )


def _agreement(attribution: Attribution, language: CasedLanguage) -> Agreement | None:
    """Give the gender or number that the verb of saying has, None where it has none."""
    endings = PAST.get(language.code, ())
    for span in attribution.cue:
        for word in span.text.lower().split():
            said = word.strip(":,.")
            if not said.startswith(language.speech.saying):
                continue
            for ending, agreement in endings:
                if said.endswith(ending):
                    return agreement
    return None


def _is_short(source: str) -> bool:
    """True for "мы", "я": nouns ("мэр", "врач") are longer and name another."""
    return 0 < len(source) <= 2 and source.islower()
