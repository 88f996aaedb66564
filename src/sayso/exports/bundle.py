"""What an export is made of: claims with their documents, findings, chains.

Everything in it is masked already; a format only says in which form it leaves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TextIO

from sayso.exports.evidence_parts import Evidence, no_evidence
from sayso.model import Attribution, Claim, Finding, Place, Stance
from sayso.vocabulary.measures import load_measures

UNREVIEWED = "unreviewed"
NOT_LOOKED_AT = "no person has looked at this"
"""What every row says that no person has ruled on."""
LONGEST_QUOTE = 300
"""Characters of a quotation that leave the ledger: two sentences of newsprint."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What is told of a document in an export; never its text."""

    id: str
    """SHA-256 of its canonical text."""
    name: str | None
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    """ISO day; None where it is not known."""
    published_basis: str
    retrieved: str | None
    raw_sha256: str | None
    language: str | None
    extractor: str

    @property
    def called(self) -> str:
        """Give who is said to have published it, in words for a sentence."""
        return self.outlet or self.name or "a document"


@dataclass(frozen=True, slots=True)
class Row:
    """One claim as it leaves the ledger."""

    id: str
    claim: Claim
    """Without the name of a private speaker, unless a person ruled otherwise."""
    paper: Paper
    status: str
    reviewer: str | None
    reviewed: str | None
    """Instant of the last ruling, ISO 8601 in UTC."""
    quote: str
    """The sentence, short and masked."""
    is_masked: bool
    attribution: Attribution | None = None
    """Source, cue and content as spans; None in the narrator's voice."""

    @property
    def review(self) -> str:
        """Give what people have done with it, in words."""
        if self.status == UNREVIEWED:
            return NOT_LOOKED_AT
        return f"{self.status} by {self.reviewer} on {(self.reviewed or '')[:10]}"

    @property
    def voice(self) -> str:
        """Give what the rendered claim begins with."""
        claim = self.claim
        name = claim.speaker.name if claim.speaker else claim.claimant
        return name or f"Unattributed in {self.paper.called}"

    def sentence(self) -> str:
        """Give the claim in one neutral sentence that begins with its speaker."""
        claim = self.claim
        is_named = bool(claim.speaker or claim.claimant)
        verb = f" {_VERBS[claim.stance]}" if is_named else _UNNAMED[claim.stance]
        via = f", via {', '.join(claim.via)}" if claim.via else ""
        title = _titles().get(claim.measure, claim.measure)
        words = " ".join(claim.quantity.span.text.split())
        return f"{self.voice}{verb}: “{words}” ({title}){via}"


@cache
def _titles() -> Mapping[str, str]:
    """Give titles by measure; a person may have ruled that it is another one."""
    return {measure.id: measure.title for measure in load_measures()}


_VERBS: Mapping[Stance, str] = {
    Stance.ASSERTED: "claims",
    Stance.DENIED: "denies",
    Stance.HEDGED: "is reported to claim",
    Stance.GOAL: "names as an aim",
}
_UNNAMED: Mapping[Stance, str] = {
    Stance.ASSERTED: "",
    Stance.DENIED: ", as denied",
    Stance.HEDGED: ", as reported",
    Stance.GOAL: ", as an aim",
}


@dataclass(frozen=True, slots=True)
class Ruled:
    """One ruling as it leaves the ledger."""

    decision: str
    reviewer: str
    at: str
    """Instant of the decision, ISO 8601 in UTC."""
    reason: str
    changes: Mapping[str, Any]
    """For an edit: fields of the claim in stored form, None to empty one."""


@dataclass(frozen=True, slots=True)
class History:
    """How a claim came to stand as it does."""

    attribution: Attribution | None = None
    """Who said it in which words; None where that names a private person."""
    read: Claim | None = None
    """As it was read, where a ruling changed it."""
    rulings: tuple[Ruled, ...] = ()
    """In order."""
    withheld: int = 0
    """Rulings that name private persons, or are on a masked row."""


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding as it leaves the ledger."""

    finding: Finding
    """Its words are masked; words of its inputs are short."""
    status: str
    at: str
    """Instant of recording."""
    papers: Mapping[str, Paper]
    """Documents of its inputs, by id."""

    @property
    def review(self) -> str:
        """Give what people have done with it, in words."""
        return NOT_LOOKED_AT if self.status == UNREVIEWED else self.status


def no_history(_row: Row) -> History:
    """Give nothing."""
    return History()


def no_chains() -> Mapping[str, tuple[str, ...]]:
    """Give no chains."""
    return {}


def no_papers() -> tuple[Paper, ...]:
    """Give no documents."""
    return ()


@dataclass(frozen=True, slots=True)
class Event:
    """The incident that a claim is of, as a row names it."""

    id: str
    kind: str
    place: str | None
    """As most of its claims write it."""
    located: Place | None
    first: date | None
    last: date | None
    """Days of the event, not of one claim."""
    scene: str | None
    is_period: bool
    """True for a count of a longer period, which is no single event."""


def no_events() -> Mapping[str, Event]:
    """Give no events."""
    return {}


@dataclass(frozen=True, slots=True)
class Bundle:
    """All that one export holds."""

    rows: Iterable[Row]
    """Gone through once."""
    findings: Iterable[FindingRow] = ()
    """Newest first, gone through once."""
    chains: Callable[[], Mapping[str, tuple[str, ...]]] = no_chains
    """Gives by claim id what is known of its way; slow, called by few formats."""
    events: Callable[[], Mapping[str, Event]] = no_events
    """Gives by claim id the incident it is of; slow, as above."""
    history: Callable[[Row], History] = no_history
    """Gives a row's rulings and what it was before them; one question a row."""
    made: str = ""
    """Instant of the export, ISO 8601 in UTC."""
    maker: str = "sayso"
    ledger_head: str = ""
    """Hash of the ledger's last entry when the export was made."""
    filters: str = ""
    """What was asked for, in words."""
    unread: Callable[[], tuple[Paper, ...]] = no_papers
    """Gives documents in a language that is not read: held, and without a row."""
    evidence: Callable[[], Evidence] = no_evidence
    """Gives chain, words and captured bytes, which one format alone takes along."""


def unread_sentence(paper: Paper) -> str:
    """Give that a document is held and not read, in one sentence."""
    day = f", {paper.published}" if paper.published else ""
    return (
        f'{paper.called}{day}: its language ("{paper.language}") is not read'
        f" (text {paper.id[:16]})"
    )


Writer = Callable[[Bundle, TextIO], None]


@dataclass(frozen=True, slots=True)
class Format:
    """One row of the table of exports."""

    name: str
    suffix: str
    media_type: str
    write: Writer
    summary: str
    """One line for the help and the docs."""
    loses: tuple[str, ...] = ()
    """What does not go into it; printed in the docs."""
    beside: Callable[[str, Bundle], str] | None = field(default=None)
    """Gives, for the file's name, the text of a description to lie beside it."""


@dataclass(frozen=True, slots=True)
class FileFormat:
    """One row of the table of exports that are no text: written into a file."""

    name: str
    suffix: str
    media_type: str
    write: Callable[[Bundle, Path], None]
    """Writes a file that is not there yet."""
    summary: str
    """One line for the help and the docs."""
    loses: tuple[str, ...] = ()
    """What does not go into it; printed in the docs."""
    tell: Callable[[Path], tuple[str, ...]] = field(default=lambda _path: ())
    """Gives, for a written file, what its user should know of it, a sentence each."""
    has_texts: bool = False
    """True where whole texts are in it, names masked: for one's own tools, or for the
    other side of an argument, and not for the public."""
