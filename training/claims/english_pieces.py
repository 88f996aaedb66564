"""English training documents as the reader of Russian and Ukrainian would see them.

    python -m claims.english_pieces OUT.pkl VOCABULARY.json DOCUMENTS.pkl...
        --files NAME...

Pieces are e5's, syntax is taken away: what a claim is carries over, words do not.
"""

import argparse
import random

import numpy as np

from claims.document import load_documents, save_documents
from claims.e5 import pieces_of
from sayso.reading.claims.pairs import EDGES
from sayso.reading.tagger.shapes import SHAPE_SIZE, cut_windows

SEED = 4
BEGINS = 11 - SHAPE_SIZE
"""Column of a word's shape: a sentence begins with it."""
BY_SYNTAX = slice(5, 8)
"""Columns of the measures' signs that rest on syntax."""
HANGS = slice(0, 5)
"""Columns of the relations of words that rest on it."""
ABOVE = 21
"""Column of the signs of days that rests on it."""


def without_syntax(document, cut):
    """Change a document: other pieces, and nothing that rests on syntax."""
    words = document.words
    document.pieces = [cut(word) for word in words]
    sizes = [len(pieces) for pieces in document.pieces]
    document.windows = cut_windows(sizes, document.signs[:, BEGINS].astype(bool))
    document.tags = np.zeros(len(words), np.uint8)
    document.relations = np.zeros(len(words), np.uint8)
    document.lexicon = document.lexicon.copy()
    document.lexicon[:, :, BY_SYNTAX] = 0
    document.distances = []
    for candidate in document.candidates:
        candidate.path, candidate.anchor = [], candidate.last - 1
        document.distances.append(buckets(np.arange(len(words)) - candidate.anchor))
    document.relation_signs = [signs.copy() for signs in document.relation_signs]
    for signs in document.relation_signs:
        signs[:, HANGS] = 0
    for signs in document.day_signs:
        signs[:, ABOVE] = 0


def buckets(away):
    """Give the rows of the table of distances for signed distances."""
    found = np.searchsorted(EDGES, np.abs(away), side="right") - 1
    return (found + np.where(away < 0, len(EDGES), 0)).astype(np.int8)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("out")
    p.add_argument("vocabulary")
    p.add_argument("documents", nargs="+")
    p.add_argument("--files", nargs="+", required=True, help="names without endings")
    p.add_argument("--count", type=int, default=380, help="documents taken")
    a = p.parse_args()
    documents = [d for d in load_documents(a.documents) if d.file in a.files]
    random.Random(SEED).shuffle(documents)
    documents = documents[: a.count]
    cut = pieces_of(a.vocabulary).of
    for document in documents:
        without_syntax(document, cut)
    save_documents(documents, a.out)
    print(len(documents))


if __name__ == "__main__":
    main()
