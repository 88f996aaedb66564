"""The context of checks, made from documents and their readings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import MappingProxyType

from sayso.checks.support.check import CheckContext
from sayso.layers import EMPTY, LayerBook
from sayso.linking.names import Names
from sayso.linking.origins import find_origins
from sayso.linking.reuse import SharedPassages
from sayso.linking.series import line_up
from sayso.linking.versions import find_superseded
from sayso.model import Claim, Reading
from sayso.vocabulary.theatres import Theatre


def make_context(
    readings: Iterable[Reading],
    *,
    claims: Iterable[Claim] | None = None,
    shared: Sequence[SharedPassages] = (),
    theatres: Sequence[Theatre] = (),
    layers: LayerBook = EMPTY,
) -> CheckContext:
    """Give the context of a corpus: its series, origins and names.

    Args:
        readings: One of each document.
        claims: The claims to use where people have ruled on them; None takes those
            of the readings.
        shared: What `find_reuse` gave for the documents.
        theatres: Packs with names and constants.
        layers: Control layers that claims are set beside.
    """
    held = {reading.document.id: reading for reading in readings}
    documents = {key: reading.document for key, reading in held.items()}
    known = tuple(
        claims if claims is not None else (c for r in held.values() for c in r.claims)
    )
    names = Names.of(theatres, known)
    superseded = find_superseded(documents)
    counted = tuple(c for c in known if c.document not in superseded)
    return CheckContext(
        documents=MappingProxyType(documents),
        readings=MappingProxyType(held),
        series=line_up(counted, documents, names),
        origins=find_origins(
            counted, documents, names=names, shared=shared, theatres=theatres
        ),
        theatres=tuple(theatres),
        names=names,
        layers=layers,
    )
