"""Who the source of an attribution is, by the language of the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Attribution
from sayso.reading.speakers.cased import find_cased_speaker
from sayso.reading.speakers.resolving import resolve_speakers
from sayso.reading.tagger.entities import Entity
from sayso.vocabulary.languages import AnyLanguage, Language
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
    found, last = [], None
    for attribution in attributions:
        source = " ".join(span.text for span in attribution.source)
        if source and not (_is_pronoun(source) and last):
            last = source
        name = last if source else None
        speaker = find_cased_speaker(name, packs, language) if name else None
        found.append(replace(attribution, name=name, speaker=speaker))
    return tuple(found)


def _is_pronoun(source: str) -> bool:
    """True for one short word in small letters: "он", "вона", "він"."""
    return len(source) <= 4 and source.islower()
