"""The trained tagger: who says what, names, parts of speech and syntax, in one pass.

A small transformer reads windows of whole sentences; a recurrent layer then runs over
the words of all windows, so that a window's edge is no edge to it; linear heads give
the labels. onnxruntime computes both in one thread. Every window is computed alone
and nothing is padded, so a text's tags depend on that text and on nothing else.

Refuses to run on weights whose SHA-256 is not the one that was shipped. Reads no
network. Training, data and figures: weights/CARD.md and `training/`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from sayso.errors import VocabularyError
from sayso.reading.tagger.decoding import (
    RoleSpan,
    begin_runs,
    best_path,
    find_heads,
    join_words,
    pool_spans,
)
from sayso.reading.tagger.pieces import CLASSIFY, SEPARATE, Pieces
from sayso.reading.tagger.shapes import Layout, cut_windows, find_layout, shape_words
from sayso.reading.text.words import Tokens, split_words
from sayso.vocabulary.languages import Language

BLOCK = 24
"""Windows computed together, about 3,300 words: bounds memory on long texts."""

WEIGHTS = "sayso.reading.tagger.weights"

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Tagging:
    """What the tagger says of each word of one text, as parallel arrays."""

    layout: Layout
    """The words with their offsets, sentences, line breaks and quotation marks."""
    roles: NDArray[np.uint8]
    """Row numbers of `decoding.ROLES`."""
    entities: NDArray[np.uint8]
    """Row numbers of `decoding.ENTITIES`."""
    tags: NDArray[np.uint8]
    """Part of speech: row numbers of `tag_names` (Penn Treebank: "VBD", "VBN")."""
    relations: NDArray[np.uint8]
    """Relation to the head: row numbers of `relation_names` ("nsubj", "nsubjpass")."""
    heads: NDArray[np.int32]
    """Number of the word each hangs on, in its own sentence; its own for a root.

    Found word by word, so a circle is possible in odd text: bound your walks.
    """
    spans: tuple[RoleSpan, ...]
    """Runs of one role within one paragraph, in order."""
    vectors: Floats
    """For each span, what the linker compares: see `decoding.pool_spans`."""
    tag_names: tuple[str, ...]
    relation_names: tuple[str, ...]

    @property
    def tokens(self) -> Tokens:
        """The words with their offsets."""
        return self.layout.tokens

    def tag(self, word: int) -> str:
        """Give the Penn Treebank tag of a word."""
        return self.tag_names[int(self.tags[word])]

    def relation(self, word: int) -> str:
        """Give a word's relation to its head; "same" inside what counts as one word.

        Labels are those of spaCy's English models: nsubj, nsubjpass, agent, dobj,
        prep, pobj, aux, auxpass, conj, ccomp, relcl, acl, ...; "ROOT" for a root.
        """
        return self.relation_names[int(self.relations[word])]


@dataclass(frozen=True, slots=True)
class Encoder:
    """Loaded weights; made by `load_encoder`."""

    pieces: Pieces
    words: Any
    """Session: word pieces of one window -> states of its words."""
    heads: Any
    """Session: states and shapes of a run of words -> scores of every head."""
    table: dict[str, Any]


@lru_cache(1)
def load_encoder() -> Encoder:
    """Give the weights, read once a process.

    Raises:
        VocabularyError: A file is absent or is not the one that was shipped.
    """
    table = json.loads(_read("reader.json"))
    pieces, words, heads = (
        _checked(name, table["sha256"])
        for name in ("vocabulary.txt", "encoder.onnx", "heads.onnx")
    )
    vocabulary = pieces.decode("utf-8").split("\n")
    sessions = _session(words), _session(heads)
    return Encoder(Pieces(vocabulary), *sessions, table)


@lru_cache(1)
def load_linker() -> dict[str, Any]:
    """Give the linker's small networks as arrays, read once a process."""
    stored = json.loads(_checked("linker.json", load_encoder().table["sha256"]))
    return {
        name: value
        if not isinstance(value, dict)
        else {part: np.array(rows, np.float32) for part, rows in value.items()}
        for name, value in stored.items()
    }


def _checked(name: str, hashes: dict[str, str]) -> bytes:
    """Give a weights file's bytes, refused when they are not the shipped ones."""
    blob = _read(name)
    found = hashlib.sha256(blob).hexdigest()
    if found != hashes.get(name):
        raise VocabularyError(
            f'weights file "{name}" has SHA-256 {found}, expected {hashes.get(name)}:'
            " reinstall sayso"
        )
    return blob


def _read(name: str) -> bytes:
    try:
        return files(WEIGHTS).joinpath(name).read_bytes()
    except FileNotFoundError as error:
        raise VocabularyError(
            f'weights file "{name}" is missing in {WEIGHTS}'
        ) from error


def _session(model: bytes) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        model, options, providers=["CPUExecutionProvider"]
    )


def tag_text(text: str, language: Language) -> Tagging:
    """Give roles, names, parts of speech and syntax of a text's words.

    The time is linear in the text; beyond the words and their labels, memory is that
    of one block. An empty text gives empty arrays.

    Args:
        text: Any text.
        language: That of the text, for which the weights were made.
    """
    encoder = load_encoder()
    layout = find_layout(split_words(text), language)
    count = len(layout.tokens)
    roles, entities, tags, relations = (np.zeros(count, np.uint8) for _ in range(4))
    heads = np.arange(count, dtype=np.int32)
    spans: list[RoleSpan] = []
    vectors: list[Floats] = []
    for first, last, scores in _run_blocks(encoder, layout):
        part = slice(first, last)
        cut, starts = layout.paragraphs[part], layout.sentences[part]
        roles[part] = best_path(scores["roles"], cut, encoder.table)
        entities[part] = begin_runs(scores["entities"], cut)
        tags[part], relations[part] = scores["tags"], scores["relations"]
        heads[part] = first + find_heads(scores["arcs"], starts, encoder.table)
        found = join_words(roles[part], cut, scores["roles"], offset=first)
        spans += found
        vectors.append(pool_spans(found, scores["links"], offset=first))
    pooled = np.concatenate(vectors) if vectors else np.zeros((0, 4), np.float32)
    return Tagging(
        layout,
        roles,
        entities,
        tags,
        relations,
        heads,
        tuple(spans),
        pooled,
        tuple(encoder.table["tags"]),
        tuple(encoder.table["relations"]),
    )


def _run_blocks(
    encoder: Encoder, layout: Layout
) -> Iterator[tuple[int, int, dict[str, Any]]]:
    """Yield runs of words with the heads' scores for them.

    The recurrent layer also sees a window before and after each run.
    """
    pieces = [encoder.pieces.of(word) for word in layout.tokens.words]
    windows = cut_windows([len(p) for p in pieces], layout.sentences)
    shapes = shape_words(layout)
    states: dict[int, Floats] = {}
    names = [output.name for output in encoder.heads.get_outputs()]
    for begin in range(0, len(windows), BLOCK):
        end = min(begin + BLOCK, len(windows))
        reach = range(max(begin - 1, 0), min(end + 1, len(windows)))
        states = {w: states[w] for w in reach if w in states}
        for w in reach:
            if w not in states:
                states[w] = _run_window(encoder, pieces[slice(*windows[w])])
        first, last = windows[begin][0], windows[end - 1][1]
        low, high = windows[reach[0]][0], windows[reach[-1]][1]
        inputs = {
            "words": np.concatenate([states[w] for w in reach]),
            "shapes": shapes[low:high].astype(np.float32),
        }
        outputs = encoder.heads.run(None, inputs)
        inner = slice(first - low, last - low)
        yield first, last, {n: o[inner] for n, o in zip(names, outputs, strict=True)}


def _run_window(encoder: Encoder, pieces: list[tuple[int, ...]]) -> Floats:
    ids, first = [CLASSIFY], []
    for word in pieces:
        first.append(len(ids))
        ids += word
    ids.append(SEPARATE)
    inputs = {"pieces": np.array(ids, np.int64), "first": np.array(first, np.int64)}
    states: Floats = encoder.words.run(None, inputs)[0]
    return states
