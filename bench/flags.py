"""Flags on reports in the manner of ordinary news: how many are right, what is named."""

import sys
from collections.abc import Iterable

from results import Part, Row
from scores import ROOT

sys.path.insert(0, str(ROOT / "tests"))

from news import (
    HALVES,
    Disagreement,
    Flag,
    Judged,
    documents_of,
    find_flags,
    load_disagreements,
    load_judged,
)

TARGET = ">= 90"


def flags() -> Part:
    """Share of flags judged right, at first run and today, and of what they name."""
    judged, listed = load_judged(), load_disagreements()
    found = {half: find_flags(half) for half in HALVES}
    reports = sum(len(documents_of(half)) for half in HALVES)
    size = f"tests/corpora/news, {reports} reports in {len(HALVES)} halves"
    right = [judgement(flag, judged) for half in HALVES for flag in found[half]]
    named = sum(count_named(found[half], listed, half) for half in HALVES)
    first = [j.is_right for j in judged if "first" in j.runs]
    halves = ", ".join(f"{half} {first_of(half, judged)}" for half in HALVES)
    return Part(
        "Flags on ordinary news",
        "make bench ONLY=flags",
        [
            Row(
                f"of {len(first)} flags at first run, right", size, share(first), TARGET
            ),
            Row(f"of {len(right)} flags now, right", size, share(right), None),
            Row(
                f"of {len(listed)} listed disagreements, named by a flag now",
                f"{size}, all but half g",
                round(100 * named / len(listed), 1),
                None,
            ),
        ],
        [
            (
                "A half was read once before a rule was mended from it; only that run"
                f" promises anything for other text. Right at first run: {halves}."
            ),
            (
                "Every flag with its judgement stands in"
                " `tests/corpora/news/judged.txt`; one that nobody judged counts as not"
                " right. Disagreements were listed before the program read a report:"
                " most are of speakers whose figures are read with another event, kind"
                " or day, and no finding is made of what is not read with certainty."
            ),
        ],
    )


def judgement(flag: Flag, judged: Iterable[Judged]) -> bool:
    """True for a flag of today that was judged right."""
    return any(j.is_right for j in judged if "now" in j.runs and j.flag == flag)


def count_named(
    found: Iterable[Flag], listed: Iterable[Disagreement], half: str
) -> int:
    """Give how many listed disagreements of a half flags name, each flag one."""
    left = [d for d in listed if d.half == half]
    count = 0
    for flag in found:
        match = next((d for d in left if names(flag, d)), None)
        if match is not None:
            left.remove(match)
            count += 1
    return count


def names(flag: Flag, listed: Disagreement) -> bool:
    """True when a flag of the listed check is on one of the listed reports."""
    return flag.check == listed.check and bool(flag.documents & listed.documents)


def first_of(half: str, judged: Iterable[Judged]) -> str:
    """Give "2 of 6" for the first run of a half."""
    ran = [j.is_right for j in judged if j.half == half and "first" in j.runs]
    return f"{sum(ran)} of {len(ran)}"


def share(right: list[bool]) -> float:
    """Give the percentage that is right."""
    return round(100 * sum(right) / max(len(right), 1), 1)
