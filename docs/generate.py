"""Refresh what in README and docs is made from the program: `make docs`.

Three kinds: the command reference, the measure reference, and blocks that show a
command's output. Such a block is written

    <!-- run: sayso claims --measure people.captured -->
    ...replaced...
    <!-- end -->

and the commands of one file run in its order in one fresh folder, where `examples` is
at hand; `<!-- setup: ... -->` runs without being shown. A test runs the same and fails
when a file is stale.
"""

import os
import re
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from pathlib import Path

from coverage_page import coverage_reference

from sayso import exports, intake
from sayso.cli.manual import manual_page
from sayso.cli.reference import command_reference
from sayso.vocabulary.measures import MEASURES, load_measure

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(
    r"<!-- (?P<kind>setup|run): (?P<command>[^\n]+) -->\n(?P<old>(?:(?!<!--).*\n)*)"
    r"(?:<!-- end -->\n)?"
)
TABLE = re.compile(r"<!-- table: (?P<name>\w+) -->\n(?:(?!<!--).*\n)*<!-- end -->\n")
HASH = re.compile(r"\b[0-9a-f]{64}\b")
RUN_ONLY = re.compile(r"(?<=last hash )\S+|(?<=read by sayso )\S+ \S+")
"""What differs from run to run, or with every new set of weights."""

WIDTH = 116
"""Columns of the terminal that the shown commands think they have."""


def pages() -> dict[Path, str]:
    """Give every generated or partly generated file with the text it should have."""
    found = {
        ROOT / "docs" / "commands.md": command_reference(),
        ROOT / "docs" / "measures.md": measure_reference(),
        ROOT / "docs" / "sayso.1": manual_page(),
        ROOT / "docs" / "coverage.md": coverage_reference(),
    }
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        text = path.read_text(encoding="utf-8")
        if path not in found and "<!-- table: " in text:
            text = found[path] = with_tables(text)
        if "<!-- run: " in text and path.name not in ("commands.md", "measures.md"):
            found[path] = with_output(text)
    return found


def with_tables(text: str) -> str:
    """Give a page with its tables of formats put in anew."""
    made = {"intake": intake_table, "exports": export_sections}

    def shown(match: re.Match[str]) -> str:
        name = match["name"]
        return f"<!-- table: {name} -->\n{made[name]()}<!-- end -->\n"

    return TABLE.sub(shown, text)


def intake_table() -> str:
    """Give the kinds of files that are read, from the table."""
    rows = [
        f"| {form.name} | {', '.join(f'`{suffix}`' for suffix in form.suffixes)}"
        f" | {form.keeps} | {form.loses} |\n"
        for form in intake.FORMATS
    ]
    head = "| kind | names that end in | what is kept | what is lost |\n"
    return "".join((head, "|---|---|---|---|\n", *rows))


def export_sections() -> str:
    """Give every export format with what it loses, from the table."""
    parts = []
    for form in (*exports.FORMATS, *exports.FILE_FORMATS):
        parts.append(f"### {form.name}\n\n{form.summary}; `{form.suffix}`, ")
        parts.append(f"{form.media_type}.\nNot in it:\n\n")
        parts += [f"* {loss}\n" for loss in form.loses]
        parts.append("\n")
    return "".join(parts)


def with_output(text: str) -> str:
    """Give a page with the output of its commands put in anew."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "examples").symlink_to(ROOT / "examples")

        def shown(match: re.Match[str]) -> str:
            kind, command, old = match.group("kind", "command", "old")
            output = run(command, Path(folder))
            if kind == "setup":
                return f"<!-- setup: {command} -->\n{old}"
            block = f"```text\n$ {command}\n{output}```\n"
            return f"<!-- run: {command} -->\n{block}<!-- end -->\n"

        return BLOCK.sub(shown, text)


def run(command: str, folder: Path) -> str:
    """Give what a command prints on both streams, as on a terminal without colour."""
    paths = (str(Path(sys.executable).parent), os.environ["PATH"])
    kept = {k: v for k, v in os.environ.items() if not k.startswith("SAYSO_")}
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=kept
        | {"PATH": os.pathsep.join(paths), "COLUMNS": str(WIDTH), "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{command}: exit {done.returncode}\n{done.stdout}")
    text = HASH.sub(lambda match: match[0][:12] + "…", done.stdout)
    return "".join(f"{line}\n" for line in laid_out(RUN_ONLY.sub("…", text)))


def laid_out(text: str) -> Iterator[str]:
    """Yield the lines as a narrow terminal would show them.

    Rows of a table, known by their gaps, lose their ends; sentences are wrapped.
    """
    for line in map(str.rstrip, text.splitlines()):
        if len(line) <= WIDTH:
            yield line
        elif "  " in line.strip():
            yield line[: WIDTH - 1].rstrip() + "…"
        else:
            indent = " " * (len(line) - len(line.lstrip()))
            yield from textwrap.wrap(
                line.strip(),
                WIDTH,
                initial_indent=indent,
                subsequent_indent=indent * 2,
                break_long_words=False,
                break_on_hyphens=False,
            )


def measure_reference() -> str:
    """Give the text of `docs/measures.md`: every measure, from its own file."""
    lines = [
        "# Measures",
        "",
        "Made from `src/sayso/vocabulary/measures` by `make docs`; do not edit.",
        "",
        "A measure says what is counted.",
        "To add one, add a file there and its name to the table; its examples run as tests.",
        "",
    ]
    for name in MEASURES:
        measure = load_measure(name)
        units = ", ".join(str(unit) for unit in measure.units)
        lines += [
            f"## {name}",
            "",
            f"{measure.title}: {measure.counts} (in {units}).",
            "",
        ]
        lines += [f"* {e.text} → *{e.words}*" for e in measure.examples if e.words]
        lines += [""]
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Write the files that changed; with --check, only name them."""
    stale = [
        (path, text)
        for path, text in pages().items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    for path, text in stale:
        if "--check" not in arguments:
            path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT), file=sys.stderr)
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
