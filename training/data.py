"""Labels as numbers, and blocks of windows as padded batches."""

import pickle
import random
from functools import lru_cache
from pathlib import Path

import numpy as np
import torch

from sayso.reading.tagger.pieces import CLASSIFY, MAX_PIECES, SEPARATE, Pieces
from sayso.reading.tagger.shapes import cut_windows, find_layout, shape_words
from sayso.vocabulary.languages import ENGLISH

ROLES = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]
ENTITIES = ["O"] + [
    f"{b}-{k}" for k in ("person", "body", "place", "nationality") for b in "BI"
]


def load(cache, name):
    return pickle.loads((Path(cache) / f"{name}.pkl").read_bytes())


def encode(doc, pieces):
    """Word pieces, shapes and label numbers of one text."""
    layout = find_layout(doc["tokens"], ENGLISH)
    doc["sentences"], doc["quotes"], doc["breaks"] = (
        layout.sentences,
        layout.quotes,
        layout.breaks,
    )
    doc["marks"] = getattr(pieces, "marks", (CLASSIFY, SEPARATE))
    doc["pieces"] = [pieces.of(w) for w in doc["tokens"].words]
    doc["sizes"] = np.array([len(p) for p in doc["pieces"]])
    doc["shapes"] = shape_words(layout)
    n = len(doc["tokens"])
    if "role" in doc:
        new = (
            np.r_[True, doc["span"][1:] != doc["span"][:-1]] if n else np.zeros(0, bool)
        )
        doc["y_role"] = np.where(
            doc["role"] < 0, 0, 2 * doc["role"] + np.where(new, 1, 2)
        ).astype(np.int64)
    else:
        doc["y_role"] = np.full(n, -100)
    e = doc["entity"]
    new = np.r_[True, e[1:] != e[:-1]] | doc["entity_start"] if n else np.zeros(0, bool)
    doc["y_entity"] = np.where(e < 0, 0, 2 * e + np.where(new, 1, 2)).astype(np.int64)
    return doc


class OtherPieces:
    """Pieces of a base with a vocabulary of its own; a teacher only, never shipped."""

    def __init__(self, path):
        from tokenizers import Tokenizer

        table = Tokenizer.from_file(str(path))
        self.marks = tuple(map(table.token_to_id, ("<s>", "</s>")))
        unknown = (table.token_to_id("<unk>"),)
        self.of = lru_cache(None)(
            lambda word: tuple(table.encode(word).ids[:MAX_PIECES]) or unknown
        )


def make_pieces(model):
    vocabulary = Path(model) / "vocab.txt"
    if not vocabulary.exists():
        return OtherPieces(Path(model) / "tokenizer.json")
    return Pieces(vocabulary.read_text(encoding="utf-8").split("\n")[:30522])


def blocks(doc, rng, windows=3, room=190, keep=None):
    """Runs of `windows` consecutive windows; with a generator, cut at random places."""
    n = len(doc["sizes"])
    index = np.arange(n) if keep is None else keep
    sizes = doc["sizes"][index].tolist()
    sentences = doc["sentences"][index]
    limit = room if rng is None else rng.randint(room * 3 // 4, room)
    cuts = cut_windows(sizes, sentences, room=limit)
    for a in range(0, len(cuts), windows):
        yield [index[s:e] for s, e in cuts[a : a + windows]]


def window_ids(doc, words):
    begin, end = doc["marks"]
    ids, first = [begin], []
    for i in words:
        first.append(len(ids))
        ids += doc["pieces"][i]
    return [*ids, end], first


def begin_runs(labels):
    """Labels where an inside whose beginning was cut off or dropped begins."""
    kind = (labels + 1) // 2
    before = np.r_[0, kind[:-1]]
    return np.where(
        (labels > 0) & (labels % 2 == 0) & (kind != before), labels - 1, labels
    )


class Batch:
    """Windows padded for the encoder; words of each block padded for the head."""

    def __init__(
        self, items, *, drop_case=0.0, drop_breaks=0.1, rng=None, with_ids=True
    ):
        # items: (doc, [window word indices])
        words = [np.concatenate(block) for _, block in items]
        self.words, self.docs = words, [d for d, _ in items]
        n = max(map(len, words))
        b = len(items)
        self.mask = torch.zeros(b, n, dtype=torch.bool)
        self.shapes = torch.zeros(b, n, items[0][0]["shapes"].shape[1])
        self.y = {
            k: torch.full((b, n), -100)
            for k in ("role", "entity", "tag", "dep", "head")
        }
        self.attribution = torch.full((b, n), -1)
        self.soft = torch.zeros(b, n, len(ROLES))  # a teacher's chances; none: zeros
        for j, ((doc, _), w) in enumerate(zip(items, words, strict=False)):
            self.mask[j, : len(w)] = True
            shape = doc["shapes"][w].copy()
            if rng is not None and rng.random() < drop_case:
                shape[:, 1:7] = 0
                shape[:, 12] = 1
            if rng is not None and rng.random() < drop_breaks:
                shape[:, [0, 10]] = 0
            self.shapes[j, : len(w)] = torch.from_numpy(shape)
            self.y["role"][j, : len(w)] = torch.from_numpy(begin_runs(doc["y_role"][w]))
            self.y["entity"][j, : len(w)] = torch.from_numpy(doc["y_entity"][w])
            if "y_tag" in doc:
                self.y["tag"][j, : len(w)] = torch.from_numpy(doc["y_tag"][w])
                self.y["dep"][j, : len(w)] = torch.from_numpy(doc["y_dep"][w])
                place = {g: i for i, g in enumerate(w.tolist())}
                self.y["head"][j, : len(w)] = torch.tensor(
                    [place.get(h, -100) for h in doc["head"][w].tolist()]
                )
            if "soft" in doc:
                self.soft[j, : len(w)] = torch.from_numpy(
                    doc["soft"][w].astype(np.float32)
                )
            if "attribution" in doc:
                self.attribution[j, : len(w)] = torch.from_numpy(
                    doc["attribution"][w].astype(np.int64)
                )
        if with_ids:
            self._pad_windows(items, n)

    def _pad_windows(self, items, n):
        flat = [(j, doc, win) for j, (doc, block) in enumerate(items) for win in block]
        built = [window_ids(doc, win) for _, doc, win in flat]
        width = max(len(ids) for ids, _ in built)
        self.ids = torch.zeros(len(flat), width, dtype=torch.long)
        self.attend = torch.zeros(len(flat), width, dtype=torch.bool)
        self.gather = torch.zeros(
            len(items), n, dtype=torch.long
        )  # into flattened windows
        at = [0] * len(items)
        for k, ((j, _, win), (ids, first)) in enumerate(zip(flat, built, strict=False)):
            self.ids[k, : len(ids)] = torch.tensor(ids)
            self.attend[k, : len(ids)] = True
            self.gather[j, at[j] : at[j] + len(win)] = torch.tensor(first) + k * width
            at[j] += len(win)


def shuffle(rng, docs, size, drop_marks=0.12, keep_fraction=1.0):
    """Batches of blocks of like length in random order; some lose commas and marks."""
    found = []
    for doc in docs:
        if rng.random() > keep_fraction:
            continue
        keep = None
        if rng.random() < drop_marks:
            lost = (
                {",", "’", "'"}
                if rng.random() < 0.7
                else {",", "’", "'", '"', "“", "”"}
            )
            keep = np.array(
                [i for i, w in enumerate(doc["tokens"].words) if w not in lost]
            )
        found += [(doc, block) for block in blocks(doc, rng, keep=keep)]
    rng.shuffle(found)
    batches = []
    for a in range(0, len(found), size * 20):
        part = sorted(found[a : a + size * 20], key=lambda x: sum(map(len, x[1])))
        batches += [part[i : i + size] for i in range(0, len(part), size)]
    rng.shuffle(batches)
    return batches


def seed_all(seed):
    torch.manual_seed(seed)
    np.random.seed(seed)
    return random.Random(seed)
