"""Train the linker on the tagger's own spans of texts it was not trained on.

    link.py SHARED WEIGHTS [--held 0.08] [--extra 0.0]

WEIGHTS holds the exported tagger; linker.json is written there. Texts: the share of
PolNeAR's training part that train.py kept, the same shuffle.
"""

import argparse
import gzip
import hashlib
import json
import random
from pathlib import Path

import numpy as np
import torch
from torch import nn

import sayso.reading.tagger.encoder as encoder
from sayso.reading.tagger.decoding import Role

p = argparse.ArgumentParser()
p.add_argument("shared", type=Path)
p.add_argument("weights", type=Path)
p.add_argument("--held", type=float, default=0.08)
p.add_argument("--extra", type=float, default=0.0, help="share of texts trained on")
p.add_argument("--hidden", type=int, default=16)
p.add_argument("--members", type=int, default=5)
p.add_argument("--epochs", type=int, default=25)
p.add_argument("--keep", type=float, default=None)
a = p.parse_args()
encoder._read = lambda name: (a.weights / name).read_bytes()  # noqa: SLF001

from sayso.reading.attribution.features import Measurer  # noqa: E402
from sayso.reading.attribution.pairing import Draft, group_rows  # noqa: E402
from sayso.vocabulary.languages import ENGLISH  # noqa: E402

torch.manual_seed(1)
torch.set_num_threads(1)


def overlap(x, y):
    return max(0, min(x[1], y[1]) - max(x[0], y[0]))


def label(tagging, gold):
    """Per span: number of the gold attribution it covers most, or -1."""
    tokens = tagging.tokens
    found = []
    for span in tagging.spans:
        chars = (int(tokens.starts[span.first]), int(tokens.ends[span.last - 1]))
        name = span.role.name.lower()
        shares = [sum(overlap(chars, x) for x in g[name]) for g in gold]
        best = int(np.argmax(shares)) if shares else -1
        found.append(best if best >= 0 and shares[best] > 0 else -1)
    return found


def examples(rows):
    """Feature rows and targets of every content and every attribution."""
    contents, sources = [], []
    for row in rows:
        tagging = encoder.tag_text(row["text"], ENGLISH)
        gold = label(tagging, row["attributions"])
        measurer = Measurer(tagging, encoder.load_encoder().table)
        for group, units in group_rows(tagging):
            s = measurer.stretch(group, units)
            mine = np.array([gold[r] for r in group])
            t, c, src = s.of(Role.CONTENT), s.of(Role.CUE), s.of(Role.SOURCE)
            if not len(t):
                continue
            lone = measurer.content_features(s)
            pair = measurer.cue_features(s)
            same = s.same(t, c)
            groups = {}
            for k, content in enumerate(t):
                near_cues = c[same[k]]
                target = np.zeros(2 + len(near_cues), bool)
                if mine[content] < 0:
                    target[1] = True
                elif (mine[near_cues] == mine[content]).any():
                    target[2:] = mine[near_cues] == mine[content]
                else:
                    target[0] = True
                contents.append((lone[k], pair[k][same[k]], target))
                if mine[content] >= 0:
                    cue = near_cues[mine[near_cues] == mine[content]]
                    cue = int(cue[0]) if len(cue) else -1
                    key = cue if cue >= 0 else -3 - int(content)
                    groups.setdefault(key, []).append(int(content))
            drafts = [Draft(max(key, -1), tuple(v), 1.0) for key, v in groups.items()]
            if not drafts:
                continue
            cues = np.array([d.cue for d in drafts])
            near = np.array([d.nearest() for d in drafts])
            none = measurer.lone_features(s, cues, near)
            pair = measurer.source_features(s, cues, near)
            same = s.same(near, src)
            for k, d in enumerate(drafts):
                near_sources = src[same[k]]
                target = np.zeros(1 + len(near_sources), bool)
                target[1:] = mine[near_sources] == mine[d.contents[0]]
                target[0] = not target.any()
                sources.append((none[k], pair[k][same[k]], target))
    return contents, sources


class Net(nn.Module):
    def __init__(self, size, hidden, out, data):
        super().__init__()
        self.mean = torch.tensor(data.mean(0))
        self.scale = torch.tensor(data.std(0)).clamp(min=1e-3)
        self.one, self.two = nn.Linear(size, hidden), nn.Linear(hidden, out)

    def forward(self, x):
        return self.two(torch.relu(self.one((x - self.mean) / self.scale)))

    def stored(self):
        w = self.one.weight.detach() / self.scale
        b = self.one.bias.detach() - w @ self.mean

        def rounded(x):
            return [
                [round(v, 4) for v in r] if isinstance(r, list) else round(r, 4)
                for r in x.tolist()
            ]

        return {
            "in": rounded(w.T),
            "in_bias": rounded(b),
            "out": rounded(self.two.weight.detach().T),
            "out_bias": rounded(self.two.bias.detach()),
        }


def fit_one(data, outs, hidden, epochs):
    """Two networks under one softmax: of the row alone, and of each candidate."""
    lone = Net(len(data[0][0]), hidden, outs, np.stack([x[0] for x in data]))
    pair = Net(data[0][1].shape[1], hidden, 1, np.concatenate([x[1] for x in data]))
    params = [*lone.parameters(), *pair.parameters()]
    opt = torch.optim.AdamW(params, lr=4e-3, weight_decay=0.02)
    most = max(x[1].shape[0] for x in data)
    one = torch.tensor(np.stack([x[0] for x in data]))
    two = torch.zeros(len(data), most, data[0][1].shape[1])
    mask = torch.zeros(len(data), outs + most, dtype=torch.bool)
    target = torch.zeros_like(mask)
    for i, (_, f, y) in enumerate(data):
        two[i, : len(f)] = torch.tensor(f)
        mask[i, : outs + len(f)] = True
        target[i, : len(y)] = torch.tensor(y)
    for e in range(epochs):
        for g in opt.param_groups:
            g["lr"] = 4e-3 * (1 - e / epochs)
        order = torch.randperm(len(data))
        total = 0
        for k in range(0, len(data), 64):
            i = order[k : k + 64]
            scores = (
                torch.cat([lone(one[i]), pair(two[i])[..., 0]], 1)
                .masked_fill(~mask[i], -1e4)
                .log_softmax(1)
            )
            loss = -scores.masked_fill(~target[i], -1e4).logsumexp(1).mean()
            opt.zero_grad()
            loss.backward()
            opt.step()
            total += loss.item() * len(i)
    with torch.no_grad():
        scores = torch.cat([lone(one), pair(two)[..., 0]], 1).masked_fill(~mask, -1e4)
        right = target.gather(1, scores.argmax(1, keepdim=True)).float().mean()
    print(
        "rows",
        len(data),
        "loss",
        round(total / len(data), 3),
        "right",
        round(float(right), 3),
    )
    return lone.stored(), pair.stored()


def fit(data, outs, hidden, epochs):
    """Several such pairs side by side, their scores averaged: one wider pair."""
    found = [fit_one(data, outs, hidden, epochs) for _ in range(a.members)]
    return tuple(widen([pair[k] for pair in found]) for k in (0, 1))


def widen(members):
    """One network whose score is the mean of the members' scores."""
    count = len(members)
    arrays = [{k: np.array(v) for k, v in m.items()} for m in members]
    wide = {
        "in": np.concatenate([m["in"] for m in arrays], 1),
        "in_bias": np.concatenate([m["in_bias"] for m in arrays]),
        "out": np.concatenate([m["out"] for m in arrays]) / count,
        "out_bias": np.mean([m["out_bias"] for m in arrays], 0),
    }
    return {k: np.round(v, 4).tolist() for k, v in wide.items()}


def main():
    lines = gzip.decompress(
        (a.shared / "data/polnear/train.jsonl.gz").read_bytes()
    ).splitlines()
    rows = [json.loads(line) for line in lines]
    random.Random(0).shuffle(rows)
    cut = int(len(rows) * a.held)
    used = rows[:cut] + rows[cut : cut + int(len(rows) * a.extra)]
    contents, sources = examples(used)
    content, cue = fit(contents, 2, a.hidden, a.epochs)
    lone, source = fit(sources, 1, a.hidden, a.epochs)
    stored = {
        "content": content,
        "cue": cue,
        "lone": lone,
        "source": source,
        "keep_above": a.keep if a.keep is not None else 0.25,
    }
    text = json.dumps(stored) + "\n"
    (a.weights / "linker.json").write_text(text)
    table = json.loads((a.weights / "reader.json").read_text())
    table["sha256"]["linker.json"] = hashlib.sha256(text.encode()).hexdigest()
    (a.weights / "reader.json").write_text(json.dumps(table, indent=1) + "\n")


if __name__ == "__main__":
    main()
