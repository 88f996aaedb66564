"""When a claim that was read is right: the rules by which claims are scored.

The same rules as the scorer beside the labelled data, for training needs them as
functions: names match by their words, days within a day, values within half a percent.
A text label may list readings separated by " | "; "null" among them means empty.
"""

import re
import unicodedata
from datetime import date

FIELDS = (
    "measure",
    "claimant",
    "affected",
    "actor",
    "place",
    "period",
    "stance",
    "accrual",
)
FULL = ("affected", "place", "period", "stance")
"""What must be right besides the core for a claim to be right in full."""
SMALL = frozenset(
    """the a an of in on at for and by to 's s mr mrs ms dr gen lt col maj capt sgt
    general president minister colonel lieutenant major captain prime spokesman
    spokesperson spokeswoman""".split()
)
"""Words that do not tell names apart."""
STEM = 5
"""Letters by which words of a name are taken for forms of one word."""
LONG = 31
"""Days from which a period's ends may differ by `WEEK`, else by one day."""
WEEK = 7
NEAR = 0.005
"""Share by which values may differ."""


def plain_words(name):
    """Give a name's words in lower case, without accents, titles and small words."""
    letters = unicodedata.normalize("NFKD", name)
    bare = "".join(c for c in letters if not unicodedata.combining(c)).casefold()
    words = re.findall(r"\w+", bare)
    return [w for w in words if w not in SMALL] or words


def same_name(one, other):
    """True when all words of the shorter name stand in the longer one."""
    short, long = sorted((plain_words(one), plain_words(other)), key=len)
    if not short:
        return not long
    stems = {word[:STEM] for word in long if len(word) >= STEM}
    return all(w in long or (len(w) >= STEM and w[:STEM] in stems) for w in short)


def same_text(gold, value):
    """True when a value is one of a label's readings."""
    readings = [] if gold is None else gold.split(" | ")
    if value is None:
        return not readings or "null" in readings
    return any(same_name(r, value) for r in readings if r != "null")


def same_period(gold, value):
    """True when both are empty, or ends are open alike and days lie close."""
    if gold is None or value is None:
        return gold is value
    if not any(gold):
        return False
    ends = [tuple(d and date.fromisoformat(d) for d in pair) for pair in (gold, value)]
    (first, last), _ = ends
    is_long = first and last and (last - first).days > LONG
    allowed = WEEK if is_long else 1
    return all(
        (a is None) == (b is None) and (a is None or abs((a - b).days) <= allowed)
        for a, b in zip(*ends, strict=True)
    )


def same_value(gold, claim):
    """True when both ends of the value agree or are open alike."""

    def is_near(a, b):
        if a is None or b is None:
            return a is b
        return abs(a - b) <= NEAR * max(abs(a), abs(b), 1e-9)

    one, other = gold["quantity"], claim["quantity"]
    return all(is_near(one.get(end), other.get(end)) for end in ("low", "high"))


def overlap(one, other):
    """Give the share of two spans that they have in common (Jaccard)."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]))


def readings_of(gold, slot):
    """Give all readings of measure or period that a label accepts."""
    return gold.get(slot + "s") or [gold.get(slot)]


def pair(gold, claims):
    """Give pairs of numbers of labels and claims, one to one, best taken first."""
    ranked = []
    for i, label in enumerate(gold):
        for j, claim in enumerate(claims):
            share = overlap(label["quantity"]["span"], claim["quantity"]["span"])
            if share > 0:
                is_named = claim.get("measure") in readings_of(label, "measure")
                ranked.append((same_value(label, claim), is_named, share, -i, -j))
    pairs, used_gold, used_claims = [], set(), set()
    for *_, i, j in sorted(ranked, reverse=True):
        if -i not in used_gold and -j not in used_claims:
            pairs.append((-i, -j))
            used_gold.add(-i)
            used_claims.add(-j)
    return pairs


def judge(gold, claim):
    """Give for each field, "value", "core" and "full" whether the claim is right."""
    right = {s: same_text(gold.get(s), claim.get(s)) for s in FIELDS[1:5]}
    right |= {s: gold.get(s) == claim.get(s) for s in ("stance", "accrual")}
    right["value"] = same_value(gold, claim)
    right["measure"] = claim.get("measure") in readings_of(gold, "measure")
    right["period"] = any(
        same_period(reading, claim.get("period"))
        for reading in readings_of(gold, "period")
    )
    right["core"] = right["value"] and right["measure"] and right["claimant"]
    right["full"] = right["core"] and all(right[s] for s in FULL)
    return right


def drop_optional(row, gold, claims):
    """Give claims without those at spans where a report may be read either way."""
    spans = [label["quantity"]["span"] for label in gold]

    def is_optional(claim):
        at = claim["quantity"]["span"]
        if any(overlap(at, span) > 0 for span in spans):
            return False
        return any(
            overlap(at, may["span"]) > 0
            and not (
                may.get("not_measure")
                and claim.get("measure", "").startswith(may["not_measure"])
            )
            for may in row.get("may", ())
        )

    return [claim for claim in claims if not is_optional(claim)]


def score(reports):
    """Give percentages over reports, each as (row, labels, claims).

    Returns:
        F1 of "detection" (the value), "core" and "full"; accuracy over pairs by field;
        "alarms", the share of claims that pair with no label.
    """
    hits = dict.fromkeys(("value", "core", "full", *FIELDS), 0)
    labels = read = pairs = 0
    for row, gold, claims in reports:
        kept = drop_optional(row, gold, claims)
        labels, read = labels + len(gold), read + len(kept)
        for i, j in pair(gold, kept):
            pairs += 1
            right = judge(gold[i], kept[j])
            for name in hits:
                hits[name] += right[name]

    def share(part, whole):
        return round(100 * part / max(whole, 1), 1)

    return {
        "detection": share(2 * hits["value"], labels + read),
        "core": share(2 * hits["core"], labels + read),
        "full": share(2 * hits["full"], labels + read),
        "alarms": share(read - pairs, read),
        **{name: share(hits[name], pairs) for name in FIELDS},
    }


def area(ranked):
    """Give the area under the ROC curve of (chance, is right), None for one kind."""
    right = [chance for chance, ok in ranked if ok]
    wrong = [chance for chance, ok in ranked if not ok]
    if not right or not wrong:
        return None
    wins = sum((r > w) + 0.5 * (r == w) for r in right for w in wrong)
    return round(wins / len(right) / len(wrong), 4)
