"""One small ledger for the tests of exports: its texts, a finding, and any export."""

import io
from datetime import UTC, datetime

import standin
from sayso.exports import FORMATS
from sayso.ledger import Filters
from sayso.model import Document, Finding, Input, Level, Outcome
from sayso.workspace import Settings, Workspace
from sayso.workspace.exporting import gather

NOON = datetime(2030, 5, 3, 12, tzinfo=UTC)
SETTINGS = Settings(reader=standin.OWN, now=lambda: NOON)
LONG = "Filler words that stand for a long report, again and again. " * 40
TEXTS = (
    (
        "General Orlan said over 40 soldiers of Tarn were killed in Olmar.\n"
        f"Troops of Tarn captured 3 tanks.\n{LONG}"
    ),
    (
        "Prisoner Yuri Bel said 5 men were captured in Bren by Vessia.\n"
        "The camp said 7 men were captured with Bel in Bren."
    ),
    "=HYPERLINK said 9 men were captured in Olmar by Vessia.",
)
EVERYTHING = Filters()
BY_NAME = {form.name: form for form in FORMATS}


def documents() -> list[Document]:
    """Give the documents of the texts, as they came."""
    return [
        standin.make_document(
            text, outlet="=Post", url=f"https://post.example/{at}", title=f"No. {at}"
        )
        for at, text in enumerate(TEXTS)
    ]


def finding_on(workspace: Workspace) -> Finding:
    claim = next(iter(workspace.claims(Filters(speaker="Yuri")))).claim
    return Finding(
        rule="parts",
        version=1,
        level=Level.STRONG,
        outcome=Outcome.INCONSISTENT,
        inputs=(Input(claim.document, claim.sentence, claim.id, "whole"),),
        sentence="The parts do not add up to the whole that Yuri Bel gives.",
        working=("5 ≠ 7 (Bel)",),
    )


def export(workspace: Workspace, name: str, filters: Filters = EVERYTHING) -> str:
    out = io.StringIO(newline="")
    BY_NAME[name].write(gather(workspace, filters), out)
    return out.getvalue()
