"""Origins: claims and documents grouped by the utterance they come from.

Statements are joined, in this order of trust: a credit line with a figure in common; a
shared passage that holds both figures; the same speaker with the same figure on the
same days; a figure in the narrator's voice that exactly one speaker has stated. Two
speakers are never joined, except a body that relays its own side's speaker with two
figures the same. The first document held is named as such: what lies before it is not
known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from sayso.linking.adoption import adopt_narrators
from sayso.linking.credits import Credit, find_credits, known_outlets
from sayso.linking.forest import Forest
from sayso.linking.gist import Gist
from sayso.linking.hops import Evidence, Hop, find_hops, pair_up
from sayso.linking.joining import (
    join_by_credits,
    join_by_figures,
    join_by_passages,
    join_relayed,
)
from sayso.linking.names import NO_NAMES, Names
from sayso.linking.reuse import Passage, SharedPassages
from sayso.linking.series import Documents, document_order
from sayso.linking.statements import Statement, find_statements
from sayso.model import Claim, Document, DocumentId
from sayso.vocabulary.theatres import Theatre


@dataclass(frozen=True, slots=True)
class Origin:
    """All claims that go back to one utterance, as far as the documents show."""

    id: str
    """Hash of the earliest claim: stays while no earlier document is added."""
    speaker: str | None
    """None where no document names one."""
    day: date | None
    """Publication of the earliest document held."""
    claims: tuple[Claim, ...]
    """By publication, document and place in the text."""
    documents: tuple[DocumentId, ...]
    """Earliest held first."""
    credited: tuple[str, ...]
    """Outlets its documents credit, most often credited first."""
    hops: tuple[Hop, ...]
    """One for each document after the first."""


def find_origins(
    claims: Iterable[Claim],
    documents: Documents,
    *,
    names: Names = NO_NAMES,
    shared: Sequence[SharedPassages] = (),
    theatres: Iterable[Theatre] = (),
) -> tuple[Origin, ...]:
    """Give the origins of all claims, by day of the earliest document.

    Args:
        claims: In any order; the result does not depend on it.
        documents: The claims' documents.
        names: What words mean one speaker or party.
        shared: Passages that documents share (`find_reuse`), by document id; in any
            order, whichever document comes first in a pair.
        theatres: Packs that know agencies.
    """
    statements = find_statements(claims, documents, names)
    shared = _as_published(shared, {s.document for s in statements}, documents)
    forest = Forest([statement.speaker for statement in statements])
    evidence = _evidence(statements, documents, shared, theatres)
    join_by_credits(statements, documents, evidence.credits, forest)
    join_by_figures(statements, forest)
    join_by_passages(statements, shared, forest)
    join_relayed(statements, names, forest)
    adopt_narrators(statements, names, forest)
    origins = [
        _origin([statements[number] for number in group], evidence)
        for group in forest.groups()
    ]

    def order(origin: Origin) -> tuple[object, ...]:
        start = origin.claims[0].quantity.span.start
        return (*document_order(documents.get(origin.documents[0])), start)

    return tuple(sorted(origins, key=order))


def _evidence(
    statements: Iterable[Statement],
    documents: Documents,
    shared: Iterable[SharedPassages],
    theatres: Iterable[Theatre],
) -> Evidence:
    """Give passages by pair and credits by document, for documents with claims."""
    outlets = known_outlets(documents.values(), theatres)
    held = sorted({s.document for s in statements if s.document in documents})
    credited = {key: _credits(documents[key], outlets) for key in held}
    return Evidence(documents, pair_up(shared), credited)


def _credits(document: Document, outlets: Mapping[str, str]) -> tuple[Credit, ...]:
    if isinstance(document, Gist):
        return document.credits
    return find_credits(document, outlets)


def _as_published(
    shared: Iterable[SharedPassages],
    told: AbstractSet[DocumentId],
    documents: Documents,
) -> list[SharedPassages]:
    """Give the pairs of documents that state something, the earlier one first.

    By their documents: where two pairs would have a statement go with two speakers,
    it does not matter who found which pair first.
    """
    rank = {
        key: at
        for at, key in enumerate(
            sorted(told, key=lambda key: (document_order(documents.get(key)), key))
        )
    }
    known: list[tuple[int, int, SharedPassages]] = []
    for pair in shared:
        a, b = (rank.get(DocumentId(key)) for key in (pair.a, pair.b))
        if a is not None and b is not None:
            known.append((b, a, pair) if a < b else (a, b, _turned(pair)))
    return [pair for *_, pair in sorted(known, key=lambda entry: entry[:2])]


def _turned(pair: SharedPassages) -> SharedPassages:
    passages = [Passage(p.b, p.a, p.grams) for p in pair.passages]
    return SharedPassages(
        pair.b,
        pair.a,
        tuple(sorted(passages, key=lambda p: (p.a.start, p.a.end, p.b.start))),
        covered_a=pair.covered_b,
        words_a=pair.words_b,
        covered_b=pair.covered_a,
        words_b=pair.words_a,
    )


def _origin(statements: list[Statement], evidence: Evidence) -> Origin:
    """Give the origin of a group of statements, which come in order of publication."""
    claims = tuple(claim for s in statements for claim in s.claims)
    order = _earliest_first({s.document for s in statements}, evidence)
    speakers = Counter(s.speaker for s in statements if s.speaker is not None)
    first = evidence.documents.get(order[0])
    names = Counter(c.name for key in order for c in evidence.credits.get(key, ()))
    rank = {key: at for at, key in enumerate(order)}
    by_place = sorted(claims, key=lambda c: (rank[c.document], c.quantity.span.start))
    return Origin(
        id=by_place[0].id,
        speaker=speakers.most_common(1)[0][0] if speakers else None,
        day=None if first is None else first.published,
        claims=tuple(by_place),
        documents=order,
        credited=tuple(name for name, _ in names.most_common()),
        hops=find_hops(by_place, order, evidence),
    )


def _earliest_first(
    keys: Iterable[DocumentId], evidence: Evidence
) -> tuple[DocumentId, ...]:
    """Give documents by publication; of one day, those that others credit first.

    After them the hours decide, and without hours who credits nobody.
    """
    kept = set(keys)
    credited = {c.name for key in kept for c in evidence.credits.get(key, ())}

    def order(key: DocumentId) -> tuple[object, ...]:
        document = evidence.documents.get(key)
        outlet = None if document is None else document.outlet
        own = len(evidence.credits.get(key, ()))
        day, hour, *rest = document_order(document)
        return (day, outlet not in credited, hour, own, rest)

    return tuple(sorted(kept, key=order))
