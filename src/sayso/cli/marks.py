"""A document's text for the terminal, with colour where something was read."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.cli.terminal import harmless
from sayso.model import Span
from sayso.workspace import DocumentView

_RESET = "\x1b[0m"
_STYLES = {
    "content": "\x1b[3m",
    "source": "\x1b[1;36m",
    "cue": "\x1b[33m",
    "quantity": "\x1b[1;32m",
}
"""Role -> how it looks: italic, bold cyan, yellow, bold green; the later role wins
where two overlap, as the later is the narrower one."""


def mark_text(view: DocumentView, *, is_coloured: bool) -> str:
    """Give the text with figures numbered like their claims, made harmless.

    Args:
        view: Text and what was read in it.
        is_coloured: Whether escape sequences may be written.
    """
    styles = _styles_by_character(view) if is_coloured else [""] * len(view.text)
    notes: dict[int, str] = {}
    for number, held in enumerate(view.claims, start=1):
        end = held.claim.quantity.span.end
        notes[end] = f"{notes.get(end, '')}[{number}]"
    parts, current = list[str](), ""
    for at, character in enumerate(view.text):
        if at in notes:
            parts.append(_change(current, "") + notes[at])
            current = ""
        parts.append(_change(current, styles[at]))
        current = styles[at]
        parts.append(harmless(character, keep="\n\t"))
    parts.append(_change(current, "") + notes.get(len(view.text), ""))
    return "".join(parts).replace("\r\n", "\n")


def _styles_by_character(view: DocumentView) -> list[str]:
    styles = [""] * len(view.text)
    said = [held.attribution for held in view.attributions]
    roles: Iterable[tuple[str, Iterable[Span]]] = (
        ("content", (s for a in said for s in a.content)),
        ("source", (s for a in said for s in a.source)),
        ("cue", (s for a in said for s in a.cue)),
        ("quantity", (held.claim.quantity.span for held in view.claims)),
    )
    for role, spans in roles:
        for span in spans:
            styles[span.start : span.end] = [_STYLES[role]] * (span.end - span.start)
    return styles


def _change(current: str, wanted: str) -> str:
    if current == wanted:
        return ""
    return f"{_RESET if current else ''}{wanted}"
