"""origins: which utterance claims go back to, and what drifted on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sayso.assistant.held import Held
from sayso.assistant.records import marked
from sayso.assistant.tool import Arguments, Tool, text, whole

if TYPE_CHECKING:
    from sayso.workspace.corpus import Corpus
    from sayso.workspace.handed.copied import Hop, Origin

MOST = 25


def origins(held: Held, asked: Arguments) -> dict[str, Any]:
    """Give the origin of a claim, or those that most documents go back to."""
    corpus = held.events().corpus
    wanted = asked.words("claim")
    if wanted is not None:
        claim = held.workspace.claim(wanted).id
        found = [
            origin
            for origin in corpus.context.origins
            if any(one.id == claim for one in origin.claims)
        ]
        return {"claim": claim, "origins": [_record(one, corpus) for one in found]}
    least = asked.count("least", least=1, most=1000, usual=2)
    found = [o for o in corpus.context.origins if len(o.documents) >= least]
    found.sort(key=lambda origin: (-len(origin.documents), origin.id))
    limit = asked.count("limit", least=1, most=MOST, usual=10)
    return {
        "total": len(found),
        "documents": len({key for origin in found for key in origin.documents}),
        "origins": [_record(origin, corpus) for origin in found[:limit]],
    }


def _record(origin: Origin, corpus: Corpus) -> dict[str, Any]:
    said = next((c for c in origin.claims if c.claimant), origin.claims[0])
    return {
        "id": origin.id,
        **marked(speaker=corpus.context.voice(said)),
        "day": None if origin.day is None else origin.day.isoformat(),
        "documents": [
            {"id": key, "day": corpus.day(key), **marked(outlet=corpus.outlet(key))}
            for key in origin.documents
        ],
        "data_credited": list(origin.credited),
        "claims": [
            {
                "id": claim.id,
                "document": claim.document,
                "measure": claim.measure,
                "start": claim.quantity.span.start,
                "end": claim.quantity.span.end,
                **marked(words=claim.quantity.span.text),
            }
            for claim in origin.claims
        ],
        "hops": [_hop(hop) for hop in origin.hops],
    }


def _hop(hop: Hop) -> dict[str, Any]:
    return {
        "earlier": hop.earlier,
        "later": hop.later,
        "shown_by": str(hop.link),
        "changes": [
            {
                "earlier": change.earlier.id,
                "later": change.later.id,
                "kinds": [str(kind) for kind in change.kinds],
            }
            for change in hop.changes
        ],
    }


TOOL = Tool(
    "origins",
    "Which utterance reports go back to: nine documents may be two origins. With the"
    " chain, what shows each hop and what drifted (value, bound, attribution, scope,"
    " unit, wording). Give a claim's id, or nothing for the most repeated.",
    origins,
    {
        "claim": text("id of a claim, or its beginning"),
        "least": whole("origins that so many documents go back to", 1, 1000),
        "limit": whole("origins listed", 1, MOST),
    },
)
