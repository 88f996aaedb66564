"""Train the claim reader: upper layers of an encoder and the heads together.

    python -m claims.train OUT DOCUMENTS.pkl... [--fold N] [--base ROLES.pt VOCABULARY]

Without --base the encoder is that of the shipped tagger (English). OUT.pt holds the
weights, averaged over steps; with a fold left out, OUT.predicted.jsonl holds the claims
read in it.
"""

import argparse
import json
import random
import time
from collections import Counter, defaultdict
from importlib.resources import files
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

from claims.augment import Exchange
from claims.decode import read_claims
from claims.document import load_documents
from claims.e5 import encoder_of_e5, pieces_of
from claims.encoder import encoder_of_tagger
from claims.losses import losses
from claims.matching import score
from claims.net import ClaimNet
from claims.reports import fold_of
from claims.states import batches, warm_and_fall, word_states
from claims.targets import find_targets
from sayso.reading.tagger.encoder import WEIGHTS
from sayso.reading.tagger.pieces import Pieces
from sayso.reading.tagger.shapes import SHAPE_SIZE

LENGTH_STEP = 60
"""Words by which lengths of documents are told apart when batches are made."""
CASES = slice(-SHAPE_SIZE, 7 - SHAPE_SIZE)
WITHHELD = 12 - SHAPE_SIZE
"""Columns of a word's shape: its case, and that its case is withheld."""
WITHHOLDS = 0.15
"""Share of texts whose case is withheld in training."""
FEW = 4
"""Documents from which the recurrent layer runs over all of them at once."""
CLIP = 2.0


def arguments(given=None):
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("out")
    p.add_argument("documents", nargs="+", help="written by claims.offers")
    p.add_argument("--fold", type=int, default=-1, help="left out; -1 for none")
    p.add_argument("--folds", type=int, default=4)
    p.add_argument("--epochs", type=float, default=8)
    p.add_argument("--rate", type=float, default=1e-4, help="of the encoder")
    p.add_argument("--head-rate", type=float, default=1e-3)
    p.add_argument("--frozen", type=int, default=3, help="lowest layers kept as is")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--share", type=float, default=1, help="of the documents")
    p.add_argument("--size", type=int, default=900, help="words a step")
    p.add_argument("--drop", type=float, default=0.25)
    p.add_argument("--augment", type=float, default=0, help="share with other names")
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--base", nargs=2, metavar=("ROLES", "VOCABULARY"))
    p.add_argument("--eval-every", type=int, default=99, help="epochs")
    p.add_argument("--init", help="checkpoint to go on from")
    p.add_argument("--mask", type=float, default=0.05, help="share of pieces hidden")
    p.add_argument("--average", type=float, default=0.996, help="decay; 0 for none")
    p.add_argument("--hidden", type=int, default=128)
    p.add_argument("--named", type=float, default=0, help="see losses.losses")
    p.add_argument("--implied", action="store_true", help="see targets.find_targets")
    return p.parse_args(given)


class Trainer:
    """The encoder, the heads and the averages of both over steps."""

    def __init__(self, options, documents):
        """Make what is trained, from the options' seed."""
        self.options = options
        self.rng = random.Random(options.seed)
        left_out = {id(d) for d in documents if self._is_left_out(d)}
        self.test = [d for d in documents if id(d) in left_out]
        self.train = [d for d in documents if id(d) not in left_out]
        if options.share < 1:
            self.rng.shuffle(self.train)
            self.train = self.train[: int(len(self.train) * options.share)]
        self.encoder, cut = open_base(options.base)
        self.net = ClaimNet(
            documents[0].signs.shape[1],
            max(int(d.tags.max(initial=0)) for d in documents) + 1,
            max(int(d.relations.max(initial=0)) for d in documents) + 1,
            drop=options.drop,
            hidden=options.hidden,
        )
        if options.init:
            state = torch.load(options.init)
            self.encoder.load_state_dict(state["enc"])
            self.net.load_state_dict(widened(state["net"], self.net), strict=False)
        self.encoder.freeze(options.frozen)
        self.exchange = Exchange(self.train, cut) if options.augment else None
        self.averages = {}

    def _is_left_out(self, document):
        fold, folds = self.options.fold, self.options.folds
        return fold >= 0 and fold_of(document.row, folds) == fold

    def set_training(self, *, on):
        """Switch dropout on or off."""
        self.encoder.train(on)
        self.net.train(on)

    def parameters(self):
        """Give what is trained, the encoder's before the heads'."""
        return [*self.encoder.trained(), *self.net.parameters()]

    def words(self, documents, pieces=None):
        """Give the states in context of the words of documents, one tensor each."""
        states = word_states(
            self.encoder,
            documents,
            pieces=pieces,
            mask=self.options.mask,
            frozen=self.options.frozen,
        )
        signs = [self._signs(d) for d in documents]
        tags = [torch.from_numpy(d.tags.astype("int64")) for d in documents]
        relations = [torch.from_numpy(d.relations.astype("int64")) for d in documents]
        told = list(zip(states, signs, tags, relations, strict=True))
        if len(documents) < FEW:
            return [self.net.words(*(x[None] for x in row))[0] for row in told]
        longest = max(map(len, states))
        joint = [
            torch.stack([pad(x, longest) for x in column])
            for column in zip(*told, strict=True)
        ]
        found = self.net.words(*joint)
        return [row[: len(own)] for row, own in zip(found, states, strict=True)]

    def _signs(self, document):
        signs = torch.from_numpy(document.signs).float()
        if self.encoder.training and self.rng.random() <= WITHHOLDS:
            signs[:, CASES] = 0
            signs[:, WITHHELD] = 1
        return signs

    def batches(self):
        """Give the training documents that have candidates, in batches."""
        documents = [d for d in self.train if d.words and d.candidates]
        return batches(documents, self.options.size, self.rng, step=LENGTH_STEP)

    def loss(self, batch):
        """Give a batch's loss a candidate, its parts, and how many claims it has."""
        pieces = None
        if self.exchange:
            pieces = [
                self.exchange.pieces(d, self.rng)
                if self.rng.random() < self.options.augment
                else d.pieces
                for d in batch
            ]
        total, parts, claims = 0, Counter(), 0
        for words, document in zip(self.words(batch, pieces), batch, strict=True):
            found, count = losses(self.net, words, document, self.options.named)
            claims += count
            for name, value in found.items():
                total = total + value
                parts[name] += value.item()
        return total / sum(len(d.candidates) for d in batch), parts, claims

    @torch.no_grad()
    def average(self, step):
        """Take a step's weights into the averages; early steps are soon forgotten."""
        decay = min(self.options.average, (1 + step) / (20 + step))
        for number, parameter in enumerate(self.parameters()):
            if number in self.averages:
                self.averages[number].lerp_(parameter.detach(), 1 - decay)
            else:
                self.averages[number] = parameter.detach().clone()

    def exchange_averages(self):
        """Put the averages in the weights' place, and the weights in theirs."""
        if self.options.average:
            for number, parameter in enumerate(self.parameters()):
                kept = parameter.detach().clone()
                parameter.data.copy_(self.averages[number])
                self.averages[number] = kept

    def save(self):
        """Write the weights."""
        torch.save(
            {
                "enc": self.encoder.state_dict(),
                "net": self.net.state_dict(),
                "args": vars(self.options),
            },
            f"{self.options.out}.pt",
        )


def widened(state, net):
    """Give a checkpoint's weights, those of signs that came after it as zeros."""
    found = {}
    for name, own in net.state_dict().items():
        if name in state:
            short = own.shape[-1] - state[name].shape[-1] if own.dim() else 0
            found[name] = F.pad(state[name], (0, short)) if short else state[name]
    return found


def open_base(base):
    """Give the encoder to start from and what cuts words for it."""
    if base is None:
        vocabulary = files(WEIGHTS).joinpath("vocabulary.txt")
        lines = vocabulary.read_text(encoding="utf-8").split("\n")
        return encoder_of_tagger(), Pieces(lines).of
    roles, vocabulary = base
    encoder = encoder_of_e5(vocabulary)
    encoder.load_state_dict(torch.load(roles)["enc"])
    return encoder, pieces_of(vocabulary).of


def pad(values, length):
    """Give rows with zeros behind them."""
    behind = length - len(values)
    return F.pad(values, (0, 0, 0, behind) if values.dim() > 1 else (0, behind))


@torch.no_grad()
def read_documents(trainer, documents):
    """Give the claims read in documents by id, scores of each file printed."""
    trainer.set_training(on=False)
    read, by_file = {}, defaultdict(list)
    for document in documents:
        claims = []
        if document.words:
            (words,) = trainer.words([document])
            claims = read_claims(trainer.net, words, document)
        read[document.id] = {"id": document.id, "claims": claims}
        by_file[document.file].append((document.row, document.gold, claims))
    everything = [row for rows in by_file.values() for row in rows]
    for name, rows in (*by_file.items(), ("all", everything)):
        print(f"  {name:12s}", score(rows), flush=True)
    trainer.set_training(on=True)
    return read


def run(trainer):
    """Train for the options' epochs."""
    options = trainer.options
    groups = [
        {"params": trainer.encoder.trained(), "lr": options.rate},
        {"params": list(trainer.net.parameters()), "lr": options.head_rate},
    ]
    rates = [group["lr"] for group in groups]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    trainer.set_training(on=True)
    total = options.epochs * len(trainer.batches())
    step = epoch = 0
    begun = time.process_time()
    while step < total:
        parts, candidates, claims = Counter(), 0, 0
        for batch in trainer.batches():
            if step >= total:
                break
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * warm_and_fall(step, total)
            loss, found, count = trainer.loss(batch)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(trainer.parameters(), CLIP)
            optimizer.step()
            step += 1
            trainer.average(step)
            parts.update(found)
            claims += count
            candidates += sum(len(d.candidates) for d in batch)
        epoch += 1
        shown = {
            name: round(value / max(candidates if name == "measure" else claims, 1), 3)
            for name, value in parts.items()
        }
        seconds = time.process_time() - begun
        print(f"epoch {epoch} {seconds:.0f} s of processor", shown, flush=True)
        if trainer.test and epoch % options.eval_every == 0:
            trainer.exchange_averages()
            read_documents(trainer, trainer.test)
            trainer.exchange_averages()


def main():
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    documents = load_documents(options.documents)
    for document in documents:
        document.targets = find_targets(document, is_implied_named=options.implied)
    trainer = Trainer(options, documents)
    claims = sum(len(d.gold) for d in trainer.train)
    print(len(trainer.train), "to train,", len(trainer.test), "left out,", claims)
    run(trainer)
    trainer.exchange_averages()
    trainer.save()
    if trainer.test:
        read = read_documents(trainer, trainer.test)
        lines = [json.dumps(row, ensure_ascii=False) for row in read.values()]
        Path(f"{options.out}.predicted.jsonl").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
