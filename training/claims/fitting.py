"""How sure a chance makes one: a logistic fit on claims read in held-out stories."""

import numpy as np

from claims.matching import judge, pair

JUDGED = ("affected", "actor", "place", "period", "claimant", "stance")
RIDGE = 1e-2
STEPS = 60
SURE = 1e-4
"""Chances are kept this far from 0 and 1 before their odds are taken."""
FIXED = 0.8
"""Taken for the chance of an accrual, whose own says little."""


def log_odds(chance):
    """Give the logarithm of a chance's odds."""
    kept = float(np.clip(chance, SURE, 1 - SURE))
    return float(np.log(kept / (1 - kept)))


def judged_chances(reports):
    """Give by what is judged rows of log odds, and for each whether it was right.

    Args:
        reports: Pairs of labels and claims that were read with "conf".
    """
    found = {name: ([], []) for name in ("core", "event", *JUDGED, "accrual")}

    def add(name, row, is_right):
        found[name][0].append(row)
        found[name][1].append(bool(is_right))

    for gold, claims in reports:
        labels = {j: gold[i] for i, j in pair(gold, claims)}
        for number, claim in enumerate(claims):
            chances = {name: log_odds(c) for name, c in claim["conf"].items()}
            right = judge(labels[number], claim) if number in labels else None
            alone = [chances["measure"], chances["claimant"]]
            joint = log_odds(claim["conf"]["measure"] * claim["conf"]["claimant"])
            add("core", [*alone, joint], right and right["core"])
            is_event = right and right["measure"] and right["value"]
            add("event", [chances["measure"]], is_event)
            if right:
                for name in JUDGED:
                    add(name, [chances[name]], right[name])
                add("accrual", [log_odds(FIXED)], right["accrual"])
    return found


def fit(rows, right):
    """Give the weights of a logistic fit, the constant last, by Newton's method.

    Args:
        rows: Log odds, one row a claim.
        right: Whether each was right.

    Returns:
        Weights, and the chances that they give.
    """
    x = np.c_[np.array(rows, float), np.ones(len(rows))]
    y = np.array(right, float)
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (chances - y) + RIDGE * weights
        bend = (x * (chances * (1 - chances))[:, None]).T @ x
        weights -= np.linalg.solve(bend + RIDGE * np.eye(len(weights)), slope)
    return weights, 1 / (1 + np.exp(-x @ weights))


def fit_constant(right):
    """Give weights that make `FIXED` the share that was right."""
    share = float(np.mean(right))
    constant = float(np.log(share / (1 - share)))
    return [FIXED, round(constant - FIXED * log_odds(FIXED), 3)]
