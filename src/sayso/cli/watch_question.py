"""Save a filter under a name, and see what is new in it.

New are claims, revisions, contradictions, and other words at an address that is held.

With filters, the name is kept for them; without, what is new since the last look is
printed and marked as seen. A saved question lies beside your settings.
"""

from __future__ import annotations

import argparse
import sys

from sayso import __version__
from sayso.cli.filters import add_filters, asked_filters
from sayso.cli.records import print_lines
from sayso.cli.terminal import one_line
from sayso.model import to_json
from sayso.workspace import Workspace
from sayso.workspace.handed.held import Filters
from sayso.workspace.handed.written import FeedItem, write_feed
from sayso.workspace.questions import (
    News,
    find_news,
    list_questions,
    load_question,
    mark_seen,
    remove_question,
    save_question,
)

EXAMPLE = "sayso watch-question olmar --place Olmar --measure people"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso watch-question`."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="none lists them")
    parser.add_argument(
        "--atom", action="store_true", help="all of it as an Atom feed; marks nothing"
    )
    parser.add_argument("--remove", action="store_true", help="forget the question")
    add_filters(parser)


def run(arguments: argparse.Namespace) -> int:
    """List, save or forget a question, or print what is new in it."""
    if arguments.name is None:
        for name in list_questions():
            print(name)
        return 0
    if arguments.remove:
        remove_question(arguments.name)
        return 0
    with Workspace(arguments.ledger, create=False) as workspace:
        filters = asked_filters(arguments, workspace)
        if filters != Filters():
            save_question(arguments.name, filters)
            if not arguments.quiet:
                print(f'saved: "{arguments.name}"', file=sys.stderr)
            return 0
        question = load_question(arguments.name)
        news = find_news(question, workspace, is_all=arguments.atom)
        if arguments.atom:
            items = map(to_item, news)
            maker = f"sayso {__version__}"
            sys.stdout.writelines(
                write_feed(question.name, items, maker=maker, made=workspace.now())
            )
            return 0
        mark_seen(question, workspace)
    if arguments.json:
        print_lines(to_json(item) for item in news)
    else:
        for item in news:
            print(f"{item.kind:13}  {one_line(item.sentence)}")
    if not arguments.quiet:
        print(f"{len(news):,} new", file=sys.stderr)
    return 0


def to_item(news: News) -> FeedItem:
    """Give the entry of a feed."""
    return FeedItem(news.id, news.kind, news.at, news.sentence, news.url)
