"""Answer an assistant's questions about the ledger, over standard input and output.

For programs that speak the Model Context Protocol: they start this command themselves
and ask its tools (read_text, find_claims, incident, origins, findings, draft_check,
quote_stands). All of them only read. Names are withheld as in exports. What an
assistant is told may leave this machine with it: that is the user's doing.
"""

from __future__ import annotations

import argparse

from sayso.errors import InputError
from sayso.workspace import Workspace

EXAMPLE = "sayso mcp --ledger /home/me/news.db"


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso mcp`: none of its own."""


def run(arguments: argparse.Namespace) -> int:
    """Answer until the assistant is gone."""
    try:
        from sayso.assistant.server import serve  # an extra, and slow to import
    except ImportError as error:
        raise InputError(
            f'an assistant needs the extra "mcp": pip install "sayso[mcp]" ({error})'
        ) from error
    with Workspace(arguments.ledger, create=False) as workspace:
        serve(workspace)
    return 0
