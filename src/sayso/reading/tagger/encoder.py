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
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate, chain
from types import MappingProxyType
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
from sayso.reading.tagger.pieces import Pieces
from sayso.reading.tagger.shapes import Layout, cut_windows, find_layout, shape_words
from sayso.reading.tagger.unigram import UnigramPieces
from sayso.reading.text.words import Tokens, split_words
from sayso.vocabulary.languages import AnyLanguage, CasedLanguage

BLOCK = 24
"""Windows computed together, about 3,300 words: bounds memory on long texts."""

KEPT = 96
"""Windows whose lower states are kept for other readers: about 13,000 words, 25 MB."""

WIDTH = 384
"""Width of a state."""

WEIGHTS = "sayso.reading.tagger.weights"
WEIGHTS_CASED = "sayso.reading.tagger.weights_cased"
"""Packages that hold the files: for English, and for languages that decline."""

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Windows:
    """The encoder's windows of one text."""

    encoder: Encoder
    pieces: list[tuple[int, ...]]
    """Word pieces of each word."""
    ranges: list[tuple[int, int]]
    """Half-open range of words of each window, in order."""
    kept: dict[int, tuple[Floats, Numbers]]
    """Number of a window -> states of its pieces below the layers that are the
    tagger's own, and where its words begin; of the first `KEPT` windows, others are
    computed again when asked."""


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
    windows: Windows
    """How the text was cut for the encoder, with what it found below the top."""

    @property
    def tokens(self) -> Tokens:
        """The words with their offsets."""
        return self.layout.tokens

    @property
    def has_links(self) -> bool:
        """True when the weights give what a linker compares (`vectors`)."""
        return len(self.vectors) == len(self.spans)

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

    pieces: Pieces | UnigramPieces
    words: Any
    """Session: word pieces of one window -> states of its words."""
    heads: Any
    """Session: states and shapes of a run of words -> scores of every head."""
    table: dict[str, Any]


@cache
def load_encoder(folder: str = WEIGHTS) -> Encoder:
    """Give the weights of a folder, read once a process.

    Rooms name the folder: without one, `cache` would keep the same weights once more.

    Raises:
        VocabularyError: A file is absent or is not the one that was shipped.
    """
    table = json.loads(read_weights(folder, "reader.json"))
    listed = next(name for name in table["sha256"] if name.startswith("vocabulary"))
    pieces, words, heads = (
        read_checked(folder, name, table["sha256"])
        for name in (listed, "encoder.onnx", "heads.onnx")
    )
    sessions = open_session(words), open_session(heads)
    return Encoder(_read_pieces(listed, pieces), *sessions, table)


def _read_pieces(name: str, stored: bytes) -> Pieces | UnigramPieces:
    """Give what cuts words: a list of pieces, or one with their chances."""
    text = stored.decode("utf-8")
    if name.endswith(".txt"):
        return Pieces(text.split("\n"))
    return UnigramPieces([(piece, chance) for piece, chance in json.loads(text)])


@lru_cache(1)
def load_linker() -> dict[str, Any]:
    """Give the linker's small networks as arrays, read once a process."""
    stored = json.loads(
        read_checked(WEIGHTS, "linker.json", load_encoder(WEIGHTS).table["sha256"])
    )
    return {
        name: value
        if not isinstance(value, dict)
        else {part: np.array(rows, np.float32) for part, rows in value.items()}
        for name, value in stored.items()
    }


def read_checked(folder: str, name: str, hashes: Mapping[str, str]) -> bytes:
    """Give a weights file's bytes.

    Args:
        folder: Package that holds it.
        name: Its name.
        hashes: SHA-256 by name, as they were shipped.

    Raises:
        VocabularyError: The file is absent or is not the one that was shipped.
    """
    blob = read_weights(folder, name)
    found = hashlib.sha256(blob).hexdigest()
    if found != hashes.get(name):
        raise VocabularyError(
            f'weights file "{name}" has SHA-256 {found}, expected {hashes.get(name)}:'
            " reinstall sayso"
        )
    return blob


def read_weights(folder: str, name: str) -> bytes:
    """Give the bytes of a file in a package of weights.

    Raises:
        VocabularyError: It is missing.
    """
    try:
        return files(folder).joinpath(name).read_bytes()
    except (FileNotFoundError, ModuleNotFoundError) as error:
        raise VocabularyError(
            f'weights file "{name}" is missing in {folder}'
        ) from error


def open_session(model: bytes) -> Any:
    """Give a session that computes a network in one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        model, options, providers=["CPUExecutionProvider"]
    )


def weights_of(language: AnyLanguage) -> str:
    """Give the folder of weights that reads a language."""
    return WEIGHTS_CASED if isinstance(language, CasedLanguage) else WEIGHTS


def tag_text(
    text: str, language: AnyLanguage, shown: Mapping[str, str] = MappingProxyType({})
) -> Tagging:
    """Give roles, names, parts of speech and syntax of a text's words.

    Args:
        text: Any text.
        language: The text's; for those that decline the weights give roles and names
            only, and every word is its own head.
        shown: Words that the network is shown another word for.

    Returns:
        Parallel arrays, see `Tagging`.

    The time is linear in the text; beyond the words and their labels, memory is that
    of one block. An empty text gives empty arrays.

    Args:
        text: Any text.
        language: That of the text, for which the weights were made.
    """
    encoder = load_encoder(weights_of(language))
    layout = find_layout(split_words(text), language)
    count = len(layout.tokens)
    roles, entities, tags, relations = (np.zeros(count, np.uint8) for _ in range(4))
    heads = np.arange(count, dtype=np.int32)
    spans: list[RoleSpan] = []
    vectors: list[Floats] = []
    pieces = [encoder.pieces.of(shown.get(w, w)) for w in layout.tokens.words]
    ranges = cut_windows([len(p) for p in pieces], layout.sentences)
    windows = Windows(encoder, pieces, ranges, {})
    for first, last, scores in _run_blocks(encoder, layout, windows):
        part = slice(first, last)
        cut, starts = layout.paragraphs[part], layout.sentences[part]
        roles[part] = best_path(scores["roles"], cut, encoder.table)
        entities[part] = begin_runs(scores["entities"], cut)
        found = join_words(roles[part], cut, scores["roles"], offset=first)
        spans += found
        if "arcs" in scores:
            tags[part], relations[part] = scores["tags"], scores["relations"]
            heads[part] = first + find_heads(scores["arcs"], starts, encoder.table)
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
        windows,
    )


def word_states(tagging: Tagging, first: int, last: int, upper: Any) -> Floats:
    """Give states of words that another reader's own upper layers make.

    Args:
        tagging: The text's tagging, whose lower states are shared.
        first: First word asked for.
        last: Word behind the last.
        upper: Session: states of a window's pieces below, and which pieces are first
            of their word -> states of its words.

    Returns:
        One row a word of the range.
    """
    found = []
    ranges = tagging.windows.ranges
    for number, (low, high) in enumerate(ranges):
        if high <= first or low >= last:
            continue
        kept = tagging.windows.kept.get(number)
        if kept is None:
            pieces = tagging.windows.pieces[low:high]
            kept = _run_window(tagging.windows.encoder, pieces)[1:]
        below, starts = kept
        states = upper.run(None, {"below": below, "first": starts})[0]
        found.append(states[max(first - low, 0) : last - low])
    return np.concatenate(found) if found else np.zeros((0, WIDTH), np.float32)


def _run_blocks(
    encoder: Encoder, layout: Layout, cut: Windows
) -> Iterator[tuple[int, int, dict[str, Any]]]:
    """Yield runs of words with the heads' scores for them.

    The recurrent layer also sees a window before and after each run.
    """
    windows = cut.ranges
    shapes = shape_words(layout)
    states: dict[int, Floats] = {}
    names = [output.name for output in encoder.heads.get_outputs()]
    for begin in range(0, len(windows), BLOCK):
        end = min(begin + BLOCK, len(windows))
        reach = range(max(begin - 1, 0), min(end + 1, len(windows)))
        states = {w: states[w] for w in reach if w in states}
        for w in reach:
            if w not in states:
                pieces = cut.pieces[slice(*windows[w])]
                states[w], below, begins = _run_window(encoder, pieces)
                if w < KEPT:
                    cut.kept[w] = below, begins
        first, last = windows[begin][0], windows[end - 1][1]
        low, high = windows[reach[0]][0], windows[reach[-1]][1]
        inputs = {
            "words": np.concatenate([states[w] for w in reach]),
            "shapes": shapes[low:high].astype(np.float32),
        }
        outputs = encoder.heads.run(None, inputs)
        inner = slice(first - low, last - low)
        yield first, last, {n: o[inner] for n, o in zip(names, outputs, strict=True)}


def _run_window(
    encoder: Encoder, pieces: list[tuple[int, ...]]
) -> tuple[Floats, Floats, Numbers]:
    """Give the states of a window's words and of its pieces below.

    Behind them stands the number of the piece that each word begins with.
    """
    marks = encoder.pieces.opening, encoder.pieces.closing
    ids = [marks[0], *chain.from_iterable(pieces), marks[1]]
    begins = list(accumulate(map(len, pieces), initial=1))[:-1]
    first = np.array(begins, np.int64)
    inputs = {"pieces": np.array(ids, np.int64), "first": first}
    states, below = encoder.words.run(None, inputs)
    return states, below, first
