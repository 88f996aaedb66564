"""The manual page sayso(1), made from the table of commands and their options.

`python -m sayso.cli.manual > docs/sayso.1` rewrites it; a test compares. The wheel puts
it where `man` looks.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from sayso import __version__
from sayso.cli import COMMANDS, add_command
from sayso.workspace.configured import SETTINGS

_EXITS = (
    ("0", "done"),
    ("1", "done, with findings or skipped inputs, under --strict"),
    ("2", "wrong use: an unknown option, date, name or id"),
    ("3", "unreadable input, and nothing done"),
    ("4", "ledger trouble: not there, damaged, of another version, busy, no space"),
)


def whole_parser() -> argparse.ArgumentParser:
    """Give the parser with every command in it; imports all of them."""
    parser = argparse.ArgumentParser(prog="sayso")
    commands = parser.add_subparsers(dest="command")
    for command in COMMANDS:
        add_command(commands, command)
    return parser


def manual_page() -> str:
    """Give the page in the form of man(7)."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield f'.TH SAYSO 1 "" "sayso {__version__}" "Sayso"'
    yield ".SH NAME"
    yield "sayso \\- who claimed what, in which exact words, on whose say-so"
    yield ".SH SYNOPSIS"
    yield ".B sayso\n.I COMMAND\n[\\fIOPTIONS\\fR]"
    yield ".SH DESCRIPTION"
    yield (
        "Reads conflict reports and keeps an append-only ledger of who claimed what, in"
        " which exact words. Nothing it prints says that a claim is so."
    )
    yield ".SH COMMANDS"
    commands = argparse.ArgumentParser().add_subparsers()
    for command in COMMANDS:
        parser = add_command(commands, command)
        yield f".SS sayso {_plain(command.name)}"
        paragraphs = (parser.description or "").strip().split("\n\n")
        yield "\n.PP\n".join(_plain(" ".join(p.split())) for p in paragraphs)
        for action in parser._actions:  # noqa: SLF001 - shown nowhere else
            if action.dest != "help":
                yield from _option(action)
        example = (parser.epilog or "").removeprefix("example: ")
        yield f".PP\nExample: \\fB{_plain(example)}\\fR"
    yield ".SH ENVIRONMENT"
    for setting in SETTINGS:
        yield f".TP\n.B {setting.variable}\n{_plain(setting.meaning)}"
    yield ".TP\n.B SAYSO_CONFIG\nthe folder of settings and own data"
    yield ".TP\n.B NO_COLOR\nno colours"
    yield ".SH EXIT STATUS"
    for code, meaning in _EXITS:
        yield f".TP\n.B {code}\n{_plain(meaning)}"


def _option(action: argparse.Action) -> Iterator[str]:
    value = ""
    if action.nargs != 0:
        named = action.metavar or action.dest.upper()
        choices = action.choices or ()
        value = "|".join(map(str, choices)) if choices else str(named)
    names = ", ".join(action.option_strings)
    yield ".TP"
    yield f"\\fB{_plain(names)}\\fR \\fI{_plain(value)}\\fR".replace("\\fB\\fR ", "")
    yield _plain(action.help or "")


def _plain(words: str) -> str:
    """Give words in which man(7) sees no commands of its own."""
    escaped = words.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped


if __name__ == "__main__":
    print(manual_page(), end="")
