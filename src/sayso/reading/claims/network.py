"""The claim reader's weights and sums: from states of words to scores of every field.

The encoder's upper layers and the recurrent layer run in onnxruntime; what is asked of
each candidate is a few small products in numpy. Method: attention finds the words that
say what happened to the counted; one softmax over measures, "no claim" among them;
then for each field a softmax over all words within reach (or over sources, or options
of days) with "not said" among them: pointers (Vinyals et al. 2015), trained on the sum
over all right words. What the measures' files say, of the words that attention found
above all, enters the measure's score through weights shared by all measures.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.model import ClaimField
from sayso.reading.claims.pairs import Relations

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]

POINTED = (ClaimField.AFFECTED, ClaimField.ACTOR, ClaimField.PLACE)
"""Fields that point at words, in the order of the weights."""

Weights = Mapping[str, Floats]


def relu(x: Floats) -> Floats:
    """Give what is above zero."""
    return np.maximum(x, np.float32(0))


def linear(weights: Weights, name: str, x: Floats) -> Floats:
    """Give one layer's sums."""
    found: Floats = x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]
    return found


def softmax(scores: Floats) -> Floats:
    """Give chances along the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    found: Floats = raised / raised.sum(-1, keepdims=True)
    return found


@dataclass(frozen=True, slots=True)
class Keys:
    """What a block's words answer to pointers, computed once for all candidates."""

    keys: tuple[Floats, ...]
    """Words by width, one array for each of `POINTED`."""
    values: tuple[Floats, ...]
    """How apt each word is for the field, whoever asks."""
    event_keys: Floats
    event_values: Floats


def pointer_keys(weights: Weights, words: Floats) -> Keys:
    """Give the answers of words to pointers."""
    fields = range(len(POINTED))
    return Keys(
        tuple(linear(weights, f"pk.{at}", words) for at in fields),
        tuple(linear(weights, f"pv.{at}", words)[:, 0] for at in fields),
        linear(weights, "ek", words),
        linear(weights, "ev", words)[:, 0],
    )


@dataclass(frozen=True, slots=True)
class SourceKeys:
    """What a block's sources answer, computed once for all candidates."""

    keys: Floats
    values: Floats
    """How apt each source is, whoever asks."""


def source_keys(weights: Weights, sources: Floats) -> SourceKeys:
    """Give the answers of sources, from the mean state of each source's words."""
    if not len(sources):
        return SourceKeys(sources, sources)
    keys, values = linear(weights, "ck", sources), linear(weights, "cv", sources)
    return SourceKeys(keys, values[:, 0])


def candidate_states(
    weights: Weights, words: Floats, places: Numbers, signs: Floats
) -> Floats:
    """Give what the network knows of each candidate by where it stands.

    Args:
        weights: Trained arrays by name.
        words: States of the block's words.
        places: For each candidate its first and last word, its anchor and the word
            that governs it, counted in the block.
        signs: Signs of each candidate.
    """
    read = words[places].reshape(len(places), -1)
    return relu(linear(weights, "cand.0", np.concatenate([read, signs], -1)))


def event_chances(
    weights: Weights, keys: Keys, part: slice, state: Floats, relations: Relations
) -> Floats:
    """Give the chance of "no word", then of each word, to say what happened.

    Args:
        weights: Trained arrays by name.
        keys: Of a block's words.
        part: The words within the candidate's reach, in the block.
        state: Of the candidate.
        relations: How those words stand to the candidate.
    """
    query = linear(weights, "eq", state)
    scores = keys.event_keys[part] @ query / np.float32(np.sqrt(len(query)))
    scores = scores + keys.event_values[part]
    scores += weights["edist"][relations.distances]
    scores += weights["esd"][relations.sentences]
    scores += relations.signs @ weights["erf"]
    return softmax(np.concatenate([linear(weights, "en", state), scores]))


def join_events(weights: Weights, states: Floats, events: Floats) -> Floats:
    """Give the candidates' states once the words of their events are known.

    Args:
        weights: Trained arrays by name.
        states: Of the candidates.
        events: For each the mean state of words, weighed by their chance of saying
            what happened.
    """
    return relu(linear(weights, "mix.0", np.concatenate([states, events], -1)))


def join_neighbours(weights: Weights, states: Floats) -> Floats:
    """Give the candidates' states once those before and behind them are known.

    A figure of a list has the measure, the speaker and the day of its neighbours.
    Recurrent units with gates (Cho et al. 2014), one layer each way.

    Args:
        weights: Trained arrays by name.
        states: Of the candidates of one block, in the order of the text.
    """
    ahead = _recur(weights, "near", "l0", states)
    back = _recur(weights, "near", "l0_reverse", states[::-1])[::-1]
    return states + linear(weights, "beside", np.concatenate([ahead, back], -1))


def _recur(weights: Weights, name: str, layer: str, states: Floats) -> Floats:
    """Give the states of a gated recurrent layer, one row for each row given."""
    into, onto = (weights[f"{name}.weight_{way}_{layer}"].T for way in ("ih", "hh"))
    drive = states @ into + weights[f"{name}.bias_ih_{layer}"]
    bias = weights[f"{name}.bias_hh_{layer}"]
    width = len(onto)
    state: Floats = np.zeros(width, np.float32)
    found: Floats = np.zeros((len(states), width), np.float32)
    for number, row in enumerate(drive):
        own = state @ onto + bias
        gates = _sigmoid(row[: 2 * width] + own[: 2 * width])
        reset, keep = gates[:width], gates[width:]
        new: Floats = np.tanh(row[2 * width :] + reset * own[2 * width :])
        found[number] = (1 - keep) * new + keep * state
        state = found[number]
    return found


def _sigmoid(x: Floats) -> Floats:
    found: Floats = np.float32(1) / (np.float32(1) + np.exp(-x))
    return found


def measure_chances(
    weights: Weights, states: Floats, lexicon: Floats, said: Floats
) -> Floats:
    """Give the chance of each measure for each candidate; column 0 is "no claim".

    Args:
        weights: Trained arrays by name.
        states: Of the candidates, events joined.
        lexicon: Signs of each candidate and measure.
        said: For each candidate and measure the chance that a word of the measure's
            file says what happened.
    """
    scores = _with_new(linear(weights, "meas", states), lexicon.shape[1])
    share = said / (said.sum(-1, keepdims=True) + np.float32(1e-3))
    signs = np.concatenate([lexicon, said[..., None], share[..., None]], -1)
    gate = linear(weights, "gate", states)
    gates = np.broadcast_to(gate[:, None], (*signs.shape[:2], gate.shape[-1]))
    inner = relu(linear(weights, "phi.0", np.concatenate([signs, gates], -1)))
    scores[:, 1:] += linear(weights, "phi.2", inner)[..., 0]
    scores[:, 1:] += signs @ weights["direct.weight"][0]
    return softmax(scores)


def _with_new(scores: Floats, count: int) -> Floats:
    """Give scores with a column for each measure that came after the training.

    It begins where the known ones lie on average: what the measure's own file says
    of the words decides.
    """
    new = count + 1 - scores.shape[1]
    if new <= 0:
        return scores
    column = scores[:, 1:].mean(1, keepdims=True)
    return np.concatenate([scores, np.repeat(column, new, axis=1)], axis=1)


def claim_states(weights: Weights, states: Floats, measures: Numbers) -> Floats:
    """Give what the network knows of each candidate once its measure is settled."""
    table = weights["memb.weight"]
    known = np.minimum(measures, len(table) - 1)
    is_new = (measures >= len(table))[:, None]
    named = np.where(is_new, table[1:].mean(0), table[known])
    return relu(linear(weights, "post.0", np.concatenate([states, named], -1)))


def pointed_chances(
    weights: Weights, keys: Keys, part: slice, state: Floats, relations: Relations
) -> dict[ClaimField, Floats]:
    """Give for each pointed field the chances of "not said", then of each word.

    Args:
        weights: Trained arrays by name.
        keys: Of a block's words.
        part: The words within the candidate's reach, in the block.
        state: The claim's state.
        relations: How those words stand to the candidate.
    """
    none = linear(weights, "pn", state)
    found = {}
    for at, field in enumerate(POINTED):
        query = linear(weights, f"pq.{at}", state)
        scores = keys.keys[at][part] @ query / np.float32(np.sqrt(len(query)))
        scores = scores + keys.values[at][part]
        scores += weights["dist"][at][relations.distances]
        scores += weights["sd"][at][relations.sentences]
        scores += relations.signs @ weights["rf"][at]
        found[field] = softmax(np.concatenate([none[at : at + 1], scores]))
    return found


def source_chances(
    weights: Weights, state: Floats, sources: SourceKeys, signs: Floats
) -> Floats:
    """Give the chances of "nobody is said to say it", then of each possible claimant.

    Args:
        weights: Trained arrays by name.
        state: The claim's state.
        sources: Answers of each source.
        signs: Signs of each source for this candidate.
    """
    none = linear(weights, "cn", state)
    if not len(sources.keys):
        return np.ones(1, np.float32)
    query = linear(weights, "cq", state)
    scores = sources.keys @ query / np.float32(np.sqrt(len(query)))
    scores += linear(weights, "cf.2", relu(linear(weights, "cf.0", signs)))[:, 0]
    scores += sources.values
    return softmax(np.concatenate([none, scores]))


def day_keys(weights: Weights, options: Floats) -> Floats:
    """Give what options of days answer, from the mean state of each one's words."""
    return linear(weights, "tk", options)


def day_chances(
    weights: Weights, state: Floats, keys: Floats, signs: Floats, kinds: Numbers
) -> Floats:
    """Give the chance of each option of days.

    Args:
        weights: Trained arrays by name.
        state: The claim's state.
        keys: What each option answers, see `day_keys`.
        signs: Signs of each option; column 5 marks the report's own day.
        kinds: Kind of each option.
    """
    query = linear(weights, "tq", state)
    scores = keys @ query / np.float32(np.sqrt(len(query)))
    scores += linear(weights, "tf.2", relu(linear(weights, "tf.0", signs)))[:, 0]
    scores += linear(weights, "tkind", state)[kinds]
    scores += linear(weights, "tpub", state) * signs[:, 5]
    return softmax(scores)
