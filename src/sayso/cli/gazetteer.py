"""Keep places of your own, which are asked before those that come with Sayso.

A file is a GeoNames dump (.txt, .tsv), JSON lines or a CSV with name, lat and lon, each
also gzipped; see docs/gazetteers.md. A copy is kept beside your settings, in
$SAYSO_CONFIG where that is set, and used for all that is read from then on.
"""

from __future__ import annotations

import argparse

from sayso.cli import own

EXAMPLE = "sayso gazetteer add front.csv"
_KIND = "gazetteer"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso gazetteer`."""
    own.add_arguments(parser, _KIND)


def run(arguments: argparse.Namespace) -> int:
    """Add, list or remove gazetteers."""
    return own.run(arguments, _KIND)
