"""The claim reader's network: states of words in, scores of every field out.

What it computes is described at `sayso.reading.claims.network`, which runs it. Names of
its parts are those of the checkpoints and of heads.npz.
"""

import numpy as np
import torch
from torch import nn

from claims.document import REPORT_DAY
from claims.targets import ACCRUALS, NUMBERS, POINTED, STANCES
from sayso.reading.claims.days import DayKind
from sayso.reading.claims.pairs import (
    AHEAD,
    BEHIND,
    DAY_SIGNS,
    EDGES,
    RELATION_SIGNS,
    SOURCE_SIGNS,
)
from sayso.reading.claims.signs import CANDIDATE_SIGNS, LEXICON_SIGNS
from sayso.reading.tagger.encoder import WIDTH

WIDE, QUERY, TAG, RELATION, MEASURE, GATE = 256, 96, 8, 12, 32, 24
NEAR = 64
"""Width, each way, of what a candidate is told of those before and behind it."""
DISTANCES, SENTENCES = 2 * len(EDGES), BEHIND + AHEAD + 1
CUSTOMS = 2
"""Customs of annotation: our own reports', and those of the reports given to us."""
LEXICON = LEXICON_SIGNS + 2
"""With the chance, whole and as a share, that a word of the measure says it."""


class ClaimNet(nn.Module):
    """The heads; see each method for what it gives."""

    def __init__(self, signs, tags, relations, *, hidden=128, drop=0.25):
        """Make the network.

        Args:
            signs: Signs of a word.
            tags: How many parts of speech there are.
            relations: How many relations to a head there are.
            hidden: Width of the recurrent layer, each way.
            drop: Share of values left out in training.
        """
        super().__init__()
        # The order in which parts are made decides what a seed gives.
        self.drop = nn.Dropout(drop)
        self.tag = nn.Embedding(tags, TAG)
        self.rel = nn.Embedding(relations, RELATION)
        self.proj = nn.Linear(WIDTH + signs + TAG + RELATION, WIDE)
        self.lstm = nn.LSTM(WIDE, hidden, bidirectional=True, batch_first=True)
        word = 2 * hidden + WIDE
        self.cand = dense(4 * word + CANDIDATE_SIGNS, drop)
        self._make_event(word, drop)
        self._make_measure(drop)
        self._make_pointers(word)
        self._make_choices(word)
        self.seen = empty_rows(CUSTOMS, WIDE)
        self.filled = empty_rows(CUSTOMS, WIDE)

    def settle(self, custom):
        """Take one custom for good: it becomes part of the layers' own constants."""
        for layer, rows in ((self.cand[0], self.seen), (self.post[0], self.filled)):
            layer.bias.data += rows.weight.data[custom]
            rows.weight.data.zero_()

    def _make_event(self, word, drop):
        self.eq, self.ek = nn.Linear(WIDE, QUERY), nn.Linear(word, QUERY)
        self.ev, self.en = nn.Linear(word, 1), nn.Linear(WIDE, 1)
        self.edist = nn.Parameter(torch.zeros(DISTANCES))
        self.esd = nn.Parameter(torch.zeros(SENTENCES))
        self.erf = nn.Parameter(torch.zeros(RELATION_SIGNS))
        self.mix = dense(WIDE + word, drop)
        self.near = nn.GRU(WIDE, NEAR, bidirectional=True, batch_first=True)
        self.beside = nn.Linear(2 * NEAR, WIDE)
        nn.init.zeros_(self.beside.weight)
        nn.init.zeros_(self.beside.bias)

    def _make_measure(self, drop):
        count = len(NUMBERS)
        self.direct = nn.Linear(LEXICON, 1, bias=False)
        self.prior = nn.Parameter(torch.zeros(count))
        self.meas = nn.Linear(WIDE, count)
        self.phi = small(LEXICON + GATE, GATE)
        self.gate = nn.Linear(WIDE, GATE)
        self.memb = nn.Embedding(count, MEASURE)
        self.post = dense(WIDE + MEASURE, drop)
        self.st = nn.Linear(WIDE, len(STANCES))
        self.ac = nn.Linear(WIDE, len(ACCRUALS))

    def _make_pointers(self, word):
        count = len(POINTED)
        self.pq = nn.ModuleList([nn.Linear(WIDE, QUERY) for _ in POINTED])
        self.pk = nn.ModuleList([nn.Linear(word, QUERY) for _ in POINTED])
        self.pn = nn.Linear(WIDE, count)
        self.dist = nn.Parameter(torch.zeros(count, DISTANCES))
        self.sd = nn.Parameter(torch.zeros(count, SENTENCES))
        self.rf = nn.Parameter(torch.zeros(count, RELATION_SIGNS))
        self.pv = nn.ModuleList([nn.Linear(word, 1) for _ in POINTED])

    def _make_choices(self, word):
        self.cq, self.ck = nn.Linear(WIDE, QUERY), nn.Linear(word, QUERY)
        self.cn, self.cf = nn.Linear(WIDE, 1), small(SOURCE_SIGNS, 24)
        self.cv = nn.Linear(word, 1)
        self.tq, self.tk = nn.Linear(WIDE, QUERY), nn.Linear(word, QUERY)
        self.tf = small(DAY_SIGNS, 32)
        self.tkind, self.tpub = nn.Linear(WIDE, len(DayKind)), nn.Linear(WIDE, 1)

    def words(self, states, signs, tags, relations):
        """Give the states of words in context, as the encoder's and beside them."""
        told = [states, signs, self.tag(tags), self.rel(relations)]
        x = self.drop(torch.relu(self.proj(torch.cat(told, -1))))
        y, _ = self.lstm(x)
        return self.drop(torch.cat([x, y], -1))

    def candidates(self, words, document):
        """Give what is known of each candidate and scores of its measure and event.

        Returns:
            States; scores of measures, "none" first; scores of words that say what
            happened, "no word" first; scores of measures by the measures' files alone.
        """
        z = shifted(self.cand, self._stand(words, document), self.seen, document)
        events = self.eq(z) @ self.ek(words).T / QUERY**0.5
        relations = stack(document.relation_signs).float()
        events = events + self.edist[stack(document.distances).long()]
        events = events + self.esd[stack(document.sentences).long()]
        events = events + relations @ self.erf + self.ev(words)[:, 0]
        events = torch.cat([self.en(z), events], 1)
        chances = events.softmax(-1)[:, 1:]
        said = chances @ torch.from_numpy(document.said.astype(np.float32))
        z = self.mix(torch.cat([z, chances @ words], -1))
        z = z + self.beside(self.drop(self.near(z[None])[0][0]))
        measures = self.meas(z)
        share = said / (said.sum(-1, keepdim=True) + 1e-3)
        signs = torch.from_numpy(document.lexicon)
        signs = torch.cat([signs, said[..., None], share[..., None]], -1)
        gate = self.gate(z)[:, None].expand(-1, signs.shape[1], -1)
        alone = self.direct(signs)[..., 0]
        bonus = self.phi(torch.cat([signs, gate], -1))[..., 0] + alone
        none = torch.zeros_like(bonus[:, :1])
        measures = measures + torch.cat([none, bonus], 1)
        return z, measures, events, torch.cat([none, alone], 1) + self.prior

    def _stand(self, words, document):
        """Give the states of the words by which candidates stand, and their signs."""
        places = [
            (c.first, max(c.last - 1, c.first), c.anchor, (c.path or [c.anchor])[0])
            for c in document.candidates
        ]
        read = words[torch.tensor(places)].flatten(1)
        return torch.cat([read, torch.from_numpy(document.candidate_signs)], -1)

    def fields(self, words, document, states, measures, which):
        """Give scores of every field for candidates whose measures are settled.

        Args:
            words: States of words in context.
            document: The document.
            states: Of all candidates.
            measures: Of the candidates asked about.
            which: Their numbers.

        Returns:
            By field rows of scores; column 0 is "not said" of words and claimants.
        """
        told = torch.cat([states[which], self.memb(measures)], -1)
        p = shifted(self.post, told, self.filled, document)
        found = {"stance": self.st(p), "accrual": self.ac(p)}
        found |= self._pointers(words, document, p, which)
        found["claimant"] = self._claimants(words, document, p, which)
        found["period"] = self._days(words, document, p, which)
        return found

    def _pointers(self, words, document, p, which):
        distances = stack(document.distances, which).long()
        sentences = stack(document.sentences, which).long()
        relations = stack(document.relation_signs, which).float()
        none, found = self.pn(p), {}
        for at, name in enumerate(POINTED):
            scores = self.pq[at](p) @ self.pk[at](words).T / QUERY**0.5
            scores = scores + self.dist[at][distances] + self.sd[at][sentences]
            scores = scores + relations @ self.rf[at] + self.pv[at](words)[:, 0]
            found[name] = torch.cat([none[:, at : at + 1], scores], 1)
        return found

    def _claimants(self, words, document, p, which):
        none = self.cn(p)
        if not document.sources:
            return none
        means = torch.stack([mean(words, s.ranges) for s in document.sources])
        signs = stack(document.source_signs, which)
        scores = self.cq(p) @ self.ck(means).T / QUERY**0.5
        scores = scores + self.cf(signs)[..., 0] + self.cv(means)[:, 0]
        return torch.cat([none, scores], 1)

    def _days(self, words, document, p, which):
        nothing = words.new_zeros(words.shape[1])
        times = [mean(words, [time]) for time in document.times]
        means = torch.stack(
            [nothing if d.timex < 0 else times[d.timex] for d in document.days]
        )
        kinds = torch.tensor([DayKind[d.kind.upper()].value for d in document.days])
        own = torch.tensor([float(d.timex == REPORT_DAY) for d in document.days])
        scores = self.tq(p) @ self.tk(means).T / QUERY**0.5
        scores = scores + self.tf(stack(document.day_signs, which))[..., 0]
        return scores + self.tkind(p)[:, kinds] + self.tpub(p) * own


def dense(width, drop):
    """Give a layer with its dropout."""
    return nn.Sequential(nn.Linear(width, WIDE), nn.ReLU(), nn.Dropout(drop))


def empty_rows(count, width):
    """Give an embedding that says nothing yet."""
    rows = nn.Embedding(count, width)
    nn.init.zeros_(rows.weight)
    return rows


def shifted(layer, told, customs, document):
    """Give what a dense layer makes of what is told, shifted by a document's custom."""
    linear, *behind = layer
    x = linear(told) + customs.weight[document.custom]
    for step in behind:
        x = step(x)
    return x


def small(width, inner):
    """Give a network of one inner layer that scores signs."""
    return nn.Sequential(nn.Linear(width, inner), nn.ReLU(), nn.Linear(inner, 1))


def stack(arrays, which=None):
    """Give arrays of candidates as one tensor, all or those asked for."""
    chosen = arrays if which is None else [arrays[n] for n in which]
    return torch.from_numpy(np.stack(chosen))


def mean(words, ranges):
    """Give the mean state of ranges of words, one word each at least."""
    return torch.cat([words[a : max(b, a + 1)] for a, b in ranges]).mean(0)


def restore(state):
    """Give the network of a checkpoint's state, its widths read off it."""
    tags, relations = len(state["tag.weight"]), len(state["rel.weight"])
    signs = state["proj.weight"].shape[1] - WIDTH - TAG - RELATION
    hidden = state["lstm.weight_hh_l0"].shape[1]
    net = ClaimNet(signs, tags, relations, hidden=hidden)
    net.load_state_dict({**net.state_dict(), **state})
    return net
