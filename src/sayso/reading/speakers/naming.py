"""Who the source of an attribution is, by the language of the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Access, Attribution, Speaker
from sayso.reading.persons.hiding import HiddenNames, find_hidden, hide_names
from sayso.reading.persons.known import known_names
from sayso.reading.persons.persons import find_persons
from sayso.reading.speakers.cased import find_cased_speaker
from sayso.reading.speakers.resolving import resolve_speakers
from sayso.reading.tagger.entities import Entity
from sayso.vocabulary.languages import AnyLanguage, CasedLanguage, Language
from sayso.vocabulary.languages.case_pronouns import PAST, PRONOUNS, Agreement
from sayso.vocabulary.theatres import Theatre

_HEARD = 6
"""Speakers heard last whom a pronoun may mean."""


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
    heard: list[tuple[str, Agreement | None]] = []
    private = hide_names(find_persons(text, known_names(packs)) if attributions else ())
    for attribution in attributions:
        source = " ".join(span.text for span in attribution.source)
        name = _resolve(source, heard, language)
        is_pronoun = source.lower() in PRONOUNS.get(language.code, {})
        if name and name == source and not is_pronoun:
            heard.append((name, _agreement(attribution, language)))
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


def _resolve(
    source: str,
    heard: Sequence[tuple[str, Agreement | None]],
    language: CasedLanguage,
) -> str | None:
    """Give whom a source means: itself, or for a pronoun whom it agrees with.

    A pronoun keeps its own words where nobody heard lately agrees with it.
    """
    wanted = PRONOUNS.get(language.code, {}).get(source.lower())
    if wanted is None:
        return heard[-1][0] if heard and _is_short(source) else source or None
    fitting = [name for name, had in heard[-_HEARD:] if had in (None, wanted)]
    return fitting[-1] if fitting else source


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
    """True for one short word in small letters: "мы", "кто"."""
    return 0 < len(source) <= 4 and source.islower()
