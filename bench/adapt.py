"""Turn what `sayso extract` writes into what labelled sets call it, line by line.

    sayso extract texts.jsonl | python bench/adapt.py quantities > found.jsonl

Sayso means its quantities, periods and places as claims do; annotators have customs of
their own ("dozens is 12"). They are made here, beside the scorers that need them, and
not in the product. Each line keeps its id and all else that is not adapted.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from scored_figures import adapt_quantities

Record = dict[str, Any]

TIMEX_KEYS = ("span", "type", "value")
"""What the tags of TempEval-3 say; the days that a claim means are ours."""
TOPONYM_KEYS = ("span", "lat", "lon", "geonameid")
"""What the place sets say; a place of a pack or of a user has no number there."""


def adapt_times(timexes: Iterable[Record]) -> list[Record]:
    """Give time expressions as TIMEX3 tags.

    "Since then" and "in the same period" are left out: annotators mark no such words.
    """
    return [_only(TIMEX_KEYS, timex) for timex in timexes if not _is_told(timex)]


def _is_told(timex: Record) -> bool:
    """True for words whose days are those of a phrase before them."""
    return timex.get("value") == "PAST_REF" and timex.get("period") is not None


def adapt_places(toponyms: Iterable[Record]) -> list[Record]:
    """Give place names with coordinates and the number of GeoNames, where they have one."""
    return [_only(TOPONYM_KEYS, toponym) for toponym in toponyms]


def _only(keys: Sequence[str], record: Record) -> Record:
    return {key: record[key] for key in keys if key in record}


KINDS: Mapping[str, tuple[str, Callable[[Iterable[Record]], list[Record]]]] = (
    MappingProxyType(
        {
            "quantities": ("quantities", adapt_quantities),
            "times": ("timexes", adapt_times),
            "places": ("toponyms", adapt_places),
        }
    )
)
"""Word on the command line -> key of the line, and what it is turned into."""


def adapt(kind: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield each line of `sayso extract` with one kind by the labels' customs."""
    key, turn = KINDS[kind]
    for line in lines:
        if line.strip():
            record = json.loads(line)
            record[key] = turn(record[key])
            yield json.dumps(record, ensure_ascii=False) + "\n"


def main(words: Sequence[str] | None = None) -> int:
    """Adapt a file, or standard input, to standard output or a file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("kind", choices=list(KINDS))
    parser.add_argument(
        "path", nargs="?", help="of sayso extract; default: standard input"
    )
    parser.add_argument("-o", "--output", help="default: standard output")
    given = parser.parse_args(words)
    if given.path:
        source = Path(given.path).read_text(encoding="utf-8").split("\n")
    else:
        source = list(sys.stdin)
    lines = list(adapt(given.kind, source))
    if given.output:
        Path(given.output).write_text("".join(lines), encoding="utf-8")
    else:
        sys.stdout.writelines(lines)
    return 0


if __name__ == "__main__":
    sys.exit(main())
