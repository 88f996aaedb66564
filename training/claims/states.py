"""Windows of documents through the encoder: a state for each word."""

import torch


def word_states(encoder, documents, *, pieces=None, mask=0.0, frozen=0):
    """Give the states of the words of documents, one tensor each.

    Args:
        encoder: See `encoder.Encoder`.
        documents: With `pieces` of each word and `windows` of words.
        pieces: Other pieces to read, one list a document.
        mask: Share of pieces hidden in training.
        frozen: Lowest layers that are not trained.
    """
    opening, closing, hidden = encoder.marks
    pieces = pieces or [d.pieces for d in documents]
    owners, rows, firsts = [], [], []
    for number, document in enumerate(documents):
        for begin, end in document.windows:
            ids, first = [opening], []
            for word in pieces[number][begin:end]:
                first.append(len(ids))
                ids += word
            owners.append(number)
            rows.append([*ids, closing])
            firsts.append(first)
    width = max(map(len, rows))
    ids = torch.tensor([row + [encoder.pad] * (width - len(row)) for row in rows])
    inside = torch.tensor(
        [[True] * len(row) + [False] * (width - len(row)) for row in rows]
    )
    if encoder.training and mask:
        hit = (torch.rand(ids.shape) < mask) & inside
        hit[:, 0] = False
        ids = ids.masked_fill(hit, hidden)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = encoder(ids, inside, frozen)
    found = [[] for _ in documents]
    for row, (owner, first) in enumerate(zip(owners, firsts, strict=True)):
        found[owner].append(states[row, first].float())
    return [torch.cat(parts) for parts in found]


def batches(documents, size, rng, *, step):
    """Give documents of like length together, in random order.

    Args:
        documents: Those without words are left out before.
        size: Words a batch may hold; a longer document is a batch of its own.
        rng: Orders them.
        step: Words by which lengths are told apart.
    """
    order = list(documents)
    rng.shuffle(order)
    order.sort(key=lambda d: len(d.words) // step + rng.random() * 2)
    found, used = [[]], 0
    for document in order:
        if used + len(document.words) > size and found[-1]:
            found.append([])
            used = 0
        found[-1].append(document)
        used += len(document.words)
    rng.shuffle(found)
    return found


def warm_and_fall(step, total):
    """Give the share of the learning rate at a step: up over 6 %, then down to 2 %."""
    return min(1, (step + 1) / (0.06 * total)) * max(0.02, 1 - step / total)
