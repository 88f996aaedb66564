"""What an evidence bundle holds beside its rows: chain, words, bytes, seals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from sayso.model import Entry

_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Captured:
    """A file as it was taken in, or written by others."""

    name: str
    """What it is called in the bundle, without a folder."""
    data: bytes


@dataclass(frozen=True, slots=True)
class Proof:
    """What is handed on of one document."""

    text: str
    """Its words; each character of what is withheld is a sign, so offsets hold."""
    is_withheld: bool
    """True where names are withheld: then no words and bytes of it go along."""
    texts: Mapping[str, str] = field(default_factory=lambda: _NONE)
    """Texts of the ledger by the hash under which an entry names them."""
    captures: tuple[Captured, ...] = ()
    """The bytes it was taken from."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What lies behind the rows of an export."""

    entries: Callable[[], Iterable[Entry]]
    """Gives the whole chain in order; entries hold hashes and no words."""
    proof: Callable[[str], Proof]
    """Gives what is handed on of a document, by its id."""
    seals: tuple[Captured, ...] = ()
    """Seals made earlier, with tokens and signatures beside them."""


def no_evidence() -> Evidence:
    """Give an empty chain."""
    return Evidence(tuple, lambda _document: Proof("", is_withheld=True))
