"""Average the weights of trainings that began from one checkpoint.

    python -m claims.mean OUT.pt TRAINED.pt TRAINED.pt...

Trainings that differ by seed and order of the documents end near each other; their mean
reads stories left out as well as the best of them and harms less (Wortsman et al. 2022,
"Model soups"). Options kept are those of the first.
"""

import argparse

import torch


def mean(states):
    """Give one checkpoint: floating arrays averaged, all else that of the first.

    Args:
        states: Checkpoints alike in their keys and shapes, at any depth.

    Raises:
        ValueError: The keys of two of them differ.
    """
    first = states[0]
    if isinstance(first, torch.Tensor):
        if not first.is_floating_point():
            return first
        return torch.stack([s.double() for s in states]).mean(0).to(first.dtype)
    if isinstance(first, dict):
        for other in states[1:]:
            if other.keys() != first.keys():
                raise ValueError(f"other keys: {set(other) ^ set(first)}")
        return {key: mean([state[key] for state in states]) for key in first}
    return first


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("out")
    p.add_argument("trained", nargs="+")
    given = p.parse_args()
    states = [torch.load(t, map_location="cpu") for t in given.trained]
    torch.save(mean(states), given.out)


if __name__ == "__main__":
    main()
