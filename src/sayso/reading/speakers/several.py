"""Several who speak together: "President Ann Roe and Defence Minister Joe Smith".

A source is split only where each part could speak alone and one of them is a person by
name: "the minister of defence and security" is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from sayso.model import Span
from sayso.reading.speakers.source_words import EDGES, WORD
from sayso.reading.text.names import to_key
from sayso.vocabulary.languages.speaker_words import SpeakerWords

_PIECE = re.compile(r"(?:[^,]|,(?!\s))+")
"""What stands between two commas."""
IsPerson = Callable[[Span], bool]


def split_several(
    source: Span, words: SpeakerWords, is_person: IsPerson
) -> tuple[Span, ...]:
    """Give the parts of a source that speak together, none where it is one speaker.

    Args:
        source: Cleaned source words.
        words: Says which words join, and which are offices and bodies.
        is_person: Says whether a phrase names a person.
    """
    joint = re.compile(rf"(,?)\s+(?:{'|'.join(sorted(words.joining))})\s+")
    for match in joint.finditer(source.text):
        left = _part(source, 0, match.start())
        right = _part(source, match.end(), len(source.text))
        listed = _listed(left, is_person, closed=bool(match[1]))
        is_named = bool(listed) and is_person(listed[-1])
        if not listed and _is_group(left.text, words):
            listed = (left,)
        follows = is_person(right) and _has_office(right, words)
        if follows and listed:
            return (*listed, right)
        if is_named and _is_group(right.text, words):
            return (*listed, right)
    return ()


def join_names(names: list[str]) -> str:
    """Give names in a row: "A, B and C"."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def _part(source: Span, start: int, end: int) -> Span:
    text = source.text[start:end].strip(EDGES)
    at = source.text.index(text, start)
    return Span(source.start + at, source.start + at + len(text), text)


def _listed(left: Span, is_person: IsPerson, *, closed: bool) -> tuple[Span, ...]:
    """Give the persons of a list before "and", what is said of each with the name.

    What is said of the last must be closed by a comma: of "Ann Roe, head of health and
    safety" there is one.
    """
    found: list[Span] = []
    is_open = False
    for match in _PIECE.finditer(left.text):
        piece = _part(left, *match.span())
        if is_person(piece):
            found.append(piece)
            is_open = False
        elif found and not is_open:
            is_open = True
        else:
            return ()
    return () if is_open and not closed else tuple(found)


def _is_group(phrase: str, words: SpeakerWords) -> bool:
    """True for "her deputy", "the police", "residents": they speak without a name."""
    keys = [to_key(word) for word in WORD.findall(phrase)]
    cuts = [at for at, key in enumerate(keys) if at and key in words.prepositions]
    head = keys[: cuts[0]] if cuts else keys
    if not head:
        return False
    speaks = head[-1] in words.roles | words.bodies | words.private
    is_plural = head[-1].removesuffix("s") in words.roles
    return (speaks and head[0] in words.definite) or is_plural


def _has_office(part: Span, words: SpeakerWords) -> bool:
    """True when only an office stands before the first name of a part."""
    keys = []
    for match in WORD.finditer(part.text):
        if match.group()[0].isupper():
            break
        keys.append(to_key(match.group()))
    return not keys or keys[-1] in words.roles | words.definite | words.bodies
