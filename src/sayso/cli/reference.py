"""The command reference, made from the table of commands and their options.

`python -m sayso.cli.reference > docs/commands.md` rewrites it; a test compares.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from sayso.cli import COMMANDS, add_command
from sayso.cli.command import Command

_HEAD = """# Commands

Made from the table of commands by `python -m sayso.cli.reference`; do not edit.

Every command takes `--ledger FILE`, `--json` where it prints records, `-q` and
`--help`.
The ledger is `$SAYSO_LEDGER` where that is set, else what your settings say
(`sayso config`), else `sayso.db` in the working folder.
Records go to standard output, all else to standard error.
Words of documents reach a terminal with control and direction characters shown as
marks.

| exit code | means |
|---|---|
| 0 | done |
| 1 | done, with findings or skipped inputs, under `--strict` |
| 2 | wrong use: an unknown option, date, name or id |
| 3 | unreadable input, and nothing done |
| 4 | ledger trouble: not there, damaged, of another version, busy, no space |
"""
_COMMON = {"help", "ledger", "json", "quiet"}


def command_reference() -> str:
    """Give the text of `docs/commands.md`."""
    return "\n".join((_HEAD, *_overview(), "", *_all_commands()))


def _overview() -> Iterator[str]:
    yield "| command | does |"
    yield "|---|---|"
    for command in COMMANDS:
        yield f"| [`sayso {command.name}`](#sayso-{command.name}) | {command.summary} |"


def _all_commands() -> Iterator[str]:
    for command in COMMANDS:
        parser = _parser_of(command)
        yield f"## sayso {command.name}\n"
        yield f"{(parser.description or '').strip()}\n"
        yield from _options(parser)
        example = (parser.epilog or "").removeprefix("example: ")
        yield f"```sh\n{example}\n```\n"


def _parser_of(command: Command) -> argparse.ArgumentParser:
    return add_command(argparse.ArgumentParser().add_subparsers(), command)


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    rows = [
        f"| {_name_of(action)} | {action.help or ''} |"
        for action in parser._actions  # noqa: SLF001 - argparse shows them nowhere else
        if action.dest not in _COMMON
    ]
    if rows:
        yield "\n".join(("| option | |", "|---|---|", *rows, ""))


def _name_of(action: argparse.Action) -> str:
    value = _value_of(action)
    if not action.option_strings:
        return f"`{value}`"
    names = ", ".join(action.option_strings)
    return f"`{names} {value}`" if value else f"`{names}`"


def _value_of(action: argparse.Action) -> str:
    if action.nargs == 0:
        return ""
    if action.choices is not None:
        return "{" + ", ".join(str(choice) for choice in action.choices) + "}"
    return str(action.metavar or action.dest.upper())


if __name__ == "__main__":
    print(command_reference(), end="")
