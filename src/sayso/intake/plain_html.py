"""The words of a piece of HTML, for mails and feed items that are no whole pages."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3"
    " h4 h5 h6 header hr li main ol p pre section table td th tr ul".split()
)
_UNSEEN = frozenset(("script", "style", "template", "noscript", "title", "head"))
_BLANKS = re.compile(r"[^\S\n]{1,10000}")
_LINES = re.compile(r"\n{3,10000}")


def plain_text(markup: str) -> str:
    """Give the words of a piece of HTML, a line for each block."""
    parser = _Words()
    parser.feed(markup)
    parser.close()
    text = _BLANKS.sub(" ", "".join(parser.parts))
    lines = "\n".join(line.strip() for line in text.split("\n"))
    return _LINES.sub("\n\n", lines).strip()


class _Words(HTMLParser):
    """Collects what a reader would see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _UNSEEN:
            self._hidden.append(tag)
        if tag in _BLOCKS:
            self.parts.append("\n\n" if tag == "p" else "\n")

    def handle_endtag(self, tag: str) -> None:
        if self._hidden and self._hidden[-1] == tag:
            self._hidden.pop()
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)
