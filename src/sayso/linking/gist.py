"""A document without its text: what linking saw in it, noted where the text was read.

Origins and incidents look into a text for four things only: whom it credits, what was
hit where a figure stands, which places it names, and by which words it is another
capture of one page. Noted once, beside the document's facts, they serve as the text
does, so that the documents of many machines can be linked in the memory of one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from sayso.linking.credits import Credit
from sayso.model import ClaimId, Document, DocumentId, Span

_NONE: Mapping[ClaimId, str] = MappingProxyType({})
_NOWHERE = DocumentId("")


@dataclass(frozen=True, slots=True)
class Gist(Document):
    """A document's facts and what linking saw in its text; the text itself is empty."""

    key: DocumentId = _NOWHERE
    """Id of the document it stands for."""
    credits: tuple[Credit, ...] = ()
    """In the order of the text."""
    scenes: Mapping[ClaimId, str] = field(default_factory=lambda: _NONE)
    """By claim; claims without a scene are left out."""
    names: frozenset[str] = frozenset()
    """Sounds of the places it names, of those that some event of the corpus has."""
    words: frozenset[str] = frozenset()
    """Its different words, where other captures of its address are held."""

    @property
    def id(self) -> DocumentId:
        """The id of the document it stands for."""
        return self.key


@dataclass(frozen=True, slots=True, order=True)
class Stretch(Span):
    """A stretch of a text that is not at hand: its words are empty."""

    def __post_init__(self) -> None:
        """Hold nothing against a text."""

    @classmethod
    def between(cls, start: int, end: int) -> Stretch:
        """Give the stretch from one offset to another."""
        return cls(start, end, "")
