"""The cost of checking a draft of 1,000 words against 100,000 held claims."""

import random
import resource
import time

from results import Part, Row
from scores import BUILD

import linking
from sayso.ledger import Stamp, open_ledger, record_document, record_reading
from sayso.model import Document
from sayso.workspace import Workspace
from sayso.workspace.drafting import Footing, check_draft

CLAIMS = 100_000
WORDS = 1_000
RUNS = 5
AT_ONCE = 500
STAMP = Stamp("2031-01-01T00:00:00Z", "bench")


def drafts() -> Part:
    """CPU seconds by draft: the first one of a process, and later ones."""
    path = BUILD / "drafts.db"
    BUILD.mkdir(parents=True, exist_ok=True)
    for old in BUILD.glob("drafts.db*"):
        old.unlink()
    fill(str(path))
    with Workspace(str(path), create=False) as workspace:
        spent, counts = [], {}
        for number in range(RUNS):
            begun = cpu()
            checked = check_draft(workspace, draft(number))
            spent.append(cpu() - begun)
            counts = {str(f): checked.count(f) for f in Footing}
    data = f"ledger of {CLAIMS:,} invented claims"
    later = sorted(spent[1:])[len(spent[1:]) // 2]
    rows = [
        Row("draft of 1,000 words, later ones, CPU s", data, round(later, 2), "<= 1"),
        Row(
            "the first of a process, packs and weights loaded", data, round(spent[0], 2)
        ),
    ]
    told = ", ".join(f"{n} {what}" for what, n in counts.items())
    note = f"The last of the drafts: {told}. Wall-clock time is that of a shared machine and not kept."
    return Part("Draft check", "make bench ONLY=drafts", rows, [note])


def fill(path: str) -> None:
    readings = linking.invent(CLAIMS)
    ledger = open_ledger(path, create=True)
    for start in range(0, len(readings), AT_ONCE):
        batch = readings[start : start + AT_ONCE]
        ledger.append(
            addition
            for r in batch
            for addition in (
                record_document(r.document, STAMP),
                record_reading(r, STAMP),
            )
        )
    ledger.close()


def draft(number: int) -> Document:
    """Give a text of our own of about 1,000 words with figures that stand or do not."""
    chance = random.Random(number)
    sentences, words = [], 0
    while words < WORDS:
        speaker, place = chance.randrange(20), chance.choice(linking.PLACES)
        group = chance.choice(("soldiers", "tanks", "drones"))
        verb = {"soldiers": "killed", "tanks": "lost", "drones": "launched"}[group]
        count = chance.randrange(3, 2_000)
        sentence = (
            f"Speaker {speaker} said {count:,} {group} of Tarn were {verb} near {place}"
            " during the day, while the road from the hills stayed closed to carts and"
            " nobody in the town could say when the bridge would be open again."
        )
        sentences.append(sentence)
        words += len(sentence.split())
    sentences.append(
        "“The road from the hills stayed closed to all the carts”, he said."
    )
    return Document(" ".join(sentences), published=linking.START)


def cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    begun = time.perf_counter()
    for row in drafts().rows:
        print(row.what, row.figure, row.target)
    print(f"{time.perf_counter() - begun:.0f} s by the clock")
