"""Parties exchanged: what a text says of one side it must say of the other."""

import json
import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from results import Part, Row
from scores import HELD

import sayso

SETS = ("press.jsonl", "later_en.jsonl", "kinds.jsonl")
SIDES = (
    (
        ("Russia", "Russian", "Russians", "Moscow"),
        ("Ukraine", "Ukrainian", "Ukrainians", "Kyiv"),
    ),
    (
        ("Israel", "Israeli", "Israelis", "Jerusalem"),
        ("Lebanon", "Lebanese", "Lebanese", "Beirut"),
    ),
    (
        ("India", "Indian", "Indians", "Delhi"),
        ("Pakistan", "Pakistani", "Pakistanis", "Islamabad"),
    ),
    (
        ("Armenia", "Armenian", "Armenians", "Yerevan"),
        ("Azerbaijan", "Azerbaijani", "Azerbaijanis", "Baku"),
    ),
    (
        ("Thailand", "Thai", "Thais", "Bangkok"),
        ("Cambodia", "Cambodian", "Cambodians", "Phnom Penh"),
    ),
)
"""Sides of wars, each by country, adjective, people and capital."""
PARTIES = ("measure", "stance", "affected", "actor", "claimant")
NAMED = ("affected", "actor", "claimant", "place")
Claim = dict[str, Any]


def exchange() -> Part:
    """Claims of texts that name two sides, read once more with the sides exchanged."""
    found = same = whole = total = other = reports = 0
    for text, published in _texts():
        for one, two in SIDES:
            swapped = _swap(text, one, two)
            if not (_names(text, one) and _names(text, two)):
                continue
            reports += 1
            before, behind = (_claims(t, published) for t in (text, swapped))
            for place, claim in before.items():
                total += 1
                again = behind.get(place)
                if again is None:
                    continue
                found += 1
                asked = _exchanged(claim, partial(_swap, one=one, two=two))
                same += all(asked[f] == again[f] for f in PARTIES)
                whole += asked == again
                other += any(
                    asked[f] and again[f] and asked[f] != again[f]
                    for f in ("affected", "actor")
                )
    data = f"{reports} held-back English texts that name both sides, {total} claims"
    return Part(
        "Parties exchanged",
        "make bench ONLY=exchange",
        [
            Row("claims read again, %", data, _share(found, total), ""),
            Row(
                "claims exchanged as the parties are, %",
                data,
                _share(same, total),
                ">= 98",
            ),
            Row(
                "of these place, days and accrual the same, too, %",
                data,
                _share(whole, total),
                "",
            ),
            Row("claims with another party, %", data, _share(other, total), ""),
        ],
        [NOTE],
    )


NOTE = (
    "Country, adjective, people and capital of two sides are exchanged word for word. A"
    " claim counts when the same figure, counted from the beginning, has the same"
    " measure and stance, and its parties and speaker exchanged."
)


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1)


def _texts() -> Iterator[tuple[str, str]]:
    for name in SETS:
        for line in (HELD / name).read_text(encoding="utf-8").splitlines():
            report = json.loads(line)
            yield report["text"], report["published"]


def _names(text: str, side: Sequence[str]) -> bool:
    return any(re.search(rf"\b{word}\b", text) for word in side)


def _swap(text: str, one: Sequence[str], two: Sequence[str]) -> str:
    """Give a text with the words of two sides exchanged."""
    other = {**dict(zip(two, one, strict=True)), **dict(zip(one, two, strict=True))}
    words = "|".join(sorted(map(re.escape, other), key=len, reverse=True))
    return re.sub(rf"\b(?:{words})\b", lambda m: other[m[0]], text)


def _claims(text: str, published: str) -> dict[tuple[int, str], Claim]:
    """Give claims by the number of their quantity among those of the same words."""
    found: dict[tuple[int, str], Claim] = {}
    for row in sayso.read(text, published=published).claims:
        claim = row.to_record()
        words = str(row.quantity.number.text)
        before = text[: row.quantity.number.start].count(words)
        found[before, words] = {
            "measure": claim["measure"],
            "stance": claim["stance"],
            "accrual": claim["accrual"],
            "period": claim["period"],
            **{field: claim[field] for field in NAMED},
        }
    return found


def _exchanged(claim: Claim, swap: Any) -> Claim:
    named = {field: claim[field] and swap(claim[field]) for field in NAMED}
    return {**claim, **named}
