"""Average what several taggers say of every training text -> CACHE/NAME.pkl.

    soften.py CACHE MODEL=TRAINED [MODEL=TRAINED ...] [--corpora NAME,NAME] [--out NAME]

MODEL is the folder of a teacher's base encoder, TRAINED what `train.py` wrote of it.
Gives for every text of a corpus, in its order, the mean of the teachers' chances of the
seven role labels, word by word (words x 7, float16). A student trained on them learns
from all at once (Hinton, Vinyals and Dean 2015), on texts without gold roles too.
"""

import argparse
import json
import pickle
import time
from pathlib import Path

import numpy as np
import torch
from data import encode, load, make_pieces
from net import Encoder, Head
from train import featurise


def read_teacher(model, trained):
    """Give a teacher's encoder and head, ready to run, and the layers it looks at."""
    meta = json.loads(Path(trained + ".json").read_text())
    state = torch.load(trained + ".pt", weights_only=True)
    encoder = Encoder(model, meta["layers"]).eval()
    encoder.load_state_dict(state["encoder"])
    seen = 384 * len(meta["take"])
    head = Head(
        seen,
        state["head"]["project.weight"].shape[1] - seen,
        len(meta["tags"]),
        len(meta["deps"]),
        hidden=meta["hidden"],
    ).eval()
    head.load_state_dict(state["head"])
    return encoder, head, meta["take"]


@torch.inference_mode()
def chances(encoder, head, take, doc):
    """Give the chances of each role label for each word, words x 7."""
    featurise(encoder, [doc], take)
    words = torch.from_numpy(doc.pop("features").astype(np.float32))[None]
    out = head(words, torch.from_numpy(doc["shapes"])[None])
    return out["role"][0].softmax(-1).numpy()


def main():
    p = argparse.ArgumentParser()
    p.add_argument("cache", type=Path)
    p.add_argument("teachers", nargs="+", metavar="MODEL=TRAINED")
    p.add_argument("--corpora", default="train,fakes,isaf,re3d,geovirus,trnews")
    p.add_argument("--out", default="soft")
    a = p.parse_args()
    torch.set_num_threads(1)
    soft = {}
    begun = time.process_time()
    for model, trained in (t.split("=") for t in a.teachers):
        teacher = read_teacher(model, trained)
        pieces = make_pieces(model)
        for corpus in a.corpora.split(","):
            docs = load(a.cache, corpus)
            kept = soft.setdefault(corpus, [0] * len(docs))
            for number, doc in enumerate(docs):
                if len(doc["tokens"]):
                    told = chances(*teacher, encode(doc, pieces))
                    kept[number] = kept[number] + told / len(a.teachers)
        print(trained, round(time.process_time() - begun), "s", flush=True)
    halves = {
        corpus: [np.asarray(told, np.float16) for told in kept]
        for corpus, kept in soft.items()
    }
    (a.cache / f"{a.out}.pkl").write_bytes(pickle.dumps(halves))


if __name__ == "__main__":
    main()
