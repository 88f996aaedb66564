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

SPEAKING = 0.2
"""Chance that a word of its own says what happened, from which an added measure is
raised in full."""
RAISED = 0.5
"""How far it is raised from the mean of the known measures to the best of them. Eight
measures of held-back press taken for added ones: 56 of 100 of their claims found, 84 of
100 read right; at 0 33 and 87, at 1 65 and 63."""
_ANSWERS = "answers"
"""Name of the layer that `with_answers` makes."""

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

    keys: Floats
    """Fields of `POINTED` by words by width."""
    values: Floats
    """Fields by words: how apt each word is for the field, whoever asks."""
    event_keys: Floats
    event_values: Floats


def pointer_keys(weights: Weights, words: Floats) -> Keys:
    """Give the answers of words to pointers."""
    found = linear(weights, _ANSWERS, words)
    count = len(POINTED) + 1
    keys = found[:, :-count].reshape(len(words), count, -1).swapaxes(0, 1)
    values = found[:, -count:].T
    return Keys(keys[:-1], values[:-1], keys[-1], values[-1])


def with_answers(weights: Weights) -> Weights:
    """Give the weights with all that words answer to pointers as one layer.

    One product of larger matrices costs half of eight small ones.
    """
    fields = range(len(POINTED))
    layers = [*(f"pk.{at}" for at in fields), "ek"]
    layers += [*(f"pv.{at}" for at in fields), "ev"]
    return {
        **weights,
        **{
            f"{_ANSWERS}.{part}": np.concatenate(
                [weights[f"{n}.{part}"] for n in layers]
            )
            for part in ("weight", "bias")
        },
    }


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


@dataclass(frozen=True, slots=True)
class Query:
    """What one candidate asks of words, sources or days."""

    query: Floats
    """By width; for pointed fields one row a field."""
    none: Floats
    """Score of "not said", one number or one a field."""


def event_queries(weights: Weights, states: Floats) -> list[Query]:
    """Give what candidates ask of the words that may say what happened."""
    asked = linear(weights, "eq", states), linear(weights, "en", states)
    return list(map(Query, *asked))


def event_chances(
    weights: Weights, keys: Keys, part: slice, asked: Query, relations: Relations
) -> Floats:
    """Give the chance of "no word", then of each word, to say what happened.

    Args:
        weights: Trained arrays by name.
        keys: Of a block's words.
        part: The words within the candidate's reach, in the block.
        asked: What the candidate asks.
        relations: How those words stand to the candidate.
    """
    query = asked.query
    scores = keys.event_keys[part] @ query / np.float32(np.sqrt(len(query)))
    scores = scores + keys.event_values[part]
    scores += weights["edist"][relations.distances]
    scores += weights["esd"][relations.sentences]
    scores += relations.signs @ weights["erf"]
    return softmax(np.concatenate([asked.none, scores]))


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
    scores = _with_new(linear(weights, "meas", states), said)
    share = said / (said.sum(-1, keepdims=True) + np.float32(1e-3))
    signs = np.concatenate([lexicon, said[..., None], share[..., None]], -1)
    gate = linear(weights, "gate", states)
    gates = np.broadcast_to(gate[:, None], (*signs.shape[:2], gate.shape[-1]))
    inner = relu(linear(weights, "phi.0", np.concatenate([signs, gates], -1)))
    scores[:, 1:] += linear(weights, "phi.2", inner)[..., 0]
    scores[:, 1:] += signs @ weights["direct.weight"][0]
    return softmax(scores)


def _with_new(scores: Floats, said: Floats) -> Floats:
    """Give scores with a column for each measure that came after the training.

    It begins where the known ones lie on average, and higher where a word of the
    measure's own file says what happened: the network then sees a deed that is none of
    those it knows best. The rest the measure's file decides.
    """
    old = scores.shape[1]
    if said.shape[1] < old:
        return scores
    known = scores[:, 1:]
    mean, best = known.mean(1, keepdims=True), known.max(1, keepdims=True)
    speaks = np.minimum(said[:, old - 1 :] / SPEAKING, 1)
    return np.concatenate([scores, mean + RAISED * (best - mean) * speaks], axis=1)


def claim_states(weights: Weights, states: Floats, measures: Numbers) -> Floats:
    """Give what the network knows of each candidate once its measure is settled."""
    table = weights["memb.weight"]
    known = np.minimum(measures, len(table) - 1)
    is_new = (measures >= len(table))[:, None]
    named = np.where(is_new, table[1:].mean(0), table[known])
    return relu(linear(weights, "post.0", np.concatenate([states, named], -1)))


@dataclass(frozen=True, slots=True)
class Questions:
    """What one claim asks, once its measure is settled."""

    pointed: Query
    source: Query
    day: Query
    """With the score of the report's own day in place of "not said"."""
    day_kinds: Floats
    """Score of each kind of option of days."""
    stances: Floats
    """Chances."""
    accruals: Floats


def questions(weights: Weights, states: Floats) -> list[Questions]:
    """Give what claims ask, from the state of each, all claims at once."""

    def asked(name: str) -> Floats:
        return linear(weights, name, states)

    pointed = np.stack([asked(f"pq.{at}") for at in range(len(POINTED))], 1)
    return list(
        map(
            Questions,
            map(Query, pointed, asked("pn")),
            map(Query, asked("cq"), asked("cn")),
            map(Query, asked("tq"), asked("tpub")),
            asked("tkind"),
            softmax(asked("st")),
            softmax(asked("ac")),
        )
    )


def pointed_chances(
    weights: Weights, keys: Keys, part: slice, asked: Query, relations: Relations
) -> dict[ClaimField, Floats]:
    """Give for each pointed field the chances of "not said", then of each word.

    Args:
        weights: Trained arrays by name.
        keys: Of a block's words.
        part: The words within the candidate's reach, in the block.
        asked: What the claim asks.
        relations: How those words stand to the candidate.
    """
    queries = asked.query
    width = np.float32(np.sqrt(queries.shape[1]))
    scores = (keys.keys[:, part] @ queries[..., None])[..., 0] / width
    scores += keys.values[:, part]
    scores += weights["dist"][:, relations.distances]
    scores += weights["sd"][:, relations.sentences]
    scores += weights["rf"] @ relations.signs.T
    chances = softmax(np.concatenate([asked.none[:, None], scores], -1))
    return dict(zip(POINTED, chances, strict=True))


def source_chances(
    weights: Weights, asked: Query, sources: SourceKeys, signs: Floats
) -> Floats:
    """Give the chances of "nobody is said to say it", then of each possible claimant.

    Args:
        weights: Trained arrays by name.
        asked: What the claim asks.
        sources: Answers of each source.
        signs: Signs of each source for this candidate.
    """
    if not len(sources.keys):
        return np.ones(1, np.float32)
    query = asked.query
    scores = sources.keys @ query / np.float32(np.sqrt(len(query)))
    scores += linear(weights, "cf.2", relu(linear(weights, "cf.0", signs)))[:, 0]
    scores += sources.values
    return softmax(np.concatenate([asked.none, scores]))


def day_keys(weights: Weights, options: Floats) -> Floats:
    """Give what options of days answer, from the mean state of each one's words."""
    return linear(weights, "tk", options)


def day_chances(
    weights: Weights, asked: Questions, keys: Floats, signs: Floats, kinds: Numbers
) -> Floats:
    """Give the chance of each option of days.

    Args:
        weights: Trained arrays by name.
        asked: What the claim asks.
        keys: What each option answers, see `day_keys`.
        signs: Signs of each option; column 5 marks the report's own day.
        kinds: Kind of each option.
    """
    query = asked.day.query
    scores = keys @ query / np.float32(np.sqrt(len(query)))
    scores += linear(weights, "tf.2", relu(linear(weights, "tf.0", signs)))[:, 0]
    scores += asked.day_kinds[kinds]
    scores += asked.day.none * signs[:, 5]
    return softmax(scores)
