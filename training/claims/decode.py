"""From scores to claims as the scorer reads them, for documents kept out of training.

The product decides by the same rules with more care (`sayso.reading.claims.choosing`):
here every field is filled that is likelier than "not said".
"""

import numpy as np
import torch

from claims.targets import ACCRUALS, POINTED, STANCES
from sayso.vocabulary.measures import MEASURES

FAINT = 0.003
"""Chance below which a word is not looked at."""
CLAIM = 0.5
"""Chance from which a candidate is a claim."""
ORDER = {
    "affected": ("parties", "entities", "toponyms"),
    "actor": ("parties", "entities", "toponyms"),
    "place": ("toponyms", "parties", "entities"),
}
"""Which name a word belongs to, first found first taken."""


@torch.no_grad()
def read_claims(net, words, document):
    """Give the claims of a document with the chance of each field ("conf").

    Args:
        net: The trained network, in evaluation.
        words: States of its words in context.
        document: The document.
    """
    if not document.candidates:
        return []
    states, scores, _, _ = net.candidates(words, document)
    measures = scores.softmax(-1).numpy()
    which = [n for n in range(len(measures)) if 1 - measures[n, 0] > CLAIM]
    if not which:
        return []
    best = [int(measures[n, 1:].argmax()) + 1 for n in which]
    fields = net.fields(words, document, states, torch.tensor(best), which)
    chances = {name: value.softmax(-1).numpy() for name, value in fields.items()}
    return [
        to_claim(
            document,
            document.candidates[number],
            (MEASURES[measure - 1], float(measures[number, measure])),
            {name: rows[at] for name, rows in chances.items()},
        )
        for at, (number, measure) in enumerate(zip(which, best, strict=True))
    ]


def to_claim(document, candidate, measure, chances):
    """Give one claim in the form of the labels."""
    filled = {name: pick_name(document, chances[name], name) for name in POINTED}
    filled["measure"] = measure
    filled["claimant"] = pick_claimant(document, chances["claimant"])
    filled["period"] = pick_period(document, chances["period"])
    filled["stance"] = likeliest(STANCES, chances["stance"])
    accrual, chance = likeliest(ACCRUALS, chances["accrual"])
    sure = {name: chance for name, (_, chance) in filled.items()}
    return {
        "quantity": {
            "span": list(candidate.span),
            "low": candidate.low,
            "high": candidate.high,
            "bound": candidate.bound,
            "unit": candidate.unit,
        },
        "group": candidate.group,
        "via": [],
        **{name: value for name, (value, _) in filled.items()},
        "accrual": None if accrual == "none" else accrual,
        "conf": {**sure, "accrual": chance},
        "confidence": sure["measure"] * sure["claimant"],
    }


def pick_name(document, chances, field):
    """Give the likeliest name of a pointed field, None for "not said"; its chance."""
    none = float(chances[0])
    pooled = pool_names(document, chances[1:], ORDER[field])
    if pooled and pooled[0][0] > none:
        chance, name = pooled[0]
        return name, chance
    return None, none


def pool_names(document, chances, order):
    """Give the names that words belong to with their summed chance, likeliest first.

    Words without a name that are pointed at beside one another are one name.
    """
    pooled, run = {}, None
    for word in np.flatnonzero(chances > FAINT).tolist():
        chance = float(chances[word])
        key, name = covering(document, word, order)
        if key is None:
            if not any(map(str.isalnum, document.words[word])):
                continue
            begin, before = (run[0], run) if run and run[1] == word else (word, None)
            run = key = (begin, word + 1)
            chance += pooled.pop(before, (0.0, ""))[0]
            start, end = document.starts[begin], document.ends[word]
            name = document.text[start:end]
        pooled[key] = (pooled.get(key, (0.0, ""))[0] + chance, name)
    named = {}
    for chance, name in pooled.values():
        named[name] = named.get(name, 0.0) + chance
    return sorted(((c, n) for n, c in named.items()), reverse=True)


def covering(document, word, order):
    """Give where the first listed name that covers a word stands, and the name."""
    for kind in order:
        for named in getattr(document, kind):
            first, last = named.range
            if first <= word < last:
                return (kind, first, last), named.name
    return None, None


def pick_claimant(document, chances):
    """Give the likeliest claimant and its chance; sources of one name count as one."""
    pooled = {}
    for source, chance in zip(document.sources, chances[1:], strict=True):
        pooled[source.name] = pooled.get(source.name, 0.0) + float(chance)
    name, chance = max(pooled.items(), key=lambda item: item[1], default=(None, 0.0))
    none = float(chances[0])
    return (name, chance) if chance > none else (None, none)


def pick_period(document, chances):
    """Give the likeliest days and their chance; options of the same days are one."""
    pooled = {}
    for day, chance in zip(document.days, chances, strict=True):
        key = None if day.period is None else tuple(day.period)
        pooled[key] = pooled.get(key, 0.0) + float(chance)
    days, chance = max(pooled.items(), key=lambda item: item[1])
    return (None if days is None else list(days)), chance


def likeliest(values, chances):
    """Give the likeliest of values and its chance."""
    best = int(chances.argmax())
    return values[best], float(chances[best])
