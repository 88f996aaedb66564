"""The encoder with its heads, as trained and as exported."""

import torch
from torch import nn
from transformers import AutoModel

REACH = 200  # words a link may span
BUCKETS = [0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128]


def bucket(distance):
    """Number of the signed distance's bucket: 0..2*len(BUCKETS)."""
    edges = torch.tensor(BUCKETS, device=distance.device)
    size = torch.bucketize(distance.abs(), edges, right=True) - 1
    return size + torch.where(distance < 0, len(BUCKETS), 0)


class Encoder(nn.Module):
    def __init__(self, path, layers):
        super().__init__()
        model = AutoModel.from_pretrained(path, attn_implementation="eager")
        self.embeddings = model.embeddings
        self.layers = nn.ModuleList(list(model.encoder.layer)[:layers])

    def forward(self, ids, attend=None):
        x = self.embeddings(input_ids=ids, token_type_ids=torch.zeros_like(ids))
        bias = (
            None
            if attend is None
            else torch.zeros(attend.shape, dtype=x.dtype).masked_fill(~attend, -1e4)[
                :, None, None, :
            ]
        )
        states = []
        for layer in self.layers:
            at = layer.attention.self
            b, n, width = x.shape
            q, k, v = (
                f(x).view(b, n, 12, width // 12).transpose(1, 2)
                for f in (at.query, at.key, at.value)
            )
            if torch.onnx.is_in_onnx_export():
                s = q @ k.transpose(-1, -2) / (width // 12) ** 0.5
                a = torch.softmax(s if bias is None else s + bias, -1) @ v
            else:
                a = nn.functional.scaled_dot_product_attention(
                    q, k, v, attn_mask=None if bias is None else bias.to(q.dtype)
                )
            x = layer.attention.output(a.transpose(1, 2).reshape(b, n, width), x)
            x = layer.output(layer.intermediate(x), x)
            states.append(x)
        return states


class Head(nn.Module):
    """Words in, per-word scores out."""

    def __init__(
        self, width, shape, tags=0, deps=0, hidden=128, link=24, arc=32, drop=0.2
    ):
        super().__init__()
        self.project = nn.Linear(width + shape, 192)
        self.lstm = nn.LSTM(192, hidden, bidirectional=True, batch_first=True)
        self.drop = nn.Dropout(drop)
        wide = 2 * hidden
        self.role = nn.Linear(wide, 7)
        self.entity = nn.Linear(wide, 9)
        self.steps = nn.Parameter(
            torch.zeros(7, 7)
        )  # score of each role label after each
        self.tag = nn.Linear(wide, tags) if tags else None
        self.dep = nn.Linear(wide, deps) if deps else None
        self.link = nn.Linear(
            wide, 4 * link
        )  # to cue: query, key; to source: query, key
        self.null = nn.Parameter(torch.zeros(1))  # no source
        self.near = nn.Parameter(torch.zeros(3, 2 * len(BUCKETS)))
        self.arc = nn.Linear(wide, 2 * arc) if deps else None

    def forward(self, words, shapes):
        x = torch.relu(self.project(torch.cat([words, shapes], -1)))
        h, _ = self.lstm(self.drop(x))
        h = self.drop(h)
        out = {"role": self.role(h), "entity": self.entity(h), "link": self.link(h)}
        if self.tag is not None:
            out |= {"tag": self.tag(h), "dep": self.dep(h), "arc": self.arc(h)}
        return out

    def scores(self, parts, which):
        """Square of scores from every word to every word."""
        q, k = parts
        n = q.shape[1]
        far = torch.arange(n)
        distance = far[None, :] - far[:, None]
        s = (
            q.float() @ k.float().transpose(1, 2) / q.shape[-1] ** 0.5
            + self.near[which][bucket(distance)]
        )
        return s.masked_fill(distance.abs() > REACH, -1e4)


def forbidden(kinds=7):
    """True where a label may not follow: inside without its begin or inside."""
    bad = torch.zeros(kinds, kinds, dtype=torch.bool)
    for inside in range(2, kinds, 2):
        bad[:, inside] = True
        bad[inside - 1, inside] = bad[inside, inside] = False
    return bad


def chain_loss(scores, steps, gold, mask):
    """Negative log likelihood of the gold chains, a word (Lafferty et al. 2001)."""
    steps = steps.masked_fill(forbidden(), -1e4)
    gold = gold.clamp(min=0)
    total = scores[:, 0].index_fill(1, torch.tensor([2, 4, 6]), -1e4)
    for t in range(1, scores.shape[1]):
        ahead = (total[:, :, None] + steps).logsumexp(1) + scores[:, t]
        total = torch.where(mask[:, t, None], ahead, total)
    path = scores.gather(2, gold[:, :, None])[:, :, 0]
    moves = steps[gold[:, :-1], gold[:, 1:]]
    got = (path * mask).sum(1) + (moves * mask[:, 1:]).sum(1)
    return (total.logsumexp(1) - got).sum() / mask.sum()


def losses(head, out, batch, chain=0.0, soft=0.0):
    """Summed parts of the loss, by name; `soft` is the share a teacher's roles have."""
    y, mask = batch.y, batch.mask
    found = {}
    for name, weight in (("role", 1.0), ("entity", 0.5), ("tag", 0.3), ("dep", 0.3)):
        if name in out and bool((y[name] >= 0).any()):
            found[name] = weight * nn.functional.cross_entropy(
                out[name].float().flatten(0, 1), y[name].flatten(), ignore_index=-100
            )
    if chain:
        rows = (y["role"][:, 0] >= 0).nonzero()[:, 0]
        if len(rows):
            gold = y["role"][rows]
            found["role"] = found["role"] * (1 - chain)
            found["chain"] = chain * chain_loss(
                out["role"][rows].float().log_softmax(-1), head.steps, gold, mask[rows]
            )
    if soft:
        told = batch.soft.sum(-1) > 0
        ours = out["role"].float().log_softmax(-1)[told]
        if len(ours):
            gold = [k for k in ("role", "chain") if k in found]
            found |= {k: found[k] * (1 - soft) for k in gold}
            found["soft"] = -soft * (batch.soft[told] * ours).sum(-1).mean()
    q1, k1, q2, k2 = out["link"].chunk(4, -1)
    role = torch.where(y["role"] > 0, (y["role"] - 1) // 2, -1)
    same = (batch.attribution[:, :, None] == batch.attribution[:, None, :]) & (
        batch.attribution >= 0
    )[:, :, None]
    words = torch.arange(same.shape[1])
    same &= (words[None, :] - words[:, None]).abs() <= REACH
    hidden = ~mask[:, None, :]
    to_cue = head.scores((q1, k1), 0).masked_fill(hidden, -1e4).log_softmax(-1)
    target = same & (role == 1)[:, None, :]
    asks = ((role == 0) | (role == 2)) & target.any(-1)
    if bool(asks.any()):
        found["cue"] = (
            -0.3 * to_cue.masked_fill(~target, -1e4).logsumexp(-1)[asks].mean()
        )
    source = head.scores((q2, k2), 1).masked_fill(hidden, -1e4)
    none = head.null.expand(*source.shape[:2], 1)
    source = torch.cat([source, none], -1).log_softmax(-1)
    target = same & (role == 0)[:, None, :]
    target = torch.cat([target, ~target.any(-1, keepdim=True)], -1)
    asks = role == 1
    if bool(asks.any()):
        found["source"] = (
            -0.3 * source.masked_fill(~target, -1e4).logsumexp(-1)[asks].mean()
        )
    if "arc" in out:
        arcs = head.scores(out["arc"].chunk(2, -1), 2).masked_fill(hidden, -1e4)
        found["arc"] = 0.3 * nn.functional.cross_entropy(
            arcs.flatten(0, 1), y["head"].flatten(), ignore_index=-100
        )
    return found
