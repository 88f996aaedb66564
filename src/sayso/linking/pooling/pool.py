"""A pool: what documents say, as far as linking looks at it, from any part of a corpus.

Pools are put together by union, whatever the parts, their order and their grouping, and
a document that comes twice counts once. What does not merge are the decisions: which
statement goes with which is chosen figure by figure in the order of publication, so it
is settled once, over all (`sayso.linking.pooling.linked`). The text is not needed then.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from sayso.linking.credits import Credit, find_credits
from sayso.linking.gist import Gist, Stretch
from sayso.linking.naming import sounds_of_names
from sayso.linking.pooling.outline import Outline
from sayso.linking.reuse import Passage, SharedPassages
from sayso.linking.scenes import scene_of
from sayso.linking.versions import canonical_address, words_of
from sayso.model import (
    Claim,
    ClaimId,
    Document,
    DocumentId,
    Reading,
    canonical_json,
    from_json,
    to_json,
)
from sayso.vocabulary.theatres import Theatre


@dataclass(frozen=True, slots=True)
class Noted:
    """One document of a pool."""

    gist: Gist
    claims: tuple[Claim, ...]
    """In the order of its reading."""


Pair = tuple[str, str]
_NOBODY: Mapping[DocumentId, Noted] = MappingProxyType({})
_NOTHING: Mapping[Pair, SharedPassages] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Pool:
    """Documents with claims or several captures, and pairs that share passages."""

    noted: Mapping[DocumentId, Noted] = field(default_factory=lambda: _NOBODY)
    shared: Mapping[Pair, SharedPassages] = field(default_factory=lambda: _NOTHING)
    """By the ids of the two documents, the lesser first."""

    def __or__(self, other: Pool) -> Pool:
        """Put two pools together; what both have must be the same in both."""
        return pool_of((self, other))

    def to_bytes(self) -> bytes:
        """Give the pool as lines of JSON in the order of ids: equal for equal pools."""
        lines = [noted_to_json(self.noted[key]) for key in sorted(self.noted)]
        lines += [shared_to_json(self.shared[key]) for key in sorted(self.shared)]
        return "".join(f"{line}\n" for line in lines).encode()


def pool_of(pools: Iterable[Pool]) -> Pool:
    """Put any number of pools together."""
    noted: dict[DocumentId, Noted] = {}
    shared: dict[Pair, SharedPassages] = {}
    for pool in pools:
        noted.update(pool.noted)
        shared.update(pool.shared)
    return Pool(MappingProxyType(noted), MappingProxyType(shared))


def pool(
    readings: Iterable[Reading],
    known: Outline,
    theatres: Sequence[Theatre] = (),
    shared: Iterable[SharedPassages] = (),
) -> Pool:
    """Give the pool of some documents of a corpus.

    Args:
        readings: One of each document.
        known: The outline of the whole corpus.
        theatres: Packs that know agencies.
        shared: Passages that some documents share.
    """
    outlets = known.known_outlets(theatres)
    found = (note(reading, known, outlets) for reading in readings)
    pairs = {tuple(sorted((pair.a, pair.b))): pair for pair in shared}
    return Pool(
        MappingProxyType({one.gist.key: one for one in found if one is not None}),
        MappingProxyType({(a, b): pair for (a, b), pair in pairs.items()}),
    )


def note(reading: Reading, known: Outline, outlets: Mapping[str, str]) -> Noted | None:
    """Give what linking needs of a document, None where it needs nothing of it.

    Args:
        reading: With its text.
        known: The outline of the whole corpus.
        outlets: What `Outline.known_outlets` gave.
    """
    document, claims = reading.document, reading.claims
    text = document.text
    address = canonical_address(document.url) if document.url else None
    is_one_of_several = address in known.often
    if not claims and not is_one_of_several:
        return None
    scenes = {claim.id: scene_of(claim, text) for claim in claims}
    facts = {name: getattr(document, name) for name in _FACTS}
    gist = Gist(
        text="",
        **facts,
        key=document.id,
        credits=find_credits(document, outlets) if claims else (),
        scenes=MappingProxyType({k: s for k, s in scenes.items() if s is not None}),
        names=sounds_of_names(text) & known.places if claims else frozenset(),
        words=words_of(text) if is_one_of_several else frozenset(),
    )
    return Noted(gist, tuple(replace(claim, evidence=()) for claim in claims))


_FACTS = ("published", "outlet", "url", "language", "retrieved", "name", "hour")
"""What linking asks of a document beside its text."""


def noted_to_json(noted: Noted) -> str:
    """Give a document of a pool as one line of JSON."""
    gist = noted.gist
    facts = Document("", **{name: getattr(gist, name) for name in _FACTS})
    value: dict[str, Any] = {
        "key": gist.key,
        "document": to_json(facts),
        "claims": to_json(noted.claims),
        "credits": to_json(gist.credits),
        "scenes": dict(gist.scenes),
        "names": sorted(gist.names),
        "words": sorted(gist.words),
    }
    return canonical_json(value)


def noted_from_json(line: str) -> Noted:
    """Give the document that `noted_to_json` gave."""
    value = json.loads(line)
    facts = from_json(Document, value["document"])
    gist = Gist(
        text="",
        **{name: getattr(facts, name) for name in _FACTS},
        key=DocumentId(value["key"]),
        credits=tuple(from_json(Credit, one) for one in value["credits"]),
        scenes=MappingProxyType({ClaimId(k): s for k, s in value["scenes"].items()}),
        names=frozenset(value["names"]),
        words=frozenset(value["words"]),
    )
    return Noted(gist, tuple(from_json(Claim, one) for one in value["claims"]))


def shared_to_json(shared: SharedPassages) -> str:
    """Give a pair of a pool as one line of JSON: offsets and counts, no words."""
    passages = [
        [p.a.start, p.a.end, p.b.start, p.b.end, p.grams] for p in shared.passages
    ]
    counts = [shared.covered_a, shared.words_a, shared.covered_b, shared.words_b]
    return canonical_json([shared.a, shared.b, passages, counts])


def shared_from_json(line: str) -> SharedPassages:
    """Give the pair that `shared_to_json` gave; its spans have no words."""
    a, b, passages, (covered_a, words_a, covered_b, words_b) = json.loads(line)
    return SharedPassages(
        a,
        b,
        tuple(
            Passage(Stretch.between(a0, a1), Stretch.between(b0, b1), grams)
            for a0, a1, b0, b1, grams in passages
        ),
        covered_a=covered_a,
        words_a=words_a,
        covered_b=covered_b,
        words_b=words_b,
    )
