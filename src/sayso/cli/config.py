"""Show every setting: what it does, its value, and who says so.

For each key the option comes first, then the environment variable, then the file, then
what is built in; nothing else is looked at. --write puts down a file to begin with, in
which every key is explained; one that is there stays.
"""

from __future__ import annotations

import argparse
import sys

from sayso.cli.records import print_record
from sayso.cli.terminal import harmless
from sayso.errors import InputError
from sayso.workspace.configured import SETTINGS, chosen, settings_file, template

EXAMPLE = "sayso config --write"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso config`."""
    parser.add_argument("--write", action="store_true", help="a file to begin with")


def run(arguments: argparse.Namespace) -> int:
    """Print the settings, or write the file."""
    path = settings_file()
    if arguments.write:
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8") as out:
                out.write(template())
        except FileExistsError as error:
            raise InputError(f'"{path}" is there already and stays') from error
        except OSError as error:
            reason = error.strerror or str(error)
            raise InputError(f'"{path}" cannot be written ({reason})') from error
        if not arguments.quiet:
            print(harmless(f"wrote {path}"), file=sys.stderr)
        return 0
    every = [chosen(setting.key) for setting in SETTINGS]
    if arguments.json:
        print_record(
            {
                "file": str(path),
                "settings": [
                    {
                        "key": one.setting.key,
                        "value": one.value,
                        "said_by": one.said_by,
                        "variable": one.setting.variable,
                        "option": one.setting.option,
                        "meaning": one.setting.meaning,
                    }
                    for one in every
                ],
            }
        )
        return 0
    for one in every:
        value = one.value
        if isinstance(value, bool):
            value = "yes" if value else "no"
        print(harmless(f"{one.setting.key} = {value}  ({one.said_by})"))
        print(f"    {one.setting.meaning}")
        print(f"    {one.setting.option}, ${one.setting.variable}")
    there = "" if path.is_file() else " (not there; --write makes one)"
    print(harmless(f"file {path}{there}"))
    return 0
