"""What the conformance tests share besides fixtures."""

from ledger_fixtures import KINDS, STAMP, TEXTS, add_document

from sayso.ledger import FACETS, Filters, HeldClaim, Opinion, Order
from sayso.model import Finding, Input, Level, Outcome

__all__ = ["KINDS", "STAMP", "TEXTS", "add_document", "dump", "make_finding", "opine"]


def opine(held, decision, **words) -> Opinion:
    """An opinion on a held claim or on a finding."""
    if isinstance(held, HeldClaim):
        subject, documents = held.id, (held.claim.document,)
    else:
        subject = held.fingerprint
        documents = tuple({given.document for given in held.inputs})
    return Opinion(subject, decision, "as the words say", documents, **words)


def make_finding(ledger) -> Finding:
    """A finding over the two claims of the first outlet."""
    held = list(ledger.claims(Filters(outlet="Post"), Order.TEXT))
    return Finding(
        rule="rate",
        version=1,
        level=Level.LOOK,
        outcome=Outcome.NOT_COMPARABLE,
        inputs=tuple(
            Input(h.claim.document, h.claim.quantity.span, h.id, "part") for h in held
        ),
        sentence="Two figures of one report have different measures.",
        working=("40 and 3",),
    )


def dump(ledger) -> dict[str, object]:
    """Everything the current state says, to compare two ledgers."""
    documents = ledger.documents()
    return {
        "entries": [entry.hash for entry in ledger.entries()],
        "documents": documents,
        "claims": [list(ledger.claims(order=order)) for order in Order],
        "facets": ledger.facets(),
        "facets of one": [
            ledger.facets(Filters(**{facet: count.value}))
            for facet in FACETS
            for count in ledger.facets().counts[facet]
        ],
        "attributions": [ledger.attributions(held.id) for held in documents],
        "speakers": ledger.speakers(),
        "private": ledger.private_speakers(),
        "places": ledger.places(),
        "findings": ledger.findings(),
        "coverage": ledger.coverage(),
        "gaps": ledger.gaps(),
        "words": [
            ledger.search_documents(word) for word in ("orlan", "of", "tanks", "title")
        ],
    }
