"""A small corpus for checks: texts of our own with claims made by hand."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from made import DAY, claim, document, up_to
from sayso.checks import Check, CheckContext, make_context
from sayso.layers import EMPTY, LayerBook
from sayso.linking.reuse import find_reuse
from sayso.model import (
    Accrual,
    Attribution,
    AttributionId,
    AttributionKind,
    Claim,
    Document,
    Finding,
    Place,
    Reading,
    Span,
    StatedQuantity,
    Timex,
    Toponym,
)
from sayso.reading.numbers.figures import find_figures, state_quantities
from sayso.vocabulary.languages import load_language
from sayso.vocabulary.theatres import Theatre


@dataclass
class Corpus:
    """Documents and the claims in them, in the order they were said."""

    documents: dict[str, Document] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    timexes: list[tuple[str, Timex]] = field(default_factory=list)
    theatres: tuple[Theatre, ...] = ()
    layers: LayerBook = EMPTY
    with_figures: bool = False
    """True when readings hold all figures of their texts, read as claims or not."""
    places: tuple[str, ...] = ()
    """Names that readings have as places wherever they stand."""
    gazetteer: Mapping[str, Place] = field(default_factory=dict)
    """Where those places are."""
    cues: tuple[str, ...] = ()
    """Verbs that readings have as acts of saying wherever they stand."""

    def write(self, text: str, *, outlet: str = "Wire One", on: date = DAY) -> "Corpus":
        made = document(text, outlet=outlet, on=on)
        self.documents[made.id] = made
        self.last = made
        return self

    def say(self, words: str, value: Any, measure: str, **fields: Any) -> "Corpus":
        """Add a claim at words of the text written last."""
        self.claims.append(claim(self.last, words, value, measure, **fields))
        return self

    def readings(self) -> list[Reading]:
        return [
            Reading(
                made,
                tuple(map(said_with, spans_of(made, self.cues))),
                tuple(c for c in self.claims if c.document == key),
                self.figures(made),
                tuple(t for name, t in self.timexes if name == key),
                tuple(
                    Toponym(span, self.gazetteer.get(span.text))
                    for span in spans_of(made, self.places)
                ),
                (),
                "test",
            )
            for key, made in self.documents.items()
        ]

    def figures(self, made: Document) -> tuple[StatedQuantity, ...]:
        """Give the figures of a text, where the corpus is told to have them."""
        if not self.with_figures:
            return ()
        language = load_language("en")
        return state_quantities(find_figures(made.text, language=language))

    def context(self) -> CheckContext:
        shared = list(find_reuse(self.documents.values()))
        return make_context(
            self.readings(),
            shared=shared,
            theatres=self.theatres,
            layers=self.layers,
        )

    def find(self, check: Check) -> list[Finding]:
        return list(check.run(self.claims, self.context()))


def spans_of(made: Document, words: tuple[str, ...]) -> list[Span]:
    """Give where words stand in a text, in its order."""
    if not words:
        return []
    either = "|".join(map(re.escape, words))
    found = re.finditer(rf"\b(?:{either})\b", made.text)
    return [Span.cut(made.text, *match.span()) for match in found]


def said_with(cue: Span) -> Attribution:
    """Give an act of saying of which the verb alone is known."""
    key = AttributionId(f"{cue.start}")
    return Attribution(key, (), (cue,), (), AttributionKind.INDIRECT)


def total(day: date, **fields: Any) -> dict[str, Any]:
    """Fields of a running total up to a day."""
    return {"accrual": Accrual.TOTAL, "period": up_to(day), **fields}
