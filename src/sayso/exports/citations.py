"""Citations of held documents: footnotes, BibTeX and CSL-JSON.

Each names the outlet, the day, the address and the hash of the text that is held, so
that a reader can tell whether what is at the address now is what was cited.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from sayso.exports.bundle import Paper

_TEX: Mapping[str, str] = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
SHORT = 12
"""Digits of a hash in a citation's key and in footnotes."""


def to_footnote(paper: Paper, number: int) -> str:
    """Give one footnote: outlet, title, day, address, hash."""
    title = f", “{paper.title}”" if paper.title else ""
    day = paper.published or "day unknown"
    url = f", {paper.url}" if paper.url else ""
    return (
        f"[{number}] {paper.called}{title}, {day}{url}"
        f" (text sha256 {paper.id[:SHORT]}…, {_retrieved(paper)})"
    )


def to_bibtex(papers: Iterable[Paper]) -> str:
    """Give BibTeX entries, one a document; special characters are escaped."""
    return "".join(_entry(paper) for paper in papers)


def to_csl(papers: Iterable[Paper]) -> str:
    """Give a CSL-JSON list, one item a document."""
    return json.dumps([_item(p) for p in papers], ensure_ascii=False, indent=2) + "\n"


def _retrieved(paper: Paper) -> str:
    return f"retrieved {paper.retrieved}" if paper.retrieved else "as held"


def _entry(paper: Paper) -> str:
    fields = {
        "title": paper.title or paper.name or paper.id[:SHORT],
        "organization": paper.outlet,
        "year": (paper.published or "")[:4],
        "date": paper.published,
        "urldate": (paper.retrieved or "")[:10],
        "note": f"text sha256 {paper.id}",
    }
    lines = [
        f"  {key} = {{{_tex(value)}}},\n" for key, value in fields.items() if value
    ]
    if paper.url:
        lines.append(f"  url = {{{_address(paper.url)}}},\n")
    return f"@misc{{sayso{paper.id[:SHORT]},\n{''.join(lines)}}}\n"


def _address(url: str) -> str:
    """Give an address as BibTeX takes it: no braces, backslashes or blanks."""
    return re.sub(r"[{}\\\s]", lambda m: f"%{ord(m.group()):02X}", url)


def _tex(text: str) -> str:
    return "".join(_TEX.get(c, c) for c in " ".join(text.split()))


def _item(paper: Paper) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": f"sayso{paper.id[:SHORT]}",
        "type": "article-newspaper",
        "title": paper.title or paper.name or paper.id[:SHORT],
        "note": f"text sha256 {paper.id}",
    }
    if paper.outlet:
        item["container-title"] = paper.outlet
    if paper.published:
        item["issued"] = {"date-parts": [list(map(int, paper.published.split("-")))]}
    if paper.retrieved:
        day = paper.retrieved[:10].split("-")
        item["accessed"] = {"date-parts": [list(map(int, day))]}
    if paper.url:
        item["URL"] = paper.url
    if paper.language:
        item["language"] = paper.language
    return item
