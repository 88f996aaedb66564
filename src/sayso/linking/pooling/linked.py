"""Origins and incidents of a corpus, from its documents or from a pool of them.

Both ways give the same: the documents of a pool only lack their text. Rulings of people
are a ledger's and no part of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.linking.hops import Hop
from sayso.linking.incidents import Incident, find_incidents
from sayso.linking.names import Names
from sayso.linking.origins import Origin, find_origins
from sayso.linking.pooling.pool import Pool
from sayso.linking.reuse import SharedPassages
from sayso.linking.series import Documents
from sayso.linking.versions import find_superseded
from sayso.model import Claim, canonical_json, to_json
from sayso.vocabulary.theatres import Theatre


@dataclass(frozen=True, slots=True)
class Linked:
    """What the claims of a corpus go back to, and which of them tell of one event."""

    origins: tuple[Origin, ...]
    incidents: tuple[Incident, ...]

    def to_bytes(self) -> bytes:
        """Give all of it as lines of JSON, equal for equal results."""
        lines = [*map(origin_record, self.origins)]
        lines += map(incident_record, self.incidents)
        return "".join(f"{canonical_json(line)}\n" for line in lines).encode()


def link(
    claims: Sequence[Claim],
    documents: Documents,
    *,
    shared: Sequence[SharedPassages] = (),
    theatres: Sequence[Theatre] = (),
) -> Linked:
    """Give the origins and incidents of all claims.

    Args:
        claims: In any order but that of one document, which is its reading's.
        documents: All documents, those without claims too: a later version without
            figures takes the place of an earlier one.
        shared: Passages that documents share.
        theatres: Packs that know names.
    """
    names = Names.of(theatres, claims)
    superseded = find_superseded(documents)
    counted = [claim for claim in claims if claim.document not in superseded]
    origins = find_origins(
        counted, documents, names=names, shared=shared, theatres=theatres
    )
    incidents = find_incidents(claims, documents, names=names, origins=origins)
    return Linked(origins, incidents)


def link_pool(pool: Pool, theatres: Sequence[Theatre] = ()) -> Linked:
    """Give the origins and incidents of a whole corpus' pool."""
    noted = [pool.noted[key] for key in sorted(pool.noted)]
    return link(
        [claim for one in noted for claim in one.claims],
        {one.gist.key: one.gist for one in noted},
        shared=[pool.shared[key] for key in sorted(pool.shared)],
        theatres=theatres,
    )


def origin_record(origin: Origin) -> dict[str, Any]:
    """Give an origin as a JSON value: ids, offsets and days, no text.

    Keys: "id", "speaker", "day", "documents", "credited", "claims" (by place), "hops".
    """
    return {
        "id": origin.id,
        "speaker": origin.speaker,
        "day": to_json(origin.day),
        "documents": list(origin.documents),
        "credited": list(origin.credited),
        "claims": _claims(origin.claims),
        "hops": [_hop(hop) for hop in origin.hops],
    }


def incident_record(incident: Incident) -> dict[str, Any]:
    """Give an incident as a JSON value.

    Keys: "id", "kind", "place" (as written), "place_id", "first", "last", "scene",
    "is_period", "documents", "claims".
    """
    located = incident.located
    return {
        "id": incident.id,
        "kind": str(incident.kind),
        "place": incident.place,
        "place_id": None if located is None else located.id,
        "first": to_json(incident.first),
        "last": to_json(incident.last),
        "scene": incident.scene,
        "is_period": incident.is_period,
        "documents": list(incident.documents),
        "claims": _claims(incident.claims),
    }


def _claims(claims: Sequence[Claim]) -> list[dict[str, str]]:
    return [{"claim": claim.id, "document": claim.document} for claim in claims]


def _hop(hop: Hop) -> dict[str, Any]:
    return {
        "earlier": hop.earlier,
        "later": hop.later,
        "link": str(hop.link),
        "proof": [
            {"document": key, "start": span.start, "end": span.end}
            for key, span in hop.proof
        ],
        "changes": list(_changes(hop)),
    }


def _changes(hop: Hop) -> Iterator[dict[str, Any]]:
    for change in hop.changes:
        yield {
            "earlier": change.earlier.id,
            "later": change.later.id,
            "kinds": [str(kind) for kind in change.kinds],
            "is_aligned": change.is_aligned,
        }
