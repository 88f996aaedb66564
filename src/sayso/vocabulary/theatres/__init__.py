"""Theatres: packs of what names mean in a conflict, one TOML file each.

`world` holds countries and international bodies and is always used; the others join
when a document gives evidence of them (`sayso.reading.parties.mentions`). Users
add a pack of their own without code: `load_theatre(path)`.
"""

from functools import cache
from importlib.resources import files
from pathlib import Path

from sayso.errors import UnknownName, VocabularyError
from sayso.vocabulary.theatres.loading import parse_theatre
from sayso.vocabulary.theatres.theatre import (
    Constant,
    Institution,
    KnownOutlet,
    KnownSpeaker,
    Party,
    PartyKind,
    PlaceName,
    SpeakerKind,
    Theatre,
)

THEATRES: tuple[str, ...] = (
    "world",
    "russia-ukraine",
    "syria",
    "sudan",
    "iraq",
    "afghanistan",
    "el-salvador",
    "israel-palestine-lebanon",
    "yemen",
    "iran-israel-us",
    "karabakh",
    "georgia-russia",
    "chechnya",
    "balkans",
    "india-pakistan",
    "sri-lanka",
    "myanmar",
    "philippines-mindanao",
    "congo",
    "sahel",
    "lake-chad",
    "somalia",
    "ethiopia",
    "libya",
    "gulf-war",
    "colombia",
)
"""Packs that come with Sayso, in the order shown to users; `world` is always used."""

__all__ = [
    "THEATRES",
    "Constant",
    "Institution",
    "KnownOutlet",
    "KnownSpeaker",
    "Party",
    "PartyKind",
    "PlaceName",
    "SpeakerKind",
    "Theatre",
    "load_theatre",
    "load_theatres",
    "parse_theatre",
]


def load_theatre(name: str | Path) -> Theatre:
    """Give the pack of that name, or the pack in a file of the user's own.

    Args:
        name: A name in `THEATRES`, or the path of a TOML file.

    Raises:
        UnknownName: A text that is neither in `THEATRES` nor ends in ".toml".
        VocabularyError: The file cannot be read or has faults.
    """
    if isinstance(name, str) and name in THEATRES:
        return _load_own(name)
    if isinstance(name, str) and not name.endswith(".toml"):
        raise UnknownName("theatre", name, THEATRES)
    try:
        data = Path(name).read_bytes()
    except OSError as error:
        raise VocabularyError(f"{name}: cannot be read: {error.strerror}") from error
    return parse_theatre(data, file=str(name))


def load_theatres(names: tuple[str | Path, ...] = THEATRES) -> tuple[Theatre, ...]:
    """Give the packs of those names or files, in the order given.

    Raises:
        UnknownName: See `load_theatre`.
        VocabularyError: See `load_theatre`.
    """
    return tuple(load_theatre(name) for name in names)


@cache
def _load_own(name: str) -> Theatre:
    data = (files(__name__) / f"{name}.toml").read_bytes()
    return parse_theatre(data, file=f"{name}.toml")
