"""Saved questions: a filter with a name, what is new in it, and a feed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TextIO

from sayso import __version__
from sayso.errors import InputError
from sayso.web.interface import say, say_of
from sayso.web.page import Answer, Asked, Download, Moved, Page
from sayso.web.query import parse_question, path_of
from sayso.workspace import Workspace
from sayso.workspace.handed.held import Filters
from sayso.workspace.handed.written import FeedItem, write_feed

if TYPE_CHECKING:
    from sayso.workspace.questions import News, SavedQuestion

FIELDS = ("measure", "speaker", "place", "party", "outlet", "language", "text")
"""What the form asks for; the command takes every filter."""


def show(workspace: Workspace, asked: Asked) -> Answer:
    """Give the saved questions and the form for another."""
    del workspace
    return _list(asked)


def act(workspace: Workspace, asked: Asked) -> Answer | Moved:
    """Save a question, or forget one."""
    del workspace
    from sayso.workspace.questions import (  # slow: loads the settings
        remove_question,
        save_question,
    )

    form = asked.form
    name = form.get("name", "").strip()
    if form.get("act") == "remove":
        remove_question(name)
        return Moved("/questions")
    query = tuple((n, form.get(n, "").strip()) for n in FIELDS)
    filters: Filters = parse_question(Asked(asked.path, query=query)).filters
    try:
        save_question(name, filters)
    except InputError as error:
        return _list(asked, problem=str(error))
    return Moved(path_of("questions", name))


def show_one(workspace: Workspace, asked: Asked) -> Answer:
    """Give what is in a question, what is new marked; nothing is marked as seen."""
    question, news = _news(workspace, asked)
    from sayso.workspace.questions import filter_words, find_news  # slow, as above

    new = {item.id for item in find_news(question, workspace)}
    filters = filter_words(question.filters)
    words = {
        "name": question.name,
        "filters": _told(filters),
        "news": [(item, item.id in new) for item in news],
        "count": len(new),
        "feed": f"{path_of('questions', question.name)}/feed",
    }
    record = {
        "name": question.name,
        "filters": filters,
        "news": [
            {
                "id": item.id,
                "kind": item.kind,
                "at": item.at,
                "sentence": item.sentence,
                "url": item.url,
                "is_new": item.id in new,
            }
            for item in news
        ],
    }
    return Answer(say("Question: %(name)s", name=question.name), words, record)


def mark(workspace: Workspace, asked: Asked) -> Moved:
    """Mark what is held now as seen."""
    from sayso.workspace.questions import load_question, mark_seen  # slow, as above

    question = mark_seen(load_question(asked.params["name"]), workspace)
    return Moved(path_of("questions", question.name))


def feed(workspace: Workspace, asked: Asked) -> Answer | Download:
    """Give the question as an Atom feed; as JSON the same as its page."""
    if asked.path.endswith(".json"):
        return show_one(workspace, asked)
    question, news = _news(workspace, asked)
    made = workspace.now()
    items = [FeedItem(n.id, n.kind, n.at, n.sentence, n.url) for n in news]

    def write(out: TextIO) -> None:
        maker = f"sayso {__version__}"
        out.writelines(write_feed(question.name, items, maker=maker, made=made))

    return Download(f"{question.name}.atom", "application/atom+xml", write)


def _news(workspace: Workspace, asked: Asked) -> tuple[SavedQuestion, tuple[News, ...]]:
    from sayso.workspace.questions import find_news, load_question  # slow, as above

    question = load_question(asked.params["name"])
    return question, find_news(question, workspace, is_all=True)


def _told(filters: Mapping[str, Any]) -> str:
    """Give filters in words."""
    return ", ".join(
        f"{say_of('filter', name)} {value}" for name, value in filters.items()
    )


def _list(asked: Asked, *, problem: str = "") -> Answer:
    from sayso.workspace.questions import (  # slow: loads the settings
        filter_words,
        list_questions,
        load_question,
    )

    questions = [load_question(name) for name in list_questions()]
    shown: list[dict[str, Any]] = [
        {"name": q.name, "filters": filter_words(q.filters)} for q in questions
    ]
    words = {
        "problem": problem,
        "given": asked.form,
        "fields": [(name, say_of("filter", name)) for name in FIELDS],
        "questions": [
            (q["name"], path_of("questions", q["name"]), _told(q["filters"]))
            for q in shown
        ],
    }
    status = 400 if problem else 200
    return Answer(say("Questions"), words, {"questions": shown}, status=status)


PAGE = Page("/questions", "questions", "Questions", show, act=act)
ONE = Page("/questions/{name}", "question", "Question", show_one, act=mark)
FEED = Page("/questions/{name}/feed", "feed", "Feed", feed)
