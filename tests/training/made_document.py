"""A small training document, made without the product's readers."""

import re
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))
from claims.document import Candidate, Day, Document, Named, Source

TEXT = "Kyiv said Russia lost 12 tanks near Brod on 3 May. Olena Vyr saw RSF men."


def words_of(text):
    return [(m[0], m.start(), m.end()) for m in re.finditer(r"\w+|[^\w\s]", text)]


def make_document(text=TEXT, gold=(), **row):
    words = words_of(text)
    empty = np.zeros((len(words), 1), np.uint8)
    return Document(
        id="made",
        file="made",
        text=text,
        row={"id": "made", **row},
        gold=list(gold),
        words=[word for word, _, _ in words],
        starts=np.array([start for _, start, _ in words]),
        ends=np.array([end for _, _, end in words]),
        pieces=[(number,) for number in range(len(words))],
        windows=[(0, len(words))],
        signs=empty,
        tags=empty[:, 0],
        relations=empty[:, 0],
        said=empty,
        candidates=[make_candidate(text, "12", "figure"), make_candidate(text, "Brod")],
        candidate_signs=empty,
        lexicon=empty,
        distances=[],
        sentences=[],
        relation_signs=[],
        source_signs=[],
        day_signs=[],
        sources=[Source("Kyiv", 0, [(0, 1)]), Source("Olena Vyr", 1, [(12, 14)])],
        days=[
            Day("none", -1, None),
            Day("own", -2, ["2024-05-04", "2024-05-04"]),
            Day("own", 0, ["2024-05-03", "2024-05-03"]),
        ],
        times=[(9, 11)],
        parties=[Named((2, 3), "Russia", "country")],
        toponyms=[Named((7, 8), "Brod", "settlement")],
        entities=[Named((12, 14), "Olena Vyr", "person")],
    )


def make_candidate(text, words, kind="place"):
    start = text.index(words)
    first = [word for word, _, _ in words_of(text)].index(words)
    return Candidate(
        span=(start, start + len(words)),
        kind=kind,
        unit="count",
        classes=(),
        group=None,
        low=12.0 if kind == "figure" else 1.0,
        high=12.0 if kind == "figure" else 1.0,
        bound="exact",
        first=first,
        last=first + 1,
        anchor=first,
        path=[],
    )


def make_label(text=TEXT, words="12", **fields):
    start = text.index(words)
    return {
        "quantity": {
            "span": [start, start + len(words)],
            "low": 12,
            "high": 12,
            "bound": "exact",
            "unit": "count",
        },
        "measure": "equipment.lost",
        "affected": "Russia",
        "actor": None,
        "place": "Brod",
        "period": ["2024-05-03", "2024-05-03"],
        "accrual": "flow",
        "claimant": "Kyiv",
        "stance": "asserted",
        **fields,
    }
