"""Saved questions: a filter with a name, what is new in it, and a feed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TextIO

from sayso import __version__
from sayso.errors import InputError
from sayso.model import ClaimId
from sayso.vocabulary.measures import load_measures
from sayso.web.called import call_language
from sayso.web.finding_words import say_finding
from sayso.web.interface import say, say_of
from sayso.web.page import Answer, Asked, Download, Moved, Page
from sayso.web.query import (
    Question,
    parse_question,
    path_of,
    resolve_question,
    to_address,
)
from sayso.web.wording import ShownClaim, day_written, measure_title, show_claim
from sayso.workspace import Workspace
from sayso.workspace.handed.held import Filters
from sayso.workspace.handed.written import FeedItem, write_feed

if TYPE_CHECKING:
    from sayso.workspace.questions import News, SavedQuestion

FIELDS = ("measure", "speaker", "place", "party", "outlet", "language", "text")
"""What the form asks for; the command takes every filter."""
MOST_SHOWN = 100
"""News on the page of a question; the feed and the JSON have more."""


@dataclass(frozen=True, slots=True)
class ShownNews:
    """One thing that is new in a question, as its page shows it."""

    kind: str
    is_new: bool
    claim: ShownClaim | None
    """None for what is no claim, or is none any longer."""
    sentence: str
    language: str
    link: str
    """"" where there is no page for it."""


def show(workspace: Workspace, asked: Asked) -> Answer:
    """Give the saved questions and the form for another."""
    return _list(workspace, asked)


def act(workspace: Workspace, asked: Asked) -> Answer | Moved:
    """Save a question, or forget one; blanks in its name become hyphens."""
    from sayso.workspace.questions import (  # slow: loads the settings
        remove_question,
        save_question,
    )

    form = asked.form
    name = "-".join(form.get("name", "").split())
    if form.get("act") == "remove":
        remove_question(name)
        return Moved("/questions")
    query = tuple((n, form.get(n, "").strip()) for n in FIELDS)
    filters: Filters = parse_question(Asked(asked.path, query=query)).filters
    try:
        save_question(name, filters)
    except InputError as error:
        return _list(workspace, asked, problem=str(error))
    return Moved(path_of("questions", name))


def show_one(workspace: Workspace, asked: Asked) -> Answer:
    """Give what is in a question, what is new marked; nothing is marked as seen."""
    question, news = _news(workspace, asked)
    from sayso.workspace.questions import filter_words, find_news  # slow, as above

    new = {item.id for item in find_news(question, workspace)}
    filters = filter_words(question.filters)
    given = resolve_question(Question(question.filters, "", 1, ()), workspace.ledger)
    words = {
        "name": question.name,
        "filters": _told(filters),
        "unknown": given.unknown,
        "list_link": to_address("/claims", _pairs(filters)),
        "news": _show_news(workspace, news[:MOST_SHOWN], new),
        "more": max(0, len(news) - MOST_SHOWN),
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


def _show_news(
    workspace: Workspace, news: Sequence[News], new: set[str]
) -> list[ShownNews]:
    """Give news with the claim each is of, in the language of the page."""
    keys = [item.id.partition(":")[2] for item in news]
    claims = workspace.ledger.claims_of(
        ClaimId(key)
        for key, item in zip(keys, news, strict=True)
        if item.kind == "claim"
    )
    found = []
    for key, item in zip(keys, news, strict=True):
        held = claims.get(ClaimId(key))
        sentence, language = item.sentence, ""
        link = path_of("documents", key) if item.id.startswith("version:") else ""
        if item.id.startswith("finding:"):
            sentence, language = say_finding(item.sentence)
            link = f"/findings#finding-{key}"
        found.append(
            ShownNews(
                kind=item.kind,
                is_new=item.id in new,
                claim=None if held is None else show_claim(held),
                sentence=sentence,
                language=language,
                link=link,
            )
        )
    return found


def _pairs(filters: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(n, "1" if v is True else str(v)) for n, v in filters.items()]


def _told(filters: Mapping[str, Any]) -> str:
    """Give filters in words."""
    told = ", ".join(
        f"{say_of('filter', name)} {_value(name, str(value))}".strip()
        for name, value in filters.items()
    )
    return told[:1].upper() + told[1:]


def _value(name: str, value: str) -> str:
    """Give what a filter asks for as the pages write it."""
    if name == "unattributed":
        return ""
    called = {
        "measure": measure_title,
        "language": call_language,
        "since": day_written,
        "until": day_written,
    }
    return called[name](value) if name in called else value


def _list(workspace: Workspace, asked: Asked, *, problem: str = "") -> Answer:
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
        "choices": _choices(workspace),
        "questions": [
            (q["name"], path_of("questions", q["name"]), _told(q["filters"]))
            for q in shown
        ],
    }
    status = 400 if problem else 200
    return Answer(say("Questions"), words, {"questions": shown}, status=status)


def _choices(workspace: Workspace) -> dict[str, list[tuple[str, str]]]:
    """Give what may be chosen, by field: value and words."""
    held = {code for code, _ in workspace.ledger.names("language", "")}
    return {
        "measure": [(m.id, measure_title(m.id)) for m in load_measures()],
        "language": sorted(((c, call_language(c)) for c in held), key=lambda p: p[1]),
    }


PAGE = Page("/questions", "questions", "Questions", show, act=act)
ONE = Page("/questions/{name}", "question", "Question", show_one, act=mark)
FEED = Page("/questions/{name}/feed", "feed", "Feed", feed)
