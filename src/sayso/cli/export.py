"""Write what the ledger holds in a form for others, names of private persons masked.

Rows that no person has looked at say so; full texts never leave. Every format takes
the filters of `sayso claims`; csv writes its description beside the file. What each
format loses is listed in docs/exports.md.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from sayso.cli.filters import add_filters, chosen_filters
from sayso.cli.terminal import Guarded
from sayso.cli.whole_files import is_stream, whole_file
from sayso.errors import ExportError
from sayso.workspace import Workspace
from sayso.workspace.evidence import gather_evidence
from sayso.workspace.exporting import gather
from sayso.workspace.handed.written import Bundle, FileFormat, Format
from sayso.workspace.installed import every_export

EXAMPLE = "sayso export csv --measure people -o claims.csv"


_TEXTS = "whole texts are in it, names masked: not for the public; mind their rights"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso export`."""
    summaries = "; ".join(f"{form.name}: {form.summary}" for form in every_export())
    names = [form.name for form in every_export()]
    parser.add_argument("format", choices=names, help=summaries)
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="default: standard output"
    )
    bundled = parser.add_argument_group("of a bundle")
    bundled.add_argument(
        "--files", metavar="FOLDER", help="folder of the files that were read"
    )
    bundled.add_argument(
        "--seal", metavar="FILE", action="append", help="an earlier seal; repeatable"
    )
    add_filters(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the export."""
    (form,) = (f for f in every_export() if f.name == arguments.format)
    if form.name != "bundle" and (arguments.files or arguments.seal):
        arguments.refuse("--files and --seal go with bundle alone")
    with Workspace(arguments.ledger, create=False) as workspace:
        bundle = gather(workspace, chosen_filters(arguments, workspace))
        if arguments.files or arguments.seal:
            evidence = gather_evidence(
                workspace, folder=arguments.files, seals=arguments.seal or ()
            )
            bundle = replace(bundle, evidence=lambda: evidence)
        path = None if arguments.output is None else Path(arguments.output)
        if isinstance(form, FileFormat):
            written = _write_binary(form, bundle, path)
        elif path is None:
            _write_out(form, bundle)
            written = []
        else:
            written = write_files(form, bundle, path)
        unread = len(bundle.unread())
    if not arguments.quiet:
        if unread:
            print(_unread(unread), file=sys.stderr)
        for path in written:
            print(f"wrote {path}", file=sys.stderr)
        if isinstance(form, FileFormat):
            told = (line for path in written for line in form.tell(path))
            for line in (*told, *((_TEXTS,) if form.has_texts else ())):
                print(line, file=sys.stderr)
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
    try:
        with (
            whole_file(path) as part,
            part.open("w", encoding="utf-8", errors="replace", newline="") as out,
        ):
            form.write(bundle, out)
        if form.beside is None or is_stream(path):
            return [path]
        beside.write_text(form.beside(path.name, bundle), encoding="utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportError(f'"{path}" cannot be written ({reason})') from error
    return [path, beside]


def _write_binary(form: FileFormat, bundle: Bundle, path: Path | None) -> list[Path]:
    """Write a file that is no text, whole or not at all; to a pipe where none is named.

    Raises:
        ExportError: It cannot be written, or would go to a screen.
    """
    if path is None:
        if sys.stdout.isatty():
            raise ExportError(f"{form.name} is no text: name a file with -o")
        sys.stdout.buffer.write(_made(form, bundle))
        return []
    target = path / f"claims{form.suffix}" if path.is_dir() else path
    try:
        if is_stream(target):
            target.write_bytes(_made(form, bundle))
            return [target]
        with whole_file(target) as part:
            form.write(bundle, part)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportError(f'"{target}" cannot be written ({reason})') from error
    return [target]


def _made(form: FileFormat, bundle: Bundle) -> bytes:
    """Give the bytes of a file that is no text."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / f"claims{form.suffix}"
        form.write(bundle, made)
        return made.read_bytes()


def _write_out(form: Format, bundle: Bundle) -> None:
    """Write to standard output, with the line ends the format asks for."""
    if isinstance(sys.stdout, (io.TextIOWrapper, Guarded)):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="")
    form.write(bundle, sys.stdout)
