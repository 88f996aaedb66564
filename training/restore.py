"""Give the shipped tagger back as a state that train.py goes on from.

    restore.py WEIGHTS OUT --model BASE [--lower CLAIMS.pt --layers 3]

Its 8-bit weights become floats. --lower puts in the lowest layers as the claim reader's
training left them (`claims.train --frozen 0`); train.py --keep then teaches the upper
ones and the heads roles, names and syntax over them, for both readers share them.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from claims.encoder import WIDTH, encoder_of_tagger
from net import Encoder, Head
from onnx import numpy_helper

PARTS = ("project", "role", "entity", "link", "tag", "dep", "arc")
"""Dense layers of the heads."""
GATES = (0, 2, 3, 1)
"""Where torch's gates (in, forget, cell, out) stand among ONNX's (in, out, forget,
cell)."""


def base_state(state, layers):
    """Give an encoder's weights, named as in `claims.encoder`, by BASE's names."""
    found = {
        "embeddings.word_embeddings.weight": state["word.weight"],
        "embeddings.LayerNorm.weight": state["norm.weight"],
        "embeddings.LayerNorm.bias": state["norm.bias"],
        # What every piece is given besides is part of the words' rows here.
        "embeddings.token_type_embeddings.weight": torch.zeros(2, WIDTH),
    }
    names = {
        "out": "attention.output.dense",
        "n1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "n2": "output.LayerNorm",
    }
    for number in range(layers):
        ours = f"layers.{number}."
        for kind in ("weight", "bias"):
            joint = state[f"{ours}qkv.{kind}"].split(WIDTH)
            for own, part in zip(("query", "key", "value"), joint, strict=True):
                found[f"{ours}attention.self.{own}.{kind}"] = part.clone()
            for short, long in names.items():
                found[f"{ours}{long}.{kind}"] = state[f"{ours}{short}.{kind}"]
    return found


def head_state(weights, table):
    """Give the heads' weights out of heads.onnx and reader.json."""
    model = onnx.load(str(weights / "heads.onnx"))
    stored = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
    uses = {node.output[0]: node for node in model.graph.node}
    found = {}
    for name in PARTS:
        (product,) = (
            n for o, n in uses.items() if o == f"/head/{name}/MatMul_output_0"
        )
        found[f"{name}.weight"] = stored[product.input[1]].T
        found[f"{name}.bias"] = stored[f"head.{name}.bias"]
    (cell,) = (n for n in uses.values() if n.op_type == "DynamicQuantizeLSTM")
    for own, at in (("ih", 1), ("hh", 2)):
        base = cell.input[at].removesuffix("_quantized")
        whole = stored[cell.input[at]].astype(np.float32)
        zero = stored[f"{base}_zero_point"][:, None].astype(np.float32)
        weight = (whole - zero) * stored[f"{base}_scale"][:, None]
        for way, rows in enumerate(weight):
            suffix = "_reverse" if way else ""
            found[f"lstm.weight_{own}_l0{suffix}"] = regated(rows.T)
    biases = stored[cell.input[3]]
    for way, both in enumerate(biases):
        for own, bias in zip(("ih", "hh"), np.split(both, 2), strict=True):
            found[f"lstm.bias_{own}_l0" + ("_reverse" if way else "")] = regated(bias)
    found |= {name: np.array(table[name], np.float32) for name in ("near", "steps")}
    found["null"] = np.array([table["no_source"]], np.float32)
    return {k: torch.tensor(np.array(v)) for k, v in found.items()}


def regated(rows):
    """Give rows of four gates in torch's order."""
    parts = np.split(rows, 4)
    return np.concatenate([parts[gate] for gate in GATES])


def main():
    p = argparse.ArgumentParser()
    p.add_argument("weights", type=Path)
    p.add_argument("out")
    p.add_argument("--model", required=True)
    p.add_argument("--lower", help="checkpoint of claims that gives the lowest layers")
    p.add_argument("--layers", type=int, default=3)
    a = p.parse_args()
    table = json.loads((a.weights / "reader.json").read_text())
    ours = encoder_of_tagger(str(a.weights / "encoder.onnx"))
    if a.lower:
        upper = tuple(f"layers.{n}." for n in range(a.layers, len(ours.layers)))
        lower = torch.load(a.lower)["enc"].items()
        shared = {k: v for k, v in lower if not k.startswith(upper)}
        ours.load_state_dict(ours.state_dict() | shared)
    layers = len(ours.layers)
    encoder = Encoder(a.model, layers)
    state = encoder.state_dict()
    told = base_state(ours.state_dict(), layers)
    places = state["embeddings.position_embeddings.weight"]
    told["embeddings.position_embeddings.weight"] = ours.pos.weight[: len(places)]
    words = told["embeddings.word_embeddings.weight"]
    whole = state["embeddings.word_embeddings.weight"].clone()
    whole[: len(words)] = words
    told["embeddings.word_embeddings.weight"] = whole
    encoder.load_state_dict(state | told)
    heads = head_state(a.weights, table)
    width = heads["project.weight"].shape[1] - WIDTH
    head = Head(WIDTH, width, len(table["tags"]), len(table["relations"]))
    head.load_state_dict(heads)
    torch.save(
        {"head": head.state_dict(), "encoder": encoder.state_dict()}, f"{a.out}.pt"
    )
    meta = {
        "layers": layers,
        "take": [layers],
        "tags": table["tags"],
        "deps": table["relations"],
        "hidden": head.lstm.hidden_size,
        "parse": 1,
    }
    Path(f"{a.out}.json").write_text(json.dumps(meta))


if __name__ == "__main__":
    main()
