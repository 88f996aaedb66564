"""BENCHMARKS.md and the table on the screen, made from the stored results."""

import platform
from collections.abc import Iterable
from pathlib import Path

from results import Part, Row

TARGET = Path(__file__).resolve().parent.parent / "BENCHMARKS.md"

HEAD = """# Benchmarks

Made by `make bench`; one part alone by `make bench ONLY=claims`.
Do not edit: figures are kept in `bench/results/`, one file a part.

Figures are percentages where no unit is named.
Labelled data are development halves; their texts belong to their publishers and are not part of the project, so this command runs where they lie beside the checkout or under `$SAYSO_SHARED`.
A second half of each set is kept sealed and is not used here.
A target is a floor that the project set itself before measuring.
Peers ran on the same data with the same scorers; "two annotators" is how far two people agreed before they talked.

"""


def write_report(parts: dict[str, Part]) -> None:
    """Write BENCHMARKS.md from the parts, in their order."""
    sections = "\n".join(_section(part) for part in parts.values())
    TARGET.write_text(HEAD + sections, encoding="utf-8")


def _section(part: Part) -> str:
    lines = [
        f"## {part.title}",
        "",
        f"`{part.command}`, {part.date}." if part.date else f"`{part.command}`.",
        *part.notes,
        "",
        "| what | data | Sayso | target | peers |",
        "|---|---|---:|---|---|",
        *(f"| {' | '.join(_cells(row))} |" for row in part.rows),
        "",
    ]
    return "\n".join(lines)


def _cells(row: Row) -> Iterable[str]:
    return (row.what, row.data, shown(row.figure), row.target or "", row.peers or "")


def shown(figure: object) -> str:
    """Give a figure as text: thousands with commas, lists with slashes."""
    if isinstance(figure, list):
        return " / ".join(shown(item) for item in figure)
    if isinstance(figure, int | float):
        return f"{figure:,}"
    return "-" if figure is None else str(figure)


def screen_table(parts: dict[str, Part]) -> str:
    """Give one table of all parts for a terminal."""
    rows = [("what", "data", "Sayso", "target", "peers")]
    rows += [tuple(_cells(row)) for part in parts.values() for row in part.rows]
    limits = (42, 38, 20, 24, 80)
    widths = [
        min(limit, max(len(row[i]) for row in rows)) for i, limit in enumerate(limits)
    ]
    lines = [
        "  ".join(
            cell[:width].rjust(width) if i == 2 else cell[:width].ljust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    return "\n".join([*lines, "", f"Python {platform.python_version()}"])
