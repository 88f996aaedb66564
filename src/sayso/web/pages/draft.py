"""Draft: a text of one's own, set beside what is held; nothing of it is stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sayso.errors import InputError
from sayso.exports.citations import to_footnote
from sayso.intake import parse_day
from sayso.model import DateBasis, Document, canonical_text
from sayso.web.page import Answer, Asked, Page
from sayso.web.query import path_of, to_address
from sayso.web.wording import measure_title
from sayso.workspace import Workspace

if TYPE_CHECKING:
    from sayso.workspace.drafting import CheckedDraft, DraftItem, Stand

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
        raise InputError("There was no text")
    if len(text) > LONGEST:
        raise InputError("The text is too long for a page; run `sayso draft`")
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
                (str(f), _NAMES[f], checked.count(f))
                for f in Footing
                if checked.count(f)
            ],
            "notes": [
                to_footnote(paper_of(held), number)
                for number, held in enumerate(checked.cited, start=1)
            ],
        }
        record = draft_record(checked)
    return Answer("Draft", words, record, status=400 if problem else 200)


def _item(number: int, item: DraftItem) -> ShownItem:
    return ShownItem(
        number=number,
        kind="quotation" if item.is_quotation else "figure",
        words=" ".join(item.span.text.split()),
        what=measure_title(item.measure) if item.measure else "",
        footing=str(item.footing),
        name=_NAMES[item.footing],
        stands=tuple(map(_stand, item.stands)),
    )


def _stand(stand: Stand) -> ShownStand:
    from sayso.workspace.draft_words import (  # slow: loads the packs
        differing,
        voice_of,
        where_of,
        words_of,
    )

    path = path_of("documents", stand.document.id)
    link = to_address(path, [("at", str(stand.span.start))])
    return ShownStand(
        voice=voice_of(stand),
        words=words_of(stand),
        link=f"{link}#claim-{stand.claim.id}" if stand.claim else link,
        where=where_of(stand),
        differs=differing(stand),
    )


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


PAGE = Page("/draft", "draft", "Draft", show, act=act, in_menu=True)
