"""Draft: a text of one's own, set beside what is held; nothing of it is stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sayso.errors import InputError
from sayso.model import DateBasis, Document, canonical_text
from sayso.web.called import call_speaker
from sayso.web.interface import day_of, say, say_of, to_say
from sayso.web.page import Answer, Asked, Page
from sayso.web.passages import language_of, passage_language
from sayso.web.query import path_of, to_address
from sayso.web.wording import measure_title, unattributed_in
from sayso.workspace import Role, Workspace
from sayso.workspace.handed.taken import parse_day
from sayso.workspace.handed.written import to_footnote

if TYPE_CHECKING:
    from sayso.workspace.drafting import CheckedDraft, DraftItem, Stand
    from sayso.workspace.handed.copied import Difference

LONGEST = 100_000
"""Characters of a draft that a page checks: some sixteen thousand words."""
_NAMES = {
    "stands word for word": "stands",
    "stands otherwise": "otherwise",
    "quotation altered": "altered",
    "no held document states it": "nowhere",
}
"""Footing -> the name its mark is drawn by."""


@dataclass(frozen=True, slots=True)
class ShownStand:
    """One place where an item stands."""

    voice: str
    words: str
    language: str
    link: str
    where: str
    differs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownItem:
    """One figure or quotation of the draft."""

    number: int
    kind: str
    words: str
    what: str
    footing: str
    name: str
    stands: tuple[ShownStand, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the draft: plain, or an item's words."""

    text: str
    number: int = 0
    name: str = ""


def show(workspace: Workspace, asked: Asked) -> Answer:
    """Give the empty form."""
    del workspace
    return _answer(asked, None)


def act(workspace: Workspace, asked: Asked) -> Answer:
    """Check the text that was handed in and show where it stands."""
    try:
        document = _document(asked)
    except InputError as error:
        return _answer(asked, None, problem=str(error))
    from sayso.workspace.drafting import check_draft  # slow: loads the packs

    return _answer(asked, check_draft(workspace, document))


def _document(asked: Asked) -> Document:
    """Give the text that was handed in.

    Raises:
        InputError: There is none, it is too long, or its day is no day.
    """
    text = canonical_text(asked.form.get("text", ""))
    published = asked.form.get("published", "").strip()
    if not text.strip():
        raise InputError(say("There was no text"))
    if len(text) > LONGEST:
        raise InputError(say("The text is too long for a page; run `sayso draft`"))
    return Document(
        text,
        published=parse_day(published) if published else None,
        published_basis=DateBasis.GIVEN if published else DateBasis.UNKNOWN,
        name="draft",
    )


def _answer(asked: Asked, checked: CheckedDraft | None, *, problem: str = "") -> Answer:
    words: dict[str, Any] = {
        "given": asked.form,
        "problem": problem,
        "items": (),
        "stretches": (),
        "counts": (),
        "notes": (),
        "is_checked": checked is not None,
    }
    record: Any = {"items": [], "counts": {}}
    if checked is not None:
        from sayso.workspace.draft_words import draft_record, paper_of  # slow, as above
        from sayso.workspace.drafting import Footing

        items = [_item(n, item) for n, item in enumerate(checked.items, start=1)]
        words |= {
            "items": items,
            "stretches": _stretches(checked, items),
            "counts": [
                (say(str(f)), _NAMES[f], checked.count(f))
                for f in Footing
                if checked.count(f)
            ],
            "notes": [
                to_footnote(paper_of(held), number)
                for number, held in enumerate(checked.cited, start=1)
            ],
        }
        record = draft_record(checked)
    return Answer(say("Draft"), words, record, status=400 if problem else 200)


def _item(number: int, item: DraftItem) -> ShownItem:
    return ShownItem(
        number=number,
        kind=say("quotation") if item.is_quotation else say("figure"),
        words=" ".join(item.span.text.split()),
        what=measure_title(item.measure) if item.measure else "",
        footing=say(str(item.footing)),
        name=_NAMES[item.footing],
        stands=tuple(map(_stand, item.stands)),
    )


def _stand(stand: Stand) -> ShownStand:
    from sayso.workspace.draft_words import words_of  # slow: loads the packs

    path = path_of("documents", stand.document.id)
    link = to_address(path, [("at", str(stand.span.start))])
    return ShownStand(
        voice=call_speaker(stand.speaker)
        if stand.speaker
        else unattributed_in(_outlet_of(stand)),
        words=words_of(stand),
        language=passage_language(stand.span.text, language_of(stand.document)),
        link=f"{link}#claim-{stand.claim.id}" if stand.claim else link,
        where=_where_of(stand),
        differs=_differing(stand),
    )


def _outlet_of(stand: Stand) -> str:
    facts = stand.document.facts
    return (
        facts.outlet or facts.name or say("document %(id)s", id=stand.document.id[:8])
    )


def _where_of(stand: Stand) -> str:
    """Give the outlet and day in which it stands."""
    day = day_of(stand.document.facts.published) or say("day unknown")
    return f"{_outlet_of(stand)}, {day}"


def _differing(stand: Stand) -> tuple[str, ...]:
    """Give in what it stands otherwise, or the words that were altered."""
    if stand.changes:
        return tuple(
            say(
                "there “%(before)s”, in the draft “%(after)s”",
                before=before or "…",
                after=after or "…",
            )
            for before, after in stand.changes
        )
    return tuple(map(_difference, stand.differences))


def _difference(differs: Difference) -> str:
    """Give one field in which a held claim stands otherwise."""
    field = say_of("field", str(differs.field))
    held, draft = _value(differs.held), _value(differs.draft)
    if not draft:
        return say("%(field)s: %(held)s is left out", field=field, held=held)
    if not held:
        return say(
            "%(field)s: %(draft)s does not stand there", field=field, draft=draft
        )
    told = say("there “%(before)s”, in the draft “%(after)s”", before=held, after=draft)
    return f"{field}: {told}"


def _value(value: str) -> str:
    return measure_title(value) if "." in value and " " not in value else say(value)


def _stretches(checked: CheckedDraft, items: list[ShownItem]) -> list[Stretch]:
    """Give the draft's text in stretches, each item's words one of them."""
    text, at, found = checked.document.text, 0, []
    for item, shown in zip(checked.items, items, strict=True):
        span = item.span
        if span.start < at:
            continue  # a figure inside a quotation is marked with the quotation
        found.append(Stretch(text[at : span.start]))
        found.append(Stretch(span.text, shown.number, shown.name))
        at = span.end
    return [*found, Stretch(text[at:])]


PAGE = Page(
    "/draft", "draft", to_say("Draft"), show, act=act, needs=Role.READER, in_menu=True
)
