"""A tiny reader for tests of what stands around the reader: invented lands only."""

import re
from dataclasses import fields
from datetime import date
from decimal import Decimal

from sayso.errors import InputError
from sayso.model import (
    Attribution,
    AttributionId,
    AttributionKind,
    Bound,
    Claim,
    Document,
    Period,
    Place,
    PlaceId,
    PlaceKind,
    Quantity,
    Reading,
    Span,
    Speaker,
    SpeakerId,
    StatedQuantity,
    Toponym,
    short_id,
)
from sayso.workspace import Reader

READER = "standin 1"
MEASURES = {
    "killed": "people.killed",
    "captured": "people.captured",
    "settlements": "settlements.gained",
}
PLACES = {
    "Olmar": Place(
        PlaceId("x:1"), "Olmar", PlaceKind.SETTLEMENT, 50.5, 20.25, "XA", population=9
    ),
    "Bren": Place(PlaceId("x:2"), "Bren", PlaceKind.REGION, -3.0, 4.0, None),
}
PARTIES = {"Vessia": "Vessia", "Tarn": "Tarn"}
SENTENCE = re.compile(r"[^.\n]+[.\n]?")
SAID = re.compile(r"^(?:Prisoner )?([A-Z]\w+(?: [A-Z]\w+){0,3}) said (.+)$", re.DOTALL)
NUMBER = re.compile(r"(over )?(\d[\d,]*) (\w+)")


def read_document(document: Document) -> Reading:
    """Read "NAME said N things were killed in PLACE." sentences."""
    if "refuse me" in document.text:
        raise InputError("the text asks to be refused")
    attributions, claims, quantities = [], [], []
    for match in SENTENCE.finditer(document.text):
        sentence = _trimmed(document.text, match)
        if not sentence.text:
            continue
        attribution = _attribution(document, sentence)
        if attribution:
            attributions.append(attribution)
        found = _claims(document, sentence, attribution)
        claims += found
        quantities += [_stated(claim.quantity) for claim in found]
    return Reading(
        document=document,
        attributions=tuple(attributions),
        claims=tuple(claims),
        quantities=tuple(quantities),
        timexes=(),
        toponyms=tuple(
            Toponym(Span.cut(document.text, m.start(), m.end()), PLACES[m.group()])
            for m in re.finditer("|".join(PLACES), document.text)
        ),
        gaps=(),
        reader=READER,
    )


def _stated(quantity: Quantity) -> StatedQuantity:
    known = {f.name: getattr(quantity, f.name) for f in fields(quantity)}
    return StatedQuantity(**known)


def read_document_better(document: Document) -> Reading:
    """The same reader, one version on: it calls all claims captured."""
    reading = read_document(document)
    from dataclasses import replace

    claims = (replace(c, measure="people.captured") for c in reading.claims)
    return replace(reading, claims=tuple(claims), reader="standin 2")


def _trimmed(text: str, match: re.Match[str]) -> Span:
    words = match.group()
    start = match.start() + len(words) - len(words.lstrip())
    return Span.cut(text, start, start + len(words.strip()))


def _attribution(document: Document, sentence: Span) -> Attribution | None:
    match = SAID.match(sentence.text)
    if match is None:
        return None
    cut, at = document.text, sentence.start
    source = Span.cut(cut, at + match.start(1), at + match.end(1))
    cue = Span.cut(cut, source.end + 1, source.end + 5)
    content = Span.cut(cut, at + match.start(2), at + match.end(2))
    name = match.group(1)
    speaker = Speaker(
        SpeakerId(short_id(name)),
        name,
        party=next((p for p in PARTIES if p in name), None),
        private=sentence.text.startswith("Prisoner"),
    )
    return Attribution(
        id=AttributionId(short_id(document.id, source.start)),
        source=(source,),
        cue=(cue,),
        content=(content,),
        kind=AttributionKind.INDIRECT,
        name=name,
        speaker=speaker,
    )


def _claims(
    document: Document, sentence: Span, attribution: Attribution | None
) -> list[Claim]:
    place = next((name for name in PLACES if name in sentence.text), None)
    measure = next((m for word, m in MEASURES.items() if word in sentence.text), None)
    if measure is None:
        return []
    affected = next((p for p in PARTIES if f"of {p}" in sentence.text), None)
    actor = next((p for p in PARTIES if f"by {p}" in sentence.text), None)
    day = document.published
    found = []
    for match in NUMBER.finditer(sentence.text):
        start = sentence.start + match.start()
        value = Decimal(match.group(2).replace(",", ""))
        quantity = Quantity(
            span=Span.cut(document.text, start, sentence.start + match.end()),
            number=Span.cut(
                document.text,
                sentence.start + match.start(2),
                sentence.start + match.end(2),
            ),
            low=value,
            high=None if match.group(1) else value,
            bound=Bound.AT_LEAST if match.group(1) else Bound.EXACT,
            unit="count",
        )
        found.append(
            Claim(
                document=document.id,
                quantity=quantity,
                measure=measure,
                sentence=sentence,
                group=match.group(3),
                affected=affected,
                actor=actor,
                place=place,
                located=PLACES.get(place) if place else None,
                period=None if day is None else Period.of_days(day, day),
                claimant=attribution.name if attribution else None,
                speaker=attribution.speaker if attribution else None,
                attribution=attribution.id if attribution else None,
                confidence=Decimal("0.5") if place else Decimal(1),
                reader=READER,
            )
        )
    return found


def make_document(text: str, **known: object) -> Document:
    """A document with a day, as tests want it."""
    return Document(text=text, **{"published": date(2030, 5, 2), **known})  # type: ignore[arg-type]


def reader_name() -> str:
    return READER


def better_reader_name() -> str:
    return "standin 2"


OWN = Reader(reader_name, read_document)
BETTER = Reader(better_reader_name, read_document_better)
