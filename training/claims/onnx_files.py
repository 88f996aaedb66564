"""Networks as ONNX files in 8 bits, written so that they compute fast."""

import hashlib

import torch
import torch.nn.functional as F
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from claims.encoder import HEADS, WIDTH

HEAD = WIDTH // HEADS
OPSET = 17


class Layers(nn.Module):
    """Layers of an encoder over one window.

    The same sums as `Encoder.forward`, cheaper: no batch, the score's division by a
    head's root is in the query's weights, and the last layer is computed for the first
    pieces of words only. Changes the layers it is given.
    """

    def __init__(self, layers, *, kept=None):
        """Take layers over.

        Args:
            layers: Of an `Encoder`, from the lowest.
            kept: After how many layers the states of pieces are given as well.
        """
        super().__init__()
        self.layers, self.kept = layers, kept
        for layer in layers:
            layer.qkv.weight.data[:WIDTH] /= HEAD**0.5
            layer.qkv.bias.data[:WIDTH] /= HEAD**0.5

    def forward(self, x, first):
        below = None
        for number, layer in enumerate(self.layers, 1):
            q, k, v = layer.qkv(x).split(WIDTH, -1)
            if number == len(self.layers):
                q, x = q[first], x[first]
            q, k, v = (part.reshape(-1, HEADS, HEAD) for part in (q, k, v))
            share = torch.softmax(q.permute(1, 0, 2) @ k.permute(1, 2, 0), -1)
            found = (share @ v.permute(1, 0, 2)).permute(1, 0, 2).reshape(-1, WIDTH)
            x = layer.n1(x + layer.out(found))
            x = layer.n2(x + layer.down(F.gelu(layer.up(x))))
            if number == self.kept:
                below = x
        return x if self.kept is None else (x, below)


def write(module, example, path, *, axes, outputs, ops, keep_plain=False):
    """Write a network in 8 bits.

    Args:
        module: The network, in evaluation.
        example: Its inputs, for tracing.
        path: The file.
        axes: By name of an input or output, the name of its first axis; inputs first,
            in their order.
        outputs: Names of outputs.
        ops: Kinds of nodes whose weights become 8 bits.
        keep_plain: True to keep the file in 32 bits as well.

    Returns:
        Where the file in 32 bits is or was.
    """
    plain = path.with_suffix(".32.onnx")
    torch.onnx.export(
        module,
        example,
        str(plain),
        input_names=[name for name in axes if name not in outputs],
        output_names=outputs,
        dynamic_axes={name: {0: axis} for name, axis in axes.items()},
        opset_version=OPSET,
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
    if not keep_plain:
        plain.unlink()
    return plain


def hashes(folder, names):
    """Give SHA-256 by name of files in a folder."""
    return {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names
    }


def sizes(folder, names):
    """Give megabytes by name of files in a folder."""
    return {name: round((folder / name).stat().st_size / 1e6, 2) for name in names}
