"""The claim reader's trained files, checked against the hashes they came with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

import numpy as np

from sayso.errors import VocabularyError
from sayso.reading.claims.network import Floats, Weights, with_answers
from sayso.reading.claims.pairs import DAY_SIGNS, RELATION_SIGNS, SOURCE_SIGNS
from sayso.reading.claims.signs import CANDIDATE_SIGNS, LEXICON_SIGNS, WORD_SIGNS
from sayso.reading.tagger.encoder import open_session, read_checked, read_weights
from sayso.vocabulary.languages import AnyLanguage, CasedLanguage
from sayso.vocabulary.measures import MEASURES

FOLDERS = ("sayso.reading.claims.weights_en", "sayso.reading.claims.weights_cased")
"""Packages that hold the files: for English, and for languages that decline."""
SIGNS = (
    WORD_SIGNS,
    CANDIDATE_SIGNS,
    LEXICON_SIGNS,
    RELATION_SIGNS,
    SOURCE_SIGNS,
    DAY_SIGNS,
)
"""Widths of all signs; weights that were trained on others are refused."""


@dataclass(frozen=True, slots=True)
class Model:
    """Loaded weights; made by `load_model`."""

    upper: Any
    """Session: states of pieces below -> states of words for claims."""
    context: Any
    """Session: states, signs and syntax of a run of words -> states in context."""
    weights: Weights
    thresholds: Mapping[str, Any]
    """What a chance must reach, by field, and how chances are calibrated."""
    learned: frozenset[str]
    """Measures that it was trained on; others came later."""


def model_for(language: AnyLanguage) -> Model:
    """Give the weights that read a language's claims."""
    return load_model(FOLDERS[isinstance(language, CasedLanguage)])


@cache
def load_model(folder: str) -> Model:
    """Give the weights of a folder, read once a process.

    Raises:
        VocabularyError: A file is absent, is not the one that was shipped, or was
            trained on other signs or measures.
    """
    table = json.loads(read_weights(folder, "claims.json"))
    if tuple(table["signs"]) != SIGNS:
        raise VocabularyError(
            f"claims.json: weights were trained on signs as wide as {table['signs']},"
            f" this version gives {list(SIGNS)}: train them anew (training/README.md)"
        )
    known = table["measures"]
    if known != list(MEASURES[: len(known)]):
        raise VocabularyError(
            "claims.json: weights were trained on other measures or another order;"
            " a new measure goes at the end of MEASURES"
        )
    upper, context, heads = (
        read_checked(folder, name, table["sha256"])
        for name in ("upper.onnx", "context.onnx", "heads.npz")
    )
    with np.load(BytesIO(heads)) as stored:
        weights: dict[str, Floats] = {
            name: stored[name].astype(np.float32) for name in stored.files
        }
    return Model(
        open_session(upper),
        open_session(context),
        with_answers(weights),
        table["thresholds"],
        frozenset(known),
    )
