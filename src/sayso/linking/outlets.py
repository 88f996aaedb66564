"""Outlets and who owns them: nine documents of six outlets may be three voices' money.

Owners and families come from theatre packs; an outlet in no pack stands for itself. A
state outlet is shown as such and never speaks for its state: only words do that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from sayso.linking.series import Documents
from sayso.model import DocumentId
from sayso.vocabulary.theatres import KnownOutlet, Theatre


@dataclass(frozen=True, slots=True)
class Outlets:
    """Known outlets by any of their names, in lower case."""

    by_name: Mapping[str, KnownOutlet] = field(
        default_factory=lambda: MappingProxyType({})
    )

    @classmethod
    def of(cls, theatres: Iterable[Theatre]) -> Outlets:
        """Give the outlets of packs; the first pack that names one wins."""
        found: dict[str, KnownOutlet] = {}
        for theatre in theatres:
            for outlet in theatre.outlets:
                for name in (outlet.name, *outlet.aliases):
                    found.setdefault(name.casefold(), outlet)
        return cls(MappingProxyType(found))

    def find(self, outlet: str | None) -> KnownOutlet | None:
        """Give what is known of an outlet, None where no pack has it."""
        return None if outlet is None else self.by_name.get(outlet.casefold())

    def name(self, outlet: str) -> str:
        """Give an outlet's one name."""
        known = self.find(outlet)
        return outlet if known is None else known.name

    def owner(self, outlet: str) -> str:
        """Give who owns an outlet; itself where no pack tells."""
        known = self.find(outlet)
        return outlet if known is None else known.owner or known.family or known.name

    def state(self, outlet: str | None) -> str | None:
        """Give the party whose state outlet it is, None for others."""
        known = self.find(outlet)
        return None if known is None else known.state


@dataclass(frozen=True, slots=True)
class Reach:
    """How widely something is told, by what counts less and less."""

    documents: int
    outlets: int
    owners: int
    origins: int

    def __str__(self) -> str:
        return ", ".join(
            f"{count:,} {word if count == 1 else f'{word}s'}"
            for count, word in (
                (self.documents, "document"),
                (self.outlets, "outlet"),
                (self.owners, "owner"),
                (self.origins, "origin"),
            )
        )


def count_reach(
    keys: Iterable[DocumentId],
    documents: Documents,
    outlets: Outlets,
    origins: int,
) -> Reach:
    """Give the documents, outlets and owners of documents; an unnamed outlet is one.

    Args:
        keys: The documents, each counted once.
        documents: Their facts.
        outlets: What packs know.
        origins: Number of origins behind them.
    """
    wanted = set(keys)
    named = {
        outlets.name(documents[key].outlet or "") for key in wanted if key in documents
    }
    owners = {outlets.owner(name) for name in named}
    return Reach(len(wanted), len(named), len(owners), origins)
