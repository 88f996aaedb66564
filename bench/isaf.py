"""Press releases with one labelled incident each: day, killed and captured.

`python bench/isaf.py` reads the ISAF releases of the labelled data and writes
`bench/results/isaf.json`. The day is that of the report's main event; killed and
captured are the largest sums that a sentence claims of enemies, because releases repeat
their figures in title and text. Labels are an annotator's lower bounds; they count
"multiple" as 3 and "numerous" as 4, of which Sayso makes no claim.
"""

import json
import sys
from collections.abc import Iterable
from datetime import date

from results import Part, Row, write_part
from scores import SHARED

from sayso.model import Claim, Document, canonical_text
from sayso.reading.event_days import event_day
from sayso.reading.reader import read_document

DATA = SHARED / "data" / "events" / "isaf.dev.jsonl"
KILLED = ("people.killed",)
TAKEN = ("people.detained", "people.captured")
CIVIL = ("civilian", "child", "woman", "people", "soldier", "service member")


def largest(claims: Iterable[Claim], measures: tuple[str, ...]) -> int:
    """Give the largest number a sentence claims of the measures, civilians left out.

    "More than 10" is 11 by the labels' reading rules, and a leader taken with three
    others makes four.
    """
    sums: dict[int, int] = {}
    for claim in claims:
        if claim.measure in measures and claim.group not in CIVIL:
            words = claim.quantity.span.text.lower()
            is_strict = words.startswith(("more than", "over"))
            number = int(claim.quantity.low or claim.quantity.high or 0) + is_strict
            start = claim.sentence.start
            sums[start] = sums.get(start, 0) + number
    return max(sums.values(), default=0)


def main() -> int:
    """Read every release, print and keep the three shares."""
    days = dated = killed = captured = total = 0
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
            days += first is not None and first.isoformat() == event["date"]
        total += 1
        killed += largest(reading.claims, KILLED) == event["min_killed"]
        captured += largest(reading.claims, TAKEN) == event["min_captured"]
    shares = (
        ("event day right", days / dated, ">= 92"),
        ("killed exact", killed / total, ">= 75"),
        ("captured exact", captured / total, ">= 75"),
    )
    where = f"{total} ISAF press releases"
    rows = [Row(what, where, round(100 * share, 1), aim) for what, share, aim in shares]
    write_part(
        "isaf", Part("Incidents in press releases", "python bench/isaf.py", rows)
    )
    for row in rows:
        print(row.what, row.figure)
    return 0


if __name__ == "__main__":
    sys.exit(main())
