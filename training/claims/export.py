"""Write a trained claim reader as the product's weights.

    python -m claims.export TRAINED.pt WEIGHTS THRESHOLDS.json [--frozen N]

WEIGHTS gets upper.onnx (the encoder's trained layers), context.onnx (the recurrent
layer), heads.npz (all other arrays, 16 bits) and claims.json. Checkpoints of e5 need
--vocabulary; --frozen must be what the training had; --custom settles whose custom of
annotation the reader follows (`document.Document.custom`).
"""

import argparse
import json
import logging
from pathlib import Path

import numpy as np
import torch
from torch import nn

from claims.e5 import encoder_of_e5
from claims.encoder import TAGGER_LAYERS, TAGGER_PIECES, WIDTH, Encoder
from claims.net import CUSTOMS, restore
from claims.onnx_files import Layers, hashes, sizes, write
from claims.targets import NUMBERS

IN_CONTEXT = ("proj.", "lstm.", "tag.", "rel.")
"""Names of arrays that context.onnx holds."""
ELSEWHERE = (*IN_CONTEXT, "seen.", "filled.")
"""Names of arrays that heads.npz leaves out."""
FILES = ("upper.onnx", "context.onnx", "heads.npz")


class Context(nn.Module):
    """A run of words: states and what is told of them in, states in context out."""

    def __init__(self, net):
        """Take a network's lower part."""
        super().__init__()
        self.net = net

    def forward(self, states, signs, tags, relations):
        told = states[None], signs[None], tags[None], relations[None]
        return self.net.words(*told)[0]


@torch.no_grad()
def write_networks(encoder, net, weights, frozen):
    """Write upper.onnx and context.onnx."""
    write(
        Layers(encoder.layers[frozen:]),
        (torch.randn(17, WIDTH), torch.tensor([1, 3, 4])),
        weights / "upper.onnx",
        axes={"below": "p", "first": "w", "words": "w"},
        outputs=["words"],
        ops=["MatMul"],
    )
    count, signs = 9, net.proj.in_features - WIDTH
    signs -= net.tag.embedding_dim + net.rel.embedding_dim
    numbers = torch.zeros(count, dtype=torch.long)
    inputs = ("states", "signs", "tags", "relations")
    write(
        Context(net),
        (torch.randn(count, WIDTH), torch.zeros(count, signs), numbers, numbers),
        weights / "context.onnx",
        axes=dict.fromkeys((*inputs, "words"), "n"),
        outputs=["words"],
        ops=["LSTM", "MatMul"],
    )


def main():
    logging.disable(logging.WARNING)
    p = argparse.ArgumentParser()
    p.add_argument("trained")
    p.add_argument("weights", type=Path)
    p.add_argument("thresholds", type=Path)
    p.add_argument("--frozen", type=int, default=3)
    p.add_argument("--custom", type=int, choices=range(CUSTOMS), required=True)
    p.add_argument("--vocabulary", help="of e5; without it the tagger's encoder")
    a = p.parse_args()
    a.weights.mkdir(parents=True, exist_ok=True)
    state = torch.load(a.trained)
    if a.vocabulary:
        encoder = encoder_of_e5(a.vocabulary)
    else:
        encoder = Encoder(TAGGER_PIECES, TAGGER_LAYERS)
    encoder.load_state_dict(state["enc"])
    net = restore(state["net"])
    net.settle(a.custom)
    write_networks(encoder.eval(), net.eval(), a.weights, a.frozen)
    arrays = {
        name: value.numpy().astype(np.float16)
        for name, value in net.state_dict().items()
        if not name.startswith(ELSEWHERE)
    }
    np.savez_compressed(a.weights / "heads.npz", **arrays)
    thresholds = json.loads(a.thresholds.read_text())
    table = {
        "signs": thresholds.pop("signs"),
        "measures": list(NUMBERS)[1:],
        "thresholds": thresholds,
        "sha256": hashes(a.weights, FILES),
    }
    (a.weights / "claims.json").write_text(json.dumps(table, indent=1) + "\n")
    print(sizes(a.weights, (*FILES, "claims.json")))


if __name__ == "__main__":
    main()
