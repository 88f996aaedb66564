"""Train the heads on a frozen encoder, or all of it together.

train.py CACHE OUT [--frozen] [--layers N] [--epochs N] [--seed N] ...
"""

import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
from data import (
    ENTITIES,
    ROLES,
    Batch,
    blocks,
    encode,
    load,
    make_pieces,
    seed_all,
    shuffle,
    window_ids,
)
from net import Encoder, Head, losses
from torch import nn


def arguments():
    p = argparse.ArgumentParser()
    p.add_argument("cache")
    p.add_argument("out")
    p.add_argument("--model", required=True)
    p.add_argument("--frozen", action="store_true")
    p.add_argument("--layers", type=int, default=4)
    p.add_argument(
        "--take", default="4", help="layers whose states the head sees, counted from 1"
    )
    p.add_argument("--epochs", type=float, default=3)
    p.add_argument("--size", type=int, default=8)
    p.add_argument("--rate", type=float, default=2e-4)
    p.add_argument("--head-rate", type=float, default=2e-3)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--fraction", type=float, default=1.0)
    p.add_argument("--parse", type=int, default=1)
    p.add_argument("--extra", default="fakes,isaf,re3d,geovirus,trnews")
    p.add_argument("--init", default="")
    p.add_argument("--skip-embeddings", type=int, default=1)
    p.add_argument(
        "--keep", type=int, default=0, help="lowest layers kept as is (restore.py)"
    )
    p.add_argument("--chain", type=float, default=0.5)
    p.add_argument(
        "--held",
        type=float,
        default=0.08,
        help="share of PolNeAR train kept for the linker",
    )
    p.add_argument("--hidden", type=int, default=128)
    p.add_argument(
        "--soft", type=float, default=0, help="weight of what soften.py wrote"
    )
    return p.parse_args()


def load_told(cache, name, soft):
    """Give a corpus, each text with what the teachers say of it where they do."""
    docs = load(cache, name)
    return (
        [{**d, "soft": s} for d, s in zip(docs, soft[name], strict=True)]
        if name in soft
        else docs
    )


def read_corpora(a):
    pieces = make_pieces(a.model)
    soft = load(a.cache, "soft") if a.soft else {}
    train = load_told(a.cache, "train", soft)
    random.Random(0).shuffle(train)
    train = train[int(len(train) * a.held) :]
    train = train[: int(len(train) * a.fraction)]
    for name in filter(None, a.extra.split(",")):
        train += [d for d in load_told(a.cache, name, soft) if not d.get("held_out")]
    dev = load(a.cache, "dev")
    held = [
        d
        for name in ("geovirus", "trnews")
        for d in load(a.cache, name)
        if d["held_out"]
    ]
    tags = sorted({t for d in train for t in d["tag"]})
    deps = sorted({t for d in train for t in d["dep"]})
    if a.init:
        meta = json.loads(Path(a.init.removesuffix(".pt") + ".json").read_text())
        tags, deps = meta["tags"], meta["deps"]
    for d in (*train, *dev, *held):
        encode(d, pieces)
        for key, table in (("tag", tags), ("dep", deps)):
            number = {t: i for i, t in enumerate(table)}
            d["y_" + key] = np.array([number.get(t, -100) for t in d[key]])
    train = [d for d in train if len(d["tokens"])]
    return train, dev, held, tags, deps


@torch.inference_mode()
def featurise(encoder, docs, take):
    for d in docs:
        feats = np.zeros((len(d["sizes"]), 384 * len(take)), np.float16)
        wins = sorted(
            (w for block in blocks(d, None) for w in block),
            key=lambda w: int(d["sizes"][w].sum()),
        )
        for w in wins:
            ids, first = window_ids(d, w)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                states = encoder(torch.tensor([ids]))
            feats[w] = (
                torch.cat([states[t - 1] for t in take], -1)[0, first].float().numpy()
            )
        d["features"] = feats


def words_of(encoder, batch, take, frozen):
    if frozen:
        out = torch.zeros(*batch.mask.shape, 384 * len(take))
        for j, (d, w) in enumerate(zip(batch.docs, batch.words, strict=False)):
            out[j, : len(w)] = torch.from_numpy(d["features"][w].astype(np.float32))
        return out
    states = encoder(batch.ids, batch.attend)
    x = torch.cat([states[t - 1] for t in take], -1)
    flat = x.flatten(0, 1)
    return flat[batch.gather]


@torch.inference_mode()
def evaluate(encoder, head, docs, a):
    """Token F1 by role on whole documents, accuracy of the rest."""
    head.eval()
    encoder.eval()
    count = np.zeros((3, 3))
    hit = {k: [0, 0] for k in ("tag", "dep", "head")}
    entity = np.zeros(3)
    for d in docs:
        if not a.frozen:
            featurise(encoder, [d], a.take)
        out = head(
            torch.from_numpy(d["features"].astype(np.float32))[None],
            torch.from_numpy(d["shapes"])[None],
        )
        if not a.frozen:
            del d["features"]
        pred = out["role"][0].argmax(-1).numpy()
        gold = d["y_role"]
        if gold[0] >= 0:
            for r in range(3):
                p, g = (pred + 1) // 2 == r + 1, (gold + 1) // 2 == r + 1
                count[r] += (p & g).sum(), p.sum(), g.sum()
        p, g = out["entity"][0].argmax(-1).numpy(), d["y_entity"]
        entity += ((p == g) & (g > 0)).sum(), (p > 0).sum(), (g > 0).sum()
        for key in ("tag", "dep"):
            if key in out:
                good = d["y_" + key] >= 0
                hit[key][0] += (out[key][0].argmax(-1).numpy() == d["y_" + key])[
                    good
                ].sum()
                hit[key][1] += good.sum()
        if "arc" in out:
            parts = out["arc"].chunk(2, -1)
            for s in range(0, len(gold), 400):
                arcs = (
                    head.scores([x[:, s : s + 400] for x in parts], 2)[0]
                    .argmax(-1)
                    .numpy()
                    + s
                )
                g = d["head"][s : s + 400]
                hit["head"][0] += (arcs == g).sum()
                hit["head"][1] += len(g)
    head.train()
    encoder.train()

    def f(c):
        return round(float(200 * c[0] / max(c[1] + c[2], 1)), 2)

    return {
        "roles": [f(c) for c in count],
        "entity": f(entity),
        **{k: round(100 * v[0] / v[1], 2) for k, v in hit.items() if v[1]},
    }


def main():
    a = arguments()
    a.take = [int(t) for t in a.take.split(",")]
    rng = seed_all(a.seed)
    torch.set_num_threads(1)
    train, dev, held, tags, deps = read_corpora(a)
    encoder = Encoder(a.model, a.layers)
    head = Head(
        384 * len(a.take),
        train[0]["shapes"].shape[1],
        len(tags) if a.parse else 0,
        len(deps) if a.parse else 0,
        hidden=a.hidden,
    )
    if a.init:
        state = torch.load(a.init, weights_only=True)
        head.load_state_dict(state["head"])
        if "encoder" in state:
            encoder.load_state_dict(state["encoder"])
    begun = time.process_time()
    if a.frozen:
        encoder.eval()
        featurise(encoder, train + dev + held, a.take)
        print("features", round(time.process_time() - begun), "s", flush=True)
    groups = [{"params": head.parameters(), "lr": a.head_rate}]
    if not a.frozen:
        if a.skip_embeddings:
            encoder.embeddings.requires_grad_(False)
        for layer in encoder.layers[: a.keep]:
            layer.requires_grad_(False)
        groups.append(
            {
                "params": [p for p in encoder.parameters() if p.requires_grad],
                "lr": a.rate,
            }
        )
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    base = [g["lr"] for g in optimizer.param_groups]
    params = [
        p
        for g in groups
        for p in (
            g["params"] if isinstance(g["params"], list) else list(head.parameters())
        )
    ]
    meta = {
        "layers": a.layers,
        "take": a.take,
        "tags": tags,
        "deps": deps,
        "roles": ROLES,
        "entities": ENTITIES,
        "hidden": a.hidden,
        "parse": a.parse,
    }
    mean, step, done = {}, 0, 0.0
    epoch = 0
    while done < 1:
        batches = shuffle(rng, train, a.size, drop_marks=0 if a.frozen else 0.12)
        for i, items in enumerate(batches):
            done = (epoch + i / len(batches)) / a.epochs
            if done >= 1:
                break
            scale = min(1, done / 0.04 + 0.01) * (1 - done) + 0.005
            for g, rate in zip(optimizer.param_groups, base, strict=False):
                g["lr"] = rate * scale
            batch = Batch(items, drop_case=0.1, rng=rng, with_ids=not a.frozen)
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=not a.frozen):
                words = words_of(encoder, batch, a.take, a.frozen)
            parts = losses(
                head, head(words.float(), batch.shapes), batch, a.chain, a.soft
            )
            loss = sum(parts.values())
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(params, 1.0)
            optimizer.step()
            for k, v in parts.items():
                mean[k] = 0.97 * mean.get(k, v.item()) + 0.03 * v.item()
            step += 1
            if step % 25 == 0:
                print(
                    f"{epoch + i / len(batches):.2f}",
                    step,
                    {k: round(v, 3) for k, v in mean.items()},
                    round(time.process_time() - begun),
                    "s",
                    flush=True,
                )
        else:
            epoch += 1
            state = (
                {"head": head.state_dict()}
                if a.frozen
                else {"head": head.state_dict(), "encoder": encoder.state_dict()}
            )
            torch.save(state, a.out + ".pt")
            Path(a.out + ".json").write_text(json.dumps(meta))
            print(
                "epoch",
                epoch,
                "dev",
                evaluate(encoder, head, dev, a),
                "held places",
                evaluate(encoder, head, held, a)["entity"],
                flush=True,
            )
    if epoch < a.epochs:
        state = (
            {"head": head.state_dict()}
            if a.frozen
            else {"head": head.state_dict(), "encoder": encoder.state_dict()}
        )
        torch.save(state, a.out + ".pt")
        Path(a.out + ".json").write_text(json.dumps(meta))
        print("end dev", evaluate(encoder, head, dev, a), flush=True)


if __name__ == "__main__":
    main()
