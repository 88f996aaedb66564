"""What the network loses on a document: the chance it gives to all right answers."""

import torch
import torch.nn.functional as F

from claims.targets import NONE, POINTED

SHARES = {
    "lexicon": 0.3,
    "event": 0.4,
    "stance": 0.5,
    "accrual": 0.3,
    "affected": 0.7,
    "actor": 0.7,
    "place": 0.7,
    "claimant": 0.8,
    "period": 0.8,
}
"""Weight of each part beside the measure's, which is 1."""
NO_EVENT = 0.1
"""Weight of "no word says what happened" where there is no claim."""
MARKED = 0.3
"""Weight of the words marked as evidence, beside all words that are right."""
STANCE_WEIGHTS = torch.tensor([1.0, 4.0, 4.0, 4.0])
"""Weights of the stances: nearly all claims are asserted."""


def among(chances, right):
    """Give the loss of one softmax: minus the log of the chance of all right rows."""
    return -torch.logsumexp(chances[right], 0)


def losses(net, words, document, named=0.0):
    """Give the summed parts of a document's loss by name, and its claims' count.

    `named` is the weight of the words beside "not said" where a label allows both: to
    say who it was is right there by every hand's custom, to leave it empty by some.
    """
    states, measures, events, alone = net.candidates(words, document)
    targets = document.targets
    parts = {
        "measure": total(measures, [t.measures for t in targets]),
        "lexicon": total(alone, [t.measures for t in targets]),
    }
    event = event_losses(events.log_softmax(-1), targets)
    if event:
        parts["event"] = torch.stack(event).sum()
    which = [n for n, t in enumerate(targets) if t.gold is not None and t.measures]
    if which:
        asked = torch.tensor([targets[n].measures[0] for n in which])
        scores = net.fields(words, document, states, asked, which)
        claims = [targets[n] for n in which]
        if not claims[0].is_partial:
            parts |= field_losses(scores, claims, named)
    return {k: SHARES.get(k, 1.0) * v for k, v in parts.items()}, len(which)


def total(scores, right):
    """Give the sum of the losses of rows, each with its right columns."""
    chances = scores.log_softmax(-1)
    return torch.stack(
        [among(row, columns) for row, columns in zip(chances, right, strict=True)]
    ).sum()


def event_losses(chances, targets):
    """Give the losses of the words that say what happened."""
    found = []
    for row, target in zip(chances, targets, strict=True):
        if target.gold is None:
            found.append(NO_EVENT * among(row, [0]))
        elif target.event:
            found.append(among(row, [word + 1 for word in target.event]))
    return found


def field_losses(scores, claims, named=0.0):
    """Give the summed losses of the fields of claims, by field; `named` as above."""
    found = {
        name: F.cross_entropy(
            scores[name],
            torch.tensor([getattr(claim, name) for claim in claims]),
            weight=weights,
            reduction="sum",
        )
        for name, weights in (("stance", STANCE_WEIGHTS), ("accrual", None))
    }
    for name in POINTED:
        chances, parts = scores[name].log_softmax(-1), []
        for row, claim in zip(chances, claims, strict=True):
            if name in claim.words:
                parts += pointer_losses(row, *claim.words[name], named)
        if parts:
            found[name] = torch.stack(parts).sum()
    for name, ahead in (("claimant", 1), ("period", 0)):
        chances = scores[name].log_softmax(-1)
        parts = [
            among(row, [number + ahead for number in right])
            for row, claim in zip(chances, claims, strict=True)
            if (right := getattr(claim, name))
        ]
        if parts:
            found[name] = torch.stack(parts).sum()
    return found


def pointer_losses(chances, right, marked, named=0.0):
    """Give the losses of one pointer: all that is right, words alone, the marked."""
    found = [among(chances, [word + 1 for word in right])] if right else []
    words = [word + 1 for word in right if word != NONE]
    if named and words and NONE in right:
        found.append(named * among(chances, words))
    if marked:
        none = [0] if NONE in right else []
        found.append(MARKED * among(chances, [word + 1 for word in marked] + none))
    return found
