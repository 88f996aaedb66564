"""What a row of the command table is, and the options all commands share."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from datetime import date

from sayso.errors import InputError


@dataclass(frozen=True, slots=True)
class Command:
    """One command; its module has `EXAMPLE`, `add_arguments` and `run`."""

    name: str
    summary: str
    file: str | None = None
    """Module inside `sayso.cli` where it is not called like the command."""

    @property
    def module(self) -> str:
        """Name of the module inside `sayso.cli`."""
        return self.file or self.name


def add_common(parser: argparse.ArgumentParser) -> None:
    """Add the options that every command takes."""
    group = parser.add_argument_group("common options")
    group.add_argument(
        "--ledger",
        metavar="FILE",
        help="ledger to use (default: see sayso config)",
    )
    group.add_argument("--json", action="store_true", help="records as JSON")
    group.add_argument(
        "--raw",
        action="store_true",
        help="control characters as they are, for programs",
    )
    group.add_argument("-q", "--quiet", action="store_true", help="no progress, no sum")


def add_strict(parser: argparse.ArgumentParser, help_text: str) -> None:
    """Add --strict, with what it turns into exit code 1."""
    parser.add_argument("--strict", action="store_true", help=help_text)


def add_jobs(parser: argparse.ArgumentParser) -> None:
    """Add --jobs, the number of reading processes."""
    parser.add_argument(
        "--jobs", type=positive, metavar="N", help="processes (default: 1)"
    )


def day(value: str) -> date:
    """Give the day of an option's value."""
    from sayso.workspace.handed.taken import parse_day  # slow: loads the reader

    try:
        return parse_day(value)
    except InputError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def seconds(value: str) -> int:
    """Give the seconds of an option's value: "90", "90s", "15m", "2h"."""
    units = {"s": 1, "m": 60, "h": 3600}
    number, unit = (value[:-1], value[-1:]) if value[-1:] in units else (value, "s")
    try:
        return positive(number) * units[unit]
    except argparse.ArgumentTypeError:
        raise argparse.ArgumentTypeError(
            f'"{value}" is no length of time, such as 90, 15m or 2h'
        ) from None


def positive(value: str) -> int:
    """Give a whole number above zero of an option's value."""
    if not value.isascii() or not value.isdigit() or int(value) < 1:
        raise argparse.ArgumentTypeError(f'"{value}" is not a whole number above zero')
    return int(value)
