"""Read labelled reports with the product and keep what it offers the claim reader.

    python -m claims.offers OUT.pkl REPORTS.jsonl...

A report whose text the product would store otherwise than it stands is left out and
named. About 0.2 s a report.
"""

import argparse
from datetime import date

import numpy as np

from claims.document import (
    NO_TIMEX,
    REPORT_DAY,
    Candidate,
    Day,
    Document,
    Named,
    Source,
    save_documents,
)
from claims.reports import name_of, read_reports
from sayso.model import Document as Text
from sayso.reading.claims.offer import make_offer
from sayso.reading.claims.pairs import (
    day_signs,
    ground_days,
    ground_sources,
    relate,
    source_signs,
)
from sayso.reading.finding import find_all
from sayso.vocabulary.languages import CASED, LANGUAGES


def to_document(row, file):
    """Give the training document of a report, None where its text is not kept."""
    published = date.fromisoformat(row["published"]) if row.get("published") else None
    text = Text(row["text"], published=published, name=row["id"])
    if text.text != row["text"]:
        return None
    language = {**LANGUAGES, **CASED}[row.get("language") or "en"]
    offer = make_offer(text, find_all(text, language))
    found, ground = offer.found, offer.ground
    tagging = found.tagging
    return Document(
        id=row["id"],
        file=file,
        text=row["text"],
        row={k: v for k, v in row.items() if k not in ("text", "claims")},
        gold=row.get("claims") or [],
        words=list(tagging.tokens.words),
        starts=tagging.tokens.starts,
        ends=tagging.tokens.ends,
        pieces=tagging.windows.pieces,
        windows=tagging.windows.ranges,
        signs=offer.words,
        tags=tagging.tags,
        relations=tagging.relations,
        said=offer.said,
        candidates=candidates_of(offer),
        candidate_signs=offer.candidates,
        lexicon=offer.lexicon,
        **pairs_of(offer, published),
        sources=[
            Source(s.name, int(s.sort), [ground.range_of(span) for span in s.spans])
            for s in offer.sources
        ],
        days=[to_day(option) for option in offer.days],
        times=[ground.range_of(timex.span) for timex in found.timexes],
        parties=[
            Named(ground.range_of(m.span), m.name, str(m.kind)) for m in found.mentions
        ],
        toponyms=[
            Named(
                ground.range_of(t.span),
                t.span.text,
                None if t.place is None else str(t.place.kind),
            )
            for t in found.toponyms
        ],
        entities=[
            Named(ground.range_of(e.span), e.span.text, str(e.kind))
            for e in found.entities
        ],
    )


def candidates_of(offer):
    """Give an offer's candidates with where they stand."""
    found = []
    for candidate, stand in zip(offer.found.candidates, offer.stands, strict=True):
        quantity = candidate.quantity
        low, high = quantity.low, quantity.high
        found.append(
            Candidate(
                span=(quantity.span.start, quantity.span.end),
                kind=str(candidate.kind),
                unit=str(quantity.unit),
                classes=tuple(candidate.classes),
                group=candidate.group,
                low=None if low is None else float(low),
                high=None if high is None else float(high),
                bound=str(quantity.bound),
                first=stand.first,
                last=stand.last,
                anchor=stand.anchor,
                path=list(stand.path),
            )
        )
    return found


def pairs_of(offer, published):
    """Give how words, sources and days stand to each candidate, by field name."""
    ground, found = offer.ground, offer.found
    related = [
        relate(ground, offer.between, stand, 0, len(ground)) for stand in offer.stands
    ]
    sources = ground_sources(ground, offer.sources)
    days = ground_days(ground, offer.days, found.timexes, published)
    return {
        "distances": [r.distances.astype(np.int8) for r in related],
        "sentences": [r.sentences.astype(np.int8) for r in related],
        "relation_signs": [r.signs.astype(np.uint8) for r in related],
        "source_signs": [
            source_signs(ground, offer.between, candidate, stand, sources)
            for candidate, stand in zip(found.candidates, offer.stands, strict=True)
        ],
        "day_signs": [
            day_signs(ground, offer.between, stand, days) for stand in offer.stands
        ],
    }


def to_day(option):
    """Give an option of days as the labels write days: closed."""
    period = option.period
    timex = option.timex
    if timex is None:
        timex = REPORT_DAY if option.is_report else NO_TIMEX
    if period is None:
        return Day(option.kind.name.lower(), timex, None)
    first, last = period.first, period.last
    days = [first and first.isoformat(), last and last.isoformat()]
    return Day(option.kind.name.lower(), timex, days)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("out")
    p.add_argument("reports", nargs="+")
    a = p.parse_args()
    documents = []
    for path in a.reports:
        for row in read_reports(path):
            document = to_document(row, name_of(path))
            if document is None:
                print("left out:", row["id"])
            else:
                documents.append(document)
        print(path, len(documents), flush=True)
    save_documents(documents, a.out)


if __name__ == "__main__":
    main()
