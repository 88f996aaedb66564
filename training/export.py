"""Write a trained model as the reader's weights: two ONNX files, words, tables.

    export.py TRAINED WEIGHTS --model BASE [--exact]

TRAINED is the path given to train.py as OUT. --exact also writes 32-bit files, to
measure what the 8-bit ones lose.
"""

import argparse
import hashlib
import json
import logging
from pathlib import Path

import torch
from net import BUCKETS, REACH, Encoder, Head
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn


class Words(nn.Module):
    """One window: word pieces in, states of each word's first piece out.

    The same sums as Encoder.forward, cheaper: query, key and value are one product,
    and the last layer is computed for first pieces only, when no other is asked for.
    """

    def __init__(self, encoder, take):
        super().__init__()
        self.encoder, self.take = encoder, take
        self.joint = nn.ModuleList()
        for layer in encoder.layers:
            at = layer.attention.self
            parts = (at.query, at.key, at.value)
            joint = nn.Linear(384, 1152)
            joint.weight.data = torch.cat([p.weight for p in parts])
            joint.bias.data = torch.cat([p.bias for p in parts])
            # The score's division by the square root of a head's width.
            joint.weight.data[:384] /= 32**0.5
            joint.bias.data[:384] /= 32**0.5
            self.joint.append(joint)

    def forward(self, pieces, first):
        x = self.encoder.embeddings(
            input_ids=pieces[None], token_type_ids=torch.zeros_like(pieces[None])
        )[0]
        states = []
        for number, (layer, joint) in enumerate(
            zip(self.encoder.layers, self.joint, strict=True), 1
        ):
            q, k, v = joint(x).split(384, -1)
            if number == len(self.joint) and self.take == [number]:
                q, x = q[first], x[first]
            q, k, v = (y.reshape(-1, 12, 32) for y in (q, k, v))
            share = torch.softmax(q.permute(1, 0, 2) @ k.permute(1, 2, 0), -1)
            found = (share @ v.permute(1, 0, 2)).permute(1, 0, 2).reshape(-1, 384)
            x = layer.attention.output(found, x)
            x = layer.output(layer.intermediate(x), x)
            if number in self.take:
                states.append(x if self.take == [number] else x[first])
        return torch.cat(states, -1)


class Scores(nn.Module):
    """A run of words: states and shapes in, scores of every head out."""

    def __init__(self, head):
        super().__init__()
        self.head = head

    def forward(self, words, shapes):
        out = self.head(words[None], shapes[None])

        def best(x):
            return x[0].argmax(-1).to(torch.uint8)

        return (
            out["role"][0].log_softmax(-1),
            out["entity"][0].log_softmax(-1),
            out["link"][0],
            best(out["tag"]),
            best(out["dep"]),
            out["arc"][0],
        )


def write(module, example, path, inputs, outputs, *, ops, exact):
    plain = path.with_suffix(".32.onnx")
    axes = {k: {0: "n_" + k if k == "pieces" else "words"} for k in (*inputs, *outputs)}
    torch.onnx.export(
        module,
        example,
        str(plain),
        input_names=inputs,
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    # 7 bits: on processors without VNNI, 8-bit products would overflow and differ.
    quantize_dynamic(
        str(plain),
        str(path),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        op_types_to_quantize=ops,
    )
    if not exact:
        plain.unlink()


def main():
    logging.disable(logging.WARNING)
    p = argparse.ArgumentParser()
    p.add_argument("trained")
    p.add_argument("weights", type=Path)
    p.add_argument("--model", required=True)
    p.add_argument(
        "--lean", default="1.0,0.5,0.7", help="added to source, cue, content"
    )
    p.add_argument("--exact", action="store_true")
    a = p.parse_args()
    a.weights.mkdir(parents=True, exist_ok=True)
    meta = json.loads(Path(a.trained + ".json").read_text())
    state = torch.load(a.trained + ".pt", weights_only=True)
    encoder = Encoder(a.model, meta["layers"]).eval()
    if "encoder" in state:
        encoder.load_state_dict(state["encoder"])
    width = state["head"]["project.weight"].shape[1] - 384 * len(meta["take"])
    head = Head(
        384 * len(meta["take"]),
        width,
        len(meta["tags"]),
        len(meta["deps"]),
        hidden=meta["hidden"],
    ).eval()
    head.load_state_dict(state["head"], strict=False)
    ids = torch.randint(1000, 20000, (17,))
    with torch.no_grad():
        write(
            Words(encoder, meta["take"]),
            (ids, torch.tensor([1, 3, 4])),
            a.weights / "encoder.onnx",
            ["pieces", "first"],
            ["words"],
            ops=["MatMul", "Gather"],
            exact=a.exact,
        )
        write(
            Scores(head),
            (torch.randn(9, 384 * len(meta["take"])), torch.randn(9, width)),
            a.weights / "heads.onnx",
            ["words", "shapes"],
            ["roles", "entities", "links", "tags", "relations", "arcs"],
            ops=["LSTM"],
            exact=a.exact,
        )
    vocabulary = (
        (Path(a.model) / "vocab.txt").read_text(encoding="utf-8").split("\n")[:30522]
    )
    (a.weights / "vocabulary.txt").write_text(
        "\n".join(vocabulary) + "\n", encoding="utf-8"
    )
    names = ("encoder.onnx", "heads.onnx", "vocabulary.txt")
    table = {
        "name": Path(a.trained).name,
        "tags": meta["tags"],
        "relations": meta["deps"],
        "distances": BUCKETS,
        "reach": REACH,
        "near": [[round(x, 4) for x in row] for row in state["head"]["near"].tolist()],
        "steps": [
            [round(x, 4) for x in row]
            for row in state["head"].get("steps", torch.zeros(7, 7)).tolist()
        ],
        "lean": [0.0, *(float(x) for x in a.lean.split(",") for _ in "BI")],
        "no_source": round(float(state["head"]["null"]), 4),
        "sha256": {
            n: hashlib.sha256((a.weights / n).read_bytes()).hexdigest() for n in names
        },
    }
    (a.weights / "reader.json").write_text(json.dumps(table, indent=1) + "\n")
    print({n: round((a.weights / n).stat().st_size / 1e6, 2) for n in names})


if __name__ == "__main__":
    main()
