"""Write what the ledger holds in a form for others, names of private persons masked.

Rows that no person has looked at say so; full texts never leave. Every format takes
the filters of `sayso claims`; csv writes its description beside the file. What each
format loses is listed in docs/exports.md.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from pathlib import Path

from sayso.cli.filters import add_filters, chosen_filters
from sayso.cli.terminal import Guarded
from sayso.errors import ExportError
from sayso.exports import FORMATS, Bundle, Format
from sayso.workspace import Workspace
from sayso.workspace.exporting import gather

EXAMPLE = "sayso export csv --measure people -o claims.csv"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso export`."""
    summaries = "; ".join(f"{form.name}: {form.summary}" for form in FORMATS)
    parser.add_argument(
        "format", choices=[form.name for form in FORMATS], help=summaries
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="default: standard output"
    )
    add_filters(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the export."""
    (form,) = (f for f in FORMATS if f.name == arguments.format)
    with Workspace(arguments.ledger, create=False) as workspace:
        bundle = gather(workspace, chosen_filters(arguments, workspace))
        if arguments.output is None:
            _write_out(form, bundle)
            written = []
        else:
            written = write_files(form, bundle, Path(arguments.output))
        unread = len(bundle.unread())
    if not arguments.quiet:
        if unread:
            print(_unread(unread), file=sys.stderr)
        for path in written:
            print(f"wrote {path}", file=sys.stderr)
    return 0


def _unread(count: int) -> str:
    documents = "1 document is" if count == 1 else f"{count:,} documents are"
    return f"{documents} in a language that is not read, and have no row"


def write_files(form: Format, bundle: Bundle, path: Path) -> list[Path]:
    """Write an export, and what lies beside it, whole or not at all.

    A folder gets a file "claims" with the format's suffix.

    Raises:
        ExportError: A file cannot be written.
    """
    if path.is_dir():
        path, beside = path / f"claims{form.suffix}", path / "datapackage.json"
    else:
        beside = path.with_name(f"{path.stem}.datapackage.json")
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", errors="replace", newline="") as out:
            form.write(bundle, out)
        part.replace(path)
        if form.beside is None:
            return [path]
        beside.write_text(form.beside(path.name, bundle), encoding="utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportError(f'"{path}" cannot be written ({reason})') from error
    finally:
        part.unlink(missing_ok=True)
    return [path, beside]


def _write_out(form: Format, bundle: Bundle) -> None:
    """Write to standard output, with the line ends the format asks for."""
    if isinstance(sys.stdout, (io.TextIOWrapper, Guarded)):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="")
    form.write(bundle, sys.stdout)
