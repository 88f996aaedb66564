"""What pages and commands ask about layers of a workspace; the ledger stays inside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from sayso.layers import LayerBook
from sayso.model import Claim, Document, DocumentId
from sayso.workspace.layer_beside import Drawn, drawn_in
from sayso.workspace.layer_book import keep_results

if TYPE_CHECKING:
    from sayso.workspace import Workspace


def keep_worked_out(workspace: Workspace, book: LayerBook) -> None:
    """Keep what a book worked out anew, so that the next question finds it."""
    keep_results(workspace.unmasked, book)


def drawn_for(
    workspace: Workspace,
    claims: Iterable[Claim],
    documents: Mapping[DocumentId, Document],
) -> Drawn:
    """Give what map-makers drew beside some claims of a workspace."""
    return drawn_in(workspace.unmasked, claims, documents)
