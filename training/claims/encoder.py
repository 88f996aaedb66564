"""The encoder that is trained on: the shipped tagger's, out of its 8-bit file, or e5.

Names of its parts are those of the checkpoints.
"""

from importlib.resources import files

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper
from torch import nn

from sayso.reading.tagger.encoder import WEIGHTS

WIDTH, HEADS, INNER, LENGTH = 384, 12, 1536, 514
EPSILON = 1e-12
TAGGER_PIECES, TAGGER_LAYERS = 30522, 5
MARKS = (101, 102, 103)
"""Ids of the marks around a window and of the mask, in the tagger's vocabulary."""
OPEN = -1e4
"""Added to the score of a piece that pads."""


class Layer(nn.Module):
    """One transformer layer (Vaswani et al. 2017), norms behind the sums."""

    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.n1 = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.n2 = nn.LayerNorm(WIDTH, eps=EPSILON)

    def forward(self, x, bias, drop=0.0):
        size, length, _ = x.shape
        joint = self.qkv(x).view(size, length, 3, HEADS, WIDTH // HEADS)
        q, k, v = joint.permute(2, 0, 3, 1, 4)
        found = F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        found = self.out(found.transpose(1, 2).reshape(size, length, WIDTH))
        if self.training and drop:
            found = F.dropout(found, drop)
        x = self.n1(x + found)
        found = self.down(F.gelu(self.up(x)))
        if self.training and drop:
            found = F.dropout(found, drop)
        return self.n2(x + found)


class Encoder(nn.Module):
    """Pieces of windows in, their states out."""

    def __init__(self, vocabulary, layers, *, pad=0, marks=MARKS):
        """Make an encoder.

        Args:
            vocabulary: How many pieces it knows.
            layers: How many layers it has.
            pad: Id of the piece that pads.
            marks: Ids of the opening and closing mark and of the mask.
        """
        super().__init__()
        self.word = nn.Embedding(vocabulary, WIDTH)
        self.pos = nn.Embedding(LENGTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.layers = nn.ModuleList([Layer() for _ in range(layers)])
        self.pad, self.marks, self.drop = pad, marks, 0.1

    def forward(self, ids, mask, frozen=0):
        """Give states of pieces; the lowest `frozen` layers are not trained."""
        bias = torch.zeros(mask.shape).masked_fill(~mask, OPEN)[:, None, None, :]
        with torch.set_grad_enabled(torch.is_grad_enabled() and frozen == 0):
            places = torch.arange(ids.shape[1], device=ids.device)
            x = self.norm(self.word(ids) + self.pos(places)[None])
        for number, layer in enumerate(self.layers):
            if number >= frozen:
                x = layer(x, bias.to(x.dtype), self.drop)
                continue
            with torch.no_grad():
                was_training = layer.training
                layer.eval()
                x = layer(x, bias.to(x.dtype))
                layer.train(was_training)
        return x

    def freeze(self, layers):
        """Keep pieces, places and the lowest layers as they are."""
        for part in (self.word, self.pos, self.norm, *self.layers[:layers]):
            part.requires_grad_(False)

    def trained(self):
        """Give the parameters that are trained."""
        return [p for p in self.parameters() if p.requires_grad]


def encoder_of_tagger(path=None):
    """Give the encoder of the shipped tagger, its 8-bit weights as floats.

    Args:
        path: Its encoder.onnx; None for the one that comes with Sayso.
    """
    path = path or str(files(WEIGHTS) / "encoder.onnx")
    stored = {
        part.name: numpy_helper.to_array(part)
        for part in onnx.load(path).graph.initializer
    }

    def floats(name):
        whole = stored[f"{name}_quantized"].astype(np.float32)
        zero = stored[f"{name}_zero_point"].astype(np.float32)
        return (whole - zero) * stored[f"{name}_scale"]

    encoder = Encoder(TAGGER_PIECES, TAGGER_LAYERS)
    state = encoder.state_dict()
    base = "encoder.embeddings."
    words = floats(f"{base}word_embeddings.weight")
    state["word.weight"] = words + floats(f"{base}token_type_embeddings.weight")[0]
    places = floats(f"{base}position_embeddings.weight")
    state["pos.weight"][: len(places)] = torch.tensor(places)
    state["norm.weight"] = stored[f"{base}LayerNorm.weight"]
    state["norm.bias"] = stored[f"{base}LayerNorm.bias"]
    for number in range(TAGGER_LAYERS):
        state |= tagger_layer(stored, floats, number)
    encoder.load_state_dict({k: torch.as_tensor(np.array(v)) for k, v in state.items()})
    return encoder


def tagger_layer(stored, floats, number):
    """Give a layer's weights by the names of `Layer`."""
    ours, theirs = f"layers.{number}.", f"encoder.layers.{number}."
    weight = floats(f"joint.{number}.weight_Transposed").T.copy()
    bias = stored[f"joint.{number}.bias"].copy()
    # The shipped file has the score's division by a head's root in its query.
    weight[:WIDTH] *= (WIDTH // HEADS) ** 0.5
    bias[:WIDTH] *= (WIDTH // HEADS) ** 0.5
    found = {f"{ours}qkv.weight": weight, f"{ours}qkv.bias": bias}
    for own, other in (
        ("out", "attention.output.dense"),
        ("up", "intermediate.dense"),
        ("down", "output.dense"),
    ):
        found[f"{ours}{own}.weight"] = floats(f"{theirs}{other}.weight_Transposed").T
        found[f"{ours}{own}.bias"] = stored[f"{theirs}{other}.bias"]
    for own, other in (
        ("n1", "attention.output.LayerNorm"),
        ("n2", "output.LayerNorm"),
    ):
        for part in ("weight", "bias"):
            found[f"{ours}{own}.{part}"] = stored[f"{theirs}{other}.{part}"]
    return found
