"""The command line: one row of `COMMANDS` a command, one file a row, no logic.

A command's module is imported only when that command runs, so `sayso --help` stays
fast.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from importlib import import_module

from sayso import __version__
from sayso.cli.command import Command, add_common
from sayso.cli.terminal import Guarded, harmless
from sayso.errors import (
    EntryMissing,
    InputError,
    LayerError,
    LedgerError,
    SaysoError,
)

COMMANDS: tuple[Command, ...] = (
    Command("read", "read reports and keep them in the ledger"),
    Command("watch", "read what appears in a folder"),
    Command("watch-question", "what is new in a filter with a name", "watch_question"),
    Command("claims", "list claims, each with who makes it"),
    Command("show", "one document with its words marked"),
    Command("speakers", "everyone that something is attributed to"),
    Command("names", "join, split and name speakers, parties and places"),
    Command("coverage", "what is read and what is not"),
    Command("check", "compare what is stated, and record the findings"),
    Command("origins", "which utterance claims go back to, hop by hop"),
    Command("draft", "where the figures of your own text stand; stores nothing"),
    Command("incidents", "what is said of one event, lowest to highest"),
    Command("series", "claims of one speaker lined up by day"),
    Command("layers", "control polygons by day, each with who drew them"),
    Command("import", "outside data as claims, with its origin", "importing"),
    Command("export", "write claims and findings in a form for others"),
    Command("extract", "what JSON lines say, as JSON lines; no ledger"),
    Command("reuse", "pairs of documents that share text; no ledger"),
    Command("rule", "record a person's ruling on a reading"),
    Command("erase", "erase a document's words, keep its hashes"),
    Command("gazetteer", "places of your own, asked before GeoNames"),
    Command("theatre", "conflict packs of your own"),
    Command("verify", "recompute the ledger's hashes"),
    Command("seal", "the head of the chain, to be kept elsewhere"),
    Command("backup", "copy the ledger to a new file"),
    Command("restore", "check a backup and copy it to a new ledger"),
    Command("move-ledger", "a ledger into one of another kind", "move_ledger"),
    Command("serve", "pages in a browser, for this machine or a team"),
    Command("users", "who may sign in to pages that others reach"),
    Command("mcp", "answer an assistant's questions; reads only"),
    Command("config", "every setting, its value and who says so"),
    Command("completion", "what lets a shell complete commands and options"),
)
"""Every command, in the order of the help."""

_JSON = frozenset("extract reuse jsonl geojson webannotation claim sarif".split())
"""Commands and forms of export that write JSON without being asked to."""
DONE, NOTED, WRONG_USE, UNREADABLE, LEDGER_TROUBLE = range(5)
"""Exit codes; NOTED is findings or skipped inputs under --strict."""
_INTERRUPTED = 130
"""What shells use for a program ended by Ctrl-C (128 + SIGINT)."""
GARBAGE = (50_000, 20, 20)
"""When Python looks for garbage: what a command loads stays, and to look it through as
often as Python does by itself takes a twentieth of the first report's time."""
THREAD_SETTINGS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""What numpy's libraries for matrices read once, when they are loaded."""


class _Overview(argparse.HelpFormatter):
    """Leaves room for the longest command; argparse forgets that they are indented."""

    def add_argument(self, action: argparse.Action) -> None:
        super().add_argument(action)
        self._action_max_length += self._indent_increment


def main(argv: list[str] | None = None) -> int:
    """Run one command and give its exit code; see `docs/commands.md`.

    Args:
        argv: Words after the program's name; None takes them from the process.
    """
    words = sys.argv[1:] if argv is None else argv
    ask_for_one_thread()
    gc.set_threshold(*GARBAGE)
    arguments = build_parser(words).parse_args(words)
    before = sys.stdout
    if not arguments.raw:
        sys.stdout = Guarded(before, is_json=writes_json(arguments))
    try:
        fill_in(arguments)
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        return _leave_pipe()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except SaysoError as error:
        print(f"sayso {arguments.command}: {harmless(str(error))}", file=sys.stderr)
        return exit_code(error)
    finally:
        sys.stdout = before
    return code


def ask_for_one_thread() -> None:
    """Have matrices multiplied on one thread, unless the user says how many.

    Ours are small: on two cores a sentence costs 13 ms of CPU time with one thread and
    88 with two, which wait for each other (measured). `--jobs` uses more cores.
    """
    if "OMP_NUM_THREADS" not in os.environ:
        for name in THREAD_SETTINGS:
            os.environ.setdefault(name, "1")


def fill_in(arguments: argparse.Namespace) -> None:
    """Let the user's settings stand in for options that were not given.

    Raises:
        InputError: The settings cannot be read.
    """
    if arguments.command == "config":
        return
    from sayso.workspace.configured import chosen  # slow: help does without

    if getattr(arguments, "jobs", 1) is None:
        arguments.jobs = int(chosen("jobs").value)
    if getattr(arguments, "port", 1) is None and not chosen("port").is_built_in:
        arguments.port = int(chosen("port").value)
    if getattr(arguments, "interface", "") is None:
        arguments.interface = str(chosen("language").value)
    arguments.quiet = arguments.quiet or bool(chosen("quiet").value)


def writes_json(arguments: argparse.Namespace) -> bool:
    """True when a command's standard output is JSON."""
    form = getattr(arguments, "format", "")
    return arguments.json or arguments.command in _JSON or form in _JSON


def exit_code(error: SaysoError) -> int:
    """Give the exit code that stands for an error."""
    if isinstance(error, EntryMissing):
        return WRONG_USE
    if isinstance(error, LedgerError):
        return LEDGER_TROUBLE
    unreadable = isinstance(error, (InputError, LayerError))
    return UNREADABLE if unreadable else WRONG_USE


def build_parser(words: list[str]) -> argparse.ArgumentParser:
    """Give the parser, with the options of the command that `words` name, if any."""
    parser = argparse.ArgumentParser(
        prog="sayso",
        description="Who claimed what, in which exact words, on whose say-so.",
        formatter_class=_Overview,
    )
    parser.add_argument("--version", action="version", version=f"sayso {__version__}")
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", required=True, title="commands"
    )
    named = next((word for word in words if not word.startswith("-")), None)
    for command in COMMANDS:
        if command.name == named:
            add_command(commands, command)
        else:
            commands.add_parser(command.name, help=command.summary, add_help=False)
    return parser


def add_command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    command: Command,
) -> argparse.ArgumentParser:
    """Give the parser of one command, with its module imported."""
    module = import_module(f"sayso.cli.{command.module}")
    parser = commands.add_parser(
        command.name,
        help=command.summary,
        description=module.__doc__,
        epilog=f"example: {module.EXAMPLE}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    module.add_arguments(parser)
    add_common(parser)
    parser.set_defaults(run=module.run, refuse=parser.error)
    return parser


def _leave_pipe() -> int:
    """Stop writing where the reader has gone (`| head`), without a second error."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE
