"""Write what lets a shell complete sayso's commands and options.

Needs the extra completion. Put it where your shell looks, such as
sayso completion bash > ~/.local/share/bash-completion/completions/sayso, or
sayso completion zsh > a folder of $fpath under the name _sayso.
"""

from __future__ import annotations

import argparse

from sayso.cli.manual import whole_parser
from sayso.errors import InputError

EXAMPLE = "sayso completion bash"
SHELLS = ("bash", "zsh", "tcsh")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso completion`."""
    parser.add_argument("shell", choices=SHELLS)


def run(arguments: argparse.Namespace) -> int:
    """Print the completion."""
    try:
        import shtab  # an extra: few need it, and once
    except ImportError as error:
        raise InputError(
            f'completion needs an extra: pip install "sayso[completion]" ({error})'
        ) from error
    print(shtab.complete(whole_parser(), arguments.shell))
    return 0
