"""Teach e5 roles and names: the tagger for Russian and Ukrainian.

    python -m claims.roles OUT.pt E5 --polnear POLNEAR.jsonl.gz
        --english DOCUMENTS.pkl... --cased DOCUMENTS.pkl...
        --treebanks LANGUAGE=TREEBANK.conllu.gz...

E5 is the folder that `claims.e5` wrote. Roles come from PolNeAR, from reports in
Russian and Ukrainian that list `attributions`, and from what the English tagger says of
English reports; names from the latter, from what labels and gazetteers tell of cased
reports, and from treebanks (`claims.names`). 40 of the cased reports and a tenth of the
treebanks are left out and scored.

A second run goes on from the first (--init) over layers that the claim reader's
training has changed meanwhile (--lower, --frozen): both share them.
"""

import argparse
import random
import time
from collections import Counter
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from claims.document import load_documents
from claims.e5 import encoder_of_e5, pieces_of
from claims.names import read_treebank, report_names, small_words, treebank_labels
from claims.reports import read_reports
from claims.states import batches, warm_and_fall, word_states
from sayso.reading.tagger.decoding import ENTITIES, ROLES
from sayso.reading.tagger.encoder import WIDTH
from sayso.reading.tagger.shapes import (
    SHAPE_SIZE,
    cut_windows,
    find_layout,
    shape_words,
)
from sayso.reading.text.words import split_words
from sayso.vocabulary.languages import load_language

SEED = 3
RATE, HEAD_RATE, DECAY, CLIP = 2e-4, 1.5e-3, 0.01, 1.0
SIZE, STEP, MASK = 700, 80, 0.05
"""Words a batch; words by which lengths are told apart; share of pieces hidden."""
POLNEAR, ENGLISH, TEST = 260, 330, 40
"""Texts of each; of the cased reports those left out."""
PROBES = "probes"
"""File of English probes, which teach nothing here."""
IGNORED = -100
SHOWN = 60
"""Steps after which the loss is shown."""
BEGINS = {"content": 5, "source": 1, "cue": 3}
"""Label with which a role begins, in the order in which roles are laid on words."""


@dataclass
class Tagged:
    """A text with the labels of its words; `IGNORED` where nothing is known."""

    words: list[str]
    pieces: list[tuple[int, ...]]
    windows: list[tuple[int, int]]
    shapes: np.ndarray
    roles: np.ndarray
    entities: np.ndarray
    language: str


class Roles(nn.Module):
    """States and shapes of words in, scores of roles and of names out."""

    def __init__(self, hidden=128, drop=0.2):
        """Make the heads; names of parts are those of the checkpoints."""
        super().__init__()
        self.proj = nn.Linear(WIDTH + SHAPE_SIZE, 192)
        self.lstm = nn.LSTM(192, hidden, bidirectional=True, batch_first=True)
        self.drop = nn.Dropout(drop)
        self.role = nn.Linear(2 * hidden, len(ROLES))
        self.ent = nn.Linear(2 * hidden, len(ENTITIES))

    def forward(self, states, shapes):
        x = torch.relu(self.proj(torch.cat([states, shapes], -1)))
        y, _ = self.lstm(self.drop(x))
        y = self.drop(y)
        return self.role(y), self.ent(y)


def to_tagged(text, cut, *, roles=None, entities=None, language="en"):
    """Give a text as it is trained on.

    Args:
        text: The text.
        cut: Gives the pieces of a word.
        roles: Its attributions, or a label for each word.
        entities: A label for each word, what gives it for them, or None.
        language: Its code, by which the left out are scored.
    """
    layout = find_layout(split_words(text), load_language(language))
    tokens = layout.tokens
    pieces = [cut(word) for word in tokens.words]
    unknown = np.full(len(tokens), IGNORED)
    if isinstance(roles, list):
        roles = role_labels(tokens, roles)
    if callable(entities):
        entities = entities(tokens)
    return Tagged(
        list(tokens.words),
        pieces,
        cut_windows([len(p) for p in pieces], layout.sentences),
        shape_words(layout),
        unknown if roles is None else roles.astype(int),
        unknown if entities is None else np.asarray(entities).astype(int),
        language,
    )


def role_labels(tokens, attributions):
    """Give the label of each word: roles begin and go on; sources and cues win."""
    labels = np.zeros(len(tokens), int)

    def lay(spans, begins):
        for start, end in spans:
            first = int(np.searchsorted(tokens.ends, start, side="right"))
            last = int(np.searchsorted(tokens.starts, end, side="left"))
            labels[first:last] = begins + 1
            labels[first : min(first + 1, last)] = begins

    for attribution in attributions:
        lay(attribution["content"], BEGINS["content"])
    for attribution in attributions:
        for role in ("source", "cue"):
            lay(attribution[role], BEGINS[role])
    return labels


def gather(a, cut, rng):
    """Give the texts to train on and those left out."""
    polnear = list(read_reports(a.polnear))
    rng.shuffle(polnear)
    attributed = [
        to_tagged(row["text"], cut, roles=row["attributions"])
        for row in polnear[:POLNEAR]
    ]
    documents = load_documents(a.cased)
    small = small_words(documents)
    cased = [
        to_tagged(
            d.text,
            cut,
            roles=d.row.get("attributions"),
            entities=report_names(d, small),
            language=d.row["language"],
        )
        for d in documents
    ]
    rng.shuffle(cased)
    cased.sort(key=lambda text: not (text.roles >= 0).any())
    trees = [
        to_tagged(
            marked.text, cut, entities=partial(treebank_labels, marked), language=code
        )
        for code, path in (named.split("=", 1) for named in a.treebanks)
        for marked in read_treebank(path, code)
    ]
    rng.shuffle(trees)
    tested = len(trees) // 10
    english = [d for d in load_documents(a.english) if d.file != PROBES]
    rng.shuffle(english)
    ends = len(ROLES), len(ROLES) + len(ENTITIES)
    told = [
        to_tagged(
            d.text,
            cut,
            roles=d.signs[:, : ends[0]].argmax(1),
            entities=d.signs[:, ends[0] : ends[1]].argmax(1),
        )
        for d in english[:ENGLISH]
    ]
    texts = attributed + told + trees[tested:] + cased[TEST:] * a.repeats
    return [t for t in texts if t.words], cased[:TEST] + trees[:tested]


def loss_of(encoder, net, batch, frozen):
    """Give a batch's loss a word; the lowest `frozen` layers are not trained."""
    total = 0
    states = word_states(encoder, batch, mask=MASK, frozen=frozen)
    for own, text in zip(states, batch, strict=True):
        roles, entities = net(own[None], shapes_of(text))
        for scores, labels, weight in (
            (roles, text.roles, 1.0),
            (entities, text.entities, 0.5),
        ):
            if (labels >= 0).any():
                total = total + weight * F.cross_entropy(
                    scores[0],
                    torch.from_numpy(labels),
                    ignore_index=IGNORED,
                    reduction="sum",
                )
    return total / sum(len(text.words) for text in batch)


def shapes_of(text):
    """Give a text's shapes as a batch of one."""
    return torch.from_numpy(text.shapes).float()[None]


@torch.no_grad()
def evaluate(encoder, net, texts):
    """Give F1 of the role of words, and of what they name, by language."""
    encoder.eval()
    net.eval()
    counts = {}
    for text in texts:
        (states,) = word_states(encoder, [text])
        for what, scores, labels in zip(
            ("roles", "names"),
            net(states[None], shapes_of(text)),
            (text.roles, text.entities),
            strict=True,
        ):
            known = labels >= 0
            found = ((scores[0].argmax(-1).numpy() + 1) // 2)[known]
            gold = ((labels + 1) // 2)[known]
            count = counts.setdefault(f"{what} {text.language}", Counter())
            count["both"] += int(((found == gold) & (gold > 0)).sum())
            count["all"] += int((found > 0).sum() + (gold > 0).sum())
    encoder.train()
    net.train()
    return {
        what: round(200 * c["both"] / max(1, c["all"]), 1)
        for what, c in sorted(counts.items())
    }


def arguments():
    p = argparse.ArgumentParser()
    p.add_argument("out")
    p.add_argument("e5", type=Path)
    p.add_argument("--polnear", required=True)
    p.add_argument("--english", nargs="+", required=True)
    p.add_argument("--cased", nargs="+", required=True)
    p.add_argument("--treebanks", nargs="*", default=[], help="LANGUAGE=FILE")
    p.add_argument("--share", type=float, default=1, help="of the steps, for a trial")
    p.add_argument("--repeats", type=int, default=5, help="passes over cased reports")
    p.add_argument("--init", help="checkpoint of roles to go on from")
    p.add_argument("--lower", help="checkpoint of claims that gives the lowest layers")
    p.add_argument("--frozen", type=int, default=0, help="lowest layers kept as is")
    return p.parse_args()


def go_on(a, encoder, net):
    """Load what an earlier run gave, and the lowest layers of the claim reader."""
    if a.init:
        state = torch.load(a.init)
        encoder.load_state_dict(state["enc"])
        net.load_state_dict(state["roles"])
    if a.lower:
        upper = tuple(f"layers.{n}." for n in range(a.frozen, len(encoder.layers)))
        lower = torch.load(a.lower)["enc"].items()
        shared = {k: v for k, v in lower if not k.startswith(upper)}
        encoder.load_state_dict(encoder.state_dict() | shared)


def main():
    a = arguments()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    encoder = encoder_of_e5(a.e5 / "vocabulary.json", a.e5 / "base.pt")
    texts, test = gather(a, pieces_of(a.e5 / "vocabulary.json").of, rng)
    net = Roles()
    go_on(a, encoder, net)
    encoder.freeze(a.frozen)
    trained = [*encoder.trained(), *net.parameters()]
    groups = [{"params": encoder.trained()}, {"params": net.parameters()}]
    optimizer = torch.optim.AdamW(groups, lr=RATE, weight_decay=DECAY)
    order = batches(texts, SIZE, rng, step=STEP)
    total = len(order)
    print(len(texts), "texts,", total, "steps", flush=True)
    mean, begun = [], time.process_time()
    for step, batch in enumerate(order[: max(1, int(total * a.share))]):
        scale = warm_and_fall(step, total)
        for group, rate in zip(optimizer.param_groups, (RATE, HEAD_RATE), strict=True):
            group["lr"] = rate * scale
        loss = loss_of(encoder, net, batch, a.frozen)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(trained, CLIP)
        optimizer.step()
        mean.append(loss.item())
        if len(mean) == SHOWN:
            seconds = round(time.process_time() - begun)
            print(step + 1, round(sum(mean) / SHOWN, 4), seconds, "s", flush=True)
            mean = []
    print("F1 of words", evaluate(encoder, net, test))
    torch.save({"enc": encoder.state_dict(), "roles": net.state_dict()}, a.out)


if __name__ == "__main__":
    main()
