"""Reports of ordinary news without marks, the flags on them and what was judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from marked import CORPORA, load_marked
from sayso.checks import is_flag, make_context, run_checks
from sayso.checks.support.copies import PROOF
from sayso.linking.reuse import find_reuse
from sayso.model import Document
from sayso.vocabulary.theatres import load_theatres
from sayso.workspace.own_data import read_document

FOLDER = CORPORA / "news"
HALVES = tuple(path.stem[-1] for path in sorted(FOLDER.glob("half-*.txt")))


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag by what stands in the reports: no version and no working."""

    check: str
    documents: frozenset[str]
    figures: frozenset[str]


@dataclass(frozen=True, slots=True)
class Judged:
    """One line of `judged.txt`."""

    half: str
    runs: frozenset[str]
    flag: Flag
    is_right: bool


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One line of `disagree.txt`, written down before a report was read."""

    half: str
    documents: frozenset[str]
    check: str


def documents_of(half: str) -> list[Document]:
    """Give the reports of a half, each with its title above its text."""
    reports = [m.reading.document for m in load_marked(FOLDER / f"half-{half}.txt")]
    return [replace(d, text=f"{d.title}\n\n{d.text}") for d in reports]


def find_flags(half: str) -> list[Flag]:
    """Give the flags on a half that is read by the program, alone in its ledger."""
    readings = [read_document(document) for document in documents_of(half)]
    shared = list(find_reuse(r.document for r in readings))
    context = make_context(readings, shared=shared, theatres=load_theatres())
    claims = [c for r in readings for c in r.claims]
    found = []
    for finding in filter(is_flag, run_checks(claims, context)):
        used = [i for i in finding.inputs if i.role != PROOF and i.claim is not None]
        names = {context.documents[i.document].name or "" for i in used}
        figures = {" ".join(i.span.text.split()) for i in used}
        found.append(Flag(finding.rule, frozenset(names), frozenset(figures)))
    return found


def load_judged() -> list[Judged]:
    """Give what was judged of the flags, of first runs and of today's."""
    return [
        Judged(
            half,
            frozenset(runs.split()),
            Flag(
                check,
                frozenset(documents.split()),
                frozenset(part.strip() for part in figures.split(";")),
            ),
            judgement == "right",
        )
        for half, runs, check, documents, figures, judgement, _ in _lines("judged.txt")
    ]


def load_disagreements() -> list[Disagreement]:
    """Give what does not fit in the reports, by half, documents and check."""
    return [
        Disagreement(half, frozenset(documents.split()), check)
        for half, documents, check, _ in _lines("disagree.txt")
    ]


def _lines(name: str) -> Iterator[list[str]]:
    text = Path(FOLDER / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield [field.strip() for field in line.split("|")]
