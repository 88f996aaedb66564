"""Press releases with one labelled incident each: day, killed and captured.

`python bench/isaf.py` reads the ISAF releases of the labelled data and writes
`bench/results/isaf.json`. The day is that of the report's main event. Killed is the
largest sum that a sentence claims of enemies, because releases repeat that figure in
title and text; captured is the sum of the different figures, because releases tell
them one after the other ("captured a leader. [...] also detained two insurgents").

Labels are an annotator's lower bounds by fixed rules for words: "multiple" counts as 3
and "numerous" as 4. Sayso makes no claim of either, so captured is given twice: with
those two words read as the labels read them, and as Sayso reads the release itself.
"""

import json
import re
import sys
from collections.abc import Iterable
from datetime import date, timedelta

from event_days import event_day
from results import Part, Row, write_part
from scores import SHARED

from sayso.model import Claim, Document, Reading, canonical_text
from sayso.reading.reader import read_document

DATA = SHARED / "data" / "events" / "isaf.dev.jsonl"
KILLED = ("people.killed",)
TAKEN = ("people.detained", "people.captured")
SHIFTED = ("2011-02", "2011-03")
"""Months whose labels lie a day before what nearly all their releases say: "today" is
labelled with the day before; how many is printed in the notes."""
CIVIL = ("civilian", "child", "woman", "people", "soldier", "service member")


LABEL_WORDS = {"multiple": "three", "numerous": "four"}
"""Words of no number to Sayso, with the number that the labels' rules give them."""
IN_SPLIT = re.compile(r"\bincluding\s$")


def by_label_words(text: str) -> str:
    """Give a release with the labels' numbers for words that have none to Sayso."""
    for word, number in LABEL_WORDS.items():
        text = re.sub(rf"\b{word}\b", number, text)
        text = re.sub(rf"\b{word.title()}\b", number.title(), text)
    return text


def enemies(claims: Iterable[Claim], measures: tuple[str, ...]) -> list[Claim]:
    """Give the claims of the measures that are not of civilians or own forces."""
    return [c for c in claims if c.measure in measures and c.group not in CIVIL]


def number(claim: Claim) -> int:
    """Give a figure by the labels' rules: "more than 10" is 11."""
    words = claim.quantity.span.text.lower()
    is_strict = words.startswith(("more than", "over"))
    return int(claim.quantity.low or claim.quantity.high or 0) + is_strict


def largest(claims: Iterable[Claim], measures: tuple[str, ...]) -> int:
    """Give the largest number a sentence claims of the measures."""
    sums: dict[int, int] = {}
    for claim in enemies(claims, measures):
        start = claim.sentence.start
        sums[start] = sums.get(start, 0) + number(claim)
    return max(sums.values(), default=0)


def different(reading: Reading, measures: tuple[str, ...]) -> int:
    """Give the sum of the different figures; parts behind "including" are left out."""
    text = reading.document.text
    figures = {
        (number(claim), claim.group)
        for claim in enemies(reading.claims, measures)
        if not IN_SPLIT.search(text, 0, claim.quantity.span.start)
    }
    return sum(figure for figure, _ in figures)


def is_day_before(label: str, day: date) -> bool:
    """True when a label names the day before."""
    return date.fromisoformat(label) == day - timedelta(1)


def main() -> int:
    """Read every release, print and keep the three shares."""
    days = dated = killed = captured = told = total = apart = early = plain = 0
    for line in DATA.read_text(encoding="utf-8").split("\n"):
        if not line:
            continue
        row = json.loads(line)
        event, published = row["event"], row["published"]
        day = date.fromisoformat(published) if published else None
        text = canonical_text(row["text"])
        reading = read_document(Document(text, published=day))
        main_day = event_day(text, reading.timexes, day)
        if day is not None and event["date"]:
            dated += 1
            first = main_day.first if main_day else None
            is_right = first is not None and first.isoformat() == event["date"]
            days += is_right
            if published.startswith(SHIFTED):
                apart += 1
                early += first is not None and is_day_before(event["date"], first)
            else:
                plain += is_right
        total += 1
        killed += largest(reading.claims, KILLED) == event["min_killed"]
        told += different(reading, TAKEN) == event["min_captured"]
        labelled = canonical_text(by_label_words(row["text"]))
        again = read_document(Document(labelled, published=day))
        captured += different(again, TAKEN) == event["min_captured"]
    shares = (
        ("event day right", days / dated, ">= 92"),
        ("event day right, two months left out", plain / (dated - apart), None),
        ("killed exact", killed / total, ">= 75"),
        ("captured exact, by the labels' words", captured / total, ">= 75"),
        ("captured exact, by Sayso's words", told / total, None),
    )
    where = f"{total} ISAF press releases"
    rows = [Row(what, where, round(100 * share, 1), aim) for what, share, aim in shares]
    note = (
        f"Of {apart} releases of February and March 2011, {early} are labelled with the "
        'day before the one that was read ("today" with yesterday\'s day); the second row '
        "leaves these months out."
    )
    title = "Incidents in press releases"
    write_part("isaf", Part(title, "python bench/isaf.py", rows, [note]))
    for row in rows:
        print(row.what, row.figure)
    return 0


if __name__ == "__main__":
    sys.exit(main())
