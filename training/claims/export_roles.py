"""Write the tagger for Russian and Ukrainian as the product's weights.

    python -m claims.export_roles ROLES.pt E5 WEIGHTS

WEIGHTS gets encoder.onnx (states of words, and of pieces below the layers that the
claim reader trains), heads.onnx (roles, names), vocabulary.json and reader.json.
"""

import argparse
import json
import logging
from pathlib import Path

import torch
from torch import nn

from claims.e5 import encoder_of_e5, load_vocabulary
from claims.encoder import WIDTH
from claims.onnx_files import Layers, hashes, sizes, write
from claims.roles import Roles
from sayso.reading.tagger.decoding import ROLES
from sayso.reading.tagger.shapes import SHAPE_SIZE

SHARED = 4
"""Layers that the claim reader shares: its training keeps them frozen."""
FILES = ("encoder.onnx", "heads.onnx", "vocabulary.json")
NAME = "cased 1"


class Words(nn.Module):
    """One window: pieces in, states of words and of the pieces below out."""

    def __init__(self, encoder):
        """Take an encoder over."""
        super().__init__()
        self.encoder = encoder
        self.stack = Layers(encoder.layers, kept=SHARED)

    def forward(self, pieces, first):
        places = self.encoder.pos.weight[: pieces.shape[0]]
        x = self.encoder.norm(self.encoder.word(pieces) + places)
        return self.stack(x, first)


class Scores(nn.Module):
    """A run of words: states and shapes in, log chances of roles and names out."""

    def __init__(self, net):
        """Take the heads over."""
        super().__init__()
        self.net = net

    def forward(self, words, shapes):
        roles, entities = self.net(words[None], shapes[None])
        return roles[0].log_softmax(-1), entities[0].log_softmax(-1)


@torch.no_grad()
def write_networks(encoder, net, weights):
    """Write encoder.onnx and heads.onnx."""
    write(
        Words(encoder),
        (torch.randint(10, 20_000, (17,)), torch.tensor([1, 3, 4])),
        weights / "encoder.onnx",
        axes={"pieces": "p", "first": "w", "words": "w", "below": "p"},
        outputs=["words", "below"],
        ops=["MatMul", "Gather"],
    )
    names = ("words", "shapes", "roles", "entities")
    write(
        Scores(net),
        (torch.randn(9, WIDTH), torch.zeros(9, SHAPE_SIZE)),
        weights / "heads.onnx",
        axes=dict.fromkeys(names, "n"),
        outputs=["roles", "entities"],
        ops=["LSTM"],
    )


def reader_table(weights):
    """Give reader.json: no syntax, and no lean towards a role."""
    return {
        "name": NAME,
        "steps": [[0.0] * len(ROLES) for _ in ROLES],
        "lean": [0.0] * len(ROLES),
        "tags": ["-"],
        "relations": ["-"],
        "sha256": hashes(weights, FILES),
    }


def main():
    logging.disable(logging.WARNING)
    p = argparse.ArgumentParser()
    p.add_argument("roles")
    p.add_argument("e5", type=Path)
    p.add_argument("weights", type=Path)
    a = p.parse_args()
    a.weights.mkdir(parents=True, exist_ok=True)
    state = torch.load(a.roles)
    pieces = a.e5 / "vocabulary.json"
    encoder, net = encoder_of_e5(pieces), Roles()
    encoder.load_state_dict(state["enc"])
    net.load_state_dict(state["roles"])
    write_networks(encoder.eval(), net.eval(), a.weights)
    rows = [[piece, round(chance, 3)] for piece, chance in load_vocabulary(pieces)]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    (a.weights / "vocabulary.json").write_text(text, encoding="utf-8")
    table = json.dumps(reader_table(a.weights), indent=1)
    (a.weights / "reader.json").write_text(table + "\n")
    print(sizes(a.weights, FILES))


if __name__ == "__main__":
    main()
