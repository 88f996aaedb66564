"""Text of `docs/coverage.md`: what Sayso reads and what it does not, from the tables."""

from collections.abc import Iterable, Iterator

from sayso.model import CLAIM_UNITS, Access
from sayso.reading import gaps
from sayso.vocabulary.languages import ENGLISH, LANGUAGES, load_language
from sayso.vocabulary.measures import MEASURES, load_measure
from sayso.vocabulary.theatres import THEATRES, load_theatre
from sayso.vocabulary.things import load_things

REASONS = (
    gaps.NO_TEXT,
    gaps.NO_PAIR,
    gaps.NO_DAY,
    gaps.NO_SUCH_DAY,
    gaps.NO_PLACE,
    gaps.NO_MEASURE,
)


def coverage_reference() -> str:
    """Give the page: measures by language, units, things, conflicts, recorded gaps."""
    lines = [
        "# What Sayso reads and what it does not",
        "",
        "Made from the vocabulary's tables by `make docs`; do not edit.",
        "`sayso coverage` says the same of the documents in a ledger, outlet by outlet.",
        "",
        *_measures(),
        *_things(),
        *_theatres(),
        *_gaps(),
    ]
    return "\n".join(lines) + "\n"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    names = list(head)
    yield "| " + " | ".join(names) + " |"
    yield "|" + "---|" * len(names)
    for row in rows:
        yield "| " + " | ".join(row) + " |"
    yield ""


def _measures() -> Iterator[str]:
    languages = [load_language(code) for code in LANGUAGES]
    yield "## Measures by language"
    yield ""
    yield "The number of verbs, nouns and phrases that say a measure; an empty cell is not read."
    yield ""
    rows = []
    for name in MEASURES:
        measure = load_measure(name)
        cells = [f"`{name}`", ", ".join(measure.things)]
        for language in languages:
            words = measure.words.get(language.code)
            count = sum(len(getattr(words, r)) for r in words.__slots__) if words else 0
            cells.append(str(count or ""))
        rows.append(cells)
    yield from _table(["measure", "counts things of class", *LANGUAGES], rows)
    units = ", ".join(f"{stated} → {unit}" for stated, (unit, _) in CLAIM_UNITS.items())
    yield f"Units a claim is made in: {units}."
    yield "Money, ages, durations, distances and rates are read and left out."
    yield ""


def _things() -> Iterator[str]:
    counts: dict[str, int] = {}
    for classes, _ in load_things(ENGLISH).values():
        for kind in classes:
            counts[kind] = counts.get(kind, 0) + 1
    yield "## Things that are counted"
    yield ""
    yield "Noun forms by class; a noun that no class lists is counted only as people, and only where the verb says so."
    yield ""
    yield from _table(["class", "noun forms"], [[k, str(n)] for k, n in counts.items()])


def _theatres() -> Iterator[str]:
    yield "## Conflicts whose sides and speakers are known"
    yield ""
    yield "Elsewhere sides are named in the words of the text, and nobody's opponent is inferred."
    yield ""
    rows = []
    for name in THEATRES:
        pack = load_theatre(name)
        known = sum(s.access is not Access.UNKNOWN for s in pack.speakers)
        rows.append(
            [
                f"`{name}`",
                pack.title,
                str(len(pack.parties)),
                f"{len(pack.speakers)} ({known})",
                str(len(pack.places)),
            ]
        )
    head = ["pack", "conflict", "parties", "speakers (access known)", "place names"]
    yield from _table(head, rows)


def _gaps() -> Iterator[str]:
    yield "## What is recorded as a gap"
    yield ""
    yield "A gap keeps its span and its reason beside the claims; `sayso show` and `sayso coverage` list them."
    yield ""
    yield from (f"* {reason[:1].upper()}{reason[1:]}." for reason in REASONS)
