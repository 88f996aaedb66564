"""Keep theatre packs of your own: parties, speakers, places of a conflict.

A pack is a TOML file; see docs/theatres.md. One with the name of a pack that comes with
Sayso takes its place. A copy is kept beside your settings, in $SAYSO_CONFIG where that
is set, and used for all that is read from then on.
"""

from __future__ import annotations

import argparse

from sayso.cli import own

EXAMPLE = "sayso theatre add elbonia.toml"
_KIND = "theatre"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso theatre`."""
    own.add_arguments(parser, _KIND)


def run(arguments: argparse.Namespace) -> int:
    """Add, list or remove theatre packs."""
    return own.run(arguments, _KIND)
