"""Say where each figure and quotation of your own text stands in what is held.

The text is read and not stored. Each figure stands word for word (in which document,
of which speaker), or otherwise (another bound, period, place or speaker: which), or in
no held document; each quotation likewise, and where its words were altered they are
set side by side. Nothing is said of whether a figure is so.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace

from sayso.cli.command import add_strict, day
from sayso.cli.records import print_record
from sayso.cli.terminal import one_line
from sayso.errors import InputError
from sayso.model import DateBasis, Document
from sayso.workspace import Workspace
from sayso.workspace.draft_words import (
    differing,
    draft_record,
    draft_sarif,
    paper_of,
    sentence_of,
    voice_of,
    where_of,
    words_of,
)
from sayso.workspace.drafting import CheckedDraft, DraftItem, Footing, check_draft
from sayso.workspace.handed.taken import Skipped, read_input
from sayso.workspace.handed.written import to_bibtex, to_csl, to_footnote
from sayso.workspace.installed import every_intake

EXAMPLE = "sayso draft article.txt --published 2031-03-06 --strict"

_FORMS = ("text", "sarif", "footnotes", "bibtex", "csl")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso draft`."""
    parser.add_argument("file", metavar="FILE", help='a text of any kind, or "-"')
    parser.add_argument(
        "--published",
        type=day,
        metavar="DAY",
        help='day it is to appear, which "on Monday" is counted from',
    )
    parser.add_argument(
        "--form",
        choices=_FORMS,
        default="text",
        help="sarif: for editors and build tools; footnotes, bibtex, csl: citations "
        "of the documents in which something of it stands",
    )
    add_strict(parser, "exit code 1 when something does not stand word for word")


def run(arguments: argparse.Namespace) -> int:
    """Check the draft and print where it stands."""
    document = _document(arguments)
    with Workspace(arguments.ledger, create=False) as workspace:
        checked = check_draft(workspace, document)
    if arguments.json:
        print_record(draft_record(checked))
    else:
        _print(checked, arguments.form)
    if not arguments.quiet and arguments.form == "text":
        counts = ", ".join(f"{checked.count(f)} {f}" for f in Footing)
        count = len(checked.items)
        what = "figure or quotation" if count == 1 else "figures and quotations"
        print(f"{count} {what}: {counts}", file=sys.stderr)
    is_whole = checked.count(Footing.STANDS) == len(checked.items)
    return 0 if is_whole or not arguments.strict else 1


def _document(arguments: argparse.Namespace) -> Document:
    found = list(read_input(arguments.file, every_intake()))
    documents = [item for item in found if isinstance(item, Document)]
    if len(documents) != 1:
        reasons = "; ".join(f.reason for f in found if isinstance(f, Skipped))
        raise InputError(
            f'"{arguments.file}" {reasons or "holds more than one document"}'
        )
    if arguments.published is None:
        return documents[0]
    return replace(
        documents[0],
        published=arguments.published,
        published_basis=DateBasis.GIVEN,
    )


def _print(checked: CheckedDraft, form: str) -> None:
    papers = [paper_of(document) for document in checked.cited]
    match form:
        case "sarif":
            sys.stdout.write(draft_sarif(checked))
        case "bibtex":
            sys.stdout.write(to_bibtex(papers))
        case "csl":
            sys.stdout.write(to_csl(papers))
        case "footnotes":
            for line in _footnotes(checked):
                print(one_line(line))
        case _:
            for item in checked.items:
                for line in _lines(item):
                    print(line)


def _footnotes(checked: CheckedDraft) -> Iterator[str]:
    """Give each item with the number of its note, then the notes."""
    numbers = {held.id: n for n, held in enumerate(checked.cited, start=1)}
    for item in checked.items:
        notes = "".join(f"[{numbers[s.document.id]}]" for s in item.stands[:1])
        yield f"{sentence_of(item)} {notes}".rstrip()
    for held in checked.cited:
        yield to_footnote(paper_of(held), numbers[held.id])


def _lines(item: DraftItem) -> Iterator[str]:
    yield one_line(sentence_of(item))
    for stand in item.stands:
        words = words_of(stand)
        shown = words if len(words) <= 90 else f"{words[:88]}…"
        document = stand.document.id[:8]
        place = f"{document} [{stand.span.start}, {stand.span.end})"
        yield one_line(
            f'{voice_of(stand)}: "{shown}" ({where_of(stand)}) {place}'
        ).join(("  ", ""))
        for told in differing(stand):
            yield f"    {one_line(told)}"
