"""Make the tagger's encoder give its lower states too, which the claim reader shares.

    python -m claims.lower WEIGHTS [--layers N]

Adds the output "below" to WEIGHTS/encoder.onnx, the states of pieces after N layers,
and mends its hash in WEIGHTS/reader.json. Nothing that it computed before changes.
"""

import argparse
import json
from pathlib import Path

import onnx

from claims.encoder import WIDTH
from claims.onnx_files import hashes

NAME = "below"


def add_lower_states(model, layers):
    """Name the output of a layer of an encoder and give it out."""
    scale = f"encoder.layers.{layers - 1}.output.LayerNorm.weight"
    found = [
        node.output[0]
        for node in model.graph.node
        if node.op_type == "LayerNormalization" and node.input[1] == scale
    ]
    if len(found) != 1:
        raise ValueError(f'no layer norm with the weight "{scale}" in the encoder')
    for node in model.graph.node:
        for names in (node.input, node.output):
            for number, name in enumerate(names):
                if name == found[0]:
                    names[number] = NAME
    kind = onnx.TensorProto.FLOAT
    output = onnx.helper.make_tensor_value_info(NAME, kind, ["n_pieces", WIDTH])
    model.graph.output.append(output)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("weights", type=Path)
    p.add_argument("--layers", type=int, default=3)
    a = p.parse_args()
    path = a.weights / "encoder.onnx"
    model = onnx.load(str(path))
    if any(output.name == NAME for output in model.graph.output):
        print("its lower states are given already")
        return
    add_lower_states(model, a.layers)
    onnx.save(model, str(path))
    table = json.loads((a.weights / "reader.json").read_text())
    table["sha256"] |= hashes(a.weights, ["encoder.onnx"])
    (a.weights / "reader.json").write_text(json.dumps(table, indent=1) + "\n")


if __name__ == "__main__":
    main()
