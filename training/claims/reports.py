"""Labelled reports: their files, and which of them tell one story.

Imports nothing that is heavy: tests read the reports with it.
"""

import gzip
import hashlib
import json
from pathlib import Path

NO_STORY = "none"
INVENTED = "invented"
"""How an origin begins that names no event."""


def read_reports(path):
    """Yield the reports of a file, one JSON object a line; .gz is unpacked."""
    path = Path(path)
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def name_of(path):
    """Give a file's name without its endings: own_en of own_en.jsonl.gz."""
    return Path(path).name.removesuffix(".gz").removesuffix(".jsonl")


def story_of(row):
    """Give the story a report tells; reports of one story are never split."""
    story = row.get("story") or row.get("origin") or row.get("cluster") or row["id"]
    if isinstance(story, list):
        story = story[0] if story else row["id"]
    if story == NO_STORY or str(story).startswith(INVENTED):
        story = row["id"]
    return str(story)


def fold_of(row, folds):
    """Give the number of the fold that a report's story falls into."""
    digest = hashlib.sha256(story_of(row).encode()).hexdigest()
    return int(digest, 16) % folds
